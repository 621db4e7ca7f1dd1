"""An action of the improvement plan: what led to it, who does it by when, and which figure must move.

Informative: no council votes on it, and no verdict on a promise depends on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from charterkit.model.common import Acknowledged, Source
from charterkit.model.indicator import Owner
from charterkit.text import NO_TEXT, Text


class ActionState(StrEnum):
    """Where an action stands, by the word of its owner."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


# States of which nothing more is expected.
FINISHED = frozenset({ActionState.DONE, ActionState.DROPPED})


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing that led to an action or a goal; exactly one of its five sorts is filled in.

    `commitment` is the full id of a promise that was missed in `period`, `criterion` belongs to a
    self-assessment, `item` to a survey.
    """

    commitment: str = ""
    period: str = ""
    assessment: str = ""
    criterion: str = ""
    survey: str = ""
    item: str = ""
    complaints: Text = NO_TEXT
    other: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Move:
    """A figure that must move between two periods; without `to` any step in the right direction will do.

    `to` is in the unit of the indicator.
    """

    indicator: str
    origin: str
    by: str
    only: tuple[tuple[str, str], ...] = ()
    to: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ProgressNote:
    """What happened on the way, on a day."""

    day: date
    note: Text


@dataclass(frozen=True, slots=True)
class Action:
    """One action. `impact` and `ease` go from 1 to 5; `done` is the day on which it was done.

    `start` is the day on which work is planned to begin, `due` the last one on which it is done in time. `goal` and
    `line` are ids of the strategy, blank where it serves none.
    """

    id: str
    title: Text
    text: Text
    because: tuple[Cause, ...]
    owner: Owner
    start: date
    due: date
    impact: int
    ease: int
    moves: tuple[Move, ...] = ()
    state: ActionState = ActionState.PLANNED
    done: date | None = None
    reason: Text = NO_TEXT
    evidence: Text = NO_TEXT
    sources: tuple[Source, ...] = ()
    progress: tuple[ProgressNote, ...] = ()
    goal: str = ""
    line: str = ""
    said: Text = NO_TEXT
    did: Text = NO_TEXT
    acknowledged: tuple[Acknowledged, ...] = ()
    file: str = ""
