"""The actor rules: each one function `(Scene) -> Found …` in one file. All run; the longest answer wins."""
