"""The calendar file of a stop, read back by the library that others read it with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from charterkit.exports.calendar_file import stop_calendar
from charterkit.exports.downloads import Downloads
from charterkit.rules.standing import standing
from charterkit.rules.visits import Visit
from charterkit.text import Text
from factory import day
from test_site_sample import TODAY, publication

SEVERAL = ("requests", "courtesy")
NASTY = "Oak; Village,\\\r\nBEGIN:VALARM <b>"


def calendar(place: str = "Oak Village", **changes: tuple[str, ...]) -> Calendar:
    sample = publication()
    procedure = replace(sample.procedures["library-bus"], **changes)
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


@pytest.mark.parametrize(
    ("standards", "services", "title"),
    [
        (("requests",), (), "Requests"),
        (("requests",), ("birth",), "Requests"),
        (SEVERAL, ("birth", "bare"), "Registration of a birth"),
        ((), ("birth",), "Registration of a birth"),
        (("gone",), ("gone", "birth"), "Registration of a birth"),
        (SEVERAL, (), "Library bus"),
        ((), (), "Library bus"),
    ],
)
def test_visits_are_called_by_what_comes_and_not_by_the_document(
    standards: tuple[str, ...], services: tuple[str, ...], title: str
) -> None:
    found = calendar(standards=standards, services=services)

    assert found["X-WR-CALNAME"] == f"{title}: Oak Village"
    assert [str(event["SUMMARY"]) for event in found.walk("VEVENT")] == [f"{title}: Oak Village"] * 2


def test_every_stop_has_its_file_and_the_same_records_give_the_same_bytes() -> None:
    stop = "procedures/library-bus/oak-village.ics"
    downloads = Downloads.of(standing(publication(), TODAY))

    assert stop in downloads.addresses
    assert downloads.make(stop, "lt") == Downloads.of(standing(publication(), TODAY)).make(stop, "lt")
