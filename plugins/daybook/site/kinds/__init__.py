"""The kinds of page, one module each: `pages(desk)` yields every page of that kind."""
