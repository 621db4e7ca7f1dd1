"""What stands at the head of a version and its chapters: its state in one sentence, and contents where they help."""

from __future__ import annotations

import re
from datetime import date

import pytest

from charterkit.model.release import Release
from charterkit.rules.releases.states import Dated, ReleaseState
from charterkit.site.releases.sealed_parts import Said, SaidRow, SealedItem, SealedPart
from charterkit.site.releases.state_words import CONTEXT, STATES, _with_days
from charterkit.site.views.version_chapter import _contents
from charterkit.strings import words
from factory import period

LANGUAGES = ("en", "lt", "sl", "bg", "hu")
FIRST, LAST = date(2019, 7, 1), date(2021, 12, 31)
ONE = Release("citizens", "2019", "", {}, ("lt",))
# In every state that a version with days can have: open, ended, and known by its month or year alone.
CASES = [
    Dated(ONE, state, FIRST, until)
    for state in (ReleaseState.APPROVED, ReleaseState.IN_FORCE)
    for until in (None, LAST)
] + [Dated(ONE, state, FIRST, LAST) for state in (ReleaseState.SUPERSEDED, ReleaseState.REPEALED)]
VAGUE = Dated(ONE, ReleaseState.SUPERSEDED, LAST, LAST, since_in=period("2014"), until_in=period("2019-06"))


def line(lang: str, one: Dated) -> str:
    said = words(lang)
    return _with_days(said, one, said.in_context(CONTEXT, STATES[one.state][2]))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("one", [*CASES, VAGUE], ids=lambda one: f"{one.state}-{one.until}-{one.since_in}")
def test_a_state_and_its_days_are_one_sentence_that_says_nothing_twice(lang: str, one: Dated) -> None:
    told = line(lang, one)
    first = re.match(r"\w+", told.partition(";")[2].strip() or "-")

    assert "2019" in told
    assert "  " not in told
    # “Velja  Velja od: …”: the word of the state and the sentence about the days began alike.
    assert not re.search(r"\b(\w+)\W+\1\b", told, re.IGNORECASE), told
    assert first is None or not told.startswith(first[0])


def test_what_never_came_into_force_has_no_days() -> None:
    assert line("en", Dated(ONE, ReleaseState.REJECTED)) == "Rejected"
    assert line("en", Dated(ONE, ReleaseState.APPROVED)) == "Approved, not yet in force"


def part(records: int, rows: int) -> SealedPart:
    row = SaidRow("Standards", (Said("Answers to letters and to messages by e-mail"),))
    items = tuple(
        SealedItem(f"promise-{n}", "", Said(f"Promise {n}"), (), (row,) * rows) for n in range(records)
    )
    return SealedPart("group", Said("Group"), (), items)


@pytest.mark.parametrize(
    ("records", "rows", "expected"), [(1, 80, 0), (3, 30, 0), (6, 3, 0), (6, 12, 6), (12, 6, 12)]
)
def test_a_chapter_has_contents_where_there_is_something_to_leap_over(
    records: int, rows: int, expected: int
) -> None:
    """Neither a short page of many records nor a long one of few."""
    assert len(tuple(_contents(part(records, rows)))) == expected
