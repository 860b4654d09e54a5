import assert from "node:assert/strict";
import { test } from "node:test";
import path from "node:path";
import { type Format, FORMATS, citations } from "../../theme/scripts/cite/citations.ts";
import type { Cited, Site } from "../../theme/scripts/cite/cited.ts";
import { coins } from "../../theme/scripts/cite/coins.ts";
import { json } from "./cases.ts";

interface Case {
  readonly name: string;
  readonly cited: Cited;
  readonly site: Site;
  readonly csl: unknown;
  readonly bib: string;
  readonly ris: string;
  readonly txt: string;
}

const CASES = json<Case[]>("cases.json", path.resolve("tests/cite"));

for (const given of CASES) {
  test(`a citation: ${given.name}`, () => {
    const made = (format: Format): string => citations([given.cited], format, given.site);
    assert.deepEqual(JSON.parse(made("json")), [given.csl]);
    assert.equal(made("bib"), given.bib);
    assert.equal(made("ris"), given.ris);
    assert.equal(made("txt"), given.txt);
  });
}

test("many articles are one file, in their order", () => {
  const many = CASES.map((given) => given.cited);
  const site = { name: "A Daybook", url: "" };
  for (const format of FORMATS.filter((each) => each !== "json" && each !== "csv")) {
    const one = many.map((of) => citations([of], format, site));
    assert.equal(citations(many, format, site), one.join(format === "bib" ? "\n" : ""));
  }
  assert.equal((JSON.parse(citations(many, "json", site)) as unknown[]).length, many.length);
});

test("a table quotes what would part cells and disarms formulas", () => {
  const of = { title: '=1+"x"', by: "A, B", source: "+x", issued: "2022-03-02", lang: "en", url: "", address: "2022/03/02/x.html" };
  const named = { ...of, places: ["Kyiv", "Lviv"], actors: [] };
  const [head, row, end] = citations([named], "csv", { name: "A", url: "https://a.example" }).split("\r\n");
  assert.equal(head, "date,title,source,byline,source_url,lang,places,actors,page");
  assert.equal(row, `2022-03-02,"'=1+""x""",'+x,"A, B",,en,Kyiv; Lviv,,https://a.example/2022/03/02/x.html`);
  assert.equal(end, "");
});

test("an object a line says what the table says, without what is empty", () => {
  const of = { title: '=1+"x"', by: "", source: "AP", issued: "", lang: "en", url: "", address: "undated/x.html", places: ["Kyiv", "Lviv"], actors: [] };
  const [line, end] = citations([of], "jsonl", { name: "A", url: "" }).split("\n");
  assert.deepEqual(JSON.parse(line ?? ""), { title: '=1+"x"', source: "AP", lang: "en", places: ["Kyiv", "Lviv"], page: "undated/x.html" });
  assert.equal(end, "");
});

test("COinS say what is there and no more", () => {
  const [full, bare] = CASES as [Case, Case];
  const read = (given: Case): Record<string, string> => Object.fromEntries(new URLSearchParams(coins(given.cited, given.site)));
  assert.deepEqual(read(full), {
    ctx_ver: "Z39.88-2004", rft_val_fmt: "info:ofi/fmt:kev:mtx:dc", "rft.type": "newspaperArticle", "rft.title": full.cited.title,
    "rft.source": "The Example", "rft.creator": "Ann Sample", "rft.date": "2022-03-02", "rft.language": "en", "rft.identifier": full.cited.url,
  });
  assert.deepEqual(Object.keys(read(bare)), ["ctx_ver", "rft_val_fmt", "rft.type", "rft.title", "rft.language"]);
});
