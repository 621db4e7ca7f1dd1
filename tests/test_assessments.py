"""How self-assessments are scored: every rule, at its edges, in exact numbers; and what the public may know of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charterkit.model.assessment import Assessment, AssessmentGroup, Finding, Score, Shown
from charterkit.model.caf import BANDS, CRITERIA, PHASES, STEPS, SUBS, Edition, Panel, Part, Scoring, parts
from charterkit.rules.quality.assessment_problems import assessment_days, assessment_problems
from charterkit.rules.quality.assessment_rounds import Obstacle, comparison
from charterkit.rules.quality.assessments import (
    Sum,
    band,
    lacks_evidence,
    points,
    public_finding,
    public_scores,
    scores,
    summed,
)
from charterkit.text import Text
from factory import publication

WORDS = Text.of({"en": "Words"})
ALL = tuple(Shown)


def assessment(
    *findings: Finding, scoring: Scoring = Scoring.CLASSICAL, public: tuple[Shown, ...] = ALL
) -> Assessment:
    """A finished round of the administration, by a group of nine."""
    return Assessment(
        "caf-2025",
        WORDS,
        Edition.CAF_2020,
        scoring,
        "town",
        date(2025, 1, 13),
        date(2025, 5, 30),
        groups=(AssessmentGroup("staff", WORDS, 9),),
        findings=findings,
        public=public,
    )


def classical(sub: str, score: int) -> Finding:
    """A sub-criterion with one number."""
    return Finding(sub, score=Score(consensus=score))


def found(one: Assessment) -> list[str]:
    """The ids of everything that is wrong."""
    return [
        problem.id for problem in assessment_problems(replace(publication((), ()), assessments={one.id: one}))
    ]


def test_the_framework_has_nine_criteria_twenty_eight_sub_criteria_and_ten_steps_in_three_phases() -> None:
    assert [len(one.subs) for one in CRITERIA] == [4, 4, 3, 6, 3, 2, 2, 2, 2]
    assert len(SUBS) == len(set(SUBS)) == 28
    assert [one.id for one in CRITERIA if one.panel is Panel.RESULTS] == ["6", "7", "8", "9"]
    assert [phase.steps for phase in PHASES] == [(1, 2), (3, 4, 5, 6), (7, 8, 9, 10)]
    assert tuple(range(1, 11)) == STEPS


def test_the_bands_leave_no_gap_and_no_overlap() -> None:
    covered = [points for one in BANDS for points in range(one.low, one.high + 1)]

    assert covered == list(range(101))


@pytest.mark.parametrize(
    ("points", "number"),
    [
        (0, 1), (10, 1), (11, 2), (30, 2), (31, 3), (50, 3), (51, 4), (70, 4), (71, 5), (90, 5), (91, 6), (100, 6),
        (Fraction(41, 4), 2), (Fraction(61, 2), 3), (Fraction(181, 2), 6),
    ],
)  # fmt: skip
def test_a_band_begins_right_above_the_one_before(points: Fraction | int, number: int) -> None:
    assert band(points).number == number


@pytest.mark.parametrize(
    ("sub", "score", "points", "most", "percent"),
    [
        ("1.1", Score(plan=60, do=50, check=30, act=10), 150, 400, Fraction(75, 2)),
        ("5.3", Score(plan=0, do=0, check=0, act=0), 0, 400, 0),
        ("3.2", Score(plan=100, do=100, check=100, act=100), 400, 400, 100),
        ("4.1", Score(plan=1, do=0, check=0, act=0), 1, 400, Fraction(1, 4)),
        ("6.1", Score(trends=45, targets=20), 65, 200, Fraction(65, 2)),
        ("9.2", Score(trends=100, targets=100), 200, 200, 100),
    ],
)
def test_fine_tuned_points_are_summed_and_shared_out(
    sub: str, score: Score, points: int, most: int, percent: Fraction
) -> None:
    given = summed(Finding(sub, score=score), Scoring.FINE_TUNED)

    assert given == Sum(Fraction(points), most)
    assert given.percent == percent


@pytest.mark.parametrize(
    ("sub", "score", "scoring"),
    [
        ("1.1", Score(plan=60, do=50, check=30), Scoring.FINE_TUNED),
        ("6.1", Score(trends=60), Scoring.FINE_TUNED),
        ("1.1", Score(consensus=60), Scoring.FINE_TUNED),
        ("1.1", Score(plan=60, do=50, check=30, act=10), Scoring.CLASSICAL),
        ("6.1", Score(plan=60, do=50, check=30, act=10), Scoring.FINE_TUNED),
        ("1.1", None, Scoring.CLASSICAL),
    ],
)
def test_what_is_not_whole_or_of_the_other_kind_has_no_points(
    sub: str, score: Score | None, scoring: Scoring
) -> None:
    assert points(Finding(sub, score=score), scoring) is None


# From the texts of CAF 2020, by hand and not from the module: the panels, their parts, the totals.
ENABLERS = ("1.1", "1.4", "2.1", "2.4", "3.1", "3.3", "4.1", "4.6", "5.1", "5.3")
RESULTS = ("6.1", "6.2", "7.1", "7.2", "8.1", "8.2", "9.1", "9.2")


@pytest.mark.parametrize("sub", ENABLERS)
def test_an_enabler_has_four_parts_out_of_four_hundred(sub: str) -> None:
    """Each part counts the same, whichever it is, and no part may be left out."""
    for name in ("plan", "do", "check", "act"):
        rest = dict.fromkeys({"plan", "do", "check", "act"} - {name}, 0)
        alone = summed(Finding(sub, score=Score(**{name: 100}, **rest)), Scoring.FINE_TUNED)
        assert alone == Sum(Fraction(100), 400)
        assert alone.percent == 25
        assert summed(Finding(sub, score=Score(**rest)), Scoring.FINE_TUNED) is None
    assert summed(Finding(sub, score=Score(trends=50, targets=50)), Scoring.FINE_TUNED) is None


@pytest.mark.parametrize("sub", RESULTS)
def test_a_result_has_trends_and_targets_out_of_two_hundred(sub: str) -> None:
    for score in (Score(trends=100, targets=0), Score(trends=0, targets=100)):
        alone = summed(Finding(sub, score=score), Scoring.FINE_TUNED)
        assert alone == Sum(Fraction(100), 200)
        assert alone.percent == 50
    assert summed(Finding(sub, score=Score(trends=100)), Scoring.FINE_TUNED) is None
    assert summed(Finding(sub, score=Score(targets=100)), Scoring.FINE_TUNED) is None
    assert summed(Finding(sub, score=Score(plan=9, do=9, check=9, act=9)), Scoring.FINE_TUNED) is None


def test_the_nine_criteria_of_a_fine_tuned_round_count_alike_although_their_parts_do_not() -> None:
    """Four hundred points of an enabler and two hundred of a result are both all that can be had: 100 of 100."""
    full = assessment(
        *(
            Finding(sub, score=Score(plan=100, do=100, check=100, act=100))
            for sub in SUBS
            if sub[0] in "12345"
        ),
        *(Finding(sub, score=Score(trends=50, targets=50)) for sub in SUBS if sub[0] in "6789"),
        scoring=Scoring.FINE_TUNED,
    )
    found = scores(full)

    assert [one.mean for one in found.criteria] == [100] * 5 + [50] * 4
    assert found.total == Sum(Fraction(700), 900)


@given(st.sampled_from(SUBS), st.integers(0, 100))
def test_both_ways_of_scoring_give_the_same_points_where_every_part_has_them(sub: str, points_: int) -> None:
    fine = Score(**{part.value: points_ for part in parts(Scoring.FINE_TUNED, sub)})

    assert points(Finding(sub, score=fine), Scoring.FINE_TUNED) == points_
    assert points(classical(sub, points_), Scoring.CLASSICAL) == points_


@given(st.fractions(0, 100))
def test_every_number_of_points_has_one_band_and_more_points_never_a_lower_one(value: Fraction) -> None:
    found = band(value)
    below = [one for one in BANDS if one.number < found.number]

    assert value <= found.high
    assert all(one.high < value for one in below)
    assert band(min(Fraction(100), value + Fraction(1, 7))).number >= found.number


def test_the_edges_of_the_six_bands_are_those_of_the_framework() -> None:
    assert [(one.number, one.low, one.high) for one in BANDS] == [
        (1, 0, 10), (2, 11, 30), (3, 31, 50), (4, 51, 70), (5, 71, 90), (6, 91, 100),
    ]  # fmt: skip


def test_a_criterion_has_the_mean_of_what_is_scored_and_what_is_not_counts_as_nothing() -> None:
    found = scores(assessment(classical("1.1", 50), classical("1.2", 35), Finding("1.3", not_assessed=WORDS)))

    assert found.of("1").mean == Fraction(85, 2)
    assert found.of("1").scored == ("1.1", "1.2")
    assert found.of("1").unscored == ("1.3", "1.4")
    assert found.of("2").mean is None


def test_a_third_stays_a_third() -> None:
    found = scores(assessment(classical("3.1", 50), classical("3.2", 50), classical("3.3", 51)))

    assert found.of("3").mean == Fraction(151, 3)


def test_the_total_is_the_sum_of_the_means_out_of_a_hundred_for_each_that_there_is() -> None:
    some = scores(assessment(classical("1.1", 50), classical("6.1", 30), classical("6.2", 35)))
    every = scores(assessment(*(classical(sub, 40) for sub in SUBS)))

    assert some.total == Sum(Fraction(165, 2), 200)
    assert some.total is not None
    assert some.total.percent == Fraction(165, 4)
    assert every.total == Sum(Fraction(360), 900)
    assert every.complete
    assert not some.complete
    assert scores(assessment()).total is None


@pytest.mark.parametrize(
    ("score", "evidence", "lacks"),
    [(30, (), False), (31, (), True), (31, (WORDS,), False), (100, (), True), (0, (), False)],
)
def test_a_score_above_the_second_band_needs_evidence(
    score: int, evidence: tuple[Text, ...], lacks: bool
) -> None:
    one = replace(classical("1.1", score), evidence=evidence)

    assert lacks_evidence(one, Scoring.CLASSICAL) is lacks
    assert ("assessment-no-evidence" in found(assessment(one))) is lacks


def test_fine_tuned_scores_need_evidence_by_their_mean() -> None:
    low = Finding("1.1", score=Score(plan=90, do=30, check=0, act=0))
    high = Finding("1.1", score=Score(plan=90, do=31, check=0, act=0))

    assert not lacks_evidence(low, Scoring.FINE_TUNED)
    assert lacks_evidence(high, Scoring.FINE_TUNED)


@pytest.mark.parametrize("score", [Score(trends=30, targets=30), Score(trends=0, targets=60)])
def test_a_result_of_thirty_needs_no_evidence_and_half_a_point_more_does(score: Score) -> None:
    one = Finding("6.1", score=score)
    more = Finding("6.1", score=Score(trends=(score.trends or 0) + 1, targets=score.targets))
    unscored = Finding("6.1", score=Score(trends=100))

    assert not lacks_evidence(one, Scoring.FINE_TUNED)
    assert lacks_evidence(more, Scoring.FINE_TUNED)
    assert not lacks_evidence(replace(more, evidence=(WORDS,)), Scoring.FINE_TUNED)
    assert not lacks_evidence(unscored, Scoring.FINE_TUNED)


@pytest.mark.parametrize(
    ("sub", "score", "scoring", "problem"),
    [
        ("1.1", Score(plan=9), Scoring.CLASSICAL, "assessment-scoring-mixed"),
        ("1.1", Score(consensus=9, plan=9), Scoring.CLASSICAL, "assessment-scoring-mixed"),
        ("6.1", Score(consensus=9), Scoring.FINE_TUNED, "assessment-scoring-mixed"),
        ("6.1", Score(plan=9), Scoring.FINE_TUNED, "assessment-score-panel"),
        ("5.1", Score(targets=9), Scoring.FINE_TUNED, "assessment-score-panel"),
        ("5.1", Score(plan=9, do=9, act=9), Scoring.FINE_TUNED, "assessment-score-part"),
        ("7.2", Score(targets=9), Scoring.FINE_TUNED, "assessment-score-part"),
    ],
)
def test_two_ways_of_scoring_are_never_mixed(sub: str, score: Score, scoring: Scoring, problem: str) -> None:
    one = replace(assessment(Finding(sub, score=score), scoring=scoring), until=None)

    assert set(found(one)) == {problem}


@pytest.mark.parametrize(("size", "refused"), [(1, True), (2, True), (3, False), (9, False)])
def test_scores_of_fewer_than_three_people_are_not_shown(size: int, refused: bool) -> None:
    one = replace(assessment(classical("1.1", 20)), groups=(AssessmentGroup("staff", WORDS, size),))

    assert ("assessment-few-assessors" in found(one)) is refused
    assert "assessment-few-assessors" not in found(replace(one, public=(Shown.STRENGTHS,)))
    assert "assessment-group-missing" in found(replace(one, groups=()))


def test_nothing_has_been_done_on_a_day_to_come() -> None:
    one = assessment()
    known = replace(publication((), ()), assessments={one.id: one})

    assert [problem.id for problem in assessment_days(known, date(2025, 5, 29))] == ["assessment-day-to-come"]
    assert not list(assessment_days(known, date(2025, 5, 30)))
    assert not list(assessment_days(known, None))


FULL = Finding("1.1", (WORDS,), (WORDS,), (WORDS,), (WORDS,), Score(consensus=20))


@pytest.mark.parametrize("field", Shown)
def test_a_field_is_shown_only_where_it_is_named(field: Shown) -> None:
    by_default = public_finding(assessment(FULL, public=()), FULL)
    for_all = public_finding(assessment(FULL, public=(field,)), FULL)
    own = replace(FULL, public=(field,))
    hidden = replace(FULL, public=())

    assert by_default == Finding("1.1")
    assert for_all == replace(public_finding(assessment(own, public=()), own), public=None)
    assert for_all != by_default
    assert public_finding(assessment(hidden, public=ALL), hidden) == Finding("1.1", public=())


def test_nothing_is_shown_while_the_work_is_under_way() -> None:
    running = replace(assessment(FULL), until=None)

    assert public_finding(running, FULL) == Finding("1.1")
    assert public_scores(running).total is None


def test_a_mean_is_not_shown_where_it_would_tell_a_hidden_score() -> None:
    one = assessment(
        classical("1.1", 50),
        replace(classical("1.2", 20), public=()),
        classical("6.1", 30),
        classical("6.2", 40),
    )
    shown = public_scores(one)

    assert shown.of("1").mean is None
    assert shown.of("1").scored == ()
    assert shown.of("6").mean == 35
    assert shown.total is None


SCORES = st.integers(0, 100)


@given(st.dictionaries(st.sampled_from(SUBS), st.tuples(SCORES, st.booleans())))
def test_whatever_is_hidden_moves_no_public_number(drawn: dict[str, tuple[int, bool]]) -> None:
    """Two assessments that differ only in what is hidden look alike to the public."""

    def made(shift: int) -> Assessment:
        return assessment(
            *(
                replace(classical(sub, score), public=(Shown.SCORES,))
                if open_
                else replace(classical(sub, (score + shift) % 101), public=())
                for sub, (score, open_) in drawn.items()
            )
        )

    assert public_scores(made(0)) == public_scores(made(37))


def test_rounds_of_one_kind_are_compared_criterion_by_criterion() -> None:
    before = replace(
        assessment(classical("1.1", 40), classical("6.1", 30), classical("7.1", 30)), id="caf-2023"
    )
    now = assessment(classical("1.1", 55), classical("6.1", 25), classical("6.2", 45), classical("7.1", 30))
    seen = comparison(now, before)

    assert [(one.criterion.id, one.difference) for one in seen.changes] == [("1", 15), ("7", 0)]
    assert [one.id for one in seen.apart] == ["6"]
    assert seen.obstacles == ()


@pytest.mark.parametrize(
    ("before", "obstacles"),
    [
        ({"model": Edition.CAF_2013}, (Obstacle.EDITION,)),
        ({"scoring": Scoring.FINE_TUNED}, (Obstacle.SCORING,)),
        ({"body": "library"}, (Obstacle.BODY,)),
        ({"model": Edition.CAF_2013, "scoring": Scoring.FINE_TUNED}, (Obstacle.EDITION, Obstacle.SCORING)),
        ({"public": ()}, (Obstacle.NOTHING,)),
    ],
)
def test_rounds_that_differ_are_not_compared_and_the_reason_is_known(
    before: dict[str, object], obstacles: tuple[Obstacle, ...]
) -> None:
    now = assessment(classical("1.1", 55))
    seen = comparison(now, replace(now, id="caf-2023", **before))  # type: ignore[arg-type]

    assert seen.obstacles == obstacles
    assert seen.changes == ()


def test_every_way_of_scoring_asks_for_its_own_parts() -> None:
    assert parts(Scoring.CLASSICAL, "1.1") == parts(Scoring.CLASSICAL, "9.1") == (Part.CONSENSUS,)
    assert parts(Scoring.FINE_TUNED, "5.1") == (Part.PLAN, Part.DO, Part.CHECK, Part.ACT)
    assert parts(Scoring.FINE_TUNED, "6.1") == (Part.TRENDS, Part.TARGETS)
