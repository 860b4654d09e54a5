// Draws the borders of world-atlas (Natural Earth): for each way of seeing them a folder with
//
//     <view>.svg     a country, a region or the world, for the small maps on pages
//     views.json     where in a view a point lies: middle (degrees), units a radian, and the middle's place
//     world.js       the world at a glance for the map page, and cell-<n>.js its parts more finely
//
// Kept under a print of all that decides it, as it takes some seconds.
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { atlas, NO_TABLE } from "./borders/atlas.mjs";
import { cells, views, world } from "./borders/draw.mjs";

const CODE = ["scripts/borders.mjs", "scripts/borders/atlas.mjs", "scripts/borders/draw.mjs"];
const TABLE = "theme/borders.json";
const ATLAS = "node_modules/world-atlas";

/** Write all of them into a folder, from what was kept where nothing has changed. */
export async function borders(root, folder) {
  const inputs = [...CODE, TABLE, `${ATLAS}/package.json`].map((name) => readFile(path.join(root, name)));
  const print = createHash("sha256").update(Buffer.concat(await Promise.all(inputs))).digest("hex").slice(0, 16);
  const kept = path.join(root, "build/borders", print);
  if (!(await stat(kept).catch(() => null))) await drawAll(root, kept);
  await cp(kept, folder, { recursive: true });
}

async function drawAll(root, kept) {
  const json = async (name) => JSON.parse(await readFile(path.join(root, name), "utf8"));
  const [coarse, fine, table] = await Promise.all([`${ATLAS}/countries-110m.json`, `${ATLAS}/countries-50m.json`, TABLE].map(json));
  const made = `${kept}.new`;
  await rm(path.join(root, "build/borders"), { recursive: true, force: true });
  for (const [name, entries] of [["un", table], ["natural-earth", NO_TABLE]]) {
    await draw(path.join(made, name), atlas(coarse, entries), atlas(fine, entries));
  }
  await rename(made, kept);
}

async function draw(folder, coarse, fine) {
  await mkdir(folder, { recursive: true });
  const write = (name, text) => writeFile(path.join(folder, name), text);
  const found = views(fine, coarse);
  for (const [name, { file }] of Object.entries(found)) await write(`${name}.svg`, file);
  const told = Object.entries(found).map(([name, { lon, lat, scale, x, y, height }]) => [name, [lon, lat, scale, x, y, height]]);
  await write("views.json", `${JSON.stringify(Object.fromEntries(told))}\n`);
  const script = (name, value) => write(`${name}.js`, `daybookSearch.receive(${JSON.stringify(name)},${JSON.stringify(value)});\n`);
  const parts = cells(fine);
  await script("world", [...world(coarse), [...parts.keys()]]);
  for (const [number, paths] of parts) await script(`cell-${number}`, paths);
}
