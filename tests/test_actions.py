"""The improvement plan by its rules: what is overdue, what comes first, what moved, whether a loop closed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from charterkit.model.action import Action, ActionState, Cause, Move
from charterkit.model.commitment import Measure
from charterkit.model.indicator import (
    Break,
    Direction,
    Indicator,
    IndicatorType,
    MethodVersion,
    Owner,
    Sample,
    Scale,
)
from charterkit.model.requirement import Span
from charterkit.model.strategy import Goal, Strategy
from charterkit.periods import Frequency
from charterkit.rules.quality.loop import Loop, goals
from charterkit.rules.quality.moved import Moved, MoveStanding, move_standing
from charterkit.rules.quality.plan import ActionStanding, Lateness, Plan, Priority, lateness, plan
from charterkit.rules.standing import Standing, standing
from factory import INDICATOR, WORDS, at_least, commitment, day, demands, publication, read_results

TODAY = "2025-11-21"
REASONS = "period,released,reason\n2024,2025-11-22,Counted again.\n"
ACTION = Action(
    "window", WORDS, WORDS, (Cause(other=WORDS),), Owner("town"), day("2025-01-01"), day("2025-12-01"), 4, 3
)
YEARLY = replace(INDICATOR, frequency=Frequency.YEARLY, starts=day("2023-01-01"))
SURVEY = replace(YEARLY, type=IndicatorType.SURVEY_SHARE, sample=Sample.PROBABILITY)
MEAN = replace(
    YEARLY,
    type=IndicatorType.SURVEY_MEAN,
    unit="points",
    sample=Sample.PROBABILITY,
    scale=Scale(Decimal(1), Decimal(5)),
    numerator=None,
    denominator=None,
)
WARMTH = replace(
    YEARLY,
    type=IndicatorType.MEAN,
    unit="points",
    direction=Direction.IN_RANGE,
    numerator=None,
    denominator=None,
)


def stands(
    *actions: Action,
    indicator: Indicator = INDICATOR,
    figures: str = "period\n",
    measure: Measure | None = None,
    today: str = TODAY,
    strategy: Strategy | None = None,
) -> Standing:
    corrected = "revises" in figures
    results, problems = read_results(figures, indicator, words=REASONS if corrected else "")
    assert not problems, problems
    promise = commitment(measure or Measure("letters", (at_least("90"),)))
    records = publication((promise,), (indicator,), (results,))
    named = {one.id: one for one in actions}
    return standing(replace(records, actions=named, strategy=strategy), day(today))


def moved(
    figures: str,
    move: Move,
    indicator: Indicator = YEARLY,
    today: str = TODAY,
    measure: Measure | None = None,
) -> MoveStanding:
    found = move_standing(move, stands(indicator=indicator, figures=figures, today=today, measure=measure))
    assert found is not None
    return found


COUNTS = "period,numerator,denominator\n"
TO_95 = Move("letters", "2023", "2024", to=Decimal(95))
BETTER = Move("letters", "2023", "2024")


@pytest.mark.parametrize(
    ("figures", "move", "verdict"),
    [
        ("2023,90,100\n2024,95,100\n", TO_95, Moved.ENOUGH),
        ("2023,90,100\n2024,96,100\n", TO_95, Moved.ENOUGH),
        # 94.99 would round to 95.0, and is less all the same.
        ("2023,90,100\n2024,9499,10000\n", TO_95, Moved.NOT_ENOUGH),
        ("2023,90,100\n2024,91,100\n", BETTER, Moved.ENOUGH),
        ("2023,90,100\n2024,180,200\n", BETTER, Moved.NOT_AT_ALL),
        ("2023,1,3\n2024,2,6\n", TO_95, Moved.NOT_AT_ALL),
        ("2023,90,100\n2024,89,100\n", BETTER, Moved.WRONG_WAY),
        ("2023,90,100\n", BETTER, Moved.NOT_MEASURED),
        ("2024,90,100\n", BETTER, Moved.NOT_MEASURED),
        ("2023,90,100\n2024,95,100\n", Move("letters", "2023", "2025"), Moved.TO_COME),
    ],
)
def test_whether_a_figure_moved(figures: str, move: Move, verdict: Moved) -> None:
    assert moved(COUNTS + figures, move).verdict is verdict


def test_lower_may_be_better() -> None:
    waits = replace(YEARLY, direction=Direction.LOWER)
    figures = f"{COUNTS}2023,20,100\n2024,10,100\n"

    assert moved(figures, Move("letters", "2023", "2024", to=Decimal(10)), waits).verdict is Moved.ENOUGH
    assert moved(figures, Move("letters", "2023", "2024", to=Decimal(9)), waits).verdict is Moved.NOT_ENOUGH
    assert moved(figures, Move("letters", "2023", "2024"), YEARLY).verdict is Moved.WRONG_WAY


@pytest.mark.parametrize(
    ("then", "now", "verdict"),
    [
        ("15", "19", Moved.ENOUGH),
        ("23", "20", Moved.ENOUGH),
        ("15", "17", Moved.NOT_ENOUGH),
        ("23", "17.5", Moved.NOT_ENOUGH),
        ("15", "22", Moved.NOT_ENOUGH),
        ("17", "16", Moved.WRONG_WAY),
        ("17", "21", Moved.NOT_AT_ALL),
        # Inside the range nothing can get better.
        ("18", "19", Moved.NOT_AT_ALL),
    ],
)
def test_a_figure_that_must_lie_in_a_range_moves_towards_it(then: str, now: str, verdict: Moved) -> None:
    measure = Measure("letters", (demands(Span(Decimal(18), Decimal(20))),))

    found = moved(f"period,value\n2023,{then}\n2024,{now}\n", BETTER, WARMTH, measure=measure)

    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("figures", "verdict"),
    [
        # 57 % and 60 % of about a thousand: the intervals say nothing for certain.
        ("2023,583,1023\n2024,614,1023\n", Moved.CANNOT_TELL),
        ("2023,583,1023\n2024,650,1023\n", Moved.ENOUGH),
        ("2023,650,1023\n2024,583,1023\n", Moved.WRONG_WAY),
        ("2023,583,1023\n2024,583,1023\n", Moved.CANNOT_TELL),
    ],
)
def test_two_figures_of_a_sample_may_not_be_told_apart(figures: str, verdict: Moved) -> None:
    assert moved(COUNTS + figures, BETTER, SURVEY).verdict is verdict


def test_the_edge_is_the_interval_of_the_difference_not_an_overlap_of_both() -> None:
    """4.0 ± 0.1 and 4.18 ± 0.1 overlap; their difference, 0.18 ± 0.14, leaves out zero all the same."""
    figures = "period,value,n,sd\n2023,4.0,384,1\n2024,4.18,384,1\n"

    assert moved(figures, BETTER, MEAN).verdict is Moved.ENOUGH
    assert moved(figures.replace("4.18", "4.13"), BETTER, MEAN).verdict is Moved.CANNOT_TELL


def test_everybody_was_asked_or_nobody_knows_who() -> None:
    figures = f"{COUNTS}2023,583,1023\n2024,584,1023\n"

    assert moved(figures, BETTER, replace(SURVEY, sample=Sample.CENSUS)).verdict is Moved.ENOUGH
    assert moved(figures, BETTER, replace(SURVEY, sample=Sample.SELF_SELECTED)).verdict is Moved.CANNOT_TELL
    assert moved(figures, BETTER, replace(SURVEY, sample=Sample.UNKNOWN)).verdict is Moved.CANNOT_TELL


def test_nothing_is_compared_across_a_break_or_another_method() -> None:
    figures, since = f"{COUNTS}2023,90,100\n2024,95,100\n", day("2024-01-01")
    broken = replace(YEARLY, breaks=(Break(since, WORDS),))
    changed = replace(YEARLY, method_versions=(MethodVersion(since, WORDS),))
    before = replace(YEARLY, breaks=(Break(day("2023-12-31"), WORDS),))

    assert moved(figures, BETTER, broken).verdict is Moved.NOT_COMPARABLE
    assert moved(figures, BETTER, changed).verdict is Moved.NOT_COMPARABLE
    assert moved(figures, BETTER, before).verdict is Moved.ENOUGH


def test_a_bound_is_no_figure_to_compare() -> None:
    assert moved("period,value\n2023,>80\n2024,95\n", BETTER).verdict is Moved.CANNOT_TELL


def test_only_what_is_published_and_final_counts() -> None:
    figures = "period,numerator,denominator,state,released\n2023,90,100,,2024-01-20\n2024,95,100,{},{}\n"

    assert moved(figures.format("", "2025-01-20"), BETTER).verdict is Moved.ENOUGH
    assert moved(figures.format("", "2025-11-22"), BETTER).verdict is Moved.NOT_MEASURED
    assert moved(figures.format("provisional", "2025-01-20"), BETTER).verdict is Moved.NOT_MEASURED


def test_an_older_vintage_counts_until_the_newer_one_is_public() -> None:
    figures = (
        "period,numerator,denominator,released,revises\n2023,90,100,2024-01-20,\n"
        "2024,95,100,2025-01-20,\n2024,88,100,2025-11-22,2025-01-20\n"
    )

    assert moved(figures, BETTER).verdict is Moved.ENOUGH
    assert moved(figures, BETTER, today="2025-11-22").verdict is Moved.WRONG_WAY


def test_years_are_the_sums_of_their_quarters() -> None:
    quarters = "".join(
        f"{year}-Q{quarter},{year - 1938},100\n" for year in (2023, 2024) for quarter in (1, 2, 3, 4)
    )
    quarterly = replace(INDICATOR, starts=day("2023-01-01"))

    found = moved(COUNTS + quarters, BETTER, quarterly)

    assert (found.verdict, found.by_how_much) == (Moved.ENOUGH, Fraction(1))


def test_the_newest_figure_is_told_before_the_deciding_one_is_there() -> None:
    found = moved(f"{COUNTS}2023,90,100\n2024,95,100\n", Move("letters", "2023", "2025"))

    assert found.newest is not None
    assert found.newest.period.label == "2024"


@given(some.integers(0, 100), some.integers(0, 100), some.integers(0, 100))
def test_turning_the_figures_round_turns_the_verdict_round(then: int, now: int, to: int) -> None:
    figures, turned = (
        f"{COUNTS}2023,{then},100\n2024,{now},100\n",
        f"{COUNTS}2023,{now},100\n2024,{then},100\n",
    )
    lower = replace(YEARLY, direction=Direction.LOWER)

    assert moved(figures, BETTER).verdict is moved(turned, BETTER, lower).verdict
    one = moved(figures, Move("letters", "2023", "2024", to=Decimal(to))).verdict
    assert (one in (Moved.ENOUGH, Moved.NOT_ENOUGH)) == (now > then)


@pytest.mark.parametrize(
    ("state", "start", "due", "late"),
    [
        (ActionState.PLANNED, "2025-11-21", "2025-12-01", None),
        (ActionState.PLANNED, "2025-11-20", "2025-12-01", Lateness.START),
        (ActionState.UNDER_WAY, "2025-01-01", "2025-11-21", None),
        (ActionState.UNDER_WAY, "2025-01-01", "2025-11-20", Lateness.DUE),
        (ActionState.PLANNED, "2025-01-01", "2025-11-20", Lateness.DUE),
        (ActionState.DONE, "2025-01-01", "2025-02-01", None),
        (ActionState.DROPPED, "2025-01-01", "2025-02-01", None),
    ],
)
def test_what_is_overdue(state: ActionState, start: str, due: str, late: Lateness | None) -> None:
    action = replace(ACTION, state=state, start=day(start), due=day(due))

    assert lateness(action, day(TODAY)) is late


@pytest.mark.parametrize(
    ("impact", "ease", "priority"),
    [
        (5, 3, Priority.FIRST),
        (3, 5, Priority.FIRST),
        (5, 5, Priority.FIRST),
        (3, 4, Priority.NEXT),
        (2, 4, Priority.NEXT),
        (5, 1, Priority.ROOM),
        (2, 3, Priority.ROOM),
        (1, 1, Priority.ROOM),
    ],
)
def test_what_comes_first(impact: int, ease: int, priority: Priority) -> None:
    found = ActionStanding(replace(ACTION, impact=impact, ease=ease), None, ())

    assert (found.score, found.priority) == (impact * ease, priority)


def test_overdue_actions_stand_first_and_the_others_by_state_and_priority() -> None:
    late = replace(ACTION, id="late", state=ActionState.UNDER_WAY, due=day("2025-06-01"))
    latest = replace(late, id="latest", due=day("2025-03-01"), impact=1)
    open_one = replace(ACTION, id="open", state=ActionState.UNDER_WAY, impact=1)
    better = replace(open_one, id="better", impact=5)
    done = replace(ACTION, id="done", state=ActionState.DONE, done=day("2025-12-02"))

    found = plan(stands(done, open_one, better, late, latest))

    assert list(found.actions) == ["latest", "late", "better", "open", "done"]
    assert [one.action.id for one in found.overdue] == ["latest", "late"]
    assert found.actions["done"].was_late


def test_an_action_is_found_from_its_promise_its_period_its_figure_and_its_body() -> None:
    cause = Cause(commitment="citizens/answers", period="2024-Q1")
    action = replace(ACTION, because=(cause, cause), moves=(BETTER, BETTER), goal="short-waits")

    found = plan(stands(action, figures=f"{COUNTS}2024-Q1,80,100\n"))

    miss = "citizens/answers", day("2024-01-01"), day("2024-03-31")
    ways = (
        found.of_promise["citizens/answers"],
        found.of_miss[miss],
        found.on_indicator["letters"],
        found.of_body["town"],
        found.of_goal["short-waits"],
    )
    assert [[one.action.id for one in way] for way in ways] == [["window"]] * 5


def loop(goal: Goal, *actions: Action, figures: str = "period\n") -> Loop:
    strategy = Strategy(WORDS, day("2024-01-01"), day("2026-12-31"), (goal,))
    now = stands(*actions, indicator=YEARLY, figures=figures, strategy=strategy)
    return goals(strategy, plan(now), now)[0].loop


def test_a_loop_is_closed_only_when_the_gap_was_measured_again() -> None:
    goal = Goal("short-waits", WORDS, (Cause(other=WORDS),), moves=(BETTER,))
    open_one = replace(ACTION, goal="short-waits", state=ActionState.UNDER_WAY)
    done = replace(open_one, state=ActionState.DONE, done=day("2025-10-01"))
    both = f"{COUNTS}2023,90,100\n2024,89,100\n"

    assert loop(goal, figures=both) is Loop.NOTHING
    assert loop(goal, open_one, figures=both) is Loop.UNDER_WAY
    assert loop(goal, done, figures=f"{COUNTS}2023,90,100\n") is Loop.WAITING
    assert loop(goal, done, figures=both) is Loop.CLOSED
    assert loop(replace(goal, moves=()), done, figures=both) is Loop.WAITING


def test_a_plan_without_actions_is_empty() -> None:
    assert plan(stands()) == Plan({}, {}, {}, {}, {}, {})
