"""Sheets of assessors: written, filled in, damaged, read back, agreed on; and never put into the repository."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from charterkit.commands import charter
from charterkit.data.assessment_edit import NotWritten, with_scores
from charterkit.data.load import load
from charterkit.exports.assessment.collecting import agreed, collect
from charterkit.exports.assessment.meeting import meeting_book
from charterkit.exports.assessment.reading import Cell, points
from charterkit.exports.assessment.sheets import Seat, assessor_sheet, file_name, seats
from charterkit.model.assessment import Assessment, AssessmentGroup
from charterkit.model.caf import SUBS, Edition, Part, Scoring
from charterkit.rules.quality.consensus import Filled, middle, places, spreads
from charterkit.strings import words
from charterkit.text import Text

WORDS = Text.of({"en": "Self-assessment 2025", "lt": "Įsivertinimas"})
FINE = Assessment(
    "caf-2025",
    WORDS,
    Edition.CAF_2020,
    Scoring.FINE_TUNED,
    "town",
    date(2025, 1, 13),
    groups=(AssessmentGroup("staff", WORDS, 3), AssessmentGroup("school", WORDS, 2)),
)
PLAIN = replace(FINE, scoring=Scoring.CLASSICAL)
SEAT = Seat(1, "staff")
ENGLISH = words("en")


@cache
def sheet(assessment: Assessment = PLAIN, number: int = 1, lang: str = "en") -> bytes:
    return assessor_sheet(assessment, Seat(number, "staff"), words(lang), ("lt", "en"))


def changed(raw: bytes, change: Callable[[Any], object]) -> bytes:
    """A workbook as somebody's spreadsheet saves it after a change."""
    book = load_workbook(io.BytesIO(raw))
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def column(tab: Any, key: str) -> int:
    return next(cell.column for cell in tab[1] if cell.value == key)


def fill(
    raw: bytes, scores: Mapping[tuple[str, str], object], texts: Mapping[tuple[str, str], str] | None = None
) -> bytes:
    """A sheet with these points and texts by sub-criterion and key of the column."""

    def write(book: Any) -> None:
        for tab in book.worksheets[1:3]:
            for row in range(3, tab.max_row + 1):
                for (sub, key), value in {**scores, **(texts or {})}.items():
                    if tab.cell(row, 1).value == sub:
                        tab.cell(row, column(tab, key)).value = value

    return changed(raw, write)


def faults(raw: bytes, assessment: Assessment = PLAIN) -> list[str]:
    return [one.told(ENGLISH) for one in collect(assessment, {"one.xlsx": raw})[1]]


@pytest.mark.parametrize("lang", ["en", "lt", "sl", "bg", "hu"])
@pytest.mark.parametrize("assessment", [PLAIN, FINE], ids=["classical", "fine_tuned"])
def test_an_empty_sheet_is_read_back_as_blank(assessment: Assessment, lang: str) -> None:
    filled, found = collect(assessment, {"one.xlsx": sheet(assessment, lang=lang)})

    assert found == ()
    assert [(one.assessor, one.group, one.blank) for one in filled] == [(1, "staff", True)]


def test_every_assessor_has_a_number_of_their_own_and_a_file_without_a_name() -> None:
    assert [one.number for one in seats(FINE, by_group=False)] == [1, 2, 3, 4, 5]
    assert [one.group for one in seats(FINE, by_group=True)] == ["staff", "school"]
    assert file_name(FINE, SEAT) == "caf-2025-staff-01.xlsx"


def test_a_sheet_is_the_same_file_every_time() -> None:
    assert sheet.__wrapped__() == sheet()


def test_names_are_locked_answers_are_not_and_points_have_limits() -> None:
    book = load_workbook(io.BytesIO(sheet(FINE)))

    for tab in book.worksheets:
        assert tab.protection.sheet, tab.title
    first = book.worksheets[1]
    assert first.cell(3, 1).value == "1.1"
    assert first.cell(3, 1).protection.locked
    assert not first.cell(3, column(first, "plan")).protection.locked
    assert not first.cell(3, column(first, "strengths")).protection.locked
    rules = first.data_validations.dataValidation
    assert len(rules) == 4
    assert {(one.type, one.formula1, one.formula2) for one in rules} == {("whole", "0", "100")}
    assert book["charterkit"].sheet_state == "veryHidden"


def test_the_sheets_have_every_sub_criterion_and_the_parts_of_their_side() -> None:
    book = load_workbook(io.BytesIO(sheet(FINE)))
    done, achieved = book.worksheets[1:3]

    assert [done.cell(row, 1).value for row in range(3, done.max_row + 1)] == [s for s in SUBS if s < "6"]
    assert [achieved.cell(row, 1).value for row in range(3, achieved.max_row + 1)] == [
        s for s in SUBS if s > "6"
    ]
    assert {"plan", "do", "check", "act"} < {cell.value for cell in done[1]}
    assert {"trends", "targets"} < {cell.value for cell in achieved[1]}


def test_what_was_filled_in_is_read_back() -> None:
    raw = fill(
        sheet(FINE),
        {("1.1", "plan"): 60, ("1.1", "act"): 0, ("9.2", "targets"): 100},
        {("1.1", "areas"): "Too little"},
    )
    filled, found = collect(FINE, {"one.xlsx": raw})

    assert found == ()
    assert filled[0].points == {("1.1", Part.PLAN): 60, ("1.1", Part.ACT): 0, ("9.2", Part.TARGETS): 100}
    assert filled[0].texts == {"1.1": ("", "Too little", "")}


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (0, 0),
        (100, 100),
        (47.5, Fraction(95, 2)),
        ("47,5", Fraction(95, 2)),
        (" 47.5 ", Fraction(95, 2)),
        ("\u00a060", 60),
        (101, None),
        (-1, None),
        ("100,5", None),
        ("about 50", None),
        ("50%", None),
        ("5e1", None),
        (True, None),
        (float("inf"), None),
        ("٥٠", None),
    ],
)
def test_points_are_read_with_a_comma_or_a_point(value: object, read: Fraction | None) -> None:
    assert points(Cell(value, "A", "C3")) == read


def moved(book: Any) -> None:
    book.worksheets[1].insert_cols(2)
    book.worksheets[2].insert_cols(4, 3)
    book.worksheets[1].title = "Enablers, 2nd try"


def test_moved_columns_and_renamed_sheets_do_no_harm() -> None:
    raw = fill(changed(sheet(), moved), {("1.2", "consensus"): "35,5", ("7.1", "consensus"): 20})
    filled, found = collect(PLAIN, {"one.xlsx": raw})

    assert found == ()
    assert filled[0].points == {("1.2", Part.CONSENSUS): Fraction(71, 2), ("7.1", Part.CONSENSUS): 20}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda book: book.worksheets[1].cell(4, 3, "good"), "one.xlsx, What we do, C4: good is no number"),
        (lambda book: book.worksheets[1].cell(5, 3, 101), "one.xlsx, What we do, C5: 101 is no number"),
        (lambda book: book.worksheets[1].cell(3, 1, "1.9"), "one.xlsx, What we do, A3: 1.9 is no sub-criterion"),
        (lambda book: book.worksheets[1].cell(4, 1, "1.1"), "one.xlsx, What we do, A4: The sub-criterion 1.1 is here"),
        (lambda book: book.worksheets[1].delete_rows(3), "one.xlsx: These sub-criteria are gone from the sheets: 1.1."),
        (lambda book: book.worksheets[2].delete_cols(3), "one.xlsx, What comes of it, A3: The column consensus"),
        (lambda book: book.remove(book["charterkit"]), "one.xlsx: This workbook was not made by"),
        (lambda book: [tab.delete_rows(1) for tab in book.worksheets[1:3]], "one.xlsx: The hidden row with the keys"),
    ],
)  # fmt: skip
def test_a_fault_names_the_file_the_sheet_and_the_cell(change: Callable[[Any], object], told: str) -> None:
    found = faults(changed(sheet(), change))

    assert found[0].startswith(told)


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"not a workbook", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_what_is_no_workbook_is_said_to_be_none(raw: bytes) -> None:
    assert faults(raw) == ["one.xlsx: This is no workbook that can be read. Save it again as .xlsx."]


def test_a_workbook_that_swells_is_not_opened() -> None:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", 8) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 60_000_000)

    assert faults(buffer.getvalue()) == ["one.xlsx: The file is too large for a sheet of an assessor."]


def test_sheets_of_other_assessments_ways_of_scoring_and_numbers_are_refused() -> None:
    other = replace(PLAIN, id="caf-2023")

    assert "caf-2025, not to caf-2023" in faults(sheet(), other)[0]
    assert "another way of scoring" in faults(sheet(FINE), PLAIN)[0]
    assert "another one" in faults(meeting_book(PLAIN, (), ENGLISH))[0]
    _, found = collect(PLAIN, {"a.xlsx": sheet(), "b.xlsx": sheet()})
    assert [one.told(ENGLISH) for one in found] == [
        "b.xlsx: Assessor no. 1 is here twice, also in a.xlsx. Remove the older of the two files."
    ]


@pytest.mark.parametrize(
    ("values", "found"), [((5,), 5), ((9, 1), 5), ((3, 1, 2), 2), ((10, 20, 31, 40), Fraction(51, 2))]
)
def test_the_middle_is_the_median(values: tuple[int, ...], found: Fraction) -> None:
    assert middle(map(Fraction, values)) == found


def test_the_middle_of_nothing_is_none() -> None:
    with pytest.raises(ValueError, match="no values"):
        middle(())


def test_the_largest_disagreements_stand_first() -> None:
    scores = [{"1.1": 40, "1.2": 10, "2.1": 50}, {"1.1": 45, "1.2": 60}, {"1.1": 41, "1.2": 20}]
    filled = [
        Filled(number, points={(sub, Part.CONSENSUS): Fraction(value) for sub, value in one.items()})
        for number, one in enumerate(scores, start=1)
    ]
    found = spreads(filled, Scoring.CLASSICAL)

    assert [(one.sub, one.n, one.lowest, one.middle, one.highest, one.apart) for one in found] == [
        ("1.2", 3, 10, 20, 60, 50),
        ("1.1", 3, 40, 41, 45, 5),
        ("2.1", 1, 50, 50, 50, 0),
    ]


def test_formulas_of_assessors_stay_words() -> None:
    evil = '=HYPERLINK("https://example.org","x")'
    book = meeting_book(PLAIN, [Filled(1, texts={"1.1": (evil, "+1", "@x")})], ENGLISH)
    tab = load_workbook(io.BytesIO(book)).worksheets[1]

    assert [tab.cell(2, at).value for at in (4, 5, 6)] == [evil, "+1", "@x"]
    assert {tab.cell(2, at).data_type for at in (4, 5, 6)} == {"s"}
    with ZipFile(io.BytesIO(book)) as packed:
        assert not any(b"<f>" in packed.read(name) for name in packed.namelist())


def meeting(scores: Mapping[tuple[str, str], object], assessment: Assessment = FINE) -> bytes:
    """The workbook of a meeting in which these points were agreed on."""
    filled = [Filled(1, points={place: Fraction(50) for place in places(assessment.scoring)})]

    def write(book: Any) -> None:
        tab = book.worksheets[0]
        for row in range(3, tab.max_row + 1):
            key = (tab.cell(row, column(tab, "id")).value, tab.cell(row, column(tab, "part")).value)
            if key in scores:
                tab.cell(row, column(tab, "agreed")).value = scores[key]

    return changed(meeting_book(assessment, filled, ENGLISH), write)


def test_agreed_points_are_read_and_nothing_else() -> None:
    parts = {("6.1", "trends"): 40, ("6.1", "targets"): "35"}

    assert agreed(FINE, "m.xlsx", meeting(parts)) == ({"6.1": {Part.TRENDS: 40, Part.TARGETS: 35}}, ())
    assert agreed(FINE, "m.xlsx", meeting({})) == ({}, ())


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({("6.1", "trends"): 40}, "6.1 has no agreed points for targets."),
        ({("6.1", "trends"): 40.5, ("6.1", "targets"): 3}, "40.5 is no whole number"),
        ({("6.1", "trends"): "a lot", ("6.1", "targets"): 3}, "a lot is no whole number"),
    ],
)
def test_half_an_agreement_is_none(parts: dict[tuple[str, str], object], told: str) -> None:
    _, found = agreed(FINE, "m.xlsx", meeting(parts))

    assert any(told in one.told(ENGLISH) for one in found)


BEFORE = """\
# Ours, please keep.
kind: assessment
id: caf-2025
findings:
  # the first one
  - id: "1.1"
    strengths:
      - en: >-
          Fine.
    score:      # agreed in May
      consensus: 20
    evidence:
      - en: >-
          A plan.
  - id: "1.2"
    areas:
      - en: >-
          More.
public:
  - scores
"""


def test_scores_are_written_among_everything_else() -> None:
    after = with_scores(BEFORE, {"1.1": {"consensus": 45}, "1.2": {"consensus": 30}, "6.1": {"consensus": 5}})

    assert after.split("\n") == [
        *BEFORE.split("\n")[:9],
        "    score:",
        "      consensus: 45",
        *BEFORE.split("\n")[11:15],
        "    score:",
        "      consensus: 30",
        *BEFORE.split("\n")[15:18],
        '  - id: "6.1"',
        "    score:",
        "      consensus: 5",
        *BEFORE.split("\n")[18:],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "kind: assessment\nid: a\n",
        'findings:\n- id: "1.1"\n  areas:\n  - en: x\npublic:\n- scores\n',
        'findings:\n  -\n    id: "1.2"\n    score:\n      consensus: 3\n',
    ],
)
def test_scores_are_written_whatever_the_indentation(text: str) -> None:
    after = with_scores(text, {"1.1": {"consensus": 45}, "1.2": {"consensus": 1}})

    assert "consensus: 45" in after


@pytest.mark.parametrize(
    "text",
    [
        'findings:\n  - score: {consensus: 3}\n    id: "1.1"\n',
        'findings: [{id: "1.1", score: {consensus: 3}}]\n',
    ],
)
def test_a_file_that_cannot_be_changed_safely_is_not_changed(text: str) -> None:
    with pytest.raises(NotWritten):
        with_scores(text, {"1.1": {"consensus": 45}})


def run(*asked: object) -> Any:
    return CliRunner().invoke(charter, ["assessment", *map(str, asked)])


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_from_the_empty_sheets_to_the_record(municipality: Path, tmp_path: Path) -> None:
    before, out, book = tree(municipality), tmp_path / "sheets", tmp_path / "meeting.xlsx"
    here = ("--folder", municipality, "--lang", "en")

    made = run("sheets", "caf-2025", "--out", out, *here)
    assert made.exit_code == 0, made.output
    assert "15 sheets were written" in made.output
    paths = sorted(out.iterdir())
    for number, path in enumerate(paths[:3]):
        path.write_bytes(fill(path.read_bytes(), {("1.1", "plan"): 20 + 30 * number}))
    gathered = run("collect", "caf-2025", out, "--out", book, *here)
    assert gathered.exit_code == 0, gathered.output
    assert "3 sheets were gathered" in gathered.output
    assert "The sheet of assessor no. 4 is blank." in gathered.output
    tab = load_workbook(book).worksheets[0]
    assert [cell.value for cell in tab[3]][4:9] == [3, 20, 50, 80, 60]
    assert tree(municipality) == before

    def agree(found: Any) -> None:
        top = found.worksheets[0]
        assert top.max_row == 3
        for row, part in enumerate(("plan", "do", "check", "act"), start=3):
            for key, value in {"id": "1.1", "part": part, "agreed": 10 + row}.items():
                top.cell(row, column(top, key)).value = value

    book.write_bytes(changed(book.read_bytes(), agree))
    done = run("consensus", "caf-2025", book, *here)
    assert done.exit_code == 0, done.output
    after = tree(municipality)
    assert {name for name in after if after[name] != before.get(name)} == {
        "charters/quality/assessments/caf-2025.yml"
    }
    found = load(municipality).publication
    assert found is not None
    score = next(one.score for one in found.assessments["caf-2025"].findings if one.id == "1.1")
    assert score is not None
    assert (score.plan, score.do, score.check, score.act) == (13, 14, 15, 16)


@pytest.mark.parametrize("where", [".", "sheets", "charters/quality/sheets", "../municipality/x"])
def test_nothing_of_single_persons_gets_into_the_repository(
    municipality: Path, tmp_path: Path, where: str
) -> None:
    before, here = tree(municipality), ("--folder", municipality, "--lang", "en")
    good = tmp_path / "good"
    assert run("sheets", "caf-2025", "--out", good, *here).exit_code == 0

    made = run("sheets", "caf-2025", "--out", municipality / where, *here)
    gathered = run("collect", "caf-2025", good, "--out", municipality / where / "m.xlsx", *here)

    assert made.exit_code == gathered.exit_code == 2
    assert "must never get into the repository" in made.output
    assert tree(municipality) == before


def test_a_repository_reaches_up_to_its_git_folder_and_links_do_not_help(
    municipality: Path, tmp_path: Path
) -> None:
    (tmp_path / ".git").mkdir()
    link = tmp_path.parent / f"{tmp_path.name}-link"
    link.symlink_to(tmp_path)

    for out in (tmp_path / "sheets", link / "sheets"):
        assert run("sheets", "caf-2025", "--out", out, "--folder", municipality).exit_code == 2


def test_a_mistake_is_told_without_a_traceback(municipality: Path, tmp_path: Path) -> None:
    here = ("--folder", municipality, "--lang", "en")
    empty, out = tmp_path / "empty", tmp_path / "sheets"
    empty.mkdir()

    assert "Did you mean caf-2025?" in run("sheets", "caf-2052", "--out", out, *here).output
    assert (
        "There is no sheet" in run("collect", "caf-2025", empty, "--out", tmp_path / "m.xlsx", *here).output
    )
    assert run("sheets", "caf-2025", "--out", out, *here).exit_code == 0
    again = run("sheets", "caf-2025", "--out", out, *here)
    assert again.exit_code == 1
    assert "nothing is overwritten" in again.output
    (out / "odd.xlsx").write_bytes(b"no workbook")
    refused = run("collect", "caf-2025", out, "--out", tmp_path / "m.xlsx", *here)
    assert refused.exit_code == 1
    assert "odd.xlsx: This is no workbook" in refused.output
    assert not (tmp_path / "m.xlsx").exists()
    (empty / "m.xlsx").write_bytes(meeting_book(FINE, (), ENGLISH))
    assert "There are no agreed points" in run("consensus", "caf-2025", empty / "m.xlsx", *here).output


DRAWN = st.dictionaries(st.sampled_from(places(Scoring.FINE_TUNED)), st.integers(0, 100), max_size=12)


@settings(max_examples=15, deadline=None)
@given(st.lists(DRAWN, min_size=1, max_size=3))
def test_whatever_assessors_give_is_read_back_exactly(drawn: list[dict[tuple[str, Part], int]]) -> None:
    files = {
        f"{number}.xlsx": fill(
            sheet(FINE, number), {(sub, part.value): value for (sub, part), value in one.items()}
        )
        for number, one in enumerate(drawn, start=1)
    }
    filled, found = collect(FINE, files)

    assert found == ()
    assert [dict(one.points) for one in filled] == drawn
