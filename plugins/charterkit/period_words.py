"""The names of parts of a year, in full and for tables; `{year}` is the year as its period calls it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from charterkit.marks import mark
from charterkit.periods import Length

# By the length of the part and whether it belongs to a financial year.
PARTS: Final[Mapping[tuple[Length, bool], tuple[str, ...]]] = {
    (Length.HALF_YEAR, False): (mark("first half of {year}"), mark("second half of {year}")),
    (Length.HALF_YEAR, True): (
        mark("first half of financial year {year}"),
        mark("second half of financial year {year}"),
    ),
    (Length.QUARTER, False): (
        mark("first quarter of {year}"),
        mark("second quarter of {year}"),
        mark("third quarter of {year}"),
        mark("fourth quarter of {year}"),
    ),
    (Length.QUARTER, True): (
        mark("first quarter of financial year {year}"),
        mark("second quarter of financial year {year}"),
        mark("third quarter of financial year {year}"),
        mark("fourth quarter of financial year {year}"),
    ),
}
SHORT_PARTS: Final[Mapping[Length, tuple[str, ...]]] = {
    Length.QUARTER: (mark("Q1 {year}"), mark("Q2 {year}"), mark("Q3 {year}"), mark("Q4 {year}")),
    Length.HALF_YEAR: (mark("H1 {year}"), mark("H2 {year}")),
}
