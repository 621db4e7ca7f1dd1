"""Reading CSV files: what stands where, and what makes a table unreadable."""

from __future__ import annotations

from dataclasses import replace

import pytest

from charterkit.data.source import MAX_BYTES
from charterkit.data.tables import Table, read
from charterkit.problems import Place, Problem

KNOWN = ("period", "value", "state")


def table(text: str) -> Table:
    return read("results.csv", text.encode(), KNOWN)


def found(text: str) -> list[tuple[str, int, int]]:
    return [(one.id, one.place.line, one.place.column) for one in placed(table(text))]


def placed(read: Table) -> list[Problem]:
    return [replace(one, place=Place(one.spot.file, one.spot.line, one.spot.column)) for one in read.problems]


def test_cells_are_found_by_the_name_of_their_column_without_the_spaces_around_them() -> None:
    lines = table("period , value\n2024-Q1, 95 \n2024-Q2,\n").lines

    assert [(line.number, line["period"], line["value"]) for line in lines] == [
        (2, "2024-Q1", "95"),
        (3, "2024-Q2", ""),
    ]


def test_a_column_that_is_not_there_reads_as_blank_and_points_at_its_line() -> None:
    line = table("period,value\n2024-Q1,95\n").lines[0]

    assert line["state"] == ""
    assert (line.spot("value").line, line.spot("value").column) == (2, 9)
    assert (line.spot("state").line, line.spot("state").column) == (2, 1)


@pytest.mark.parametrize(
    "text", ["period,value\r\n2024,1\r\n", "period,value\r2024,1\r", "\ufeffperiod,value\n2024,1"]
)
def test_line_ends_and_byte_order_marks_of_any_system_are_read_alike(text: str) -> None:
    assert [dict(line.cells) for line in table(text).lines] == [{"period": "2024", "value": "1"}]


def test_blank_lines_are_no_rows_but_count_as_lines() -> None:
    lines = table("period,value\n\n2024,1\n , \n2025,2\n").lines

    assert [line.number for line in lines] == [3, 5]


def test_a_quoted_cell_may_hold_commas_quotes_and_new_lines() -> None:
    lines = table('period,value,state\n2024,"a ""b"", c",x\n2025,"two\nlines",y\n2026,1,z\n').lines

    assert [(line.number, line["value"]) for line in lines] == [(2, 'a "b", c'), (3, "two\nlines"), (5, "1")]
    assert lines[0].spot("state").column == 19


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_line_of_column_names_says_by_what_the_columns_are_separated(separator: str) -> None:
    line = table("period,value,state\n2024,95.5,x\n".replace(",", separator)).lines[0]

    assert dict(line.cells) == {"period": "2024", "value": "95.5", "state": "x"}
    assert [line.spot(name).column for name in KNOWN] == [1, 6, 11]


@pytest.mark.parametrize("names", ['"period";"value"', "\n;\nperiod;value", "period ; value"])
def test_semicolons_are_seen_beside_quotation_marks_blank_lines_and_spaces(names: str) -> None:
    (line,) = table(f"{names}\n2024;1,5\n").lines

    assert (line["period"], line["value"]) == ("2024", "1,5")


@pytest.mark.parametrize(("separator", "other"), [(",", ";"), (";", ","), ("\t", ","), (";", "\t")])
def test_another_separator_is_a_sign_like_others_inside_a_cell(separator: str, other: str) -> None:
    lines = table(f'period{separator}value\n2024{separator}a{other}b\n2025{separator}"a{separator}b"\n').lines

    assert [line["value"] for line in lines] == [f"a{other}b", f"a{separator}b"]


@pytest.mark.parametrize(("separator", "shown"), [(",", ","), (";", ";"), ("\t", "TAB")])
def test_a_line_with_too_many_cells_is_answered_with_the_separator_of_the_file(
    separator: str, shown: str
) -> None:
    (problem,) = table("period,value\n2024,1,2\n".replace(",", separator)).problems

    assert problem.named == {"found": "3", "wanted": "2", "separator": shown}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("csv-empty", 1, 1)]),
        ("\n\n", [("csv-empty", 1, 1)]),
        (";;\n;;\n", [("csv-empty", 1, 1)]),
        ('"period,value\n2024,1\n', [("csv-quote", 1, 1)]),
        ("period;value\n2024,1\n", [("csv-cells", 2, 1)]),
        ("period;value,state\n2024;1\n", [("csv-column", 1, 8)]),
        ("period\tvlaue\n2024\t1\n", [("csv-column", 1, 8)]),
        ("period,vlaue\n2024,1\n", [("csv-column", 1, 8)]),
        ("\n\nperiod,vlaue\n2024,1\n", [("csv-column", 3, 8)]),
        ('period,"va\nlue",state\n', [("csv-column", 1, 8)]),
        ("\nvalue\n1\n", [("csv-column-missing", 2, 1)]),
        ("period,value,\n2024,1,\n", [("csv-column", 1, 14)]),
        ("period,value,period\n2024,1,2025\n", [("csv-column-twice", 1, 14)]),
        ("value\n1\n", [("csv-column-missing", 1, 1)]),
        ("Period,value\n2024,1\n", [("csv-column", 1, 1), ("csv-column-missing", 1, 1)]),
        ("period,value\n2024,1,2\n2025,1\n2026\n", [("csv-cells", 2, 1), ("csv-cells", 4, 1)]),
        ('period,value\n2024,1\n2025,"1\n', [("csv-quote", 3, 1)]),
    ],
)
def test_what_is_wrong_with_a_table_stands_at_its_place(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert found(text) == expected


def test_a_line_with_too_many_cells_hides_no_other() -> None:
    assert [line["period"] for line in table("period,value\n2024,1,2\n2025,1\n").lines] == ["2025"]


def test_a_table_whose_columns_are_wrong_has_no_lines() -> None:
    assert table("period,vlaue\n2024,1\n").lines == ()


def test_a_mistyped_column_is_answered_with_the_one_that_was_meant() -> None:
    (problem,) = table("period,vlaue\n2024,1\n").problems

    assert problem.named["nearest"] == "value"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [(b"period,value\n2024,\xff\n", "file-encoding"), (b"a" * (MAX_BYTES + 1), "file-too-large")],
)
def test_bytes_that_are_no_text_or_too_many_are_a_problem(raw: bytes, expected: str) -> None:
    assert [one.id for one in read("results.csv", raw, KNOWN).problems] == [expected]


def test_a_file_as_large_as_is_allowed_is_read() -> None:
    raw = b"period,value\n" + b"\n" * (MAX_BYTES - 13)

    assert read("results.csv", raw, KNOWN).problems == ()
