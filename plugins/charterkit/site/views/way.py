"""One way in: the services for a situation, or online, by telephone, in person; what there is in an area of life."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from charterkit.model.commitment import Commitment
from charterkit.model.service import Service
from charterkit.site.alphabet import sort_key
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.parts import Entry, promise_entry
from charterkit.site.services.in_brief import ServicesOfBody, by_body, suspension
from charterkit.site.ways import promises_of_way, services_of_way, way_name, way_title

# So many services are introduced with a sentence; more of them stand under their bodies, a line each.
_INTRODUCED: Final = 30
# So many names fit into what a network or a search engine shows of a page.
_NAMED: Final = 4


@dataclass(frozen=True, slots=True)
class WayView:
    """What the page of a way shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    kicker: str
    """What is found there."""
    title: str
    """The situation, the area of life, or the way in which people reach us."""
    counted: str
    """How many services there are."""
    entries: tuple[Entry, ...]
    """The services from A to Z, where each can be introduced; else none."""
    by_body: tuple[ServicesOfBody, ...]
    """Many services, under the bodies that answer for them."""
    promised: str
    """How many promises there are."""
    promises: tuple[Entry, ...]
    """The promises in an area of life, with what came of them."""
    others: Link | None
    """The way to all other ways."""


def view(context: Context, page: Page) -> WayView:
    """The page of a way."""
    say, name = context.say, way_name(context, page.key)
    services = services_of_way(context, page.key)
    few = len(services) <= _INTRODUCED
    counted = context.reader.words.count("{n} service", "{n} services", len(services))
    promises = promises_of_way(context, page.key)
    promised = context.reader.words.count("{n} promise", "{n} promises", len(promises))
    described = _described(context, name, counted if services else promised, services or promises)
    return WayView(
        PageHead(way_title(context, page.key), described, _trail(context)),
        say("Services and promises") if promises else say("Services"),
        name,
        counted,
        _entries(context, services) if few else (),
        () if few else by_body(context, tuple(one.id for one in services)),
        promised,
        _promises(context, promises),
        context.section_link(say("Other ways to our services"), "ways/")
        if context.publication.services
        else None,
    )


def _trail(context: Context) -> tuple[Link, ...]:
    if not context.publication.services:
        return (context.home_link(),)
    return (
        context.home_link(),
        context.section_link(context.say("Services"), "services/"),
        context.section_link(context.say("Ways to our services"), "ways/"),
    )


def _promises(context: Context, promises: tuple[Commitment, ...]) -> tuple[Entry, ...]:
    """The promises with how they stand; of many only title and status."""
    found = (promise_entry(context, context.standing.promises[one.full_id]) for one in promises)
    many = len(promises) > _INTRODUCED
    return tuple(replace(one, key="", text="" if many else one.text) for one in found)


def _described(context: Context, name: str, counted: str, found: tuple[Service | Commitment, ...]) -> str:
    """The way, and the first of what is found there by name, for those who see only a link to the page."""
    named = [context.reader.bare(one.title) for one in found[:_NAMED]]
    return f"{name}. {counted}: {', '.join(named)}{' …' if len(found) > _NAMED else '.'}"


def _entries(context: Context, services: tuple[Service, ...]) -> tuple[Entry, ...]:
    lang, bare = context.reader.lang, context.reader.bare
    in_order = sorted(services, key=lambda one: sort_key(bare(one.title), lang))
    return tuple(
        Entry("", context.service_link(one.id), context.line(one.summary), suspension(context, one))
        for one in in_order
    )
