"""`charter release propose`: what it writes, what it refuses, and that nothing half-made is ever left."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from charterkit.commands import charter, release_propose
from charterkit.data.load import load
from conftest import tree
from killing import killed_at

Edit = Callable[[Path, str, str], None]
PROMISE = "charters/citizens/commitments/answer-letters.yml"
CONTENT = "charters/citizens/releases/2025/content.json"
DESK = "sitting/citizens-2025"


def propose(root: Path, *more: str) -> Result:
    asked = ["release", "propose", "citizens", "--folder", str(root), "--date", "2025-11-21", "--lang", "en"]
    return CliRunner().invoke(charter, [*asked, *more])


def approve(root: Path, version: str = "2025") -> Result:
    digest = sha256((root / f"charters/citizens/releases/{version}/content.json").read_bytes()).hexdigest()
    facts = {"--does": "approval", "--by": "council", "--body": "Taryba", "--number": "T-1"}
    days = {"--date": "2025-11-21", "--in-force": "2025-11-21", "--today": "2025-11-21"}
    options = [word for pair in {**facts, **days, "--digest": digest}.items() for word in pair]
    asked = ["release", "enact", "citizens", version, "--folder", str(root), "--lang", "en", "--yes"]
    return CliRunner().invoke(charter, [*asked, *options])


def changed(root: Path) -> None:
    """One target is raised; a reason is still missing."""
    file = root / PROMISE
    text = file.read_text(encoding="utf-8")
    assert "at_least: 95" in text
    file.write_text(text.replace("at_least: 95", "at_least: 97"), encoding="utf-8")


def test_what_is_proposed_lies_on_the_desk_and_in_the_archive(town: Path) -> None:
    done = propose(town)
    assert done.exit_code == 0, done.output
    raw = (town / CONTENT).read_bytes()
    digest = sha256(raw).hexdigest()
    assert done.output.endswith(f"{digest}\n")
    assert (town / DESK / "content.json").read_bytes() == raw
    with ZipFile(town / DESK / "lt/1-decision.docx") as found:
        assert digest in found.read("word/document.xml").decode()
    assert {path.suffix for path in (town / DESK / "lt").iterdir()} == {".pdf", ".docx"}
    assert not (town / DESK / "hu").exists()


def test_proposing_again_gives_the_same_bytes(town: Path) -> None:
    assert propose(town).exit_code == 0
    before = tree(town / DESK)
    assert propose(town).exit_code == 0
    assert tree(town / DESK) == before


def test_before_the_vote_a_proposal_is_replaced_and_afterwards_never(town: Path) -> None:
    assert propose(town, "--version", "first").exit_code == 0
    content = town / "charters/citizens/releases/first/content.json"
    raw = content.read_bytes()
    changed(town)
    assert propose(town).exit_code == 0, "the waiting proposal keeps its name"
    assert content.read_bytes() != raw
    enacted = approve(town, "first")
    assert enacted.exit_code == 0, enacted.output
    sealed = tree(town / "charters/citizens/releases")
    again = propose(town, "--version", "first")
    assert again.exit_code == 1
    assert "has been decided on" in again.output
    nothing = propose(town)
    assert nothing.exit_code == 1
    assert "Nothing has changed" in nothing.output
    assert tree(town / "charters/citizens/releases") == sealed


def test_a_change_of_the_text_in_force_needs_a_reason(town: Path) -> None:
    assert propose(town).exit_code == 0
    assert approve(town).exit_code == 0
    changed(town)
    refused = propose(town, "--version", "2026")
    assert refused.exit_code == 1
    assert not (town / "charters/citizens/releases/2026").exists()
    assert not (town / "sitting/citizens-2026").exists()
    pasted = refused.output[
        refused.output.index("kind: reasons") : refused.output.index("Nothing was proposed.")
    ]
    assert "✎" in pasted
    reasons = town / "charters/citizens/reasons.yml"
    reasons.write_text(pasted.replace("✎", "Žmonės to prašė."), encoding="utf-8")
    done = propose(town, "--version", "2026")
    assert done.exit_code == 0, done.output
    with ZipFile(town / "sitting/citizens-2026/lt/3-changes.docx") as found:
        assert "Žmonės to prašė." in found.read("word/document.xml").decode()


def test_of_an_old_version_only_its_text_is_written_and_it_can_be_entered(town: Path) -> None:
    done = propose(town, "--version", "2014", "--recorded")
    assert done.exit_code == 0, done.output
    desk = town / "sitting/citizens-2014"
    assert {path.name for path in (desk / "lt").iterdir()} == {"charter.pdf", "charter.docx"}
    assert "Compare this text with the old document" not in done.output
    assert "nobody votes on it any more" in done.output
    assert "--does approval --recorded" in done.output
    cover = (desk / "README.txt").read_text(encoding="utf-8")
    assert "content.json" in cover
    assert (desk / "content.json").read_bytes() == (
        town / "charters/citizens/releases/2014/content.json"
    ).read_bytes()
    asked = ["release", "enact", "citizens", "2014", "--folder", str(town), "--lang", "en", "--yes"]
    old = [
        "--does",
        "approval",
        "--recorded",
        "--date",
        "2014",
        "--in-force",
        "2014",
        "--today",
        "2025-11-21",
    ]
    entered = CliRunner().invoke(charter, [*asked, *old])
    assert entered.exit_code == 0, entered.output
    changed(town)
    again = propose(town, "--version", "2019", "--recorded")
    assert again.exit_code == 0, "what an old council was told as a reason nobody has to invent"


def test_a_dry_run_tells_the_changes_and_writes_nothing(town: Path) -> None:
    assert propose(town).exit_code == 0
    assert approve(town).exit_code == 0
    changed(town)
    before = tree(town)
    told = propose(town, "--version", "2026", "--dry-run")
    assert told.exit_code == 1, "a reason is missing"
    assert "Nothing is written." in told.output
    assert "reasons.yml" in told.output
    assert tree(town) == before


@pytest.mark.parametrize("version", ["A", "../x", "con", "a..b", "x" * 41, "2025/1"])
def test_a_version_names_a_folder(town: Path, version: str) -> None:
    assert propose(town, "--version", version).exit_code == 2
    assert not (town / "sitting").exists()


def test_nothing_is_proposed_while_there_are_problems(town: Path, edit: Edit) -> None:
    edit(town / "charters/citizens/charter.yml", "kind: charter", "kind: charter\nnonsense: 1")
    done = propose(town)
    assert done.exit_code == 1
    assert "nonsense" in done.output
    assert not (town / "charters/citizens/releases").exists()


def test_a_folder_of_somebody_else_is_never_touched(town: Path) -> None:
    mine = town / "desk"
    mine.mkdir()
    (mine / "letter.txt").write_text("mine", encoding="utf-8")
    done = propose(town, "--out", str(mine))
    assert done.exit_code == 1
    assert "is no folder of files for a sitting" in done.output
    assert tree(mine) == {"letter.txt": b"mine"}
    assert not (town / "charters/citizens/releases").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="ends a process in the middle of its work")
def test_killed_at_any_write_it_leaves_the_old_state_or_the_new(town: Path) -> None:
    assert propose(town).exit_code == 0
    old = _state(town)
    changed(town)
    write = _ready(town)
    steps, litter = 0, 0
    while killed_at(steps + 1, write):
        found = _state(town)
        for part in (DESK, "charters/citizens/releases"):
            whole = {name: raw for name, raw in found[part].items() if not name.endswith(".tmp")}
            assert whole in (old[part], _NEW.get(part, whole), {}), (steps, part)
        if whole != found["charters/citizens/releases"]:
            litter += 1
            assert load(town).problems == (), "what is left of a file that was being written is no problem"
        if litter == 1:
            assert propose(town).exit_code == 0
            litter += 1
        write()
        new = _state(town)
        assert new != old
        assert _NEW.setdefault(DESK, new[DESK]) == new[DESK]
        assert (
            _NEW.setdefault("charters/citizens/releases", new["charters/citizens/releases"])
            == new["charters/citizens/releases"]
        )
        assert [path.name for path in (town / "sitting").iterdir()] == ["citizens-2025"]
        _put_back(town, old)
        steps += 1
    assert steps > 50
    assert litter > 2


_NEW: dict[str, dict[str, bytes]] = {}


def _ready(root: Path) -> Callable[[], bool]:
    """What the command does once everything is made: it writes."""
    words = release_propose.chosen_words("en")
    case = release_propose._case(root, "citizens", "2025-11-21", words)
    found = release_propose._proposal(case, "")
    files = release_propose._files(case, found, ())

    def write() -> bool:
        release_propose._write(case, found, root / DESK, files)
        return True

    return write


def _state(root: Path) -> dict[str, dict[str, bytes]]:
    parts = (DESK, "charters/citizens/releases")
    return {part: tree(root / part) if (root / part).is_dir() else {} for part in parts}


def _put_back(root: Path, state: dict[str, dict[str, bytes]]) -> None:
    for part, found in state.items():
        shutil.rmtree(root / part, ignore_errors=True)
        for name, raw in found.items():
            path = root / part / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
