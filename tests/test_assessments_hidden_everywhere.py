"""What a self-assessment does not publish is nowhere: no hidden field of any round, nothing that one assessor gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from charterkit.data.assessment_edit import with_scores
from charterkit.exports.assessment.collecting import agreed
from charterkit.exports.assessment.meeting import meeting_book
from charterkit.model.assessment import Assessment, Finding, Score, Shown
from charterkit.model.caf import Part, Scoring, parts
from charterkit.rules.quality import assessments
from charterkit.rules.quality.consensus import Filled
from everywhere import LANGUAGES, everything
from test_assessment_pages import assessment, text, with_rounds
from test_assessment_sheets import ENGLISH, changed, column

SUBS = ("1.1", "1.2", "6.1", "6.2", "9.1")
# In every text that the public may not know; no page says it by itself.
SECRET = "zxqv"
TELLS = ("quality/assessments/", "quality/assessments", "paper:assessment-", "bodies/town/")
SHEETS = ("assessments",)
SLOW = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
)

Fields = tuple[Shown, ...]
Round = Mapping[str, tuple[int, Fields]]


def tells(address: str) -> bool:
    return address.startswith(TELLS)


FIELDS = st.lists(st.sampled_from(tuple(Shown)), unique=True).map(tuple)
ROUNDS = st.dictionaries(st.sampled_from(SUBS), st.tuples(st.integers(0, 90), FIELDS), min_size=1)


def score(scoring: Scoring, sub: str, points: int) -> Score:
    return Score(**{part.value: points for part in parts(scoring, sub)})


def finding(scoring: Scoring, sub: str, points: int, public: Fields, other: bool) -> Finding:
    """A finding; what is not public of it is another one where `other` is asked for."""

    def words(field: Shown) -> tuple[Any, ...]:
        hidden = field not in public
        return (text(f"{SECRET}{'more' if other else ''}" if hidden else f"open {field.value}"),)

    hidden = Shown.SCORES not in public
    return Finding(
        sub,
        words(Shown.STRENGTHS),
        words(Shown.AREAS),
        words(Shown.EVIDENCE),
        words(Shown.IDEAS),
        score(scoring, sub, points + 7 if hidden and other else points),
        public=public,
    )


def rounds(scoring: Scoring, now: Round, before: Round, other: bool) -> tuple[Assessment, Assessment]:
    """Two rounds; in `other` ones everything is otherwise that is not public."""
    later, earlier = (
        replace(
            assessment(*(finding(scoring, sub, *drawn, other) for sub, drawn in some.items()), public=()),
            scoring=scoring,
        )
        for some in (now, before)
    )
    earlier = replace(earlier, id="caf-2023", since=date(2023, 1, 1), until=date(2023, 6, 1))
    return earlier, replace(later, repeats="caf-2023")


@settings(SLOW, max_examples=8)
@given(st.sampled_from(tuple(Scoring)), ROUNDS, ROUNDS, st.sampled_from(LANGUAGES))
def test_no_published_byte_depends_on_what_is_not_public(
    scoring: Scoring, now: Round, before: Round, lang: str
) -> None:
    one, other = (
        everything(with_rounds(*rounds(scoring, now, before, changed)), lang, tells, SHEETS)
        for changed in (False, True)
    )

    assert one.keys() == other.keys()
    assert [address for address in one if one[address] != other[address]] == []
    assert not [address for address in one if SECRET.encode() in one[address]]


def test_all_that_tells_of_self_assessments_is_looked_at() -> None:
    """With other public points nothing changes but what the test above looks at, and of that every sort does."""
    public = tuple(Shown)
    some = {sub: (20 + at, public) for at, sub in enumerate(SUBS)}
    pairs = [
        rounds(Scoring.CLASSICAL, {**some, "1.1": (points, public)}, some, other=False) for points in (30, 60)
    ]
    one, other = (everything(with_rounds(*pair), "en") for pair in pairs)
    differing = {address for address in one if one[address] != other[address]}

    assert {address for address in differing if not tells(address)} == set()
    assert differing >= {
        "quality/assessments/caf-2025/", "quality/assessments/caf-2025/1/", "paper:assessment-caf-2025",
        *(f"quality/assessments/caf-2025/caf-2025.{ending}" for ending in ("csv", "xlsx", "json")),
    }  # fmt: skip


def test_a_page_that_shows_too_much_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every field is shown, whatever the record says, the marks are found: so the test above can fail."""
    monkeypatch.setattr(assessments, "shows", lambda *_: True)
    drawn = {"6.1": (20, ()), "6.2": (30, ())}
    one, other = (
        everything(with_rounds(*rounds(Scoring.CLASSICAL, drawn, drawn, changed)), "en", tells, SHEETS)
        for changed in (False, True)
    )

    assert [address for address in one if SECRET.encode() in one[address]]
    assert (
        one["quality/assessments/caf-2025/caf-2025.csv"] != other["quality/assessments/caf-2025/caf-2025.csv"]
    )


RECORD = 'kind: assessment\nid: caf-2025\nfindings:\n  - id: "1.1"\n    areas:\n      - en: x\n'


def record_after(points: tuple[int, ...]) -> str:
    """The record after a meeting of assessors who gave these points and agreed on 45."""
    filled = [
        Filled(at, points={("1.1", Part.CONSENSUS): Fraction(given)}, texts={"1.1": (SECRET,) * 3})
        for at, given in enumerate(points, start=1)
    ]

    def agree(book: Any) -> None:
        tab = book.worksheets[0]
        tab.cell(3, column(tab, "agreed")).value = 45

    book = changed(meeting_book(assessment(), filled, ENGLISH), agree)
    scores, faults = agreed(assessment(), "m.xlsx", book)
    assert not faults
    return with_scores(
        RECORD, {sub: {part.value: value for part, value in found.items()} for sub, found in scores.items()}
    )


def test_the_record_is_the_same_whoever_gave_how_many_points() -> None:
    """Only what the group agreed on goes from the workbook of the meeting into the record, nothing of the sheets."""
    one, permuted, other = map(record_after, ((20, 50, 95), (95, 20, 50), (1, 2, 3, 100)))

    assert one == permuted == other
    assert SECRET not in one
    assert "consensus: 45" in one
