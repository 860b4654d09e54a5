"""Pelican's settings: fixed where a guarantee rests on them, refused where one would be broken."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from jinja2 import StrictUndefined, Undefined
from pelican.settings import DEFAULT_CONFIG

from daybook.errors import SettingError
from daybook.settings import Settings
from daybook_pelican.settings import FIXED, harden
from helpers.archive import ROOT


@pytest.fixture
def given(tmp_path: Path) -> dict[str, Any]:
    """What Pelican hands over where a person set nothing but folders."""
    folders = {key: str(tmp_path / key.lower()) for key in ("PATH", "THEME", "OUTPUT_PATH")}
    return {**DEFAULT_CONFIG, "JINJA_ENVIRONMENT": {"trim_blocks": True, "extensions": []}, **folders}


def test_stock_settings_are_fixed(given: dict[str, Any]) -> None:
    harden(given)
    assert {key: given[key] for key in FIXED} == FIXED
    assert given["JINJA_ENVIRONMENT"]["autoescape"] is True
    assert given["JINJA_ENVIRONMENT"]["undefined"] is StrictUndefined
    assert given["JINJA_ENVIRONMENT"]["trim_blocks"] is True
    assert given["STATIC_PATHS"] == []


def test_fixed_settings_may_be_fixed_again(given: dict[str, Any]) -> None:
    harden(given)
    once = dict(given)
    harden(given)
    assert given == once


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("RELATIVE_URLS", True),
        ("ARTICLE_SAVE_AS", "x/{slug}.html"),
        ("INTRASITE_LINK_REGEX", "[{](?P<what>.*?)[}]"),
        ("READERS", {"html": object}),
        ("DIRECT_TEMPLATES", ["index"]),
        ("FEED_ALL_RSS", "feeds/all.rss.xml"),
        ("WITH_FUTURE_DATES", False),
        ("CACHE_CONTENT", True),
        ("JINJA_ENVIRONMENT", {"autoescape": False}),
        ("JINJA_ENVIRONMENT", {"undefined": Undefined}),
        ("DAYBOOK", {"coverag": ".."}),
        ("DAYBOOK", {"strict": 1}),
        ("DAYBOOK", ["strict"]),
        ("SITEURL", "example.org"),
        ("SITEURL", "javascript:alert(1)"),
        ("SITEURL", "https://"),
        ("SITEURL", "https://example.org/?a=b"),
        ("SITEURL", 'https://example.org/"><script>'),
        ("SITEURL", "https://example.org/\n"),
    ],
)
def test_a_setting_that_breaks_a_guarantee_is_refused(given: dict[str, Any], key: str, value: object) -> None:
    given[key] = value
    with pytest.raises(SettingError, match=key) as caught:
        harden(given)
    assert caught.value.exitcode == 2


@pytest.mark.parametrize("output", ["path", "path/below", "theme", "."])
def test_the_output_lies_apart_from_what_is_read(given: dict[str, Any], tmp_path: Path, output: str) -> None:
    given["OUTPUT_PATH"] = str(tmp_path / output)
    with pytest.raises(SettingError, match="OUTPUT_PATH"):
        harden(given)


def test_the_output_may_not_hold_the_project(
    given: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    given["OUTPUT_PATH"] = str(tmp_path.parent)
    with pytest.raises(SettingError, match="OUTPUT_PATH"):
        harden(given)


@pytest.mark.parametrize(
    ("setting", "variable", "url"),
    [
        ("", "", ""),
        ("https://example.org/repo/", "", "https://example.org/repo"),
        ("", "https://example.org/repo/", "https://example.org/repo"),
        ("https://a.example", "https://b.example", "https://a.example"),
    ],
)
def test_the_address_comes_from_settings_else_from_the_environment(
    given: dict[str, Any], monkeypatch: pytest.MonkeyPatch, setting: str, variable: str, url: str
) -> None:
    monkeypatch.setenv("SITEURL", variable)
    given["SITEURL"] = setting
    harden(given)
    assert given["SITEURL"] == url


def test_the_page_of_settings_has_every_one_with_its_default() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    for field in fields(Settings):
        shown = f'"{field.default}"' if isinstance(field.default, str) else repr(field.default)
        assert f"| `{field.name}` | `{shown}` |" in text
