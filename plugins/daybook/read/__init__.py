"""Files of seeds/ into RawArticle values."""
