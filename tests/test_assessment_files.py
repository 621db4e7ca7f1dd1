"""The files with the points of a self-assessment: what they hold, in whose numbers, and when there are none."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from charterkit.exports.downloads import Downloads
from charterkit.model.assessment import Assessment, Finding, Score, Shown
from charterkit.model.caf import SUBS, Scoring
from charterkit.rules.standing import standing
from test_assessment_pages import assessment, finding, text, with_rounds

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs/handbook/assessment-format.schema.json").read_text(encoding="utf-8"))
TODAY = date(2025, 11, 21)
BEFORE = replace(
    assessment(*(finding(sub, Score(consensus=20)) for sub in SUBS)),
    id="caf-2023",
    since=date(2023, 1, 1),
    until=date(2023, 6, 1),
)
NOW = replace(
    assessment(*(finding(sub, Score(consensus=20 + at)) for at, sub in enumerate(SUBS))), repeats="caf-2023"
)
FINE = replace(
    assessment(
        finding("1.1", Score(plan=61, do=52, check=33, act=15)),
        finding("6.1", Score(trends=45, targets=20)),
        Finding("6.2", not_assessed=text("No figures.")),
    ),
    scoring=Scoring.FINE_TUNED,
)


def made(ending: str, *rounds: Assessment, lang: str = "en") -> bytes:
    downloads = Downloads.of(standing(with_rounds(*rounds), TODAY))
    return downloads.make(f"quality/assessments/caf-2025/caf-2025.{ending}", lang)


def table(*rounds: Assessment, lang: str = "en") -> list[list[str]]:
    raw = made("csv", *rounds, lang=lang).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(raw), delimiter="," if lang == "en" else ";"))


def read(*rounds: Assessment) -> Any:
    found = json.loads(made("json", *rounds))
    Draft202012Validator(SCHEMA).validate(found)
    return found


def test_a_table_has_the_whole_nine_criteria_and_all_their_sub_criteria_beside_the_round_before() -> None:
    head, whole, first, *others = table(BEFORE, NOW)

    assert head == [
        "No.", "Criterion", "Points", "Out of", "What it means", "Before", "Difference", "Not assessed",
    ]  # fmt: skip
    assert whole[:4] == ["", "Together", "321.5", "900"]
    assert whole[5:7] == ["180.0", "141.5"]
    assert first == ["1", "Leadership", "21.5", "100", "It is planned.", "20.0", "1.5", ""]
    assert [row[0] for row in others if "." in row[0]] == list(SUBS)


def test_points_have_the_decimal_sign_of_the_language_and_are_numbers_in_the_workbook() -> None:
    sheet = load_workbook(io.BytesIO(made("xlsx", BEFORE, NOW))).active

    assert table(BEFORE, NOW, lang="lt")[2][2] == "21,5"
    assert sheet is not None
    assert [sheet.cell(3, at).value for at in (1, 3, 4)] == ["1", 21.5, 100]
    assert sheet.cell(4, 3).number_format == "0.0"


def test_fine_tuned_points_stand_part_by_part() -> None:
    rows = {row[0]: row for row in table(FINE)}

    assert rows["No."][2:10] == [
        "Planned", "Done", "Checked", "Adjusted", "Trends", "Targets", "Points", "Out of",
    ]  # fmt: skip
    assert rows["1.1"][2:10] == ["61.0", "52.0", "33.0", "15.0", "", "", "40.3", "100"]
    assert rows["6.1"][2:10] == ["", "", "", "", "45.0", "20.0", "32.5", "100"]
    assert rows["6.2"][8:] == ["", "100", "", "", "", "No figures."]


def test_programs_read_exact_points_and_why_rounds_are_not_compared() -> None:
    found = read(FINE)
    (sub, *_) = found["criteria"][0]["sub_criteria"]

    assert (sub["points"], sub["parts"]["act"], sub["band"]) == (40.25, 15, 3)
    assert found["before"] is None
    assert read(BEFORE, NOW)["total"] == {
        "id": None, "name": "Together", "points": 321.5, "out_of": 900,
        "band": None, "before": 180, "difference": 141.5,
    }  # fmt: skip
    apart = read(replace(BEFORE, body="library"), NOW)
    assert apart["before"] == {"id": "caf-2023", "not_comparable": ["body"]}
    assert apart["criteria"][0]["before"] is None


@pytest.mark.parametrize(
    "one", [replace(NOW, until=None), replace(NOW, public=(Shown.STRENGTHS,)), assessment()]
)
def test_without_public_points_there_are_no_files(one: Assessment) -> None:
    found = Downloads.of(standing(with_rounds(one), TODAY)).addresses

    assert not [address for address in found if "assessments" in address]
