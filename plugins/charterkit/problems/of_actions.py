"""What can be wrong with the improvement plan and the strategy."""

from __future__ import annotations

from charterkit.problems.sentence import Sentence, advice, error, warning
from charterkit.strings import mark

ACTIONS: dict[str, Sentence] = {
    "criterion-form": error(
        mark("{field}: {found} is not the number of a criterion or of a sub-criterion."),
        mark("Write a number such as 3, or 3.2 for a part of it."),
    ),
    "cause-nothing": error(
        mark("{field}: this cause says nothing."),
        mark("Write one of commitment, assessment, survey, complaints and other."),
    ),
    "cause-several": error(
        mark("{field}: a cause is exactly one thing, but several stand here: {found}."),
        mark("Give each of them an entry of its own."),
    ),
    "cause-incomplete": error(
        mark("{field}: {found} and {wanted} belong together, but one of them is missing."),
        mark("Write both, or neither."),
    ),
    "cause-not-missed": advice(
        mark("{field}: the promise {promise} was not missed in this period: {found}."),
        mark("Correct the promise or the period. A figure that was revised may have changed it."),
    ),
    "action-period-form": error(
        mark("{field}: {found} is not a period."),
        mark("Write a period such as 2024, 2024-H1, 2024-Q3 or 2024-07."),
    ),
    "action-due-early": error(
        mark("{field}: {found} is before the day on which work starts, {start}."),
        mark("Correct one of the two days."),
    ),
    "action-done-early": error(
        mark("{field}: {found} is before the day on which work starts, {start}."),
        mark("Write the day on which it was really done, or the day on which work really started."),
    ),
    "action-done-missing": error(
        mark("{field}: the action is done, but the day is missing on which it was done."),
        mark("Write done: and the day, for example {example}."),
    ),
    "action-not-done": error(
        mark("{field}: the day {found} says that the action is done, but its state is {state}."),
        mark("Write state: done, or remove the day."),
    ),
    "action-reason-missing": error(
        mark("{field}: the action was dropped, and nothing says why."),
        mark("Write the reason in one or two sentences. People may have waited for this action."),
    ),
    "action-in-future": error(
        mark("{field}: {found} has not come yet; today is {today}."),
        mark("Write only what has happened. What is planned stands in start and due."),
    ),
    "action-moves-nothing": advice(
        mark("No figure is named that this action must move, so nobody will see whether it helped."),
        mark("Write the indicator under moves:, with the period before and the period in which it shows."),
    ),
    "move-order": error(
        mark("{field}: the period {found} does not lie after {origin}."),
        mark("Write the period before the action in from, and the one in which it shows in by."),
    ),
    "move-lengths": error(
        mark("{field}: {found} and {origin} are not equally long, so their figures cannot be compared."),
        mark("Compare a year with a year, and a quarter with a quarter."),
    ),
    "move-undirected": error(
        mark(
            "{field}: no value of the indicator {found} is better than another, so it cannot move the right way."
        ),
        mark("Name an indicator whose direction is higher, lower or in_range."),
    ),
    "move-limit": error(
        mark(
            "{field}: the indicator {found} is judged by its range or by a date, so it takes no figure here."
        ),
        mark("Leave out to: whether the figure came nearer to its target is worked out."),
    ),
    "move-backwards": warning(
        mark("{field}: {found} is not better than the figure of {origin}, {before}."),
        mark("Write a figure that would be an improvement."),
    ),
    "goal-without-action": advice(
        mark("{field}: no action serves the goal {found}."),
        mark("Name the goal in the actions that serve it: goal: {found}."),
    ),
    "strategy-days": error(
        mark("{field}: {found} is before the first day of the strategy, {start}."),
        mark("Correct one of the two days."),
    ),
}
