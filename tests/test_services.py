"""Fees, times and hours of services: what is certainly wrong, and what nobody can tell.

The entries of Las Piñas are those of its Citizen's Charter of 2022, as transcribed by BetterLasPiñas.org (CC BY 4.0).
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from charterkit.model.common import Duration
from charterkit.model.methodology import Methodology, ServiceClass
from charterkit.model.service import Fee, Need, Service, ServiceVariant, Step, TimeTaken
from charterkit.rules.services import service_problems
from charterkit.rules.times import differs, exceeds, surpassed, written
from factory import WORDS, publication

UNITS = {
    "min": "minutes",
    "h": "hours",
    "d": "days",
    "wd": "working_days",
    "cd": "calendar_days",
    "w": "weeks",
    "mo": "months",
    "y": "years",
}


def takes(text: str) -> tuple[TimeTaken, ...]:
    """The time written as `3 wd + 5-10 min`."""
    return tuple(_time(*part.split()) for part in text.split(" + ") if part)


def _time(value: str, unit: str) -> TimeTaken:
    low, _, high = value.partition("-")
    return TimeTaken(Decimal(low), UNITS[unit], Decimal(high) if high else None)


def most(text: str) -> Duration:
    """The longest time allowed, written as `3 wd`."""
    (one,) = takes(text)
    return Duration(one.value, one.unit)


def steps(*times: str, variants: tuple[tuple[str, ...], ...] = ()) -> tuple[Step, ...]:
    """Steps that take so long, each for the variants named."""
    own = variants or ((),) * len(times)
    return tuple(Step(takes=takes(time), variants=one) for time, one in zip(times, own, strict=True))


SERVICE = Service("laboratory", WORDS, WORDS, ("town",), file="standards/services/laboratory.yml")
CLASSES = tuple(
    ServiceClass(id, WORDS, most(limit))
    for id, limit in (("simple", "3 wd"), ("complex", "7 wd"), ("highly-technical", "20 wd"))
)


def found(service: Service) -> list[tuple[str, str, dict[str, str]]]:
    """What is wrong with a service: ids, fields and what fills the sentences."""
    records = replace(
        publication((), ()),
        services={service.id: service},
        methodology=Methodology(WORDS, service_classes=CLASSES),
    )
    return [(one.id, one.spot.field_name, one.named) for one in service_problems(records)]


@pytest.mark.parametrize(
    ("printed", "parts", "added"),
    [
        ("4 h + 30 min", ("20-30 min", "3 h"), "3 hours + 20–30 minutes"),
        ("1 h + 20 min", ("10 min", "5 min", "30 min", "30 min"), "1 hours + 15 minutes"),
        ("12 min", ("10 min", "10 min", "2 min"), "22 minutes"),
    ],
    ids=["calibration", "specialty clinic", "payment of cedula"],
)
def test_las_pinas_prints_totals_that_its_steps_do_not_add_up_to(
    printed: str, parts: tuple[str, ...], added: str
) -> None:
    ((id, field, named),) = found(replace(SERVICE, takes=takes(printed), steps=steps(*parts)))

    assert (id, field) == ("service-time-sum", "takes")
    assert named["stated"] == written(takes(printed))
    assert named["added"] == added


@pytest.mark.parametrize(
    ("complexity", "printed", "over"),
    [
        ("simple", "23 d + 5 min", True),  # transfer and segregation of tax declaration
        ("simple", "3 wd + 3 h + 50 min", True),  # certified true copy of civil documents
        ("complex", "12 d", True),  # application for marriage license
        ("complex", "3 d + 9 min", False),
        ("simple", "2 d + 7 min", False),
        ("complex", "7 d", False),
        ("simple", "3 d", False),
        ("highly-technical", "3 w + 2 d + 20 min", False),
        ("highly-technical", "1-3 mo", True),
    ],
)
def test_las_pinas_prints_times_over_the_limit_of_their_class(
    complexity: str, printed: str, over: bool
) -> None:
    problems = found(replace(SERVICE, complexity=complexity, takes=takes(printed)))

    assert [id for id, _, _ in problems] == (["service-over-class"] if over else [])


@pytest.mark.parametrize(
    ("total", "parts", "wrong"),
    [
        ("3 d + 9 min", "4 min + 3 d + 5 min", False),
        ("3 d + 9 min", "4 min + 3 d + 6 min", True),
        ("3 d + 9 min", "4 d + 9 min", True),
        ("2 h", "90 min + 0.5 h", False),
        ("2 w", "10 cd + 4 cd", False),
        ("1 y", "11 mo + 1 mo", False),
        ("5-10 min", "2-4 min + 3-6 min", False),
        ("6-10 min", "2-4 min + 3-6 min", True),
        ("10 min", "2-4 min + 3-6 min", False),
        ("5 min", "2-4 min + 3-6 min", False),
        ("4 min", "2-4 min + 3-6 min", True),
        ("11 min", "2-4 min + 3-6 min", True),
        ("1 h", "10-15 min + 40-50 min", False),  # hospitalization program of Las Piñas
        ("1 d", "480 min", False),  # nobody can tell how long a day at the counter is
        ("3 d", "3 wd", False),
        ("3 d", "2 d + 20 min", False),  # may be rounded
        ("2 w", "14 d", False),
    ],
)
def test_a_total_is_held_against_its_parts_where_both_name_the_same_measures(
    total: str, parts: str, wrong: bool
) -> None:
    assert differs(takes(total), takes(parts)) is wrong


@pytest.mark.parametrize(
    ("time", "limit", "over"),
    [
        ("4 wd", "3 wd", True),
        ("3 wd", "3 wd", False),
        ("2-4 wd", "3 wd", True),
        ("4 d", "3 wd", False),  # Thursday to Sunday are four days with two working days
        ("6 d", "3 wd", True),
        ("1 w", "5 wd", False),
        ("2 w", "5 wd", True),
        ("10 h", "1 wd", False),
        ("30 h", "1 wd", True),
        ("1 wd + 1 min", "1 wd", True),
        ("4 wd", "3 cd", True),
        ("3 wd", "3 cd", False),
        ("4 cd", "3 d", False),
        ("4 d", "3 d", True),
        ("90 min", "1 h", True),
        ("1 d", "1 h", False),
        ("2 mo", "1 mo", True),
        ("1 mo + 1 d", "1 mo", True),
        ("31 d", "1 mo", False),
        ("32 d", "1 mo", True),
        ("", "1 mo", False),
    ],
)
def test_a_time_is_over_its_limit_only_where_no_reading_of_it_keeps_within(
    time: str, limit: str, over: bool
) -> None:
    assert exceeds(takes(time), most(limit)) is over


@pytest.mark.parametrize(
    ("total", "parts", "more"),
    [
        ("1 h + 8 min", "30 min + 3.5 d + 65 min", True),  # construction permit of Las Piñas
        ("1 h", "40-90 min", False),
        ("1 h", "61-90 min", True),
        ("30-60 min", "61 min", True),
        ("1 h", "60 min + 3 d", False),
        ("1 h", "3 d", False),  # nobody can tell how many hours of work a day has
        ("2 d + 5 min", "3 d", False),
        ("2 d", "3 d", True),
        ("", "3 d", False),
    ],
)
def test_parts_take_more_than_a_total_only_where_no_reading_of_them_keeps_within(
    total: str, parts: str, more: bool
) -> None:
    assert surpassed(takes(total), takes(parts)) is more


def test_steps_with_a_time_that_already_take_longer_than_the_total_are_found() -> None:
    ((id, field, named),) = found(replace(SERVICE, takes=takes("1 h"), steps=steps("50 min", "", "20 min")))

    assert (id, field, named["stated"], named["added"]) == (
        "service-time-part", "takes", "1 hours", "1 hours + 10 minutes",
    )  # fmt: skip


def test_a_step_without_a_time_leaves_nothing_to_compare_below_the_total() -> None:
    assert found(replace(SERVICE, takes=takes("50 min"), steps=steps("10 min", ""))) == []
    assert found(replace(SERVICE, steps=steps("10 min", "5 min"))) == []
    assert found(replace(SERVICE, takes=takes("50 min"))) == []


def test_steps_for_single_variants_are_held_against_the_total_of_each() -> None:
    told = steps("10 min", "60 min", "5 min", variants=((), ("usual",), ("urgent", "usual")))
    variants = (
        ServiceVariant("usual", WORDS, takes=takes("75 min")),
        ServiceVariant("urgent", WORDS, takes=takes("20 min")),
        ServiceVariant("other", WORDS),
    )
    problems = found(replace(SERVICE, takes=takes("3 h"), steps=told, variants=variants))

    assert [(id, field, named["added"]) for id, field, named in problems] == [
        ("service-time-sum", "variants[1].takes", "15 minutes")
    ]


def test_variants_of_which_no_step_speaks_are_not_compared() -> None:
    variants = (ServiceVariant("urgent", WORDS, takes=takes("5 min")),)

    assert (
        found(replace(SERVICE, takes=takes("15 min"), steps=steps("10 min", "5 min"), variants=variants))
        == []
    )


def test_a_variant_may_be_over_the_limit_of_its_class() -> None:
    variants = (ServiceVariant("abroad", WORDS, takes=takes("2 mo")),)
    problems = found(replace(SERVICE, complexity="simple", takes=takes("1 wd"), variants=variants))

    assert [(id, field, named["stated"], named["most"]) for id, field, named in problems] == [
        ("service-over-class", "variants[0].takes", "2 months", "3 working_days")
    ]


def test_a_class_without_a_limit_allows_any_time() -> None:
    unlimited = replace(SERVICE, complexity="none", takes=takes("9 y"))
    records = replace(
        publication((), ()),
        services={"laboratory": unlimited},
        methodology=Methodology(WORDS, service_classes=(ServiceClass("none", WORDS),)),
    )

    assert list(service_problems(records)) == []
    assert list(service_problems(replace(records, methodology=None))) == []


@pytest.mark.parametrize(
    "fee",
    [
        Fee(free=True),
        Fee(free=True, when=WORDS),
        Fee(amount=Decimal("12.50"), currency="EUR", per=WORDS),
        Fee(amount=Decimal(0), up_to=Decimal(20), currency="EUR"),
        Fee(rule=WORDS, surcharge=True),
    ],
)
def test_a_fee_is_nothing_or_an_amount_or_a_rule(fee: Fee) -> None:
    assert found(replace(SERVICE, fees=(fee,))) == []


@pytest.mark.parametrize(
    ("text", "like", "said"),
    [
        ("3 wd + 9 min", "", "3 working_days + 9 minutes"),
        ("9 min + 3 wd", "", "3 working_days + 9 minutes"),
        ("1.50 h + 10 min", "", "1.5 hours + 10 minutes"),
        ("75 min", "", "75 minutes"),
        ("60 min", "1 h", "1 hours"),
        ("1 h + 75 min", "2 h", "2 hours + 15 minutes"),
        ("10-20 min", "1 h", "10–20 minutes"),
        ("100 cd", "", "100 calendar_days"),
    ],
)
def test_times_are_told_in_the_words_of_the_files(text: str, like: str, said: str) -> None:
    assert written(takes(text), takes(like)) == said


def test_a_service_cannot_need_papers_and_nothing() -> None:
    card = (Need(WORDS),)

    assert found(replace(SERVICE, no_requirements=True)) == []
    assert found(replace(SERVICE, requirements=card)) == []
    assert [
        (id, field) for id, field, _ in found(replace(SERVICE, no_requirements=True, requirements=card))
    ] == [("nothing-needed", "no_requirements")]
