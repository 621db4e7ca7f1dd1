"""Actions in lists: what is done, where it stands, who answers for it, and whether it helped."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from charterkit.model.action import ActionState
from charterkit.rules.quality.moved import MoveStanding
from charterkit.rules.quality.plan import ActionStanding, Lateness
from charterkit.site.addresses import DONE_FEED
from charterkit.site.context import Context, Link
from charterkit.site.pieces import Piece
from charterkit.site.quality.pages import action_address
from charterkit.site.results.slices import named, slice_name


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action in a list: its state, by when, who answers for it, and what became of the figures it should move."""

    title: Link
    badge: Piece
    when: str
    late: bool
    owner: Link
    helped: tuple[tuple[Link, Piece], ...]


def action_lines(context: Context, actions: Iterable[ActionStanding]) -> tuple[ActionLine, ...]:
    """The actions in their order."""
    return tuple(_line(context, one) for one in actions)


def _line(context: Context, one: ActionStanding) -> ActionLine:
    helped = tuple((figure_link(context, move), context.badges.moved[move.verdict]) for move in one.moves)
    return ActionLine(
        action_link(context, one),
        action_badge(context, one),
        when(context, one),
        one.late is not None,
        context.body_link(one.action.owner.body),
        helped if one.action.state is not ActionState.DROPPED else (),
    )


def figure_link(context: Context, one: MoveStanding) -> Link:
    """The name of a figure that must move, and of the part of it, leading to its results."""
    part = slice_name(context, one.move.only, one.indicator)
    return Link(
        named(context.line(one.indicator.title), part), context.links.to(f"results/{one.indicator.id}/")
    )


def action_link(context: Context, one: ActionStanding) -> Link:
    """The title of an action, leading to its page."""
    return context.link(one.action.title, action_address(one.action.id))


def action_badge(context: Context, one: ActionStanding) -> Piece:
    """The state of an action; that it is overdue, where it is."""
    return context.badges.actions["late" if one.late else one.action.state.value]


def done_sentence(context: Context, actions: Collection[ActionStanding]) -> str:
    """How many of the actions are done."""
    done = sum(one.action.state is ActionState.DONE for one in actions)
    count = context.reader.words.count
    return count("{done} of {n} action is done.", "{done} of {n} actions are done.", len(actions), done=done)


def late_sentence(context: Context) -> str:
    """How many actions of the plan are overdue."""
    late = len(context.directory.plan.overdue)
    if not late:
        return context.say("No action is overdue.")
    return context.reader.words.count("{n} action is overdue.", "{n} actions are overdue.", late)


def done_feed(context: Context) -> str:
    """The way to the feed of what was done; blank where there is none."""
    known = context.site.settings.site_url and context.directory.plan.done
    return context.links.file(DONE_FEED) if known else ""


def when(context: Context, one: ActionStanding) -> str:
    """When an action has to be done, was done, or should have begun."""
    action, words = one.action, context.reader.words
    due = words.day(action.due)
    if one.late is Lateness.DUE:
        return context.say("It had to be done by {day}.", day=due)
    if one.late is Lateness.START:
        start = words.day(action.start)
        return context.say("It had to start on {start}, and has to be done by {due}.", start=start, due=due)
    if action.state is ActionState.DONE and action.done is not None:
        done = words.day(action.done)
        if one.was_late:
            return context.say("Done on {day}; it had to be done by {due}.", day=done, due=due)
        return context.say("Done on {day}, in time.", day=done)
    if action.state is ActionState.DROPPED:
        return context.say("It is not being done.")
    return context.say("To be done by {day}.", day=due)
