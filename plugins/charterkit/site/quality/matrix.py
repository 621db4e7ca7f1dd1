"""Impact against ease: which actions help most for the least trouble, as a table that reads without its colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.model.action import FINISHED
from charterkit.rules.quality.plan import ActionStanding, Priority, priority_of
from charterkit.site.context import Context, Link
from charterkit.site.quality.lines import action_link
from charterkit.site.quality.looks import PRIORITIES

# As many actions as a cell names; of more it says how many they are.
_NAMED: Final = 4
_GRADES: Final = range(1, 6)
# Classes of the stylesheet.
_SHADES: Final[Mapping[Priority, str]] = {
    Priority.FIRST: "first",
    Priority.NEXT: "next",
    Priority.ROOM: "room",
}


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The open actions of one impact and one ease: their product, what it means, the actions or how many they are."""

    score: int
    priority: str
    shade: str
    actions: tuple[Link, ...]
    more: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """The cells of one impact, from hard to easy."""

    impact: int
    cells: tuple[MatrixCell, ...]


def matrix(context: Context) -> tuple[MatrixRow, ...]:
    """The actions that are neither done nor dropped, the greatest impact on top; nothing where there is none."""
    found: dict[tuple[int, int], list[ActionStanding]] = {}
    for one in context.directory.plan.actions.values():
        if one.action.state not in FINISHED:
            found.setdefault((one.action.impact, one.action.ease), []).append(one)
    if not found:
        return ()
    return tuple(
        MatrixRow(
            impact, tuple(_cell(context, impact, ease, found.get((impact, ease), [])) for ease in _GRADES)
        )
        for impact in reversed(_GRADES)
    )


def _cell(context: Context, impact: int, ease: int, actions: list[ActionStanding]) -> MatrixCell:
    priority = priority_of(impact * ease)
    few = actions if len(actions) <= _NAMED else []
    more = "" if few else context.reader.words.count("{n} action", "{n} actions", len(actions))
    return MatrixCell(
        impact * ease,
        context.say(PRIORITIES[priority]),
        _SHADES[priority],
        tuple(action_link(context, one) for one in few),
        more if actions else "",
    )
