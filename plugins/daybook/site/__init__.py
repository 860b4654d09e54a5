"""The second half of the way of the data, up to the page: articles in, page models out. Pure; knows no template engine.

    page(article, address, site)                # kinds/article.py: made of the article alone, with tokens (late.py)
    archive = Archive.of(digests, coverage)     # archive.py: what all other pages show, indexed
    prints = Prints(Desk(archive, site, read))  # prints.py: what each page depends on
    for work in works(prints):                  # works.py: made again only where its print changed
        work.make()
    decided.values(article, …)                  # settled.py: what the archive decides of an article's page

A page is a value: two builds whose pages compare equal render the same bytes.
"""
