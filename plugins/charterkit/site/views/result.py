"""The results of one indicator: the latest figure in a sentence, and all figures in a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from charterkit.model.indicator import Indicator
from charterkit.model.result import Row
from charterkit.periods import Period
from charterkit.rules.standing import IndicatorStanding, MeasureStanding
from charterkit.rules.status import Status
from charterkit.rules.timeline import Outcome, Slice
from charterkit.site.charts.chart import ChartPart, all_the_same, chart
from charterkit.site.charts.parts import PartsChart, parts_chart
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.parts import ResultRow, newest_first, result_row, whole_of, with_version
from charterkit.site.pieces import Piece
from charterkit.site.quality.lines import ActionLine
from charterkit.site.quality.on_pages import actions_of_result, with_actions
from charterkit.site.records import source_link
from charterkit.site.redress.feedback import TellPart, about_text
from charterkit.site.results.answering import answer_facts
from charterkit.site.results.counted import counted_from
from charterkit.site.results.duties import late_sentences, next_due
from charterkit.site.results.judged import SharedFigure, context_note, resting_sentence, shared_figure
from charterkit.site.results.parts_table import PartsTable, parts_table
from charterkit.site.results.revisions import Revision, revisions
from charterkit.site.results.slices import slice_name
from charterkit.site.results.take_along import TakeAlong, take_along
from charterkit.site.results.told import OutcomePart, Story, outcome_part, story
from charterkit.site.sharing.descriptions import result_description
from charterkit.text import beginning

# For so many promises on one figure a table each is legible; of more, the pages of the promises tell the past.
_TABLES: Final = 3


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A line of the table of all figures."""

    result: ResultRow
    counts: str
    published: str


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one measure: for which promise, of which part, the latest in full, all newest first."""

    id: str
    promise: Link | None
    part: Piece
    latest: OutcomePart | None
    rows: tuple[FigureRow, ...]
    chart: ChartPart | None = None
    same: str = ""
    """That all figures are the same, where that is all a chart could show."""


@dataclass(frozen=True, slots=True)
class PeriodStory:
    """What the body says about one period, and of which part."""

    period: str
    part: Piece
    story: Story


@dataclass(frozen=True, slots=True)
class ResultView:
    """What the page of an indicator's results shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: Piece
    """The title of the indicator."""
    definition: Piece
    """What is measured."""
    context_note: str
    """That nobody judges the figures; blank where somebody does."""
    several: str
    """How many promises rest on it; blank where it is one or none."""
    shared: SharedFigure | None
    """The latest figure with the verdicts of all promises, where they are judged by the same one."""
    parts: PartsChart | None
    """Its parts side by side."""
    parts_table: PartsTable | None
    """The figures of the parts, as far as they have no table of their own below."""
    series: tuple[Series, ...]
    """Its figures, once for each promise that rests on it; once where none does, or very many do."""
    with_targets: bool
    """Whether the figures stand beside the targets of the promises."""
    with_counts: bool
    """Whether the figures come from counts."""
    with_remarks: bool
    """Whether there is a verdict, or a word in its place, to any of them."""
    with_published: bool
    """Whether it is known of any of them when it was published."""
    stories: tuple[PeriodStory, ...]
    """Why targets were missed, and what is done about it."""
    remarks: tuple[PeriodStory, ...]
    """Notes on periods of which no more is told: they give no reasons, so they are not announced as such."""
    actions: tuple[ActionLine, ...]
    """What is done so that it gets better."""
    revisions: tuple[Revision, ...]
    """Figures that were replaced."""
    breaks: tuple[str, ...]
    """Dates from which figures cannot be compared with earlier ones."""
    break_reasons: tuple[Piece, ...]
    """Why, in the same order."""
    answers: tuple[Fact, ...]
    """Who answers for the figure, and which promises rest on it where no heading of the page names them."""
    complain: Link
    """What to do where something is wrong."""
    late: tuple[str, ...]
    """Which figures are overdue, since when, and who answers for them."""
    next_due: str
    """When the next figure is due; blank where none ever is."""
    take_along: TakeAlong | None
    """The files with these figures."""
    record: Link
    """The way to the record of the indicator."""
    tell_us: TellPart | None
    """The ways to say that it is not clear or has a mistake; None where nobody can be told."""
    source: Link | None
    """The way to the file of the figures."""


def view(context: Context, page: Page) -> ResultView:
    """The page of an indicator's results."""
    standing = context.standing.indicators[page.key]
    indicator = standing.indicator
    title = context.reader.bare(indicator.title)
    outcomes = _all_outcomes(standing)
    shared = shared_figure(context, standing)
    whole = not any(one.measure.only for one in standing.measures)
    condensed = shared is not None and whole and len(standing.measures) > _TABLES
    series = (_bare_series(context, standing),) if condensed else _series(context, standing)
    rows = [row for one in series for row in one.rows]
    return ResultView(
        page=PageHead(title, result_description(context, standing), _trail(context)),
        title=context.line(indicator.title),
        definition=context.block(indicator.definition),
        context_note=context_note(context, standing),
        several=resting_sentence(context, standing),
        shared=shared,
        parts=parts_chart(context, standing),
        parts_table=parts_table(context, standing),
        series=series,
        with_targets=not condensed and any(row.result.target != "–" for row in rows),
        with_counts=any(one.row is not None and one.row.denominator is not None for one in outcomes),
        with_remarks=any(row.result.badge or row.result.notes for row in rows),
        with_published=any(row.published != "–" for row in rows),
        stories=_stories(context, (one for one in outcomes if _is_explained(one.row)), standing),
        remarks=_stories(context, (one for one in outcomes if not _is_explained(one.row)), standing),
        actions=actions_of_result(context, indicator.id, _promises(standing)),
        revisions=revisions(context, newest_first(outcomes), indicator),
        breaks=tuple(context.reader.words.day(one.since) for one in indicator.breaks),
        break_reasons=tuple(context.block(one.reason) for one in indicator.breaks),
        answers=answer_facts(context, standing, with_promises=shared is None),
        complain=context.section_link(context.say("How to complain"), "complain/"),
        late=late_sentences(context, indicator.id),
        next_due=next_due(context, standing),
        take_along=take_along(context, indicator.id),
        record=_record(context, indicator.id),
        tell_us=about_text(context, page, indicator.title),
        source=source_link(context, page.source),
    )


def _record(context: Context, id: str) -> Link:
    return context.section_link(context.say("Definition, formula and sources"), f"methodology/{id}/")


def _trail(context: Context) -> tuple[Link, ...]:
    return context.home_link(), context.section_link(context.say("Results"), "results/")


def _series(context: Context, standing: IndicatorStanding) -> tuple[Series, ...]:
    if standing.measures:
        return tuple(
            _of_measure(context, number, measure) for number, measure in enumerate(standing.measures, start=1)
        )
    return (_bare_series(context, standing),)


def _bare_series(context: Context, standing: IndicatorStanding) -> Series:
    """The figures without any target."""
    latest = next((one for one in reversed(standing.outcomes) if one.figure is not None), None)
    return _one_series(context, "1", None, standing.indicator, latest, standing.outcomes, ())


def _of_measure(context: Context, number: int, measure: MeasureStanding) -> Series:
    promise = context.commitment_link(measure.commitment)
    only = measure.measure.only
    return _one_series(
        context,
        str(number),
        promise,
        measure.indicator,
        measure.current,
        measure.outcomes,
        only,
        measure.commitment.charter,
    )


def _one_series(
    context: Context,
    id: str,
    promise: Link | None,
    indicator: Indicator,
    latest: Outcome | None,
    outcomes: tuple[Outcome, ...],
    only: Slice,
    charter: str = "",
) -> Series:
    unjudged = promise is None or context.standing.indicators[indicator.id].is_context
    told = outcome_part(context, latest, outcomes, indicator, judged=not unjudged) if latest else None
    unjudged = unjudged or not any(one.verdict.target for one in outcomes)
    rows = tuple(
        _row(context, outcome, indicator, whole_of(outcome, outcomes), unjudged, charter)
        for outcome in newest_first(outcomes)
    )
    drawn = chart(context, f"chart-{id}", indicator, outcomes, f"figures-{id}")
    same = "" if drawn else all_the_same(context, indicator, outcomes)
    return Series(id, promise, slice_name(context, only, indicator), told, rows, drawn, same)


def _row(
    context: Context,
    outcome: Outcome,
    indicator: Indicator,
    whole: Period | None,
    unjudged: bool,
    charter: str,
) -> FigureRow:
    """A line; of a promise of `charter` it says by which version its target was judged."""
    row = outcome.row
    told = _with_statement(context, row, result_row(context, outcome, indicator, whole))
    # Where nobody judges, "not judged" would stand in every line.
    if unjudged and outcome.status is Status.NO_TARGET:
        told = replace(told, badge=Piece())
    told = with_version(context, charter, outcome, told)
    published = context.reader.words.short_day(row.released) if row and row.released else "–"
    return FigureRow(told, counted_from(context, row, indicator) or "–", published)


def _with_statement(context: Context, row: Row | None, told: ResultRow) -> ResultRow:
    """The line with what the body itself printed: shown for every period, and never judged."""
    if row is None or not row.reported:
        return told
    stated = context.say("Stated by the body itself: {statement}", statement=row.reported)
    return replace(told, notes=(*told.notes, stated))


def _all_outcomes(standing: IndicatorStanding) -> tuple[Outcome, ...]:
    """One outcome a period and part: what is told of the figures is the same for every measure."""
    measured = (outcome for measure in standing.measures for outcome in measure.outcomes)
    found = {(one.period.label, _part(one)): one for one in (*standing.outcomes, *measured)}
    return tuple(sorted(found.values(), key=lambda outcome: outcome.period))


def _part(outcome: Outcome) -> Slice:
    return outcome.row.slice if outcome.row else ()


def _promises(standing: IndicatorStanding) -> tuple[str, ...]:
    return tuple(one.commitment.full_id for one in standing.measures)


def _stories(
    context: Context, outcomes: Iterable[Outcome], standing: IndicatorStanding
) -> tuple[PeriodStory, ...]:
    return tuple(
        PeriodStory(
            beginning(context.reader.words.period(one.period)),
            slice_name(context, _part(one), standing.indicator),
            with_actions(context, story(context, one.row), one, _promises(standing)),
        )
        for one in newest_first(outcomes)
        if one.row and (one.row.cause or one.row.action or one.row.note or one.row.reason)
    )


def _is_explained(row: Row | None) -> bool:
    return row is not None and bool(row.cause or row.action or row.reason)
