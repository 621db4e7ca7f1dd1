"""The improvement plan as it stands on a day: which actions are late, which come first, whether they helped."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from charterkit.model.action import FINISHED, Action, ActionState, Cause
from charterkit.periods import parse_period
from charterkit.rules.due import later
from charterkit.rules.quality.moved import MoveStanding, move_standing
from charterkit.rules.standing import Standing

Key = TypeVar("Key", bound=Hashable)
Miss = tuple[str, date, date]

# From these products of impact and ease on, an action comes first, or next; below, it comes when there is room.
FIRST: Final = 15
NEXT: Final = 8


class Lateness(StrEnum):
    """Why an action is overdue: work did not begin as planned, or it is not done in time."""

    START = "start"
    DUE = "due"


class Priority(StrEnum):
    """What the product of impact and ease means."""

    FIRST = "first"
    NEXT = "next"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class ActionStanding:
    """An action as it stands on the day."""

    action: Action
    late: Lateness | None
    moves: tuple[MoveStanding, ...]

    @property
    def score(self) -> int:
        """Impact times ease, from 1 to 25."""
        return self.action.impact * self.action.ease

    @property
    def priority(self) -> Priority:
        """What the score means."""
        return priority_of(self.score)

    @property
    def late_since(self) -> date | None:
        """The day that was not kept; None while it is in time."""
        if self.late is None:
            return None
        return self.action.due if self.late is Lateness.DUE else self.action.start

    @property
    def overdue_since(self) -> date | None:
        """The first day on which it was overdue; None while it is in time."""
        return later(self.late_since, 1) if self.late_since else None

    @property
    def was_late(self) -> bool:
        """Whether it was done, but after its last day."""
        done = self.action.done
        return self.action.state is ActionState.DONE and done is not None and done > self.action.due


@dataclass(frozen=True, slots=True)
class Plan:
    """All actions, those that are overdue first; and by what led to them, what they should move, what they serve."""

    actions: Mapping[str, ActionStanding] = field(default_factory=dict)
    of_promise: Mapping[str, tuple[ActionStanding, ...]] = field(default_factory=dict)
    of_miss: Mapping[Miss, tuple[ActionStanding, ...]] = field(default_factory=dict)
    """By promise, first and last day of the period in which it was missed."""
    on_indicator: Mapping[str, tuple[ActionStanding, ...]] = field(default_factory=dict)
    """By indicator whose figure they should move."""
    of_goal: Mapping[str, tuple[ActionStanding, ...]] = field(default_factory=dict)
    of_body: Mapping[str, tuple[ActionStanding, ...]] = field(default_factory=dict)
    """By the body that answers for them."""

    @property
    def overdue(self) -> tuple[ActionStanding, ...]:
        """The actions that are overdue, the longest first."""
        return tuple(one for one in self.actions.values() if one.late)

    @property
    def done(self) -> tuple[ActionStanding, ...]:
        """The actions of which the day is known on which they were done, the latest first."""
        found = [one for one in self.in_state(ActionState.DONE) if one.action.done]
        return tuple(
            sorted(found, key=lambda one: (one.action.done or date.min, one.action.id), reverse=True)
        )

    def in_state(self, state: ActionState) -> tuple[ActionStanding, ...]:
        """The actions in a state, whether overdue or not."""
        return tuple(one for one in self.actions.values() if one.action.state is state)


def priority_of(score: int) -> Priority:
    """What a product of impact and ease means."""
    if score >= FIRST:
        return Priority.FIRST
    return Priority.NEXT if score >= NEXT else Priority.ROOM


def plan(standing: Standing) -> Plan:
    """The plan of a publication as it stands on a day."""
    actions = (action_standing(one, standing) for one in standing.publication.actions.values())
    found = tuple(sorted(actions, key=_order))
    return Plan(
        {one.action.id: one for one in found},
        _by(found, lambda one: (cause.commitment for cause in one.action.because if cause.commitment)),
        _by(found, lambda one: misses(one.action.because, standing)),
        _by(found, lambda one: (move.move.indicator for move in one.moves)),
        _by(found, lambda one: (one.action.goal,) if one.action.goal else ()),
        _by(found, lambda one: (one.action.owner.body,)),
    )


def action_standing(action: Action, standing: Standing) -> ActionStanding:
    """One action as it stands on a day."""
    moves = (move_standing(one, standing) for one in action.moves)
    return ActionStanding(action, lateness(action, standing.today), tuple(one for one in moves if one))


def lateness(action: Action, today: date) -> Lateness | None:
    """Whether an action is overdue on the day, and why; the last day itself is still in time."""
    if action.state in FINISHED:
        return None
    if action.due < today:
        return Lateness.DUE
    return Lateness.START if action.state is ActionState.PLANNED and action.start < today else None


def misses(causes: Iterable[Cause], standing: Standing) -> Iterator[Miss]:
    """The periods in which promises were missed that are among the causes."""
    for cause in causes:
        period = parse_period(cause.period, standing.publication.publisher.year_starts)
        if cause.commitment and period is not None:
            yield cause.commitment, period.start, period.end


_STATES: Final = (ActionState.UNDER_WAY, ActionState.PLANNED, ActionState.DONE, ActionState.DROPPED)


def _order(one: ActionStanding) -> tuple[bool, date, int, int, date, str]:
    """Overdue ones first, the longest before; then by state, by priority, and by the day they are due."""
    since = one.late_since
    state = _STATES.index(one.action.state) if since is None else 0
    return since is None, since or date.min, state, -one.score, one.action.due, one.action.id


def _by(
    actions: Iterable[ActionStanding], keys: Callable[[ActionStanding], Iterable[Key]]
) -> Mapping[Key, tuple[ActionStanding, ...]]:
    """The actions by the things that they name; an action stands once under each of them."""
    found: dict[Key, list[ActionStanding]] = {}
    for one in actions:
        for key in dict.fromkeys(keys(one)):
            found.setdefault(key, []).append(one)
    return {key: tuple(some) for key, some in found.items()}
