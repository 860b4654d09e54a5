"""Colours of an archive's own: checked, for the words must stay readable, and written as styles.

Contrast is that of WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache

from daybook.errors import SettingError

RGB = tuple[int, int, int]
"""0 to 255."""

LIGHT = {
    "paper": "#fbfaf7", "wash": "#f3f0e9", "ink": "#1c1b19", "soft": "#5b5852", "edge": "#857f74", "accent": "#8a1c1c",
    "mark": "#f7e8b5",
}  # fmt: skip
"""Those of Daybook's theme (theme/styles/tokens.css)."""
DARK = {
    "paper": "#161513", "wash": "#201e1b", "ink": "#ece8df", "soft": "#aaa498", "edge": "#8a8478", "accent": "#ef9c88",
    "mark": "#54461b",
}  # fmt: skip

WORDS = 4.5
"""Least contrast of words, success criterion 1.4.3 (AA)."""
EDGES = 3.0
"""Least contrast of what shows where a control is, success criterion 1.4.11 (AA)."""
_PAIRS = (
    ("ink", "paper", WORDS), ("ink", "wash", WORDS), ("ink", "mark", WORDS), ("soft", "paper", WORDS), ("soft", "wash", WORDS),
    ("accent", "paper", WORDS), ("accent", "wash", WORDS), ("edge", "paper", EDGES),
)  # fmt: skip
"""What stands on what."""
_SHADES = (0.14, 0.28, 0.42, 0.9)
"""How much of the accent is mixed into the paper, for days with few to many articles."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """Colours of one scheme; an empty one is Daybook's. Six or three hexadecimal digits behind #, or a name of CSS."""

    paper: str = ""
    """Of the page."""
    wash: str = ""
    """Of what is set off from the page."""
    ink: str = ""
    """Of words."""
    soft: str = ""
    """Of words that stand back."""
    edge: str = ""
    """Of the outlines of fields and buttons."""
    accent: str = ""
    """Of links; the shades of calendars and charts are mixed of it."""
    mark: str = ""
    """Behind words that are marked."""


@dataclass(frozen=True, slots=True)
class Colours(Scheme):
    """Colours of the light scheme, and of the dark one."""

    dark: Scheme = field(default_factory=Scheme)
    """The same where a reader's screen is dark."""


def check(colours: Colours, where: str) -> None:
    """Raises SettingError for what is no colour, and for words that would be hard to read."""
    for given, stock, path in ((colours, LIGHT, ""), (colours.dark, DARK, "['dark']")):
        own = _given(given)
        for name, text in own.items():
            if _rgb(text) is None:
                raise SettingError(
                    f"{where}: DAYBOOK['colours']{path}[{name!r}]: expected a colour such as #8a1c1c or darkred, found {text!r}; mend it"
                )
        if own:
            _readable({**stock, **own}, own, f"{where}: DAYBOOK['colours']{path}")


def css(colours: Colours) -> str:
    """Styles that give these colours to the theme's names for them; empty where all are Daybook's."""
    light, dark = _tokens(colours, LIGHT), _tokens(colours.dark, DARK)
    rules = [
        f"@media screen and (prefers-color-scheme:{scheme}){{:root{{{told}}}}}\n"
        for scheme, told in (("light", light), ("dark", dark))
        if told
    ]
    if rules:
        rules.append(
            "@media screen and (prefers-contrast:more){:root{--soft:var(--ink);--edge:var(--ink)}}\n"
        )
    return "".join(rules)


_DRAWN = (("l", "fill", "paper"), ("c", "fill", "mark"), ("d", "stroke", "edge"))
"""Land, the country shown and disputed lines of a picture of a map (scripts/borders/draw.mjs), and their colours."""


def drawn_css(colours: Colours) -> str:
    """The same as styles within the pictures of maps, which a page's own do not reach; empty where they are Daybook's."""
    rules = []
    for scheme, given in (("light", colours), ("dark", colours.dark)):
        own = _given(given)
        told = [f".{part}{{{what}:{_hex(_known(own[name]))}}}" for part, what, name in _DRAWN if name in own]
        rules += [f"@media(prefers-color-scheme:{scheme}){{{''.join(told)}}}"] if told else []
    return "".join(rules)


def contrast(one: RGB, other: RGB) -> float:
    """1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _tokens(scheme: Scheme, stock: Mapping[str, str]) -> str:
    own = _given(scheme)
    if not own:
        return ""
    shades = {} if own.keys().isdisjoint({"accent", "paper", "ink"}) else _shades({**stock, **own})
    return ";".join(f"--{name}:{_hex(_known(text))}" for name, text in {**own, **shades}.items())


def _shades(all: Mapping[str, str]) -> dict[str, str]:
    paper, accent = _known(all["paper"]), _known(all["accent"])
    mixed = [_mix(paper, accent, part) for part in _SHADES]
    told = {f"shade-{n}": _hex(shade) for n, shade in enumerate(mixed, 1)}
    words = [_known(all["ink"]), paper, (0, 0, 0), (255, 255, 255)]
    told["on-shade"] = _hex(_best(words, mixed[:3]))
    told["on-shade-4"] = _hex(_best(words, mixed[3:]))
    return told


def _best(words: list[RGB], below: list[RGB]) -> RGB:
    """The first colour that can be read on all of them, else the one that can be read best."""
    least = {word: min(contrast(word, each) for each in below) for word in words}
    return next((word for word in words if least[word] >= WORDS), max(least, key=least.__getitem__))


def _readable(all: Mapping[str, str], own: Mapping[str, str], where: str) -> None:
    pairs = [(on, below, least) for on, below, least in _PAIRS if on in own or below in own]
    shades = _shades(all)
    named = {**all, **shades}
    pairs += [("on-shade", f"shade-{n}", WORDS) for n in (1, 2, 3)] + [("on-shade-4", "shade-4", WORDS)]
    for on, below, least in pairs:
        found = contrast(_known(named[on]), _known(named[below]))
        if found < least:
            raise SettingError(
                f"{where}: expected {on} ({named[on]}) to have a contrast of at least {least:g} to 1 against "
                f"{below} ({named[below]}), found {found:.2f}; make one of them lighter or darker"
            )


def _given(scheme: Scheme) -> dict[str, str]:
    return {each.name: text for each in fields(Scheme) if (text := getattr(scheme, each.name))}


def _mix(one: RGB, other: RGB, part: float) -> RGB:
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _luminance(colour: RGB) -> float:
    red, green, blue = (_linear(value / 255) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _known(text: str) -> RGB:
    found = _rgb(text)
    assert found is not None, "checked before"
    return found


def _rgb(text: str) -> RGB | None:
    """Red, green and blue of a colour as CSS writes it; None for anything else."""
    match = re.fullmatch(r"#([0-9a-f]{6}|[0-9a-f]{3})", text.lower(), re.ASCII)
    digits = match[1] if match else _names().get(text.lower(), "")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)) if digits else None


@cache
def _names() -> Mapping[str, str]:
    from daybook.clean.knowledge import load  # few archives name colours

    found: Mapping[str, str] = load("colours")
    return found


def _hex(colour: RGB) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
