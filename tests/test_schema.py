"""What the schema of a kind refuses, in which words and where; and which texts it finds in a record."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator

from charterkit.data.schema import KINDS, check, schema, texts
from charterkit.data.source import read
from charterkit.problems import Part

WORDS = {"en": "Words"}
COMMITMENT: dict[str, Any] = {
    "kind": "commitment",
    "id": "answer-letters",
    "number": "2.3",
    "group": "administration",
    "title": {"en": "Words"},
    "promise": {"en": "Words"},
    "measures": [{"indicator": "letters", "targets": [{"from": "2019-07-01", "at_least": 90}]}],
}
Steps = tuple[str | int, ...]

BAD = Path(__file__).parent / "bad"


def altered(path: Steps, value: object) -> dict[str, Any]:
    """The commitment with another value somewhere; a value of None is taken away."""
    record = deepcopy(COMMITMENT)
    inner: Any = record
    for step in path[:-1]:
        inner = inner[step]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return record


def test_a_right_record_has_no_problems() -> None:
    assert check("commitment", COMMITMENT, "a.yml") == ()


TARGET: Steps = ("measures", 0, "targets", 0)


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (("number",), 2.3, "number-form"),
        (("number",), [2], "value-type"),
        (("title",), "Words", "value-type"),
        (("measures",), {}, "value-type"),
        (("kind",), "standard", "kind-other"),
        (("dimension",), "timelines", "value-choice"),
        (("id",), "Answer_Letters", "id-form"),
        (("id",), "a" * 61, "id-form"),
        (("number",), "2..3", "number-form"),
        (("number",), "1" * 21, "value-length"),
        (("standards",), ["a", "a"], "list-repeats"),
        (("measures",), [], "list-empty"),
        (("title", "en"), "", "text-form"),
        ((*TARGET, "from"), "2019-02-30", "date-form"),
        ((*TARGET, "from"), "01.07.2019", "date-form"),
        ((*TARGET, "by"), "13-01", "month-day-form"),
        ((*TARGET, "between"), [1], "list-length"),
        ((*TARGET, "between"), [1, 2, 3], "list-length"),
        ((*TARGET, "at_least"), "90 %", "value-type"),
        (("redress",), {"remedy": WORDS, "within": {"value": -1, "unit": "days"}}, "value-range"),
    ],
)
def test_a_wrong_value_is_explained_in_our_words(path: Steps, value: object, expected: str) -> None:
    found = check("commitment", altered(path, value), "a.yml")

    assert [one.id for one in found] == [expected]
    assert found[0].spot.path[: len(path)] == path


def test_a_missing_field_is_shown_with_an_example() -> None:
    (found,) = check("commitment", altered(("promise",), None), "a.yml")

    assert (found.id, found.spot.path, found.named["found"]) == ("field-missing", (), "promise")
    assert found.named["example"].startswith("promise: {en: ")


def test_an_unknown_field_is_pointed_at_and_answered_with_the_one_that_was_meant() -> None:
    (found,) = check("commitment", altered(("mesures",), []), "a.yml")

    assert (found.id, found.spot.path, found.spot.part) == ("field-unknown", ("mesures",), Part.KEY)
    assert found.named["nearest"] == "measures"


def test_a_wrong_language_is_pointed_at() -> None:
    (found,) = check("commitment", altered(("title", "english"), "Words"), "a.yml")

    assert (found.id, found.spot.path, found.spot.part) == ("language-form", ("title", "english"), Part.KEY)


def test_every_mistake_of_a_record_is_told_once() -> None:
    record = altered(("number",), 2.3) | {"id": 5, "mesures": 1, "titel": 1}
    del record["promise"]

    assert sorted((one.id, one.spot.field_name) for one in check("commitment", record, "a.yml")) == [
        ("field-missing", ""),
        ("field-unknown", "mesures"),
        ("field-unknown", "titel"),
        ("id-form", "id"),
        ("number-form", "number"),
    ]


def test_exact_decimals_are_numbers() -> None:
    assert check("commitment", altered((*TARGET, "at_least"), Decimal("92.5")), "a.yml") == ()


@pytest.mark.parametrize("data", [None, [], "text", 5, Decimal("1.5"), True, {}, {"kind": None}])
@pytest.mark.parametrize("kind", KINDS)
def test_whatever_a_file_holds_gets_an_answer(kind: str, data: object) -> None:
    assert check(kind, data, "a.yml")


def test_the_common_parts_are_folded_into_every_schema() -> None:
    assert all("id" in schema(kind)["$defs"] for kind in KINDS)
    assert not any("common.schema.json" in str(schema(kind)["properties"]) for kind in KINDS)


def test_the_texts_of_a_record_are_found_with_their_form() -> None:
    record = {**COMMITMENT, "conditions": WORDS, "redress": {"remedy": WORDS}}
    found = {path: form for path, form, _ in texts("commitment", record)}

    assert found == {
        ("title",): "line",
        ("promise",): "line",
        ("conditions",): "rich",
        ("redress", "remedy"): "rich",
    }


def test_texts_inside_lists_are_found_too() -> None:
    record = altered((*TARGET, "words"), WORDS)

    assert (*TARGET, "words") in [path for path, _, _ in texts("commitment", record)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_quick_and_the_thorough_validator_never_disagree(kind: str) -> None:
    quick = jsonschema_rs.Draft202012Validator(schema(kind), validate_formats=True)
    thorough = Draft202012Validator(schema(kind), format_checker=Draft202012Validator.FORMAT_CHECKER)
    records = [read(file.name, file.read_bytes()).data for file in sorted((BAD / kind).glob("*.yml"))]
    verdicts = {(quick.is_valid(one), thorough.is_valid(one)) for one in records if one is not None}

    assert (False, False) in verdicts
    assert verdicts <= {(False, False), (True, True)}
