"""The signs of calculation as they are taught at school in the reader's language: "×" or "·", "÷" or ":"."""

from __future__ import annotations

from charterkit.strings import Words


def times(words: Words) -> str:
    """The sign of multiplication."""
    return words.in_context("sign of multiplication", "×")


def divided(words: Words) -> str:
    """The sign of division."""
    return words.in_context("sign of division", "÷")
