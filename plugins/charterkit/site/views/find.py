"""Everything from A to Z: promises, standards, results, pages. A script filters the list; without it, it is whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charterkit.site.alphabet import sort_key
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page, year_address
from charterkit.site.pieces import Piece
from charterkit.text import Text


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of the list: what it is, its title, a few words about it; of a promise, where there are several
    charters, the one in which it stands."""

    kind: str
    title: Link
    text: Piece | str
    charter: Piece | str = ""


@dataclass(frozen=True, slots=True)
class FindView:
    """What the list from A to Z shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    lead: str
    """What is in the list."""
    action: str
    """Where the form leads: this page itself."""
    find_label: str
    """What can be looked for in it."""
    counted: str
    """The sentence in which the script tells how many entries fit; `{n}` stands for the number."""
    nothing: str
    """What the script says where no entry fits."""
    entries: tuple[Found, ...]
    """All entries, in alphabetical order."""


def view(context: Context, page: Page) -> FindView:
    """The list from A to Z."""
    lead = (
        context.say(
            "All services, promises, standards, results, bodies and pages of this site, in alphabetical order."
        )
        if context.publication.services
        else context.say(
            "All promises, standards, results, bodies and pages of this site, in alphabetical order."
        )
    )
    return FindView(
        page=PageHead(context.say("Find"), lead, (context.home_link(),)),
        lead=lead,
        action=context.links.to("find/"),
        find_label=context.find_label(),
        counted=context.say("Entries that fit: {number}", number="{n}"),
        nothing=context.say("Nothing found. Try fewer or other words."),
        entries=_in_order(context),
    )


def _in_order(context: Context) -> tuple[Found, ...]:
    lang = context.reader.lang
    return tuple(found for _, found in sorted(_all(context), key=lambda pair: sort_key(pair[0], lang)))


def _all(context: Context) -> Iterator[tuple[str, Found]]:
    publication, say, brief = context.publication, context.say, context.reader.brief
    promise, standard, result = say("Promise"), say("Standard"), say("Result")
    several = len(publication.charters) > 1
    charters = {one.id: context.line(one.title) for one in publication.charters.values() if several}
    for one in publication.commitments.values():
        link, text = context.commitment_link(one), context.line(one.promise)
        yield _keyed(context, one.title, Found(promise, link, text, charters.get(one.charter, "")))
    for service in publication.services.values():
        found = Found(say("Service"), context.service_link(service.id), context.line(service.summary))
        yield _keyed(context, service.title, found)
    for norm in publication.standards.values():
        yield _keyed(
            context, norm.title, Found(standard, context.standard_link(norm.id), brief(norm.statement))
        )
    for procedure in publication.procedures.values():
        found = Found(say("Procedure"), context.procedure_link(procedure.id), context.line(procedure.summary))
        yield _keyed(context, procedure.title, found)
    for figure in publication.indicators.values():
        yield _keyed(
            context, figure.title, Found(result, context.result_link(figure.id), brief(figure.definition))
        )
    for charter in publication.charters.values():
        found = Found(say("Charter"), context.charter_link(charter), brief(charter.purpose))
        yield _keyed(context, charter.title, found)
    for calendar in publication.calendars.values():
        found = Found(say("Calendar"), context.calendar_link(calendar.id), "")
        yield _keyed(context, calendar.title, found)
    for body in publication.publisher.bodies:
        yield _keyed(
            context, body.name, Found(say("Body"), context.body_link(body.id), brief(body.description))
        )
    for title, address in (*_own_pages(context), *_hand_written(context)):
        yield title, Found(say("Page"), Link(title, context.links.to(address)), "")


def _keyed(context: Context, title: Text, found: Found) -> tuple[str, Found]:
    return context.reader.bare(title), found


def _own_pages(context: Context) -> Iterator[tuple[str, str]]:
    say = context.say
    publisher = context.publication.publisher
    yield say("All results"), "results/"
    for year in context.directory.years.values():
        name = context.reader.words.period(year.year)
        yield say("Results of the year: {year}", year=name), year_address(year.year)
    if context.directory.years:
        yield say("Results by year"), "results/periods/"
    yield say("How we measure"), "methodology/"
    yield say("Who we are"), "bodies/"
    yield say("How to complain"), "complain/"
    yield say("Contact"), "contact/"
    if publisher.accessibility:
        yield say("Accessibility"), "accessibility/"
    if publisher.privacy:
        yield say("Privacy"), "privacy/"


def _hand_written(context: Context) -> Iterator[tuple[str, str]]:
    for one in context.site.settings.extra_pages:
        yield context.reader.bare(Text.of(one.titles)), one.address
