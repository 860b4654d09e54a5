"""One build of many files: what is kept from the last one, what has to be made again, and many cores to make it."""
