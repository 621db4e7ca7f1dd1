"""A stop of a service on wheels as a calendar file (iCalendar, RFC 5545), for the calendar of a telephone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, tzinfo
from functools import partial

from icalendar import Calendar, Event

from charterkit.exports.download import Download
from charterkit.model.procedure import Procedure, Stop, Timetable
from charterkit.model.publication import Publication
from charterkit.richtext.signs import writable
from charterkit.rules.day import zone_of
from charterkit.rules.hours import clock_time
from charterkit.rules.standing import Standing
from charterkit.rules.visits import Visit, planned
from charterkit.site.addresses import stop_file
from charterkit.strings import words
from charterkit.text import Phrase, Text


def stop_calendars(standing: Standing) -> Iterator[Download]:
    """A calendar file of every stop of every timetable, with the visits of the coming year."""
    for procedure in standing.publication.procedures.values():
        if procedure.timetable is not None:
            for stop in procedure.timetable.stops:
                make = partial(_of_stop, standing, procedure, procedure.timetable, stop)
                yield Download(stop_file(procedure.id, stop.id), make)


def _of_stop(standing: Standing, procedure: Procedure, timetable: Timetable, stop: Stop, lang: str) -> bytes:
    publication, today = standing.publication, standing.today
    visits = planned(publication, timetable, stop, today)
    return stop_calendar(publication, procedure, stop, visits, today, lang)


def stop_calendar(
    publication: Publication,
    procedure: Procedure,
    stop: Stop,
    visits: Iterable[Visit],
    today: date,
    lang: str,
) -> bytes:
    """The visits to a stop as events, in a language.

    Times are written in UTC, so that no reader needs to know the publisher's time zone. `today` stands in for the
    moment of writing: the same records and day give the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//charterkit//charterkit//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _title(publication, procedure, stop, lang))
    for visit in visits:
        calendar.add_component(_event(publication, procedure, stop, visit, today, lang))
    return bytes(calendar.to_ical())


def _event(
    publication: Publication, procedure: Procedure, stop: Stop, visit: Visit, today: date, lang: str
) -> Event:
    zone, order = zone_of(publication.publisher.time_zone), publication.publisher.reading_order
    event = Event()
    event.add("uid", f"{visit.day.isoformat()}-{stop.id}@{procedure.id}.charterkit")
    event.add("dtstamp", datetime.combine(today, time(0), UTC))
    event.add("dtstart", _moment(visit.day, visit.arrives, zone))
    event.add("dtend", _moment(visit.day, visit.leaves, zone))
    event.add("summary", _title(publication, procedure, stop, lang))
    event.add("location", ", ".join(_line(text.read(lang, order)) for text in (stop.place, stop.at) if text))
    if stop.accessibility:
        event.add("description", _line(stop.accessibility.read(lang, order)))
    return event


def _title(publication: Publication, procedure: Procedure, stop: Stop, lang: str) -> str:
    order = publication.publisher.reading_order
    title = _line(_comes(publication, procedure).read(lang, order))
    place = _line(stop.place.read(lang, order))
    return words(lang).say("{title}: {place}", title=title, place=place)


def _comes(publication: Publication, procedure: Procedure) -> Text:
    """What comes to a stop. A document is called "Procedure of …", which nobody looks for in a calendar."""
    # The services of a library bus are those of every library, such as the reader's card; a standard of its own
    # says what the bus does. Of several standards nobody knows which one travels.
    standards = procedure.standards if len(procedure.standards) == 1 else ()
    served = (
        *(publication.standards.get(id) for id in standards),
        *(publication.services.get(id) for id in procedure.services),
    )
    return next((one.title for one in served if one is not None), procedure.title)


def _line(phrase: Phrase) -> str:
    """The words on one line: a line break of any sort would end a property of the file."""
    return " ".join(writable(phrase.words).split())


def _moment(day: date, clock: str, zone: tzinfo) -> datetime:
    return datetime.combine(day, clock_time(clock), zone).astimezone(UTC)
