"""Small records for tests: a plausible value for every field that a test does not care about."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from charterkit.data.series import ResultFiles, series
from charterkit.model.commitment import Commitment, Measure
from charterkit.model.indicator import Direction, Indicator, IndicatorType, Owner, Part
from charterkit.model.publication import Publication
from charterkit.model.publisher import Body, BodyType, Publisher
from charterkit.model.requirement import Limit, Operator, Requirement, Target
from charterkit.model.result import Count, Quantity, Row, Series, State
from charterkit.numbers import Bound, exact_ratio
from charterkit.periods import CALENDAR_YEAR, Frequency, Period, YearStart, parse_period
from charterkit.problems import Problem
from charterkit.rules.timeline import Outcome, Timeline
from charterkit.text import Text

APRIL = YearStart(4, 1)
LONG_AGO = date(2000, 1, 1)
WORDS = Text.of({"en": "Words"})

PUBLISHER = Publisher(
    name=WORDS,
    languages=("en", "lt"),
    bodies=(Body("town", BodyType.MUNICIPALITY, WORDS), Body("library", BodyType.INSTITUTION, WORDS)),
    time_zone="Europe/Vilnius",
)
# A share, counted every quarter from 2024 on and due within 30 days; tests replace what they are about.
INDICATOR = Indicator(
    id="letters",
    type=IndicatorType.SHARE,
    title=WORDS,
    definition=WORDS,
    unit="percent",
    direction=Direction.HIGHER,
    frequency=Frequency.QUARTERLY,
    starts=date(2024, 1, 1),
    owner=Owner("town"),
    decimals=1,
    numerator=Part(WORDS),
    denominator=Part(WORDS),
    due_days=30,
)


def day(text: str) -> date:
    """The day written as `2024-02-29`."""
    return date.fromisoformat(text)


def period(label: str, year_starts: YearStart = CALENDAR_YEAR) -> Period:
    """The period that a label means."""
    found = parse_period(label, year_starts)
    assert found is not None, label
    return found


def demands(requirement: Requirement, since: str = "2000-01-01", until: str = "") -> Target:
    """A target with any demand."""
    return Target(day(since), requirement, day(until) if until else None)


def at_least(value: str, since: str = "2000-01-01", until: str = "") -> Target:
    """A target to reach."""
    return demands(Limit(Operator.AT_LEAST, Decimal(value)), since, until)


def at_most(value: str, since: str = "2000-01-01", until: str = "") -> Target:
    """A target not to pass."""
    return demands(Limit(Operator.AT_MOST, Decimal(value)), since, until)


def measured(value: str, bound: Bound = Bound.EXACT, label: str = "2024-Q1") -> Row:
    """A row with a printed figure."""
    return Row(period(label), figure=Quantity(Fraction(value), bound, value))


def counted(numerator: str, denominator: str, label: str = "2024-Q1") -> Row:
    """A row with two counts and the share in per cent that they give."""
    top, bottom = Decimal(numerator), Decimal(denominator)
    share = exact_ratio(top, bottom) if bottom else None
    figure = Quantity(share) if share is not None else None
    return Row(period(label), figure=figure, numerator=Count(top), denominator=Count(bottom))


def said(state: State, label: str = "2024-Q1") -> Row:
    """A row with a word in the place of a figure."""
    return Row(period(label), state=state)


def read_results(
    figures: str,
    indicator: Indicator = INDICATOR,
    publisher: Publisher = PUBLISHER,
    words: str = "",
) -> tuple[Series, tuple[Problem, ...]]:
    """The series in the text of a results file (and of its English words), with what is wrong in it."""
    by_language = {"en": ("letters.en.csv", words.encode())} if words else {}
    return series(ResultFiles(("letters.csv", figures.encode()), by_language), indicator, publisher)


def outcomes(
    figures: str,
    today: str,
    indicator: Indicator = INDICATOR,
    measure: Measure | None = None,
    publisher: Publisher = PUBLISHER,
) -> dict[str, Outcome]:
    """The outcomes on a day of a results file without problems, by the label of their period.

    Without a measure the target is 90 or more, in every period.
    """
    found, problems = read_results(figures, indicator, publisher)
    assert not problems, problems
    seen = Timeline(
        indicator, found, measure or Measure("letters", (at_least("90"),)), publisher.year_starts, day(today)
    )
    return {one.period.label: one for one in seen.outcomes()}


def statuses(
    figures: str,
    today: str,
    indicator: Indicator = INDICATOR,
    measure: Measure | None = None,
    publisher: Publisher = PUBLISHER,
) -> dict[str, str]:
    """The statuses on a day of a results file without problems, by the label of their period."""
    found = outcomes(figures, today, indicator, measure, publisher)
    return {label: one.status.value for label, one in found.items()}


def commitment(*measures: Measure, id: str = "answers") -> Commitment:
    """A promise of the charter `citizens`."""
    return Commitment(id, "citizens", "1.1", "general", WORDS, WORDS, measures=measures)


def publication(
    commitments: tuple[Commitment, ...], indicators: tuple[Indicator, ...], results: tuple[Series, ...] = ()
) -> Publication:
    """A publication of these records alone."""
    return Publication(
        PUBLISHER,
        charters={},
        commitments={one.full_id: one for one in commitments},
        standards={},
        indicators={one.id: one for one in indicators},
        series={one.indicator: one for one in results},
    )
