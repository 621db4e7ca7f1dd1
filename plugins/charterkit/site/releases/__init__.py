"""Releases in a reader's words: what changed between two of them."""
