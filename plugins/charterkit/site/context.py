"""What every view can look up: the records, their standing, the reader, the links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from charterkit.model.charter import Charter, Group
from charterkit.model.commitment import Commitment, Dimension
from charterkit.model.publication import Publication
from charterkit.model.publisher import Body, ServicePlace
from charterkit.model.service import Service
from charterkit.rules.adoption import adopted_groups
from charterkit.rules.due import Duty, duties
from charterkit.rules.news import News, news
from charterkit.rules.published import Published, published
from charterkit.rules.quality.plan import Plan, plan
from charterkit.rules.releases.public import Versions, Working
from charterkit.rules.standing import Counts, PromiseStanding, Standing
from charterkit.rules.years import YearStanding, year_standing, years
from charterkit.site.addresses import Links, absolute, prefix_of
from charterkit.site.bodies import BodyRecord, body_records, gathered
from charterkit.site.pages import BoardPart, Page, board_parts, pages
from charterkit.site.pieces import Piece, Reader
from charterkit.site.results.figures import Figures
from charterkit.site.results.verdicts import Badges
from charterkit.site.settings import HandWritten as HandWritten
from charterkit.site.settings import Settings as Settings
from charterkit.site.sharing.card_records import card_records
from charterkit.text import Text

PUBLISHER_FILE: Final = "charters/publisher.yml"


@dataclass(frozen=True, slots=True)
class Site:
    """One publisher's site: the records, how they stand, its languages (the first stands at the root)."""

    publication: Publication
    standing: Standing
    languages: tuple[str, ...]
    settings: Settings = field(default_factory=Settings)
    working: Working | None = None
    """The text in the files; None where nobody gave any."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Who belongs to whom, worked out once for all pages; a group is named by its charter and its own id."""

    pages: tuple[Page, ...]
    bodies: Mapping[str, Body]
    groups: Mapping[tuple[str, str], Group]
    promises: Mapping[tuple[str, str], tuple[PromiseStanding, ...]]
    by_standard: Mapping[str, tuple[Commitment, ...]]
    by_service: Mapping[str, tuple[Commitment, ...]]
    services: Mapping[str, tuple[Service, ...]]
    """The services that rest on a standard."""
    places: Mapping[str, ServicePlace]
    titles: Mapping[Text, int]
    """How many promises have a title."""
    boards: Mapping[str, BoardPart]
    boards_of: Mapping[str, tuple[BoardPart, ...]]
    total: Counts
    """The counts of all promises, each counted in the charter that it belongs to and nowhere else."""
    counts: Mapping[str, Counts]
    """By charter: the counts of its own promises, without those that it adopts."""
    adopted: Mapping[str, tuple[tuple[str, str], ...]]
    """By charter: the groups of other charters that it adopts."""
    adopters: Mapping[tuple[str, str], tuple[str, ...]]
    """By group: the charters that adopt it."""
    body_records: Mapping[str, BodyRecord]
    duties: tuple[Duty, ...]
    """Every figure that is overdue, due soon or comes next, by the day it is due."""
    duties_of_body: Mapping[str, tuple[Duty, ...]]
    duties_on: Mapping[str, tuple[Duty, ...]]
    """By indicator."""
    news: tuple[News, ...]
    """What changed up to the day of the site, the newest first."""
    fields: Mapping[Dimension, tuple[PromiseStanding, ...]]
    """By side of quality: the promises that are about it."""
    years: Mapping[str, YearStanding]
    """By label: the years about which there is something to tell, the latest first."""
    years_of: Mapping[str, tuple[YearStanding, ...]]
    """By charter: the years in which it has promises."""
    published: tuple[Published, ...]
    """What the feed tells: figures whose day of publication is known; none while the site's address is unknown."""
    cards: frozenset[str]
    """The records that have a picture for a shared link; blank stands for the site."""
    versions: Versions
    """The releases of which the public may know."""
    plan: Plan

    def adopted_promises(self, charter: str) -> tuple[PromiseStanding, ...]:
        """The promises of other charters that hold under this one too."""
        return tuple(one for group in self.adopted[charter] for one in self.promises.get(group, ()))


def directory(site: Site) -> Directory:
    """The directory of a site."""
    publication, standing = site.publication, site.standing
    charters, promises = publication.charters, standing.promises.values()
    commitments = publication.commitments.values()
    parts, told = board_parts(publication), years(standing)
    by_group = gathered(promises, lambda one: ((one.commitment.charter, one.commitment.group),))
    by_charter = gathered(promises, lambda one: (one.commitment.charter,))
    adopted = {id: adopted_groups(charter, charters) for id, charter in charters.items()}
    by_year = {year.label: year_standing(standing, year) for year in reversed(told)}
    owed, versions = duties(standing), Versions(publication.releases, standing.today)
    return Directory(
        pages=pages(publication, told, versions, badges=bool(site.settings.site_url)),
        bodies=publication.bodies,
        groups={(id, group.id): group for id, charter in charters.items() for group in charter.groups},
        promises=by_group,
        by_standard=gathered(commitments, standards_of),
        by_service=gathered(commitments, lambda one: one.services),
        services=gathered(publication.services.values(), lambda one: (one.standard,)),
        places={place.id: place for place in publication.publisher.places},
        titles=Counter(one.title for one in commitments),
        boards={part.address: part for part in parts},
        boards_of=gathered(parts, lambda part: (part.charter,)),
        total=standing.counts(),
        counts={id: standing.counts_of(by_charter.get(id, ())) for id in charters},
        adopted=adopted,
        adopters=gathered(charters, adopted.__getitem__),
        body_records=body_records(standing, by_group),
        duties=owed,
        duties_of_body=gathered(owed, lambda one: (one.body,)),
        duties_on=gathered(owed, lambda one: (one.indicator.id,)),
        news=news(standing),
        fields=gathered(promises, lambda one: (one.commitment.dimension,)),
        years=by_year,
        years_of=gathered(by_year.values(), lambda year: year.charters),
        published=published(standing) if site.settings.site_url else (),
        cards=card_records(publication),
        versions=versions,
        plan=plan(standing),
    )


def standards_of(one: Commitment) -> tuple[str, ...]:
    """The standards behind a promise, each once: those it names, then those of its measures."""
    measured = (measure.standard for measure in one.measures if measure.standard)
    return tuple(dict.fromkeys((*one.standards, *measured)))


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; with a blank `href` just words. `seal` is their place in what was approved."""

    text: Piece | str
    href: str = ""
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A question and its answers, for a list of facts."""

    term: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FactList:
    """Facts that are rendered by themselves."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class PageHead:
    """What the shell needs of a page: title and description as bare text, and the way that led here."""

    title: str
    description: str
    trail: tuple[Link, ...] = ()
    script: str = ""
    """A script of the site without which the page is whole, too."""
    hidden: bool = False
    """Whether search engines should leave it out: it shows a text that does not hold."""


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """A page's surroundings: the same for all pages of a language that lie equally deep."""

    site: Site
    directory: Directory
    reader: Reader
    figures: Figures
    badges: Badges
    links: Links
    phrase: Callable[[str], str]
    """A sentence without placeholders in the reader's language, looked up once."""
    render_facts: Callable[[FactList], Piece]
    """A list of facts as HTML, for lists that many pages show alike."""

    @property
    def publication(self) -> Publication:
        """The records."""
        return self.site.publication

    @property
    def standing(self) -> Standing:
        """How they stand."""
        return self.site.standing

    def say(self, message: str, /, **named: object) -> str:
        """A sentence in the reader's language."""
        return self.reader.words.say(message, **named) if named else self.phrase(message)

    def line(self, text: Text) -> Piece:
        """A short authored text."""
        return self.reader.line(text)

    def block(self, text: Text) -> Piece:
        """A long authored text."""
        return self.reader.block(text)

    def link(self, text: Text, address: str) -> Link:
        """An authored title that leads to a page of the site."""
        return Link(self.reader.line(text), self.links.to(address))

    def commitment_link(self, commitment: Commitment) -> Link:
        """The title of a promise, leading to its page."""
        return self.link(commitment.title, f"charters/{commitment.full_id}/")

    def charter_link(self, charter: Charter) -> Link:
        """The title of a charter, leading to its page."""
        return self.link(charter.title, f"charters/{charter.id}/")

    def charter_name(self, id: str) -> Piece | str:
        """The title of a charter; the bare id where there is no such charter, as in a preview it may be."""
        charter = self.publication.charters.get(id)
        return self.line(charter.title) if charter else id

    def link_to_charter(self, id: str) -> Link:
        """The title of a charter, leading to its page; the bare id where there is no such charter."""
        charter = self.publication.charters.get(id)
        return self.charter_link(charter) if charter else Link(id)

    def standard_link(self, id: str) -> Link:
        """The title of a standard, leading to its page; the bare id where there is no such standard."""
        standard = self.publication.standards.get(id)
        return self.link(standard.title, f"standards/{id}/") if standard else Link(id)

    def procedure_link(self, id: str) -> Link:
        """The title of a procedure, leading to its page; the bare id where there is no such procedure."""
        procedure = self.publication.procedures.get(id)
        return self.link(procedure.title, f"procedures/{id}/") if procedure else Link(id)

    def service_link(self, id: str) -> Link:
        """The title of a service, leading to its page; the bare id where there is no such service."""
        service = self.publication.services.get(id)
        return self.link(service.title, f"services/{id}/") if service else Link(id)

    def calendar_link(self, id: str) -> Link:
        """The title of a calendar, leading to its page; the bare id where there is no such calendar."""
        calendar = self.publication.calendars.get(id)
        return self.link(calendar.title, f"calendars/{id}/") if calendar else Link(id)

    def result_link(self, id: str) -> Link:
        """The title of an indicator, leading to its results."""
        indicator = self.publication.indicators.get(id)
        return self.link(indicator.title, f"results/{id}/") if indicator else Link(id)

    def record_link(self, id: str) -> Link:
        """The title of an indicator, leading to its record."""
        indicator = self.publication.indicators.get(id)
        return self.link(indicator.title, f"methodology/{id}/") if indicator else Link(id)

    def body_link(self, id: str) -> Link:
        """The name of a body, leading to its page; the bare id where there is no such body."""
        body = self.directory.bodies.get(id)
        return self.link(body.name, f"bodies/{id}/") if body else Link(id)

    def absolute(self, address: str) -> str:
        """The full address of a page or a download in the reader's language; blank while that of the site is unknown."""
        url = self.site.settings.site_url
        return absolute(url, prefix_of(self.reader.lang, self.site.languages), address) if url else ""

    def find_label(self) -> str:
        """What the search form asks for: services only where there are any."""
        if self.publication.services:
            return self.say("Find a service, a promise or a result")
        return self.say("Find a promise, a standard or a result")

    def home_link(self) -> Link:
        """The way back to the first page."""
        return Link(self.say("Home"), self.links.to(""))

    def section_link(self, title: str, address: str) -> Link:
        """The way up to a section of the site."""
        return Link(title, self.links.to(address))
