"""The rules of judging in plain words: a line for every answer that the code can give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.rules.decision_table import combined, lines
from charterkit.rules.status import PromiseStatus, Status, Why
from charterkit.site.context import Context
from charterkit.site.pieces import Piece
from charterkit.site.results.verdicts import LOOKS, PROMISE_LOOKS
from charterkit.strings import mark

# What is known when the rule with this reason decides; the verdicts stand in the code alone.
CONDITIONS: Final[Mapping[Why, str]] = {
    Why.NOT_APPLICABLE: mark("We say that the promise did not apply in the period."),
    Why.ENDED: mark("We say that nothing is reported any more."),
    Why.SUPPRESSED: LOOKS[Status.SUPPRESSED].meaning,
    Why.NO_CASES: mark("There was not a single case: 0 of 0."),
    Why.MISSING: mark("We say that we have no figure."),
    Why.RUNNING: mark("There is no figure that decides, and the period is not over yet."),
    Why.NOT_YET_DUE: mark("There is no figure. The period is over, but the figure is not due yet."),
    Why.PAST_DUE: mark("There is no figure, and the day by which it had to be published has passed."),
    Why.NO_DUE_DATE: mark("There is no figure. The period is over, and no day was set for publishing it."),
    Why.BOUND: mark(
        "The period is over, but only “less than” or “more than” some number was published, and "
        "that is not enough to decide."
    ),
    Why.NO_TARGET: mark(
        "There is a figure, but nothing to compare it with: there is no target, it is set in "
        "words, or neither more nor less is better."
    ),
    Why.HOLDS_SO_FAR: mark("The figure is not final. So far it reaches the target."),
    Why.NEAR_SO_FAR: mark("The figure is not final. So far it misses the target by no more than the margin."),
    Why.MISSES_SO_FAR: mark("The figure is not final. So far it misses the target by more than the margin."),
    Why.STILL_COUNTING: mark(
        "The figure is not final and misses the target so far, but it keeps growing towards it "
        "until the period ends."
    ),
    Why.HOLDS: mark("The figure is final and reaches the target."),
    Why.NEAR: mark("The figure is final and misses the target by no more than the margin."),
    Why.MISSES: mark("The figure is final and misses the target by more than the margin."),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A verdict, and when it is given or what it means."""

    badge: Piece
    meaning: str


@dataclass(frozen=True, slots=True)
class Combination:
    """The verdicts on the measures of a promise (none: it has no measure), and the one that follows."""

    measures: tuple[Piece, ...]
    promise: Piece


def decision_rules(context: Context) -> tuple[Rule, ...]:
    """The order of the rules, from the top: the first that fits decides."""
    return tuple(
        Rule(context.badges.results[line.status], context.say(CONDITIONS[line.why])) for line in lines()
    )


def combinations(context: Context) -> tuple[Combination, ...]:
    """Examples of how the verdict on a promise follows."""
    return tuple(
        Combination(
            tuple(context.badges.results[status] for status in one.statuses),
            context.badges.promises[one.promise],
        )
        for one in combined()
    )


def meanings(context: Context) -> tuple[Rule, ...]:
    """What each verdict on a result means."""
    return tuple(
        Rule(context.badges.results[status], context.say(LOOKS[status].meaning)) for status in Status
    )


def promise_meanings(context: Context) -> tuple[Rule, ...]:
    """What each verdict on a promise means."""
    return tuple(
        Rule(context.badges.promises[status], context.say(PROMISE_LOOKS[status].meaning))
        for status in PromiseStatus
    )


def principles(context: Context) -> tuple[str, ...]:
    """What holds for every verdict."""
    return (
        context.say("A result is judged by the target that was in force on the last day of its period."),
        context.say("Figures are compared exactly as they are, before any rounding."),
        context.say(
            "What counts for a promise is the latest period that is over and due; an older figure never stands in for it."
        ),
        context.say("For a year, what counts is the last period that ended in it and is due."),
        context.say("A figure that is not published in time is shown as overdue until it is."),
        context.say("Figures of different kinds are never averaged."),
        context.say(
            "A figure is not final while its period is running, or while it tells only of a part of the period that is "
            "judged. A provisional figure, an estimate and a forecast are not final either."
        ),
    )
