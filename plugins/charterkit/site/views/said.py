"""You said – we did: what people said, what was done about it, and whether it helped."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.rules.quality.plan import ActionStanding
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.quality.lines import action_badge, action_link, done_feed
from charterkit.site.quality.pages import HUB, PLAN, ROWS, SAID_AND_DID, part_address


@dataclass(frozen=True, slots=True)
class SaidPart:
    """What people said and what was done; the action behind it, where it stands, and what became of its figures."""

    said: Piece
    did: Piece
    action: Link
    badge: Piece
    helped: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SaidView:
    """What the page “You said – we did” shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: str
    """Its title."""
    lead: str
    """What it is about."""
    entries: tuple[SaidPart, ...]
    """What was said and done, the newest first."""
    parts: tuple[Link, ...]
    """The ways to all parts of a long list."""
    plan: Link
    """The way to all actions."""
    feed: str
    """The way to the feed of what was done; blank where there is none."""


def view(context: Context, page: Page) -> SaidView:
    """A page of what was said and done."""
    part = int(page.key)
    told = [one for one in context.directory.plan.actions.values() if one.action.said and one.action.did]
    told.sort(key=lambda one: one.action.done or one.action.start, reverse=True)
    title = context.say("You said – we did")
    head = title if part == 1 else context.say("{group}, part {number}", group=title, number=part)
    lead = context.say("What people told us, what we did about it, and whether it helped.")
    trail = (context.home_link(), context.section_link(context.say("How we improve"), HUB))
    return SaidView(
        page=PageHead(head, lead, trail),
        title=title,
        lead=lead,
        entries=tuple(_part(context, one) for one in told[(part - 1) * ROWS : part * ROWS]),
        parts=_parts(context, len(told), title),
        plan=context.section_link(context.say("All actions"), PLAN),
        feed=done_feed(context),
    )


def _part(context: Context, one: ActionStanding) -> SaidPart:
    helped = dict.fromkeys(move.verdict for move in one.moves)
    return SaidPart(
        context.block(one.action.said),
        context.block(one.action.did),
        action_link(context, one),
        action_badge(context, one),
        tuple(context.badges.moved[verdict] for verdict in helped),
    )


def _parts(context: Context, rows: int, title: str) -> tuple[Link, ...]:
    last = -(-rows // ROWS)
    return tuple(
        Link(
            context.say("{group}, part {number}", group=title, number=part),
            context.links.to(part_address(SAID_AND_DID, part)),
        )
        for part in range(1, last + 1)
        if last > 1
    )
