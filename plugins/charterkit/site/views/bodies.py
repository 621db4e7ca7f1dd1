"""All bodies of the publisher, as a tree: who they are, how to reach them, how well they keep their promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charterkit.site.bodies import BodyRecord
from charterkit.site.context import PUBLISHER_FILE, Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.portfolio import kept_sentence
from charterkit.site.records import body_type, brief_contacts, source_link


@dataclass(frozen=True, slots=True)
class Branch:
    """A body with the bodies that are part of it."""

    name: Link
    type: str
    kept: str
    ways: tuple[Link, ...]
    parts: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class BodiesView:
    """What the list of bodies shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    lead: str
    """What the list is good for."""
    branches: tuple[Branch, ...]
    """The bodies that are part of no other, each with its parts."""
    source: Link | None
    """The way to the file."""


def view(context: Context, page: Page) -> BodiesView:
    """The list of bodies."""
    lead = context.say("Which bodies there are, how to reach them, and how well each keeps its promises.")
    return BodiesView(
        page=PageHead(context.say("Who we are"), lead, (context.home_link(),)),
        lead=lead,
        branches=tuple(_branches(context)),
        source=source_link(context, PUBLISHER_FILE),
    )


def _branches(context: Context) -> Iterator[Branch]:
    """The trees. A body that no tree reaches is part of a circle: the check says so, and it stands by itself."""
    records, seen = context.directory.body_records, set[str]()
    tops = [one for one in records.values() if one.body.part_of not in records]
    for record in tops:
        yield _branch(context, record, seen)
    for id, record in records.items():
        if id not in seen:
            yield _branch(context, record, seen)


def _branch(context: Context, record: BodyRecord, seen: set[str]) -> Branch:
    body, records = record.body, context.directory.body_records
    seen.add(body.id)
    return Branch(
        context.body_link(body.id),
        body_type(context, body.type),
        kept_sentence(context, context.standing.counts_of(record.own)) if record.own else "",
        brief_contacts(body.contact),
        tuple(_branch(context, records[one.id], seen) for one in record.parts if one.id not in seen),
    )
