"""The strategy: each goal from its gap over work lines and actions to the measuring that follows, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from charterkit.model.strategy import Goal, Strategy, WorkLine
from charterkit.rules.quality.loop import GoalStanding, Loop, goals
from charterkit.rules.quality.plan import ActionStanding
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.quality.causes import CausePart, cause_parts, survey_link
from charterkit.site.quality.lines import ActionLine, action_lines, done_sentence
from charterkit.site.quality.moves import MovePart, move_parts
from charterkit.site.quality.pages import HUB, PLAN
from charterkit.site.records import source_link, source_links

# As many actions of a goal as the page names; the plan has all.
_NAMED: Final = 8


@dataclass(frozen=True, slots=True)
class TitledPart:
    """A value or a channel: its name, and what it is about."""

    title: Piece
    text: Piece


@dataclass(frozen=True, slots=True)
class LinePart:
    """A work line: what is worked on, on which channels, until when."""

    title: Piece
    text: Piece
    channels: tuple[Piece, ...]
    due: str


@dataclass(frozen=True, slots=True)
class GoalPart:
    """A goal from the gap to its measuring; `next` says what is missing until the loop is closed."""

    id: str
    title: Piece
    text: Piece
    badge: Piece
    next: str
    due: str
    causes: tuple[CausePart, ...]
    lines: tuple[LinePart, ...]
    done: str
    actions: tuple[ActionLine, ...]
    more: str
    moves: tuple[MovePart, ...]
    survey: Link | None


@dataclass(frozen=True, slots=True)
class StrategyView:
    """What the page of the strategy shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: Piece
    """What it is called."""
    period: str
    """From when until when it holds."""
    summary: Piece
    """What it is about."""
    closed: str
    """How many loops are closed."""
    of_all: str
    """Of how many goals."""
    told: str
    """The same as a sentence."""
    goals: tuple[GoalPart, ...]
    """The goals, in the order of the strategy."""
    values: tuple[TitledPart, ...]
    """What the bodies hold themselves to."""
    channels: tuple[TitledPart, ...]
    """The ways on which people are served."""
    owner: tuple[Fact, ...]
    """Who answers for it."""
    sources: tuple[Link, ...]
    """Where it can be read."""
    plan: Link | None
    """The way to all actions."""
    source: Link | None
    """The way to its file."""


def view(context: Context, page: Page) -> StrategyView:
    """The page of the strategy."""
    strategy = context.publication.strategy
    assert strategy is not None
    standing = goals(strategy, context.directory.plan, context.standing)
    title, words = context.reader.bare(strategy.title), context.reader.words
    closed = sum(one.loop is Loop.CLOSED for one in standing)
    trail = (context.home_link(), context.section_link(context.say("How we improve"), HUB))
    return StrategyView(
        page=PageHead(title, context.reader.plain(strategy.summary, 160) or title, trail),
        title=context.line(strategy.title),
        period=words.days(strategy.since, strategy.until),
        summary=context.block(strategy.summary),
        closed=str(closed),
        of_all=context.say("of {number}", number=len(standing)),
        told=words.count(
            "Everything is done and measured again: {closed} of {n} goal.",
            "Everything is done and measured again: {closed} of {n} goals.",
            len(standing),
            closed=closed,
        ),
        goals=tuple(_goal(context, strategy, one) for one in standing),
        values=tuple(TitledPart(context.line(one.title), context.block(one.text)) for one in strategy.values),
        channels=tuple(
            TitledPart(context.line(one.title), context.block(one.text)) for one in strategy.channels
        ),
        owner=_owner(context, strategy),
        sources=source_links(context, strategy.sources),
        plan=context.section_link(context.say("All actions"), PLAN) if context.publication.actions else None,
        source=source_link(context, page.source),
    )


def _owner(context: Context, strategy: Strategy) -> tuple[Fact, ...]:
    owner = strategy.owner
    if owner is None:
        return ()
    role = (Link(context.line(owner.role)),) if owner.role else ()
    return (Fact(context.say("Responsible"), (context.body_link(owner.body), *role)),)


def _goal(context: Context, strategy: Strategy, one: GoalStanding) -> GoalPart:
    goal, words = one.goal, context.reader.words
    more = len(one.actions) - _NAMED
    return GoalPart(
        id=f"goal-{goal.id}",
        title=context.line(goal.title),
        text=context.block(goal.text),
        badge=context.badges.loops[one.loop],
        next=_next(context, one),
        due=context.say("To be reached by {day}.", day=words.day(goal.due)) if goal.due else "",
        causes=cause_parts(context, goal.because),
        lines=tuple(_line(context, strategy, line) for line in goal.lines),
        done=_done(context, one.actions),
        actions=action_lines(context, one.actions[:_NAMED]),
        more=words.count("{n} more action", "{n} more actions", more) if more > 0 else "",
        moves=move_parts(context, one.moves),
        survey=survey_link(context, goal.remeasured_by) if goal.remeasured_by else None,
    )


def _line(context: Context, strategy: Strategy, line: WorkLine) -> LinePart:
    titles = {one.id: one.title for one in strategy.channels}
    due = context.say("Until {day}", day=context.reader.words.day(line.due)) if line.due else ""
    channels = tuple(context.line(titles[id]) for id in line.channels if id in titles)
    return LinePart(context.line(line.title), context.block(line.text), channels, due)


def _done(context: Context, actions: tuple[ActionStanding, ...]) -> str:
    return done_sentence(context, actions) if actions else context.say("No action serves this goal yet.")


def _next(context: Context, one: GoalStanding) -> str:
    """What is missing until the loop is closed; blank where nothing is."""
    if one.loop is Loop.NOTHING:
        return context.say("Next: somebody has to take on an action.")
    if one.loop is Loop.UNDER_WAY:
        return context.say("Next: the actions have to be finished.")
    if one.loop is Loop.CLOSED:
        return ""
    if not _has_measure(one.goal):
        return context.say("Next: it has to be decided how the gap is measured again.")
    return context.say("Next: the gap has to be measured again.")


def _has_measure(goal: Goal) -> bool:
    return bool(goal.moves or goal.remeasured_by)
