"""How to reach the publisher and each of the bodies that its charters speak of."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.model.publisher import Body
from charterkit.site.context import PUBLISHER_FILE, Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.records import contact_facts, source_link


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A body with its contacts; `id` is its anchor."""

    id: str
    name: Piece
    description: Piece
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ContactView:
    """What the contact page shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    contacts: tuple[Fact, ...]
    """Whom to ask about this site."""
    bodies: tuple[BodyPart, ...]
    """The bodies, in the order of the publisher's file."""
    source: Link | None
    """The way to the file."""


def view(context: Context, page: Page) -> ContactView:
    """The contact page."""
    publisher = context.publication.publisher
    name = context.reader.bare(publisher.name)
    return ContactView(
        page=PageHead(
            context.say("Contact"), context.say("How to reach {body}.", body=name), (context.home_link(),)
        ),
        contacts=contact_facts(context, publisher.contact),
        bodies=tuple(_body(context, one) for one in publisher.bodies),
        source=source_link(context, PUBLISHER_FILE),
    )


def _body(context: Context, body: Body) -> BodyPart:
    facts = contact_facts(context, body.contact)
    if body.part_of:
        facts = (Fact(context.say("Parent body"), (context.body_link(body.part_of),)), *facts)
    return BodyPart(body.id, context.line(body.name), context.block(body.description), facts)
