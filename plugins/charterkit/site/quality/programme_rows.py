"""A deliverable of a body in a table: where it stands, and the days that belong to it."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.rules.quality.progress import Item, ItemState
from charterkit.site.context import Context, Link
from charterkit.site.pieces import Piece
from charterkit.site.quality.programme_words import days_late, state_badge
from charterkit.site.results.verdicts import Badge


@dataclass(frozen=True, slots=True)
class ItemCell:
    """Where a deliverable stands: its state, the day that matters most, how late it is, why it was dropped, its address."""

    badge: Badge
    day: str
    late: str
    reason: Piece
    document: Link | None


def item_cell(context: Context, item: Item) -> ItemCell:
    """A deliverable in one cell."""
    document = Link(context.say("Document"), item.told.source) if item.told.source else None
    return ItemCell(
        state_badge(context, item.state),
        _day(context, item),
        days_late(context, item),
        context.line(item.told.reason),
        document,
    )


def _day(context: Context, item: Item) -> str:
    """The day of delivery where there is one, else the last day."""
    words = context.reader.words
    if item.state is ItemState.DELIVERED:
        return words.short_day(item.delivered) if item.delivered else context.say("day not known")
    if item.due is None or item.state is ItemState.DROPPED:
        return ""
    return context.say("due {day}", day=words.short_day(item.due))
