"""Every mistake of `tests/bad/` gives exactly the problems that its file announces, each at its line and column."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from schema_rules import broken, rules

from charterkit.data import source
from charterkit.data.load import load
from charterkit.data.schema import KINDS
from charterkit.problems import SENTENCES, Problem
from charterkit.rules.check import check

BAD = Path(__file__).parent / "bad"
BASE = BAD / "_base"

# Where a file is laid over the sound publication, unless it says otherwise.
PLACES = {
    "publisher": "charters/publisher.yml",
    "charter": "charters/citizens/charter.yml",
    "commitment": "charters/citizens/commitments/answer-letters.yml",
    "standard": "standards/quality/written-requests.yml",
    "indicator": "standards/indicators/letters-answered-in-time.yml",
    "methodology": "standards/methodology.yml",
    "results": "charters/results/letters-answered-in-time.csv",
}

# Raised where MkDocs is known, and provoked in tests/test_engine_problems.py.
OF_THE_ENGINE = frozenset({"page-reserved", "site-languages"})

Found = tuple[str, int, int, str]
_HEADER = re.compile(r"# (?:expect: |expect-in: (?P<file>\S+) )(?P<line>\d+):(?P<column>\d+) (?P<id>[a-z-]+)")


@dataclass(frozen=True)
class Case:
    """One file of the gallery, with what it announces about itself."""

    path: Path
    target: str
    expected: tuple[Found, ...]

    @property
    def kind(self) -> str:
        """The kind of record that the file breaks."""
        return self.path.parent.name


def _case(path: Path) -> Case:
    header = path.with_suffix(".expect") if path.suffix == ".csv" else path
    lines = header.read_text(encoding="utf-8").split("\n")
    head = [line for line in lines if line.startswith(("# expect", "# as: "))]
    target = next((line.removeprefix("# as: ") for line in head if line.startswith("# as: ")), PLACES[path.parent.name])
    matches = [_HEADER.fullmatch(line) for line in head if not line.startswith("# as: ")]
    if None in matches or not matches:
        raise ValueError(f"{header}: every expectation is one line “# expect: LINE:COLUMN id”")
    expected = [
        (match["file"] or target, int(match["line"]), int(match["column"]), match["id"])
        for match in matches
        if match is not None
    ]
    return Case(path, target, tuple(sorted(expected)))


def _gallery() -> list[Case]:
    files = (path for path in BAD.glob("*/*") if path.suffix in (".yml", ".csv") and path.parent != BASE)
    return [_case(path) for path in sorted(files)]


GALLERY = _gallery()


def _found(problems: tuple[Problem, ...]) -> tuple[Found, ...]:
    return tuple(sorted((one.place.file, one.place.line, one.place.column, one.id) for one in problems))


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A publication without a mistake, to be broken."""
    root = tmp_path / "municipality"
    shutil.copytree(BASE, root)
    return root


def test_the_publication_that_the_files_are_laid_over_has_no_problem(sound: Path) -> None:
    checked = check(load(sound))

    assert checked.problems == ()
    assert checked.publishable


@pytest.mark.parametrize("case", GALLERY, ids=lambda case: case.path.relative_to(BAD).as_posix())
def test_a_mistake_is_found_where_it_was_made_and_nowhere_else(case: Case, sound: Path) -> None:
    target = sound / case.target
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(case.path, target)

    assert _found(check(load(sound)).problems) == case.expected


@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_of_a_schema_is_broken_by_a_file_of_the_gallery(kind: str) -> None:
    covered = {
        rule
        for case in GALLERY
        if case.kind == kind
        for rule in broken(kind, source.read(case.target, case.path.read_bytes()).data)
    }

    assert [str(rule) for rule in rules(kind) if rule not in covered] == []
