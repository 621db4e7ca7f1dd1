"""Reading YAML: plain values as people mean them, the place of each, and what would change a text unseen."""

from __future__ import annotations

from decimal import Decimal

import pytest

from charterkit.data.source import MAX_BYTES, MAX_DEPTH, Document, read
from charterkit.problems import Place, Spot


def document(text: str) -> Document:
    return read("record.yml", text.encode())


def value(text: str) -> object:
    data = document(f"key: {text}\n").data
    assert isinstance(data, dict)
    return data["key"]


def found(text: str) -> list[tuple[str, int, int]]:
    return [(one.id, one.spot.line, one.spot.column) for one in document(text).problems]


@pytest.mark.parametrize(
    "text",
    ["no", "yes", "on", "off", "y", "2019-07-01", "12:30", "010", "1_000", "0x1F", "1e3", ".5", "1.", "nan"],
)
def test_what_looks_like_something_else_to_old_yaml_stays_text(text: str) -> None:
    assert value(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20", 20),
        ("-5", -5),
        ("+5", 5),
        ("0", 0),
        ("92.50", Decimal("92.50")),
        ("-0.1", Decimal("-0.1")),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ('"20"', "20"),
        ("'true'", "true"),
        ("[1, 2.5, a]", [1, Decimal("2.5"), "a"]),
        ("{a: 1}", {"a": 1}),
    ],
)
def test_numbers_are_exact_and_quoted_values_stay_text(text: str, expected: object) -> None:
    found = value(text)

    assert found == expected
    assert type(found) is type(expected)


def test_a_number_too_long_to_be_one_stays_text() -> None:
    assert value("9" * 40) == "9" * 40


def test_a_block_of_text_loses_the_white_space_around_it() -> None:
    assert document("text: >-\n  One\n  two.\n\n  Three.\n").data == {"text": "One two.\nThree."}
    assert document("text: |\n  One\n  two.\n\n").data == {"text": "One\ntwo."}


@pytest.mark.parametrize("text", ["a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r", "\ufeffa: 1\nb: 2\n"])
def test_line_ends_and_byte_order_marks_of_any_system_are_read_alike(text: str) -> None:
    assert document(text).data == {"a": 1, "b": 2}


def test_an_empty_file_holds_nothing() -> None:
    assert document("") == Document("record.yml", "", None)


RECORD = "id: letters\ntitle:\n  en: Letters\n  lt: >-\n    Laiškai\nmeasures:\n  - indicator: a\n    targets: [1, 2]\n"


@pytest.mark.parametrize(
    ("spot", "line", "column"),
    [
        (Spot("record.yml", ("id",)), 1, 5),
        (Spot("record.yml", ("id",)).key(), 1, 1),
        (Spot("record.yml", ("title", "en")), 3, 7),
        (Spot("record.yml", ("title", "en")).key(), 3, 3),
        (Spot("record.yml", ("measures", 0, "indicator")), 7, 16),
        (Spot("record.yml", ("measures", 0, "targets", 1)), 8, 18),
        (Spot("record.yml", ("measures", 0, "judged")), 7, 5),
        (Spot("record.yml", ("measures", 3)), 7, 3),
        (Spot("record.yml", ("bodies", 0)), 1, 1),
        (Spot("record.yml"), 1, 1),
    ],
)
def test_a_value_has_its_place_and_an_absent_one_that_of_what_encloses_it(
    spot: Spot, line: int, column: int
) -> None:
    assert document(RECORD).place(spot) == Place("record.yml", line, column)


@pytest.mark.parametrize("text", ["", "a: [\n"])
def test_what_cannot_be_read_is_placed_at_its_beginning(text: str) -> None:
    assert document(text).place(Spot("record.yml", ("a",))) == Place("record.yml", 1, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [("yaml-key-twice", 3, 1)]),
        ("a:\n  b: 1\n  b: 2\n", [("yaml-key-twice", 3, 3)]),
        ("? [a, b]\n: 1\n", [("yaml-key-form", 1, 3)]),
        ("title: Answers: quick\n", [("yaml-colon", 1, 15)]),
        ("a:\n\tb: 1\n", [("yaml-tab", 2, 1)]),
        ("a: 1\n---\nb: 2\n", [("yaml-several", 2, 1)]),
        ("a: @home\n", [("yaml-quote", 1, 4)]),
        ("a: [1\n", [("yaml-syntax", 2, 1)]),
        ("a: \x07\n", [("yaml-sign", 1, 4)]),
        ("a: &name 1\nb: *name\n", [("yaml-anchor", 1, 4), ("yaml-anchor", 2, 4)]),
        ("a: !!python/object:os.system x\n", [("yaml-anchor", 1, 4)]),
        ("title:\n  en: Office # 3 is open\n", [("yaml-comment", 2, 14)]),
    ],
)
def test_what_is_wrong_stands_at_its_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "# a comment\na: 1\n",
        "a: 1 # why\n",
        "title:\n  en: >-\n    Office # 3 is open\n",
        'title:\n  en: "Office # 3"\n',
    ],
)
def test_comments_that_cut_no_sentence_are_welcome(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["a: Tom & Jerry\n", "a: 5 * 3\n", "a: Well! Yes\n", "title:\n  en: A&B *c*\n"]
)
def test_signs_inside_a_sentence_are_no_anchors(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["[" * 500 + "]" * 500, "- " * 500 + "a", "{a: " * 500 + "}" * 500])
def test_what_is_nested_too_deep_is_refused_and_never_breaks_the_reader(text: str) -> None:
    assert [one.id for one in document(text).problems] == ["yaml-too-deep"]


def test_what_is_nested_as_deep_as_is_allowed_is_read() -> None:
    inner = "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)

    assert found(f"[[], {inner}]") == []
    assert found(f"[[], [{inner}]]") == [("yaml-too-deep", 1, MAX_DEPTH + 5)]


@pytest.mark.parametrize(
    ("raw", "expected"), [(b"a: \xff", "file-encoding"), (b"#" * (MAX_BYTES + 1), "file-too-large")]
)
def test_bytes_that_are_no_text_or_too_many_are_a_problem(raw: bytes, expected: str) -> None:
    assert [one.id for one in read("record.yml", raw).problems] == [expected]


def test_duplicate_fields_keep_the_first_and_name_its_line() -> None:
    twice = document("a: 1\na: 2\n")

    assert twice.data == {"a": 1}
    assert twice.problems[0].named == {"found": "a", "line": "1"}
