"""How to complain, step by step: told once for charters that say the same, with what broken promises bring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from charterkit.model.charter import Charter
from charterkit.site.bodies import gathered
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.portfolio import charter_rows, own_address
from charterkit.site.records import contact_facts, takes_complaints
from charterkit.site.redress.complaint_route import RouteStep, counts_working_days, route_steps
from charterkit.site.redress.remedies import Remedy, remedies

# So many different ways to complain are told on one page, and so many remedies beside them.
_ROUTES: Final = 12
_REMEDIES: Final = 80


@dataclass(frozen=True, slots=True)
class Route:
    """How to complain under one charter, or under several that say the same; `title` names the one or counts them.

    `working_days` leads to what working days are, where a deadline is counted in them.
    """

    id: str
    title: Piece | str
    charters: tuple[Link, ...]
    steps: tuple[RouteStep, ...]
    working_days: Link | None
    remedies: tuple[Remedy, ...]


@dataclass(frozen=True, slots=True)
class ComplainView:
    """What the page on complaints shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    lead: str
    """What to do, in a sentence."""
    advice: str
    """What to write down before one complains; blank where nobody takes complaints."""
    routes: tuple[Route, ...]
    """How to complain, charter by charter; none where they differ too much to be told on one page."""
    elsewhere: tuple[Link, ...]
    """The charters that say it themselves, where it cannot be told here."""
    contacts: tuple[Fact, ...]
    """The publisher's contacts, where no charter says how to complain."""
    promises: Link
    """The way to the promises."""


def view(context: Context, page: Page) -> ComplainView:
    """The page on complaints."""
    lead = _lead(context)
    charters = context.publication.charters.values()
    told = gathered((one for one in charters if one.complaints), lambda one: (one.complaints,))
    short = len(told) <= _ROUTES
    return ComplainView(
        page=PageHead(context.say("How to complain"), lead, (context.home_link(),)),
        lead=lead,
        advice=_advice(context),
        routes=tuple(_route(context, ones) for ones in told.values()) if short else (),
        elsewhere=() if short else _elsewhere(context, tuple(charters)),
        contacts=() if told else contact_facts(context, context.publication.publisher.contact),
        promises=context.section_link(context.say("What we promise"), "charters/"),
    )


def _lead(context: Context) -> str:
    if not takes_complaints(context):
        # To invite people and give no address would be a promise that nobody has made.
        return context.say("It is not stated here how to complain.")
    return context.say("If we do not keep a promise, tell us. It costs nothing and does you no harm.")


def _advice(context: Context) -> str:
    if not takes_complaints(context):
        return ""
    return context.say(
        "It helps if you write down before: which promise it is about, what happened and when, and how you can be reached."
    )


def _route(context: Context, charters: tuple[Charter, ...]) -> Route:
    first, complaints = charters[0], charters[0].complaints
    assert complaints is not None
    several = context.reader.words.count("{n} charter", "{n} charters", len(charters))
    rows = charter_rows(context, charters, own_address)
    words = Link(context.say("What is a working day?"), context.links.to("words/") + "#working-day")
    return Route(
        first.id,
        several if len(charters) > 1 else context.line(first.title),
        tuple(row.title for row in rows),
        route_steps(context, complaints),
        words if counts_working_days(complaints) else None,
        _remedies(context, charters),
    )


def _remedies(context: Context, charters: tuple[Charter, ...]) -> tuple[Remedy, ...]:
    """What the promises of these charters bring when they are broken; nothing where a list would be too long."""
    if sum(one.redress is not None for one in context.publication.commitments.values()) > _REMEDIES:
        return ()
    promises = (one for charter in charters for one in context.publication.commitments_of(charter.id))
    return remedies(context, promises)


def _elsewhere(context: Context, charters: tuple[Charter, ...]) -> tuple[Link, ...]:
    """The charters from A to Z, each leading to the place where it says how to complain."""
    rows = charter_rows(context, (one for one in charters if one.complaints), own_address)
    return tuple(Link(row.title.text, f"{row.title.href}#complain") for row in rows)
