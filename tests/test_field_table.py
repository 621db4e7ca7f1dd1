"""The tables of the handbook about real charters name fields that exist, and say what the examples say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from charterkit.data.schema import KINDS, schema

ROOT = Path(__file__).resolve().parents[1]
HANDBOOK = ROOT / "docs" / "handbook"
# What is invented is no real charter.
EXAMPLES = sorted(
    path.name
    for path in (ROOT / "tests" / "examples").iterdir()
    if path.is_dir() and not path.name.startswith("demonstration-")
)
_COUNT = re.compile(r"(\d+ of \d+) published fields found a home")


def rows(page: str) -> list[list[str]]:
    """The cells of every row of the table in a page, without its head."""
    lines = (HANDBOOK / page).read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return [one for one in cells[1:] if not set(one[0]) <= {"-", " "}]


def test_every_home_in_the_table_of_fields_exists() -> None:
    named = [
        name for row in rows("field-table.md") for name in re.findall(r"`(\w+\.\w+)`", " ".join(row[1:]))
    ]
    known = {f"{kind}.{field}" for kind in (*KINDS, "results") for field in schema(kind)["properties"]}

    assert len(named) > 60
    assert sorted(set(named) - known) == []


def test_a_field_without_a_home_says_why() -> None:
    homeless = [row for row in rows("field-table.md") if not row[0].startswith("**") and not row[1]]

    assert homeless
    assert all(row[2] for row in homeless)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_table_of_bodies_counts_what_each_example_counts(example: str) -> None:
    source = (ROOT / "tests" / "examples" / example / "SOURCE.md").read_text(encoding="utf-8")
    counted = _COUNT.search(source)
    told = {row[0].strip("`"): row[3] for row in rows("real-bodies.md")}

    assert counted is not None
    assert told[example] == counted[1]
