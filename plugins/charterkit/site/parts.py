"""Parts that several pages share: results in tables, promises in lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from charterkit.model.indicator import Indicator
from charterkit.model.requirement import InWords, Target
from charterkit.periods import Period
from charterkit.rules.standing import IndicatorStanding, MeasureStanding, PromiseStanding
from charterkit.rules.status import Status
from charterkit.rules.timeline import Outcome
from charterkit.site.context import Context, Link
from charterkit.site.pieces import Piece
from charterkit.site.records import ended_note
from charterkit.site.releases.approval import seal_key
from charterkit.site.results.figures import target_unit, unbroken, unit_of
from charterkit.site.results.slices import measure_name
from charterkit.site.results.verdicts import MISSED, state_sentences


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A line of a table of results; `href` leads to more, `notes` say what is particular about it."""

    period: str
    result: str
    target: str
    badge: Piece | str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResultTable:
    """Results of one measure, newest first; `id` is unique in the page."""

    id: str
    caption: Piece
    rows: tuple[ResultRow, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A promise (or another record) in a list: its number, title, a sentence about it, its status.

    `origin` leads to the charter where a list mixes several.
    """

    key: str
    title: Link
    text: Piece | str = ""
    badge: Piece | str = ""
    origin: Link | None = None
    seal: str = ""
    """Its key in the release in force, for comparing its texts; blank where they cannot be compared."""


@dataclass(frozen=True, slots=True)
class NewestFigure:
    """The newest figure of an indicator, whoever judges it; blank where there is none yet."""

    title: Link
    told: str


# What a part of a longer period says of itself, whatever becomes of the whole.
_PART_STATES: Final = frozenset(
    {Status.OVERDUE, Status.NO_DATA, Status.NO_CASES, Status.NOT_APPLICABLE, Status.SUPPRESSED}
)


def result_table(
    context: Context, id: str, standing: MeasureStanding, limit: int | None = None
) -> ResultTable:
    """The results of a measure, newest first, at most `limit` of them."""
    rows = tuple(
        with_version(
            context,
            standing.commitment.charter,
            outcome,
            result_row(context, outcome, standing.indicator, whole_of(outcome, standing.outcomes)),
        )
        for outcome in newest_first(standing.outcomes)[:limit]
    )
    return ResultTable(id, measure_name(context, standing), rows)


def with_version(context: Context, charter: str, outcome: Outcome, row: ResultRow) -> ResultRow:
    """The row with the version whose target judges it; as it is where its charter was never sealed."""
    sealed = context.directory.versions.texts(charter)
    if not (sealed and outcome.judged and outcome.verdict.target):
        return row
    by = (
        context.say("Version {version}", version=outcome.release)
        if outcome.release
        else context.say("From before the first version here")
    )
    return replace(row, notes=(*row.notes, by))


def newest_first(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """Outcomes as a table tells them: the latest first, and a year before its own quarters."""
    return tuple(sorted(outcomes, key=lambda one: (-one.period.end.toordinal(), one.period.start)))


def whole_of(part: Outcome, outcomes: Iterable[Outcome]) -> Period | None:
    """The longer period that gets the verdict in place of this part of it; None for one that gets its own."""
    if part.judged:
        return None
    return next((one.period for one in outcomes if one.judged and one.period.covers(part.period)), None)


def result_row(
    context: Context, outcome: Outcome, indicator: Indicator, whole: Period | None = None
) -> ResultRow:
    """One result as a line of a table; a part of a `whole` has no target of its own and is not judged."""
    if whole is not None:
        return _part_row(context, outcome, indicator, whole)
    target = outcome.verdict.target
    missed = target if outcome.status in MISSED else None
    return ResultRow(
        context.reader.words.short_period(outcome.period),
        context.figures.figure(outcome.figure, unit_of(indicator), missed) if outcome.figure else "–",
        _short_target(context, target, indicator, outcome.period) if target else "–",
        context.badges.results[outcome.status],
        _notes(context, outcome),
    )


def _part_row(context: Context, outcome: Outcome, indicator: Indicator, whole: Period) -> ResultRow:
    words = context.reader.words
    unspoken = outcome.status in _PART_STATES
    return ResultRow(
        words.short_period(outcome.period),
        context.figures.figure(outcome.figure, unit_of(indicator)) if outcome.figure else "–",
        "–",
        context.badges.results[outcome.status]
        if unspoken
        else context.say("part of {period}", period=unbroken(words.period(whole))),
        _notes(context, outcome),
    )


def _short_target(context: Context, target: Target, indicator: Indicator, period: Period) -> str:
    # A sentence would burst a column of figures.
    if isinstance(target.requirement, InWords):
        return context.say("set in words")
    return context.figures.target(target, target_unit(indicator), period)


def _notes(context: Context, outcome: Outcome) -> tuple[str, ...]:
    notes = []
    if outcome.break_before is not None:
        since = context.reader.words.day(outcome.break_before.since)
        notes.append(context.say("Not comparable with figures before {day}", day=since))
    if len(outcome.vintages) > 1:
        notes.append(context.say("Revised"))
    # Where there is a target, the badge itself says that the figure is not final.
    if outcome.row is not None and outcome.status is Status.NO_TARGET:
        notes += state_sentences(outcome.row, context.reader.words)
    return tuple(notes)


def promise_entries(context: Context, promises: Iterable[PromiseStanding]) -> tuple[Entry, ...]:
    """Promises as a list, in their order."""
    return tuple(promise_entry(context, one) for one in promises)


def sealed_entries(context: Context, promises: Iterable[PromiseStanding]) -> tuple[Entry, ...]:
    """The promises of a charter on its own page, where their texts can be compared with the approved ones."""
    return tuple(
        replace(
            promise_entry(context, one),
            seal=seal_key(context, one.commitment.charter, f"commitment/{one.commitment.full_id}"),
        )
        for one in promises
    )


def promise_entry(context: Context, standing: PromiseStanding) -> Entry:
    """A promise in a list; one that has ended says so where others have their verdict."""
    one = standing.commitment
    ended = ended_note(context, one.ended) if standing.has_ended(context.standing.today) else ""
    return Entry(
        one.number,
        context.commitment_link(one),
        context.line(one.promise),
        ended or context.badges.promises[standing.status],
    )


def promise_of_charter(context: Context, standing: PromiseStanding) -> Entry:
    """A promise in a list that mixes charters: where there are several, it says which one it stands in."""
    entry = promise_entry(context, standing)
    if len(context.publication.charters) == 1:
        return entry
    return replace(entry, origin=context.link_to_charter(standing.commitment.charter))


def newest_figure(context: Context, standing: IndicatorStanding) -> NewestFigure:
    """The newest figure of an indicator, without any target."""
    indicator = standing.indicator
    title = context.result_link(indicator.id)
    newest = next((one for one in reversed(standing.outcomes) if one.figure is not None), None)
    if newest is None or newest.figure is None:
        return NewestFigure(title, "")
    figure = context.figures.figure(newest.figure, unit_of(indicator))
    period = context.reader.words.short_period(newest.period)
    return NewestFigure(title, context.say("{period}: {figure}", period=period, figure=figure))
