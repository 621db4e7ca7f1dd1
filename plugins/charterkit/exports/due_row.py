"""The line of a results file by which a figure that is due gets published."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from charterkit.model.indicator import COMPUTED
from charterkit.model.publication import Publication
from charterkit.model.result import Series
from charterkit.rules.due import Duty

_COUNTED = ("period", "numerator", "denominator", "state", "released", "revises")
_PLAIN = ("period", "value", "state", "released", "revises")


@dataclass(frozen=True, slots=True)
class DueRow:
    """Where and what to write: the file, the line of names above, and the line to add, without a figure yet.

    `line` is the number of a line for the period that is there already and only has to be filled in, else 0. `adds`
    is a column that the file lacks for it: what a final figure in the place of a provisional one replaces.
    """

    file: str
    columns: str
    row: str
    line: int = 0
    adds: str = ""


def due_row(duty: Duty, publication: Publication) -> DueRow:
    """The line for a duty, in the columns of its own results file; of a file that is to be made, in the usual ones."""
    id, row = duty.indicator.id, duty.row
    series = publication.series.get(id, Series(id))
    file = series.file or f"charters/results/{id}.csv"
    columns = series.columns or _usual(duty)
    cells = {"period": duty.period.label, **dict(duty.slice)}
    adds = ""
    if row is not None and row.released is not None and duty.is_provisional:
        cells["revises"] = row.released.isoformat()
        adds = "revises" if "revises" not in columns else ""
    columns = (*columns, adds) if adds else columns
    line = row.line if row is not None and row.released is None else 0
    written = [cells.get(name, "") for name in columns]
    return DueRow(file, _joined(columns, series.separator), _joined(written, series.separator), line, adds)


def _usual(duty: Duty) -> tuple[str, ...]:
    columns = _COUNTED if duty.indicator.type in COMPUTED else _PLAIN
    return (*columns, *(name for name, _ in duty.slice))


def _joined(cells: list[str] | tuple[str, ...], separator: str) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator, lineterminator="").writerow(cells)
    return buffer.getvalue()
