"""A day's briefing as a letter: a file that mail programs open (RFC 5322), plain text and HTML. The same record gives the same bytes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape
from urllib.parse import urlsplit

from daybook.content.markdown import visible
from daybook.proof.record import Record
from daybook.site import addresses, taken
from daybook.site.page import SiteInfo

NOWHERE = "daybook.invalid"
"""Domain of a letter of a site without an address (RFC 2606)."""


def letter(record: Record, site: SiteInfo) -> bytes:
    """The letter, unsent: its sender is the site by name, and it has no recipient. Links are absolute, or left out."""
    day, link, words = date.fromisoformat(record.day), taken.linker(site), site.words
    title, name = taken.title(record, words), visible(site.name)
    host = urlsplit(site.url).hostname or NOWHERE
    page, proof = link(addresses.day(day), ""), taken.proof(record, words, linked=bool(site.url))
    made = EmailMessage(policy=SMTP)
    made["From"] = Address(name, "briefing", host)
    made["Date"] = format_datetime(datetime(day.year, day.month, day.day, tzinfo=UTC))
    made["Subject"] = f"{name}: {title}" if name else title
    made["Message-ID"] = f"<{record.day}.{record.sha256[:32]}@{host}>"
    made["X-Unsent"] = "1"  # a draft, to the mail programs that ask
    plain = "\n".join([title, "", taken.plain(record, words, link), *filter(None, (page, proof))])
    made.set_content(f"{plain}\n", cte="quoted-printable")
    rest = f'<p><a href="{escape(page)}">{escape(name or title)}</a></p>' if page else ""
    html = (
        f'<!doctype html><html lang="{site.lang}" dir="{words.dir}"><head><meta charset="utf-8"><title>{escape(title)}</title></head>'
        f"<body><h1>{escape(title)}</h1>{taken.html(record, words, link)}{rest}<p><small>{escape(proof)}</small></p></body></html>\n"
    )
    made.add_alternative(html, subtype="html", cte="quoted-printable")
    made["Content-Language"] = site.lang
    made.set_boundary(f"=_{record.sha256[:48]}")
    return made.as_bytes()
