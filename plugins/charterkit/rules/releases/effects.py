"""What a change means: the closed list of effects, and which field has which where no number decides."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Final

from charterkit.rules.releases.tree import Difference, Plain, is_duration


class Effect(StrEnum):
    """What a change does to what was promised. `changed` means that the two cannot be compared.

    `measure_changed`: figures are about something else. `method_changed`: they are about the same, but the body keeps
    in its log that it counts them in another way from a day on.
    """

    NEW = "new"
    REMOVED = "removed"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    CHANGED = "changed"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    TURNED_ROUND = "turned_round"
    MEASURE_CHANGED = "measure_changed"
    METHOD_CHANGED = "method_changed"
    MOVED = "moved"
    CLARIFIED = "clarified"

    @property
    def turned_back(self) -> Effect:
        """The effect of the same change the other way round."""
        return _BACK.get(self, self)


_BACK: Final = {
    Effect.NEW: Effect.REMOVED,
    Effect.REMOVED: Effect.NEW,
    Effect.TIGHTENED: Effect.LOOSENED,
    Effect.LOOSENED: Effect.TIGHTENED,
    Effect.SPLIT: Effect.MERGED,
    Effect.MERGED: Effect.SPLIT,
}

# What an indicator measures: another definition or another base, and its figures are about something else.
_MEASURED: Final = frozenset(
    {
        "type",
        "definition",
        "numerator",
        "denominator",
        "formula",
        "weighting",
        "times",
        "scale",
        "sample",
        "question",
        "window",
        "accumulates",
    }
)
# The log of an indicator: what is counted in another way from which day on.
_LOG: Final = "method_versions"
# Where an item stands and how it is cited.
_PLACES: Final = frozenset({"number", "group"})
# Lengths of time that a body must not pass: a shorter one asks more of it.
_LONGEST: Final = frozenset({"within", "answer_within"})


def effect_of(kind: str, found: Difference) -> Effect:
    """The effect of a difference in a record of a kind that is no target and no norm."""
    first, last = found.path[0] if found.path else "", found.path[-1] if found.path else ""
    if first == "ended" and len(found.path) == 1:
        return _ended(found)
    if is_of_the_measure(kind, found.path):
        return Effect.MEASURE_CHANGED
    if kind == "indicator" and first == _LOG and not (found.is_text and found.before and found.after):
        return Effect.METHOD_CHANGED
    if found.reordered or (len(found.path) == 1 and last in _PLACES and kind == "commitment"):
        return Effect.MOVED
    if found.before is None or found.after is None:
        return Effect.NEW if found.before is None else Effect.REMOVED
    if found.is_text:
        return Effect.REWORDED
    return _of_length(found.before, found.after) if last in _LONGEST else Effect.CHANGED


def is_of_the_measure(kind: str, path: tuple[str, ...]) -> bool:
    """Whether a field says what is measured or how: of an indicator its definition, of a standard its clock."""
    if not path:
        return False
    return path[0] in _MEASURED if kind == "indicator" else kind == "standard" and path[0] == "clock"


def together(effects: Iterable[Effect | None]) -> Effect | None:
    """The effect of several at once; None of none. What asks more here and less there cannot be compared."""
    found = {effect for effect in effects if effect is not None}
    if len(found) > 1:
        found.discard(Effect.REWORDED)
    return next(iter(found)) if len(found) == 1 else Effect.CHANGED if found else None


def _ended(found: Difference) -> Effect:
    if found.before is not None and found.after is not None:
        return Effect.CHANGED
    return Effect.REMOVED if found.before is None else Effect.NEW


def _of_length(before: Plain, after: Plain) -> Effect:
    if not (is_duration(before) and is_duration(after)) or before["unit"] != after["unit"]:
        return Effect.CHANGED
    shorter = Decimal(after["value"]) < Decimal(before["value"])
    return Effect.TIGHTENED if shorter else Effect.LOOSENED
