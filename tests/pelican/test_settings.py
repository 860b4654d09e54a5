"""Pelican's settings: fixed where a guarantee rests on them, refused where one would be broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import MISSING, asdict, fields, is_dataclass
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
        ("SITENMAE", "The Mere Archive"),
        ("DEFAULT_LANGUAGE", "uk"),
        ("DAYBOOKS", {}),
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


@pytest.mark.parametrize(
    ("zone", "hint"),
    [
        ("Mars/Base", "such as 'Europe/Kyiv'"),
        ("Europe/Kyev", "did you mean 'Europe/Kyiv'?"),
        ("", "such as 'Europe/Kyiv'"),
        (["UTC"], "did you mean 'UTC'?"),
        (None, ""),
    ],
)
def test_a_time_zone_is_one(given: dict[str, Any], zone: object, hint: str) -> None:
    given["TIMEZONE"] = zone
    with pytest.raises(SettingError, match="TIMEZONE: expected the name of a time zone") as caught:
        harden(given)
    assert f"found {zone!r}; " in str(caught.value)
    assert hint in str(caught.value)
    given["TIMEZONE"] = "Europe/Kyiv"
    harden(given)


@pytest.mark.parametrize("key", ["MY_PLUGIN", "SITE_STATISTICS", "SITELOGO"])
def test_a_setting_of_another_plugin_stays(given: dict[str, Any], key: str) -> None:
    given[key] = 1
    harden(given)
    assert given[key] == 1


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


def keys(kind: type, before: str = "") -> Iterator[tuple[str, str]]:
    """Each setting and its default, as the page of settings writes them."""
    for each in fields(kind):
        default = each.default if each.default is not MISSING else each.default_factory()  # type: ignore[misc]
        if is_dataclass(default):
            yield f"{before}{each.name}", "{}"
            if each.name != "dark":
                yield from keys(type(default), f"{before}{each.name}.")
        else:
            yield f"{before}{each.name}", f'"{default}"' if isinstance(default, str) else repr(default)


def test_the_page_of_settings_has_every_one_with_its_default_and_no_other() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `([a-z.]+)` \| `(.*?)` \|", text, re.M)
    assert sorted(told) == sorted(keys(Settings))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"coverag": ".."}, "DAYBOOK has no setting 'coverag'; did you mean 'coverage'?"),
        ({"zzz": 1}, "DAYBOOK has no setting 'zzz'; known are coverage,"),
        ({"sections": {"serch": False}}, "DAYBOOK['sections'] has no setting 'serch'; did you mean 'search'?"),
        ({"rights": {"defalt": "full"}}, "DAYBOOK['rights'] has no setting 'defalt'; did you mean 'default'?"),
        ({"colours": {"dark": {"acent": "red"}}}, "['colours']['dark'] has no setting 'acent'; did you mean 'accent'?"),
        ({"sections": []}, "DAYBOOK['sections']: expected dict, found []"),
        ({"rights": {"default": "ful"}}, "['rights']['default']: expected 'full' or 'excerpt' or 'metadata', found 'ful'"),
        ({"rights": {"sources": {"A": "full", "B": "some"}}}, "['sources']['B']: expected 'full' or"),
        ({"rights": {"noindex": 3}}, "['rights']['noindex']: expected bool or list, found 3"),
        ({"rights": {"licence": "javascript:alert(1)"}}, "['licence']: expected an address that begins with"),
        ({"colours": {"accent": "url(x)"}}, "['colours']['accent']: expected a colour such as"),
        ({"colours": {"accent": "#fff;}*{color:#fff"}}, "['colours']['accent']: expected a colour such as"),
        ({"colours": {"accent": "red"}}, "contrast of at least 4.5 to 1 against paper (#fbfaf7), found 3.83"),
        ({"colours": {"dark": {"ink": "dimgray"}}}, "['colours']['dark']: expected ink (dimgray) to have a contrast"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_what_is_right(given: dict[str, Any], words: str) -> None:
    with pytest.raises(SettingError) as caught:
        Settings.from_mapping(given, "pelican.conf.py")
    assert words in str(caught.value)


def test_settings_survive_being_written_out() -> None:
    """As `daybook build --strict` hands them to Pelican."""
    given = {
        "sections": {"review": False},
        "rights": {"sources": {"A": "excerpt"}, "noindex": ["A"]},
        "colours": {"accent": "navy"},
    }
    settings = Settings.from_mapping(given, "here")
    assert Settings.from_mapping(asdict(settings), "here") == settings
