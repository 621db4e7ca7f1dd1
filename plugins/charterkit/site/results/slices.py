"""What the slices of an indicator are called: the figure of one body, of one channel, of the whole."""

from __future__ import annotations

from typing import Final

from charterkit.data.tables import BODY_COLUMN
from charterkit.model.indicator import Indicator
from charterkit.rules.standing import MeasureStanding
from charterkit.rules.timeline import Slice
from charterkit.site.context import Context
from charterkit.site.pieces import Piece, bare_word, joined

# A colon reads well between two names in every language that the product speaks.
_APART: Final = ": "


def measure_name(context: Context, standing: MeasureStanding) -> Piece:
    """The title of a measure's indicator, and the name of the slice where not the whole is measured."""
    title = context.line(standing.indicator.title)
    return named(title, slice_name(context, standing.measure.only, standing.indicator))


def named(name: Piece, part: Piece) -> Piece:
    """A name with that of a slice behind it; as it is for the whole."""
    return joined(_APART, name, part) if part else name


def slice_name(context: Context, slice: Slice, indicator: Indicator) -> Piece:
    """What a slice is called: bodies by their names, others as their indicator names them; blank for the whole.

    A value without a name stands as it is written in the file of results.
    """
    names = [_one(context, column, value, indicator) for column, value in slice]
    return joined(", ", *names) if names else Piece()


def _one(context: Context, column: str, value: str, indicator: Indicator) -> Piece:
    name = indicator.name_of(column, value)
    if name:
        return context.line(name)
    body = context.directory.bodies.get(value) if column == BODY_COLUMN else None
    return context.line(body.name) if body is not None else bare_word(value)
