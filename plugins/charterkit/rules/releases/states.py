"""Which release of a charter holds on a day: approved is not in force, and what came later was not known then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from charterkit.data.corrections import corrected
from charterkit.model.release import Act, ActKind, Approver, Content, Portion, Release

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
    """

    release: Release
    state: ReleaseState
    since: date | None = None
    until: date | None = None
    approved: date | None = None
    missing: tuple[Approver, ...] = ()

    def holds(self, day: date) -> bool:
        """Whether it is the text in force on a day."""
        after = self.since is not None and self.since <= day
        return self.state in DECIDED and after and (self.until is None or day <= self.until)


def dated(releases: Sequence[Release], today: date) -> tuple[Dated, ...]:
    """Every release of one charter with its state, as it was known on `today`; in the order given."""
    starts: dict[str, date | None] = {}
    missing: dict[str, tuple[Approver, ...]] = {}
    approved: dict[str, date | None] = {}
    before: Release | None = None
    for release in releases:
        acts = known_acts(release, today)
        missing[release.version] = tuple(_missing(release, before, acts))
        approvals = [act for act in acts if act.kind is ActKind.APPROVAL]
        whole = bool(approvals) and not missing[release.version]
        approved[release.version] = max((act.day for act in approvals), default=None) if whole else None
        starts[release.version] = _start(acts) if whole else None
        before = release if whole else before
    return tuple(
        _dated(release, starts, approved[release.version], missing[release.version], releases, today)
        for release in releases
    )


def in_force(dates: Iterable[Dated], day: date) -> Dated | None:
    """The release that holds on a day, or None where none does."""
    return next((one for one in dates if one.holds(day)), None)


def known_acts(release: Release, today: date) -> tuple[Act, ...]:
    """The acts about a release that had been done by the end of a day."""
    return tuple(act for act in release.acts if act.day <= today)


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
    """The parts on which an act decides: those that it names, else those of its approver, else all."""
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


def _start(acts: Sequence[Act]) -> date | None:
    """From when a release holds: the latest day that its acts name, once none of them waits for another act."""
    entries = [act for act in acts if act.kind is ActKind.ENTRY_INTO_FORCE]
    if entries:
        return entries[-1].in_force or entries[-1].day
    days = [act.in_force for act in acts if act.kind is ActKind.APPROVAL]
    return max((day for day in days if day is not None), default=None) if None not in days else None


def _dated(
    release: Release,
    starts: Mapping[str, date | None],
    approved: date | None,
    missing: tuple[Approver, ...],
    releases: Sequence[Release],
    today: date,
) -> Dated:
    acts = known_acts(release, today)
    ended = next((act.kind for act in reversed(acts) if act.kind in _ENDS), None)
    if ended is not None:
        state = ReleaseState.REJECTED if ended is ActKind.REJECTION else ReleaseState.WITHDRAWN
        return Dated(release, state)
    since = starts[release.version]
    if since is None:
        state = ReleaseState.APPROVED if approved is not None else ReleaseState.PROPOSED
        return Dated(release, state, None, None, approved, missing)
    position = releases.index(release)
    later = [
        day for one in releases[position + 1 :] if (day := starts[one.version]) is not None and day >= since
    ]
    next_day = min(later, default=None)
    repealed = next((act.in_force or act.day for act in acts if act.kind is ActKind.REPEAL), None)
    end = min((day for day in (next_day, repealed) if day is not None), default=None)
    until = end - timedelta(days=1) if end is not None else None
    return Dated(release, _state(since, end, repealed, today), since, until, approved)


def _state(since: date, end: date | None, repealed: date | None, today: date) -> ReleaseState:
    if today < since:
        return ReleaseState.APPROVED
    if end is None or today < end:
        return ReleaseState.IN_FORCE
    return ReleaseState.REPEALED if end == repealed else ReleaseState.SUPERSEDED
