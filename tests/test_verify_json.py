"""What `charter verify` tells programs: the facts of its sentences, under names that stay."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from charterkit.commands import charter
from charterkit.data.content import digest
from releasing import act, propose


def printed(root: Path, *more: str) -> tuple[int, dict[str, Any]]:
    """What `charter verify --format json` prints, with its exit code."""
    asked = ["verify", "--folder", str(root), "--lang", "en", "--format", "json", *more]
    done = CliRunner().invoke(charter, asked)
    return done.exit_code, json.loads(done.stdout)


def test_programs_are_told_the_same_under_names_that_do_not_change(town: Path) -> None:
    folder = town / "charters/citizens/releases/2025"
    assert printed(town) == (2, {"format": "charterkit-verify/1", "lang": "en", "charters": []})
    act(propose(town, "2025"), "2025-11-20", "2026-01-01")
    code, whole = printed(town)
    (one,) = whole["charters"]
    raw = (folder / "content.json").read_bytes()
    (folder / "content.json").write_bytes(raw.replace(b'"version":"2025"', b'"version":"2026"'))
    changed, told = printed(town)
    (other,) = told["charters"]

    assert (code, changed) == (0, 1)
    assert one == {
        "charter": "citizens",
        "result": "whole",
        "files": 2,
        "releases": [
            {
                "version": "2025",
                "digest": digest(raw),
                "acts": [
                    {
                        "file": "charters/citizens/releases/2025/act-1.yml",
                        "seal": digest((folder / "act-1.yml").read_bytes()),
                        "previous": None,
                    }
                ],
            }
        ],
        "last_whole": "2025",
        "newest_act": "charters/citizens/releases/2025/act-1.yml",
        "unguarded": True,
        "problems": [],
        "unlike": [],
        "signatures": None,
    }
    assert (other["result"], other["last_whole"]) == ("differs", None)
    assert [found["id"] for found in other["problems"]] == ["release-elsewhere", "release-digest"]
    assert all(set(found) == {"file", "id", "message", "details"} for found in other["problems"])
    assert set(other) == set(one)


def test_the_handbook_shows_every_name_that_programs_are_told(town: Path, repository: Path) -> None:
    page = (repository / "docs/handbook/verify.md").read_text(encoding="utf-8")
    shown = json.loads(page.split("```json\n")[1].split("```")[0])
    act(propose(town, "2025"), "2025-11-20", "2026-01-01")
    _, whole = printed(town)

    assert list(shown) == list(whole)
    assert list(shown["charters"][0]) == list(whole["charters"][0])
    assert list(shown["charters"][0]["releases"][0]) == list(whole["charters"][0]["releases"][0])
