"""How to complain: for each charter the ways, the time for an answer, and who reviews it."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.model.charter import Charter
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.records import complaint_facts, contact_facts, takes_complaints


@dataclass(frozen=True, slots=True)
class Route:
    """How to complain under one charter."""

    id: str
    charter: Link
    text: Piece
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ComplainView:
    """What the page on complaints shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    lead: str
    """What to do, in a sentence."""
    routes: tuple[Route, ...]
    """How to complain, charter by charter."""
    contacts: tuple[Fact, ...]
    """The publisher's contacts, where no charter says how to complain."""
    promises: Link
    """The way to the promises."""


def view(context: Context, page: Page) -> ComplainView:
    """The page on complaints."""
    lead = _lead(context)
    routes = tuple(_route(context, one) for one in context.publication.charters.values() if one.complaints)
    return ComplainView(
        page=PageHead(context.say("How to complain"), lead, (context.home_link(),)),
        lead=lead,
        routes=routes,
        contacts=() if routes else contact_facts(context, context.publication.publisher.contact),
        promises=context.section_link(context.say("What we promise"), "charters/"),
    )


def _lead(context: Context) -> str:
    if not takes_complaints(context):
        # To invite people and give no address would be a promise that nobody has made.
        return context.say("It is not stated here how to complain.")
    return context.say("If we do not keep a promise, tell us. It costs nothing and does you no harm.")


def _route(context: Context, charter: Charter) -> Route:
    complaints = charter.complaints
    assert complaints is not None
    return Route(
        charter.id,
        context.charter_link(charter),
        context.block(complaints.text),
        complaint_facts(context, complaints),
    )
