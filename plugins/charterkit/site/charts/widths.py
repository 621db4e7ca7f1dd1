"""How wide words are in a chart: an estimate, because no font is known when a page is made.

It is generous: a browser test measures the words of every chart with the widest of the usual fonts.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

# The size of all words in a chart, in pixels, and the height of a line of them: assets/chart.css says the same.
SIZE: Final = 15
LINE: Final = 20

_NARROW: Final = frozenset("iljtfrI.,:;'|!()[]-/ \u00a0\u202f·")
_WIDE: Final = frozenset("mwMW%‰@жмшщюыфдШЩЖЮМФД—…")
_EM: Final[Mapping[str, Fraction]] = {
    "narrow": Fraction(2, 5),
    "usual": Fraction(13, 20),
    "capital": Fraction(3, 4),
    "wide": Fraction(1),
}
_BOLD: Final = Fraction(11, 10)
# The rim in the colour of the paper that keeps words apart from what lies behind them.
_RIM: Final = 4


def width(text: str, bold: bool = False) -> Fraction:
    """How many pixels a line of text may be wide at most."""
    ems = sum((_EM[_kind(sign)] for sign in text), Fraction(0))
    return ems * SIZE * (_BOLD if bold else 1) + _RIM


def _kind(sign: str) -> str:
    if sign in _NARROW:
        return "narrow"
    if sign in _WIDE:
        return "wide"
    return "capital" if sign.isupper() else "usual"
