"""What a search costs a reader, in a real Chromium, beside Pagefind's over the same articles.

    python scripts/search_bench.py SITE [--json] [--pagefind PUBLIC]

SITE is a built site; PUBLIC one with Pagefind's bundle in `pagefind/`. Of every query: all that the browser asks for up to the
first answer with ten results, gzipped, fonts apart; the time of a further answer, when all of it is loaded, up to ten results
(ours painted, Pagefind's as data); and, from disk, hostile queries among them, the longest task of the page's main thread.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from helpers.chromium import chromium  # noqa: E402

QUERIES = """
oil
gold
coffee
wheat
Reagan
Volcker
cocoa
shipping
Brazil
Saudi Arabia
grain exports
interest rates
trade deficit
oil prices
dollar yen
Bank of England
stock split
crude production
opec meeting
money supply
sugar imports
japan semiconductor tariffs
merger agreement
quarterly dividend
net loss
copper mine strike
soybean harvest
treasury bills
gulf tanker attack
iran iraq war
unemployment rate
takeover bid
chrysler american motors
louvre accord
baker dollar
european community farm
tin council
palm oil tax
texaco pennzoil
company earnings
""".strip().splitlines()

HOSTILE = (
    "com* +pro* -re* con* in* de*",
    "*e* *a*n *i*",
    "companies~2 international~2 production~2 government~2 agreement~2 development~2",
    "said mln dlrs pct company year will bank corp inc new share market last stock trade price net loss profit oil rate u.s.",
    "-oil",
    "-said -mln",
    "word~7 word~99 " * 20,
    "*a*b*c*d* " * 30,
    '"the company said" NEAR/99 dlrs NEAR/99 pct',
    "a" * 5000,
)

ANSWER = ".result, .search-empty p, .search-error:not([hidden]), .search-more:not([hidden])"

LONG_TASKS = """
window.longest = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.longest = Math.max(window.longest, entry.duration);
}).observe({ type: "longtask", buffered: true });
"""

ASK = """
(words) => new Promise((resolve) => {
  const box = document.querySelector("#query");
  const status = document.querySelector(".search-status");
  const begun = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    document.querySelector(".search-results").getBoundingClientRect();
    resolve(performance.now() - begun);
  }).observe(status, { childList: true, characterData: true, subtree: true });
  box.value = words;
  box.form.requestSubmit();
})
"""

PAGEFIND = """
async (words) => {
  window.pagefind ??= await import(new URL("pagefind/pagefind.js", location.href));
  const begun = performance.now();
  const { results } = await window.pagefind.search(words);
  await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return performance.now() - begun;
}
"""

TRACE = """
() => performance.getEntriesByType("resource").map(({ name, startTime, responseEnd }) => {
  return { what: name.split("/").slice(-2).join("/"), from_ms: Math.round(startTime), to_ms: Math.round(responseEnd) };
})
"""


class _Recorder(SimpleHTTPRequestHandler):
    """Serves a folder and keeps which files were asked for."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, asked: list[str], directory: str) -> None:
        self.asked = asked
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def send_head(self) -> Any:
        self.asked.append(unquote(urlsplit(self.path).path).lstrip("/"))
        return super().send_head()

    def log_message(self, *args: object) -> None:
        """Nothing is said."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A browser that closes ends its connections as it likes."""


@contextmanager
def _served(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of a folder, and the list of files asked for, which grows."""
    asked: list[str] = []
    handler = partial(_Recorder, asked=asked, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", asked
        server.shutdown()


def _sizes(folder: Path, asked: list[str]) -> dict[str, int]:
    """Bytes of the files as a host sends them: gzipped where that makes them smaller."""
    made = {}
    for name in dict.fromkeys(asked):
        path = folder / (name or "index.html")
        if path.is_file():
            data = path.read_bytes()
            made[name] = min(len(gzip.compress(data, 6)), len(data))
    return made


def _cold(browser: Browser, site: Path, queries: list[str]) -> list[dict[str, Any]]:
    """Each query in a browser that has nothing of the site."""
    found = []
    with _served(site) as (address, asked):
        for query in queries:
            asked.clear()
            page = browser.new_page()
            page.goto(f"{address}search.html#q={quote(query)}")
            _answered(page)
            page.context.close()
            sizes = _sizes(site, asked)
            fonts = {name: size for name, size in sizes.items() if name.endswith(".woff2")}
            files = {name: size for name, size in sizes.items() if name not in fonts}
            found.append(
                {
                    "query": query,
                    "bytes": sum(files.values()),
                    "fonts": sum(fonts.values()),
                    "files": files,
                }
            )
    return found


def _answered(page: Page) -> None:
    """Wait until the answer stands there."""
    page.locator(ANSWER).first.wait_for(state="attached", timeout=120_000)


def _warm(page: Page, ask: str, queries: list[str], rounds: int = 5) -> list[float]:
    """Milliseconds of each query's middle answer, when it has been answered once before."""
    for query in queries:
        page.evaluate(ask, query)
    taken = [[page.evaluate(ask, query) for query in queries] for _ in range(rounds)]
    return [statistics.median(times) for times in zip(*taken, strict=True)]


def _percentile(values: list[float], part: float) -> float:
    ordered = sorted(values)
    return round(ordered[min(int(len(ordered) * part), len(ordered) - 1)], 1)


def _ours(browser: Browser, site: Path) -> dict[str, Any]:
    cold = _cold(browser, site, QUERIES)
    with _served(site) as (address, _):
        page = browser.new_page()
        page.goto(f"{address}search.html#q={QUERIES[0]}")
        _answered(page)
        warm = _warm(page, ASK, QUERIES)
        page.context.close()
    page = browser.new_page()
    page.add_init_script(LONG_TASKS)
    page.goto(f"{site.resolve().as_uri()}/search.html#q={quote(QUERIES[10])}")
    _answered(page)
    trace = page.evaluate(TRACE)
    blocks = {}
    for query in (*QUERIES, *HOSTILE):
        page.evaluate("window.longest = 0")
        taken = page.evaluate(ASK, query)
        page.wait_for_timeout(100)
        blocks[query[:80]] = {"ms": round(taken, 1), "longest_task_ms": page.evaluate("window.longest")}
    page.context.close()
    sizes = [query["bytes"] for query in cold]
    return {
        "first_answer_bytes": max(sizes),
        "first_answer_bytes_median": statistics.median(sizes),
        "font_bytes": max(query["fonts"] for query in cold),
        "warm_p50_ms": _percentile(warm, 0.5),
        "warm_p95_ms": _percentile(warm, 0.95),
        "file_longest_block_ms": max(block["longest_task_ms"] for block in blocks.values()),
        "queries": cold,
        "warm_ms": dict(zip(QUERIES, (round(ms, 1) for ms in warm), strict=True)),
        "from_disk": blocks,
        "trace": trace,
    }


def _pagefind(browser: Browser, public: Path) -> dict[str, Any]:
    sizes = []
    with _served(public) as (address, asked):
        for query in QUERIES:
            page = browser.new_page()
            page.goto(address)
            asked.clear()
            page.evaluate(PAGEFIND, query)
            page.context.close()
            sizes.append(sum(_sizes(public, asked).values()))
        page = browser.new_page()
        page.goto(address)
        warm = _warm(page, PAGEFIND, QUERIES)
        page.context.close()
    return {
        "first_answer_bytes": max(sizes),
        "first_answer_bytes_median": statistics.median(sizes),
        "warm_p50_ms": _percentile(warm, 0.5),
        "warm_p95_ms": _percentile(warm, 0.95),
        "bytes": dict(zip(QUERIES, sizes, strict=True)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--json", action="store_true", help="all figures as one JSON object")
    parser.add_argument("--pagefind", type=Path, metavar="PUBLIC")
    given = parser.parse_args()
    with chromium() as browser:
        found = _ours(browser, given.site)
        if given.pagefind:
            found["pagefind"] = _pagefind(browser, given.pagefind)
    if given.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for name, figures in (("Daybook", found), ("Pagefind", found.get("pagefind"))):
        if figures:
            print(
                f"{name}: first answer {figures['first_answer_bytes_median'] / 1000:.0f} kB in the middle, "
                f"{figures['first_answer_bytes'] / 1000:.0f} at most; further ones {figures['warm_p50_ms']} ms in the middle, "
                f"{figures['warm_p95_ms']} in 95 of 100"
            )
    print(f"Longest task from disk: {found['file_longest_block_ms']:.0f} ms")


if __name__ == "__main__":
    main()
