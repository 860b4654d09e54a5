import assert from "node:assert/strict";
import { test } from "node:test";
import { pageOf } from "../../theme/scripts/search/addresses.ts";

test("a page of this site becomes a link", () => {
  assert.equal(pageOf("2022/03/02/talks-go-on.html"), "2022/03/02/talks-go-on.html");
});

for (const address of [
  "javascript:alert(1)", "javascript:alert(1).html", "//host/x.html", "/x.html", "https://host/x.html", "../x.html", "a/../x.html",
  "data:text/html,x", "x.html#y", "x.html?y", "x y.html", "a\\b.html", "", ".html", "x.js", `${"a".repeat(500)}.html`, "\tjavascript:x.html",
]) {
  test(`no link from ${JSON.stringify(address.slice(0, 30))}`, () => assert.equal(pageOf(address), null));
}
