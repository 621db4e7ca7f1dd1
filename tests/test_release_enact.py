"""`charter release enact` and `charter verify`: what is entered, what is refused, what a killed process leaves."""

from __future__ import annotations

import json
import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from charterkit.commands import charter, release_enact
from charterkit.data.content import canonical, digest
from charterkit.data.load import load
from charterkit.rules.check import check
from charterkit.rules.releases.chain import newest_seal
from charterkit.rules.releases.sealing import content_file, voted_in, working_records
from killing import killed_at

BASE = Path(__file__).parent / "bad" / "_base"
APPROVERS = "approvers:\n  charter: council\n  methodology: mayor\n"
CHARTER = "charters/citizens/charter.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A publication without a release."""
    folder = tmp_path / "municipality"
    shutil.copytree(BASE, folder, ignore=shutil.ignore_patterns("releases"))
    return folder


def proposed(root: Path, version: str) -> str:
    """Put the working text before the council: the digest of what is written."""
    loaded = load(root)
    publication = loaded.publication
    assert publication is not None
    previous = newest_seal(publication.releases.get("citizens", ()))
    records = working_records(publication, loaded.sources, "citizens")
    raw = content_file("citizens", version, previous, voted_in(publication), records)
    file = root / "charters/citizens/releases" / version / "content.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(raw)
    return digest(raw)


def enact(root: Path, version: str, *options: str, typed: str | None = None) -> Result:
    """Enter an act on 21 November 2019, in English."""
    fixed = ("--folder", str(root), "--today", "2019-11-21", "--lang", "en")
    return CliRunner().invoke(
        charter, ["release", "enact", "citizens", version, *fixed, *options], input=typed
    )


def approve(root: Path, version: str, printed: str, *options: str) -> Result:
    """Enter the council's approval."""
    by = (
        "--does",
        "approval",
        "--by",
        "council",
        "--body",
        "Taryba",
        "--date",
        "2019-06-25",
        "--digest",
        printed,
    )
    return enact(root, version, *by, *options)


def acts(root: Path, version: str) -> list[str]:
    """The files of a release's acts, and nothing else that lies beside them."""
    folder = root / "charters/citizens/releases" / version
    return sorted(one.name for one in folder.iterdir() if one.name != "content.json")


def checked(root: Path) -> str:
    """What `charter verify` says."""
    done = CliRunner().invoke(charter, ["verify", "--folder", str(root), "--lang", "en"])
    return f"{done.exit_code} {done.output}"


def replaces(file: Path, old: str, new: str) -> None:
    """Change a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def test_an_approval_is_written_with_the_digest_and_what_holds_is_said(root: Path) -> None:
    printed = proposed(root, "2019")
    grouped = " ".join(printed[at : at + 8] for at in range(0, 64, 8)).upper()
    done = approve(
        root, "2019", grouped, "--number", "T-214", "--votes", "21/2/1", "--in-force", "2019-07-01"
    )

    assert (done.exit_code, acts(root, "2019")) == (0, ["act-1.yml"])
    assert "In force from: 1 July 2019." in done.output
    raw = (root / "charters/citizens/releases/2019/act-1.yml").read_bytes()
    assert digest(raw) in done.output
    assert raw.decode() == (
        "kind: act\ndoes: approval\nby: council\nbody:\n  lt: >-\n    Taryba\nverb: approve\n"
        'number: "T-214"\ndate: 2019-06-25\nin_force: 2019-07-01\n'
        f'votes:\n  in_favour: 21\n  against: 2\n  abstained: 1\ndigest: "{printed}"\n'
    )
    assert checked(root).startswith("0 Charter citizens: 2 files")


def test_two_approvers_and_an_entry_into_force_make_one_chain(root: Path) -> None:
    replaces(root / CHARTER, "groups:\n", f"{APPROVERS}groups:\n")
    printed = proposed(root, "2019")
    council = approve(root, "2019", printed, "--in-force", "2019-07-01")
    early = enact(root, "2019", "--does", "entry_into_force", "--by", "council", "--date", "2019-06-27")
    mayor = (
        "--does",
        "approval",
        "--by",
        "mayor",
        "--body",
        "Meras",
        "--date",
        "2019-06-26",
        "--digest",
        printed,
    )
    alone = enact(root, "2019", *mayor, "--covers", "charter")
    both = enact(root, "2019", *mayor, "--in-force", "2019-08-01")
    stranger = enact(root, "2019", *mayor[:2], "--by", "director", *mayor[4:])

    assert "Still missing is the approval of: the mayor." in council.output
    assert "This version still needs the approval of: mayor." in early.output
    assert "these parts are decided on by somebody else: charter. Found: mayor." in alone.output
    assert "In force from: 1 August 2019." in both.output
    assert "names others as its approvers: council, mayor. Found: director." in stranger.output
    assert [one.exit_code for one in (council, early, alone, both, stranger)] == [0, 1, 1, 0, 1]
    assert acts(root, "2019") == ["act-1.yml", "act-2.yml"]
    assert checked(root).startswith("0 ")


REFUSED = {
    "another digest": (("--digest", "a" * 64), "The decision prints the checksum aaaa"),
    "a day to come": (("--date", "2019-11-22"), "The act is of 22 November 2019, which is still to come."),
    "no day": (("--date", "2019-02-30"), "--date: error: date: 2019-02-30 is neither"),
    "a day in the gazette": (("--gazette", "Žinios", "--gazette-date", "30.6.2019"), "--gazette-date: error"),
    "in force before it was decided on": (
        ("--in-force", "2018-07-01"),
        "The release would hold from 1 July 2018, before it was decided on: 25 June 2019.",
    ),
    "no votes": (("--votes", "many"), "Write the votes as in 21/2/1"),
    "a correction": (("--does", "correction"), "Nobody has approved this version yet."),
    "a repeal": (("--does", "repeal"), "Nobody has approved this version yet."),
    "no words": (("--body", "lt= "), "lt="),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_fit_is_refused_and_nothing_is_written(case: str, root: Path) -> None:
    options, said = REFUSED[case]
    done = approve(root, "2019", proposed(root, "2019"), *options)

    assert done.exit_code in (1, 2)
    assert said in done.output
    assert acts(root, "2019") == []


def test_a_tree_that_is_not_what_was_proposed_is_refused_but_not_for_old_charters(root: Path) -> None:
    printed = proposed(root, "2019")
    replaces(root / CHARTER, "Bendrieji įsipareigojimai", "Bendrieji pažadai")
    now = approve(root, "2019", printed)
    old = approve(root, "2019", printed, "--recorded")

    assert now.exit_code == 1
    assert "no longer hold the text that was put to the vote: charters/citizens/charter.yml." in now.output
    assert old.exit_code == 0


def test_problems_and_a_broken_chain_are_refused(root: Path) -> None:
    approve(root, "2019", proposed(root, "2019"), "--in-force", "2019-07-01")
    enact(
        root,
        "2019",
        "--does",
        "repeal",
        "--by",
        "council",
        "--date",
        "2019-10-01",
        "--in-force",
        "2019-12-31",
    )
    replaces(root / "charters/citizens/releases/2019/act-1.yml", "Taryba", "Valdyba")
    broken = enact(root, "2019", "--does", "repeal", "--by", "council", "--date", "2019-10-02")

    assert broken.exit_code == 1
    assert "[release-chain]" in broken.output
    assert acts(root, "2019") == ["act-1.yml", "act-2.yml"]
    assert checked(root).startswith("1 ")
    assert "charters/citizens/releases/2019/act-1.yml" in checked(root)


def test_states_follow_the_acts(root: Path) -> None:
    printed = proposed(root, "2019")
    assert (
        enact(
            root, "2019", "--does", "rejection", "--by", "council", "--body", "Taryba", "--date", "2019-06-01"
        ).exit_code
        == 0
    )
    ended = approve(root, "2019", printed)
    again = approve(root, "2019-2", proposed(root, "2019-2"), "--in-force", "2019-07-01")
    twice = approve(root, "2019-2", printed, "--date", "2019-06-26")
    late = enact(root, "2019-2", "--does", "withdrawal", "--by", "council", "--date", "2019-08-01")
    over = enact(
        root,
        "2019-2",
        "--does",
        "repeal",
        "--by",
        "council",
        "--date",
        "2019-09-01",
        "--in-force",
        "2019-10-01",
    )

    assert "was rejected or withdrawn" in ended.output
    assert again.exit_code == 0
    assert "was entered before: council" in twice.output
    assert "can be repealed or replaced" in late.output
    assert "In force: 1 July – 30 September 2019." in over.output
    assert checked(root).startswith("0 ")


def test_a_slip_is_corrected_and_citizens_read_it(root: Path) -> None:
    approve(root, "2019", proposed(root, "2019"), "--in-force", "2019-07-01")
    slip = (
        "--does",
        "correction",
        "--by",
        "council",
        "--date",
        "2019-07-05",
        "--correct",
        "charter/citizens",
    )
    wrong = enact(root, "2019", *slip, "title/lt", "Piliečių Chartija", "x")
    right = enact(root, "2019", *slip, "title/lt", "Piliečių chartija", "Piliečių ir gyventojų chartija")

    assert "[release-correction-words]" in wrong.output
    assert right.exit_code == 0
    assert "Correct the same words in the working text as well" in right.output
    assert checked(root).startswith("0 ")
    read = check(load(root), date(2019, 11, 21)).publication
    assert read is not None
    assert read.charters["citizens"].title["lt"] == "Piliečių ir gyventojų chartija"
    assert load(root).publication.charters["citizens"].title["lt"] == "Piliečių chartija"  # type: ignore[union-attr]


def test_an_act_may_be_written_in_peace_in_a_file(root: Path, tmp_path: Path) -> None:
    printed = proposed(root, "2019")
    draft = tmp_path / "act.yml"
    draft.write_text(
        "does: approval\nby: council\nbody: {lt: Taryba, en: Council}\ndate: 2019-06-25\nlegal_basis:\n  - title:\n"
        "      lt: Vietos savivaldos įstatymas\n    article: '15'\nnumber: T-1\n",
        encoding="utf-8",
    )
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(draft.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    refused = enact(root, "2019", "--from", str(wrong), "--digest", printed)
    done = enact(root, "2019", "--from", str(draft), "--digest", printed, "--number", "T-214")

    assert (refused.exit_code, done.exit_code) == (1, 0)
    assert f"{wrong}:10:1: error" in refused.output
    raw = (root / "charters/citizens/releases/2019/act-1.yml").read_text(encoding="utf-8")
    assert 'number: "T-214"' in raw
    assert "legal_basis:\n  - title:\n      lt: >-\n        Vietos savivaldos įstatymas\n" in raw


def test_a_body_of_the_same_name_keeps_the_translations_of_its_name(root: Path) -> None:
    named = ("--body", "en=Council", "--in-force", "2019-07-01")
    assert approve(root, "2019", proposed(root, "2019"), *named, "--body", "lt=Taryba").exit_code == 0
    ended = ("--does", "repeal", "--by", "council", "--body", "Taryba", "--date", "2019-11-20")
    done = enact(root, "2019", *ended)

    assert done.exit_code == 0, done.output
    raw = (root / "charters/citizens/releases/2019/act-2.yml").read_text(encoding="utf-8")
    assert "en: >-\n    Council\n" in raw


def test_an_old_act_says_no_more_than_its_sources(root: Path) -> None:
    proposed(root, "2014")
    by_year = ("--does", "approval", "--date", "2014", "--in-force", "2014-10")
    refused = enact(root, "2014", *by_year, "--by", "council", "--body", "Taryba", "--digest", "0" * 64)
    to_come = enact(root, "2014", "--does", "approval", "--date", "2030", "--recorded")
    done = enact(root, "2014", *by_year, "--recorded")

    assert refused.output.count("act-day-vague") == 2
    assert "which is still to come" in to_come.output
    assert done.exit_code == 0, done.output
    assert "In force from: October 2014 (day not known)." in done.output
    raw = (root / "charters/citizens/releases/2014/act-1.yml").read_text(encoding="utf-8")
    assert raw.startswith('kind: act\ndoes: approval\ndate: "2014"\nin_force: "2014-10"\nrecorded: true\n')
    assert checked(root).startswith("0 ")


def test_what_is_missing_is_asked_for_where_somebody_is_there(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = proposed(root, "2019")
    alone = enact(root, "2019", "--does", "approval")
    monkeypatch.setattr(release_enact, "somebody_is_there", lambda: True)
    answers = [
        "approval",
        "nobody",
        "council",
        "Taryba",
        "2019-06-25",
        "T-214",
        "Giriai",
        "2019-07-01",
        printed,
    ]
    done = enact(root, "2019", typed="\n".join([*answers, ""]))

    assert alone.exit_code == 2
    assert "--by is needed here" in alone.output
    assert "There is no nobody here. Possible values: council" in done.output
    assert done.exit_code == 0
    raw = (root / "charters/citizens/releases/2019/act-1.yml").read_text(encoding="utf-8")
    assert 'number: "T-214"\ndate: 2019-06-25\nplace:\n  lt: >-\n    Giriai\nin_force: 2019-07-01\n' in raw


def test_unknown_charters_and_releases_are_named(root: Path) -> None:
    nothing = enact(root, "2019")
    proposed(root, "2019")
    other = enact(root, "2018")

    assert "Begin with charter release propose citizens." in nothing.output
    assert "Version 2018 of citizens was never proposed. Versions that are here: 2019." in other.output
    assert "charter release propose citizens --version 2018" in other.output


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be killed")
def test_a_process_killed_at_any_step_leaves_nothing_new_or_a_whole_file(root: Path) -> None:
    printed = proposed(root, "2019")
    folder = root / "charters/citizens/releases/2019"
    file, found = folder / "act-1.yml", []
    for step in range(1, 20):
        if killed_at(step, lambda: approve(root, "2019", printed).exit_code == 0):
            found.append([one for one in acts(root, "2019") if not one.startswith(".")])
            whole = not file.exists() or file.read_bytes().endswith(f'digest: "{printed}"\n'.encode())
            assert whole
            assert load(root).problems == ()
            for left in folder.glob("*.yml"):
                left.unlink()
            continue
        break

    assert file.exists()
    assert len(found) >= 4
    assert found[0] == []


def test_a_translation_is_mended_and_added_without_touching_digest_or_acts(root: Path) -> None:
    approve(root, "2019", proposed(root, "2019"), "--in-force", "2019-07-01")
    folder = root / "charters/citizens/releases/2019"
    sealed = {name: (folder / name).read_bytes() for name in ("content.json", "act-1.yml")}
    fixed = ("--folder", str(root), "--today", "2019-11-21", "--lang", "en")
    command = ["release", "translate", "citizens", "2019", *fixed]
    first = CliRunner().invoke(charter, command)
    replaces(root / CHARTER, "en: Citizen charter", "en: Citizens’ charter")
    mended = CliRunner().invoke(charter, command)
    # What the working text says otherwise by now keeps the translation that it had.
    replaces(root / CHARTER, "lt: Bendrieji įsipareigojimai", "lt: Bendrieji pažadai")
    replaces(root / CHARTER, "en: General promises", "en: Pledges of all")
    kept = CliRunner().invoke(charter, command)
    unknown = CliRunner().invoke(charter, [*command, "--language", "lt"])

    assert first.exit_code == 0
    assert "English: 1 text was added or mended." in mended.output
    assert "English: 0 texts were added or mended." in kept.output
    assert "There is no lt here. Possible values: en." in unknown.output
    texts = json.loads((folder / "texts.en.json").read_text(encoding="utf-8"))["texts"]["charter/citizens"]
    assert texts["title"] == {"of": digest("Piliečių chartija".encode()), "text": "Citizens’ charter"}
    assert texts["groups/0/title"]["text"] == "General promises"
    assert (
        (folder / "texts.en.log.yml")
        .read_text(encoding="utf-8")
        .endswith(
            '- date: 2019-11-21\n  subject: "charter/citizens"\n  field: "title"\n  before: >-\n    Citizen charter\n'
            "  after: >-\n    Citizens’ charter\n"
        )
    )
    assert {name: (folder / name).read_bytes() for name in sealed} == sealed
    assert checked(root).startswith("0 Charter citizens: 4 files")


@pytest.mark.parametrize("lost", ["title", "groups", "complaints"])
def test_a_release_that_was_tampered_with_is_named_and_nothing_is_read_from_it(lost: str, root: Path) -> None:
    approve(root, "2019", proposed(root, "2019"), "--in-force", "2019-07-01")
    file = root / "charters/citizens/releases/2019/content.json"
    content = json.loads(file.read_text(encoding="utf-8"))
    content["records"]["charter/citizens"]["content"][lost] = "x"
    for one in content["records"].values():
        one["sha256"] = digest(canonical(one["content"]))
    file.write_bytes(canonical(content))
    found = check(load(root), date(2019, 11, 21))

    assert [(one.id, one.place.file) for one in found.problems] == [
        ("release-digest", "charters/citizens/releases/2019/content.json")
    ]
    assert not found.publishable
