"""One way to services: those for a situation, or those that can be had online, by telephone, in person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from charterkit.model.service import Service
from charterkit.site.alphabet import sort_key
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.parts import Entry
from charterkit.site.services.in_brief import ServicesOfBody, by_body, suspension
from charterkit.site.ways import services_of_way, way_name

# So many services are introduced with a sentence; more of them stand under their bodies, a line each.
_INTRODUCED: Final = 30
# So many names fit into what a network or a search engine shows of a page.
_NAMED: Final = 4


@dataclass(frozen=True, slots=True)
class WayView:
    """What the page of a way shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: str
    """The situation, or the way in which people reach us."""
    counted: str
    """How many services there are."""
    entries: tuple[Entry, ...]
    """The services from A to Z, where each can be introduced; else none."""
    by_body: tuple[ServicesOfBody, ...]
    """Many services, under the bodies that answer for them."""
    others: Link
    """The way to all other ways."""


def view(context: Context, page: Page) -> WayView:
    """The page of a way."""
    say, name = context.say, way_name(context, page.key)
    services = services_of_way(context, page.key)
    few = len(services) <= _INTRODUCED
    counted = context.reader.words.count("{n} service", "{n} services", len(services))
    up = (
        context.home_link(),
        context.section_link(say("Services"), "services/"),
        context.section_link(say("Ways to our services"), "ways/"),
    )
    return WayView(
        PageHead(say("{way}: services", way=name), _described(context, name, counted, services), up),
        name,
        counted,
        _entries(context, services) if few else (),
        () if few else by_body(context, tuple(one.id for one in services)),
        context.section_link(say("Other ways to our services"), "ways/"),
    )


def _described(context: Context, name: str, counted: str, services: tuple[Service, ...]) -> str:
    """The way, and the first of its services by name, for those who see only a link to the page."""
    named = [context.reader.bare(one.title) for one in services[:_NAMED]]
    return f"{name}. {counted}: {', '.join(named)}{' …' if len(services) > _NAMED else '.'}"


def _entries(context: Context, services: tuple[Service, ...]) -> tuple[Entry, ...]:
    lang, bare = context.reader.lang, context.reader.bare
    in_order = sorted(services, key=lambda one: sort_key(bare(one.title), lang))
    return tuple(
        Entry("", context.service_link(one.id), context.line(one.summary), suspension(context, one))
        for one in in_order
    )
