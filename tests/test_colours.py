"""Colours of an archive's own: what passes can be read, and Daybook's own pass."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.colours import DARK, LIGHT, Colours, Scheme, check, contrast, css, drawn_css
from daybook.errors import SettingError
from helpers.archive import ROOT

RGB = st.tuples(*[st.integers(0, 255)] * 3)


def hexed(colour: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def rgb(text: str) -> tuple[int, int, int]:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def test_the_theme_s_own_colours_are_those_of_its_tokens_and_pass() -> None:
    text = (ROOT / "theme/styles/tokens.css").read_text("utf-8")
    light, dark = text.split("@media (prefers-color-scheme: dark)", 1)
    for stock, block in ((LIGHT, light), (DARK, dark.split("@media", 1)[0])):
        for name, value in stock.items():
            assert re.search(rf"--{name}: {value};", block), name
    check(Colours(**LIGHT, dark=Scheme(**DARK)), "here")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == 21
    assert round(contrast((118, 118, 118), (255, 255, 255)), 2) == 4.54
    assert contrast((9, 9, 9), (9, 9, 9)) == 1


@given(accent=RGB, paper=st.none() | RGB, dark=st.none() | RGB)
def test_what_passes_can_be_read_in_every_shade(
    accent: tuple[int, int, int], paper: tuple[int, int, int] | None, dark: tuple[int, int, int] | None
) -> None:
    own = Colours(
        accent=hexed(accent),
        paper=hexed(paper) if paper else "",
        dark=Scheme(accent=hexed(dark)) if dark else Scheme(),
    )
    try:
        check(own, "here")
    except SettingError:
        return
    styles = css(own)
    for block in re.findall(r":root\{(--(?!soft:var)[^}]*)\}", styles):
        told = dict(re.findall(r"--([a-z0-9-]+):(#[0-9a-f]{6})", block))
        for shade in ("shade-1", "shade-2", "shade-3"):
            assert contrast(rgb(told["on-shade"]), rgb(told[shade])) >= 4.5
        assert contrast(rgb(told["on-shade-4"]), rgb(told["shade-4"])) >= 4.5
        assert (
            contrast(
                rgb(told["accent"]),
                rgb(
                    told.get(
                        "paper", LIGHT["paper"] if block in styles.partition("dark)")[0] else DARK["paper"]
                    )
                ),
            )
            >= 4.5
        )


@pytest.mark.parametrize("text", ["navy", "Navy", "#000080", "#008"])
def test_colours_are_written_in_one_way(text: str) -> None:
    assert "--accent:#0000" in css(Colours(accent=text))


def test_daybook_s_colours_need_no_styles() -> None:
    assert css(Colours()) == ""
    assert drawn_css(Colours(accent="navy")) == ""


def test_pictures_of_maps_have_the_page_s_colours_for_land_country_and_disputed_lines() -> None:
    assert drawn_css(Colours(paper="white", mark="#ff0", dark=Scheme(edge="#999"))) == (
        "@media(prefers-color-scheme:light){.l{fill:#ffffff}.c{fill:#ffff00}}@media(prefers-color-scheme:dark){.d{stroke:#999999}}"
    )
