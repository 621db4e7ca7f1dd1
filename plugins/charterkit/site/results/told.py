"""One result told in full: badge, number, sentences, how exact it is, and what the body says about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from charterkit.model.indicator import SURVEYS, Indicator
from charterkit.model.result import Row
from charterkit.rules.timeline import Outcome
from charterkit.site.context import Context, Link
from charterkit.site.pieces import Piece
from charterkit.site.results.figures import BigNumber, Figures, unit_of
from charterkit.site.results.surveys import interval_sentence
from charterkit.site.results.telling import tell


@dataclass(frozen=True, slots=True)
class Story:
    """What the body says about a result: why it is what it is, what it does about it and by when."""

    reason: Piece
    cause: Piece
    action: Piece
    action_by: str
    note: Piece
    links: tuple[Link, ...] = ()
    """The ways to the actions of the improvement plan that followed."""


@dataclass(frozen=True, slots=True)
class OutcomePart:
    """One result told in full: badge, number, sentences, where they come from, and the body's own words."""

    badge: Piece
    number: BigNumber | None
    sentences: tuple[str, ...]
    details: tuple[str, ...]
    story: Story


_SILENCE: Final = Story(Piece(), Piece(), Piece(), "", Piece())


def outcome_part(
    context: Context,
    outcome: Outcome,
    outcomes: Sequence[Outcome],
    indicator: Indicator,
    *,
    judged: bool = True,
) -> OutcomePart:
    """One result among the others of its measure, told in full; `judged` is false where nobody judges it."""
    row, figure, target = outcome.row, outcome.figure, outcome.verdict.target
    return OutcomePart(
        badge=context.badges.results[outcome.status],
        number=context.figures.big(figure, unit_of(indicator), target) if figure else None,
        sentences=tell(context.figures, outcome, outcomes, indicator, judged=judged),
        details=outcome_details(context, outcome, indicator),
        story=story(context, row) if row else _SILENCE,
    )


def outcome_details(context: Context, outcome: Outcome, indicator: Indicator) -> tuple[str, ...]:
    """How exact a figure is, how many were asked, when it was published, and from where it comes."""
    row, details = outcome.row, []
    if row and outcome.figure:
        details += basis(context.figures, row, indicator)
    if row and row.released:
        details.append(context.say("Published: {day}", day=context.reader.words.day(row.released)))
    if row and row.reported:
        details.append(context.say("Stated by the body itself: {statement}", statement=row.reported))
    if row and row.source:
        details.append(context.say("Source: {name}", name=row.source))
    return tuple(details)


def story(context: Context, row: Row) -> Story:
    """What the body says about a row of its results."""
    by = row.action_by
    return Story(
        context.block(row.reason),
        context.block(row.cause),
        context.block(row.action),
        context.reader.words.day(by) if by else "",
        context.block(row.note),
    )


def basis(figures: Figures, row: Row, indicator: Indicator) -> list[str]:
    """How exact the figure of a row is, and on how many answers or cases it rests."""
    say = figures.reader.words.say
    survey = indicator.type in SURVEYS
    interval = interval_sentence(figures, row, indicator)
    found = [interval] if interval else []
    if row.n is not None and survey:
        found.append(say("People who answered: {number}", number=figures.count(row.n)))
    elif row.n is not None:
        found.append(say("Number of cases: {number}", number=figures.count(row.n)))
    elif row.denominator is None and survey:
        found.append(say("Number of people who answered: not published"))
    return found
