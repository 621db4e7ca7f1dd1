"""Marked changes for those who do not see the lines: what went stands in brackets, also where a text is read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from charterkit.exports.dossier.tree import Block, Grid, Heading, Items, Look, Paragraph, Run, Runs


def bracketed(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with brackets around every run of words that went, and a blank before what came in its place."""
    return tuple(_block(one) for one in blocks)


def _block(block: Block) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, runs=tuple(_runs(block.runs)))
        case Items():
            return replace(block, items=tuple(bracketed(item) for item in block.items))
        case Grid():
            rows = tuple(tuple(bracketed(cell) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
    return block


def _runs(runs: Runs) -> Iterator[Run]:
    groups = [(gone, list(found)) for gone, found in groupby(runs, key=lambda one: one.look is Look.DELETED)]
    for place, (gone, found) in enumerate(groups):
        if not gone:
            yield from found
            continue
        after = groups[place + 1][1][0] if place + 1 < len(groups) else None
        yield from _enclosed(found, after)


def _enclosed(gone: list[Run], after: Run | None) -> Iterator[Run]:
    first, last = gone[0], gone[-1]
    lead = first.text[: len(first.text) - len(first.text.lstrip())]
    tail = last.text[len(last.text.rstrip()) :]
    words = "".join(one.text for one in gone)
    if not words.strip():
        yield from gone
        return
    needs_blank = after is not None and after.look is Look.INSERTED and not (tail or after.text[:1].isspace())
    yield from _plain(lead)
    opened = [replace(first, text=f"[{first.text.lstrip()}"), *gone[1:]]
    yield from (*opened[:-1], replace(opened[-1], text=f"{opened[-1].text.rstrip()}]"))
    yield from _plain(tail or (" " if needs_blank else ""))


def _plain(text: str) -> tuple[Run, ...]:
    return (Run(text),) if text else ()
