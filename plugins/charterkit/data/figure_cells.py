"""Reads a cell that should hold a figure, and says in our words what else it holds."""

from __future__ import annotations

from collections.abc import Mapping

from charterkit.data.tables import Line
from charterkit.problems import Problem, problem
from charterkit.typed import Fault, FaultKind, Figure, read_figure

_FAULT_IDS: Mapping[FaultKind, str] = {
    FaultKind.DECIMAL_COMMA: "figure-comma",
    FaultKind.THOUSANDS: "figure-thousands",
    FaultKind.PERCENT: "figure-percent",
    FaultKind.NIL: "figure-nil",
    FaultKind.NOT_APPLICABLE: "figure-not-applicable",
    FaultKind.DASH: "figure-dash",
    FaultKind.NOT_A_NUMBER: "figure-form",
}


def figure_in(line: Line, column: str) -> Figure | Problem | None:
    """The figure in a cell, what is wrong with it, or None where the cell is blank."""
    read = read_figure(line[column])
    if not isinstance(read, Fault):
        return read
    readings = (*read.readings, "", "")
    return problem(
        "figure-ambiguous" if readings[1] else _FAULT_IDS[read.kind],
        line.spot(column),
        column=column,
        found=read.cell,
        reading=readings[0],
        other=readings[1],
    )
