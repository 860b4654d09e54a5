"""What search calls names: as pages do."""

from __future__ import annotations

from dataclasses import replace

from daybook.search.archive import names
from daybook.site.desk import Desk
from daybook.site.page import SiteInfo
from daybook.values import Place
from daybook.words import of
from helpers.held import archive_of, read
from helpers.site_samples import article

PERU = Place("gn:3932488", "Republic of Peru", "country", "PE", -10.0, -76.0)
OTHER = Place("my:peru", "Perú", "country", "PE", -10.0, -76.0)
LIMA = Place("gn:3936456", "Lima", "city", "PE", -12.0, -77.0)
QUITO = Place("gn:3652462", "Quito", "city", "EC", -0.2, -78.5)


def test_countries_are_called_as_on_pages() -> None:
    told = replace(article("Rain", "2031-05-01", "Rain fell."), places=(PERU, OTHER, LIMA, QUITO))
    archive = archive_of([told])
    for lang in ("en", "uk"):
        site = SiteInfo("Mere", lang=lang)
        desk, found = Desk(archive, site, read), names(archive, words=of(lang)).countries
        assert {code: name.name for code, name in found.items()} == {
            code: desk.country(code) for code in ("PE", "EC")
        }
        assert found["PE"].id == "peru"
    assert found["PE"].name == "Перу"
    assert "Perú" in found["PE"].aliases
