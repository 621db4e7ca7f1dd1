"""The table by which results are judged, as the very code that judges gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from charterkit.model.result import UNSETTLED, State
from charterkit.rules.demands import Says
from charterkit.rules.status import Moment, PromiseStatus, Situation, Status, Why, decide, roll_up

# As the table is read: first what a row says in words, then whether there is a figure, then what it says.
_WORDS = (State.NOT_APPLICABLE, State.ENDED, State.SUPPRESSED, State.NO_CASES, State.MISSING)
_STATES = (*_WORDS, *sorted(UNSETTLED), State.NOTHING)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: the reason for which a status is given, and the status."""

    why: Why
    status: Status


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What becomes of a promise whose measures have these statuses; `measured` is false where it has none."""

    statuses: tuple[Status, ...]
    promise: PromiseStatus


def situations() -> Iterator[Situation]:
    """Every situation that there can be, in the order in which the table is read."""
    answers = (False, True)
    for state, says, moment in product(_STATES, Says, Moment):
        for shorter, accumulates, no_base in product(answers, repeat=3):
            yield Situation(state, says, moment, shorter, accumulates, no_base)


@cache
def lines() -> tuple[Line, ...]:
    """Every answer that `decide` gives, each once, in the order of the table."""
    decided = (decide(situation) for situation in situations())
    return tuple(dict.fromkeys(Line(why, status) for status, why in filter(None, decided)))


# Each shows a rule of its own: all met, some, none, a small miss, a gap, nothing that counts, no measure.
_COMBINED = (
    (Status.MET, Status.MET),
    (Status.MET, Status.NOT_MET),
    (Status.NEAR, Status.NOT_MET),
    (Status.NEAR,),
    (Status.MET, Status.OVERDUE),
    (Status.MET, Status.NO_CASES),
    (Status.NO_TARGET,),
    (),
)


def combined() -> tuple[Verdicts, ...]:
    """Examples of how the status of a promise follows from those of its measures."""
    return tuple(Verdicts(found, roll_up(bool(found), found)) for found in _COMBINED)
