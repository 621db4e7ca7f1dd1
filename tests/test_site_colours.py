"""The publisher's colour is readable, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charterkit.site.colours import (
    DARK_GROUNDS,
    DEFAULT,
    LIGHT_GROUNDS,
    READABLE,
    accent,
    contrast,
    stylesheet,
)

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#1d5c4d", "#1d5c4d", 1.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@given(COLOURS)
def test_every_colour_can_be_read_on_light_and_on_dark_grounds(colour: str) -> None:
    for grounds in (LIGHT_GROUNDS, DARK_GROUNDS):
        found = accent(colour, grounds)

        assert all(contrast(found.colour, ground) >= READABLE for ground in grounds)
        assert contrast(found.colour, found.ink) >= READABLE


def test_colour_that_can_be_read_stays_as_it_is() -> None:
    assert accent("#1D5C4D", LIGHT_GROUNDS).colour == "#1d5c4d"


def test_what_is_no_colour_never_reaches_the_stylesheet() -> None:
    assert stylesheet("red; } body { display: none") == stylesheet(DEFAULT)


def test_stylesheet_has_a_colour_for_light_and_one_for_dark() -> None:
    css = stylesheet("#1d5c4d")

    assert css.startswith(":root { --accent: #1d5c4d; --accent-ink: #ffffff; }")
    assert "prefers-color-scheme: dark" in css
