"""The methodology has the rules of the code, and from the record of an indicator its figure can be worked out again."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from charterkit.data.load import load
from charterkit.model.commitment import Measure
from charterkit.model.indicator import Confidentiality, IndicatorType
from charterkit.model.result import Count, Quantity, Row, Series, State
from charterkit.rules.check import check
from charterkit.rules.decision_table import combined, lines, situations
from charterkit.rules.demands import Says
from charterkit.rules.standing import standing
from charterkit.rules.status import Moment, PromiseStatus, Situation, Status, Why, decide
from charterkit.rules.worked_examples import Lesson, examples, gaps, year
from charterkit.site.context import Site
from charterkit.site.methods.examples import LESSONS
from charterkit.site.methods.rules import CONDITIONS
from charterkit.site.pages import Kind
from charterkit.site.render import Renderer
from charterkit.site.results.verdicts import LOOKS
from factory import INDICATOR, at_least, commitment, period, publication, read_results

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = {
    "demonstration": ROOT,
    **{p.name: p for p in sorted((ROOT / "tests/examples").iterdir()) if p.is_dir()},
}
TODAY = date(2025, 11, 21)


@cache
def renderer(name: str) -> Renderer:
    """The English site of a folder."""
    checked = check(load(FOLDERS[name]), TODAY)
    assert checked.publication is not None
    return Renderer(Site(checked.publication, standing(checked.publication, TODAY), ("en",)))


def record(site: Renderer, indicator: str) -> str:
    """The record page of an indicator."""
    found = next(one for one in site.directory.pages if one.kind is Kind.INDICATOR and one.key == indicator)
    return site.page(found, "en")


@cache
def methodology() -> str:
    site = renderer("demonstration")
    return site.page(next(one for one in site.directory.pages if one.kind is Kind.METHODOLOGY), "en")


def table(html: str, id: str) -> list[tuple[str, str]]:
    """The cells of a table with two columns, as bare text."""
    body = html.split(f'id="{id}"')[1].split("<tbody>")[1].split("</tbody>")[0]
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th><td>(.*?)</td></tr>", body, re.DOTALL)
    return [(bare(first), bare(second)) for first, second in rows]


def bare(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


# The rules


def test_every_answer_of_the_code_has_its_line_in_the_table_and_no_other_line_is_there() -> None:
    answers = {decided for one in situations() if (decided := decide(one)) is not None}

    assert {(line.status, line.why) for line in lines()} == answers
    assert set(CONDITIONS) == {line.why for line in lines()}


def test_the_situations_are_all_that_there_are() -> None:
    assert len(set(situations())) == len(State) * len(Says) * len(Moment) * 2**3


def test_the_page_shows_the_verdict_that_the_code_gives_in_each_line() -> None:
    shown = table(methodology(), "rules-order")

    assert shown == [(CONDITIONS[line.why], LOOKS[line.status].word) for line in lines()]
    assert len(shown) == 18


@pytest.mark.parametrize(
    ("situation", "line"),
    [
        (Situation(State.ENDED), (Status.NOT_APPLICABLE, Why.ENDED)),
        (Situation(no_base=True), (Status.NO_CASES, Why.NO_CASES)),
        (Situation(says=Says.UNDECIDED), (Status.NO_DATA, Why.BOUND)),
        (
            Situation(says=Says.MISSES, moment=Moment.RUNNING, accumulates=True),
            (Status.OPEN, Why.STILL_COUNTING),
        ),
        (Situation(says=Says.NEAR), (Status.NEAR, Why.NEAR)),
    ],
)
def test_lines_counted_by_hand_are_among_them(situation: Situation, line: tuple[Status, Why]) -> None:
    assert decide(situation) == line
    assert line in [(one.status, one.why) for one in lines()]


def test_promises_follow_as_they_were_worked_out_by_hand() -> None:
    assert [one.promise for one in combined()] == [
        PromiseStatus.MET,
        PromiseStatus.PARTLY_MET,
        PromiseStatus.NOT_MET,
        PromiseStatus.NOT_MET,
        PromiseStatus.NOT_EVALUATED,
        PromiseStatus.MET,
        PromiseStatus.NOT_EVALUATED,
        PromiseStatus.NOT_MEASURED,
    ]
    assert ("Met + Overdue", "Not known") in table(methodology(), "promises-table")
    assert ("Nearly met", "Not kept") in table(methodology(), "promises-table")


# The examples


BY_HAND = {
    Lesson.REACHED: Status.MET,
    Lesson.NOT_ROUNDED: Status.NEAR,
    Lesson.MISSED: Status.NOT_MET,
    Lesson.AT_MOST: Status.NOT_MET,
    Lesson.BETWEEN: Status.MET,
    Lesson.BOUND_DECIDES: Status.MET,
    Lesson.BOUND_OPEN: Status.NO_DATA,
    Lesson.RUNNING: Status.ON_TRACK,
    Lesson.PROVISIONAL: Status.AT_RISK,
    Lesson.TARGET_CHANGED: Status.NOT_MET,
    Lesson.ZERO: Status.NOT_MET,
    Lesson.NO_CASES: Status.NO_CASES,
    Lesson.LATE: Status.OVERDUE,
    Lesson.MISSING: Status.NO_DATA,
    Lesson.NOT_APPLICABLE: Status.NOT_APPLICABLE,
    Lesson.SUPPRESSED: Status.SUPPRESSED,
}


def test_examples_come_out_as_they_were_worked_out_by_hand() -> None:
    found = {**examples(), **gaps()}

    assert {lesson: one.outcome.status for lesson, one in found.items()} == BY_HAND
    assert set(LESSONS) == set(BY_HAND) == set(Lesson)
    assert found[Lesson.TARGET_CHANGED].outcome.verdict.target_changed


def test_the_page_tells_the_examples() -> None:
    told = dict(table(methodology(), "examples-single"))

    assert told["Nothing is rounded first"].startswith(
        "Nearly met First quarter of 2024: 94.96%. The target (at least 95%)"
    )
    assert told["The target was raised in the middle of the period"].startswith(
        "Not met First quarter of 2024: 92.5%."
    )
    assert dict(table(methodology(), "gaps-table"))["There were no cases: 0 of 0."].startswith("No cases")


def test_a_year_is_the_sum_of_its_quarters_not_their_average() -> None:
    example, parts = year()
    shares = [one.figure.value for one in parts if one.figure]

    assert example.outcome.figure is not None
    assert example.outcome.figure.value == Fraction(196 + 190 + 60 + 118, 200 + 200 + 80 + 120) * 100 == 94
    assert example.outcome.status is Status.NEAR
    assert round(float(sum(shares) / 4), 1) == 91.6
    assert "(196 + 190 + 60 + 118) ÷ (200 + 200 + 80 + 120) × 100 = 94.0%" in methodology()


def test_the_example_of_a_survey_is_what_wilsons_formula_gives() -> None:
    n, p, z = 15, 14 / 15, 1.959964
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)

    assert tuple(Decimal(f"{100 * one:.1f}") for one in (p, middle - half, middle + half)) == (
        Decimal("93.3"),
        Decimal("70.2"),
        Decimal("98.8"),
    )
    assert "Share: 93.3%. Range: from 70.2% to 98.8%." in methodology()


def test_contents_lead_to_every_chapter_and_what_a_body_adds_is_there() -> None:
    contents = methodology().split('class="contents"')[1].split("</details>")[0]
    anchors = re.findall(r'href="#([^"]+)"', contents)

    assert len(anchors) == len(set(anchors)) >= 15
    assert all(f'id="{anchor}"' in methodology() for anchor in anchors)
    assert "31 March 2026" in methodology()
    assert "Head of the strategic planning section" in methodology()
    assert "With each result the institutions record how many complaints" in methodology()


def test_words_are_explained_in_one_place_and_long_lists_of_indicators_stand_in_another() -> None:
    chapter = methodology().split('id="verdicts"')[1].split("</section>")[0]
    measured = methodology().split('id="indicators"')[1].split("</section>")[0]

    assert re.findall(r'href="([^"]+)"', chapter) == ["../words/#promises", "../words/#results"]
    assert "Every result leads to the full description of its indicator." in measured
    assert re.findall(r'href="([^"]+)"', measured) == ["../results/"]


# The formulas


LINE = re.compile(r"(?P<left>[^=]+?) = (?:(?P<exact>[\d,.]+…?) ≈ )?(?P<shown>.+)")
COMPUTED = [(name, id) for name in FOLDERS for id in renderer(name).site.publication.indicators]


def number(text: str) -> Fraction:
    return Fraction(text.replace(",", ""))


def left_side(text: str) -> Fraction:
    """The value of sums, quotients and a factor, as somebody with a pocket calculator would work it out."""
    top, _, rest = text.partition(" ÷ ")
    bottom, _, factor = rest.partition(" × ")
    sums = [sum(number(one) for one in part.strip("()").split(" + ")) for part in (top, bottom) if part]
    quotient = sums[0] / sums[1] if rest else Fraction(sums[0])
    return quotient * (number(factor) if factor else 1)


def agrees(text: str, exact: Fraction) -> bool:
    """Whether a number as it is shown is the exact one, rounded to as many decimals."""
    found = re.search(r"-?[\d,]+(?:\.\d+)?", text)
    assert found, text
    places = len(found[0].partition(".")[2])
    return abs(number(found[0]) - exact) * 2 * 10**places <= 1


def formula_lines(html: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'<p class="formula-line">(.*?)</p>', html)]


def drawn(html: str) -> Iterator[ElementTree.Element]:
    for found in re.findall(r"<math.*?</math>", html, re.DOTALL):
        yield ElementTree.fromstring(found.replace("&nbsp;", "\u00a0"))


@pytest.mark.parametrize(("name", "id"), COMPUTED)
def test_every_record_has_a_formula_that_gives_its_figure_or_says_why_not(name: str, id: str) -> None:
    html = record(renderer(name), id)
    screen = html.split('class="on-paper"')[0]
    written = [one for one in formula_lines(screen) if " = " in one]
    for line in written:
        parts = LINE.fullmatch(line)
        assert parts, line
        value = left_side(parts["left"])
        if parts["exact"]:
            cut = parts["exact"].rstrip("…")
            places = len(cut.partition(".")[2])
            assert number(cut) == Fraction(int(value * 10**places), 10**places), line
            assert (number(cut) == value) is not parts["exact"].endswith("…"), line
        assert agrees(parts["shown"], value), line
    reasons = (
        "worked out again here",
        "Nothing is worked out",
        "there is nothing to work out",
        "put together from",
    )
    assert written or any(reason in screen for reason in reasons)


@pytest.mark.parametrize(("name", "id"), COMPUTED)
def test_mathml_is_well_formed_and_says_what_the_line_says(name: str, id: str) -> None:
    html = record(renderer(name), id)
    known = {"math", "mrow", "mfrac", "mn", "mo", "mtext"}
    for math_element in drawn(html):
        assert {one.tag for one in math_element.iter()} <= known
        for fraction in math_element.iter("mfrac"):
            assert len(fraction) == 2
            assert all("".join(part.itertext()) for part in fraction)


def test_a_share_of_the_demonstration_is_worked_out_by_hand() -> None:
    html = record(renderer("demonstration"), "letters-answered-in-time")

    assert formula_lines(html)[0] == "765 ÷ 790 × 100 = 96.835… ≈ 96.8%"
    assert [one.text for one in next(drawn(html)).iter("mn")] == ["765", "790", "100"]
    assert 'href="../../results/letters-answered-in-time/"' in html


def test_months_that_are_judged_by_the_year_are_added() -> None:
    html = record(renderer("demonstration"), "stops-kept")

    assert " + 118) ÷ (" in formula_lines(html)[1]
    assert "their percentages are never averaged" in html


def page_of(figures: str, **changes: object) -> str:
    """The record of one indicator with these results."""
    indicator = replace(INDICATOR, **changes)  # type: ignore[arg-type]
    found, problems = read_results(figures, indicator)
    assert not problems, problems
    promise = commitment(Measure(indicator.id, (at_least("90"),)))
    records = publication((promise,), (indicator,), (found,))
    site = Site(records, standing(records, date(2024, 12, 1)), ("en",))
    return record(Renderer(site), indicator.id)


def test_nothing_is_rounded_where_nothing_has_to_be() -> None:
    html = page_of("period,numerator,denominator,released\n2024-Q1,19,20,2024-04-05\n")

    assert formula_lines(html) == ["19 ÷ 20 × 100 = 95.0%"]
    assert "Only what is shown is rounded" not in html


def test_an_outcome_that_ends_is_shown_to_its_end() -> None:
    html = page_of("period,numerator,denominator,released\n2024-Q1,381,400,2024-04-05\n")

    assert formula_lines(html) == ["381 ÷ 400 × 100 = 95.25 ≈ 95.3%"]


def test_counts_that_were_not_published_are_said_to_be_missing() -> None:
    html = page_of("period,value,released\n2024-Q1,95.5,2024-04-05\n")

    assert formula_lines(html) == ["95.5%"]
    assert "without the counts behind it" in html
    assert "<math" not in html


def test_a_figure_that_must_not_be_shown_stays_hidden() -> None:
    indicator = replace(INDICATOR, confidentiality=Confidentiality(persons=True, k=5))
    few = Row(
        period("2024-Q1"),
        figure=Quantity(Fraction(300, 7), decimals=1),
        numerator=Count(Decimal(3)),
        denominator=Count(Decimal(7)),
    )
    promise = commitment(Measure(indicator.id, (at_least("90"),)))
    records = publication((promise,), (indicator,), (Series(indicator.id, (few,)),))
    html = record(Renderer(Site(records, standing(records, date(2024, 12, 1)), ("en",))), indicator.id)

    assert "42.8" not in html
    assert "3 ÷ 7" not in html
    assert "there is nothing to work out" in html


def test_a_place_is_worked_out_as_a_share_of_those_compared() -> None:
    html = page_of(
        "period,value,denominator,released\n2024-Q1,3,60,2024-04-05\n",
        type=IndicatorType.RANK,
        unit="count",
        decimals=None,
        numerator=None,
        denominator=None,
    )

    assert formula_lines(html) == ["3 ÷ 60 × 100 = 5.0%"]
    assert "A place in a ranking is judged as a share of all that were compared." in html


def test_paper_has_every_concept_of_esms_in_its_order() -> None:
    html = record(renderer("demonstration"), "letters-answered-in-time").split('class="on-paper"')[1]
    codes = re.findall(r'<small class="soft">([A-Z_]+)</small>', html)

    assert codes[:4] == ["CONTACT", "META_UPDATE", "STAT_PRES", "UNIT_MEASURE"]
    assert len(codes) == len(set(codes)) == 19
    assert codes[-2:] == ["STAT_PROCESS", "COMMENT_DSET"]
    assert "Not stated" in html.split("COST_BURDEN")[1].split("</tr>")[0]
    assert "765 ÷ 790 × 100 = 96.835… ≈ 96.8%" in html.split("STAT_PROCESS")[1]
