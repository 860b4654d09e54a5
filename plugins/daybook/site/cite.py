"""How an article is cited: as CSL-JSON, BibTeX, RIS and in plain words.

CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables, RIS: the tags of its
specification of 2011, BibTeX: btxdoc. theme/scripts/cite/ does the same in the browser; the tests of both read tests/cite/cases.json.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from daybook.digest import Digest
from daybook.site.index import source_id
from daybook.site.links import absolute
from daybook.values import Article, FoundDate
from daybook.web import is_web

Item = Mapping[str, object]
"""An item of CSL-JSON."""

_UNSEEN = re.compile("[\0- \x7f-\xa0\u1680\u2000-\u200b\u2028-\u202f\u205f-\u2069\u3000\ufeff]+")
"""White space, and what steers a line or its direction; joiners, which words are written with, are not among it."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{c: f"\\{c}" for c in "$&#%_"},
}
"""Braces by name: BibTeX counts them even behind a backslash."""
_NO_URL = {c: f"%{ord(c):02X}" for c in '\\{}<>"^`| '}


class Cited(NamedTuple):
    """What a citation says of an article."""

    title: str
    by: str
    """The byline; empty where none is stated."""
    source: str
    """Outlet, or agency; empty where neither is stated."""
    issued: str
    """ISO day, month or year, as far as it is proven; empty for an undated article."""
    lang: str
    url: str
    """Where it was published first; empty where unknown."""
    address: str
    """Of its page, from the site's root."""


class Site(NamedTuple):
    """The archive that is cited."""

    name: str
    url: str
    """Without a slash at its end; empty where unknown."""


def cited(article: Article | Digest, address: str) -> Cited:
    """The article whose page lies at an address."""
    source = article.source
    return Cited(
        _clean(article.title),
        _clean(source.byline or ""),
        _clean(source_id(article)),
        issued(article.date),
        article.lang,
        web(source.url),
        address,
    )


def issued(found: FoundDate | None) -> str:
    """The day as far as it is proven: `2022-03-02`, `2022-03`, `2022`."""
    if found is None:
        return ""
    return found.value.isoformat()[: {"year": 4, "month": 7}.get(found.precision, 10)]


def web(url: str | None) -> str:
    """An address of the web without what no address holds; empty for any other."""
    return "".join(_NO_URL.get(c, c) for c in _clean(url)) if url and is_web(url) else ""


def key(of: Cited) -> str:
    """What a bibliography calls it: unique within the archive, and as lasting as the page's address."""
    return of.address.removesuffix(".html").replace("/", "-")


def location(of: Cited, site: Site) -> str:
    """Where it is in the archive: an address of the web where the site has one, else the file's path."""
    return absolute(site.url, of.address) or of.address


def item(of: Cited, site: Site) -> Item:
    """The article in CSL-JSON."""
    made: dict[str, object] = {
        "id": key(of),
        "type": "article-newspaper",
        "title": of.title,
        "container-title": of.source,
        "author": [{"literal": of.by}] if of.by else None,
        "issued": {"date-parts": [[int(part) for part in of.issued.split("-")]]} if of.issued else None,
        "language": of.lang,
        "URL": of.url or absolute(site.url, of.address),
        "archive": site.name,
        "archive_location": location(of, site),
    }
    return {name: value for name, value in made.items() if value}


def csl(articles: Iterable[Cited], site: Site) -> str:
    """A file of CSL-JSON."""
    rows = ",\n".join(
        json.dumps(item(of, site), ensure_ascii=False, separators=(",", ":")) for of in articles
    )
    return f"[{rows}]\n"


def bibtex(articles: Iterable[Cited], site: Site) -> str:
    """A file of BibTeX, with biblatex's `date` beside `year` and `month`."""
    return "\n".join("".join(_entry(of, site)) for of in articles)


def _entry(of: Cited, site: Site) -> Iterator[str]:
    year, month = of.issued[:4], of.issued[5:7]
    fields = {
        "title": f"{{{{{_tex(of.title)}}}}}",
        "author": of.by and f"{{{{{_tex(of.by)}}}}}",
        "journal": of.source and f"{{{_tex(of.source)}}}",
        "date": of.issued and f"{{{of.issued}}}",
        "year": year and f"{{{year}}}",
        "month": month and _MONTHS[int(month) - 1],
        "language": f"{{{of.lang}}}",
        "url": (url := of.url or absolute(site.url, of.address)) and f"{{{url}}}",
        "note": f"{{{_tex(_clean(site.name))}, {_tex(location(of, site))}}}",
    }
    yield f"@{'article' if of.source else 'misc'}{{{key(of)}"
    yield from (f",\n  {name} = {value}" for name, value in fields.items() if value)
    yield "\n}\n"


def ris(articles: Iterable[Cited], site: Site) -> str:
    """A file of RIS."""
    return "".join(
        f"{tag}  - {value}\r\n" for of in articles for tag, value in _lines(of, site) if value or tag == "ER"
    )


def _lines(of: Cited, site: Site) -> tuple[tuple[str, str], ...]:
    return (
        ("TY", "NEWS"),
        ("ID", key(of)),
        ("TI", of.title),
        ("AU", of.by),
        ("T2", of.source),
        ("PY", of.issued[:4]),
        ("DA", of.issued.replace("-", "/")),
        ("LA", of.lang),
        ("UR", of.url or absolute(site.url, of.address)),
        ("DB", _clean(site.name)),
        ("AV", location(of, site)),
        ("ER", ""),
    )


def plain(of: Cited, site: Site) -> str:
    """One line that a person can print: who, what, where and when it was published, and where it is kept."""
    title = of.title if of.title[-1:] in ".!?…" else f"{of.title}."
    known = f"{of.by}. " * bool(of.by) + f"“{title}” "
    published = ", ".join(filter(None, (of.source, of.issued, of.url)))
    return f"{known}{f'{published}. ' if published else ''}{_clean(site.name)}, {location(of, site)}"


def month(day: date | None) -> str:
    """The file that has the citations of all articles of a day's month, or of the undated ones."""
    return f"data/cite/{day.isoformat()[:7] if day else 'undated'}.zip"


def months(articles: Iterable[Digest]) -> dict[str, list[Digest]]:
    """Articles by the file that has their citations, in their order."""
    found: dict[str, list[Digest]] = {}
    for article in articles:
        found.setdefault(month(article.date.value if article.date else None), []).append(article)
    return found


def zipped(articles: Iterable[Cited], site: Site, name: str) -> bytes:
    """Their citations in BibTeX, RIS and CSL-JSON, as one zip file without times."""
    listed, made = list(articles), BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for ending, form in (("bib", bibtex), ("ris", ris), ("json", csl)):
            entry = ZipInfo(f"{name}.{ending}")
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, form(listed, site).encode("utf-8"))
    return made.getvalue()


def _clean(text: str) -> str:
    return _UNSEEN.sub(" ", text).strip()


def _tex(text: str) -> str:
    return "".join(_TEX.get(c, c) for c in text)
