"""The second half of the way of the data, up to the page: articles in, page models out. Pure; knows no template engine.

    archive = Archive.of(articles, coverage, names)        # site/archive.py
    for page in pages(archive, info, read):                 # site/pages.py
        renderer.render(page)                               # a template, with what site/functions.py lets it call

A page is a value: two builds whose pages compare equal render the same bytes. Everything dear (Markdown, marks in
the text) happens in these functions while a page is rendered, so that a page that did not change costs next to nothing.
"""
