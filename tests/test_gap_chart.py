"""The chart of the gaps between expectation and experience: no name is cut, and none meets its figure."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterkit.site.charts.gaps import GapRow, gaps
from charterkit.site.charts.shapes import NARROW, WIDE, Drawing, down
from charterkit.site.charts.widths import LINE, width, wrapped
from charterkit.site.quality.score_bars import Bar, score_bars

SHORT, LONG = "Greitis", "Az ügyintézés gyorsasága és pontossága"
UNBREAKABLE = "Megszentségteleníthetetlenségeskedéseitekért"


def drawn(*names: str) -> Drawing:
    rows = [GapRow(name, "+0.62", Fraction(9, 2), Fraction(4)) for name in names]
    return gaps(rows, Fraction(1), Fraction(5))


def words(drawing: Drawing, look: str) -> list[str]:
    return [one.text for group in drawing.groups if group.look == look for one in group.shapes]


def test_a_long_name_stands_in_lines_where_the_screen_is_narrow_and_in_one_where_it_is_wide() -> None:
    drawing = drawn(SHORT, LONG)
    narrow = words(drawing, "chart-words chart-last chart-major")

    assert words(drawing, "chart-words chart-last") == [SHORT]
    assert len(narrow) > 1
    assert " ".join(narrow) == LONG
    assert words(drawing, "chart-words chart-last chart-minor") == [LONG]


def test_a_name_in_two_lines_takes_a_line_more_and_moves_what_stands_below_it() -> None:
    one, two = drawn(SHORT, SHORT), drawn(LONG, SHORT)
    figures = [[shape.attributes[1][1] for shape in drawing.groups[-1].shapes] for drawing in (one, two)]

    assert two.height == one.height + LINE
    assert figures[0] == [down(16), down(66)]
    assert figures[1] == [down(16 + LINE), down(66 + LINE)]


@pytest.mark.parametrize("pixels", [NARROW, WIDE])
def test_a_word_that_is_wider_than_a_line_is_divided(pixels: int) -> None:
    lines = wrapped(UNBREAKABLE * 2, pixels)

    assert "".join(line.removesuffix("-") for line in lines) == UNBREAKABLE * 2
    assert all(width(line, bold=True) <= pixels for line in lines)


@settings(max_examples=60)
@given(st.lists(st.text("aąmWЖ", min_size=1, max_size=30), min_size=1, max_size=8).map(" ".join))
def test_every_name_is_whole_and_leaves_its_figure_room(name: str) -> None:
    drawing = drawn(name)
    everywhere = words(drawing, "chart-words chart-last")
    for look, pixels in (("chart-major", NARROW), ("chart-minor", WIDE)):
        lines = words(drawing, f"chart-words chart-last {look}") or everywhere
        assert "".join(lines).replace("-", "").replace(" ", "") == name.replace(" ", "")
        assert all(width(line, bold=True) <= pixels for line in lines)
        assert width(lines[-1], bold=True) + width("+0.62") <= pixels


def test_a_long_name_of_a_bar_stands_in_lines_beside_its_points() -> None:
    bars = [Bar(name, "46,3", Fraction(1, 2)) for name in (SHORT, "9. Ключови резултати от дейността")]
    drawing = score_bars("bars", ("", "", ""), bars, "", "table").drawing
    narrow = words(drawing, "chart-words chart-major")
    # The last line of a name and its points are as high as each other.
    heights = [
        next(group for group in drawing.groups if group.look == look).shapes[-1].attributes[1][1]
        for look in ("chart-words chart-major", "chart-words chart-minor", "chart-words chart-last")
    ]

    assert words(drawing, "chart-words") == [SHORT]
    assert len(narrow) == 2
    assert all(width(line) <= NARROW - width("46,3", bold=True) for line in narrow)
    assert words(drawing, "chart-words chart-minor") == [bars[1].name]
    assert len(set(heights)) == 1
