"""Which release of a charter holds on a day: approved is not in force, and what came later was not known then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from charterkit.data.corrections import corrected
from charterkit.model.release import (
    Act,
    ActKind,
    Approver,
    Content,
    KnownDay,
    Portion,
    Release,
    first_day,
    last_day,
)
from charterkit.periods import Period

# The part of a release in which a kind of record is decided on.
PORTIONS: Final[Mapping[str, Portion]] = {
    "charter": Portion.CHARTER,
    "commitment": Portion.CHARTER,
    "body": Portion.CHARTER,
    "standard": Portion.STANDARDS,
    "indicator": Portion.METHODOLOGY,
    "methodology": Portion.METHODOLOGY,
    "procedure": Portion.PROCEDURES,
    "service": Portion.SERVICES,
}
_PARTS: Final = frozenset(one.value for one in Portion)
_WHO: Final = frozenset(one.value for one in Approver)
_ENDS: Final = {ActKind.REJECTION, ActKind.WITHDRAWAL}


class ReleaseState(StrEnum):
    """How far a release has come."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


# The states of a release that was decided on and has held, holds or will hold.
DECIDED: Final = frozenset({
    ReleaseState.APPROVED, ReleaseState.IN_FORCE, ReleaseState.SUPERSEDED, ReleaseState.REPEALED
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dated:
    """A release with its state on a day: in force from `since` to `until`, both included, as far as it is known.

    `approved` is the day of the last act that it needed, `missing` are the approvers that have not acted yet.

    Where the sources name no more than a month or a year, `since` is its last day: from then on the release has held
    for certain, and what holds before it is told by `since_in`, `until_in` and `approved_in`, the spans that they name.
    """

    release: Release
    state: ReleaseState
    since: date | None = None
    until: date | None = None
    approved: date | None = None
    missing: tuple[Approver, ...] = ()
    since_in: Period | None = None
    until_in: Period | None = None
    approved_in: Period | None = None

    def holds(self, day: date) -> bool:
        """Whether it is the text in force on a day."""
        after = self.since is not None and self.since <= day
        return self.state in DECIDED and after and (self.until is None or day <= self.until)


def dated(releases: Sequence[Release], today: date) -> tuple[Dated, ...]:
    """Every release of one charter with its state, as it was known on `today`; in the order given."""
    found: dict[str, _Decided] = {}
    before: Release | None = None
    for release in releases:
        acts = known_acts(release, today)
        missing = tuple(_missing(release, before, acts))
        approvals = [act for act in acts if act.kind is ActKind.APPROVAL]
        whole = bool(approvals) and not missing
        found[release.version] = _Decided(
            whole,
            missing,
            _latest(act.day for act in approvals) if whole else None,
            _start(acts) if whole else None,
        )
        before = release if whole else before
    return tuple(_dated(release, found, releases, today) for release in releases)


@dataclass(frozen=True, slots=True)
class _Decided:
    """What the acts of a release say by themselves: whether all have approved it, when, and since when it holds."""

    whole: bool
    missing: tuple[Approver, ...]
    approved: KnownDay | None
    start: KnownDay | None


def in_force(dates: Iterable[Dated], day: date) -> Dated | None:
    """The release that holds on a day, or None where none does."""
    return next((one for one in dates if one.holds(day)), None)


def known_acts(release: Release, today: date) -> tuple[Act, ...]:
    """The acts about a release that may have been done by the end of a day; one without a day was entered since."""
    return tuple(act for act in release.acts if act.day is None or first_day(act.day) <= today)


def portion_of(key: str) -> Portion:
    """The part of a release to which a record belongs, by its key."""
    return PORTIONS[key.partition("/")[0]]


def approvers_of(release: Release) -> Mapping[Portion, Approver]:
    """Who decides on which part, as the release itself says."""
    charter: Content = release.records.get(f"charter/{release.charter}", {})
    named: Content = charter.get("approvers", {})
    return {Portion(part): Approver(who) for part, who in named.items() if part in _PARTS and who in _WHO}


def changed_portions(release: Release, before: Release | None) -> frozenset[Portion]:
    """The parts in which a release differs from the one before it, corrected; without one before, all that it has."""
    old = corrected(before) if before is not None else {}
    keys = {*release.records, *old}
    return frozenset(portion_of(key) for key in keys if release.records.get(key) != old.get(key))


def covered(act: Act, approvers: Mapping[Portion, Approver]) -> frozenset[Portion]:
    """The parts on which an act decides: those that it names, else those of its approver, else all.

    An old act of which no source tells who did it decided on all of them.
    """
    if act.covers:
        return frozenset(act.covers)
    own = frozenset(part for part, who in approvers.items() if who is act.by)
    return own or frozenset(Portion)


def _missing(release: Release, before: Release | None, acts: Iterable[Act]) -> Iterator[Approver]:
    """The approvers of changed parts that have not approved; a part without an approver goes with the charter."""
    approvers = approvers_of(release)
    decided: set[Portion] = set()
    for act in acts:
        if act.kind is ActKind.APPROVAL:
            decided |= covered(act, approvers)
    needed = {part for part in changed_portions(release, before) if part in approvers}
    yield from dict.fromkeys(approvers[part] for part in Portion if part in needed - decided)


def _start(acts: Sequence[Act]) -> KnownDay | None:
    """From when a release holds: the latest day that its acts name, once none of them waits for another act."""
    entries = [act for act in acts if act.kind is ActKind.ENTRY_INTO_FORCE]
    if entries:
        return entries[-1].in_force or entries[-1].day
    return _latest(act.in_force for act in acts if act.kind is ActKind.APPROVAL)


def _latest(days: Iterable[KnownDay | None]) -> KnownDay | None:
    """The latest of several days; None where one of them is not known."""
    known = tuple(days)
    if None in known:
        return None
    return max((day for day in known if day is not None), key=_surely, default=None)


def _surely(known: KnownDay) -> tuple[date, bool]:
    """When a day has come for certain; of a span and a day that end together the span says less."""
    return last_day(known), isinstance(known, Period)


def _dated(
    release: Release, found: Mapping[str, _Decided], releases: Sequence[Release], today: date
) -> Dated:
    acts, own = known_acts(release, today), found[release.version]
    ended = next((act.kind for act in reversed(acts) if act.kind in _ENDS), None)
    if ended is not None:
        state = ReleaseState.REJECTED if ended is ActKind.REJECTION else ReleaseState.WITHDRAWN
        return Dated(release, state)
    approved, start = _day_and_span(own.approved), own.start
    later = [found[one.version].start for one in releases[releases.index(release) + 1 :]]
    if start is None:
        state = ReleaseState.APPROVED if own.whole else ReleaseState.PROPOSED
        over = min((day for day in later if day is not None), key=_surely, default=None)
        if own.whole and over is not None and last_day(over) <= today and _is_old(acts):
            return _ended_by(Dated(release, ReleaseState.SUPERSEDED), over, approved)
        return Dated(release, state, None, None, approved[0], own.missing, approved_in=approved[1])
    since = _day_and_span(start)
    following = [day for day in later if day is not None and _surely(day) >= _surely(start)]
    repealed = next((act.in_force or act.day for act in acts if act.kind is ActKind.REPEAL), None)
    ends = (*following, *([repealed] if repealed is not None else []))
    end = min(ends, key=_surely, default=None)
    last = last_day(end) if end is not None else None
    state = _state(last_day(start), last, last_day(repealed) if repealed is not None else None, today)
    return _ended_by(Dated(release, state, last_day(start), since_in=since[1]), end, approved)


def _day_and_span(known: KnownDay | None) -> tuple[date | None, Period | None]:
    """An exact day, or the span in which it lies."""
    return (None, known) if isinstance(known, Period) else (known, None)


def _ended_by(one: Dated, end: KnownDay | None, approved: tuple[date | None, Period | None]) -> Dated:
    """The same with its last day, the day before the one on which it surely holds no longer."""
    until = last_day(end) - timedelta(days=1) if end is not None else None
    return replace(
        one, until=until, until_in=_day_and_span(end)[1], approved=approved[0], approved_in=approved[1]
    )


def _is_old(acts: Iterable[Act]) -> bool:
    """Whether a release was approved before it was entered here: what came later has taken its place."""
    return all(act.recorded for act in acts if act.kind is ActKind.APPROVAL)


def _state(since: date, end: date | None, repealed: date | None, today: date) -> ReleaseState:
    if today < since:
        return ReleaseState.APPROVED
    if end is None or today < end:
        return ReleaseState.IN_FORCE
    return ReleaseState.REPEALED if end == repealed else ReleaseState.SUPERSEDED
