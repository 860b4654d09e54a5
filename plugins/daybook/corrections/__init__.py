"""What a person says from the command line, written where they could have written it themselves.

Each kind of correction is one file: it looks up what is spoken of, changes entries of content/authority/ or one article's
file, and tells what it wrote. `daybook ingest` applies it to every article.
"""
