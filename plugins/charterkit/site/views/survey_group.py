"""What one group said in a survey: the gaps as a chart and a table, all other answers, what changed since the last one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from charterkit.model.survey import ItemType, RespondentGroup, Side, Survey
from charterkit.rules.quality.survey_figures import Figures
from charterkit.rules.quality.survey_gaps import Asked, ranked
from charterkit.site.charts.chart import ChartPart
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.quality.survey_about import promises_of
from charterkit.site.quality.survey_actions import actions_on
from charterkit.site.quality.survey_changes import ChangeRow, changes_since, summary_of
from charterkit.site.quality.survey_charts import gap_chart
from charterkit.site.quality.survey_pages import survey_address
from charterkit.site.quality.survey_words import (
    Told,
    answered,
    answers_counted,
    asked_of,
    at_best,
    few,
    hidden_note,
    hides,
    percent,
    question_words,
    sample_facts,
    signed,
    told,
    told_share,
    why_no_range,
)
from charterkit.site.results.figures import BigNumber
from charterkit.site.results.take_along import TakeAlong, survey_files
from charterkit.site.views.surveys import survey_trail
from charterkit.strings import mark
from charterkit.text import sentences

_CLOSED = {
    "yes": mark("Yes"),
    "no": mark("No"),
    "promoters": mark("Would recommend us (9 or 10)"),
    "passives": mark("Undecided (7 or 8)"),
    "detractors": mark("Would not recommend us (0 to 6)"),
}


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item answered on a scale: both averages with their ranges, the gap, its promises, the actions that followed."""

    title: Piece
    expectation: Told
    experience: Told
    gap: str
    best: str
    about: tuple[Link, ...]
    actions: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer: its words, its share with the range, how many gave it."""

    answer: Piece | str
    share: Told
    count: str


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A question whose answers are told one by one; `score` is that of a recommendation.

    `cautions` say how little few answers tell, where no range does.
    """

    id: str
    title: Piece
    question: Piece
    base: str
    score: Told | None
    rows: tuple[AnswerRow, ...]
    cautions: tuple[str, ...]
    about: tuple[Link, ...]
    actions: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SurveyGroupView:
    """What the page of a group shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: Piece
    """What the group is called."""
    survey: Link
    """The way to the survey."""
    number: BigNumber | None
    """How many answered; None where it is not published."""
    answered: str
    """The same in a sentence."""
    caution: str
    """What to be careful about where few answered; blank where enough did."""
    facts: tuple[Fact, ...]
    """Who was asked, and how exact the figures are."""
    chart: ChartPart | None
    """The gaps, the one that weighs most first."""
    rows: tuple[ItemRow, ...]
    """The items answered on a scale, in the same order."""
    with_expectation: bool
    """Whether the expectation was asked of any."""
    with_best: bool
    """Whether the share of the two best answers is known of any."""
    tables: tuple[AnswerTable, ...]
    """All other questions."""
    range_note: str
    """What stands in brackets, or why nothing does."""
    hidden_note: str
    """Why some figures are not shown; blank where all are."""
    earlier: Link | None
    """The survey that these figures are compared with."""
    changed: str
    """How many figures are higher, lower, or cannot be told apart."""
    changes: tuple[ChangeRow, ...]
    """What changed since then: first how things were experienced, then what is expected."""
    method: Link
    """The way to the method."""
    take_along: TakeAlong
    """The files with the figures."""


def view(context: Context, page: Page) -> SurveyGroupView:
    """The page of a group."""
    id, _, name = page.key.partition("/")
    survey = context.publication.surveys[id]
    group = survey.group(name)
    assert group is not None, page.key
    found = asked_of(context, survey, group)
    gaps = ranked(found)
    rows = tuple(_row(context, survey, one) for one in _by_weight(found))
    earlier = context.publication.surveys.get(survey.repeats)
    changes = tuple(changes_since(context, found, earlier, group)) if earlier else ()
    method = f"{survey_address(id)}method/"
    turnout = group.turnout
    return SurveyGroupView(
        page=_head(context, survey, group),
        title=context.line(group.title),
        survey=context.link(survey.title, survey_address(id)),
        number=BigNumber(context.figures.count(turnout)) if turnout is not None else None,
        answered=answered(context, group),
        caution=few(context, group),
        facts=sample_facts(context, survey, survey.sample_of(group)),
        chart=gap_chart(context, "chart-gaps", gaps, "items"),
        rows=rows,
        with_expectation=any(row.expectation.figure != "–" for row in rows),
        with_best=any(row.best != "–" for row in rows),
        tables=tuple(_tables(context, survey, found)),
        range_note=why_no_range(context, found),
        hidden_note=hidden_note(context, survey) if hides(found) else "",
        earlier=context.link(earlier.title, survey_address(earlier.id)) if earlier else None,
        changed=summary_of(context, changes),
        changes=tuple(sorted(changes, key=lambda one: bool(one.side))),
        method=context.section_link(
            context.say("Who was asked and how, and how to read the figures"), method
        ),
        take_along=survey_files(context, id),
    )


def _head(context: Context, survey: Survey, group: RespondentGroup) -> PageHead:
    names = {"survey": context.reader.bare(survey.title), "group": context.reader.bare(group.title)}
    title = context.say("{survey}: {group}", **names)
    return PageHead(title, sentences(title, answered(context, group)), survey_trail(context, survey))


def _by_weight(found: tuple[Asked, ...]) -> Iterator[Asked]:
    """Items on a scale: those with a gap by its weight, the others behind them."""
    order = {gap.item.id: number for number, gap in enumerate(ranked(found))}
    scales = [one for one in found if one.item.type is ItemType.SCALE]
    yield from sorted(scales, key=lambda one: order.get(one.item.id, len(order)))


def _row(context: Context, survey: Survey, one: Asked) -> ItemRow:
    experience = one.sides.get(Side.EXPERIENCE)
    best = experience.best if experience else None
    return ItemRow(
        context.line(one.item.title),
        told(context, one.sides.get(Side.EXPECTATION)),
        told(context, experience),
        signed(context, one.gap.gap) if one.gap else "–",
        percent(context, best, experience) if best is not None else "–",
        promises_of(context, one.item),
        actions_on(context, survey.id, one.item.id),
    )


def _tables(context: Context, survey: Survey, found: Iterable[Asked]) -> Iterator[AnswerTable]:
    for one in found:
        for side, figures in one.sides.items():
            listed = one.item.type is not ItemType.SCALE or (
                figures.mean is None and figures.shares and figures.best is None
            )
            if not listed:
                continue
            base = answers_counted(context, figures.n) if figures.n else ""
            score = told(context, figures) if one.item.type is ItemType.NPS else None
            yield AnswerTable(
                f"{one.item.id}-{side}",
                context.line(one.item.title),
                question_words(context, figures),
                base,
                score,
                tuple(_answers(context, figures)),
                tuple(at_best(context, figures)),
                promises_of(context, one.item),
                actions_on(context, survey.id, one.item.id),
            )


def _answers(context: Context, figures: Figures) -> Iterator[AnswerRow]:
    options = {option.id: context.line(option.title) for option in figures.question.item.options}
    ranges = [one for one in figures.shares if one not in figures.question.answers]
    for answer in (*figures.question.answers, *ranges):
        name = options.get(answer) or context.say(_CLOSED.get(answer, answer))
        if answer in figures.shares:
            count = figures.counts.get(answer)
            share = told_share(context, figures, figures.shares[answer])
            yield AnswerRow(name, share, "–" if count is None else str(count))
        elif answer in figures.hidden or "" in figures.hidden:
            yield AnswerRow(name, Told(context.say("not shown")), "–")
