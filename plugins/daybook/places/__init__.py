"""Toponyms: found, resolved, given a role."""
