"""Figures as people type them: each is a number, or it is said what is odd about it.

A figure is an exact decimal and keeps the form in which it was printed. A cell that is not one is a `Fault`,
never a guess: it says what was typed and how it may have been meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from charterkit.numbers import Bound


class FaultKind(StrEnum):
    """Why a cell is not a figure."""

    DECIMAL_COMMA = "decimal_comma"
    THOUSANDS = "thousands"
    PERCENT = "percent"
    NIL = "nil"
    NOT_APPLICABLE = "not_applicable"
    DASH = "dash"
    NOT_A_NUMBER = "not_a_number"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with as many decimals as it was written with, and the cell as it was printed."""

    value: Decimal
    bound: Bound
    printed: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that is not a figure.

    `readings` are the figures that it may have been meant as, likeliest first, each as the cell ought to be
    written. It is empty where no figure was meant: what to say then belongs into the state of the row.
    """

    kind: FaultKind
    cell: str
    readings: tuple[str, ...] = ()


MOST_DIGITS: Final = 30
_BOUNDS: Final[Mapping[str, Bound]] = {bound.sign: bound for bound in Bound}

_FIGURE: Final = re.compile(r"([<>~]?)[ \u00a0]?(-?[0-9]+(?:\.[0-9]+)?)")
_BETWEEN: Final = "[ ,.'’\u00a0\u2009\u202f]"
_SEPARATED: Final = re.compile(rf"([<>~]?[ \u00a0]?-?)([0-9]+(?:{_BETWEEN}[0-9]+)*)({_BETWEEN})([0-9]+)")
_GROUPED: Final = re.compile(rf"[1-9][0-9]{{0,2}}({_BETWEEN})[0-9]{{3}}(?:\1[0-9]{{3}})*")
_NOT_DIGITS: Final = re.compile(r"[^0-9]")
_DASHES: Final = frozenset("-‐‑‒–—―−")
_NOT_APPLICABLE: Final = frozenset({"n/a", "n.a.", "na"})


def read_figure(cell: str) -> Figure | Fault | None:
    """What a cell says: a figure, something else, or nothing (None for a blank one).

    A figure has ASCII digits, at most MOST_DIGITS of them, a point before its decimals, and nothing between
    its thousands. Zeros in front (`007`) change nothing and are allowed.
    """
    text = cell.strip()
    return _figure(text) or _fault(text) if text else None


def _figure(text: str) -> Figure | None:
    found = _FIGURE.fullmatch(text)
    if found is None or len(_NOT_DIGITS.sub("", text)) > MOST_DIGITS:
        return None
    return Figure(Decimal(found[2]), _BOUNDS[found[1]], text)


def _fault(text: str) -> Fault:
    if text.casefold() == "nil":
        return Fault(FaultKind.NIL, text, ("0",))
    if text.casefold() in _NOT_APPLICABLE:
        return Fault(FaultKind.NOT_APPLICABLE, text)
    if _DASHES.issuperset(text):
        return Fault(FaultKind.DASH, text)
    bare = text.strip("%").strip()
    kind, readings = _otherwise_written(bare)
    return Fault(FaultKind.PERCENT if readings and bare != text else kind, text, readings)


def _otherwise_written(text: str) -> tuple[FaultKind, tuple[str, ...]]:
    """What is odd about the signs or separators of a number, and the figures that it may be."""
    plain = text.removeprefix("+").replace("−", "-")
    if _figure(plain):
        return FaultKind.NOT_A_NUMBER, (plain,)
    if found := _SEPARATED.fullmatch(plain):
        kind, numbers = _without_separators(found[2], found[3], found[4])
        readings = tuple(found[1] + number for number in numbers)
        if all(map(_figure, readings)):
            return kind, readings
    return FaultKind.NOT_A_NUMBER, ()


def _without_separators(whole: str, mark: str, last: str) -> tuple[FaultKind, tuple[str, ...]]:
    """What is odd about the separators of a number, of which `mark` is the last, and which it may be."""
    digits = _NOT_DIGITS.sub("", whole)
    with_point = f"{digits}.{last}"
    grouped = _GROUPED.fullmatch(whole + mark + last)
    if mark == "," and whole.isdigit():
        if grouped:
            return FaultKind.THOUSANDS, (digits + last, with_point.rstrip("0").rstrip("."))
        return FaultKind.DECIMAL_COMMA, (with_point,)
    if grouped:
        return FaultKind.THOUSANDS, (digits + last,)
    if mark in ",." and mark not in whole and _GROUPED.fullmatch(whole):
        return FaultKind.THOUSANDS, (with_point,)
    return FaultKind.NOT_A_NUMBER, ()
