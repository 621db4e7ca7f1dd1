"""`charter release translate`: killed at any moment it leaves the old translations or the new, never a mixture."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from charterkit.commands import charter
from charterkit.data.load import load
from charterkit.data.release_site import releases_of_repository
from conftest import tree
from killing import killed_at
from releasing import approve

RELEASE = "charters/citizens/releases/2025"
CHARTER = "charters/citizens/charter.yml"


def translate(root: Path) -> int:
    fixed = ("--folder", str(root), "--today", "2025-11-21", "--lang", "en")
    return CliRunner().invoke(charter, ["release", "translate", "citizens", "2025", *fixed]).exit_code


def counting(root: Path) -> dict[str, bytes]:
    """The files of the release as everybody reads them."""
    (files,) = releases_of_repository(root)[0]["citizens"]
    return dict(files.files)


@pytest.fixture
def old(town: Path) -> Path:
    """A release with translations some of which have been mended in the working text since."""
    approve(town, "2025", "2025-11-20", "2025-11-20")
    assert translate(town) == 0
    file = town / CHARTER
    text = file.read_text(encoding="utf-8")
    assert "Ügyfélkarta" in text
    assert "Mérjük" in text
    mended = text.replace("Ügyfélkarta", "Ügyfeleink kartája").replace("Mérjük", "Meg is mérjük")
    file.write_text(mended, encoding="utf-8", newline="\n")
    return town


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be killed")
def test_killed_at_any_write_it_leaves_the_old_translations_or_the_new(old: Path, tmp_path: Path) -> None:
    before, folder = counting(old), old / RELEASE
    kept = shutil.copytree(folder, tmp_path / "kept")
    assert translate(old) == 0
    after = counting(old)
    changed = [name for name in after if before.get(name) != after[name]]
    assert len(changed) >= 2, "the words and the log"
    seen: set[bool] = set()
    for step in range(1, 200):
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)
        if not killed_at(step, lambda: translate(old) == 0):
            break
        found = counting(old)
        assert found in (before, after), step
        assert load(old).problems == ()
        seen.add(found == after)
        assert translate(old) == 0
        assert counting(old) == after
        assert {name for name in tree(folder) if name not in after} == set(), "nothing is left lying"
    else:
        pytest.fail("it never came to its end")

    assert seen == {True, False}
    assert counting(old) == after


def test_what_lies_in_the_waiting_folder_can_replace_no_sealed_file(old: Path) -> None:
    before = counting(old)
    waiting = old / RELEASE / ".next"
    waiting.mkdir()
    (waiting / "content.json").write_bytes(b"{}")
    (waiting / "act-1.yml").write_bytes(b"kind: act\n")

    assert counting(old) == before
    assert translate(old) == 0
    assert not waiting.exists()
    for name in ("content.json", "act-1.yml"):
        assert counting(old)[name] == before[name]
