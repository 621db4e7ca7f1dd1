"""How many promises are in which state: told large, with both shares, or as a row of counts in a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from charterkit.rules.standing import Counts
from charterkit.rules.status import PromiseStatus, Status
from charterkit.rules.years import SMALLEST_BASE
from charterkit.site.context import Context, Link
from charterkit.site.pieces import Piece
from charterkit.site.results.figures import Unit, share_of


@dataclass(frozen=True, slots=True)
class Tally:
    """How many promises are in each state, and the share kept over both bases, each named.

    `kept` is blank where none could be judged: a large 0 would say that none was kept.
    """

    kept: str
    of_all: str
    sentences: tuple[str, ...]
    states: tuple[tuple[Piece, str], ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why promises could not be judged, and how many for each reason; `sentence` says of how many that is told."""

    sentence: str
    states: tuple[tuple[Piece, str], ...]


@dataclass(frozen=True, slots=True)
class CountRow:
    """Promises that are looked at together, and how many of them are in each state, in the order of the states.

    `within` marks a part of the row above it; a state without promises is blank.
    """

    title: Link
    states: tuple[tuple[Piece | str, str], ...]
    within: bool = False


@dataclass(frozen=True, slots=True)
class CountTable:
    """Several of them under one caption; `id` is unique in the page, `more` leads to where there are others."""

    id: str
    caption: str
    heads: tuple[Piece | str, ...]
    rows: tuple[CountRow, ...]
    more: Link | None = None


def tally(context: Context, counts: Counts) -> Tally:
    """The counts of every state of promises, with both shares."""
    return Tally(
        _number(context, counts.kept) if counts.evaluated else "",
        context.say("of {all}", all=_number(context, counts.all)),
        _share_sentences(context, counts),
        tuple(
            (context.badges.promises[status], _number(context, counts.by_status[status]))
            for status in PromiseStatus
        ),
    )


def tally_of_evaluated(context: Context, counts: Counts) -> Tally:
    """The same with the number kept set beside that of the promises that could be judged."""
    of_evaluated = context.say("of {all}", all=_number(context, counts.evaluated))
    return replace(tally(context, counts), of_all=of_evaluated)


def reasons(context: Context, found: Mapping[Status, int]) -> Reasons | None:
    """Why promises could not be judged; None where all could."""
    number = sum(found.values())
    if not number:
        return None
    sentence = context.reader.words.count(
        "Why {n} promise could not be judged:", "Why {n} promises could not be judged:", number
    )
    states = ((context.badges.results[status], _number(context, n)) for status, n in found.items())
    return Reasons(sentence, tuple(states))


def count_table(
    context: Context, id: str, caption: str, rows: tuple[CountRow, ...], more: Link | None = None
) -> CountTable:
    """Rows of counts under the names of the states."""
    heads = tuple(context.badges.promises[status] for status in PromiseStatus)
    return CountTable(id, caption, heads, rows, more)


def count_row(context: Context, title: Link, counts: Counts, within: bool = False) -> CountRow:
    """How many of these promises are in each state."""
    found = ((status, counts.by_status[status]) for status in PromiseStatus)
    states = ((context.badges.promises[status], _number(context, n) if n else "") for status, n in found)
    return CountRow(title, tuple(states), within)


def _number(context: Context, number: int) -> str:
    return context.figures.amount(number, Unit("count", 0))


def _share_sentences(context: Context, counts: Counts) -> tuple[str, ...]:
    words = context.reader.words
    if not counts.evaluated:
        return (context.say("No promise could be judged."),)
    kept = words.count("{n} promise is kept in full.", "{n} promises are kept in full.", counts.kept)
    if counts.evaluated < SMALLEST_BASE:
        few = words.count(
            "Only {n} promise could be judged: too few for a percentage.",
            "Only {n} promises could be judged: too few for a percentage.",
            counts.evaluated,
        )
        return kept, few
    return kept, *_shares(context, counts)


def _shares(context: Context, counts: Counts) -> tuple[str, ...]:
    words, percent = context.reader.words, Unit("percent", 0)
    of_evaluated, of_all = (
        context.figures.amount(share_of(counts.kept, base) or 0, percent)
        for base in (counts.evaluated, counts.all)
    )
    judged = words.count(
        "That is {share} of the {n} promise that could be judged.",
        "That is {share} of the {n} promises that could be judged.",
        counts.evaluated,
        share=of_evaluated,
    )
    if counts.evaluated == counts.all:
        return (judged,)
    every = words.count(
        "Of all promises (there is {n}) that is {share}.",
        "Of all {n} promises that is {share}.",
        counts.all,
        share=of_all,
    )
    return judged, every
