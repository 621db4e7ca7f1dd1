"""Periods: what a label means, which periods are due, and how they lie to each other."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterkit.periods import (
    CALENDAR_YEAR,
    Frequency,
    Length,
    Period,
    YearStart,
    a_year_earlier,
    containing,
    enclosing,
    expected_periods,
    parse_period,
    previous,
)

APRIL = YearStart(4, 1)
SIXTH_OF_APRIL = YearStart(4, 6)
YEAR_STARTS = st.builds(YearStart, st.integers(1, 12), st.integers(1, 28))
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
REGULAR = st.sampled_from([frequency for frequency in Frequency if frequency is not Frequency.IRREGULAR])
properties = settings(deadline=None, database=None, derandomize=True)


def period(label: str, year_starts: YearStart = CALENDAR_YEAR) -> Period:
    found = parse_period(label, year_starts)
    assert found is not None, label
    return found


def label_of(found: Period | None) -> str | None:
    return None if found is None else found.label


@pytest.mark.parametrize(
    ("text", "start", "end", "length"),
    [
        ("2019", "2019-01-01", "2019-12-31", Length.YEAR),
        ("2019-H1", "2019-01-01", "2019-06-30", Length.HALF_YEAR),
        ("2019-H2", "2019-07-01", "2019-12-31", Length.HALF_YEAR),
        ("2019-Q1", "2019-01-01", "2019-03-31", Length.QUARTER),
        ("2019-Q3", "2019-07-01", "2019-09-30", Length.QUARTER),
        ("2019-Q4", "2019-10-01", "2019-12-31", Length.QUARTER),
        ("2019-07", "2019-07-01", "2019-07-31", Length.MONTH),
        ("2020-02", "2020-02-01", "2020-02-29", Length.MONTH),
        ("2019-12", "2019-12-01", "2019-12-31", Length.MONTH),
        ("2019-W31", "2019-07-29", "2019-08-04", Length.WEEK),
        ("2019-W01", "2018-12-31", "2019-01-06", Length.WEEK),
        ("2020-W53", "2020-12-28", "2021-01-03", Length.WEEK),
        ("2019-07-15", "2019-07-15", "2019-07-15", Length.DAY),
        ("2020-02-29", "2020-02-29", "2020-02-29", Length.DAY),
        ("FY2018/19", "2018-04-01", "2019-03-31", Length.YEAR),
        ("FY1999/00", "1999-04-01", "2000-03-31", Length.YEAR),
        ("FY2018/19-Q1", "2018-04-01", "2018-06-30", Length.QUARTER),
        ("FY2018/19-Q4", "2019-01-01", "2019-03-31", Length.QUARTER),
        ("FY2018/19-H2", "2018-10-01", "2019-03-31", Length.HALF_YEAR),
        ("2019-04-01/2020-03-31", "2019-04-01", "2020-03-31", Length.YEAR),
        ("2019-04-01/2019-04-30", "2019-04-01", "2019-04-30", Length.MONTH),
        ("2019-11-01/2020-01-31", "2019-11-01", "2020-01-31", Length.QUARTER),
        ("2019-02-01/2019-07-31", "2019-02-01", "2019-07-31", Length.HALF_YEAR),
        ("2019-01-01/2020-12-31", "2019-01-01", "2020-12-31", Length.TWO_YEARS),
        ("2018-01-01/2020-12-31", "2018-01-01", "2020-12-31", Length.THREE_YEARS),
        ("2017-04-01/2017-12-31", "2017-04-01", "2017-12-31", Length.OTHER),
        ("2019-04-02/2020-04-01", "2019-04-02", "2020-04-01", Length.OTHER),
        ("2019-07-15/2019-07-15", "2019-07-15", "2019-07-15", Length.OTHER),
    ],
)
def test_a_label_means_these_days(text: str, start: str, end: str, length: Length) -> None:
    expected = Period(text, date.fromisoformat(start), date.fromisoformat(end), length)

    assert parse_period(text, APRIL) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "2019 ",
        "19",
        "02019",
        "0219",
        "2019-H3",
        "2019-H0",
        "2019-Q5",
        "2019-Q0",
        "2019-q3",
        "2019Q3",
        "2019-7",
        "2019-00",
        "2019-13",
        "2019-M13",
        "2019-W00",
        "2019-W53",
        "2019-W1",
        "2019-04-31",
        "2019-02-29",
        "20190415",
        "2019-W31-1",
        "FY2018",
        "FY2018/20",
        "FY2018/2019",
        "FY1999/99",
        "FY2018/19-Q5",
        "FY2018/19-04",
        "fy2018/19",
        "2018/19",
        "2019-04-01/",
        "/2019-04-01",
        "2019-04-01/2019-03-31",
        "2019-04-01/2019-04-31",
        "2019-04-01/2019-05-01/2019-06-01",
        "2019-04/2019-05",
        "٢٠١٩",
        "２０１９-０７",
        "2019-07\n",
        "9999",
        "9999-W52",
        "about 2019",
    ],
)
def test_anything_else_means_no_period(text: str) -> None:
    assert parse_period(text, APRIL) is None


def test_the_month_that_a_spreadsheet_leaves_alone_gets_the_usual_label() -> None:
    assert period("2019-M07") == period("2019-07")
    assert period("2019-M07").label == "2019-07"


def test_a_fiscal_label_means_nothing_where_the_year_starts_in_january() -> None:
    assert parse_period("FY2018/19", CALENDAR_YEAR) is None


def test_labels_without_fy_follow_the_calendar_in_every_publisher() -> None:
    assert period("2019-Q3", APRIL) == period("2019-Q3", CALENDAR_YEAR)
    assert not period("2019-Q3", APRIL).is_fiscal
    assert period("FY2019/20-Q3", APRIL).is_fiscal


def test_a_fiscal_year_may_start_within_a_month() -> None:
    quarter = period("FY2019/20-Q4", SIXTH_OF_APRIL)

    assert (quarter.start, quarter.end) == (date(2020, 1, 6), date(2020, 4, 5))
    assert period("2019-04-06/2020-04-05", SIXTH_OF_APRIL).length is Length.YEAR


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("01-01", CALENDAR_YEAR),
        ("04-01", APRIL),
        ("04-06", SIXTH_OF_APRIL),
        ("12-28", YearStart(12, 28)),
        ("02-29", None),
        ("01-31", None),
        ("13-01", None),
        ("00-01", None),
        ("04-00", None),
        ("4-1", None),
        ("01-04-2019", None),
        ("", None),
    ],
)
def test_a_year_starts_on_a_day_that_every_month_has(text: str, expected: YearStart | None) -> None:
    assert YearStart.parse(text) == expected


def test_the_last_day_is_inside() -> None:
    july = period("2019-07")

    assert july.contains(date(2019, 7, 1))
    assert july.contains(date(2019, 7, 31))
    assert not july.contains(date(2019, 6, 30))
    assert not july.contains(date(2019, 8, 1))


@pytest.mark.parametrize(
    ("one", "other", "covers"),
    [
        ("2019", "2019-Q3", True),
        ("2019-Q3", "2019", False),
        ("2019", "2019", True),
        ("2019", "2020", False),
        ("2019-07", "2019-W31", False),
        ("2019-Q1", "2019-03-31/2019-04-01", False),
        ("2019-Q1", "2019-04-01/2019-04-02", False),
    ],
)
def test_a_period_covers_another_when_it_holds_every_day_of_it(one: str, other: str, covers: bool) -> None:
    assert period(one).covers(period(other)) is covers


def test_periods_sort_by_their_last_day_then_by_their_first() -> None:
    labels = ["2020", "2019-Q4", "2019-12", "2019", "2019-Q3", "2019-12-31", "2019-H2"]

    assert [found.label for found in sorted(map(period, labels))] == [
        "2019-Q3",
        "2019",
        "2019-H2",
        "2019-Q4",
        "2019-12",
        "2019-12-31",
        "2020",
    ]
    assert period("2019") >= period("2019-Q3")


def test_lengths_have_an_order_in_which_a_free_span_has_no_place() -> None:
    ordered = [length for length in Length if length is not Length.OTHER]

    assert all(short.shorter_than(long) for short, long in pairwise(ordered))
    assert not any(long.shorter_than(short) for short, long in pairwise(ordered))
    assert not any(length.shorter_than(length) for length in Length)
    assert not any(
        Length.OTHER.shorter_than(length) or length.shorter_than(Length.OTHER) for length in Length
    )


@pytest.mark.parametrize(
    ("frequency", "length"),
    [
        (Frequency.WEEKLY, Length.WEEK),
        (Frequency.MONTHLY, Length.MONTH),
        (Frequency.QUARTERLY, Length.QUARTER),
        (Frequency.HALF_YEARLY, Length.HALF_YEAR),
        (Frequency.YEARLY, Length.YEAR),
        (Frequency.TWO_YEARLY, Length.TWO_YEARS),
        (Frequency.THREE_YEARLY, Length.THREE_YEARS),
        (Frequency.IRREGULAR, None),
    ],
)
def test_a_frequency_says_how_long_its_periods_are(frequency: Frequency, length: Length | None) -> None:
    assert frequency.length is length


@pytest.mark.parametrize(
    ("frequency", "starts", "until", "year_starts", "labels"),
    [
        (Frequency.QUARTERLY, "2019-07-01", "2020-02-15", CALENDAR_YEAR, ["2019-Q3", "2019-Q4", "2020-Q1"]),
        (Frequency.QUARTERLY, "2019-09-30", "2019-10-01", CALENDAR_YEAR, ["2019-Q3", "2019-Q4"]),
        (Frequency.QUARTERLY, "2019-07-01", "2019-09-30", APRIL, ["FY2019/20-Q2"]),
        (
            Frequency.HALF_YEARLY,
            "2019-03-31",
            "2019-10-01",
            APRIL,
            ["FY2018/19-H2", "FY2019/20-H1", "FY2019/20-H2"],
        ),
        (Frequency.YEARLY, "2017-04-01", "2018-12-31", CALENDAR_YEAR, ["2017", "2018"]),
        (
            Frequency.YEARLY,
            "1999-04-05",
            "2000-04-06",
            SIXTH_OF_APRIL,
            ["FY1998/99", "FY1999/00", "FY2000/01"],
        ),
        (Frequency.MONTHLY, "2019-12-31", "2020-02-01", APRIL, ["2019-12", "2020-01", "2020-02"]),
        (Frequency.WEEKLY, "2020-12-24", "2021-01-04", CALENDAR_YEAR, ["2020-W52", "2020-W53", "2021-W01"]),
        (
            Frequency.TWO_YEARLY,
            "2019-07-01",
            "2021-01-01",
            CALENDAR_YEAR,
            ["2019-01-01/2020-12-31", "2021-01-01/2022-12-31"],
        ),
        (Frequency.TWO_YEARLY, "2019-02-01", "2020-03-31", APRIL, ["2018-04-01/2020-03-31"]),
        (Frequency.THREE_YEARLY, "2019-07-01", "2021-12-31", CALENDAR_YEAR, ["2019-01-01/2021-12-31"]),
        (Frequency.YEARLY, "2021-01-01", "2020-12-31", CALENDAR_YEAR, []),
        (Frequency.IRREGULAR, "2019-01-01", "2030-01-01", CALENDAR_YEAR, []),
    ],
)
def test_these_periods_are_due(
    frequency: Frequency, starts: str, until: str, year_starts: YearStart, labels: list[str]
) -> None:
    due = expected_periods(frequency, date.fromisoformat(starts), date.fromisoformat(until), year_starts)

    assert [found.label for found in due] == labels


@pytest.mark.parametrize("frequency", list(Frequency))
@pytest.mark.parametrize("year_starts", [CALENDAR_YEAR, SIXTH_OF_APRIL])
def test_nothing_is_due_beyond_the_calendar(frequency: Frequency, year_starts: YearStart) -> None:
    late = list(expected_periods(frequency, date(9990, 1, 1), date.max, year_starts))
    early = islice(expected_periods(frequency, date.min, date(9, 12, 31), year_starts), 1)

    assert all(found.end <= date.max for found in late)
    assert all(previous(found, year_starts) is None for found in early)


@pytest.mark.parametrize(
    ("label", "length", "year_starts", "expected"),
    [
        ("2019-Q3", Length.YEAR, CALENDAR_YEAR, "2019"),
        ("2019-Q3", Length.HALF_YEAR, CALENDAR_YEAR, "2019-H2"),
        ("2019-Q3", Length.YEAR, APRIL, "2019"),
        ("FY2018/19-Q4", Length.YEAR, APRIL, "FY2018/19"),
        ("FY2018/19-Q4", Length.HALF_YEAR, APRIL, "FY2018/19-H2"),
        ("2019-02", Length.QUARTER, APRIL, "FY2018/19-Q4"),
        ("2019-02", Length.YEAR, CALENDAR_YEAR, "2019"),
        ("2019-W31", Length.YEAR, CALENDAR_YEAR, "2019"),
        ("2019-W31", Length.MONTH, CALENDAR_YEAR, None),
        ("2019-W01", Length.YEAR, CALENDAR_YEAR, None),
        ("2019-07-15", Length.WEEK, CALENDAR_YEAR, "2019-W29"),
        ("2019-04-01/2019-09-30", Length.YEAR, APRIL, "FY2019/20"),
        ("2017-04-01/2017-12-31", Length.YEAR, CALENDAR_YEAR, "2017"),
        ("2019", Length.YEAR, CALENDAR_YEAR, None),
        ("2019-01-01/2019-12-31", Length.YEAR, CALENDAR_YEAR, None),
        ("2019", Length.QUARTER, CALENDAR_YEAR, None),
        ("2019", Length.TWO_YEARS, CALENDAR_YEAR, None),
    ],
)
def test_the_longer_period_that_holds_a_period(
    label: str, length: Length, year_starts: YearStart, expected: str | None
) -> None:
    assert label_of(enclosing(period(label, year_starts), length, year_starts)) == expected


@pytest.mark.parametrize(
    ("label", "before", "year_before"),
    [
        ("2019", "2018", "2018"),
        ("2019-H1", "2018-H2", "2018-H1"),
        ("2019-Q1", "2018-Q4", "2018-Q1"),
        ("2019-07", "2019-06", "2018-07"),
        ("2020-02", "2020-01", "2019-02"),
        ("2019-W01", "2018-W52", "2018-W01"),
        ("2020-W53", "2020-W52", None),
        ("2019-03-01", "2019-02-28", "2018-03-01"),
        ("2020-02-29", "2020-02-28", None),
        ("FY2000/01", "FY1999/00", "FY1999/00"),
        ("FY2018/19-Q1", "FY2017/18-Q4", "FY2017/18-Q1"),
        ("FY2018/19-H2", "FY2018/19-H1", "FY2017/18-H2"),
        ("2019-04-01/2020-03-31", "2018-04-01/2019-03-31", "2018-04-01/2019-03-31"),
        ("2019-03-01/2020-02-29", "2018-03-01/2019-02-28", "2018-03-01/2019-02-28"),
        ("2019-01-01/2020-12-31", "2017-01-01/2018-12-31", "2018-01-01/2019-12-31"),
        ("2017-04-01/2017-12-31", None, "2016-04-01/2016-12-31"),
    ],
)
def test_the_period_before_and_the_one_a_year_earlier(
    label: str, before: str | None, year_before: str | None
) -> None:
    found = period(label, APRIL)

    assert previous(found, APRIL) == (before and period(before, APRIL))
    assert a_year_earlier(found) == (year_before and period(year_before, APRIL))


def test_the_first_year_of_the_calendar_has_no_year_before() -> None:
    first = containing(date.min, Length.YEAR, CALENDAR_YEAR)

    assert first is not None
    assert previous(first, CALENDAR_YEAR) is None
    assert a_year_earlier(first) is None


@properties
@given(st.text(alphabet="0129-/FYQHWM", max_size=22) | st.text(max_size=12), YEAR_STARTS)
def test_parsing_never_raises_and_gives_a_label_that_means_the_same(
    text: str, year_starts: YearStart
) -> None:
    found = parse_period(text, year_starts)

    assert found is None or parse_period(found.label, year_starts) == found


@properties
@given(DAYS, st.sampled_from(Length), YEAR_STARTS)
def test_the_period_of_a_day_contains_it_and_its_label_means_it(
    day: date, length: Length, year_starts: YearStart
) -> None:
    found = containing(day, length, year_starts)

    assert (found is None) == (length in (Length.TWO_YEARS, Length.THREE_YEARS, Length.OTHER))
    if found is not None:
        assert found.contains(day)
        assert found.length is length
        assert parse_period(found.label, year_starts) == found


@properties
@given(REGULAR, DAYS, st.integers(0, 1500), YEAR_STARTS)
def test_due_periods_follow_each_other_without_gap_or_overlap(
    frequency: Frequency, starts: date, days: int, year_starts: YearStart
) -> None:
    until = starts + timedelta(days=days)
    due = list(expected_periods(frequency, starts, until, year_starts))

    assert due[0].contains(starts)
    assert due[-1].contains(until)
    assert all(one.end + timedelta(days=1) == next_one.start for one, next_one in pairwise(due))
    assert {found.length for found in due} == {frequency.length}
    assert [parse_period(found.label, year_starts) for found in due] == due
    assert [previous(found, year_starts) for found in due[1:]] == due[:-1]


@properties
@given(st.integers(1901, 2199), st.sampled_from(["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"]), YEAR_STARTS)
def test_a_year_earlier_is_as_many_periods_back_as_the_year_has(
    year: int, part: str, year_starts: YearStart
) -> None:
    fiscal = f"FY{year}/{(year + 1) % 100:02}{part}"
    found = period(f"{year}{part}" if year_starts == CALENDAR_YEAR else fiscal, year_starts)
    back: Period | None = found
    for _ in range({"": 1, "-H": 2, "-Q": 4}[part[:2]]):
        assert back is not None
        back = previous(back, year_starts)

    assert a_year_earlier(found) == back
