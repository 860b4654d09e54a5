"""What crawlers read."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from daybook.site.robots import MOST, robots, sitemaps


def locations(text: str) -> list[str | None]:
    return [element.text for element in ElementTree.fromstring(text).iter() if element.tag.endswith("}loc")]


def test_without_an_address_there_is_nothing_to_map() -> None:
    assert list(sitemaps(["index.html"], "")) == []
    assert "Sitemap" not in robots("")


def test_a_sitemap_names_every_page() -> None:
    ((name, text),) = sitemaps(["index.html", "places/å&b.html"], "https://a.example/x")
    assert name == "sitemap.xml"
    assert locations(text) == ["https://a.example/x/", "https://a.example/x/places/%C3%A5%26b.html"]


def test_beyond_the_protocol_s_bound_a_sitemap_is_cut() -> None:
    addresses = [f"{n}.html" for n in range(MOST + 1)]
    made = dict(sitemaps(addresses, "https://a.example"))
    assert locations(made["sitemap.xml"]) == [
        "https://a.example/sitemap-1.xml",
        "https://a.example/sitemap-2.xml",
    ]
    assert locations(made["sitemap-2.xml"]) == [f"https://a.example/{MOST}.html"]
