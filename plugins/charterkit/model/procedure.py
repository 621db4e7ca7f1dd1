"""A procedure: an approved document that says how things are done, perhaps with a timetable of stops."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from charterkit.model.calendar import Weekday
from charterkit.model.common import (
    NO_CONTACT,
    NO_KEYWORDS,
    Acknowledged,
    Contact,
    Ended,
    Keywords,
    Lineage,
    MonthDay,
    Source,
)
from charterkit.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class Approval:
    """The decision that approved a document, as it was printed."""

    by: Text
    day: date
    act: Text = NO_TEXT
    number: str = ""
    in_force: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """What belongs to a document: its text where it is short, else where it can be read."""

    title: Text
    text: Text = NO_TEXT
    url: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """A route of a service on wheels."""

    id: str
    title: Text
    vehicle: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Season:
    """A part of the year, both days included; it may go over the end of the year."""

    since: MonthDay
    until: MonthDay


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a service on wheels stops: on one day of the week, every so many weeks from `starts` on.

    `arrives` and `leaves` are times of the day such as `10:45`.
    """

    id: str
    place: Text
    day: Weekday
    arrives: str
    leaves: str
    starts: date
    route: str = ""
    at: Text = NO_TEXT
    every: int = 1
    season: Season | None = None
    accessibility: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class TimetableException:
    """Days on which stops (all, where none is named) have no visit, or have it on another day."""

    since: date
    reason: Text
    until: date | None = None
    stops: tuple[str, ...] = ()
    instead: date | None = None


@dataclass(frozen=True, slots=True)
class Timetable:
    """When a service on wheels comes where."""

    stops: tuple[Stop, ...]
    calendar: str = ""
    note: Text = NO_TEXT
    routes: tuple[Route, ...] = ()
    exceptions: tuple[TimetableException, ...] = ()


@dataclass(frozen=True, slots=True)
class Procedure:
    """One procedure. `text` is the document itself, which stands in files beside the record, one language each."""

    id: str
    title: Text
    summary: Text
    bodies: tuple[str, ...]
    number: str = ""
    services: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    edition: str = ""
    approval: Approval | None = None
    legal_basis: tuple[Source, ...] = ()
    annexes: tuple[Annex, ...] = ()
    timetable: Timetable | None = None
    contact: Contact = NO_CONTACT
    sources: tuple[Source, ...] = ()
    lineage: Lineage | None = None
    ended: Ended | None = None
    text: Text = NO_TEXT
    keywords: Keywords = NO_KEYWORDS
    acknowledged: tuple[Acknowledged, ...] = ()
    file: str = ""
