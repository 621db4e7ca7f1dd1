"""A body: what it is, how to reach it, all that it promises and what came of it, its charters and its figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from charterkit.model.publisher import GovernmentLevel
from charterkit.model.service import Scope
from charterkit.rules.due import DutyState
from charterkit.rules.standing import IndicatorStanding, PromiseStanding
from charterkit.site.bodies import BodyRecord, gathered
from charterkit.site.context import PUBLISHER_FILE, Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.parts import Entry, NewestFigure, newest_figure, promise_entries
from charterkit.site.pieces import Piece
from charterkit.site.portfolio import CharterList, charter_list, kept_sentence
from charterkit.site.quality.assessment_links import assessment_link, assessments_of
from charterkit.site.quality.lines import action_link, when
from charterkit.site.quality.pages import PLAN
from charterkit.site.quality.programme_entries import programme_entries
from charterkit.site.records import body_type, contact_facts, source_link
from charterkit.site.results.duties import DutyPart, duty_part
from charterkit.site.results.tallies import Tally, tally
from charterkit.site.services.in_brief import suspension
from charterkit.site.services.places import PlacePart, place_part
from charterkit.strings import mark

# With more promises than this the page leads to the chapters of the charters instead.
_PROMISES: Final = 100
# As many services as the page names.
_SERVICES: Final = 60
# As many figures as the page names; those that are overdue come first.
_FIGURES: Final = 30
# As many actions; those that are overdue come first, those that are done last.
_ACTIONS: Final = 20

_LEVELS: Final = {
    GovernmentLevel.LOCAL: mark("Local"),
    GovernmentLevel.REGIONAL: mark("Regional"),
    GovernmentLevel.NATIONAL: mark("National"),
}


@dataclass(frozen=True, slots=True)
class CharterPart:
    """Promises of one charter: each of them, or the chapters in which they stand."""

    charter: Link
    promises: tuple[Entry, ...]
    chapters: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure that the body answers for; `late` says what of it is overdue."""

    newest: NewestFigure
    late: str


@dataclass(frozen=True, slots=True)
class BodyView:
    """What the page of a body shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    type: str
    """What sort of organisation it is."""
    name: Piece
    """Its name."""
    description: Piece
    """What it does."""
    contacts: tuple[Fact, ...]
    """How to reach it."""
    tally: Tally | None
    """How many of its own promises are in which state; None where it has none."""
    results: Link
    """The way to its results board."""
    promises: tuple[CharterPart, ...]
    """All promises that name it, charter by charter."""
    adopted: tuple[CharterPart, ...]
    """Promises that hold for it because a charter adopted them."""
    services: tuple[Entry, ...]
    """The services that it offers; what is no longer offered stands in the list of all services."""
    all_services: Link | None
    """The way to all services, where the page does not name all of the body."""
    procedures: tuple[Entry, ...]
    """The documents by which it works."""
    places: tuple[PlacePart, ...]
    """Where people are served."""
    published: CharterList | None
    """The charters that it publishes."""
    covering: CharterList | None
    """Charters of other bodies that cover it."""
    duties: DutyPart | None
    """What it has to publish next; None where no figure of it is ever due."""
    figures: tuple[FigureLine, ...]
    """The figures that it answers for."""
    more_figures: str
    """How many more there are; blank where all are named."""
    methodology: Link
    """The way to all figures."""
    programmes: tuple[Entry, ...]
    """The programmes that it runs or to which it was invited."""
    assessments: tuple[Entry, ...]
    """How it assessed itself, the newest first."""
    actions: tuple[Entry, ...]
    """What it does so that promises are kept and services become better: what is still to do comes first."""
    plan: Link | None
    """The way to all actions; None where it has none."""
    parts: tuple[Entry, ...]
    """The bodies that are part of it."""
    place: tuple[Fact, ...]
    """What it is part of, and its level of government."""
    source: Link | None
    """The way to its file."""


def view(context: Context, page: Page) -> BodyView:
    """The page of a body."""
    record = context.directory.body_records[page.key]
    body, name = record.body, context.reader.bare(record.body.name)
    title = context.say("{body}: promises and contacts", body=name)
    counts = context.standing.counts_of(record.own)
    other = tuple(one for one in record.covering if one.publisher != body.id)
    figures = _figures(context, record.indicators)
    actions = tuple(_actions(context, body.id))
    return BodyView(
        page=PageHead(title, context.reader.plain(body.description, 160) or title, _trail(context, record)),
        type=body_type(context, body.type),
        name=context.line(body.name),
        description=context.block(body.description),
        contacts=contact_facts(context, body.contact),
        tally=tally(context, counts) if counts.all else None,
        results=Link(context.say("All results"), context.links.to(f"results/bodies/{body.id}/")),
        promises=tuple(_by_charter(context, record.own)),
        adopted=tuple(_by_charter(context, record.adopted)),
        services=tuple(_services(context, record)),
        all_services=_all_services(context, record),
        procedures=tuple(_procedures(context, record)),
        places=tuple(place_part(context, one) for one in record.places),
        published=charter_list(context, record.published),
        covering=charter_list(context, other),
        duties=duty_part(context, body.id),
        figures=figures[:_FIGURES],
        more_figures=_more(context, len(figures) - _FIGURES),
        methodology=context.section_link(context.say("How we measure"), "methodology/"),
        programmes=programme_entries(context, body.id),
        assessments=tuple(_assessments(context, body.id)),
        actions=actions,
        plan=context.section_link(context.say("All actions"), PLAN) if actions else None,
        parts=tuple(_part(context, context.directory.body_records[one.id]) for one in record.parts),
        place=tuple(_place(context, record)),
        source=source_link(context, PUBLISHER_FILE),
    )


def _procedures(context: Context, record: BodyRecord) -> Iterator[Entry]:
    for one in record.procedures:
        yield Entry(one.number, context.procedure_link(one.id), context.line(one.summary))


def _assessments(context: Context, body: str) -> Iterator[Entry]:
    for one in assessments_of(context, body):
        yield Entry("", assessment_link(context, one.id), context.reader.brief(one.summary))


def _trail(context: Context, record: BodyRecord) -> tuple[Link, ...]:
    up = (context.home_link(), context.section_link(context.say("Who we are"), "bodies/"))
    above = record.body.part_of
    return (*up, context.body_link(above)) if above in context.directory.bodies else up


def _by_charter(context: Context, promises: tuple[PromiseStanding, ...]) -> Iterator[CharterPart]:
    many = len(promises) > _PROMISES
    for id, ones in gathered(promises, lambda one: (one.commitment.charter,)).items():
        chapters = tuple(_chapters(context, id, ones)) if many else ()
        listed = () if many else promise_entries(context, ones)
        yield CharterPart(context.link_to_charter(id), listed, chapters)


def _chapters(context: Context, charter: str, promises: tuple[PromiseStanding, ...]) -> Iterator[Entry]:
    for id, ones in gathered(promises, lambda one: (one.commitment.group,)).items():
        group = context.directory.groups.get((charter, id))
        href = f"{context.links.to(f'charters/{charter}/')}#group-{id}"
        link = Link(context.line(group.title), href) if group else Link(id)
        yield Entry("", link, kept_sentence(context, context.standing.counts_of(ones)))


def _services(context: Context, record: BodyRecord) -> Iterator[Entry]:
    for one in record.services[:_SERVICES]:
        inside = context.say("It is a service for our own units.") if one.scope is Scope.INTERNAL else ""
        notice = suspension(context, one) or inside
        yield Entry(one.number, context.service_link(one.id), context.line(one.summary), notice)


def _all_services(context: Context, record: BodyRecord) -> Link | None:
    if len(record.services) <= _SERVICES:
        return None
    return context.section_link(context.say("All services"), "services/")


def _figures(context: Context, indicators: tuple[IndicatorStanding, ...]) -> tuple[FigureLine, ...]:
    lines = [FigureLine(newest_figure(context, one), _late(context, one.indicator.id)) for one in indicators]
    return tuple(sorted(lines, key=lambda line: not line.late))


def _late(context: Context, indicator: str) -> str:
    owed = context.directory.duties_on.get(indicator, ())
    due = [one.due for one in owed if one.state is DutyState.OVERDUE]
    if not due:
        return ""
    return context.reader.words.count(
        "{n} figure is overdue: it should have been published by {day}.",
        "{n} figures are overdue: the oldest should have been published by {day}.",
        len(due),
        day=context.reader.words.day(min(due)),
    )


def _more(context: Context, number: int) -> str:
    if number <= 0:
        return ""
    return context.reader.words.count("And {n} more figure.", "And {n} more figures.", number)


def _part(context: Context, record: BodyRecord) -> Entry:
    kept = kept_sentence(context, context.standing.counts_of(record.own)) if record.own else ""
    return Entry("", context.body_link(record.body.id), kept)


def _place(context: Context, record: BodyRecord) -> Iterator[Fact]:
    body = record.body
    if body.part_of:
        yield Fact(context.say("Part of"), (context.body_link(body.part_of),))
    if body.level:
        yield Fact(context.say("Level of government"), (Link(context.say(_LEVELS[body.level])),))


def _actions(context: Context, body: str) -> Iterator[Entry]:
    for one in context.directory.plan.of_body.get(body, ())[:_ACTIONS]:
        yield Entry("", action_link(context, one), when(context, one))
