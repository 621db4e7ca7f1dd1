"""What people notice of a proposal: each promise that changes, as it holds today and as it is to hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from charterkit.exports.dossier.compare import is_marked
from charterkit.exports.dossier.differences import Difference
from charterkit.exports.dossier.tables import changed_promises, effect_words
from charterkit.exports.dossier.tree import Block, Grid, Heading, Items, Paragraph, Row, para, plain
from charterkit.exports.dossier.voice import Voice


def brief(voice: Voice, found: Sequence[Difference]) -> Iterator[Block]:
    """The table that a councillor reads first; nothing where no promise changes."""
    rows = tuple(_row(voice, one) for one in changed_promises(found))
    if rows:
        yield Heading(1, plain(voice.say("Changed promises and targets")))
        heads = (voice.say("Promise"), voice.say("In force"), voice.say("Proposed"), voice.say("Effect"))
        yield Grid(tuple(plain(one) for one in heads), rows, (5, 7, 8, 4))


def _row(voice: Voice, one: Difference) -> Row:
    return (
        (para(one.name),),
        _latest(one.old) or (para("–"),),
        _latest(one.new) or (para("–"),),
        effect_words(voice, one.effects),
    )


def _latest(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with only what changes of a list of targets, else the last of them: the others are history."""
    return tuple(part for one in blocks for part in (_last(one) if isinstance(one, Items) else (one,)))


def _last(block: Items) -> tuple[Block, ...]:
    marked = tuple(item for item in block.items if any(map(is_marked, item)))
    return tuple(part for item in marked or block.items[-1:] for part in map(_unmarked, item))


def _unmarked(block: Block) -> Block:
    """In a row of its own nothing needs a mark."""
    if not isinstance(block, Paragraph):
        return block
    return Paragraph(plain("".join(run.text for run in block.runs)))
