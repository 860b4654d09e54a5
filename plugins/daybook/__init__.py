"""Daybook's core: raw news articles in, typed values and files a person can correct out.

Nothing here imports Pelican or Jinja; `daybook_pelican` is the adapter that does.
"""

__version__ = "0.1.0"
