"""The list of services: by the body that answers for them, then by number, then by title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from charterkit.model.service import Scope, Service
from charterkit.site.alphabet import sort_key
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.services.in_brief import for_whom, suspension


@dataclass(frozen=True, slots=True)
class ServiceEntry:
    """A service in the list: its number, title, summary, whom it is for, and that it is not offered."""

    key: str
    title: Link
    text: Piece
    whom: str
    notice: str


@dataclass(frozen=True, slots=True)
class ServiceGroup:
    """The services of a body, or all that are of another sort; `id` is the anchor."""

    id: str
    title: Piece | str
    counted: str
    entries: tuple[ServiceEntry, ...]

    @property
    def numbered(self) -> bool:
        """Whether any of them has a number."""
        return any(entry.key for entry in self.entries)


@dataclass(frozen=True, slots=True)
class ServicesView:
    """What the list of services shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    lead: str
    """What one finds here."""
    counted: str
    """How many services there are."""
    ways: Link
    """The way to services by situation, institution and channel."""
    contents: tuple[tuple[Link, str], ...]
    """The groups with the number of their services, where there is more than one."""
    groups: tuple[ServiceGroup, ...]
    """The services, each once."""


def view(context: Context, page: Page) -> ServicesView:
    """The list of services."""
    lead = context.say("What you can get from us, what you need for it, how long it takes and what it costs.")
    groups = tuple(group for group in _groups(context) if group.entries)
    words = context.reader.words
    return ServicesView(
        page=PageHead(context.say("Services"), lead, (context.home_link(),)),
        lead=lead,
        counted=words.count("{n} service", "{n} services", sum(len(group.entries) for group in groups)),
        ways=context.section_link(
            context.say("Find a service by your situation or by how you reach us"), "ways/"
        ),
        contents=_contents(groups) if len(groups) > 1 else (),
        groups=groups,
    )


def _contents(groups: Iterable[ServiceGroup]) -> tuple[tuple[Link, str], ...]:
    return tuple((Link(group.title, f"#{group.id}"), str(len(group.entries))) for group in groups)


def _groups(context: Context) -> Iterable[ServiceGroup]:
    every = context.publication.services.values()
    offered = [one for one in every if one.ended is None and one.scope is Scope.EXTERNAL]
    internal = [one for one in every if one.ended is None and one.scope is Scope.INTERNAL]
    for body in context.publication.publisher.bodies:
        own = (one for one in offered if one.bodies[0] == body.id)
        yield _group(context, f"body-{body.id}", context.line(body.name), own)
    yield _group(context, "internal", context.say("For our own units"), internal)
    ended = (one for one in every if one.ended is not None)
    yield _group(context, "ended", context.say("No longer offered"), ended)


def _group(context: Context, id: str, title: Piece | str, services: Iterable[Service]) -> ServiceGroup:
    entries = _entries(context, services)
    counted = context.reader.words.count("{n} service", "{n} services", len(entries))
    return ServiceGroup(id, title, counted, entries)


def _entries(context: Context, services: Iterable[Service]) -> tuple[ServiceEntry, ...]:
    # Numbered ones keep the order of their numbers; sorting is stable.
    lang = context.reader.lang
    ordered = sorted(
        services,
        key=lambda one: (
            (False, ((), "")) if one.number else (True, sort_key(context.reader.bare(one.title), lang))
        ),
    )
    return tuple(_entry(context, one) for one in ordered)


def _entry(context: Context, one: Service) -> ServiceEntry:
    return ServiceEntry(
        one.number,
        context.service_link(one.id),
        context.line(one.summary),
        for_whom(context, one),
        suspension(context, one),
    )
