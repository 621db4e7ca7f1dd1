"""From the plain values of a valid record to its typed form."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from typing import Any

import pytest

from charterkit.data.build import RECORDS, build, requirement
from charterkit.data.schema import KINDS, check
from charterkit.model import requirement as forms
from charterkit.model.charter import Charter
from charterkit.model.commitment import Commitment
from charterkit.model.common import Ended, Lineage, MonthDay
from charterkit.model.indicator import Break, Direction, Indicator, IndicatorType, MethodVersion, Tolerance
from charterkit.model.methodology import Methodology, Unit
from charterkit.model.publisher import Publisher
from charterkit.model.requirement import FORMS, Norm, Operator, Target
from charterkit.model.standard import Family, Standard
from charterkit.periods import Frequency, YearStart
from factory import WORDS, day

ENGLISH = {"en": "Words"}
COMMITMENT: dict[str, Any] = {
    "id": "answer-letters",
    "number": "2.3",
    "group": "administration",
    "title": ENGLISH,
    "promise": ENGLISH,
    "measures": [
        {
            "indicator": "letters",
            "only": {"channel": "letter", "body": "library"},
            "judged": "yearly",
            "targets": [
                {"from": "2019-07-01", "at_least": Decimal("92.5"), "aim": 98, "until": "2023-12-31"},
                {"from": "2024-01-01", "better_than": "previous", "per": "year"},
            ],
        }
    ],
    "redress": {
        "remedy": ENGLISH,
        "within": {"value": 5, "unit": "working_days"},
        "compensation": {"amount": 30, "currency": "EUR", "automatic": True},
    },
    "lineage": {"from": ["older"], "how": "split"},
    "ended": {"from": "2025-01-01", "reason": ENGLISH},
}
INDICATOR: dict[str, Any] = {
    "id": "letters",
    "type": "share",
    "title": ENGLISH,
    "definition": ENGLISH,
    "unit": "percent",
    "direction": "higher",
    "frequency": "quarterly",
    "starts": "2019-07-01",
    "owner": {"body": "administration"},
}


def test_the_samples_are_valid_records() -> None:
    assert check("commitment", {"kind": "commitment", **COMMITMENT}, "a.yml") == ()
    assert check("indicator", {"kind": "indicator", **INDICATOR}, "a.yml") == ()


def test_a_commitment_is_typed_through_and_through() -> None:
    found = build(Commitment, COMMITMENT, charter="citizens", file="a.yml")
    (measure,) = found.measures

    assert found.full_id == "citizens/answer-letters"
    assert measure.judged is Frequency.YEARLY
    assert measure.only == (("body", "library"), ("channel", "letter"))
    assert measure.targets == (
        Target(
            day("2019-07-01"),
            forms.Limit(Operator.AT_LEAST, Decimal("92.5")),
            until=day("2023-12-31"),
            aim=Decimal(98),
        ),
        Target(day("2024-01-01"), forms.BetterThan(), per="year"),
    )
    assert found.redress is not None
    assert found.redress.compensation is not None
    assert found.redress.compensation.amount == Decimal(30)
    assert found.lineage == Lineage(("older",), "split")
    assert found.ended == Ended(day("2025-01-01"), WORDS)


def test_an_indicator_needs_little_and_has_sensible_defaults() -> None:
    found = build(Indicator, INDICATOR, file="a.yml")

    assert (found.type, found.direction) == (IndicatorType.SHARE, Direction.HIGHER)
    assert (found.due_days, found.near, found.accumulates) == (None, None, False)
    assert (found.confidentiality.persons, found.confidentiality.smallest) == (False, 5)
    assert found.factor == 100


@pytest.mark.parametrize(
    ("near", "expected"),
    [
        (2, Tolerance(Decimal(2))),
        (Decimal("0.5"), Tolerance(Decimal("0.5"))),
        ({"percent": 5}, Tolerance(Decimal(5), percent=True)),
    ],
)
def test_near_is_a_number_or_a_per_cent(near: object, expected: Tolerance) -> None:
    assert build(Indicator, {**INDICATOR, "near": near}).near == expected


def test_the_word_from_is_called_since() -> None:
    dated = {"from": "2021-01-01"}
    found = build(
        Indicator,
        {
            **INDICATOR,
            "breaks": [{**dated, "reason": ENGLISH}],
            "method_versions": [{**dated, "change": ENGLISH}],
        },
    )

    assert found.breaks == (Break(day("2021-01-01"), WORDS),)
    assert found.method_versions == (MethodVersion(day("2021-01-01"), WORDS),)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"at_least": 90}, forms.Limit(Operator.AT_LEAST, Decimal(90))),
        ({"more_than": 90}, forms.Limit(Operator.MORE_THAN, Decimal(90))),
        ({"at_most": Decimal("1.5")}, forms.Limit(Operator.AT_MOST, Decimal("1.5"))),
        ({"less_than": 0}, forms.Limit(Operator.LESS_THAN, Decimal(0))),
        ({"equals": 12}, forms.Limit(Operator.EQUALS, Decimal(12))),
        ({"equals": "yes"}, forms.Answer(True)),
        ({"equals": "no"}, forms.Answer(False)),
        ({"between": [20, Decimal("24.5")]}, forms.Span(Decimal(20), Decimal("24.5"))),
        ({"better_than": "previous"}, forms.BetterThan()),
        ({"better_than": "FY2018/19"}, forms.BetterThan("FY2018/19")),
        ({"by": "02-29"}, forms.ByDay(MonthDay(2, 29))),
        ({"at_once": True}, forms.AtOnce()),
        ({"words": ENGLISH}, forms.InWords(WORDS)),
    ],
)
def test_a_demand_has_one_of_the_forms(data: dict[str, Any], expected: forms.Requirement) -> None:
    assert requirement({"from": "2024-01-01", **data}) == expected


def test_every_form_that_a_file_can_use_is_known() -> None:
    assert set(FORMS) == {*Operator, "between", "better_than", "by", "at_once", "words"}


def test_of_two_demands_the_first_form_counts_and_of_none_the_words() -> None:
    assert requirement({"at_most": 1, "at_least": 2}) == forms.Limit(Operator.AT_LEAST, Decimal(2))
    assert requirement({}) == forms.InWords(forms.InWords(WORDS).words.of({}))


def test_a_norm_keeps_its_unit_and_its_extension() -> None:
    norm = {
        "from": "2019-07-01",
        "at_most": 20,
        "unit": "working_days",
        "extension": {"at_most": 10, "when": ENGLISH},
    }
    found = build(
        Standard,
        {"id": "a", "type": "time", "title": ENGLISH, "statement": ENGLISH, "norms": [norm],
         "variants": [{"id": "urgent", "when": ENGLISH, "norms": [norm]}]},
        family="quality",
    )  # fmt: skip
    expected = Norm(
        day("2019-07-01"),
        forms.Limit(Operator.AT_MOST, Decimal(20)),
        unit="working_days",
        extension=forms.Extension(Decimal(10), WORDS),
    )

    assert found.family is Family.QUALITY
    assert found.norms == found.variants[0].norms == (expected,)


def test_a_publisher_says_when_its_year_starts() -> None:
    plain = {
        "name": ENGLISH,
        "languages": ["lt", "en"],
        "time_zone": "Europe/Vilnius",
        "bodies": [{"id": "town", "type": "municipality", "name": ENGLISH}],
    }

    assert build(Publisher, {**plain, "year_starts": "04-01"}).year_starts == YearStart(4, 1)
    assert build(Publisher, plain).year_starts == YearStart(1, 1)
    assert build(Publisher, {**plain, "authoritative": ["en"]}).reading_order == ("en", "lt")


def test_free_mappings_become_pairs_in_one_order() -> None:
    units = {"visits": {"en": {"one": "visit", "other": "visits"}}}
    found = build(Methodology, {"title": ENGLISH, "units": units})
    charter = build(
        Charter,
        {
            "id": "citizens", "title": ENGLISH, "publisher": "town", "groups": [{"id": "general", "title": ENGLISH}],
            "approvers": {"standards": "director", "charter": "council"},
        },
    )  # fmt: skip

    assert found.units == (Unit("visits", (("en", (("one", "visit"), ("other", "visits"))),)),)
    assert charter.approvers == (("charter", "council"), ("standards", "director"))


def test_records_can_be_compared_and_kept_in_sets() -> None:
    first, second = build(Commitment, COMMITMENT, charter="a"), build(Commitment, COMMITMENT, charter="a")

    assert {first, second} == {first}


def test_every_kind_of_record_has_a_typed_form() -> None:
    assert set(RECORDS) == set(KINDS)
    assert all(fields(kind) for kind in RECORDS.values())
