"""Writes the answers to a survey, added up, as the table that a clerk fills in and that is read again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from charterkit.data.answers import COLUMNS, SUPPRESSED
from charterkit.model.answers import Answer


def answers_table(lines: Iterable[Answer]) -> bytes:
    """The lines with their names of columns; what is hidden says so and nothing else."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_cells(line) for line in lines)
    return buffer.getvalue().encode()


def _cells(line: Answer) -> tuple[str, ...]:
    place = (line.place.group, line.place.item, line.place.side.value, line.answer)
    if line.hidden:
        return (*place, "", "", "", "", "", SUPPRESSED)
    n = "" if line.n is None else f"{line.n.bound.sign}{line.n.value}"
    figures = (line.count, line.share, n, line.mean, line.sd)
    return (*place, *("" if one is None else str(one) for one in figures), "")
