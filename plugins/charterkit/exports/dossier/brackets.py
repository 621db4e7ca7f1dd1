"""Marked changes for those who do not see the lines: what went and what came stands between signs of its own.

So a copy in black and white, words that were copied into a letter and a program that reads aloud all tell the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Final

from charterkit.exports.dossier.tree import Block, Grid, Heading, Items, Look, Paragraph, Run, Runs
from charterkit.rules.releases.words_diff import Fate
from charterkit.site.releases.wordings import SIGNS

_SIGNS: Final[Mapping[Look, tuple[str, str]]] = {
    Look.DELETED: SIGNS[Fate.OUT],
    Look.INSERTED: SIGNS[Fate.IN],
}


def signs(look: Look) -> str:
    """The two signs of what went or came, with nothing between them: for a legend."""
    first, last = _SIGNS[look]
    return f"{first.strip()} {last.strip()}"


def bracketed(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with signs around every run of words that went or came, and a blank between the two."""
    return tuple(_block(one) for one in blocks)


def _block(block: Block) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, runs=tuple(_runs(block.runs)))
        case Items():
            return replace(block, items=tuple(bracketed(item) for item in block.items))
        case Grid():
            rows = tuple(tuple(bracketed(cell) for cell in row) for row in block.rows)
            return replace(block, head=tuple(tuple(_runs(one)) for one in block.head), rows=rows)
    return block


def _runs(runs: Runs) -> Iterator[Run]:
    groups = [(look, list(found)) for look, found in groupby(runs, key=_marked)]
    for place, (look, found) in enumerate(groups):
        after = groups[place + 1] if place + 1 < len(groups) else None
        if look is None:
            yield from found
        else:
            yield from _enclosed(found, look, next_to=after is not None and after[0] is not None)


def _marked(run: Run) -> Look | None:
    return run.look if run.look in _SIGNS else None


def _enclosed(words: list[Run], look: Look, *, next_to: bool) -> Iterator[Run]:
    """Runs of one look between their signs; blanks at their ends stay outside. `next_to`: another look follows."""
    first, last = words[0], words[-1]
    lead = first.text[: len(first.text) - len(first.text.lstrip())]
    tail = last.text[len(last.text.rstrip()) :]
    if not "".join(one.text for one in words).strip():
        yield from words
        return
    opening, closing = _SIGNS[look]
    stripped = [replace(first, text=first.text.lstrip()), *words[1:]]
    stripped[-1] = replace(stripped[-1], text=stripped[-1].text.rstrip())
    # The line through the words would make their signs unreadable.
    yield from (*_plain(f"{lead}{opening}"), *stripped, *_plain(f"{closing}{tail or ' ' * next_to}"))


def _plain(text: str) -> tuple[Run, ...]:
    return (Run(text),) if text else ()
