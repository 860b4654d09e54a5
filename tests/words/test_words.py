"""Days, numbers and texts in the interface's languages."""

from __future__ import annotations

from datetime import date

import pytest

from daybook.errors import SettingError
from daybook.words import of

DAY = date(2022, 3, 3)
EN, UK = of("en"), of("uk")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (EN.day_long(DAY), "Thursday, 3 March 2022"),
        (EN.day_head(DAY), "Thursday, 3\N{NO-BREAK SPACE}March 2022"),
        (EN.day_plain(DAY), "3 March 2022"),
        (EN.day_short(DAY), "Thu 3 March"),
        (EN.month_long(DAY), "March 2022"),
        (EN.month_name(DAY), "March"),
        (EN.weekdays[0], ("Monday", "M")),
        (EN.number(12345), "12,345"),
        (EN.articles(1), "1 article"),
        (EN.articles(12345), "12,345 articles"),
        (EN.days(2), "2 days"),
        (EN.listed(["Kharkiv", "Kyiv", "Sumy"]), "Kharkiv, Kyiv and Sumy"),
        (EN.listed(["Kyiv"]), "Kyiv"),
        (EN.listed([]), ""),
        (EN.percent(0.974), "97\u00a0%"),
        (EN.coordinates(-33.87, -70.5), "33.87° S, 70.50° W"),
        (EN.kilometres(7.6), "8 km"),
        (EN.kilometres(1234), "1,230 km"),
        (UK.day_long(DAY), "четвер, 3 березня 2022\u202fр."),
        (UK.day_head(DAY), "Четвер, 3\N{NO-BREAK SPACE}березня 2022\u202fр."),
        (UK.day_plain(DAY), "3 березня 2022\u202fр."),
        (UK.day_short(DAY), "чт, 3 березня"),
        (UK.month_long(DAY), "березень 2022\u202fр."),
        (UK.weekdays[6], ("неділя", "Н")),
        (UK.number(12345), "12\u00a0345"),
        (UK.articles(1), "1 стаття"),
        (UK.articles(22), "22 статті"),
        (UK.articles(11), "11 статей"),
        (UK.listed(["Харків", "Київ", "Суми"]), "Харків, Київ і Суми"),
        (UK.coordinates(50.45, 30.52), "50,45° пн. ш., 30,52° сх. д."),
    ],
)
def test_a_language_writes_as_its_readers_do(made: object, expected: object) -> None:
    assert made == expected


def test_values_stand_in_texts() -> None:
    assert EN.gettext("%(distance)s km", distance=5) == "5 km"
    assert UK.gettext("%(distance)s km", distance=5) == "5 км"
    assert EN.ngettext("%(num)s %(what)s", "%(num)s %(what)ss", 2000, what="river") == "2,000 rivers"


@pytest.mark.parametrize(
    ("lang", "near"), [("ukr", "did you mean 'uk'"), ("tlh", "choose one"), ("", "choose one")]
)
def test_a_language_without_a_catalogue_is_refused(lang: str, near: str) -> None:
    with pytest.raises(SettingError, match=f"DEFAULT_LANG: expected a language.*en, uk.*{near}"):
        of(lang)


@pytest.mark.parametrize("lang", ["uk-UA", "uk-XX", "en-GB", "en-AU"])
def test_a_language_may_name_its_country(lang: str) -> None:
    assert of(lang).day_plain(DAY) == of(lang[:2]).day_plain(DAY)
