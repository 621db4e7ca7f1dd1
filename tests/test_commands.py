"""The command line: what it prints, how it ends, in which language, on which console."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from charterkit.commands import charter as program
from charterkit.commands.progress import Progress
from charterkit.strings import words

Edit = Callable[[Path, str, str], None]
CHARTER = "charters/citizens/charter.yml"


def charter(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as staff would: consoles, letters and the way a process ends show only like this."""
    return subprocess.run(
        [sys.executable, "-m", "charterkit", *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


def called(*arguments: str, **environment: str) -> Result:
    """The command in this process, where nothing but its words and its end matters."""
    return CliRunner(env=environment).invoke(program, arguments)


def test_a_sound_charter_is_said_to_be_sound(municipality: Path) -> None:
    done = charter("check", str(municipality), "--lang", "en")

    assert done.returncode == 0
    assert done.stdout.endswith("No problem was found. Acknowledged: 20.\n")
    assert done.stderr == ""


def test_a_mistake_is_named_with_place_sentence_and_cure(town: Path, edit: Edit) -> None:
    edit(town / CHARTER, "groups:", "grups:")

    done = charter("check", str(town), "--lang", "en")

    assert done.returncode == 1
    assert "error: There is no field grups here. [field-unknown]" in done.stdout
    assert "Did you mean groups?" in done.stdout


@pytest.mark.parametrize(
    ("lang", "word"), [("lt", "klaida"), ("sl", "napaka"), ("bg", "грешка"), ("hu", "hiba"), ("en", "error")]
)
def test_messages_speak_the_language_that_was_asked_for(
    lang: str, word: str, municipality: Path, edit: Edit
) -> None:
    edit(municipality / CHARTER, "groups:", "grups:")

    done = called("check", str(municipality), "--lang", lang)

    assert f": {word}: " in done.stdout


def test_without_a_language_the_systems_own_is_spoken(town: Path, edit: Edit) -> None:
    edit(town / CHARTER, "groups:", "grups:")

    done = charter("check", str(town), LC_ALL="hu_HU.UTF-8")

    assert ": hiba: " in done.stdout


@pytest.mark.parametrize(
    "environment", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "cp1252"}, {"PYTHONUTF8": "0"}]
)
def test_letters_that_a_console_lacks_stop_nothing(
    environment: dict[str, str], town: Path, edit: Edit
) -> None:
    edit(town / CHARTER, "kind: charter", "kind: ėžūж")

    done = charter("check", str(town), "--lang", "bg", **environment)

    assert done.returncode == 1
    assert "[kind-other]" in done.stdout
    assert "Traceback" not in done.stderr


def test_problems_as_json_have_the_same_facts(municipality: Path, edit: Edit) -> None:
    edit(municipality / CHARTER, "groups:", "grups:")

    done = called("check", str(municipality), "--lang", "en", "--format", "json")

    found = json.loads(done.stdout)
    unknown = next(one for one in found["problems"] if one["id"] == "field-unknown")
    assert done.exit_code == 1
    assert unknown["file"] == CHARTER
    assert unknown["line"] > 1
    assert unknown["level"] == "error"
    assert unknown["message"] == "There is no field grups here."


def test_problems_as_annotations_name_file_and_line(municipality: Path, edit: Edit) -> None:
    edit(municipality / CHARTER, "groups:", "grups:")

    done = called("check", str(municipality), "--lang", "en", "--format", "github")

    assert f"::error file={CHARTER},line=" in done.stdout
    assert "title=field-unknown::There is no field grups here." in done.stdout


def test_a_wrong_call_ends_with_two() -> None:
    assert charter("check", "/no/such/folder").returncode == 2
    assert called("check", "--format", "xml").exit_code == 2
    assert called("status", ".", "--date", "yesterday").exit_code == 2


def test_an_empty_folder_is_told_what_is_missing(tmp_path: Path) -> None:
    done = called("check", str(tmp_path), "--lang", "en")

    assert done.exit_code == 1
    assert "[publisher-missing]" in done.stdout
    assert "[charter-missing]" in done.stdout


def test_status_prints_every_measure(municipality: Path) -> None:
    done = called("status", str(municipality), "--format", "csv", "--lang", "en")

    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    letters = next(row for row in rows if row["indicator"] == "letters-answered-in-time")
    assert done.exit_code == 0
    assert len(rows) == _lines(municipality)
    assert letters["period"] == "2025-Q3"
    assert letters["target"] == "at least 95%"
    assert letters["result"] == "96.8%"
    assert letters["status"] == "met"
    assert letters["why"]


# A promise of the demonstration that is only proposed yet.
DRAFTED = "plain-letters"


def _lines(root: Path) -> int:
    """How many lines the status has: one for each measure, and one for a promise without any."""
    approved = (file for file in (root / "charters").glob("*/commitments/*.yml") if file.stem != DRAFTED)
    files = sorted(approved)
    return sum(max(1, file.read_text(encoding="utf-8").count("- indicator: ")) for file in files)


def test_status_on_another_day_judges_by_that_day(municipality: Path) -> None:
    done = called("status", str(municipality), "--format", "json", "--date", "2021-03-01")

    found = json.loads(done.stdout)
    letters = next(one for one in found["measures"] if one["indicator"] == "letters-answered-in-time")
    assert found["date"] == "2021-03-01"
    assert letters["period"] == "2020-Q4"
    assert letters["target_since"] == "2019-07-01"


def test_status_reads_well_in_lithuanian(municipality: Path) -> None:
    done = called("status", str(municipality), "--lang", "lt")

    assert "2025 m. III ketvirtis" in done.stdout
    assert "96,8\xa0%" in done.stdout


def test_status_refuses_records_with_problems(
    municipality: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(municipality / CHARTER, "groups:", "grups:")

    with pytest.raises(SystemExit) as ended:
        program(["status", str(municipality)])

    assert ended.value.code == 1
    assert "[field-unknown]" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["build", "serve"])
def test_settings_without_the_plugin_are_explained(
    command: str, municipality: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (municipality / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")

    with pytest.raises(SystemExit) as ended:
        program([command, str(municipality), "--lang", "en"])

    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert "does not name the plugin charterkit" in said
    assert "plugins:\n  - charterkit" in said


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_progress_bar_appears_when_it_takes_long() -> None:
    seconds = iter([0.0, 1.0, 2.5, 2.55, 3.0])
    terminal = _Terminal()

    with Progress(words("en"), terminal, lambda: next(seconds)) as progress:
        for done in (1, 50, 51, 100):
            progress.step(done, 100)

    drawn = terminal.getvalue().split("\r\x1b[K")
    assert drawn == [
        "",
        "[" + "#" * 15 + "." * 15 + "] 50 of 100 pages",
        "[" + "#" * 30 + "] 100 of 100 pages",
        "",
    ]
    assert progress.pages == 100


def test_no_progress_bar_is_written_into_a_file() -> None:
    seconds, file = iter(range(0, 100, 10)), io.StringIO()

    with Progress(words("en"), file, lambda: float(next(seconds))) as progress:
        progress.step(1, 2)
        progress.step(2, 2)

    assert file.getvalue() == ""
