"""content/: front matter, evidence, fingerprints, register, authority.

    articles, problems = store.load(content)         # every article, as its file has it
    names = register.load(content).names_of()        # the slugs and addresses that were settled
    known = authority.load(content / "authority")    # what people decided

Of these only `store.save` and `register.save` write, and only ingest calls them.
"""
