"""What is hidden cannot be worked out: by the sums that people see, and by every table that fits a page."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from charterkit.model.indicator import Confidentiality, Disaggregation, Indicator, IndicatorType
from charterkit.problems import Problem
from charterkit.rules.disclosure import disclosures
from charterkit.rules.linear import Range, Relation, System, fixed
from disclosure_tables import SPANS, Place, Table, possible, published, records
from factory import INDICATOR, publication, read_results

PEOPLE = replace(
    INDICATOR,
    type=IndicatorType.COUNT,
    unit="count",
    numerator=None,
    denominator=None,
    confidentiality=Confidentiality(persons=True, k=5),
    disaggregations=(Disaggregation("channel", ("letter", "email")),),
)
SHARE = replace(
    INDICATOR,
    confidentiality=Confidentiality(persons=True, k=5),
    disaggregations=(Disaggregation("channel", ("letter", "email")),),
)
HEAD = "period,channel,value,state\n"
COUNTS = "period,channel,value,numerator,denominator,state\n"


def found(lines: str, indicator: Indicator = PEOPLE, head: str = HEAD) -> list[Problem]:
    """What a file gives away; nothing else is wrong in it."""
    series, problems = read_results(head + lines, indicator)
    assert not problems, problems
    return sorted(disclosures(publication((), (indicator,), (series,))), key=lambda one: one.spot.line)


def told(lines: str, indicator: Indicator = PEOPLE, head: str = HEAD) -> list[tuple[str, int, str]]:
    """The problems of a file: id, line, and what is to be hidden too."""
    return [(one.id, one.spot.line, one.named.get("second", "")) for one in found(lines, indicator, head)]


def test_one_hidden_part_is_left_over_from_the_whole() -> None:
    lines = "2024-Q1,,40,\n2024-Q1,letter,37,\n2024-Q1,email,,suppressed\n"

    assert told(lines) == [("suppressed-left-over", 4, "2024-Q1 channel=letter")]


def test_the_hidden_number_itself_is_never_said() -> None:
    (problem,) = found("2024-Q1,,1040,\n2024-Q1,letter,1037,\n2024-Q1,email,,suppressed\n")

    assert not {"3", "1040", "1037"} & set(problem.named.values())


def test_a_hidden_whole_is_the_sum_of_its_parts() -> None:
    lines = "2024-Q1,,,suppressed\n2024-Q1,letter,37,\n2024-Q1,email,9,\n"

    assert told(lines) == [("suppressed-sum", 2, "2024-Q1 channel=email")]


def test_two_hidden_parts_of_a_large_whole_protect_each_other() -> None:
    assert told("2024-Q1,,40,\n2024-Q1,letter,,suppressed\n2024-Q1,email,,suppressed\n") == []


def test_without_the_whole_or_without_a_line_for_each_part_nothing_is_left_over() -> None:
    assert told("2024-Q1,letter,37,\n2024-Q1,email,,suppressed\n") == []
    assert told("2024-Q1,,40,\n2024-Q1,email,,suppressed\n") == []


def test_parts_that_must_both_be_one_are_known() -> None:
    # The check of the file refuses a whole of two persons; of things, nobody does.
    things = replace(PEOPLE, confidentiality=Confidentiality())
    lines = "2024-Q1,,2,\n2024-Q1,letter,,suppressed\n2024-Q1,email,,suppressed\n"

    assert [one.id for one in found(lines, things)] == ["suppressed-worked-out"] * 2
    assert told(lines.replace(",2,", ",3,"), things) == []


def test_quarters_give_away_one_of_them_and_the_cure_hides_what_protects_both() -> None:
    year = "2024,,100,\n2024-Q1,,30,\n2024-Q2,,20,\n2024-Q3,,,suppressed\n2024-Q4,,47,\n"

    assert told(year) == [("suppressed-left-over", 5, "2024-Q2")]
    assert told(year.replace("2024-Q2,,20,", "2024-Q2,,,suppressed")) == []


def test_half_years_and_quarters_hang_together() -> None:
    lines = "2024,,100,\n2024-H1,,60,\n2024-Q3,,20,\n2024-Q4,,,suppressed\n"

    assert told(lines) == [("suppressed-left-over", 5, "2024-Q3")]


def test_a_second_cell_may_need_a_third() -> None:
    # Both channels are hidden in the first quarter, but the half-year gives them away.
    lines = (
        "2024-H1,,60,\n2024-H1,letter,33,\n2024-H1,email,27,\n"
        "2024-Q1,,20,\n2024-Q1,letter,,suppressed\n2024-Q1,email,,suppressed\n"
        "2024-Q2,,40,\n2024-Q2,letter,17,\n2024-Q2,email,23,\n"
    )

    assert {one for _, _, one in told(lines)} == {"2024-Q2 channel=letter, 2024-Q2 channel=email"}
    hidden = lines.replace("Q2,letter,17,", "Q2,letter,,suppressed").replace(
        "Q2,email,23,", "Q2,email,,suppressed"
    )
    assert told(hidden) == []


def test_no_cases_and_zeros_are_known_and_protect_nothing() -> None:
    lines = "2024-Q1,,40,\n2024-Q1,letter,,suppressed\n2024-Q1,email,,no_cases\n"

    assert told(lines) == [("suppressed-left-over", 3, "2024-Q1")]


def test_a_sum_that_the_published_figures_deny_is_none() -> None:
    # One person may write both letters and e-mails: 30 and 20 are not 40.
    denied = "2024-Q1,,40,\n2024-Q1,letter,30,\n2024-Q1,email,20,\n"
    lines = "2024-Q2,,40,\n2024-Q2,letter,37,\n2024-Q2,email,,suppressed\n"

    assert told(denied + lines) == []
    assert told(lines) != []


def test_of_a_rolling_year_the_parts_are_no_parts() -> None:
    lines = "2024-H1,,60,\n2024-Q1,,,suppressed\n2024-Q2,,20,\n"

    assert told(lines, replace(PEOPLE, window="year")) == []
    assert told(lines) != []


def test_shares_are_worked_out_from_their_counts() -> None:
    lines = "2024-Q1,,,90,100,\n2024-Q1,letter,,40,45,\n2024-Q1,email,,,,suppressed\n"

    assert told(lines, SHARE, COUNTS) == [("suppressed-left-over", 4, "2024-Q1 channel=letter")]


def test_a_printed_share_of_a_published_number_is_a_count() -> None:
    # 90.0 % of 100 and 88.9 % of 45 leave 50 of 55: nobody wrote a numerator.
    lines = "2024-Q1,,90.0,,100,\n2024-Q1,letter,88.9,,45,\n2024-Q1,email,,,,suppressed\n"

    assert [one for one, _, _ in told(lines, SHARE, COUNTS)] == ["suppressed-left-over"]


def test_an_earlier_line_that_still_shows_the_figure_is_found() -> None:
    head = "period,channel,value,state,released,revises\n"
    lines = "2024-Q1,,9,,2024-04-20,\n2024-Q1,,,suppressed,2024-05-20,2024-04-20\n"
    series, _ = read_results(head + lines, PEOPLE)
    problems = list(disclosures(publication((), (PEOPLE,), (series,))))

    assert [(one.id, one.spot.line) for one in problems] == [("suppressed-earlier", 2)]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [("7,7", ["all-or-none"]), ("0,7", ["all-or-none"]), ("30,30", []), ("10,20", []), ("0,0", [])],
)
def test_small_groups_of_which_all_or_none_are_counted_get_advice(cells: str, expected: list[str]) -> None:
    assert [one.id for one in found(f"2024-Q1,,,{cells},\n", SHARE, COUNTS)] == expected


def test_equations_are_solved_together_where_none_of_them_does_it_alone() -> None:
    # a + b = 3, b + c = 5, a + c = 4: a is 1.
    one = Fraction(1)
    ranges = {
        **{name: Range() for name in "abc"},
        **{str(n): Range(Fraction(n), Fraction(n)) for n in (3, 4, 5)},
    }
    relations = tuple(
        Relation(((x, one), (y, one), (total, -one)))
        for x, y, total in (("a", "b", "3"), ("b", "c", "5"), ("a", "c", "4"))
    )

    assert fixed(System(ranges, relations)) == frozenset("abc")
    assert fixed(System(ranges, relations[:2])) == frozenset()


def test_whole_numbers_may_leave_one_possibility_where_fractions_leave_many() -> None:
    # 2a + 3b = 7 has one solution in whole numbers from 0: 2 and 1.
    relation = Relation((("a", Fraction(2)), ("b", Fraction(3))), Fraction(7), Fraction(7))
    ranges = {"a": Range(), "b": Range()}

    assert fixed(System(ranges, (relation,))) == frozenset("ab")
    assert fixed(System(ranges, (relation,), whole=False)) == frozenset()
    assert fixed(System(ranges, (replace(relation, low=Fraction(1), high=Fraction(1)),))) is None


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A true table of persons, with everything small hidden and now and then something else."""
    dimensions = draw(
        st.sampled_from([(("a_1", "a_2"),), (("a_1", "a_2", "a_3"),), (("a_1", "a_2"), ("b_1", "b_2"))])
    )
    share = draw(st.booleans()) and dimensions == (("a_1", "a_2"),)
    wide = share or dimensions != (("a_1", "a_2"),)
    years = [] if wide else [(*tuple(SPANS)[:4], "2024")]
    spans = draw(st.sampled_from([("2024-Q1",), ("2024-Q1", "2024-Q2", "2024-H1"), *years]))
    values = [("", *all) for all in dimensions]
    groups = [()]
    for all in values:
        groups = [(*group, value) for group in groups for value in all]
    lines: list[Place] = [(span, group) for span in spans for group in groups]
    quarters = [span for span in spans if "Q" in span]
    counts = st.sampled_from([0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 8, 9])
    leaves = {}
    for place in ((quarter, group) for quarter in quarters for group in groups if "" not in group):
        all = draw(counts)
        leaves[place] = (draw(st.integers(0, all)), all) if share else (all,)
    table = Table(dimensions, tuple(lines), leaves)
    small = {place for place in lines if table.is_small(place)}
    extra = draw(st.sets(st.sampled_from(lines), max_size=2))
    return replace(table, hidden=frozenset(small | {one for one in extra if table.true(one)[-1]}))


def complaints(table: Table) -> list[Problem]:
    """What the check says of the file of a table."""
    return [
        one
        for one in disclosures(records(table))
        if one.spot.file.endswith("split.csv") and one.id != "all-or-none"
    ]


def cured(table: Table, problems: list[Problem]) -> Table:
    """The table after staff have hidden everything that the check named."""
    by_name = {_name(place): place for place in table.lines}
    more = {by_name[name] for one in problems for name in one.named["second"].split(", ")}
    return replace(table, hidden=table.hidden | more)


def _name(place: Place) -> str:
    return " ".join((place[0], *(f"d{index}={value}" for index, value in enumerate(place[1]) if value)))


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
)
@given(tables())
def test_no_page_lets_a_hidden_figure_be_worked_out(table: Table) -> None:
    assume(table.hidden and len(table.leaves) - len(table.hidden & set(table.leaves)) > 0)
    problems = complaints(table)
    safe = cured(table, problems) if problems else table

    assert complaints(safe) == []
    page = published(safe)
    assert {place for place, numbers in page.items() if numbers is None} == safe.hidden
    assert {place: values for place, values in possible(safe, page).items() if len(values) < 2} == {}


def test_the_reader_of_the_page_does_work_out_what_is_not_protected() -> None:
    whole, first, second = (("2024-Q1", (value,)) for value in ("", "a_1", "a_2"))
    leaves = {first: (9,), second: (3,)}
    table = Table((("a_1", "a_2"),), (whole, first, second), leaves, frozenset({second}))

    assert possible(table, published(table)) == {second: {(3,)}}
    assert len(complaints(table)) == 1
