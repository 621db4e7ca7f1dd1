"""The history of one promise: when it was given, how it was changed, when it was broken, and what was done then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from charterkit.rules.releases.change import Change
from charterkit.rules.releases.effects import Effect
from charterkit.rules.releases.noise import Needed, needed
from charterkit.rules.releases.public import Working
from charterkit.rules.releases.states import Dated, ReleaseState
from charterkit.rules.standing import MeasureStanding, PromiseStanding, evaluated
from charterkit.rules.status import Status
from charterkit.rules.timeline import Outcome
from charterkit.site.context import Context, Link
from charterkit.site.pieces import Piece
from charterkit.site.releases.approval import version_link
from charterkit.site.releases.change_words import ChangeWords, Told
from charterkit.site.releases.day_words import first_day_words, known_day
from charterkit.site.releases.field_names import done_name, effect_name
from charterkit.site.releases.state_words import state_badge
from charterkit.site.results.figures import unit_of
from charterkit.site.results.slices import measure_name
from charterkit.text import Text, beginning

_NO_PIECE: Final = Piece()
# As many turns of the results as are told; the table has every period.
_TURNS: Final = 8


@dataclass(frozen=True, slots=True)
class HistoryChange:
    """One change that a release brought: where (a part of the promise, or another record), its effect, in sentences."""

    where: Piece | str
    effect: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One step: its day or period, and what happened.

    A release has its `changes`; a result its `sentences`, with `cause` and `action` where a target was missed.
    """

    day: str
    what: Piece | str
    about: Piece | str = ""
    changes: tuple[HistoryChange, ...] = ()
    sentences: tuple[str, ...] = ()
    cause: Piece = _NO_PIECE
    action: Piece = _NO_PIECE
    link: Link | None = None


def history(context: Context, standing: PromiseStanding) -> tuple[HistoryEntry, ...]:
    """Every step, the oldest first; nothing where the promise was never sealed."""
    steps = [*_of_releases(context, standing)]
    if not steps:
        return ()
    turns = sorted(
        (
            turn
            for measure in standing.measures
            for turn in _turns(context, measure, len(standing.measures) > 1)
        ),
        key=lambda one: one[0],
    )
    found = sorted((*steps, *turns[-_TURNS:]), key=lambda one: one[0])
    return tuple(entry for _, entry in found)


def _of_releases(context: Context, standing: PromiseStanding) -> Iterator[tuple[date, HistoryEntry]]:
    one, versions = standing.commitment, context.directory.versions
    key, year_starts = f"commitment/{one.full_id}", context.publication.publisher.year_starts
    before: Dated | None = None
    for release in versions.texts(one.charter):
        # Of an old version without a first day, the day until which it held says where it stands.
        at = release.since or release.until
        if at is None:
            continue
        if key in release.release.records and (before is None or key not in before.release.records):
            first = _step(context, release, context.say("Promised"))
            yield at, replace(first, about=_promise(context, release, key))
        elif before is not None:
            found = versions.changes(release, year_starts)
            mine = [*_of_promise(needed(found, release.release.records), found, key)]
            if mine:
                # What changed in the promise itself comes before what it rests on.
                mine.sort(key=lambda change: change.subject != key)
                texts = _told(context, before, release, mine)
                past = _is_past(context, release)
                changes = tuple(_change(context, one, key, past) for one in texts)
                yield at, replace(_step(context, release, _effects(context, texts, past)), changes=changes)
        before = release
        if release.state is ReleaseState.REPEALED and release.until is not None:
            yield release.until + timedelta(days=1), _repeal(context, release)


def _of_promise(shown: Needed, found: Iterable[Change], key: str) -> Iterator[Change]:
    """The changes that are told of a promise; that its figures are counted differently stands beside its targets."""
    mine = [one for one in found if key in (one.subject, *one.related)]
    measured = {f"indicator/{one.measured[1].get('indicator')}" for one in mine if one.measured[1]}
    for one in mine:
        is_needed = one in shown.told or one.subject in shown.renumbered
        if is_needed and not (one.effect is Effect.METHOD_CHANGED and one.subject in measured):
            yield one


def _told(context: Context, before: Dated, after: Dated, changes: Iterable[Change]) -> tuple[Told, ...]:
    versions = context.directory.versions
    working = context.site.working or Working(context.publication)
    names = [versions.in_all_languages(one, working) for one in (before, after)]
    words = ChangeWords(context.figures, names[0], names[1], past=_is_past(context, after))
    return tuple(words.told(change) for change in changes)


def _is_past(context: Context, release: Dated) -> bool:
    """Whether what a release changed has held for some time; one to come is told in the present."""
    return release.state is not ReleaseState.APPROVED


def _promise(context: Context, release: Dated, key: str) -> Piece:
    """The promise in the words in which it was given."""
    working = context.site.working or Working(context.publication)
    record = context.directory.versions.in_all_languages(release, working)[key]
    return context.line(Text.of(record.get("promise", {})))


def _effects(context: Context, told: Iterable[Told], past: bool) -> str:
    """What is or was done, each thing once."""
    name = done_name if past else effect_name
    effects = (
        effect for one in told for effect in (one.change.effect, one.change.then) if effect is not None
    )
    return " · ".join(dict.fromkeys(name(one, context.reader.words) for one in effects))


def _change(context: Context, told: Told, key: str, past: bool) -> HistoryChange:
    where = told.place if told.change.subject == key and told.place else context.line(told.title)
    return HistoryChange(where, _effects(context, (told,), past), told.sentences)


def _step(context: Context, release: Dated, what: str) -> HistoryEntry:
    day = first_day_words(context.reader.words, release)
    to_come = state_badge(context, release.state).word if release.state is ReleaseState.APPROVED else ""
    return HistoryEntry(beginning(day), what, to_come, link=version_link(context, release))


def _repeal(context: Context, release: Dated) -> HistoryEntry:
    """From when on the promise held no longer."""
    word, since = state_badge(context, release.state).word, release.until_in
    first = release.until + timedelta(days=1) if release.until is not None else None
    day = known_day(context.reader.words, since or first)
    return HistoryEntry(beginning(day), word, link=version_link(context, release))


def _turns(context: Context, measure: MeasureStanding, several: bool) -> Iterator[tuple[date, HistoryEntry]]:
    """The periods with which a measure began to miss its target, missed it otherwise, or met it again."""
    last = Status.MET
    for outcome in measure.outcomes:
        if not (outcome.judged and evaluated(outcome)):
            continue
        if outcome.status is not last:
            yield outcome.period.end, _turn(context, measure, outcome, several)
        last = outcome.status


def _turn(context: Context, measure: MeasureStanding, outcome: Outcome, several: bool) -> HistoryEntry:
    indicator, row = measure.indicator, outcome.row
    figure = context.figures.figure(outcome.figure, unit_of(indicator)) if outcome.figure else "–"
    missed = row is not None and outcome.status is not Status.MET
    return HistoryEntry(
        context.reader.words.short_period(outcome.period),
        context.badges.results[outcome.status],
        measure_name(context, measure) if several else "",
        sentences=(context.say("Result: {figure}.", figure=figure),),
        cause=context.block(row.cause) if missed and row is not None else Piece(),
        action=context.block(row.action) if missed and row is not None else Piece(),
    )
