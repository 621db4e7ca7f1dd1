"""What a working text may not do to what was approved, and that nobody is stopped who does nothing of it."""

from __future__ import annotations

import re
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from charterkit.data.load import load
from charterkit.model.requirement import Limit, Operator
from charterkit.rules.check import Checked, check
from charterkit.rules.releases.proposing import proposal
from releasing import act, approve, propose

BASE = Path(__file__).parent / "bad" / "_base"
TODAY = date(2019, 11, 21)
LETTERS = "charters/citizens/commitments/answer-letters.yml"
PROMISE = "citizens/answer-letters"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A small municipality whose charter was approved on 25 June 2019 and holds from 1 July."""
    root = shutil.copytree(BASE, tmp_path / "town")
    approve(root, "2019", "2019-06-25", "2019-07-01")
    return root


def change(root: Path, old: str, new: str) -> None:
    """Put other words into the file of the promise about letters."""
    text = (root / LETTERS).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / LETTERS).write_text(text.replace(old, new), encoding="utf-8")


def read(root: Path, today: date = TODAY) -> Checked:
    return check(load(root), today)


def told_of(checked: Checked) -> list[str]:
    """What the guards say of a working text."""
    return [one.id for one in checked.problems if one.id in ("sealed-target", "target-too-early")]


def test_a_new_target_whose_day_passed_before_the_vote_is_no_rewriting(town: Path) -> None:
    """What was written in time stays publishable while time passes; it counts from the day of the new version."""
    change(town, "at_most: 20", "at_most: 20\n      - from: 2020-01-01\n        at_most: 10")
    assert told_of(read(town, date(2020, 6, 1))) == []
    late = read(town, date(2021, 1, 5))

    assert late.publishable
    assert told_of(late) == ["target-too-early"]
    (advice,) = (one for one in late.problems if one.id == "target-too-early")
    assert (advice.place.line, advice.named["day"]) == (34, "2021-01-01")
    assert late.standing is not None
    year = late.standing.promises[PROMISE].measures[1].outcomes[1]
    assert (year.period.label, year.release) == ("2020", "2019")
    assert year.verdict.target is not None
    assert year.verdict.target.requirement == Limit(Operator.AT_MOST, Decimal(20))


def test_the_cure_of_a_target_that_begins_too_early_can_be_followed(town: Path) -> None:
    change(town, "at_most: 20", "at_most: 20\n      - from: 2021-01-01\n        at_most: 10")

    assert told_of(read(town, date(2021, 1, 5))) == []


def test_a_target_that_is_put_to_the_vote_may_wait_for_it(town: Path) -> None:
    """A target to come was changed in time and proposed; its day passes, and only then the council decides."""
    change(town, "at_most: 20", "at_most: 20\n      - from: 2020-01-01\n        at_most: 15")
    approve(town, "2019-2", "2019-09-20", "2019-10-01")
    change(town, "at_most: 15", "at_most: 10")
    late = date(2021, 1, 5)
    assert told_of(read(town, late)) == ["sealed-target"]
    folder = propose(town, "2020")
    assert told_of(read(town, late)) == []
    act(folder, "2021-01-04", "2021-02-01")
    assert told_of(read(town, late)) == [], "and what was approved is no rewriting for ever after"


def test_a_rejected_text_excuses_nothing(town: Path) -> None:
    change(town, "at_most: 20", "at_most: 10")
    act(propose(town, "2020"), "2019-10-01", does="rejection")

    assert told_of(read(town, date(2020, 6, 1))) == ["sealed-target"]


@pytest.mark.parametrize(
    "other",
    ["at_most: 20\n        until: 2019-12-30", "less_than: 20", "at_most: 20\n        per: week"],
    ids=["ends sooner", "another operator", "another time"],
)
def test_an_approved_target_of_a_period_that_is_over_is_not_touched(town: Path, other: str) -> None:
    """Also one of which no figure was reported yet."""
    (town / "charters/results/answer-days.csv").write_text("period,value\n", encoding="utf-8")
    change(town, "at_most: 20", other)

    assert "sealed-target" in told_of(read(town, date(2020, 6, 1)))


def test_an_approved_target_is_not_taken_out(town: Path) -> None:
    text = (town / LETTERS).read_text(encoding="utf-8")
    start, end = text.index("  - indicator: answer-days"), text.index("  - indicator: staff-courtesy")
    (town / LETTERS).write_text(text[:start] + text[end:], encoding="utf-8")

    assert told_of(read(town, date(2020, 6, 1))) == ["sealed-target"]


@pytest.mark.parametrize("renamed", [True, False])
@pytest.mark.parametrize(
    "file",
    [
        "charters/citizens/commitments/publish-budget.yml",
        "standards/quality/written-requests.yml",
        "standards/indicators/answer-days.yml",
    ],
)
def test_a_record_that_was_approved_keeps_its_file_and_its_id(town: Path, file: str, renamed: bool) -> None:
    """Renamed or gone, with everything that named it: neither `ended` nor `lineage` says what became of it."""
    id = Path(file).stem
    text = (town / file).read_text(encoding="utf-8")
    (town / file).unlink()
    if renamed:
        (town / file).with_name(f"{id}-anew.yml").write_text(
            text.replace(f"id: {id}", f"id: {id}-anew"), encoding="utf-8"
        )
        for other in [*town.glob("charters/**/*.yml"), *town.glob("standards/**/*.yml")]:
            words = other.read_text(encoding="utf-8")
            if "releases" not in other.parts:
                other.write_text(re.sub(rf"(?<![\w-]){id}(?![\w-])", f"{id}-anew", words), encoding="utf-8")
    checked = check(load(town), TODAY)

    dropped = [one for one in checked.problems if one.id == "sealed-dropped"]
    assert not checked.publishable
    if renamed or "commitments" in file:
        assert (file, id) in [(one.place.file, str(one.named["found"]).rpartition("/")[2]) for one in dropped]


def test_every_informative_field_may_be_changed_at_any_time(town: Path) -> None:
    """Changed after the approval, they are no problem, change nothing that was decided, and need no vote."""
    for file, old, new in (
        (LETTERS, "measures:", "explanation: {lt: Daugiau., en: More.}\nmeasures:"),
        (
            "standards/indicators/answer-days.yml",
            "owner:",
            "rationale: {lt: Nauja., en: New.}\nowner:",
        ),
        ("charters/citizens/charter.yml", "title:", "sources: [{title: {lt: Šaltinis, en: Source}}]\ntitle:"),
    ):
        text = (town / file).read_text(encoding="utf-8")
        assert text.count(f"\n{old}") == 1, file
        (town / file).write_text(text.replace(f"\n{old}", f"\n{new}"), encoding="utf-8")
    loaded = load(town)
    assert loaded.publication is not None, loaded.problems

    assert not [one for one in check(loaded, TODAY).problems if one.id.startswith("sealed-")]
    assert proposal(loaded.publication, loaded.sources, "citizens", "2020", TODAY).changes_nothing
