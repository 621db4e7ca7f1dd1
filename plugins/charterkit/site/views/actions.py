"""The improvement plan: how far it is, what is overdue, which actions come first, and all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charterkit.model.action import ActionState
from charterkit.rules.quality.plan import FIRST, NEXT, ActionStanding
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.quality.lines import ActionLine, action_lines, done_feed, done_sentence, late_sentence
from charterkit.site.quality.looks import ACTION_LOOKS, MOVED_LOOKS, MOVED_MEANINGS
from charterkit.site.quality.matrix import MatrixRow, matrix
from charterkit.site.quality.moves import moved_counts
from charterkit.site.quality.pages import HUB, PLAN, ROWS, part_address
from charterkit.site.quality.taking import plan_files
from charterkit.site.results.take_along import TakeAlong


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """The actions of one state on the page; `id` is unique in it."""

    id: str
    title: str
    lines: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class ActionsView:
    """What a page of the improvement plan shows; the parts after the first have only the list."""

    page: PageHead
    """Title, description and trail, for the shell."""
    done: str
    """How many actions are done."""
    of_all: str
    """Of how many."""
    told: str
    """How many are done and overdue, and of which day that is true."""
    states: tuple[tuple[Piece, int], ...]
    """How many actions are in which state; nothing on the parts after the first."""
    helped: tuple[tuple[Piece, int], ...]
    """How many figures that had to move did."""
    rows: tuple[MatrixRow, ...]
    """Impact against ease."""
    groups: tuple[ActionGroup, ...]
    """The actions of this part, the overdue ones first."""
    parts: tuple[Link, ...]
    """The ways to all parts of a long list."""
    rule: str
    """From which products of impact and ease on an action comes first, or next."""
    meanings: tuple[tuple[Piece, str], ...]
    """What the verdicts on a figure mean."""
    take_along: TakeAlong | None
    """The files with all actions."""
    feed: str
    """The way to the feed of what was done; blank where there is none."""


def view(context: Context, page: Page) -> ActionsView:
    """A page of the improvement plan."""
    plan, part = context.directory.plan, int(page.key)
    actions, first = tuple(plan.actions.values()), part == 1
    moves = tuple(
        move for one in actions for move in one.moves if one.action.state is not ActionState.DROPPED
    )
    title = context.say("Improvement plan")
    shown = actions[(part - 1) * ROWS : part * ROWS]
    return ActionsView(
        page=PageHead(_head(context, title, part), _told(context), _trail(context)),
        done=str(len(plan.in_state(ActionState.DONE))) if first else "",
        of_all=context.say("of {number}", number=len(actions)),
        told=_told(context),
        states=tuple(_states(context)) if first else (),
        helped=moved_counts(context, moves) if first else (),
        rows=matrix(context) if first else (),
        groups=tuple(_groups(context, shown)),
        parts=_parts(context, len(actions)),
        rule=_rule(context),
        meanings=tuple((context.badges.moved[one], context.say(MOVED_MEANINGS[one])) for one in MOVED_LOOKS),
        take_along=plan_files(context) if first else None,
        feed=done_feed(context) if first else "",
    )


def _head(context: Context, title: str, part: int) -> str:
    return title if part == 1 else context.say("{group}, part {number}", group=title, number=part)


def _trail(context: Context) -> tuple[Link, ...]:
    return context.home_link(), context.section_link(context.say("How we improve"), HUB)


def _told(context: Context) -> str:
    done = done_sentence(context, context.directory.plan.actions.values())
    day = context.say("Day shown: {day}.", day=context.reader.words.day(context.standing.today))
    return f"{done} {late_sentence(context)} {day}"


def _states(context: Context) -> Iterator[tuple[Piece, int]]:
    plan = context.directory.plan
    numbers = {"late": len(plan.overdue)}
    for one in plan.actions.values():
        if not one.late:
            numbers[one.action.state.value] = numbers.get(one.action.state.value, 0) + 1
    yield from (
        (context.badges.actions[state], numbers[state]) for state in ACTION_LOOKS if numbers.get(state)
    )


def _groups(context: Context, actions: tuple[ActionStanding, ...]) -> Iterator[ActionGroup]:
    for state, (_, _, word) in ACTION_LOOKS.items():
        own = [one for one in actions if ("late" if one.late else one.action.state.value) == state]
        if own:
            yield ActionGroup(state.replace("_", "-"), context.say(word), action_lines(context, own))


def _parts(context: Context, rows: int) -> tuple[Link, ...]:
    last = -(-rows // ROWS)
    if last < 2:
        return ()
    return tuple(
        Link(
            context.say(
                "Actions {first} to {last}", first=(part - 1) * ROWS + 1, last=min(part * ROWS, rows)
            ),
            context.links.to(part_address(PLAN, part)),
        )
        for part in range(1, last + 1)
    )


def _rule(context: Context) -> str:
    return context.say(
        "The product goes from 1 to 25. From {first} on an action is done first, from {next} on it is done next; "
        "all others wait until there is room.",
        first=FIRST,
        next=NEXT,
    )
