"""content/: front matter, evidence, fingerprints, register, authority."""
