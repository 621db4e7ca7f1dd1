"""The actions on the pages of promises and results: what followed from a miss, who does it, and whether it helped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from charterkit.model.action import Cause
from charterkit.rules.quality.plan import ActionStanding
from charterkit.rules.timeline import Outcome
from charterkit.site.context import Context, Link
from charterkit.site.quality.lines import ActionLine, action_lines, action_link
from charterkit.site.results.measured import MeasurePart
from charterkit.site.results.told import Story


def actions_of_promise(context: Context, promise: str) -> tuple[ActionLine, ...]:
    """The actions that followed because a promise was missed."""
    return action_lines(context, context.directory.plan.of_promise.get(promise, ()))


def actions_of_result(context: Context, indicator: str, promises: Iterable[str]) -> tuple[ActionLine, ...]:
    """The actions that must move a figure, or that followed because a promise on it was missed."""
    plan = context.directory.plan
    found: dict[str, ActionStanding] = {}
    for some in (plan.on_indicator.get(indicator, ()), *(plan.of_promise.get(id, ()) for id in promises)):
        found |= {one.action.id: one for one in some}
    return action_lines(context, (one for id, one in plan.actions.items() if id in found))


def actions_because(context: Context, matches: Callable[[Cause], bool]) -> tuple[Link, ...]:
    """The ways to the actions of which a cause is such a one."""
    plan = context.directory.plan.actions.values()
    return tuple(action_link(context, one) for one in plan if any(map(matches, one.action.because)))


def with_actions(context: Context, story: Story, outcome: Outcome, promises: Iterable[str]) -> Story:
    """What the body says about a period, with the ways to the actions that followed from it."""
    of_miss, period = context.directory.plan.of_miss, outcome.period
    found = {
        one.action.id: action_link(context, one)
        for promise in promises
        for one in of_miss.get((promise, period.start, period.end), ())
    }
    links: tuple[Link, ...] = tuple(found.values())
    return replace(story, links=links) if links else story


def measure_with_actions(
    context: Context, part: MeasurePart, outcome: Outcome | None, promise: str
) -> MeasurePart:
    """A measure on the page of its promise, with the actions that followed from its latest figure."""
    if part.current is None or outcome is None:
        return part
    story = with_actions(context, part.current.story, outcome, (promise,))
    return replace(part, current=replace(part.current, story=story))
