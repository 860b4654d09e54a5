// Bundles the theme: scripts as classic ones (a page that was opened from disk can load no modules), styles, fonts.
//
//     node scripts/build.mjs            theme/ into build/theme/
//     node scripts/build.mjs --tests    tests/scripts/*.test.ts into build/tests/, for node --test
import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const from = (...parts) => path.join(root, ...parts);
const target = ["chrome109", "firefox115", "safari16.4"];
const shared = { absWorkingDir: root, bundle: true, logLevel: "warning", legalComments: "inline", target };

/** Subsets that Latin and Cyrillic names need; the browser loads only those whose letters a page holds. */
const FONT = /-(?:latin|latin-ext|cyrillic)-wght-(?:normal|italic)\.woff2$/;
const FONTS = ["source-serif-4", "source-sans-3"];

async function files(folder, ending) {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(ending)).sort().map((name) => path.join(folder, name));
}

async function scripts() {
  const entryPoints = await files(from("theme/scripts"), ".ts");
  await build({ ...shared, entryPoints, outdir: "build/theme/scripts", format: "iife", minify: true, charset: "utf8" });
}

async function styles() {
  const entryPoints = await files(from("theme/styles"), "main.css");
  const external = ["*.woff2", "*.svg"];
  await build({ ...shared, entryPoints, outdir: "build/theme/styles", minify: true, external });
}

async function fonts() {
  await mkdir(from("build/theme/fonts"), { recursive: true });
  for (const family of FONTS) {
    const held = await files(from("node_modules/@fontsource-variable", family, "files"), ".woff2");
    for (const file of held.filter((name) => FONT.test(name))) {
      await copyFile(file, from("build/theme/fonts", path.basename(file)));
    }
  }
}

async function tests() {
  const entryPoints = await files(from("tests/scripts"), ".test.ts");
  await rm(from("build/tests"), { recursive: true, force: true });
  await build({
    ...shared, entryPoints, outdir: "build/tests", format: "esm", platform: "node", target: ["node20"],
    outExtension: { ".js": ".mjs" }, external: ["lunr"], sourcemap: "inline",
  });
}

async function theme() {
  await rm(from("build/theme"), { recursive: true, force: true });
  await Promise.all([scripts(), styles(), fonts()]);
}

await (process.argv.includes("--tests") ? tests() : theme());
