"""A table as CSV that opens right in the spreadsheet of the reader's country, and in every parser."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

from charterkit.exports.exact import plain
from charterkit.exports.sheets import Cell, Number, Sheet, without_formula
from charterkit.numbers import format_number

_POINT, _COMMA = ".", ","


def csv_bytes(sheet: Sheet, lang: str) -> bytes:
    """The table in UTF-8 with its mark in front, by which Excel knows it, and with the line ends of RFC 4180.

    Where numbers have a decimal comma, a semicolon divides the cells: so the spreadsheets of those countries read it.
    """
    point = decimal_sign(lang)
    buffer = io.StringIO()
    writer = csv.writer(
        buffer, delimiter=";" if point == _COMMA else ",", quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n"
    )
    writer.writerow([without_formula(column.heading) for column in sheet.columns])
    writer.writerows([_written(cell, point) for cell in row] for row in sheet.rows)
    return buffer.getvalue().encode("utf-8-sig")


def decimal_sign(lang: str) -> str:
    """The sign before the decimals in a language, a comma or a point."""
    return _COMMA if _COMMA in format_number(Decimal("0.5"), lang) else _POINT


def _written(cell: Cell, point: str) -> str:
    match cell:
        case None:
            return ""
        case Number(value):
            return plain(value).replace(_POINT, point)
        case date():
            return cell.isoformat()
        case _:
            return without_formula(cell)
