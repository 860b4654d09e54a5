// Drives Firefox over WebDriver BiDi for test_firefox.py: reads jobs as JSON from standard input, prints what each page said.
//
//     node firefox.mjs FIREFOX < '[{"url": "…", "fill": ["#q", "words"], "read": ".result"}]'
//     → [{"texts": […], "wrong": […]}]
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import puppeteer from "puppeteer-core";

const jobs = JSON.parse(await text(process.stdin));
const profile = await mkdtemp(path.join(os.tmpdir(), "daybook-firefox-"));
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.argv[2],
  headless: true,
  userDataDir: profile,
  // The puppet's profile lifts the origin of files, which a reader's Firefox keeps: without this, tests from disk would lie.
  extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true },
});

async function run({ url, fill, read }) {
  const page = await browser.newPage();
  const wrong = [];
  const home = url.startsWith("file:") ? "file:" : new URL(url).origin;
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => request.url().startsWith(home) || request.url().startsWith("data:") || wrong.push(request.url()));
  await page.goto(url, { waitUntil: "load" });
  if (fill) {
    await page.locator(fill[0]).fill(fill[1]);
  }
  await page.waitForSelector(read, { timeout: 20_000 });
  const texts = await page.$$eval(read, (found) => found.map((element) => element.textContent.trim().replace(/\s+/g, " ")));
  await page.close();
  return { texts, wrong };
}

try {
  const results = [];
  for (const job of jobs) {
    results.push(await run(job));
  }
  process.stdout.write(JSON.stringify(results));
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}
