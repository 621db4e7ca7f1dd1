"""How to reach the publisher and, shortly, each of its bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from charterkit.model.publisher import Body
from charterkit.site.context import PUBLISHER_FILE, Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.records import brief_contacts, contact_facts, source_link

# So many bodies are named here; of more the list of bodies tells.
_BODIES: Final = 20


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A body with its telephone and e-mail; `id` is its anchor."""

    id: str
    name: Link
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ContactView:
    """What the contact page shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    contacts: tuple[Fact, ...]
    """Whom to ask about this site."""
    bodies: tuple[BodyPart, ...]
    """The bodies, in the order of the publisher's file; none where there are too many of them."""
    all_bodies: Link
    """The way to the list of bodies."""
    source: Link | None
    """The way to the file."""


def view(context: Context, page: Page) -> ContactView:
    """The contact page."""
    publisher = context.publication.publisher
    name, bodies = context.reader.bare(publisher.name), publisher.bodies
    return ContactView(
        page=PageHead(
            context.say("Contact"), context.say("How to reach {body}.", body=name), (context.home_link(),)
        ),
        contacts=contact_facts(context, publisher.contact),
        bodies=tuple(_body(context, one) for one in bodies) if len(bodies) <= _BODIES else (),
        all_bodies=context.section_link(context.say("All bodies"), "bodies/"),
        source=source_link(context, PUBLISHER_FILE),
    )


def _body(context: Context, body: Body) -> BodyPart:
    return BodyPart(body.id, context.body_link(body.id), brief_contacts(body.contact))
