"""Charts: exact scales, honest lines, shapes for every status, and nothing odd whatever the figures are."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterkit.model.common import MonthDay
from charterkit.model.indicator import Baseline, Break, Direction, IndicatorType, Tolerance
from charterkit.model.requirement import BetterThan, ByDay, Limit, Operator, Span, Target
from charterkit.periods import Frequency
from charterkit.rules.status import Status
from charterkit.site.charts.chart import all_the_same
from charterkit.site.charts.data import gather
from charterkit.site.charts.kinds import Kind, kind_of
from charterkit.site.charts.scale import Bounds, Scale, round_step, scale
from charterkit.site.charts.shapes import across, down, marks
from charterkit.site.charts.widths import SIZE, width
from charterkit.site.results.verdicts import LOOKS
from charting import BODIES, all_charts, chart_of, context, html_of, outcomes_of, plain, quarters
from factory import LONG_AGO, WORDS, at_least, day

MEAN = plain(
    type=IndicatorType.MEAN, unit="minutes", direction=Direction.LOWER, numerator=None, denominator=None
)
COUNT = plain(type=IndicatorType.COUNT, unit="count", decimals=0, numerator=None, denominator=None)
SHARE = plain(numerator=None, denominator=None)
EIGHT = (91, 92, 93, 94, 95, 96, 97, 98)
MOST_BYTES = 6 * 1024


def at_most(value: str, since: str = "2000-01-01") -> Target:
    return Target(day(since), Limit(Operator.AT_MOST, Decimal(value)))


def looks(html: str) -> list[str]:
    return re.findall(r'<g class="([^"]+)">', html)


def group(html: str, look: str) -> str:
    found = re.search(rf'<g class="{look}">(.*?)</g>', html)
    return found[1] if found else ""


@pytest.mark.parametrize(
    ("least", "step"),
    [("0.3", "0.5"), ("1", "1"), ("1.1", "2"), ("3", "5"), ("7", "10"), ("12", "20"), ("0.004", "0.005")],
)
def test_steps_are_one_two_or_five(least: str, step: str) -> None:
    assert round_step(Fraction(least)) == Fraction(step)


def test_a_scale_starts_at_zero_where_that_leaves_room_for_the_figures() -> None:
    assert scale([Fraction(12), Fraction(26)]).ticks == (0, 10, 20, 30)


def test_a_scale_of_high_figures_is_fitted_to_them_and_never_leaves_what_is_possible() -> None:
    percent = Bounds(lowest=Fraction(0), highest=Fraction(100), least=Fraction(10))

    assert scale([Fraction(97), Fraction(99)], percent).ticks == (90, 95, 100)
    assert scale([Fraction(90), Fraction(105)], percent).high == 100


def test_a_bar_always_stands_on_zero() -> None:
    assert scale([Fraction(97), Fraction(99)], Bounds(zero=True)).low == 0


def test_place_one_stands_on_top() -> None:
    upside_down = scale([Fraction(1), Fraction(12)], inverted=True)

    assert upside_down.height(Fraction(1)) > upside_down.height(Fraction(12))


@settings(deadline=None)
@given(
    st.lists(
        st.fractions(min_value=-(10**9), max_value=10**12, max_denominator=1000), min_size=1, max_size=40
    ),
    st.booleans(),
)
def test_every_figure_has_its_place_on_its_scale(values: list[Fraction], zero: bool) -> None:
    found = scale(values, Bounds(zero=zero))

    assert 2 <= len(found.ticks) <= 7
    assert found.low <= min(values)
    assert max(values) <= found.high
    assert all(0 <= found.height(one) <= 1 for one in values)


def test_places_have_one_decimal_at_most() -> None:
    assert (across(1 / 3), across(1), down(200 / 7)) == ("33.3%", "100%", "1.9em")
    assert (down(-56), down(0), down(-0.01), down(190)) == ("-3.73em", "0", "0", "12.67em")


def test_wide_letters_are_taken_as_wide() -> None:
    assert width("WWW") > width("aaa") > width("iii")


@pytest.mark.parametrize(
    ("indicator", "figures", "kind"),
    [
        (SHARE, quarters(*EIGHT), Kind.LINE),
        (SHARE, quarters(91, 92, 93), Kind.BARS),
        (COUNT, quarters(*EIGHT), Kind.COLUMNS),
        (
            plain(type=IndicatorType.YES_NO, unit="count", decimals=0),
            quarters("yes", "no", "yes"),
            Kind.STRIP,
        ),
        (SHARE, quarters(91), None),
        (SHARE, "period,value\n", None),
    ],
)
def test_the_kind_of_chart_follows_from_the_figures(
    indicator: object, figures: str, kind: Kind | None
) -> None:
    one = replace(indicator, starts=day("2024-01-01"))  # type: ignore[type-var]

    assert kind_of(one, gather(one, outcomes_of(figures, one, ()))) is kind


def test_a_line_is_not_drawn_across_a_missing_period() -> None:
    part = chart_of(quarters(91, 92, 93, None, 95, 96, 97), SHARE)
    assert part is not None

    # Six figures, and two runs of three: two lines in each.
    assert group(html_of(part), "chart-line").count("<line") == 4
    assert group(html_of(part), "chart-dot").count("<circle") == 6


def test_a_line_is_not_drawn_across_a_break_which_is_marked() -> None:
    broken = replace(SHARE, breaks=(Break(day("2025-01-01"), WORDS),))
    part = chart_of(quarters(*EIGHT[:7]), broken)
    assert part is not None
    html = html_of(part)

    assert group(html, "chart-line").count("<line") == 5
    assert group(html, "chart-break").count("<line") == 1
    assert "cannot be compared" in html


def test_a_target_that_changed_is_a_step_at_the_beginning_of_its_first_period() -> None:
    targets = (at_least("90"), replace(at_least("95"), since=day("2025-01-01")))
    part = chart_of(quarters(*EIGHT[:7]), SHARE, targets)
    assert part is not None
    drawn = group(html_of(part), "chart-target chart-over")
    # 2024 has 366 days of the 731 from its first day to the last of 2025.
    step = across(366 / 731)

    assert drawn.count("<line") == 3
    assert drawn.count(f'x1="{step}"') == 2
    assert "The target of each period." in html_of(part)


def test_the_margin_lies_beyond_the_target_in_its_unit_or_in_per_cent_of_it() -> None:
    absolute = gather(replace(SHARE, near=Tolerance(Decimal(2))), outcomes_of(quarters(*EIGHT), SHARE))
    assert absolute.points[0].near.low == 88
    percent = replace(MEAN, near=Tolerance(Decimal(10), percent=True))
    data = gather(percent, outcomes_of(quarters(*EIGHT), percent, (at_most("20"),)))

    assert (data.points[0].wanted.high, data.points[0].near.high) == (20, 22)


def test_a_span_is_a_band_between_two_lines() -> None:
    part = chart_of(quarters(*EIGHT), SHARE, (Target(LONG_AGO, Span(Decimal(92), Decimal(96))),))
    assert part is not None

    assert group(html_of(part), "chart-zone").count("<rect") == 1
    assert group(html_of(part), "chart-target chart-over").count("<line") == 2


def test_a_target_that_is_no_level_is_told_in_words_only() -> None:
    part = chart_of(quarters(*EIGHT), SHARE, (Target(LONG_AGO, BetterThan()),))
    assert part is not None

    assert "chart-target chart-over" not in looks(html_of(part))
    assert "Target: better than in the period before" in html_of(part)


def test_better_than_a_named_period_is_a_line_at_its_figure() -> None:
    data = gather(SHARE, outcomes_of(quarters(*EIGHT), SHARE, (Target(LONG_AGO, BetterThan("2024-Q2")),)))

    assert data.points[-2].wanted.low == 92


def test_days_are_a_row_of_verdicts() -> None:
    dated = replace(COUNT, unit="date", frequency=Frequency.YEARLY, starts=day("2021-01-01"), due_days=None)
    targets = (Target(LONG_AGO, ByDay(MonthDay(3, 1))),)
    part = chart_of("period,value\n2021,2021-02-20\n2022,2022-03-05\n2023,2023-03-01\n", dated, targets)
    assert part is not None

    assert [key for key in part.keys if key.look] == []
    assert "Not met" in html_of(part)
    assert "chart-grid" not in html_of(part)


def test_where_things_stood_before_is_marked_and_told() -> None:
    part = chart_of(quarters(*EIGHT), replace(SHARE, baseline=Baseline("2023", Decimal("81.2"))))
    assert part is not None

    assert "Before the promise (2023): 81.2%" in html_of(part)
    assert group(html_of(part), "chart-baseline").count("<path") == 1


def test_a_bound_is_an_arrow() -> None:
    part = chart_of(quarters(*EIGHT[:6], "<90"), replace(MEAN), (at_most("99"),))
    assert part is not None

    assert group(html_of(part), "chart-arrow").count("<path") == 1
    assert "beyond the tip" in html_of(part)


def test_an_unsettled_figure_is_hollow_and_its_line_is_dotted() -> None:
    figures = "period,value,state\n" + quarters(*EIGHT).split("\n", 1)[1].replace("\n", ",\n")
    part = chart_of(
        figures.replace("2025-Q3,97,", "2025-Q3,97,provisional").replace("2025-Q4,98,\n", ""), SHARE
    )
    assert part is not None
    html = html_of(part)

    assert group(html, "chart-dot chart-open").count("<circle") == 1
    assert group(html, "chart-line chart-soft").count("<line") == 1
    assert "This figure is not final yet." in html


def test_an_interval_is_a_whisker() -> None:
    from charterkit.site.charts.frame import Frame
    from charterkit.site.charts.plot import small

    data = gather(SHARE, outcomes_of(quarters(*EIGHT), SHARE))
    first = replace(data.points[0], interval=(Fraction(90), Fraction(92)))
    frame = Frame(tuple(one.period for one in data.points), Scale((Fraction(80), Fraction(100))), "")
    drawn = small(frame, replace(data, points=(first, *data.points[1:])))

    assert [len(one.shapes) for one in drawn.groups if one.look == "chart-whisker"] == [1]


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_its_shape(status: Status) -> None:
    (drawn,) = marks(((0.5, status, "tip"),), 10)
    tags = [shape.tag for shape in drawn.shapes]

    assert LOOKS[status].hue in drawn.look
    assert (
        tags
        == {"met": ["circle"], "not": ["circle"], "part": ["circle", "svg"], "none": ["svg"]}[
            LOOKS[status].mark
        ]
    )
    assert ("chart-full" in str(drawn.shapes)) is (LOOKS[status].mark == "met")


def test_a_long_time_without_figures_is_told_and_not_drawn() -> None:
    data = gather(SHARE, outcomes_of(quarters(91, 92), SHARE))

    assert len(data.points) == 2
    assert data.waiting is not None
    assert data.waiting.label == "2024-Q3"


def test_authored_words_stay_words() -> None:
    part = chart_of(quarters(*EIGHT), SHARE)
    assert part is not None
    poisoned = html_of(replace(part, title="<script>", caption='"><img src=x>'))

    assert "<script>" not in poisoned
    assert "<img" not in poisoned


PLACES = frozenset({"x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height"})
ODD = st.lists(
    st.none()
    | st.integers(-100, 100)
    | st.sampled_from([0, -20, 10**15, "0.00001", "123456789012345678901234567890", "<30", ">9200", "~5"]),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(ODD, st.sampled_from([MEAN, COUNT, replace(MEAN, type=IndicatorType.NPS, unit="score")]))
def test_odd_series_give_whole_drawings(values: list[object], indicator: object) -> None:
    part = chart_of(quarters(*values), indicator, (at_most("20"),))  # type: ignore[arg-type]
    shown = [one for one in values if one is not None]

    assert (part is None) is (len(shown) < 2)
    if part is not None:
        attributes = [
            pair for group in part.drawing.groups for shape in group.shapes for pair in shape.attributes
        ]
        places = [(name, place) for name, place in attributes if name in PLACES]
        assert [
            place for _, place in places if not re.fullmatch(r"0|-?\d+(\.\d)?%|-?\d+(\.\d\d?)?em", place)
        ] == []
        tall = part.drawing.height / SIZE
        ends = {place: 100 if place.endswith("%") else tall for _, place in places}
        assert [
            place for place, end in ends.items() if not -100 <= float(place.rstrip("%em")) <= end + 0.01
        ] == []
        assert part.drawing.height < 500


@pytest.mark.parametrize("root", BODIES, ids=lambda root: root.name)
def test_every_chart_of_a_site_is_small_the_same_every_time_and_without_style_or_script(root: Path) -> None:
    found = list(all_charts(root))

    assert found == list(all_charts(root))
    assert {
        name: size
        for name, html in found
        if (size := len(gzip.compress(html.encode(), mtime=0))) > MOST_BYTES
    } == {}
    assert [
        name for name, html in found if re.search(r"style=|<script|\bnan\b|NaN|None|Fraction", html)
    ] == []


@pytest.mark.parametrize("values", [(91, 92), (100, 100, 100, 100, 100, 100)])
def test_what_a_sentence_tells_is_not_drawn(values: tuple[int, ...]) -> None:
    assert chart_of(quarters(*values), SHARE, ()) is None
    assert chart_of(quarters(*values), SHARE) is not None
    assert chart_of(quarters(*values, 90), SHARE, ()) is not None


def test_a_longer_series_of_one_figure_is_told_in_a_sentence() -> None:
    where = context(SHARE)

    def told(*values: int) -> str:
        return all_the_same(where, SHARE, outcomes_of(quarters(*values), SHARE, ()))

    assert told(97, 97, 97) == "All figures are the same: 97.0%."
    assert told(97, 97) == ""
    assert told(97, 97, 96) == ""


def test_the_newest_bar_and_its_number_stand_out() -> None:
    part = chart_of(quarters(91, 92, 93), SHARE, ())
    assert part is not None
    html = html_of(part)

    assert group(html, "chart-words chart-last").count("<text") == 1
    assert "93.0%" in group(html, "chart-words chart-last")
    assert group(html, "chart-column").count("<rect") == 1
    assert group(html, "chart-column chart-past").count("<rect") == 2


def test_a_target_that_changed_is_named_as_it_is_now() -> None:
    part = chart_of(quarters(91, 92, 93), SHARE, (at_least("80"), at_least("90", "2024-07-01")))

    assert part is not None
    assert "The target of each period. The newest one: at least 90%." in [key.text for key in part.keys]


def test_figures_that_differ_by_less_than_is_written_have_no_lowest() -> None:
    part = chart_of(quarters("91.01", "91.02", "91.03"), replace(SHARE, decimals=1))

    assert part is not None
    assert part.caption == ""
