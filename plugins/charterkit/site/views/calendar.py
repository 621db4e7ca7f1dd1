"""A calendar: the working days of the week, the hours, the free days of two years, and who counts by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from charterkit import freedays
from charterkit.model.calendar import Calendar, Opening, Weekday
from charterkit.rules.hours import clock_time
from charterkit.rules.workdays import FreeDayReason, Why, WorkCalendar
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece, Reader
from charterkit.site.records import source_link, source_links
from charterkit.site.services.clocks import late_sentence
from charterkit.site.services.hours import hour_span, weekdays
from charterkit.strings import mark
from charterkit.text import NO_TEXT, beginning

_ORDER: Final = tuple(Weekday)


@dataclass(frozen=True, slots=True)
class HoursRow:
    """Hours on some days of the week."""

    days: str
    hours: str
    note: Piece


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day that is otherwise than its weekday: its date, its name, and what else to know of it (or blank)."""

    day: str
    name: Piece
    note: str


@dataclass(frozen=True, slots=True)
class YearTable:
    """The free days of a year, or the worked ones; `id` is unique in the page."""

    id: str
    caption: str
    rows: tuple[DayRow, ...]


@dataclass(frozen=True, slots=True)
class CalendarView:
    """What the page of a calendar shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: Piece
    """The title of the calendar."""
    lead: str
    """What a calendar is for."""
    facts: tuple[Fact, ...]
    """The days of the week, the country of the holidays, the cut-off."""
    hours: tuple[HoursRow, ...]
    """The service hours."""
    language: str
    """In which language the holidays are named, where it is not the reader's; else blank."""
    free: tuple[YearTable, ...]
    """The free days of this year and the next."""
    worked: tuple[YearTable, ...]
    """Days of a weekend or holidays that are worked."""
    standards: tuple[Link, ...]
    """The standards that count by it."""
    services: tuple[Link, ...]
    """The services and procedures that count by it."""
    sources: tuple[Link, ...]
    """Where the record was taken from."""
    source: Link | None
    """The way to its file."""


def view(context: Context, page: Page) -> CalendarView:
    """The page of a calendar."""
    calendar = context.publication.calendars[page.key]
    lead = context.say("When we promise a number of working days, these are the days we count.")
    title = context.say("Calendar: {title}", title=context.reader.bare(calendar.title))
    asked = _Asked(context, WorkCalendar(calendar))
    return CalendarView(
        page=PageHead(
            title, lead, (context.home_link(), context.section_link(context.say("Standards"), "standards/"))
        ),
        title=context.line(calendar.title),
        lead=lead,
        facts=tuple(_facts(context, calendar)),
        hours=tuple(_hours(context, one) for one in calendar.hours),
        language=_language(context, calendar.country),
        free=asked.free_days(),
        worked=asked.worked_days(),
        standards=_standards(context, calendar.id),
        services=tuple(_services(context, calendar.id)),
        sources=source_links(context, calendar.sources),
        source=source_link(context, calendar.file),
    )


def _facts(context: Context, calendar: Calendar) -> Iterator[Fact]:
    say, words = context.say, context.reader.words
    yield Fact(say("Working days of the week"), (Link(beginning(weekdays(context, calendar.workdays))),))
    if calendar.country:
        country = words.country_name(calendar.country)
        # CLDR has no names of regions at hand; their people know the code.
        place = f"{country} ({calendar.country}-{calendar.region})" if calendar.region else country
        yield Fact(say("Public holidays of"), (Link(place),))
    if calendar.cut_off:
        late = late_sentence(context, clock_time(calendar.cut_off), with_calendar=True)
        yield Fact(say("Time of day"), (Link(late),))


def _hours(context: Context, opening: Opening) -> HoursRow:
    hours = hour_span(context, opening.opens, opening.closes)
    return HoursRow(beginning(weekdays(context, opening.days)), hours, context.line(opening.note))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A calendar asked about this year and the next."""

    context: Context
    calendar: WorkCalendar

    def free_days(self) -> tuple[YearTable, ...]:
        """The free days of each year that are not just those of a weekend."""
        return tuple(
            YearTable(f"free-{year}", str(year), tuple(self._free(year)))
            for year in self._years()
            if any(self._free(year))
        )

    def worked_days(self) -> tuple[YearTable, ...]:
        """The days of each year that are worked though they would be free."""
        return tuple(
            YearTable(f"worked-{year}", str(year), rows)
            for year in self._years()
            if (rows := tuple(self._worked(year)))
        )

    def _years(self) -> tuple[int, ...]:
        this = self.context.standing.today.year
        return tuple(year for year in (this, this + 1) if year < date.max.year)

    def _free(self, year: int) -> Iterator[DayRow]:
        for reason in self.calendar.free_days(date(year, 1, 1), date(year, 12, 31)):
            if reason.why is not Why.WEEKEND:
                yield DayRow(self._day(reason.day), self._name(reason), self._note(reason))

    def _worked(self, year: int) -> Iterator[DayRow]:
        own = {one.date: one.title for one in self.calendar.record.days}
        first, last = date(year, 1, 1), date(year, 12, 31)
        for day in (first + timedelta(days=number) for number in range((last - first).days + 1)):
            if self.calendar.is_moved(day):
                note = self.context.say("Decided by us" if day in own else "Moved by the state")
                yield DayRow(self._day(day), self.context.line(own.get(day, NO_TEXT)), note)

    def _day(self, day: date) -> str:
        return self.context.reader.words.weekday_day(day)

    def _name(self, reason: FreeDayReason) -> Piece:
        if reason.why is Why.OWN:
            return self.context.line(reason.title)
        return _as_at_home(self.context, self.calendar.record.country).unmarked(reason.title)

    def _note(self, reason: FreeDayReason) -> str:
        if reason.why is Why.OWN:
            return self.context.say("Decided by us")
        is_workday = Weekday.of(reason.day) in self.calendar.record.workdays
        return "" if is_workday else self.context.say("Falls on a weekend")


mark("Decided by us")
mark("Moved by the state")


def _as_at_home(context: Context, country: str) -> Reader:
    """The reader, who gets a name that is not in their language as the country itself says it."""
    return replace(context.reader, order=(freedays.official_language(country),))


def _language(context: Context, country: str) -> str:
    names = freedays.names(country, "", context.standing.today.year).values()
    reader = _as_at_home(context, country)
    foreign = {name.lang for name in map(reader.unmarked, names) if name.fallback}
    if not foreign:
        return ""
    languages = reader.words.listing([reader.words.language_name(lang) for lang in sorted(foreign)])
    return context.say("Language of the names: {languages}", languages=languages)


def _standards(context: Context, id: str) -> tuple[Link, ...]:
    standards = context.publication.standards.values()
    return tuple(context.standard_link(one.id) for one in standards if one.clock and one.clock.calendar == id)


def _services(context: Context, id: str) -> Iterator[Link]:
    """Services whose clock, and procedures whose timetable, counts by the calendar; a link where they have a page."""
    addresses = {page.address for page in context.directory.pages}
    publication = context.publication
    services = (
        (f"services/{one.id}/", one.title)
        for one in publication.services.values()
        if one.clock and one.clock.calendar == id
    )
    procedures = (
        (f"procedures/{one.id}/", one.title)
        for one in publication.procedures.values()
        if one.timetable and one.timetable.calendar == id
    )
    for address, title in (*services, *procedures):
        yield context.link(title, address) if address in addresses else Link(context.line(title))
