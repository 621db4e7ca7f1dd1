"""Whether the loop of a strategy is closed: a gap was found, a goal set, something done, and the gap measured again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from charterkit.model.action import FINISHED
from charterkit.model.strategy import Goal, Strategy
from charterkit.rules.quality.elsewhere import has_measured
from charterkit.rules.quality.moved import Moved, MoveStanding, move_standing
from charterkit.rules.quality.plan import ActionStanding, Plan
from charterkit.rules.standing import Standing


class Loop(StrEnum):
    """How far the way from the gap back to its measuring has been gone."""

    CLOSED = "closed"
    WAITING = "waiting"
    UNDER_WAY = "under_way"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class GoalStanding:
    """A goal on the day: its actions, the figures that show whether it is reached, and how far the loop is closed.

    `measured_again` is whether everything was measured again that should be.
    """

    goal: Goal
    actions: tuple[ActionStanding, ...]
    moves: tuple[MoveStanding, ...]
    measured_again: bool
    loop: Loop


def goals(strategy: Strategy | None, plan: Plan, standing: Standing) -> tuple[GoalStanding, ...]:
    """The goals of a strategy as they stand on a day, in its order."""
    return tuple(_goal(one, plan, standing) for one in strategy.goals) if strategy is not None else ()


def _goal(goal: Goal, plan: Plan, standing: Standing) -> GoalStanding:
    actions = plan.of_goal.get(goal.id, ())
    moves = tuple(found for one in goal.moves if (found := move_standing(one, standing)) is not None)
    again = _measured_again(goal, moves, standing)
    return GoalStanding(goal, actions, moves, again, _loop(actions, again))


def _measured_again(goal: Goal, moves: tuple[MoveStanding, ...], standing: Standing) -> bool:
    """Whether the survey and all figures that measure the gap again are there; not where nothing does."""
    surveyed = not goal.remeasured_by or has_measured(
        standing.publication, goal.remeasured_by, standing.today
    )
    open_ones = any(one.verdict in (Moved.TO_COME, Moved.NOT_MEASURED) for one in moves)
    return surveyed and not open_ones and bool(moves or goal.remeasured_by)


def _loop(actions: tuple[ActionStanding, ...], again: bool) -> Loop:
    if not actions:
        return Loop.NOTHING
    if any(one.action.state not in FINISHED for one in actions):
        return Loop.UNDER_WAY
    return Loop.CLOSED if again else Loop.WAITING
