"""One action: what is done and by whom, what led to it, which figure must move, and whether it did."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.model.action import Action
from charterkit.rules.quality.plan import ActionStanding
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.quality.causes import CausePart, cause_parts
from charterkit.site.quality.lines import action_badge, when
from charterkit.site.quality.looks import PRIORITIES
from charterkit.site.quality.moves import MovePart, move_parts
from charterkit.site.quality.pages import HUB, PLAN, STRATEGY
from charterkit.site.records import brief_contacts, source_link, source_links


@dataclass(frozen=True, slots=True)
class NotePart:
    """What happened on the way, and when."""

    day: str
    note: Piece


@dataclass(frozen=True, slots=True)
class ActionView:
    """What the page of an action shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: Piece
    """What is done, in a few words."""
    badge: Piece
    """Where it stands."""
    when: str
    """When it has to be done, or was."""
    late: bool
    """Whether it is overdue."""
    text: Piece
    """What exactly is done."""
    reason: Piece
    """Why it was dropped, or why it takes longer."""
    causes: tuple[CausePart, ...]
    """What led to it."""
    moves: tuple[MovePart, ...]
    """The figures that must move."""
    owner: tuple[Fact, ...]
    """Who answers for it."""
    facts: tuple[Fact, ...]
    """Days, priority and goal."""
    said: Piece
    """What people said."""
    did: Piece
    """What was done about it."""
    notes: tuple[NotePart, ...]
    """How it went, the newest note first."""
    evidence: Piece
    """What shows that it was done."""
    sources: tuple[Link, ...]
    """Where that can be read."""
    more: Link
    """The way to all actions."""
    source: Link | None
    """The way to its file."""


def view(context: Context, page: Page) -> ActionView:
    """The page of an action."""
    one = context.directory.plan.actions[page.key]
    action, title = one.action, context.reader.bare(one.action.title)
    described = context.reader.plain(action.text, 160)
    return ActionView(
        page=PageHead(title, described, _trail(context)),
        title=context.line(action.title),
        badge=action_badge(context, one),
        when=when(context, one),
        late=one.late is not None,
        text=context.block(action.text),
        reason=context.block(action.reason),
        causes=cause_parts(context, action.because),
        moves=move_parts(context, one.moves),
        owner=_owner(context, action),
        facts=_facts(context, one),
        said=context.block(action.said),
        did=context.block(action.did),
        notes=tuple(
            NotePart(context.reader.words.day(note.day), context.block(note.note))
            for note in sorted(action.progress, key=lambda note: note.day, reverse=True)
        ),
        evidence=context.block(action.evidence),
        sources=source_links(context, action.sources),
        more=context.section_link(context.say("All actions"), PLAN),
        source=source_link(context, page.source),
    )


def _trail(context: Context) -> tuple[Link, ...]:
    return (
        context.home_link(),
        context.section_link(context.say("How we improve"), HUB),
        context.section_link(context.say("Improvement plan"), PLAN),
    )


def _owner(context: Context, action: Action) -> tuple[Fact, ...]:
    owner = action.owner
    answers = (context.body_link(owner.body), *((Link(context.line(owner.role)),) if owner.role else ()))
    body = context.directory.bodies.get(owner.body)
    contact = brief_contacts(owner.contact) or (brief_contacts(body.contact) if body else ())
    reach = (Fact(context.say("Contact"), contact),) if contact else ()
    return (Fact(context.say("Responsible"), answers), *reach)


def _facts(context: Context, one: ActionStanding) -> tuple[Fact, ...]:
    action, words, say = one.action, context.reader.words, context.say
    score = say(
        "Impact {impact} × ease {ease} = {score}: {priority}",
        impact=action.impact,
        ease=action.ease,
        score=one.score,
        priority=say(PRIORITIES[one.priority]),
    )
    rule = Link(say("How the order comes about"), f"{context.links.to(PLAN)}#order")
    facts = [
        Fact(say("Planned start"), (Link(words.day(action.start)),)),
        Fact(say("Deadline"), (Link(words.day(action.due)),)),
        Fact(say("Priority"), (Link(score), rule)),
    ]
    strategy = context.publication.strategy
    goal = next((goal for goal in strategy.goals if goal.id == action.goal), None) if strategy else None
    if goal is not None:
        link = Link(context.line(goal.title), f"{context.links.to(STRATEGY)}#goal-{goal.id}")
        facts.append(Fact(say("Goal of the strategy"), (link,)))
    return tuple(facts)
