"""What a page is about, as schema.org JSON-LD. The vocabulary: https://schema.org/docs/full.html"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from daybook.site.links import absolute
from daybook.site.page import Crumb, SiteInfo

Thing = Mapping[str, object]


def text(thing: Thing) -> str:
    """The thing as JSON, keys in order; None and empty values are left out."""
    return json.dumps(_filled(thing), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def document(thing: str, crumbs: Sequence[Crumb], site: SiteInfo) -> str:
    """A page's whole JSON-LD document, safe inside a script element; empty where there is nothing to say."""
    graph = [json.loads(thing)] if thing else []
    if site.url and crumbs:
        graph.append(_trail(crumbs, site))
    if not graph:
        return ""
    whole = {"@context": "https://schema.org", "@graph": graph}
    body = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return body.translate(_ESCAPES)


_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
"""Characters that could end a script element or a line of script."""


def _trail(crumbs: Sequence[Crumb], site: SiteInfo) -> Thing:
    items = [
        {"@type": "ListItem", "position": n, "name": crumb.name, "item": absolute(site.url, crumb.address)}
        for n, crumb in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _filled(value: object) -> object:
    if isinstance(value, Mapping):
        return {k: _filled(v) for k, v in value.items() if v not in (None, "", [], {}, ())}
    if isinstance(value, list | tuple):
        return [_filled(v) for v in value]
    return value
