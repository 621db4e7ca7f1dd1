"""The page of a calendar, and deadlines worked out for readers."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from charterkit.model.calendar import Calendar, Weekday
from charterkit.model.common import Duration, Ended
from charterkit.model.procedure import Procedure, Timetable
from charterkit.model.publication import Publication
from charterkit.model.requirement import InWords, Limit, Norm, Operator
from charterkit.model.service import Service
from charterkit.model.standard import Clock, NormType
from charterkit.rules.standing import standing
from charterkit.site.pages import Kind
from charterkit.site.render import Renderer
from charterkit.site.services.deadline_examples import longest_time
from charterkit.text import Text
from test_site_sample import TODAY, publication, site

LETTERS = Duration(Decimal(20), "working_days")


def bare(html: str) -> str:
    """The words of a page, with plain spaces."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).replace("\u00a0", " ")


def page(records: Publication, kind: Kind, lang: str, today: date = TODAY) -> str:
    """The HTML of the first page of a kind."""
    renderer = Renderer(replace(site(records), standing=standing(records, today)))
    found = next(one for one in renderer.directory.pages if one.kind is kind)
    return renderer.page(found, lang)


def with_calendar(calendar: Calendar, clock: Clock | None = None) -> Publication:
    """The sample, whose standard counts by another calendar."""
    sample = publication()
    standard = sample.standards["requests"]
    used = replace(standard, clock=clock or Clock(counting="next_day", calendar=calendar.id))
    return replace(
        sample, calendars={calendar.id: calendar}, standards={**sample.standards, standard.id: used}
    )


def plain(**more: object) -> Calendar:
    """A calendar in Lithuania with a cut-off at four."""
    return replace(Calendar("any", Text.of({"en": "Days"}), "LT", cut_off="16:00"), **more)  # type: ignore[arg-type]


def test_three_requests_are_worked_out_from_the_day_of_the_build() -> None:
    words = bare(page(with_calendar(plain()), Kind.STANDARD, "en"))

    assert "What we receive on Wednesday, 26 November 2025 at 10:00" in words
    assert "What we receive on Friday, 28 November 2025 at 16:40" in words
    assert "It arrives after 16:00, so it counts as received on Monday, 1 December 2025." in words
    assert "What we receive on Tuesday, 23 December 2025 at 10:00" in words
    assert "is done by Monday, 29 December 2025 at the latest." in words
    assert "Free days in between, besides weekends: 24 December, 25 December and 26 December." in words


def test_the_same_day_gives_the_same_page_and_another_day_others() -> None:
    records = with_calendar(plain())

    assert page(records, Kind.STANDARD, "en") == page(records, Kind.STANDARD, "en")
    later = bare(page(records, Kind.STANDARD, "en", date(2026, 2, 12)))
    assert "What we receive on Friday, 13 February 2026 at 16:40" in later
    assert "What we receive on Friday, 13 February 2026 at 10:00" in later  # the 16th is a holiday


def test_without_a_calendar_nothing_is_worked_out() -> None:
    records = with_calendar(plain(), Clock(counting="next_day"))

    assert "Worked examples" not in page(records, Kind.STANDARD, "en")


def test_a_standard_without_a_time_or_that_has_ended_needs_no_examples() -> None:
    records = with_calendar(plain())
    standard = records.standards["requests"]
    in_words = (Norm(date(2020, 1, 1), InWords(Text.of({"en": "Soon."}))),)

    for other in (
        replace(standard, norms=in_words),
        replace(standard, ended=Ended(date(2025, 1, 1), Text.of({"en": "Done."}))),
        replace(standard, type=NormType.QUALITATIVE),
    ):
        changed = replace(records, standards={**records.standards, "requests": other})
        assert "Worked examples" not in page(changed, Kind.STANDARD, "en")


@pytest.mark.parametrize(
    ("norm", "time"),
    [
        (Norm(TODAY, Limit(Operator.AT_MOST, Decimal(20)), "working_days"), LETTERS),
        (Norm(TODAY, Limit(Operator.AT_LEAST, Decimal(20)), "working_days"), None),
        (Norm(TODAY, Limit(Operator.LESS_THAN, Decimal(20)), "working_days"), None),
        (Norm(TODAY, Limit(Operator.AT_MOST, Decimal(20)), "working_days", per="year"), None),
        (Norm(TODAY, InWords(Text.of({"en": "Soon."}))), None),
    ],
)
def test_only_an_upper_limit_has_a_last_day(norm: Norm, time: Duration | None) -> None:
    assert longest_time(norm) == time


def test_a_time_moved_from_a_free_day_and_a_worked_saturday_are_explained() -> None:
    clock = Clock(counting="next_day", calendar="any", ends_on="working_day")
    records = with_calendar(plain(country="HU"), clock)
    standard = records.standards["requests"]
    norm = Norm(date(2020, 1, 1), Limit(Operator.AT_MOST, Decimal(29)), "calendar_days")
    moved = replace(records, standards={**records.standards, "requests": replace(standard, norms=(norm,))})
    words = bare(page(moved, Kind.STANDARD, "en"))

    # 29 days after 26 November is Christmas Day; the 26th and the weekend follow.
    assert "is done by Monday, 29 December 2025 at the latest." in words
    assert (
        "The last day would be Thursday, 25 December 2025, but that day is free: the next working day counts."
        in words
    )
    assert "If the last day is free, the time ends on the next working day." in words
    assert "Counted as working days, although usually free: 13 December." in words


def test_hours_are_told_with_their_hour() -> None:
    records = publication()
    standard = records.standards["requests"]
    norm = Norm(date(2020, 1, 1), Limit(Operator.AT_MOST, Decimal(4)), "hours")
    short = replace(records, standards={**records.standards, "requests": replace(standard, norms=(norm,))})
    words = bare(page(short, Kind.STANDARD, "en"))

    # The clock's own cut-off at 18:00 goes before the calendar's; on Friday the office closes at noon.
    assert "at 10:00 is done by 14:00 on Wednesday, 26 November 2025 at the latest." in words
    assert "28 November 2025 at 18:40 is done by 12:00 on Monday, 1 December 2025 at the latest." in words
    assert "Only service hours count." in words


def test_page_of_a_calendar_shows_its_week_its_hours_and_two_years() -> None:
    words = bare(page(publication(), Kind.CALENDAR, "en"))

    assert "Monday to Friday" in words
    assert "Hungary" in words
    assert "Monday to Thursday 8:00–17:00 Lunch included" in words
    assert "What arrives after 16:00 counts as received on the next working day." in words
    assert "Thursday, 27 November 2025 Training Decided by us" in words
    assert "Sunday, 20 April 2025 Easter Falls on a weekend" in words
    assert "Saturday, 13 December 2025 Moved by the state" in words
    assert "Friday, 2 January 2026" in words
    assert "Requests" in words


def test_holidays_without_a_name_in_the_readers_language_are_marked_as_of_their_country() -> None:
    html = page(publication(), Kind.CALENDAR, "lt")

    assert '<span lang="hu" dir="ltr">Karácsony</span>' in html
    assert "Pavadinimų kalba: vengrų" in html
    assert 'lang="hu"' not in page(publication(), Kind.CALENDAR, "en").split("<main")[1].split("</main")[0]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((Weekday.MON, Weekday.TUE), "Monday and Tuesday"),
        ((Weekday.SUN, Weekday.MON), "Monday and Sunday"),
        ((Weekday.WED, Weekday.MON, Weekday.TUE), "Monday to Wednesday"),
        ((Weekday.MON, Weekday.WED, Weekday.FRI), "Monday, Wednesday and Friday"),
    ],
)
def test_days_of_the_week_in_words(days: tuple[Weekday, ...], said: str) -> None:
    assert said in bare(page(with_calendar(plain(workdays=days)), Kind.CALENDAR, "en"))


def test_services_and_procedures_that_count_by_a_calendar_are_named_on_its_page() -> None:
    records = with_calendar(plain())
    words = Text.of({"en": "Words"})
    service = Service(
        "permit", Text.of({"en": "Building permit"}), words, ("town",), clock=Clock(calendar="any")
    )
    other = replace(service, id="other", title=Text.of({"en": "Unclocked"}), clock=None)
    library = Procedure(
        "bus", Text.of({"en": "Library bus"}), words, ("town",), timetable=Timetable((), "any")
    )
    used = replace(records, services={"permit": service, "other": other}, procedures={"bus": library})
    said = bare(page(used, Kind.CALENDAR, "en"))

    assert "Building permit" in said
    assert "Library bus" in said
    assert "Unclocked" not in said


def test_holidays_of_a_region_say_of_which() -> None:
    words = bare(page(with_calendar(plain(country="ES", region="CT")), Kind.CALENDAR, "en"))

    assert "Public holidays of Spain (ES-CT)" in words
    assert "Thursday, 11 September 2025 National Day of Catalonia" in words
