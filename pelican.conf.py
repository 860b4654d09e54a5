"""The settings of this archive: Daybook's own in DAYBOOK, then Pelican's. docs/settings.md tells them all."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "plugins"))

import daybook_pelican

SITENAME = "Talks and Shelling"
SITEURL = ""
DEFAULT_LANG = "en"
TIMEZONE = "UTC"
LOCALE = ["C"]  # the machine's language, or its lack of one, changes nothing

DAYBOOK = {
    "coverage": "2022-02-24..2022-03-31",
    "description": "The first weeks of Russia’s invasion of Ukraine, day by day, as news reports told them.",
}

PATH = "content"
OUTPUT_PATH = "output"

# Daybook's plugin makes its own feeds
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

PLUGINS = [daybook_pelican]
PELICAN_CLASS = daybook_pelican.Site
