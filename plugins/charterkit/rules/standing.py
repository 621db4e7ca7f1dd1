"""How everything stands on a day: each measure, each commitment, each charter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from charterkit.model.commitment import Commitment, Measure
from charterkit.model.indicator import Direction, Indicator
from charterkit.model.publication import Publication
from charterkit.model.result import Series
from charterkit.rules.quality.progress import Progress, all_progress
from charterkit.rules.releases.editions import Sealed
from charterkit.rules.status import EVALUATED, PromiseStatus, roll_up
from charterkit.rules.timeline import Outcome, Slice, Timeline


@dataclass(frozen=True, slots=True)
class MeasureStanding:
    """A measure of a commitment with all its outcomes, oldest first."""

    commitment: Commitment
    index: int
    measure: Measure
    indicator: Indicator
    outcomes: tuple[Outcome, ...]
    current: Outcome | None


@dataclass(frozen=True, slots=True)
class PromiseStanding:
    """A commitment with its status on the day."""

    commitment: Commitment
    status: PromiseStatus
    measures: tuple[MeasureStanding, ...]

    def has_ended(self, today: date) -> bool:
        """Whether the commitment no longer holds on the day."""
        ended = self.commitment.ended
        return ended is not None and ended.since <= today


@dataclass(frozen=True, slots=True)
class IndicatorStanding:
    """An indicator with the measures that rest on it, and its own outcomes without any target.

    `parts` are the outcomes of each slice of which the results file holds a row, in the order of their names;
    the whole is not among them.
    """

    indicator: Indicator
    measures: tuple[MeasureStanding, ...]
    outcomes: tuple[Outcome, ...]
    parts: Mapping[Slice, tuple[Outcome, ...]] = field(default_factory=dict)

    @property
    def is_context(self) -> bool:
        """Whether nobody judges it: no promise rests on it, or no value of it is better than another."""
        return not self.measures or self.indicator.direction is Direction.NONE


@dataclass(frozen=True, slots=True)
class Counts:
    """How many commitments are in which state; shares are published over both bases, never mixed."""

    by_status: Mapping[PromiseStatus, int]

    @property
    def all(self) -> int:
        """All commitments."""
        return sum(self.by_status.values())

    @property
    def kept(self) -> int:
        """Commitments that are kept in all their measures."""
        return self.by_status[PromiseStatus.MET]

    @property
    def evaluated(self) -> int:
        """Commitments about which it can be said whether they are kept."""
        states = (PromiseStatus.MET, PromiseStatus.PARTLY_MET, PromiseStatus.NOT_MET)
        return sum(self.by_status[state] for state in states)


@dataclass(frozen=True, slots=True)
class Standing:
    """Every commitment, indicator and programme of a publication as it stands on `today`."""

    publication: Publication
    today: date
    promises: Mapping[str, PromiseStanding]
    indicators: Mapping[str, IndicatorStanding]
    programmes: Mapping[str, Progress] = field(default_factory=dict)

    def counts(self, charter: str | None = None) -> Counts:
        """The counts of one charter, or of all."""
        return self.counts_of(
            one for one in self.promises.values() if charter in (None, one.commitment.charter)
        )

    def counts_of(self, promises: Iterable[PromiseStanding]) -> Counts:
        """The counts of these promises; one that has ended is no longer counted."""
        return counted(one.status for one in promises if not one.has_ended(self.today))


@dataclass
class Memory:
    """The outcomes that were worked out last time: after an edit, only what it touches is judged again.

    Records count as unchanged only as the very same objects, as a `Loader` gives them out again and again.
    """

    _kept: dict[tuple[int, int, Measure], tuple[Timeline, tuple[Outcome, ...]]] = field(default_factory=dict)
    _used: dict[tuple[int, int, Measure], tuple[Timeline, tuple[Outcome, ...]]] = field(default_factory=dict)

    def outcomes(self, timeline: Timeline) -> tuple[Outcome, ...]:
        """The outcomes of a timeline."""
        # The kept timeline holds its records, so that no other record can get their numbers meanwhile.
        key = (id(timeline.indicator), id(timeline.series), timeline.measure)
        kept = self._used.get(key) or self._kept.get(key)
        if kept is None or _given(kept[0]) != _given(timeline):
            kept = (timeline, timeline.outcomes())
        self._used[key] = kept
        return kept[1]

    def forget_unused(self) -> None:
        """Let go of what was not asked for since the last call."""
        self._kept, self._used = self._used, {}


def standing(publication: Publication, today: date, memory: Memory | None = None) -> Standing:
    """How a publication stands on a day; `today` is always given, never read from the clock."""
    memory = memory or Memory()
    sealed = Sealed(publication.releases, today)
    promises = {
        full_id: _promise(commitment, publication, sealed, memory, today)
        for full_id, commitment in publication.commitments.items()
    }
    measures: dict[str, list[MeasureStanding]] = {}
    for promise in promises.values():
        for measure in promise.measures:
            measures.setdefault(measure.indicator.id, []).append(measure)
    indicators = {
        id: IndicatorStanding(
            indicator,
            tuple(measures.get(id, ())),
            memory.outcomes(_timeline(Measure(id), indicator, publication, today)),
            {
                part: memory.outcomes(_timeline(Measure(id, only=part), indicator, publication, today))
                for part in _parts(publication.series.get(id))
            },
        )
        for id, indicator in publication.indicators.items()
    }
    memory.forget_unused()
    return Standing(publication, today, promises, indicators, all_progress(publication, today))


def _given(timeline: Timeline) -> object:
    """What beside its records decides the outcomes of a timeline."""
    return timeline.today, timeline.year_starts, timeline.editions


def _parts(series: Series | None) -> list[Slice]:
    """The slices of which a results file holds a row."""
    return sorted({row.slice for row in series.rows if row.slice}) if series is not None else []


def _promise(
    commitment: Commitment, publication: Publication, sealed: Sealed, memory: Memory, today: date
) -> PromiseStanding:
    measures = tuple(
        _measure(
            commitment,
            index,
            replace(
                _timeline(measure, indicator, publication, today),
                editions=sealed.editions(commitment, index, indicator),
            ),
            memory,
        )
        for index, measure in enumerate(commitment.measures)
        if (indicator := publication.indicators.get(measure.indicator)) is not None
    )
    current = [one.current.status for one in measures if one.current is not None]
    return PromiseStanding(commitment, roll_up(bool(commitment.measures), current), measures)


def _measure(commitment: Commitment, index: int, timeline: Timeline, memory: Memory) -> MeasureStanding:
    outcomes = memory.outcomes(timeline)
    current = _current(outcomes, timeline.today)
    return MeasureStanding(commitment, index, timeline.measure, timeline.indicator, outcomes, current)


def _timeline(measure: Measure, indicator: Indicator, publication: Publication, today: date) -> Timeline:
    series = publication.series.get(indicator.id, Series(indicator.id))
    return Timeline(indicator, series, measure, publication.publisher.year_starts, today)


def _current(outcomes: Iterable[Outcome], today: date) -> Outcome | None:
    """The latest period that is over and due; an older figure never stands in for it."""
    over = [one for one in outcomes if one.judged and one.period.end < today]
    due = [one for one in over if one.due is None or one.due < today]
    return due[-1] if due else None


def has_ended(indicator: Indicator, today: date) -> bool:
    """Whether an indicator is measured no longer on the day."""
    return indicator.ended is not None and indicator.ended.since <= today


def counted(statuses: Iterable[PromiseStatus]) -> Counts:
    """How many of these are in which state."""
    found = Counter(statuses)
    return Counts({status: found[status] for status in PromiseStatus})


def evaluated(outcome: Outcome) -> bool:
    """Whether the outcome says if the promise was kept."""
    return outcome.status in EVALUATED
