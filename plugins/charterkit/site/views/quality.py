"""How we improve: what was found, what is being done about it, and whether it helped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from charterkit.model.action import ActionState
from charterkit.rules.quality.loop import Loop, goals
from charterkit.rules.quality.moved import DECIDED, Moved
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.parts import Entry
from charterkit.site.pieces import Piece
from charterkit.site.quality.assessment_links import assessment_link
from charterkit.site.quality.causes import cause_parts
from charterkit.site.quality.lines import ActionLine, action_lines, done_sentence, late_sentence
from charterkit.site.quality.moves import moved_counts
from charterkit.site.quality.pages import PLAN, SAID_AND_DID, STRATEGY
from charterkit.site.quality.programme_words import programme_link
from charterkit.site.quality.survey_pages import SURVEYS

# As many overdue actions as the page names; the plan has all.
_OVERDUE: Final = 5


@dataclass(frozen=True, slots=True)
class QualityView:
    """What the page on improvement shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    lead: str
    """What it is about."""
    found: tuple[tuple[str, int], ...]
    """What led to actions: how many missed promises, surveys, complaints."""
    done: str
    """How many actions are done; blank where there is none."""
    of_all: str
    """Of how many."""
    overdue: tuple[ActionLine, ...]
    """Actions that are overdue, the longest first."""
    told: str
    """How many actions are done, and how many are overdue."""
    better: str
    """How many figures became better; blank where none had to move by now."""
    of_moved: str
    """Of how many that had to move by now and can be compared."""
    moved: str
    """The same as a sentence."""
    helped: tuple[tuple[Piece, int], ...]
    """What became of the figures that had to move."""
    ways: tuple[Entry, ...]
    """The ways to the plan, the strategy and whatever else there is."""


def view(context: Context, page: Page) -> QualityView:
    """The page on improvement."""
    plan = context.directory.plan
    actions = tuple(plan.actions.values())
    lead = context.say("What we found, what we do about it, and whether it helped.")
    moves = tuple(
        move for one in actions if one.action.state is not ActionState.DROPPED for move in one.moves
    )
    decided = [move.verdict for move in moves if move.verdict in DECIDED]
    better = sum(verdict in (Moved.ENOUGH, Moved.NOT_ENOUGH) for verdict in decided)
    return QualityView(
        page=PageHead(context.say("How we improve"), lead, (context.home_link(),)),
        lead=lead,
        found=_found(context),
        done=str(len(plan.in_state(ActionState.DONE))) if actions else "",
        of_all=context.say("of {number}", number=len(actions)),
        overdue=action_lines(context, plan.overdue[:_OVERDUE]),
        told=f"{done_sentence(context, actions)} {late_sentence(context)}",
        better=str(better) if decided else "",
        of_moved=context.say("of {number}", number=len(decided)),
        moved=context.reader.words.count(
            "{better} of {n} figure that had to move by now became better.",
            "{better} of {n} figures that had to move by now became better.",
            len(decided),
            better=better,
        ),
        helped=moved_counts(context, moves),
        ways=tuple(entry for way in WAYS for entry in way(context)),
    )


def _found(context: Context) -> tuple[tuple[str, int], ...]:
    """How many of each sort of cause led to actions, the most frequent first."""
    actions = context.publication.actions.values()
    sorts = Counter(cause.sort for one in actions for cause in cause_parts(context, one.because))
    return tuple(sorted(sorts.items(), key=lambda pair: -pair[1]))


def _plan(context: Context) -> Iterator[Entry]:
    plan, words = context.directory.plan, context.reader.words
    if not plan.actions:
        return
    number = words.count("{n} action", "{n} actions", len(plan.actions))
    told = f"{number} · {late_sentence(context)}" if plan.overdue else number
    yield Entry("", Link(context.say("Improvement plan"), context.links.to(PLAN)), told)
    if any(one.action.said and one.action.did for one in plan.actions.values()):
        text = context.say("What people told us, what we did about it, and whether it helped.")
        yield Entry("", Link(context.say("You said – we did"), context.links.to(SAID_AND_DID)), text)


def _strategy(context: Context) -> Iterator[Entry]:
    strategy = context.publication.strategy
    if strategy is None:
        return
    standing = goals(strategy, context.directory.plan, context.standing)
    closed = sum(one.loop is Loop.CLOSED for one in standing)
    told = context.reader.words.count(
        "Everything is done and measured again: {closed} of {n} goal.",
        "Everything is done and measured again: {closed} of {n} goals.",
        len(standing),
        closed=closed,
    )
    yield Entry("", Link(context.line(strategy.title), context.links.to(STRATEGY)), told)


def _surveys(context: Context) -> Iterator[Entry]:
    found = context.publication.surveys
    if found:
        number = context.reader.words.count("{n} survey", "{n} surveys", len(found))
        yield Entry("", Link(context.say("Surveys"), context.links.to(SURVEYS)), number)


def _assessments(context: Context) -> Iterator[Entry]:
    for one in reversed(tuple(context.publication.assessments.values())):
        yield Entry("", assessment_link(context, one.id), context.reader.brief(one.summary))


def _programmes(context: Context) -> Iterator[Entry]:
    for one in context.publication.programmes.values():
        yield Entry("", programme_link(context, one), context.line(one.summary))


# The ways onwards; a new subject of the quality systems adds its function here.
WAYS: Final[tuple[Callable[[Context], Iterable[Entry]], ...]] = (
    _plan,
    _strategy,
    _surveys,
    _assessments,
    _programmes,
)
