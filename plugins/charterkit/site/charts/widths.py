"""How wide words are in a chart: an estimate, because no font is known when a page is made.

It is generous: a browser test measures the words of every chart with the widest of the usual fonts.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

# The usual size of all words in a chart, in pixels, and the height of a line of them: assets/chart.css says the same.
SIZE: Final = 15
LINE: Final = 20

_NARROW: Final = frozenset("iljtfrI.,:;'|!()[]-/ \u00a0\u202f·")
_WIDE: Final = frozenset("mwMW%‰@жмшщюыфдШЩЖЮМФД—…")
# In hundredths of the size.
_PARTS: Final[Mapping[str, int]] = {"narrow": 40, "usual": 65, "capital": 75, "wide": 100}
_BOLD: Final = 110
# The rim in the colour of the paper that keeps words apart from what lies behind them.
_RIM: Final = 4


@lru_cache(maxsize=4096)
def width(text: str, bold: bool = False) -> int:
    """How many pixels a line of text may be wide at most."""
    parts = sum(_PARTS[_kind(sign)] for sign in text) * SIZE * (_BOLD if bold else 100)
    return -(-parts // 10_000) + _RIM


def _kind(sign: str) -> str:
    if sign in _NARROW:
        return "narrow"
    if sign in _WIDE:
        return "wide"
    return "capital" if sign.isupper() else "usual"


def wrapped(text: str, pixels: int) -> list[str]:
    """The text in lines no wider than so many pixels, in bold; a word that is wider than a line is divided."""
    lines = [""]
    for one in text.split():
        longer = f"{lines[-1]} {one}".strip()
        if width(longer, bold=True) <= pixels:
            lines[-1] = longer
        else:
            lines += _divided(one, pixels)
    return [line for line in lines if line] or [""]


def _divided(text: str, pixels: int) -> list[str]:
    """A word, in parts that fit, each but the last with a hyphen behind it."""
    if width(text, bold=True) <= pixels or len(text) == 1:
        return [text]
    most = max(
        (end for end in range(1, len(text)) if width(f"{text[:end]}-", bold=True) <= pixels), default=1
    )
    return [f"{text[:most]}-", *_divided(text[most:], pixels)]
