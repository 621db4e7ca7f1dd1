"""How much room words take, so that what fits on a page or on a line is not torn in two."""

from __future__ import annotations

import math
from typing import Final

from charterkit.exports.dossier.tree import Block, Grid, Heading, Items, Paragraph, Row, words_of

# How many lines of a cell surely fit on a page, and how many signs on a line of the whole width: upright, and wide.
_LINES: Final = (48, 30)
_SIGNS: Final = (86, 139)
# What the edges of a cell take from its line.
_EDGES: Final = 3

SIGNS_OF_A_LINE: Final = 90
"""How many signs surely stand on one line of an upright page."""

# A letter of other alphabets than the Latin is wider.
_WIDER: Final = 1.2
_FIRST_GREEK: Final = "\u0370"


def is_line(words: str) -> bool:
    """Whether words surely stand on one line."""
    return sum(1 if sign < _FIRST_GREEK else _WIDER for sign in words) <= SIGNS_OF_A_LINE


def fits(block: Grid, row: Row, *, wide: bool) -> bool:
    """Whether a row of a table surely fits on a page, so that it need not break over two."""
    whole = _SIGNS[wide] * block.part // 100
    shares = (max(whole * one // sum(block.widths) - _EDGES, 1) for one in block.widths)
    return all(
        sum(_lines(one, signs) for one in cell) <= _LINES[wide]
        for cell, signs in zip(row, shares, strict=True)
    )


def _lines(block: Block, signs: int) -> float:
    """How many lines a block takes at most, with the space after it."""
    match block:
        case Heading() | Paragraph():
            return sum(-(-len(line) // signs) or 1 for line in words_of(block.runs).split("\n")) + 0.3
        case Items():
            return sum(_lines(one, max(signs - _EDGES, 1)) for item in block.items for one in item)
    # A table within a cell may be of any height.
    return math.inf
