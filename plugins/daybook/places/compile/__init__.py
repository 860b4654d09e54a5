"""Making the gazetteer: open packages and our own tables in, the files of `store` out. Runs when the data change."""
