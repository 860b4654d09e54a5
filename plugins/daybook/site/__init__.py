"""Page models: what each page of the site shows, as values."""
