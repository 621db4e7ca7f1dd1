"""The pages of the handbook that are made from the code say what the code says."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from charterkit.commands import charter
from charterkit.problems import SENTENCES

ROOT = Path(__file__).resolve().parents[1]


def load_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("handbook", ROOT / "tools" / "handbook.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = load_tool()


def headings(page: str, level: int) -> list[str]:
    """The headings of one level in a page of the handbook as it stands in the tree."""
    mark = "#" * level + " "
    lines = (tool.FOLDER / page).read_text(encoding="utf-8").split("\n")
    return [line.removeprefix(mark) for line in lines if line.startswith(mark)]


def test_no_page_of_the_handbook_is_behind_the_code() -> None:
    assert tool.outdated() == []


def test_every_command_has_a_heading() -> None:
    assert headings("commands.md", 2) == [f"charter {name}" for name in sorted(charter.commands)]


def test_every_message_has_a_heading() -> None:
    assert sorted(headings("messages.md", 3)) == sorted(f"`{id}`" for id in SENTENCES)


def test_a_page_that_was_changed_by_hand_is_found_and_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tool, "FOLDER", tmp_path)
    monkeypatch.setattr(sys, "argv", ["handbook.py"])
    tool.main()
    with (tmp_path / "messages.md").open("a", encoding="utf-8") as page:
        page.write("By hand.\n")
    changed = tool.outdated()
    tool.main()

    assert changed == ["messages.md"]
    assert tool.outdated() == []
