"""Tables on their way into a file: cells that know what they are, so that a spreadsheet can calculate with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

# What spreadsheets take for the beginning of a formula, the full-width forms too.
_SIGNS: Final = "=+\\-@＝＋－＠"
# At the beginning, and behind what another country's spreadsheet takes for the end of a cell.
_FORMULA: Final = re.compile(rf"(?:^|[,;\t\r\n])[\"'\s]*(?=[{_SIGNS}])|^(?=[\t\r\n])")


@dataclass(frozen=True, slots=True)
class Number:
    """A number; `decimals` is how many to show (None: all), `percent` whether a per cent sign stands behind it."""

    value: Decimal
    decimals: int | None = None
    percent: bool = False


# A text, a number, a day, or nothing.
Cell = str | Number | date | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """What a column is called, in the reader's language; `wide` for texts of several sentences."""

    heading: str
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its name; without columns it is a list of facts, each with its term before it."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@lru_cache(maxsize=4096)
def without_formula(text: str) -> str:
    """The text so that no spreadsheet calculates with it: an apostrophe stands before what begins like a formula."""
    return _FORMULA.sub(lambda found: f"{found[0]}'", text)
