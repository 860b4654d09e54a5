"""The words of the interface in the site's language, and how it writes days, numbers and lists.

English texts stand in the sources, as gettext's msgids; `<language>.po` beside this file has their translations, read as it is.

    words = of("uk")                                    # one object a language, the same each time
    words.gettext("Undated")
    words.gettext("From %(first)s to %(last)s", first=words.day_plain(a), last=words.day_plain(b))
    words.ngettext("%(num)s city", "%(num)s cities", 3)   # `num` is the number as the language writes it
    words.pgettext("a kind of place", "Site")

In templates the same functions are `_()`, `ngettext()` and `pgettext()`, in browser code `t()` and `tn()`.
`make words` gathers the texts of all three into the catalogues; a test says which of them lack a translation.
"""

from daybook.words.catalogue import languages
from daybook.words.language import ENGLISH, Words, of
from daybook.words.marks import N_, NP_

__all__ = ["ENGLISH", "NP_", "N_", "Words", "languages", "of"]
