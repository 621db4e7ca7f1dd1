"""The handbook's page for the council secretary, word for word: its commands are run as they are printed."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from charterkit.commands import charter
from conftest import REPOSITORY

PAGES = REPOSITORY / "docs/handbook/staff"
LANGUAGES = ("en", "lt", "sl", "bg", "hu")
BLOCK = re.compile(r"^```(console|yaml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def page(lang: str) -> str:
    return (PAGES / f"approval.{lang}.md").read_text(encoding="utf-8")


def blocks(lang: str, kind: str) -> list[str]:
    return [body for found, body in BLOCK.findall(page(lang)) if found == kind]


def commands(lang: str) -> list[str]:
    return [line.removeprefix("$ ") for body in blocks(lang, "console") for line in body.splitlines()]


def in_tables(lang: str) -> list[str]:
    return re.findall(r"\| `(charter release enact [^`]*)` \|", page(lang))


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_every_language_has_the_same_commands_and_files(lang: str) -> None:
    assert blocks(lang, "console") == blocks("en", "console")
    assert blocks(lang, "yaml") == blocks("en", "yaml")
    assert in_tables(lang) == in_tables("en")


def test_a_year_can_be_played_through_word_for_word(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(town)
    reasons, consultation = blocks("en", "yaml")
    Path("charters/citizens/reasons.yml").write_text(reasons, encoding="utf-8")
    Path("charters/citizens/consultation.yml").write_text(consultation, encoding="utf-8")
    content = Path("charters/citizens/releases/2026/content.json")
    ran = []
    for command in commands("en"):
        name, *words = shlex.split(command)
        if name == "sha256sum":
            assert words == [content.as_posix()]
            if shutil.which("sha256sum"):
                done = subprocess.run([name, *words], capture_output=True, check=True, text=True)
                assert done.stdout.startswith(sha256(content.read_bytes()).hexdigest())
        elif words != ["build"]:
            run(words, content)
        ran.append(" ".join([name, *words[:2]]))
    assert ran == [
        "charter check",
        "charter release propose",
        "charter release propose",
        "charter release propose",
        "charter release enact",
        "charter release translate",
        "charter build",
        "charter verify",
        "sha256sum charters/citizens/releases/2026/content.json",
    ]
    names = [path.name for path in sorted(content.parent.iterdir())]
    assert names == ["act-1.yml", "content.json", "texts.hu.json", "texts.hu.log.yml"]


def run(words: list[str], content: Path) -> None:
    digest = sha256(content.read_bytes()).hexdigest() if content.is_file() else ""
    done = CliRunner().invoke(charter, [digest if word == "CHECKSUM" else word for word in words])
    assert done.exit_code == 0, (words, done.output)


@pytest.mark.parametrize("number", [1, 2])
def test_a_proposal_can_be_refused_or_taken_back(
    number: int, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(town)
    content = Path("charters/citizens/releases/2026/content.json")
    run(shlex.split("release propose citizens --version 2026"), content)
    words = shlex.split(in_tables("en")[number])[1:]
    assert words[5] in ("rejection", "withdrawal")
    run([*words, "--body", "Taryba"], content)
    assert (content.parent / "act-1.yml").is_file()
