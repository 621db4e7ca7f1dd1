"""The badges of a charter and of its promises, which other sites can show: how one looks today, and the lines to copy.

The pictures of the promises are left out: dozens of them would be fetched, and all look alike.
"""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.model.charter import Charter
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.sharing.embed import Embed, badge_anchor, embed
from charterkit.site.views.versions import trail
from charterkit.text import sentences


@dataclass(frozen=True, slots=True)
class BadgePart:
    """A promise with its badge; `id` is its anchor."""

    id: str
    title: Link
    badge: Embed


@dataclass(frozen=True, slots=True)
class BadgesView:
    """What the page shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    charter: Piece
    """The title of the charter."""
    lead: str
    """What the badges are good for."""
    whole: Embed
    """The badge of the charter itself."""
    promises: tuple[BadgePart, ...]
    """Those of its promises, in the order of the charter."""


def view(context: Context, page: Page) -> BadgesView:
    """The page of the badges of a charter."""
    charter = context.publication.charters[page.key]
    lead = context.say("The picture always shows the latest state. Copy the lines below it into your page.")
    return BadgesView(
        page=_head(context, charter, lead),
        charter=context.line(charter.title),
        lead=lead,
        whole=embed(context, charter.id),
        promises=tuple(_part(context, id) for id in _promises(context, charter)),
    )


def _head(context: Context, charter: Charter, lead: str) -> PageHead:
    name = context.reader.bare(charter.title)
    return PageHead(
        context.say("Badges: {charter}", charter=name),
        sentences(name, lead),
        trail(context, charter),
    )


def _promises(context: Context, charter: Charter) -> tuple[str, ...]:
    """Its promises, those that have ended among them: their badges stay on other sites, too."""
    promises = context.directory.promises
    return tuple(
        one.commitment.full_id for group in charter.groups for one in promises.get((charter.id, group.id), ())
    )


def _part(context: Context, full_id: str) -> BadgePart:
    one = context.publication.commitments[full_id]
    title = Link(context.line(one.title), context.links.to(f"charters/{full_id}/"))
    return BadgePart(badge_anchor(full_id), title, embed(context, full_id))
