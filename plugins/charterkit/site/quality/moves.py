"""A figure that must move, told: before, target, now, and whether it did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from charterkit.model.indicator import Direction
from charterkit.rules.quality.moved import Moved, MoveStanding
from charterkit.rules.timeline import Outcome
from charterkit.site.context import Context, Link
from charterkit.site.pieces import Piece
from charterkit.site.quality.lines import figure_link
from charterkit.site.quality.looks import MOVED_MEANINGS
from charterkit.site.results.figures import Unit, target_unit, unit_of
from charterkit.text import beginning


@dataclass(frozen=True, slots=True)
class MovePart:
    """A figure that must move: the way to its results, three figures with their periods, the verdict and its reason."""

    title: Link
    before: str
    before_period: str
    target: str
    by_period: str
    now: str
    now_period: str
    badge: Piece
    meaning: str


def move_parts(context: Context, moves: Iterable[MoveStanding]) -> tuple[MovePart, ...]:
    """The figures in their order."""
    return tuple(_part(context, one) for one in moves)


def moved_counts(context: Context, moves: Iterable[MoveStanding]) -> tuple[tuple[Piece, int], ...]:
    """How many figures got which verdict; verdicts that none got are left out."""
    found = Counter(one.verdict for one in moves)
    return tuple((context.badges.moved[verdict], found[verdict]) for verdict in Moved if found[verdict])


def _part(context: Context, one: MoveStanding) -> MovePart:
    words, indicator = context.reader.words, one.indicator
    now = one.after or one.newest
    return MovePart(
        title=figure_link(context, one),
        before=_figure(context, one.before, unit_of(indicator)),
        before_period=beginning(words.period(one.origin)),
        target=_target(context, one),
        by_period=beginning(words.period(one.by)),
        now=_figure(context, now, unit_of(indicator)),
        now_period=beginning(words.period(now.period)) if now else "",
        badge=context.badges.moved[one.verdict],
        meaning=context.say(MOVED_MEANINGS[one.verdict]),
    )


def _figure(context: Context, outcome: Outcome | None, unit: Unit) -> str:
    if outcome is None or outcome.figure is None:
        return "–"
    return context.figures.figure(outcome.figure, unit)


def _target(context: Context, one: MoveStanding) -> str:
    direction, to = one.indicator.direction, one.move.to
    if direction is Direction.IN_RANGE:
        return context.say("inside its range")
    if to is None:
        return context.say("higher") if direction is Direction.HIGHER else context.say("lower")
    amount = context.figures.amount(to, target_unit(one.indicator))
    if direction is Direction.HIGHER:
        return context.say("at least {amount}", amount=amount)
    return context.say("at most {amount}", amount=amount)
