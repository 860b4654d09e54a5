// Cuts the fonts to what the styles say of them: of the file `<family>-<subset>.woff2` that an @font-face names (or of
// `<family>-<subset>.<part>.woff2`, where several files share its letters), from the package @fontsource-variable/<family>,
// the letters of its unicode-range and the weights of its font-weight, with kerning, ligatures, letters of one language and
// figures of one width. A cut font is a changed one, which may not bear the reserved name (OFL-1.1, 3): it is called `Column`
// where theirs is called `Source`.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import subsetFont from "subset-font";

const FACE = /@font-face \{(?<face>[^}]*fonts\/(?<file>(?<family>[a-z0-9-]+?)-(?<subset>latin|latin-ext|cyrillic|greek|vietnamese)(?:\.[a-z]+)?\.woff2)[^}]*)\}/g;
const WEIGHTS = /font-weight: (\d+) (\d+);/;
const RANGES = /unicode-range: ([^;]+);/;
const UNUSED = ["STAT", "gasp", "prep"];
const FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum"];
/** Of their own names in UTF-16, not of the notice of copyright. */
const RESERVED = /\0S\0o\0u\0r\0c\0e(?=(?:\0 )?\0S\0(?:e\0r\0i\0f|a\0n\0s))/g;
const NAME = "\0C\0o\0l\0u\0m\0n";
const COPYRIGHT = `© 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), with Reserved Font Name ‘Source’.
© 2023 Adobe (http://www.adobe.com/), with Reserved Font Name ‘Source’

The fonts in this folder were cut from theirs: fewer letters, weights and features, and no reserved name.

`;

/** Write the fonts that a file of styles names into a folder, with their licence. */
export async function fonts(root, styles, folder) {
  const css = await readFile(path.join(root, styles), "utf8");
  const held = (...parts) => path.join(root, "node_modules/@fontsource-variable", ...parts);
  await mkdir(folder, { recursive: true });
  for (const { groups } of css.matchAll(FACE)) {
    const whole = await readFile(held(groups.family, "files", `${groups.family}-${groups.subset}-wght-normal.woff2`));
    await writeFile(path.join(folder, groups.file), await cut(whole, groups.face));
    await writeFile(path.join(folder, "OFL.txt"), COPYRIGHT + (await readFile(held(groups.family, "LICENSE"), "utf8")));
  }
}

async function cut(whole, face) {
  const [min, max] = WEIGHTS.exec(face).slice(1).map(Number);
  const options = { targetFormat: "truetype", keepFeatures: FEATURES, dropTables: UNUSED, variationAxes: { wght: { min, max } } };
  const part = await subsetFont(whole, letters(RANGES.exec(face)[1]), options);
  const renamed = Buffer.from(part.toString("latin1").replaceAll(RESERVED, NAME), "latin1");
  return subsetFont(renamed, undefined, { targetFormat: "woff2", keepAllGlyphs: true });
}

/** All letters of `U+0000-00FF, U+0131`. */
function letters(ranges) {
  return ranges.split(", ").map((range) => {
    const [first, last = first] = range.slice(2).split("-").map((code) => parseInt(code, 16));
    return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, n) => first + n));
  }).join("");
}
