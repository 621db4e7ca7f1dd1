"""The calendar file of a stop, read back by the library that others read it with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from icalendar import Calendar

from charterkit.exports.calendar_file import stop_calendar
from charterkit.exports.downloads import Downloads
from charterkit.rules.visits import Visit
from charterkit.text import Text
from factory import day
from test_site_sample import TODAY, publication

NASTY = "Oak; Village,\\\r\nBEGIN:VALARM <b>"


def calendar(place: str = "Oak Village") -> Calendar:
    sample = publication()
    procedure = sample.procedures["library-bus"]
    assert procedure.timetable is not None
    stop = replace(procedure.timetable.stops[0], place=Text.of({"en": place}))
    planned = (Visit(day("2025-12-03"), "10:00", "10:45"), Visit(day("2026-07-01"), "9:05", "9:50"))
    raw = stop_calendar(sample, procedure, stop, planned, TODAY, "en")
    found = Calendar.from_ical(raw)
    assert isinstance(found, Calendar)
    return found


def test_visits_are_events_at_the_same_moment_in_winter_and_in_summer() -> None:
    first, second = calendar().walk("VEVENT")

    assert first["DTSTART"].dt == datetime(2025, 12, 3, 8, 0, tzinfo=UTC)
    assert first["DTEND"].dt == datetime(2025, 12, 3, 8, 45, tzinfo=UTC)
    assert second["DTSTART"].dt == datetime(2026, 7, 1, 6, 5, tzinfo=UTC)
    assert first["UID"] != second["UID"]


def test_words_of_a_record_are_words_in_the_file_and_nothing_else() -> None:
    found = calendar(NASTY)
    events = found.walk("VEVENT")

    assert [part.name for part in found.walk()] == ["VCALENDAR", "VEVENT", "VEVENT"]
    assert "Oak; Village," in str(events[0]["LOCATION"])


def test_every_stop_has_its_file_and_the_same_records_give_the_same_bytes() -> None:
    downloads = Downloads.of(publication(), TODAY)

    assert downloads.addresses == ("procedures/library-bus/oak-village.ics",)
    assert downloads.make(downloads.addresses[0], "lt") == Downloads.of(publication(), TODAY).make(
        downloads.addresses[0], "lt"
    )
