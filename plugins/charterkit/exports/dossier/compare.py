"""Two states of a text as one: by blocks first, then by words within a block that was changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from typing import Final

from charterkit.exports.dossier.tree import (
    Block,
    Grid,
    Heading,
    Items,
    Look,
    NewPage,
    Paragraph,
    Row,
    Run,
    Runs,
    words_of,
)

_WORDS: Final = re.compile(r"\s+|[^\W_]+(?:(?:[.,:]|(?<=\d)–(?=\d))[^\W_]+)*|.", re.DOTALL)
# Below this likeness a changed block is told as one that went and one that came.
_ALIKE: Final = 0.35


def compared(old: Sequence[Block], new: Sequence[Block]) -> tuple[Block, ...]:
    """The new blocks, with what is new in them and what went from the old ones."""
    matcher = SequenceMatcher(None, [_key(one) for one in old], [_key(one) for one in new], autojunk=False)
    found: list[Block] = []
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag == "equal":
            found += new[first:last]
        else:
            found += _replaced(old[low:high], new[first:last])
    return tuple(found)


def _key(block: Block) -> str:
    return repr(block)


def _replaced(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Block]:
    """Pairs the blocks of a changed stretch that are alike, in their order; the others went or came."""
    start = 0
    for one in new:
        place = next((n for n in range(start, len(old)) if _is_like(old[n], one)), None)
        if place is None:
            yield whole(one, Look.INSERTED)
            continue
        yield from (whole(gone, Look.DELETED) for gone in old[start:place])
        yield _merged(old[place], one)
        start = place + 1
    yield from (whole(gone, Look.DELETED) for gone in old[start:] if not isinstance(gone, NewPage))


def _is_like(old: Block, new: Block) -> bool:
    if type(old) is not type(new) or (
        isinstance(old, Paragraph) and isinstance(new, Paragraph) and old.style is not new.style
    ):
        return False
    if isinstance(old, Grid) and isinstance(new, Grid):
        return old.head == new.head
    if isinstance(old, (NewPage, Items)):
        return True
    return _likeness(_text(old), _text(new)) >= _ALIKE


@cache
def _likeness(old: str, new: str) -> float:
    return SequenceMatcher(None, _WORDS.findall(old), _WORDS.findall(new), autojunk=False).ratio()


def before_and_after(
    old: Sequence[Block], new: Sequence[Block]
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The same text twice: as it was, with what went struck through, and as it is, with what came underlined."""
    merged = compared(old, new)
    return _without(merged, Look.INSERTED), _without(merged, Look.DELETED)


def is_marked(block: Block) -> bool:
    """Whether something in a block came or went."""
    match block:
        case Heading() | Paragraph():
            return any(run.look in (Look.INSERTED, Look.DELETED) for run in block.runs)
        case Items():
            return any(is_marked(part) for item in block.items for part in item)
        case Grid():
            cells = (part for row in block.rows for cell in row for part in cell)
            return any(is_marked(Paragraph(one)) for one in block.head) or any(map(is_marked, cells))
    return False


def _without(blocks: Iterable[Block], look: Look) -> tuple[Block, ...]:
    return tuple(one for one in (_block_without(block, look) for block in blocks) if one is not None)


def _block_without(block: Block, look: Look) -> Block | None:
    match block:
        case Heading() | Paragraph():
            runs = tuple(run for run in block.runs if run.look is not look)
            return replace(block, runs=runs) if runs else None
        case Items():
            items = tuple(found for item in block.items if (found := _without(item, look)))
            return replace(block, items=items) if items else None
        case Grid():
            if any(run.look is look for one in block.head for run in one):
                return None
            rows = (tuple(_without(cell, look) for cell in row) for row in block.rows)
            return replace(block, rows=tuple(row for row in rows if any(row)))
    return block


def _text(block: Block) -> str:
    return words_of(block.runs) if isinstance(block, (Heading, Paragraph)) else ""


def _merged(old: Block, new: Block) -> Block:
    match old, new:
        case Heading(), Heading():
            return replace(new, runs=merged_runs(old.runs, new.runs))
        case Paragraph(), Paragraph():
            return replace(new, runs=merged_runs(old.runs, new.runs))
        case Items(), Items():
            return replace(new, items=_merged_items(old.items, new.items))
        case Grid(), Grid():
            return replace(new, rows=tuple(_merged_rows(old.rows, new.rows)))
    return whole(new, Look.INSERTED) if old != new else new


def _merged_rows(old: tuple[Row, ...], new: tuple[Row, ...]) -> Iterator[Row]:
    """The rows of a table; those of a changed stretch are held against each other cell by cell, in their order."""
    matcher = SequenceMatcher(None, [repr(one) for one in old], [repr(one) for one in new], autojunk=False)
    for _, low, high, first, last in matcher.get_opcodes():
        paired = min(high - low, last - first)
        for before, after in zip(old[low : low + paired], new[first : first + paired], strict=True):
            yield tuple(map(compared, before, after))
        yield from (_whole_row(row, Look.DELETED) for row in old[low + paired : high])
        yield from (_whole_row(row, Look.INSERTED) for row in new[first + paired : last])


def _whole_row(row: Row, look: Look) -> Row:
    return tuple(tuple(whole(one, look) for one in cell) for cell in row)


def _merged_items(
    old: tuple[tuple[Block, ...], ...], new: tuple[tuple[Block, ...], ...]
) -> tuple[tuple[Block, ...], ...]:
    matcher = SequenceMatcher(None, [repr(one) for one in old], [repr(one) for one in new], autojunk=False)
    found: list[tuple[Block, ...]] = []
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag == "equal":
            found += new[first:last]
            continue
        paired = min(high - low, last - first)
        found += (compared(old[low + n], new[first + n]) for n in range(paired))
        found += (tuple(whole(block, Look.DELETED) for block in item) for item in old[low + paired : high])
        found += (tuple(whole(block, Look.INSERTED) for block in item) for item in new[first + paired : last])
    return tuple(found)


def merged_runs(old: Runs, new: Runs) -> Runs:
    """Words of one paragraph before and after, as runs; what is the same keeps its look."""
    before, after = _split(old), _split(new)
    matcher = SequenceMatcher(None, [one.text for one in before], [one.text for one in after], autojunk=False)
    found: list[Run] = []
    for tag, low, high, first, last in _whole_stretches(matcher, before, after):
        if tag == "equal":
            found += after[first:last]
            continue
        found += (replace(one, look=Look.DELETED) for one in before[low:high])
        found += (replace(one, look=Look.INSERTED) for one in after[first:last])
    return _joined(found)


def _whole_stretches(
    matcher: SequenceMatcher[str], before: list[Run], after: list[Run]
) -> Iterator[tuple[str, int, int, int, int]]:
    """The steps of a comparison; changes with nothing but a blank between them are one change."""
    pending: tuple[str, int, int, int, int] | None = None
    for step in matcher.get_opcodes():
        tag, low, high, first, last = step
        is_blank = tag == "equal" and not "".join(one.text for one in after[first:last]).strip()
        if tag != "equal" or (pending is not None and is_blank):
            pending = (
                ("replace", pending[1], high, pending[3], last)
                if pending
                else ("replace", low, high, first, last)
            )
            continue
        if pending is not None:
            yield pending
            pending = None
        yield step
    if pending is not None:
        yield pending


def _split(runs: Runs) -> list[Run]:
    return [replace(run, text=word) for run in runs for word in _WORDS.findall(run.text)]


def _joined(found: Iterable[Run]) -> Runs:
    """Neighbours that look alike as one run."""
    joined: list[Run] = []
    for run in found:
        if joined and (joined[-1].look, joined[-1].href) == (run.look, run.href):
            joined[-1] = replace(joined[-1], text=joined[-1].text + run.text)
        else:
            joined.append(run)
    return tuple(joined)


def whole(block: Block, look: Look) -> Block:
    """A block all of whose words came or went."""
    match block:
        case Heading() | Paragraph():
            return replace(block, runs=tuple(replace(run, look=look) for run in block.runs))
        case Items():
            return replace(
                block, items=tuple(tuple(whole(one, look) for one in item) for item in block.items)
            )
        case Grid():
            head = tuple(tuple(replace(run, look=look) for run in one) for one in block.head)
            return replace(block, head=head, rows=tuple(_whole_row(row, look) for row in block.rows))
    return block
