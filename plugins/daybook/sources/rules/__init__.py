"""One rule a file: `rule(raw, text)` yields the mentions by which an article names its own source."""
