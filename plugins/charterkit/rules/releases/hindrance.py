"""Why nobody can say which of two demands asks more."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from charterkit.model.requirement import BetterThan, InWords, Norm
from charterkit.rules.releases.effects import Effect
from charterkit.rules.releases.strictness import (
    Demand,
    Gauge,
    accepted,
    inside,
    is_of_one_unit,
    mirrored,
    of_extension,
    with_per,
)


class Hindrance(StrEnum):
    """What stands in the way of a comparison.

    WORDS: a demand is in words. EARLIER: it is held against another figure. MEASURED: the figures are about something
    else. UNIT: they count other things. DIRECTION: other figures are the better ones. AGAINST: a limit lies on the side
    of the better figures, or no side is the better one. BOTH_WAYS: each accepts figures that the other refuses. PER:
    they are meant for other lengths of time. LONGER: less time, but more by which it may be extended; SHORTER: the
    other way round. CONDITIONS: it may be extended in other cases. TIMES: stricter on some days, less strict on others.
    """

    WORDS = "words"
    EARLIER = "earlier"
    MEASURED = "measured"
    UNIT = "unit"
    DIRECTION = "direction"
    AGAINST = "against"
    BOTH_WAYS = "both_ways"
    PER = "per"
    LONGER = "longer"
    SHORTER = "shorter"
    CONDITIONS = "conditions"
    TIMES = "times"


def hindrance(
    before: Demand, after: Demand, old: Gauge, new: Gauge, turned: bool = False
) -> Hindrance | None:
    """Why two demands cannot be compared; None where they can."""
    for form, why in ((InWords, Hindrance.WORDS), (BetterThan, Hindrance.EARLIER)):
        if any(isinstance(one.requirement, form) for one in (before, after)):
            return why if before.requirement != after.requirement else None
    one, other = accepted(before, old), accepted(after, new)
    if one is None or other is None:
        return Hindrance.AGAINST
    if not is_of_one_unit(one, other):
        return Hindrance.UNIT
    if old.direction != new.direction and not turned:
        return Hindrance.DIRECTION
    found = inside(mirrored(one) if turned else one, other)
    if found is Effect.CHANGED:
        return Hindrance.BOTH_WAYS
    return Hindrance.PER if with_per(found, before, after) is Effect.CHANGED else _of_extension(before, after)


def _of_extension(before: Demand, after: Demand) -> Hindrance | None:
    found = of_extension(before, after)
    if found is None or not (isinstance(before, Norm) and isinstance(after, Norm)):
        return None
    reasons = {Effect.LOOSENED: Hindrance.LONGER, Effect.TIGHTENED: Hindrance.SHORTER}
    return reasons.get(found, Hindrance.CONDITIONS)


def all_hindrances(found: Iterable[tuple[Effect | None, Hindrance | None]]) -> tuple[Hindrance, ...]:
    """Why the demands of several stretches of time cannot be compared as a whole, each reason once."""
    pairs = tuple(found)
    reasons = dict.fromkeys(why for _, why in pairs if why is not None)
    if {Effect.TIGHTENED, Effect.LOOSENED} <= {effect for effect, _ in pairs}:
        reasons[Hindrance.TIMES] = None
    return tuple(reasons)
