"""What citizens read is the release in force, with today's facts around it; nothing that was not approved."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from charterkit.data.load import load
from charterkit.model.requirement import Limit, Operator
from charterkit.rules.check import Checked, check
from charterkit.rules.releases.proposing import proposal
from charterkit.rules.status import Status
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


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def read(root: Path, today: date = TODAY, *, draft: bool = False) -> Checked:
    checked = check(load(root), today, draft=draft)
    assert checked.publication is not None
    return checked


def test_a_new_wording_waits_for_the_vote(town: Path) -> None:
    edit(
        town, LETTERS, "Atsakymą į laišką gausite per 20 darbo dienų.", "Atsakymą gausite per 10 darbo dienų."
    )
    checked = read(town)

    assert checked.publication is not None
    assert checked.working is not None
    assert checked.publication.commitments[PROMISE].promise["lt"].endswith("per 20 darbo dienų.")
    assert checked.working.commitments[PROMISE].promise["lt"].endswith("per 10 darbo dienų.")
    drafted = read(town, draft=True).publication
    assert drafted is not None
    assert drafted.commitments[PROMISE].promise["lt"].endswith("per 10 darbo dienų.")


def test_a_translation_is_shown_as_long_as_it_translates_the_sealed_words(town: Path) -> None:
    edit(
        town,
        LETTERS,
        "You get our answer to a letter within 20 working days.",
        "We answer within 20 working days.",
    )
    mended = read(town).publication
    edit(
        town, LETTERS, "Atsakymą į laišką gausite per 20 darbo dienų.", "Atsakymą gausite per 10 darbo dienų."
    )
    reworded = read(town).publication

    assert mended is not None
    assert reworded is not None
    assert mended.commitments[PROMISE].promise["en"] == "We answer within 20 working days."
    assert "en" not in reworded.commitments[PROMISE].promise, "it may translate the new words"


def test_a_new_promise_is_not_read_before_it_is_approved(town: Path) -> None:
    text = (town / LETTERS).read_text(encoding="utf-8")
    new = text.replace("id: answer-letters", "id: call-back").replace('number: "1.1"', 'number: "1.9"')
    (town / "charters/citizens/commitments/call-back.yml").write_text(new, encoding="utf-8")
    checked = read(town)

    assert checked.publication is not None
    assert "citizens/call-back" not in checked.publication.commitments
    assert checked.standing is not None
    assert "citizens/call-back" not in checked.standing.promises
    approve(town, "2020", "2019-10-01", "2019-11-01")
    assert "citizens/call-back" in (read(town).publication or checked.publication).commitments


@pytest.mark.parametrize(
    ("today", "wording"), [(date(2019, 11, 20), "per 20"), (date(2019, 11, 21), "per 10"), (TODAY, "per 10")]
)
def test_approved_is_not_in_force(town: Path, today: date, wording: str) -> None:
    edit(
        town, LETTERS, "Atsakymą į laišką gausite per 20 darbo dienų.", "Atsakymą gausite per 10 darbo dienų."
    )
    approve(town, "2020", "2019-10-01", "2019-11-21")
    publication = read(town, today).publication

    assert publication is not None
    assert wording in publication.commitments[PROMISE].promise["lt"]


def test_a_proposal_changes_nothing_that_is_read(town: Path) -> None:
    edit(
        town, LETTERS, "Atsakymą į laišką gausite per 20 darbo dienų.", "Atsakymą gausite per 10 darbo dienų."
    )
    before = read(town).publication
    propose(town, "2020")
    after = read(town).publication

    assert before is not None
    assert after is not None
    assert after.commitments == before.commitments


def test_informative_facts_are_todays(town: Path) -> None:
    file = "standards/indicators/letters-answered-in-time.yml"
    edit(town, file, "owner:", "rationale: {lt: Šiandien parašyta., en: Written today.}\nowner:")
    publication = read(town).publication

    assert publication is not None
    assert publication.indicators["letters-answered-in-time"].rationale["lt"] == "Šiandien parašyta."


def test_a_figure_is_judged_by_the_target_that_was_sealed(town: Path) -> None:
    """The figure of 2019 is 17 days: kept by the sealed 20, whatever the file says now."""
    edit(town, LETTERS, "at_most: 20", "at_most: 10")
    after = date(2020, 6, 1)
    checked = read(town, after)
    assert checked.standing is not None
    measure = checked.standing.promises[PROMISE].measures[1]

    assert measure.outcomes[0].status is Status.MET
    assert measure.outcomes[0].release == "2019"
    assert measure.outcomes[0].verdict.target is not None
    assert measure.outcomes[0].verdict.target.requirement == Limit(Operator.AT_MOST, 20)
    # And the file that would rewrite it is refused, at its line.
    assert [(one.id, one.place.line) for one in checked.problems if one.id == "sealed-target"] == [
        ("sealed-target", 32)
    ]


def test_a_target_in_words_may_be_translated_anew(town: Path) -> None:
    words = "words:\n          lt: >-\n            Kuo greičiau.\n          en: >-\n            As soon as we can."
    edit(town, LETTERS, "at_most: 20", words)
    approve(town, "2019-2", "2019-09-20", "2019-10-01")
    edit(town, LETTERS, "As soon as we can.", "Without delay.")

    assert not [one for one in read(town, date(2021, 6, 1)).problems if one.id == "sealed-target"]
    edit(town, LETTERS, "Kuo greičiau.", "Kada nors.")
    assert [one for one in read(town, date(2021, 6, 1)).problems if one.id == "sealed-target"]


def test_a_later_release_judges_only_what_ends_under_it(town: Path) -> None:
    edit(town, LETTERS, "at_most: 20", "at_most: 20\n      - from: 2020-01-01\n        at_most: 10")
    approve(town, "2020", "2019-12-20", "2020-01-01")
    with (town / "charters/results/answer-days.csv").open("a", encoding="utf-8") as file:
        file.write("2020,17\n")
    checked = read(town, date(2021, 6, 1))
    assert checked.standing is not None
    outcomes = checked.standing.promises[PROMISE].measures[1].outcomes

    assert [(one.period.label, one.release, one.status) for one in outcomes][:2] == [
        ("2019", "2019", Status.MET),
        ("2020", "2020", Status.NOT_MET),
    ]
    assert not [one for one in checked.problems if one.id == "sealed-target"]


def test_what_was_measured_before_the_first_release_is_judged_by_it_and_not_sealed(town: Path) -> None:
    path = town / "charters/results/answer-days.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("2019,17", "2018,17\n2019,17"), encoding="utf-8")
    checked = read(town, date(2020, 6, 1))
    assert checked.standing is not None
    outcomes = checked.standing.promises[PROMISE].measures[1].outcomes

    assert outcomes[0].period.label == "2018"
    assert outcomes[0].release == ""


def test_a_record_that_was_approved_is_never_deleted(town: Path) -> None:
    (town / "charters/citizens/commitments/publish-budget.yml").unlink()
    checked = read(town)

    assert [(one.id, one.place.file) for one in checked.problems if one.id == "sealed-dropped"] == [
        ("sealed-dropped", "charters/citizens/commitments/publish-budget.yml")
    ]
    # And citizens still read it.
    assert checked.publication is not None
    assert "citizens/publish-budget" in checked.publication.commitments


def test_a_promise_that_has_ended_stays_and_says_so(town: Path) -> None:
    file = "charters/citizens/commitments/publish-budget.yml"
    edit(town, file, "group:", "ended: {from: 2019-10-01, reason: {lt: Nebe., en: No more.}}\ngroup:")
    approve(town, "2019-2", "2019-09-20", "2019-10-01")
    checked = read(town)

    assert not [one for one in checked.problems if one.id.startswith("sealed-")]
    assert checked.standing is not None
    assert checked.standing.promises["citizens/publish-budget"].has_ended(TODAY)


def test_a_rejected_release_leaves_the_old_text(town: Path) -> None:
    edit(
        town, LETTERS, "Atsakymą į laišką gausite per 20 darbo dienų.", "Atsakymą gausite per 10 darbo dienų."
    )
    act(propose(town, "2020"), "2019-10-01", does="rejection")
    publication = read(town).publication

    assert publication is not None
    assert "per 20" in publication.commitments[PROMISE].promise["lt"]


def test_a_slip_that_was_corrected_is_no_change(town: Path) -> None:
    """The corrected words are read, and a working text that has them too changes nothing."""
    old, new = (
        "Atsakymą į laišką gausite per 20 darbo dienų.",
        "Atsakymą į laišką gausite per 20 darbo dienų!",
    )
    correction = [
        "corrections:",
        "  - subject: commitment/citizens/answer-letters",
        "    field: promise/lt",
        f"    before: >-\n      {old}",
        f"    after: >-\n      {new}",
    ]
    folder = town / "charters/citizens/releases/2019"
    act(folder, "2019-08-01", does="correction", more=correction)
    edit(town, LETTERS, old, new)
    loaded = load(town)
    assert loaded.publication is not None

    publication = read(town).publication
    assert publication is not None
    assert publication.commitments[PROMISE].promise["lt"] == new
    assert proposal(loaded.publication, loaded.sources, "citizens", "2020", TODAY).changes_nothing


def test_a_charter_without_a_release_shows_its_working_text(tmp_path: Path) -> None:
    root = shutil.copytree(BASE, tmp_path / "town")
    checked = read(root)

    assert checked.publication is checked.working
