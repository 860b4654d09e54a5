"""The search index, and the contract of its tokens."""
