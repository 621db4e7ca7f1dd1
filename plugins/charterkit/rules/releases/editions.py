"""What was promised when: a measure as each release sealed it, so that no later file changes an old verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from charterkit.data.reread import laid, typed
from charterkit.model.commitment import Commitment, Measure
from charterkit.model.indicator import Indicator
from charterkit.model.release import Release
from charterkit.rules.releases.states import DECIDED, Dated, dated

_ALWAYS = date.min


@dataclass(frozen=True, slots=True)
class Edition:
    """A measure and its indicator as a release sealed them, and the days on which that release is in force."""

    measure: Measure
    indicator: Indicator
    version: str = ""
    since: date = _ALWAYS
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the release was in force on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


def governing(editions: Sequence[Edition], day: date) -> Edition | None:
    """The edition by which a period that ends on a day is judged; None where nothing was ever sealed.

    Where no release was in force on that day it is the oldest: what it says of earlier days is recorded, not sealed.
    """
    holding = (one for one in editions if one.holds(day))
    return next(holding, editions[0] if editions else None)


class Sealed:
    """The releases of a publication that hold or have held, as typed records, as known on a day."""

    def __init__(self, releases: Mapping[str, Sequence[Release]], today: date) -> None:
        self._dated = {charter: tuple(_held(dated(own, today))) for charter, own in releases.items()}
        self._typed: dict[tuple[str, str], object] = {}

    def of(self, charter: str) -> tuple[Dated, ...]:
        """The releases of a charter that hold, have held or will hold, the oldest first."""
        return self._dated.get(charter, ())

    def editions(self, commitment: Commitment, index: int, indicator: Indicator) -> tuple[Edition, ...]:
        """The measure at a place in a commitment, as each release has it; none where its charter was never sealed.

        A release that has the promise without this measure, or not at all, promised nothing about it.
        """
        return tuple(self._edition(one, commitment, index, indicator) for one in self.of(commitment.charter))

    def _edition(self, one: Dated, commitment: Commitment, index: int, indicator: Indicator) -> Edition:
        mine = commitment.measures[index]
        sealed = self._record(one.release, f"commitment/{commitment.full_id}")
        same = _same(sealed.measures, mine, index) if isinstance(sealed, Commitment) else None
        then = self._record(one.release, f"indicator/{indicator.id}")
        # What decides a verdict is taken from the release; how a figure is written is today's.
        judged = (
            replace(indicator, near=then.near, direction=then.direction)
            if isinstance(then, Indicator)
            else indicator
        )
        assert one.since is not None
        measure = same or replace(mine, targets=())
        return Edition(measure, judged, one.release.version, one.since, one.until)

    def _record(self, release: Release, key: str) -> object | None:
        place = (release.digest, key)
        if key in release.records and place not in self._typed:
            self._typed[place] = typed(key, laid(key, release, None))
        return self._typed.get(place)


def _held(found: Iterable[Dated]) -> list[Dated]:
    held = [one for one in found if one.state in DECIDED and one.since is not None]
    return sorted(held, key=lambda one: one.since or _ALWAYS)


def _same(measures: Sequence[Measure], mine: Measure, index: int) -> Measure | None:
    """The sealed measure of the same figure; of several of one figure the one at the same place."""
    same = [one for one in measures if (one.indicator, one.only) == (mine.indicator, mine.only)]
    exact = [one for one in same if (one.standard, one.variant) == (mine.standard, mine.variant)]
    at_place = [one for one in exact or same if index < len(measures) and one is measures[index]]
    return next(iter(at_place or exact or same), None)
