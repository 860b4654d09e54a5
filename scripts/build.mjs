// Bundles the theme: scripts as classic ones (a page that was opened from disk can load no modules), styles, fonts.
//
//     node scripts/build.mjs            theme/ into build/theme/
//     node scripts/build.mjs --tests    tests/scripts/*.test.ts into build/tests/, for node --test
import { readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { borders } from "./borders.mjs";
import { fonts } from "./fonts.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const from = (...parts) => path.join(root, ...parts);
const target = ["chrome109", "firefox115", "safari16.4"];
const shared = { absWorkingDir: root, bundle: true, logLevel: "warning", legalComments: "inline", target };

async function files(folder, ending) {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(ending)).sort().map((name) => path.join(folder, name));
}

async function scripts() {
  const entryPoints = await files(from("theme/scripts"), ".ts");
  await build({ ...shared, entryPoints, outdir: "build/theme.new/scripts", format: "iife", minify: true, charset: "utf8" });
}

async function styles() {
  const entryPoints = await files(from("theme/styles"), "main.css");
  const external = ["*.woff2", "*.svg"];
  await build({ ...shared, entryPoints, outdir: "build/theme.new/styles", minify: true, external });
}

async function tests() {
  const entryPoints = await files(from("tests/scripts"), ".test.ts");
  await rm(from("build/tests"), { recursive: true, force: true });
  await build({
    ...shared, entryPoints, outdir: "build/tests", format: "esm", platform: "node", target: ["node20"],
    outExtension: { ".js": ".mjs" }, external: ["lunr"], sourcemap: "inline",
  });
}

/** Made beside and put in place in one step, so that a site that is built meanwhile finds a whole theme. */
async function theme() {
  await rm(from("build/theme.new"), { recursive: true, force: true });
  const made = [fonts(root, "theme/styles/fonts.css", from("build/theme.new/fonts")), borders(root, from("build/theme.new/map"))];
  await Promise.all([scripts(), styles(), ...made]);
  await rm(from("build/theme"), { recursive: true, force: true });
  await rename(from("build/theme.new"), from("build/theme"));
}

await (process.argv.includes("--tests") ? tests() : theme());
