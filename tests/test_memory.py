"""What is remembered between two looks never changes what is seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from charterkit.data import answers, prose, releases
from charterkit.data import load as records
from charterkit.data.load import Loader, load
from charterkit.rules.check import Checked, check
from charterkit.rules.quality import survey_disclosure
from charterkit.rules.standing import Memory

Edit = Callable[[Path, str, str], None]
TODAY = date(2025, 11, 21)
RESULTS = "charters/results/letters-answered-in-time.csv"
# What a process remembers of the bytes of files, in whatever folder they lie.
KEPT = (
    records._record_in,
    records._series_in,
    releases._release_in,
    prose.read,
    answers.answers_in,
    survey_disclosure.disclosed,
)


def fresh_look(root: Path, today: date) -> Checked:
    """What a process sees that has seen nothing before."""
    for kept in KEPT:
        kept.cache_clear()
    return check(load(root), today)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (RESULTS, "2025-Q3,765,790", "2025-Q3,665,790"),
        ("standards/indicators/letters-answered-in-time.yml", "near: 2", "near: 50"),
        ("charters/citizens/commitments/answer-letters.yml", "at_least: 95", "at_least: 99"),
        ("charters/publisher.yml", "year_starts: 01-01", "year_starts: 04-01"),
        ("charters/citizens/charter.yml", "publisher: municipality", "publisher: nobody"),
        ("standards/indicators/call-waiting.yml", "unit: minutes", "unit: minuets"),
    ],
)
def test_after_an_edit_a_remembering_look_sees_what_a_fresh_one_sees(
    file: str, old: str, new: str, municipality: Path, edit: Edit
) -> None:
    loader, memory = Loader(municipality), Memory()
    before = check(loader.load(), TODAY, memory)
    edit(municipality / file, old, new)

    remembered, fresh = check(loader.load(), TODAY, memory), fresh_look(municipality, TODAY)

    assert remembered.problems == fresh.problems
    assert remembered.standing == fresh.standing
    # An edit of what was approved shows in the working text alone.
    assert (remembered.problems, remembered.standing, remembered.working) != (
        before.problems,
        before.standing,
        before.working,
    )


def test_another_day_is_judged_anew(municipality: Path) -> None:
    loader, memory = Loader(municipality), Memory()
    check(loader.load(), TODAY, memory)

    remembered = check(loader.load(), date(2022, 2, 1), memory)

    assert remembered.standing == fresh_look(municipality, date(2022, 2, 1)).standing


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (RESULTS, "2025-Q3,765,790", "2025-Q3,665,790"),
        ("charters/quality/surveys/service-2025.csv", "clients,", "client,"),
        ("standards/procedures/mobile-library.lt.md", "# ", "# <b>"),
        ("charters/citizens/releases/2025/content.json", '"format":', '"formt":'),
    ],
)
def test_another_folder_with_other_bytes_is_seen_as_it_is(
    file: str, old: str, new: str, municipality: Path, repository: Path, edit: Edit
) -> None:
    before = check(load(repository), TODAY)
    edit(municipality / file, old, new)

    after = check(load(municipality), TODAY)

    assert after.problems == fresh_look(municipality, TODAY).problems
    assert (after.problems, after.working) != (before.problems, before.working)
    assert check(load(repository), TODAY).problems == before.problems
