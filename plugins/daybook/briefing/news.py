"""How much of an event a sentence tells: what was done before what is thought of it, and news before features and sessions of markets.

By the words of `knowledge/briefing.yaml`; what they do not know counts as it is, and so does a language that they do not hold.
"""

from __future__ import annotations

from daybook.briefing.alone import QUOTED
from daybook.briefing.knowledge import Words

FEATURE = 0.4
"""What a sentence of an analysis or of a survey of other reports is worth beside one of a report."""
SESSION = 0.5
"""The same of a report on how a market opened or closed."""
ROUTINE = 0.5
"""The same of a report that begins with what is told every day or week."""
SILENT = 0.35
"""The same of a sentence that tells that somebody said or did nothing."""
TALKED = 0.7
"""The same of one whose witnesses are talkers without a name, such as `analysts`."""
GUESSED = 0.85
"""The same of one that tells what may be."""
BUSINESS = 0.8
"""The same of one that tells what one business does for itself."""
DONE = 1.4
"""The same of one that tells that something happened, such as a death, a vote or an attack."""


def of_report(title: str, opening: str, lang: str) -> float:
    """What a report is worth by its title and its first sentence."""
    told = Words(title, lang)
    if told.hold("features"):
        return FEATURE
    if told.hold("sessions"):
        return SESSION
    return ROUTINE if Words(opening, lang).hold("routine") else 1.0


def of_sentence(text: str, lang: str) -> float:
    """What a sentence is worth by what it tells."""
    told = Words(QUOTED.sub("", text), lang)
    if told.hold("silent"):
        return SILENT
    worth = 1.0
    for part, value in (("maybe", GUESSED), ("talkers", TALKED), ("business", BUSINESS)):
        if told.hold(part):
            worth *= value
    return DONE if worth == 1 and told.hold("done") else worth
