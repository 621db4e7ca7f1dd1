"""Advice that a body leaves as it is, and misses of which nothing is said: how grave they are, and who decides it."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from charterkit import report
from charterkit.data.load import load
from charterkit.problems import SENTENCES, Level
from charterkit.problems.of_plausibility import QUESTIONS
from charterkit.rules.check import Checked, check
from charterkit.strings import words

BASE = Path(__file__).parent / "bad" / "_base"
TODAY = date(2019, 11, 21)
ENGLISH = words("en")

COMMITMENT = "charters/citizens/commitments/answer-letters.yml"
BUDGET = "charters/citizens/commitments/publish-budget.yml"
METHODOLOGY = "standards/methodology.yml"
ONLINE = "charters/results/council-online.csv"
DAYS = "charters/results/answer-days.csv"
# The last figure is far from the others; a column can follow each of them.
FAR = "period,value{}\n2019,17{}\n2020,16{}\n2021,18{}\n2022,17{}\n2023,19{}\n2024,17{}\n2025,61{}\n"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A small publication without a mistake."""
    return Path(shutil.copytree(BASE, tmp_path / "municipality"))


def checked(root: Path) -> Checked:
    return check(load(root), TODAY)


def ids(found: Checked) -> list[str]:
    return [one.id for one in found.problems]


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def replaced(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def acknowledge(file: Path, id: str) -> None:
    append(
        file,
        f"acknowledged:\n  - problem: {id}\n    reason:\n      lt: Taip turi būti.\n      en: So be it.\n",
    )


def unmeasured(root: Path) -> Path:
    """Takes the measures from a promise: that gives advice."""
    file = root / COMMITMENT
    text = file.read_text(encoding="utf-8")
    start, end = text.index("measures:"), text.index("redress:")
    file.write_text(text[:start] + text[end:], encoding="utf-8")
    return file


def test_a_record_acknowledges_its_own_advice_and_is_not_told_again(sound: Path) -> None:
    file = unmeasured(sound)
    told = [one for one in ids(checked(sound)) if one == "commitment-unmeasured"]
    acknowledge(file, "commitment-unmeasured")
    after = checked(sound)

    assert told == ["commitment-unmeasured"]
    assert "commitment-unmeasured" not in ids(after)
    assert [(one.place.file, one.id) for one in after.acknowledged] == [(COMMITMENT, "commitment-unmeasured")]


def test_a_reason_must_be_given_in_the_languages_of_the_site(sound: Path) -> None:
    append(unmeasured(sound), "acknowledged:\n  - problem: commitment-unmeasured\n")

    assert "field-missing" in ids(checked(sound))


def test_another_record_has_to_acknowledge_for_itself(sound: Path) -> None:
    unmeasured(sound)
    acknowledge(sound / BUDGET, "commitment-unmeasured")
    found = [(one.place.file, one.id) for one in checked(sound).problems]

    assert (COMMITMENT, "commitment-unmeasured") in found
    assert (BUDGET, "acknowledged-needless") in found


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("commitment-unmesured", "acknowledged-unknown"),
        ("target-over-hundred", "acknowledged-grave"),
        ("survey-incomplete", "acknowledged-grave"),
        ("cause-missing", "acknowledged-grave"),
        ("outlier", "acknowledged-elsewhere"),
        ("group-empty", "acknowledged-needless"),
        ("acknowledged-needless", "acknowledged-grave"),
    ],
)
def test_only_advice_about_the_record_can_be_acknowledged(id: str, expected: str, sound: Path) -> None:
    acknowledge(sound / COMMITMENT, id)

    assert ids(checked(sound)) == [expected]


def test_a_misspelt_id_is_told_the_nearest_one(sound: Path) -> None:
    acknowledge(sound / COMMITMENT, "commitment-unmesured")
    found = checked(sound).problems[0]

    assert found.named["nearest"] == "commitment-unmeasured"
    assert found.spot.field_name == "acknowledged[0].problem"


def test_a_line_of_results_confirms_that_it_is_right(sound: Path) -> None:
    (sound / DAYS).write_text(FAR.format(*[""] * 8), encoding="utf-8")
    before = [one for one in checked(sound).problems if one.id == "outlier"]
    (sound / DAYS).write_text(FAR.format(",confirmed", *[","] * 6, ",outlier"), encoding="utf-8")
    after = checked(sound)

    assert [(one.place.file, one.place.line) for one in before] == [(DAYS, 8)]
    assert "outlier" not in ids(after)
    assert [(one.place.file, one.place.line, one.id) for one in after.acknowledged] == [(DAYS, 8, "outlier")]


@pytest.mark.parametrize("cells", [["outlier", *[""] * 6], [*[""] * 6, "digit-slip"]])
def test_another_line_and_another_question_confirm_nothing(cells: list[str], sound: Path) -> None:
    (sound / DAYS).write_text(FAR.format(",confirmed", *(f",{cell}" for cell in cells)), encoding="utf-8")
    found = checked(sound)

    assert "outlier" in ids(found)
    assert found.acknowledged == ()


def test_several_questions_are_confirmed_with_spaces_between(sound: Path) -> None:
    cells = [*[","] * 6, ",outlier figure-repeated"]
    (sound / DAYS).write_text(FAR.format(",confirmed", *cells), encoding="utf-8")

    assert [one.id for one in checked(sound).acknowledged] == ["outlier"]


def test_every_question_says_how_it_is_confirmed_and_errors_say_no_such_thing(sound: Path) -> None:
    (sound / DAYS).write_text(FAR.format(*[""] * 8), encoding="utf-8")
    unmeasured(sound)
    replaced(sound / "charters/citizens/charter.yml", "groups:", "grups:")
    cures = {one.id: report.cure(one, ENGLISH) for one in check(load(sound), TODAY).problems}

    assert cures["outlier"].endswith(
        "If it is right as it stands, write outlier in the column confirmed of this line."
    )
    assert cures["commitment-unmeasured"].endswith(
        "If it should stay as it is, name commitment-unmeasured under acknowledged: in this file, with the reason."
    )
    assert "If it" not in cures["field-unknown"]


def test_more_than_three_indicators_without_a_due_day_are_told_once(sound: Path) -> None:
    days = {"answer-days": 60, "hall-warmth": 30, "inhabitants": 30, "home-care": 30}
    for id, number in list(days.items())[:3]:
        replaced(sound / f"standards/indicators/{id}.yml", f"due_days: {number}\n", "")
    three = ids(checked(sound))
    replaced(sound / "standards/indicators/home-care.yml", "due_days: 30\n", "")
    four = checked(sound).problems

    assert three == ["indicator-never-due"] * 3
    assert [(one.place.file, one.id, one.named["count"]) for one in four] == [
        (METHODOLOGY, "indicators-never-due", "4")
    ]
    assert four[0].named["list"] == "answer-days, hall-warmth, home-care, inhabitants"

    acknowledge(sound / "standards/indicators/home-care.yml", "indicator-never-due")
    assert ids(checked(sound)) == ["indicator-never-due"] * 3

    replaced(sound / "standards/indicators/council-online.yml", "due_days: 30\n", "")
    acknowledge(sound / METHODOLOGY, "indicators-never-due")
    assert checked(sound).problems == ()
    assert len(checked(sound).acknowledged) == 2


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("", Level.ERROR),
        ("unexplained_misses: refuse\n", Level.ERROR),
        ("unexplained_misses: warn\n", Level.WARNING),
        ("unexplained_misses: advise\n", Level.ADVICE),
    ],
)
def test_the_methodology_says_how_grave_an_unexplained_miss_is(line: str, level: Level, sound: Path) -> None:
    replaced(sound / ONLINE, "yes", "no")
    append(sound / METHODOLOGY, line)
    found = checked(sound)

    assert [(one.id, one.level, one.place.file, one.place.line) for one in found.problems] == [
        ("cause-missing", level, ONLINE, 2)
    ]
    assert found.publishable is (level is not Level.ERROR)


def test_without_a_methodology_an_unexplained_miss_is_refused(sound: Path) -> None:
    replaced(sound / ONLINE, "yes", "no")
    (sound / METHODOLOGY).unlink()

    assert [one.level for one in checked(sound).problems if one.id == "cause-missing"] == [Level.ERROR]


@pytest.mark.parametrize("column", ["cause", "action"])
def test_either_a_cause_or_an_action_is_enough(column: str, sound: Path) -> None:
    replaced(sound / ONLINE, "yes", "no")
    for lang in ("en", "lt"):
        file = sound / ONLINE.replace(".csv", f".{lang}.csv")
        file.write_text(f"period,{column}\n2019-01,Words.\n", encoding="utf-8")

    assert checked(sound).problems == ()


def test_a_narrow_miss_and_a_provisional_one_need_no_word(sound: Path) -> None:
    letters = sound / "charters/results/letters-answered-in-time.csv"
    # The target is 90, and up to 2 less is near. Each quarter is judged by itself.
    head = "period,numerator,denominator,state\n"
    replaced(sound / COMMITMENT, "    judged: yearly\n", "")
    states = {}
    for count, state in ((89, ""), (80, ""), (80, "provisional")):
        letters.write_text(f"{head}2019-Q3,{count},100,{state}\n2019-Q4,,,missing\n", encoding="utf-8")
        states[count, state] = ids(check(load(sound), TODAY))

    assert states == {(89, ""): [], (80, ""): ["cause-missing"], (80, "provisional"): []}


def test_a_miss_that_was_corrected_away_is_not_asked_about(sound: Path) -> None:
    (sound / ONLINE).write_text(
        "period,value,state,released,revises\n2019-01,no,provisional,2019-02-01,\n2019-01,yes,,2019-03-01,2019-02-01\n",
        encoding="utf-8",
    )

    assert checked(sound).problems == ()


def test_errors_stand_first_in_the_text_and_the_rest_stays_in_reading_order(sound: Path) -> None:
    unmeasured(sound)
    replaced(sound / ONLINE, "yes", "no")
    append(sound / METHODOLOGY, "unexplained_misses: refuse\n")
    (sound / DAYS).write_text(FAR.format(*[""] * 8), encoding="utf-8")
    found = checked(sound)
    told = report.as_text(found.problems, ENGLISH).splitlines()[::2]

    levels = [line.split(": ")[1] for line in told]
    places = [one.place for one in found.problems]
    assert levels == sorted(levels, key=["error", "warning", "advice"].index)
    assert levels[0] == "error"
    assert "cause-missing" in told[0]
    assert places == sorted(places)
    assert ids(found)[0] == "commitment-unmeasured"


def test_what_is_acknowledged_is_counted_shown_on_demand_and_in_the_json(sound: Path) -> None:
    acknowledge(unmeasured(sound), "commitment-unmeasured")
    found = checked(sound)
    read = json.loads(report.as_json(found.problems, found.files, ENGLISH, found.acknowledged))

    assert report.summary((), 3, ENGLISH, 1) == "3 files were read. No problem was found. Acknowledged: 1."
    assert report.summary((), 3, ENGLISH) == "3 files were read. No problem was found."
    assert report.acknowledged_as_text(found.acknowledged, ENGLISH) == (
        f"{COMMITMENT}:9:3: acknowledged: Nobody can tell whether this promise is kept: it has no measure. "
        "[commitment-unmeasured]\n"
    )
    assert [one["id"] for one in read["acknowledged"]] == ["commitment-unmeasured"]
    assert set(QUESTIONS) <= set(SENTENCES)


PROGRAMME = "charters/quality/programmes/together.yml"
REPLIES = "charters/quality/programmes/together.replies.csv"


def test_a_programme_acknowledges_advice_about_itself(sound: Path) -> None:
    replaced(sound / PROGRAMME, "waves:\n", "overlapping: true\nwaves:\n")
    before = ids(checked(sound))
    acknowledge(sound / PROGRAMME, "waves-apart")
    after = checked(sound)

    assert before == ["waves-apart"]
    assert ids(after) == []
    assert [(one.place.file, one.id) for one in after.acknowledged] == [(PROGRAMME, "waves-apart")]


def test_a_programme_acknowledges_advice_about_its_tables(sound: Path) -> None:
    replaced(sound / REPLIES, "administration,,,,,,,", "administration,,,,second,,,")
    before = checked(sound).problems
    cure = report.cure(before[0], ENGLISH)
    acknowledge(sound / PROGRAMME, "joined-without-answer")
    after = checked(sound)

    assert [(one.place.file, one.id) for one in before] == [(REPLIES, "joined-without-answer")]
    assert cure.endswith(f"name joined-without-answer under acknowledged: in {PROGRAMME}, with the reason.")
    assert ids(after) == []
    assert [(one.place.file, one.id) for one in after.acknowledged] == [(REPLIES, "joined-without-answer")]


def test_a_programme_acknowledges_nothing_that_is_not_there(sound: Path) -> None:
    acknowledge(sound / PROGRAMME, "waves-apart")

    assert ids(checked(sound)) == ["acknowledged-needless"]
