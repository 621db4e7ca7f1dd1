"""Marks the sentences of the product for translation; each function returns what it was given."""

from __future__ import annotations


def mark(message: str) -> str:
    """The message itself; marks a sentence in a table for translation."""
    return message


def mark_count(one: str, many: str) -> tuple[str, str]:
    """Both messages themselves; marks a sentence that counts, in a table, for translation."""
    return one, many


def mark_in_context(_context: str, message: str) -> str:
    """The message itself; marks words in a table for translation, which differ by their context."""
    return message
