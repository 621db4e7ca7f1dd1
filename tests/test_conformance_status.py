"""Real series of real public bodies: every row comes to the status that an independent reading gave it.

The rows stand outside this repository, beside it in `shared/realdata`; where that folder is absent, this is skipped.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from charterkit.data.load import load
from charterkit.model.commitment import Measure
from charterkit.model.indicator import Direction, Indicator, IndicatorType, Sample
from charterkit.model.requirement import Limit, Operator, Target
from charterkit.model.result import Series
from charterkit.numbers import rounded
from charterkit.periods import CALENDAR_YEAR, Frequency, Period
from charterkit.rules.check import check
from charterkit.rules.demands import in_force
from charterkit.rules.standing import Standing, standing
from charterkit.rules.timeline import Outcome, Slice, Timeline
from factory import INDICATOR, day, demands, period, read_results

REAL = Path(__file__).parents[2] / "shared" / "realdata"
CASES = REAL / "status-cases" / "expected_from_series.csv"
SERIES = REAL / "kpi" / "series.csv"

pytestmark = pytest.mark.skipif(
    not (CASES.is_file() and SERIES.is_file()), reason=f"the real series are not at {REAL}"
)

# The words of those files in ours.
TYPES = {
    "share": IndicatorType.SHARE,
    "survey share": IndicatorType.SURVEY_SHARE,
    "count": IndicatorType.COUNT,
    "mean": IndicatorType.MEAN,
    "survey mean": IndicatorType.SURVEY_MEAN,
}
DIRECTIONS = {"high": Direction.HIGHER, "low": Direction.LOWER, "none": Direction.NONE}
UNITS = {"percent": "percent", "percent of commitments": "percent"}
# A goal that is to be equalled is a forecast of the work to come there, and a forecast is no target.
OPERATORS = {">=": Operator.AT_LEAST, "<=": Operator.AT_MOST, "=": None, "": None}
# A blank cell means what the body said of it; where it printed a verdict without a figure, the figure is missing.
STATES = {
    "no cases": "no_cases",
    "not applicable": "not_applicable",
    "not reported": "missing",
    "met": "missing",
    "": "missing",
}
VALUE_STATES = {"actual": "", "derived": "estimated", "provisional": "provisional"}
# Processed against received can be more than all.
RATIOS = frozenset({"gb-eastleigh-ctax-throughput"})
# Periods that the source leaves open get one here: a status needs a day, and no case depends on which.
PERIODS = {
    "one year (not stated)": "2020",
    "two years before 2006, as stated": "2004-01-01/2005-12-31",
    "H1 (year not stated)": "2020-H1",
    "H2 (year not stated)": "2020-H2",
}
TODAY = day("2025-12-31")

EXAMPLES = Path(__file__).parent / "examples"
# Where the examples hold a series: the folder, and the indicators; a reworded promise has one for each wording.
TRANSCRIBED = {
    "hk-immd-employment-visa": ("hong-kong-immigration", "employment-visa"),
    "hk-immd-other-visa": ("hong-kong-immigration", "other-visa"),
    "hk-immd-visit-visa": ("hong-kong-immigration", "visit-visa"),
    "hk-immd-clear-residents": ("hong-kong-immigration", "clear-residents"),
    "hk-immd-clear-visitors-airport": ("hong-kong-immigration", "clear-visitors-airport"),
    "hk-immd-clear-visitors-other": ("hong-kong-immigration", "clear-visitors-other"),
    "my-mdhs-dev-plan": ("hulu-selangor", "development-plans"),
    "my-mdhs-remission": ("hulu-selangor", "tax-remissions"),
    "my-mdhs-complaint": (
        "hulu-selangor", "answer-complaints", "acknowledge-complaints", "acknowledge-complete-complaints"
    ),
    "my-mdhs-waste": ("hulu-selangor", "waste-collection", "waste-and-cleaning", "residential-waste"),
    "my-mdhs-cleaning": ("hulu-selangor", "public-cleaning"),
    "my-mdhs-repairs": ("hulu-selangor", "minor-repairs"),
    "my-mdhs-licence-all": ("hulu-selangor", "licences"),
    "my-mdhs-licence-lowrisk": ("hulu-selangor", "licences-without-risk"),
    "my-mdhs-simultaneous": ("hulu-selangor", "simultaneous-applications"),
    "my-mdhs-tax-bill": ("hulu-selangor", "tax-bills"),
    "my-mdhs-community": ("hulu-selangor", "community-programmes"),
    "my-mdhs-extension": ("hulu-selangor", "building-extensions"),
    "my-mdhs-owner": ("hulu-selangor", "owner-details"),
    "my-mdhs-landscape": ("hulu-selangor", "landscape-plans"),
    "my-mdhs-server": ("hulu-selangor", "server-uptime"),
    "my-mppd-toilets": ("port-dickson", "public-toilets"),
    "my-mppd-licences": ("port-dickson", "licences"),
    "my-penang-projects": ("penang", "building-projects"),
    "my-penang-loans": ("penang", "student-loans"),
    "my-penang-housing": ("penang", "housing-registrations"),
    "my-penang-complaints": ("penang", "complaints"),
    "my-penang-claims": ("penang", "payment-claims"),
    "my-penang-papers": ("penang", "council-papers"),
    "es-gramenet-met": ("santa-coloma-de-gramenet", "commitments-met"),
    "es-gramenet-partly": ("santa-coloma-de-gramenet", "commitments-partly-met"),
    "es-gramenet-notmet": ("santa-coloma-de-gramenet", "commitments-not-met"),
    "es-gramenet-notevaluated": ("santa-coloma-de-gramenet", "commitments-not-evaluated"),
    "es-gramenet-line-time": ("santa-coloma-de-gramenet", "met-service-time"),
    "es-gramenet-line-users'": ("santa-coloma-de-gramenet", "met-user-valuation"),
    "gb-winchester-lpi0538": ("winchester", "new-benefit-claims"),
    "gb-winchester-lpi0539": ("winchester", "changes-of-circumstances"),
    "gb-winchester-lpi0543": ("winchester", "overpayments-of-the-year"),
    "gb-winchester-lpi0544": ("winchester", "overpayments-of-all-debt"),
    "gb-winchester-lpi0541": ("winchester", "council-tax-collected"),
    "gb-winchester-lpi0542": ("winchester", "business-rates-collected"),
    "gb-winchester-local-benefits": ("winchester", "local-benefits"),
    "gb-winchester-local-ctax": ("winchester", "local-council-tax"),
    "gb-eastleigh-theatre": ("eastleigh", "theatre-attendance"),
    "gb-eastleigh-ctax-backlog": ("eastleigh", "council-tax-backlog"),
    "gb-eastleigh-ctax-throughput": ("eastleigh", "council-tax-throughput"),
    "gb-eastleigh-visitors": ("eastleigh", "park-visitors"),
    "gb-eastleigh-parking": ("eastleigh", "park-car-park"),
    "gb-eastleigh-conference": ("eastleigh", "conference-takings"),
    "gb-eastleigh-calls-day": ("eastleigh", "calls-per-day"),
    "gb-eastleigh-self-service": ("eastleigh", "self-service"),
    "gb-eastleigh-first-contact": ("eastleigh", "first-contact"),
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One observation and the status that it has to come to."""

    series: str
    period: str
    observed: dict[str, str]
    expected: str

    @property
    def days(self) -> Period:
        """The days that it is about: as stated, else those of its label."""
        first, last = self.observed["period_start"], self.observed["period_end"]
        return period(f"{first}/{last}" if first and last else PERIODS.get(self.period, self.period))

    @property
    def state(self) -> str:
        """Our word for a figure that is absent or not settled."""
        if self.observed["value"]:
            return VALUE_STATES[self.observed["value_status"]]
        return STATES[self.observed["reported_status"]]

    @property
    def target(self) -> Target | None:
        """What was promised for the period."""
        operator = OPERATORS[self.observed["target_operator"]]
        if operator is None:
            return None
        wanted = Limit(operator, Decimal(self.observed["target"]))
        return demands(wanted, self.days.start.isoformat(), self.days.end.isoformat())


def rows_of(file: Path) -> Iterable[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def cases() -> list[Case]:
    """The expectations, each with its observation, by series."""
    observed = {(row["series"], row["period"], row["value_status"]): row for row in rows_of(SERIES)}
    found = [
        Case(row["series"], row["period"], observed[row["series"], row["period"], row["value_status"]],
             row["expected_status"])
        for row in rows_of(CASES)
    ]  # fmt: skip
    return sorted(found, key=lambda case: case.series)


def results_file(found: Iterable[Case]) -> str:
    lines = ["period,value,numerator,denominator,state,reported"]
    for case in found:
        cells = (case.days.label, case.observed["value"], case.observed["numerator"],
                 case.observed["denominator"], case.state, case.observed["reported_status"])  # fmt: skip
        lines.append(",".join(cells))
    return "\n".join(lines)


def words_file(found: Iterable[Case]) -> str:
    reasons = [f"{case.days.label},As published" for case in found if case.state == "not_applicable"]
    return "\n".join(["period,reason", *reasons])


def indicator_of(case: Case) -> Indicator:
    observed = case.observed
    type = IndicatorType.RATIO if case.series in RATIOS else TYPES[observed["kind"]]
    return replace(
        INDICATOR,
        type=type,
        unit=UNITS.get(observed["unit"], "count"),
        direction=DIRECTIONS[observed["good_is"]],
        frequency=Frequency.IRREGULAR,
        due_days=None,
        sample=Sample.UNKNOWN,
    )


def judged(found: Series, indicator: Indicator, same: list[Case]) -> dict[Period, str]:
    targets = tuple(case.target for case in same if case.target is not None)
    seen = Timeline(indicator, found, Measure("letters", targets), CALENDAR_YEAR, TODAY)
    return {one.period: one.status.value for one in seen.outcomes()}


@cache
def transcribed(folder: str) -> Standing:
    """How one of the examples stands on its own day."""
    loaded = load(EXAMPLES / folder)
    assert loaded.publication is not None, loaded.problems
    return standing(loaded.publication, day(loaded.config.today))


def found_in_example(series: str) -> list[tuple[Measure, tuple[Outcome, ...]]]:
    """The measures that hold a series, each with its outcomes; an indicator that no promise uses has one of its own."""
    folder, *names = TRANSCRIBED[series]
    indicators = [transcribed(folder).indicators[name] for name in names]
    return [
        found
        for one in indicators
        for found in [(own.measure, own.outcomes) for own in one.measures]
        or [(Measure(one.indicator.id), one.outcomes)]
    ]


def told_by_example(case: Case) -> list[tuple[str, str]]:
    """What an example says about a period: the status, and the figure as precise as the source has it."""
    decimals = len(case.observed["value"].partition(".")[2])
    return [
        (one.status.value, f"{rounded(one.figure.value, decimals):f}" if one.figure else "")
        for _, outcomes in found_in_example(case.series)
        for one in outcomes
        if one.period.end == case.days.end and one.row is not None
    ]


def test_the_examples_show_every_real_row_that_they_transcribe() -> None:
    same = [case for case in cases() if case.series in TRANSCRIBED]
    wrong = [
        (case.series, case.period, wanted, told)
        for case in same
        for wanted, told in [([(case.expected, case.observed["value"])], told_by_example(case))]
        if told != wanted
    ]

    assert {case.series for case in same} == set(TRANSCRIBED)
    assert not wrong


def test_the_examples_hold_every_real_target_also_of_years_without_a_result() -> None:
    wrong = []
    for observed in rows_of(SERIES):
        case = Case(observed["series"], observed["period"], observed, "")
        # A target printed beside an indicator that did not exist yet is none of that period.
        counts = observed["value"] or observed["value_status"] == "target only"
        if case.series not in TRANSCRIBED or not counts:
            continue
        wanted = case.target.requirement if case.target else None
        held = [in_force(measure.targets, case.days.end) for measure, _ in found_in_example(case.series)]
        if [one.requirement for one in held if one] != [wanted] * (wanted is not None):
            wrong.append((case.series, case.period, wanted, held))

    assert not wrong


def test_every_real_row_comes_to_the_status_that_it_should() -> None:
    every = cases()
    wrong = []
    for name, group in groupby(every, key=lambda case: case.series):
        same = list(group)
        indicator = indicator_of(same[0])
        found, problems = read_results(results_file(same), indicator, words=words_file(same))
        assert not problems, (name, problems)
        statuses = judged(found, indicator, same)
        wrong += [
            (name, case.period, statuses[case.days], case.expected)
            for case in same
            if statuses[case.days] != case.expected
        ]

    assert len(every) == 285
    assert not wrong


# The bodies of tests/examples that hold whole series: how the names of their series begin.
WHOLE_SERIES = {
    "si-ue-": "slovenian-administrative-units",
    "si-krsko-": "krsko",
    "hu-bacs-": "bacs-kiskun-2014",
}


def measured(example: str) -> dict[tuple[str, Slice, str], Outcome]:
    """Every outcome of every measure of an example, by indicator, slice and period."""
    standing = standing_of(example)
    return {
        (measure.indicator.id, measure.measure.only, outcome.period.label): outcome
        for promise in standing.promises.values()
        for measure in promise.measures
        for outcome in measure.outcomes
    }


def standing_of(example: str) -> Standing:
    checked = check(load(Path(__file__).parent / "examples" / example), TODAY)
    assert checked.standing is not None
    return checked.standing


def place_of(case: Case, start: str) -> tuple[str, Slice, str]:
    """Where the example holds an observation: the administrative units are slices of one indicator."""
    name = case.series.removeprefix(start)
    if start != "si-ue-":
        return name, (), case.period
    return "client-satisfaction", () if name == "national" else (("body", name),), case.period


@pytest.mark.parametrize("start", WHOLE_SERIES)
def test_a_transcribed_body_holds_every_row_and_comes_to_its_status(start: str) -> None:
    found = measured(WHOLE_SERIES[start])
    same = [case for case in cases() if case.series.startswith(start)]
    outcomes = [found[place_of(case, start)] for case in same]

    assert same
    assert [one.status.value for one in outcomes] == [case.expected for case in same]
    assert [one.figure.value if one.figure else None for one in outcomes] == [
        Decimal(case.observed["value"]) for case in same
    ]
    # What is printed as more than 9,200 stands under `denominator` there: nobody knows how many answered.
    assert all(
        one.row is not None and one.row.n is not None
        for one, case in zip(outcomes, same, strict=True)
        if case.observed["denominator"]
    )
