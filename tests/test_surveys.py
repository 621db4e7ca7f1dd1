"""The figures of surveys: shares, averages, scores with their intervals, gaps, and what changed since the last one."""

from __future__ import annotations

from fractions import Fraction

import pytest

from charterkit.model.indicator import Sample
from charterkit.model.survey import Side
from charterkit.numbers import rounded
from charterkit.rules.quality.survey_figures import Figures
from charterkit.rules.quality.survey_gaps import Moved, asked, change, change_of_shares, ranked
from charterkit.rules.uncertainty import Exactness, Interval
from surveying import answered, counts, survey, told

YES_NO = ("yes", "no")
NPS = ("promoters", "passives", "detractors")


def shown(found: Interval | None, decimals: int = 1) -> tuple[str, str] | None:
    """Both ends as a page shows them."""
    return (str(rounded(found.low, decimals)), str(rounded(found.high, decimals))) if found else None


@pytest.mark.parametrize(
    ("yes", "no", "low", "high"),
    [(12, 0, "75.8", "100.0"), (14, 1, "70.2", "98.8")],
    ids=["Veliko Tarnovo, first half-year", "Veliko Tarnovo, second half-year"],
)
def test_a_share_has_the_interval_of_wilson(yes: int, no: int, low: str, high: str) -> None:
    found = told(counts("settled", "desk", yes, no, answers=YES_NO), "settled")

    assert shown(found.interval_of(found.shares["yes"])) == (low, high)


def test_a_printed_share_of_a_known_number_has_it_too() -> None:
    found = told("desk,settled,,,,,1023,,,\ndesk,settled,,yes,,57,,,,\n", "settled")

    assert shown(found.interval_of(found.shares["yes"])) == ("53.9", "60.0")


def test_a_net_promoter_score_has_its_interval() -> None:
    found = told(counts("again", "desk", 50, 30, 20, answers=NPS), "again")
    interval = found.interval()

    assert found.mean == 30
    assert interval is not None
    assert rounded((interval.high - interval.low) / 2, 1) == rounded(Fraction("15.3"), 1)


def test_an_average_is_exact_and_the_best_two_answers_are_counted() -> None:
    found = told(counts("overall", "desk", 1, 2, 3, 4, 5), "overall")

    assert found.mean == Fraction(55, 15)
    assert found.best == 60
    assert found.size == 15


def test_what_is_not_known_is_not_made_up() -> None:
    found = told("desk,overall,,4-5,,74,,,,\n", "overall")

    assert (found.best, found.n, found.mean) == (74, None, None)
    assert found.exactness_of_share() is Exactness.SIZE_UNKNOWN
    assert found.interval_of(Fraction(74)) is None


def test_more_than_so_many_is_no_size_to_reckon_with() -> None:
    found = told("desk,overall,,,,,>9200,,,\ndesk,overall,,5,,99,,,,\n", "overall")

    assert found.exactness_of_share() is Exactness.SIZE_UNKNOWN


@pytest.mark.parametrize(
    ("sample", "why"),
    [
        (Sample.SELF_SELECTED, Exactness.NOT_REPRESENTATIVE),
        (Sample.CENSUS, Exactness.EVERYBODY),
        (Sample.UNKNOWN, Exactness.SAMPLE_UNKNOWN),
    ],
)
def test_only_a_random_sample_has_an_interval(sample: Sample, why: Exactness) -> None:
    found = told(counts("overall", "desk", 1, 2, 3, 4, 5), "overall", survey(sample))

    assert found.exactness() is why
    assert found.interval() is None


PAIR = "desk,{item},{side},,,,{n},{mean},{sd},\n"


def pair(item: str, expectation: str, experience: str) -> str:
    """The lines of both sides of an item."""
    sides = zip(("expectation", "experience"), (expectation, experience), strict=True)
    return "".join(PAIR.format(item=item, side=side, n=200, mean=mean, sd="0.8") for side, mean in sides)


def test_gaps_are_ranked_by_gap_times_importance() -> None:
    one = survey()
    lines = pair("kindness", "3.0", "2.0") + pair("expertise", "4.8", "4.0") + pair("tidiness", "4.0", "4.2")
    gaps = ranked(asked(one, one.groups[0], answered(lines, one)))

    assert [(gap.item.id, gap.gap, gap.weight) for gap in gaps] == [
        ("expertise", Fraction("0.8"), Fraction("3.84")),
        ("kindness", 1, 3),
        ("tidiness", Fraction("-0.2"), Fraction("-0.8")),
    ]


def test_one_side_alone_has_no_gap() -> None:
    one = survey()
    (found,) = asked(one, one.groups[0], answered("desk,kindness,experience,,,,200,4.1,0.8,\n", one))

    assert found.gap is None
    assert set(found.sides) == {Side.EXPERIENCE}


def average(mean: str, n: int, sample: Sample = Sample.PROBABILITY) -> Figures:
    return told(f"desk,overall,,,,,{n},{mean},0.9,\n", "overall", survey(sample))


@pytest.mark.parametrize(
    ("now", "before", "moved"),
    [
        # 1.96 times the standard error of two averages of 400 answers with a deviation of 0.9 is 0.1247.
        (average("4.13", 400), average("4.00", 400), Moved.HIGHER),
        (average("4.12", 400), average("4.00", 400), Moved.CANNOT_BE_TOLD),
        (average("4.00", 400), average("4.13", 400), Moved.LOWER),
        (average("4.00", 400), average("4.00", 400), Moved.CANNOT_BE_TOLD),
        (average("4.01", 400, Sample.CENSUS), average("4.00", 400, Sample.CENSUS), Moved.HIGHER),
        (average("4.00", 400, Sample.CENSUS), average("4.00", 400, Sample.CENSUS), Moved.SAME),
        (average("4.90", 400, Sample.SELF_SELECTED), average("4.00", 400), Moved.NO_STATEMENT),
    ],
)
def test_a_change_is_told_only_where_chance_does_not_explain_it(
    now: Figures, before: Figures, moved: Moved
) -> None:
    found = change(now, before)

    assert found is not None
    assert found.moved is moved


def share(yes: int, no: int, sample: Sample = Sample.PROBABILITY) -> Figures:
    return told(counts("settled", "desk", yes, no, answers=YES_NO), "settled", survey(sample))


def test_shares_are_compared_by_the_intervals_of_both() -> None:
    # Newcombe's example of 56 of 70 against 48 of 80: the difference of 20 points lies between 5.2 and 33.4.
    apart = change_of_shares(share(56, 14), share(48, 32), "yes")
    # And 9 of 10 against 3 of 10 is apart, while 6 of 10 against 3 of 10 is not.
    few = change_of_shares(share(6, 4), share(3, 7), "yes")

    assert apart is not None
    assert few is not None
    assert (apart.moved, rounded(apart.difference, 1)) == (Moved.HIGHER, rounded(Fraction(20), 1))
    assert few.moved is Moved.CANNOT_BE_TOLD


@pytest.mark.parametrize(("yes", "moved"), [(40, Moved.SAME), (41, Moved.HIGHER), (39, Moved.LOWER)])
def test_where_everybody_was_asked_shares_are_certain(yes: int, moved: Moved) -> None:
    found = change_of_shares(share(yes, 80 - yes, Sample.CENSUS), share(40, 40, Sample.CENSUS), "yes")

    assert found is not None
    assert found.moved is moved


def test_other_answers_are_not_compared() -> None:
    assert change(average("4.1", 400), told(counts("again", "desk", 5, 3, 2, answers=NPS), "again")) is None
