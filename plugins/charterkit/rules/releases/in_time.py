"""Targets and norms as what they are: functions of time. What is demanded when, before and after a change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from charterkit.data.build import build
from charterkit.model.requirement import Norm, Target
from charterkit.rules.demands import in_force
from charterkit.rules.releases.effects import Effect, together
from charterkit.rules.releases.hindrance import Hindrance, hindrance
from charterkit.rules.releases.strictness import Demand, Gauge, asks

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Terms:
    """How figures are held against demands, before and after.

    `turned`: the old figures are 100 minus the new ones. `comparable` is false where what is measured has changed:
    then no number says whether more is asked.
    """

    before: Gauge
    after: Gauge
    turned: bool = False
    comparable: bool = True


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on which the same is demanded before the change, and the same after it, and what became of the demand.

    `until` is None where no end is known. `effect` is None where both ask the same. `why` says why they cannot be
    compared, where that is so. `last` is what was demanded up to these days, where nothing was any more on them: what
    takes its place is held against it.
    """

    since: date
    until: date | None
    before: Demand | None
    after: Demand | None
    effect: Effect | None
    why: Hindrance | None = None
    last: Demand | None = None


def demands(kind: type[Target] | type[Norm], found: Sequence[Mapping[str, Any]] | None) -> tuple[Demand, ...]:
    """The demands of a sealed list of targets or norms."""
    return tuple(build(kind, one) for one in found or ())


def stretches(before: Sequence[Demand], after: Sequence[Demand], terms: Terms) -> tuple[Stretch, ...]:
    """The whole of time, cut where either side begins to ask something else; without days on which neither asks."""
    days = sorted({day for one in (*before, *after) for day in _turns(one)})
    ends: list[date | None] = [day - _ONE_DAY for day in days[1:]]
    found: list[Stretch] = []
    last: Demand | None = None
    for since, until in zip(days, [*ends, None], strict=False):
        older, newer = in_force(before, since), in_force(after, since)
        # What ended without anything in its place is no longer until now.
        last = older or (last if newer is not None else None)
        if older is not None or newer is not None:
            found.append(_stretch(since, until, older, newer, terms, None if older is not None else last))
    return _joined(found)


def from_day(found: Iterable[Stretch], since: date | None) -> tuple[Stretch, ...]:
    """What of it lies on or after a day."""
    return tuple(
        replace(one, since=max(one.since, since or one.since))
        for one in found
        if since is None or one.until is None or one.until >= since
    )


def effect_in_time(found: Sequence[Stretch], since: date | None) -> Effect:
    """What became of all demands together from a day on.

    Where they ask the same from then on, another demand for a time that is over makes it `changed`, and another way
    of writing the same `reworded`.
    """
    later = together(one.effect for one in from_day(found, since))
    if later is not None:
        return later
    return Effect.CHANGED if any(one.effect is not None for one in found) else Effect.REWORDED


def _turns(one: Demand) -> Iterable[date]:
    yield one.since
    if one.until is not None and one.until < date.max:
        yield one.until + _ONE_DAY


def _stretch(
    since: date,
    until: date | None,
    before: Demand | None,
    after: Demand | None,
    terms: Terms,
    last: Demand | None,
) -> Stretch:
    effect, why = _compared(before or last, after, terms)
    if last is not None and effect is None:
        # The same as long as it was to hold: that it goes on asks more.
        effect, why = _compared(None, after, terms)
    return Stretch(since, until, before, after, effect, why, last)


def _compared(
    before: Demand | None, after: Demand | None, terms: Terms
) -> tuple[Effect | None, Hindrance | None]:
    if before is not None and after is not None and not terms.comparable:
        return (Effect.CHANGED, Hindrance.MEASURED) if _said(before) != _said(after) else (None, None)
    given = terms.before, terms.after, terms.turned
    effect = asks(before, after, *given)
    if effect is not Effect.CHANGED or before is None or after is None:
        return effect, None
    return effect, hindrance(before, after, *given)


def _said(one: Demand | None) -> object:
    """What a demand says, whenever it begins."""
    if one is None:
        return None
    beside = (one.unit, one.extension) if isinstance(one, Norm) else one.aim
    return one.requirement, one.per, beside


def _joined(found: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Neighbours that say the same on both sides are one stretch."""
    joined: list[Stretch] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is not None and last.until is not None and _follows(last, one):
            joined[-1] = replace(last, until=one.until)
        else:
            joined.append(one)
    return tuple(joined)


def _follows(last: Stretch, one: Stretch) -> bool:
    same = (_said(last.before), _said(last.after)) == (_said(one.before), _said(one.after))
    return same and last.until is not None and last.until + _ONE_DAY == one.since
