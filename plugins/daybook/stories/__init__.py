"""Which articles tell of the same: how alike they are, and by what."""
