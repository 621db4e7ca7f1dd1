"""Which parts of a document stay together on a page: the same rules for both writers.

A heading stays with what it heads, words that introduce something with what they introduce, and the last short line of
a section with the one before it. A short list is never torn.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from charterkit.exports.dossier.rows import SIGNS_OF_A_LINE
from charterkit.exports.dossier.tree import Block, Grid, Heading, Items, NewPage, Paragraph, Style, words_of

# How many lines a list may take that stands on one page, and a paragraph that follows another one there.
_LIST: Final = 10
_PARAGRAPH: Final = 4
# The last lines of a section that would look lost on a page of their own.
_LAST: Final = 2


def kept(blocks: Sequence[Block]) -> tuple[bool, ...]:
    """For each of the blocks whether it stays on the page on which the next one begins."""
    found = [False] * len(blocks)
    for place in reversed(range(len(blocks) - 1)):
        one, following = blocks[place], blocks[place + 1]
        after = blocks[place + 2] if place + 2 < len(blocks) else None
        leads = _leads(blocks[place - 1] if place else None, one, following)
        found[place] = leads or _introduces(one, following) or _ends_with(one, following, after)
    return tuple(found)


def _leads(before: Block | None, one: Block, following: Block) -> bool:
    """Whether a short paragraph is all that stands between two headings: alone with the first it would look lost."""
    return isinstance(before, Heading) and isinstance(following, Heading) and _is_short(one)


def _introduces(one: Block, following: Block) -> bool:
    """Whether a block says what the next one is."""
    if isinstance(following, NewPage):
        return False
    if not isinstance(one, Paragraph):
        return isinstance(one, Heading)
    is_opening = words_of(one.runs).rstrip().endswith(":")
    return one.style is Style.LABEL or is_opening or isinstance(following, Grid)


def _ends_with(one: Block, last: Block, after: Block | None) -> bool:
    """Whether the next block is the short last line of a section that this block begins or continues."""
    if not isinstance(last, Paragraph) or not (after is None or isinstance(after, (Heading, NewPage))):
        return False
    return _lines(last) <= _LAST and (isinstance(one, Items) or _is_short(one))


def _is_short(block: Block) -> bool:
    return isinstance(block, Paragraph) and _lines(block) <= _PARAGRAPH


def stays_whole(block: Items) -> bool:
    """Whether no page ends within a list."""
    return _lines(block) <= _LIST


def _lines(block: Block) -> int:
    match block:
        case Heading() | Paragraph():
            return sum(-(-len(line) // SIGNS_OF_A_LINE) or 1 for line in words_of(block.runs).split("\n"))
        case Items():
            return sum(_lines(one) for item in block.items for one in item)
    # A table within a list may be of any height.
    return _LIST + 1
