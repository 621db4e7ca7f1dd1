"""The README says what is so: its commands exist, its links lead somewhere, its message is the one that is printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from charterkit import commands
from test_commands import charter

Edit = Callable[[Path, str, str], None]


@pytest.fixture(scope="module")
def readme(repository: Path) -> str:
    return (repository / "README.md").read_text(encoding="utf-8")


def test_it_opens_with_the_two_commands(readme: str) -> None:
    first = re.search(r"```console\n(.*?)```", readme, re.DOTALL)

    assert first is not None
    assert re.findall(r"\$ (make \w+)", first.group(1)) == ["make site", "make test"]


def test_every_make_target_that_it_names_exists(readme: str, repository: Path) -> None:
    targets = re.findall(r"^(\w+):", (repository / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert set(re.findall(r"\bmake (\w+)", readme)) - {"sure"} <= set(targets)


def test_every_example_that_it_names_exists(readme: str, repository: Path) -> None:
    for name in re.findall(r"EXAMPLE=([\w-]+)", readme):
        assert (repository / "tests/examples" / name / "mkdocs.yml").is_file()


def test_every_link_and_picture_leads_to_a_file(readme: str, repository: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", readme):
        assert (repository / target).is_file(), target


def test_the_message_in_the_tour_is_the_one_that_is_printed(
    readme: str, municipality: Path, edit: Edit
) -> None:
    edit(municipality / "charters/citizens/commitments/answer-letters.yml", "targets:", "targett:")

    printed = charter("check", str(municipality), "--lang", "en").stdout.replace(f"{municipality}/", "")

    shown = re.search(r"```text\n(.*?)```", readme, re.DOTALL)
    assert shown is not None
    assert re.sub(r"^ {3}", "", shown.group(1).rstrip(), flags=re.MULTILINE) in printed


def test_every_command_of_the_tour_works(readme: str) -> None:
    for command in set(re.findall(r"`\.venv/bin/charter (\w+)", readme)) | set(
        re.findall(r"`charter (\w+)", readme)
    ):
        assert CliRunner().invoke(commands.charter, [command, "--help"]).exit_code == 0, command
