"""Every page of the site in a real browser, from disk, from a domain's root, and from below a path."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from browser.watch import watched
from helpers import pages
from helpers.archive import ROOT, Archive
from helpers.kinds import PATTERNS, by_kind

WHERE = ("file", "root", "repo")
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def test_every_kind_of_page_is_there(five: Archive) -> None:
    found = by_kind(five.output)
    assert [kind for kind in PATTERNS if not found[kind]] == []


def test_no_link_is_broken(five: Archive) -> None:
    assert pages.broken_links(five.output) == []


def test_nothing_runs_but_local_scripts(five: Archive) -> None:
    assert {page.name: what for page in pages.pages(five.output) if (what := pages.executable(page))} == {}


@pytest.mark.parametrize("where", WHERE)
def test_no_page_errs_or_asks_another_host(
    five: Archive, addresses: dict[str, str], browser: Browser, where: str
) -> None:
    """Every page; the policy of each stands before anything it could stop."""
    with watched(browser, addresses[where]) as (page, wrong):
        for path in pages.pages(five.output):
            if pages.leads_on(path):
                continue
            page.goto(addresses[where] + path.relative_to(five.output).as_posix())
            assert not wrong, (path, wrong)
        assert page.locator("meta[http-equiv='Content-Security-Policy']").count() == 1


def test_every_page_has_a_strict_policy_first(five: Archive) -> None:
    for page in pages.pages(five.output):
        metas = pages.parsed(page).xpath("//head/*[not(@charset)][1]")
        policy = metas[0].get("content", "")
        assert metas[0].get("http-equiv") == "Content-Security-Policy", page
        assert "default-src 'none'" in policy, page
        assert "unsafe" not in policy, page


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier(
    five: Archive, addresses: dict[str, str], browser: Browser, scheme: str, width: int
) -> None:
    """axe-core, over one page of each kind; the policy is off for its sake alone."""
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True
    )  # type: ignore[arg-type]
    page, found = context.new_page(), list[str]()
    for kind, known in by_kind(five.output).items():
        for address in known[:1]:
            page.goto(addresses["root"] + address)
            page.add_script_tag(path=AXE)
            result = page.evaluate(
                "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", WCAG
            )
            found += [
                f"{kind}: {v['id']}: {v['help']}: {v['nodes'][0]['html'][:160]}" for v in result["violations"]
            ]
    context.close()
    assert found == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_scrolls_sideways(
    five: Archive, addresses: dict[str, str], browser: Browser, width: int
) -> None:
    with watched(browser, addresses["file"], viewport={"width": width, "height": 900}) as (page, _):
        wide = []
        for kind, known in by_kind(five.output).items():
            for address in known[:1]:
                page.goto(addresses["file"] + address)
                if page.evaluate(
                    "document.documentElement.scrollWidth > document.documentElement.clientWidth"
                ):
                    wide.append(kind)
        assert wide == []


def test_everything_but_search_and_the_moving_map_works_without_scripts(
    five: Archive, addresses: dict[str, str], browser: Browser
) -> None:
    """The words of a page are the same with and without scripts, but for buttons, which only scripts can serve."""
    for kind, known in by_kind(five.output).items():
        if kind in ("search", "map") or not known:
            continue
        texts = []
        for scripts in (True, False):
            with watched(browser, addresses["file"], java_script_enabled=scripts) as (page, _):
                page.goto(addresses["file"] + known[0])
                words = page.locator("main").evaluate(
                    "main => { main.querySelectorAll('button').forEach(b => b.remove()); return main.innerText }"
                )
                texts.append(" ".join(words.split()))
        assert texts[0] == texts[1], kind


def test_search_says_without_scripts_what_it_needs(addresses: dict[str, str], browser: Browser) -> None:
    with watched(browser, addresses["file"], java_script_enabled=False) as (page, _):
        page.goto(addresses["file"] + "search.html")
        assert page.locator("noscript").count() > 0
