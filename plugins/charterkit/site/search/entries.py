"""What can be found: every page of the list from A to Z, with the texts by which it is found.

A new kind of page is named here: it gets entries, or stands in `LEFT_OUT` with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from typing import Final

from charterkit.model.common import NO_KEYWORDS, Keywords
from charterkit.model.publication import Publication
from charterkit.model.service import Scope
from charterkit.site.context import Context
from charterkit.site.pages import Kind, year_address
from charterkit.site.quality.pages import HUB, PLAN, SAID_AND_DID, STRATEGY, action_address
from charterkit.site.quality.points import criterion_title, public_findings
from charterkit.site.quality.programme_pages import programme_address, wave_address
from charterkit.site.release_pages import has_versions_page
from charterkit.site.views.versions import versions_heading
from charterkit.site.ways import way_title
from charterkit.strings import mark
from charterkit.text import NO_TEXT, Text


class Sort(StrEnum):
    """What a page is about, as its reader calls it; in the order in which people look for them."""

    SERVICE = "service"
    PROMISE = "promise"
    PAGE = "page"
    PROCEDURE = "procedure"
    STANDARD = "standard"
    BODY = "body"
    CHARTER = "charter"
    RESULT = "result"
    SURVEY = "survey"
    ACTION = "action"
    CALENDAR = "calendar"
    LIST = "list"
    INTERNAL = "internal"


SAID: Final[Mapping[Sort, str]] = {
    Sort.SERVICE: mark("Service"),
    Sort.PROMISE: mark("Promise"),
    Sort.PAGE: mark("Page"),
    Sort.PROCEDURE: mark("Procedure"),
    Sort.STANDARD: mark("Standard"),
    Sort.BODY: mark("Body"),
    Sort.CHARTER: mark("Charter"),
    Sort.RESULT: mark("Result"),
    Sort.SURVEY: mark("Survey"),
    Sort.ACTION: mark("Action"),
    Sort.CALENDAR: mark("Calendar"),
    Sort.LIST: mark("Page"),
    Sort.INTERNAL: mark("Service"),
}

LEFT_OUT: Final[Mapping[Kind, str]] = {
    Kind.HOME: "Every page leads to it, and what it shows has pages of its own.",
    Kind.FIND: "It is the search itself.",
    Kind.LETTER: "It lists what can be found.",
    Kind.BOARD: "It lists promises, which are found by themselves, and the results lead to it.",
    Kind.SIDE: "It lists promises, which are found by themselves; results and bodies lead to it.",
    Kind.INDICATOR: "It has the title and the texts of the result, which leads to it: both would stand side by side.",
    Kind.CHARTER_ABOUT: "Its words are those of the charter, which is found and leads to it.",
    Kind.BADGES: "It shows what is found by itself; charters and promises lead to it.",
    Kind.VERSION: "Its words are those of the charter, old ones among them; the list of versions is found.",
    Kind.VERSION_CHAPTER: "Its words are those of the records, old ones among them; the version leads to it.",
    Kind.VERSION_CHANGES: "The version leads to it.",
    Kind.REPLIES: "It lists bodies, which are found by themselves; the programme leads to it.",
    Kind.MEMBER: "The body is found by itself and leads to it.",
    Kind.SURVEY_GROUP: "The survey is found, and leads to it.",
    Kind.QUESTIONNAIRE: "The survey has its words, and leads to it.",
    Kind.SURVEY_METHOD: "The survey leads to it.",
    Kind.CONSULTATION: "A draft is not what holds; the first page and the charter lead to it.",
}
"""The kinds of page that cannot be found, and why."""
_FIELDS: Final[dict[type, tuple[str, ...]]] = {}


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that can be found: its title, the text that says what it is, and the record with all its other texts.

    Titles of the product's own pages are bare words in the reader's language. `charter` is that of a promise or of versions, `keywords`
    are other names of what the page is about.
    """

    sort: Sort
    address: str
    title: Text | str
    lead: Text = NO_TEXT
    record: object = None
    charter: str = ""
    keywords: Keywords = NO_KEYWORDS


def entries(context: Context) -> tuple[Entry, ...]:
    """Every page that can be found, the sorts that people look for first in front."""
    order = {sort: number for number, sort in enumerate(Sort)}
    return tuple(sorted(_entries(context), key=lambda one: order[one.sort]))


def _entries(context: Context) -> Iterator[Entry]:
    publication = context.publication
    yield from _services(publication)
    yield from _promises(publication)
    yield from _standards(publication)
    yield from _bodies(publication)
    yield from _programmes(context)
    yield from _assessments(context)
    yield from _releases(context)
    yield from _improvement(context)
    yield from _own_pages(context)
    yield from _lists(context)
    for one in context.site.settings.extra_pages:
        yield Entry(Sort.PAGE, one.address, Text.of(one.titles), Text.of(one.leads), Text.of(one.texts))


def _services(publication: Publication) -> Iterator[Entry]:
    for one in publication.services.values():
        sort = Sort.INTERNAL if one.scope is Scope.INTERNAL else Sort.SERVICE
        yield Entry(sort, f"services/{one.id}/", one.title, one.summary, one, keywords=one.keywords)


def _promises(publication: Publication) -> Iterator[Entry]:
    for one in publication.commitments.values():
        address = f"charters/{one.full_id}/"
        yield Entry(Sort.PROMISE, address, one.title, one.promise, one, one.charter, one.keywords)
    for charter in publication.charters.values():
        address = f"charters/{charter.id}/"
        own = replace(charter, consultation=())
        yield Entry(Sort.CHARTER, address, charter.title, charter.purpose, own)


def _releases(context: Context) -> Iterator[Entry]:
    """The pages of versions, with how people had a say; a draft is found on the page of its charter alone."""
    for charter in context.publication.charters.values():
        if has_versions_page(context.publication, context.directory.versions, charter.id):
            address, told = f"charters/{charter.id}/versions/", charter.consultation
            yield Entry(
                Sort.LIST, address, versions_heading(context, charter), record=told, charter=charter.id
            )


def _standards(publication: Publication) -> Iterator[Entry]:
    for norm in publication.standards.values():
        address, told = f"standards/{norm.id}/", norm.statement
        yield Entry(Sort.STANDARD, address, norm.title, told, norm, keywords=norm.keywords)
    for one in publication.procedures.values():
        address = f"procedures/{one.id}/"
        yield Entry(Sort.PROCEDURE, address, one.title, one.summary, one, keywords=one.keywords)
    for figure in publication.indicators.values():
        address, told = f"results/{figure.id}/", figure.definition
        yield Entry(Sort.RESULT, address, figure.title, told, figure, keywords=figure.keywords)
    for survey in publication.surveys.values():
        yield Entry(Sort.SURVEY, f"quality/surveys/{survey.id}/", survey.title, survey.summary, survey)
    for calendar in publication.calendars.values():
        yield Entry(Sort.CALENDAR, f"calendars/{calendar.id}/", calendar.title)


def _bodies(publication: Publication) -> Iterator[Entry]:
    publisher = publication.publisher
    for body in publisher.bodies:
        places = tuple(place for place in publisher.places if place.body == body.id)
        yield Entry(Sort.BODY, f"bodies/{body.id}/", body.name, body.description, (body, places))


def _programmes(context: Context) -> Iterator[Entry]:
    for one in context.publication.programmes.values():
        yield Entry(Sort.PAGE, programme_address(one.id), one.title, one.summary, one)
        for wave in one.waves:
            names = {"wave": context.reader.bare(wave.title), "programme": context.reader.bare(one.title)}
            title = context.say("{wave}: {programme}", **names)
            yield Entry(Sort.LIST, wave_address(one.id, wave.id), title)


def _assessments(context: Context) -> Iterator[Entry]:
    """Self-assessments and their criteria, with what the public may know of them."""
    for page in context.directory.pages:
        if page.kind is Kind.ASSESSMENT:
            one = context.publication.assessments[page.key]
            yield Entry(
                Sort.PAGE, page.address, one.title, one.summary, (one.groups, one.steps, one.recognition)
            )
        elif page.kind is Kind.CRITERION:
            id, _, number = page.key.partition("/")
            assessment = context.publication.assessments[id]
            title = criterion_title(context, assessment, number)
            yield Entry(Sort.LIST, page.address, title, record=public_findings(assessment, number))


def _improvement(context: Context) -> Iterator[Entry]:
    say, publication = context.say, context.publication
    actions, strategy = publication.actions.values(), publication.strategy
    if any(page.kind is Kind.QUALITY for page in context.directory.pages):
        yield Entry(Sort.PAGE, HUB, say("How we improve"))
    if actions:
        yield Entry(Sort.LIST, PLAN, say("Improvement plan"))
    if any(one.said and one.did for one in actions):
        yield Entry(Sort.LIST, SAID_AND_DID, say("You said – we did"))
    for one in actions:
        yield Entry(Sort.ACTION, action_address(one.id), one.title, one.text, one)
    if strategy is not None:
        yield Entry(Sort.PAGE, STRATEGY, strategy.title, strategy.summary, strategy)


def _own_pages(context: Context) -> Iterator[Entry]:
    say, publication = context.say, context.publication
    publisher, rules = publication.publisher, publication.methodology
    complaints = tuple(one.complaints for one in publication.charters.values())
    yield Entry(Sort.PAGE, "results/", say("All results"))
    for year in context.directory.years.values():
        name = context.reader.words.period(year.year)
        yield Entry(Sort.LIST, year_address(year.year), say("Results of the year: {year}", year=name))
    if context.directory.years:
        yield Entry(Sort.LIST, "results/periods/", say("Results by year"))
    yield Entry(Sort.PAGE, "methodology/", say("How we measure"), record=rules)
    yield Entry(Sort.PAGE, "bodies/", say("Who we are"))
    yield Entry(Sort.PAGE, "complain/", say("How to complain"), record=complaints)
    yield Entry(Sort.PAGE, "changes/", say("What changed"))
    yield Entry(Sort.PAGE, "words/", say("Words explained"))
    yield Entry(Sort.PAGE, "contact/", say("Contact"), record=publisher.contact)
    yield Entry(Sort.PAGE, "accessibility/", say("Accessibility"), record=publisher.accessibility)
    yield Entry(Sort.PAGE, "privacy/", say("Privacy"), record=publisher.privacy)


def _lists(context: Context) -> Iterator[Entry]:
    say, publication = context.say, context.publication
    yield Entry(Sort.LIST, "charters/", say("All promises"))
    yield Entry(Sort.LIST, "standards/", say("All standards"))
    if publication.surveys:
        yield Entry(Sort.LIST, "quality/surveys/", say("Surveys"))
    if publication.procedures:
        yield Entry(Sort.LIST, "procedures/", say("All procedures"))
    if publication.services:
        yield Entry(Sort.LIST, "services/", say("All services"))
        yield Entry(Sort.LIST, "ways/", say("Ways to our services"))
    for page in context.directory.pages:
        if page.kind is Kind.WAY:
            yield Entry(Sort.LIST, page.address, way_title(context, page.key))


def texts_of(record: object) -> tuple[Text, ...]:
    """All texts for people in a record, in the order in which they stand."""
    return tuple(dict.fromkeys(_texts(record)))


def _texts(value: object) -> Iterator[Text]:
    if type(value) is Text:
        if value:
            yield value
    elif type(value) is tuple:
        for item in value:
            yield from _texts(item)
    else:
        for name in _names(value):
            part = getattr(value, name)
            if part and type(part) is not str:
                yield from _texts(part)


def _names(record: object) -> tuple[str, ...]:
    """The fields of a record, looked up once for each sort of record; nothing else has any."""
    sort = type(record)
    if sort not in _FIELDS:
        _FIELDS[sort] = tuple(one.name for one in fields(record)) if is_dataclass(record) else ()
    return _FIELDS[sort]
