"""Parts of page models that several kinds of page share."""
