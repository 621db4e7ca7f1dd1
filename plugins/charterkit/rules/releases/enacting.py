"""Whether an act may be written about a release: what speaks against it, before anything is sealed for ever."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from charterkit.model.release import Act, ActKind, Approver, Content, Portion, Release, first_day, last_day
from charterkit.rules.releases.chain import Link, chain, overtaking
from charterkit.rules.releases.states import Dated, ReleaseState, approvers_of, covered, dated


class Why(StrEnum):
    """Why an act cannot be written."""

    TREE = "tree"
    DIGEST = "digest"
    OVERTAKEN = "overtaken"
    NOT_APPROVED = "not_approved"
    MISSING = "missing"
    ENDED = "ended"
    DECIDED = "decided"
    NOT_IN_FORCE = "not_in_force"
    TWICE = "twice"
    NOT_APPROVER = "not_approver"
    COVERS = "covers"
    FUTURE = "future"
    EARLIER = "earlier"
    NO_DAY = "no_day"
    BACKWARDS = "backwards"


@dataclass(frozen=True, slots=True)
class Objection:
    """One thing that speaks against an act, with the values that its sentence names."""

    why: Why
    named: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """An act that somebody wants to write about a release, and everything that it is held against.

    `working` is the content of the charter as its files say it now.
    """

    act: Act
    release: Release
    releases: Sequence[Release]
    working: Mapping[str, Content]
    today: date


def objections(case: Case) -> Iterator[Objection]:
    """Everything that speaks against an act; nothing where it may be written."""
    if case.act.digest != case.release.digest:
        yield _objection(Why.DIGEST, expected=case.release.digest, actual=case.act.digest)
    yield from _days(case)
    state = next(one for one in dated(case.releases, date.max) if one.release.version == case.release.version)
    if state.state in (ReleaseState.REJECTED, ReleaseState.WITHDRAWN):
        yield _objection(Why.ENDED)
        return
    if case.act.kind is ActKind.APPROVAL:
        yield from _against_approval(case)
    elif case.act.kind in (ActKind.REJECTION, ActKind.WITHDRAWAL):
        yield from _against_end(case.act, state, case.today)
    else:
        yield from _against_later(case, state)


def differing(release: Release, working: Mapping[str, Content]) -> tuple[str, ...]:
    """The keys of the records that are not as they were proposed; sorted."""
    keys = {*release.records, *working}
    return tuple(sorted(key for key in keys if release.records.get(key) != working.get(key)))


def last_by(releases: Sequence[Release], by: Approver) -> Act | None:
    """The newest act of an approver in the chain of a charter: the next one usually looks like it."""
    return next((link.act for link in reversed(chain(releases)) if link.act.by is by), None)


def _days(case: Case) -> Iterator[Objection]:
    day = case.act.day
    if day is None:
        return
    if first_day(day) > case.today:
        yield _objection(Why.FUTURE, day=day)
    yield from _backwards(case)
    before = _first_before(case)
    if before is None or before.act.day is None or case.release.acts:
        return
    if last_day(day) < first_day(before.act.day):
        yield _objection(Why.EARLIER, version=before.release.version, day=before.act.day)


def _backwards(case: Case) -> Iterator[Objection]:
    """Nothing holds before it was decided on: such a day is a slip, and an act is never written again."""
    decided = (one for one in (*case.release.acts, case.act) if one.kind is ActKind.APPROVAL)
    first = next((one.day for one in decided if one.day is not None), None)
    since = case.act.in_force
    if case.act.recorded or first is None or since is None:
        return
    if last_day(since) < first_day(first):
        yield _objection(Why.BACKWARDS, since=since, day=first)


def _first_before(case: Case) -> Link | None:
    """The first act of the newest release that somebody has acted on before this one."""
    whole = chain(case.releases)
    if not whole:
        return None
    newest = whole[-1].release.version
    return next(link for link in whole if link.release.version == newest)


def _against_approval(case: Case) -> Iterator[Objection]:
    act, release = case.act, case.release
    changed = () if act.recorded else differing(release, case.working)
    if changed:
        yield _objection(Why.TREE, keys=changed)
    later = overtaking(_with(release, act), _among(case.releases, _with(release, act)))
    if later is not None:
        yield _objection(Why.OVERTAKEN, version=later.release.version)
    approvers = approvers_of(release)
    if approvers and act.by is not None and act.by not in approvers.values():
        yield _objection(Why.NOT_APPROVER, by=act.by, allowed=tuple(dict.fromkeys(approvers.values())))
        return
    foreign = tuple(part for part in act.covers if act.by and approvers.get(part, act.by) is not act.by)
    if foreign:
        yield _objection(Why.COVERS, by=act.by, parts=foreign)
    if covered(act, approvers) <= _decided(release, act.by):
        yield _objection(Why.TWICE, by=act.by)


def _with(release: Release, act: Act) -> Release:
    return replace(release, acts=(*release.acts, act))


def _among(releases: Sequence[Release], one: Release) -> tuple[Release, ...]:
    return tuple(one if own.version == one.version else own for own in releases)


def _decided(release: Release, by: Approver | None) -> frozenset[Portion]:
    """The parts that an approver has approved already."""
    approvers = approvers_of(release)
    own = (act for act in release.acts if act.kind is ActKind.APPROVAL and act.by is by)
    return frozenset(part for act in own for part in covered(act, approvers))


def _against_end(act: Act, state: Dated, today: date) -> Iterator[Objection]:
    """A text that holds is repealed, neither rejected nor withdrawn."""
    holds = state.since is not None and state.since <= today
    if holds or (act.kind is ActKind.REJECTION and state.approved is not None):
        yield _objection(Why.DECIDED)


def _against_later(case: Case, state: Dated) -> Iterator[Objection]:
    """Entry into force, correction and repeal follow on a text that was approved by all who had to."""
    if state.approved is None:
        yield (
            _objection(Why.MISSING, missing=state.missing) if state.missing else _objection(Why.NOT_APPROVED)
        )
    elif case.act.kind is ActKind.ENTRY_INTO_FORCE and case.act.in_force is None:
        yield _objection(Why.NO_DAY)
    elif case.act.kind is ActKind.REPEAL and state.state not in (
        ReleaseState.APPROVED,
        ReleaseState.IN_FORCE,
    ):
        yield _objection(Why.NOT_IN_FORCE)


def _objection(why: Why, **named: object) -> Objection:
    return Objection(why, tuple(named.items()))
