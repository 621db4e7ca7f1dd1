"""A self-assessment in one page: the points of the nine criteria, who assessed, how it went, what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charterkit.model.assessment import Assessment, AssessmentGroup, Recognition
from charterkit.model.caf import CRITERIA
from charterkit.rules.quality.assessments import CriterionScore, Scores, public_scores
from charterkit.site.charts.chart import ChartPart
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.quality.assessment_change import ChangePart, change_part, earlier_points
from charterkit.site.quality.assessment_pages import assessment_address, shown_criteria
from charterkit.site.quality.assessment_steps import PhasePart, done_sentence, phases
from charterkit.site.quality.caf_names import EDITION, SCORING
from charterkit.site.quality.pages import HUB
from charterkit.site.quality.points import criterion_name, meaning, told
from charterkit.site.quality.score_bars import Bar, score_bars, share
from charterkit.site.quality.taking import points_files
from charterkit.site.records import source_link, source_links
from charterkit.site.results.take_along import TakeAlong


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion in the table: its name, its points, what they mean; blanks where the public may not know them."""

    title: Link
    points: str
    meaning: str


@dataclass(frozen=True, slots=True)
class TotalPart:
    """The total as a large number, out of how many, and the sentences beside it."""

    points: str
    of_all: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupPart:
    """Those who assessed: what the group is called, how many they were, how they were chosen."""

    name: Piece
    size: str
    composed: Piece


@dataclass(frozen=True, slots=True)
class RecognitionPart:
    """What others said: a title, who gave it and when, what it says."""

    title: Link
    given: str
    text: Piece


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """What the page of a self-assessment shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: Piece
    """What it is called."""
    summary: Piece
    """What came out, in the body's own words."""
    state: str
    """That it is still under way; blank once the scores are agreed."""
    total: TotalPart | None
    """All points together; None where the public may not know them."""
    chart: ChartPart | None
    """The criteria as bars; None where none has public points."""
    criteria: tuple[CriterionRow, ...]
    """The nine criteria; none where nothing about them is shown."""
    hidden: str
    """That points are not published; blank where all are."""
    phases: tuple[PhasePart, ...]
    """How it was done."""
    steps_done: str
    """How many steps are done."""
    groups: tuple[GroupPart, ...]
    """Who assessed."""
    change: ChangePart | None
    """What changed since the round before."""
    recognition: tuple[RecognitionPart, ...]
    """What others said of it."""
    about: tuple[Fact, ...]
    """The body, the edition, the way of scoring, the dates, the report."""
    take_along: TakeAlong | None
    """The files with its points; None where none are published."""
    source: Link | None
    """The way to its file."""


def view(context: Context, page: Page) -> AssessmentView:
    """The page of a self-assessment."""
    one = context.publication.assessments[page.key]
    title = context.reader.bare(one.title)
    found = public_scores(one)
    return AssessmentView(
        page=PageHead(title, context.reader.plain(one.summary, 160) or title, _trail(context)),
        title=context.line(one.title),
        summary=context.block(one.summary),
        state=_state(context, one),
        total=_total(context, found),
        chart=_chart(context, one, found),
        criteria=tuple(_rows(context, one, found)) if one.until is not None else (),
        hidden=_hidden(context, one, found),
        phases=phases(context, one),
        steps_done=done_sentence(context, one),
        groups=tuple(_group(context, group) for group in one.groups),
        change=change_part(context, one),
        recognition=tuple(_recognition(context, given) for given in one.recognition),
        about=tuple(_about(context, one)),
        take_along=points_files(context, one),
        source=source_link(context, one.file),
    )


def _trail(context: Context) -> tuple[Link, ...]:
    return context.home_link(), context.section_link(context.say("How we improve"), HUB)


def _state(context: Context, one: Assessment) -> str:
    if one.until is not None:
        return ""
    return context.say("The self-assessment is still under way. What it finds is shown when it is agreed.")


def _total(context: Context, found: Scores) -> TotalPart | None:
    if found.total is None:
        return None
    means = [one for one in found.criteria if one.mean is not None]
    return TotalPart(
        told(context, found.total.points),
        context.say("of {most}", most=found.total.most),
        tuple(_total_sentences(context, means, found)),
    )


def _total_sentences(context: Context, means: list[CriterionScore], found: Scores) -> Iterator[str]:
    ranked = sorted(means, key=lambda one: one.mean or 0, reverse=True)
    if ranked[0].mean != ranked[-1].mean:
        yield context.say(
            "Most points: {best} ({most}). Fewest: {worst} ({fewest}).",
            best=criterion_name(context, ranked[0].criterion),
            most=told(context, ranked[0].mean or 0),
            worst=criterion_name(context, ranked[-1].criterion),
            fewest=told(context, ranked[-1].mean or 0),
        )
    yield context.say(
        "A criterion has the mean of its scored sub-criteria, at most 100; the total is the sum of the criteria."
    )
    left = sum(len(one.unscored) for one in found.criteria)
    if left:
        yield context.reader.words.count(
            "{n} of 28 sub-criteria was not scored and does not count.",
            "{n} of 28 sub-criteria were not scored and do not count.",
            left,
        )


def _chart(context: Context, one: Assessment, found: Scores) -> ChartPart | None:
    before = earlier_points(context, one)
    rows = [
        Bar(
            criterion_name(context, score.criterion),
            told(context, score.mean),
            share(score.mean),
            share(before[score.criterion.id]) if score.criterion.id in before else None,
        )
        for score in found.criteria
        if score.mean is not None
    ]
    if not rows:
        return None
    title = context.say("Points of the criteria")
    told_rows = "; ".join(f"{row.name}: {row.told}" for row in rows)
    description = context.say("A bar chart. {rows}.", rows=told_rows)
    words = (title, description, context.say("Points out of 100."))
    return score_bars("criteria-chart", words, rows, context.say("the round before"), "criteria-table")


def _rows(context: Context, one: Assessment, found: Scores) -> Iterator[CriterionRow]:
    linked = shown_criteria(one)
    if not linked:
        return
    for criterion in CRITERIA:
        address = context.links.to(assessment_address(one.id, criterion.id)) if criterion in linked else ""
        title, mean = Link(criterion_name(context, criterion), address), found.of(criterion.id).mean
        if mean is None:
            yield CriterionRow(title, "–", "–")
        else:
            told_mean = meaning(context, mean, criterion.panel, one.scoring)
            yield CriterionRow(title, told(context, mean), told_mean)


def _hidden(context: Context, one: Assessment, found: Scores) -> str:
    scored = any(finding.score is not None for finding in one.findings)
    if not scored or one.until is None or found.total is not None:
        return ""
    if any(score.mean is not None for score in found.criteria):
        return context.say(
            "Not all points are published. Where one of a criterion is not, its mean is not either, and there is no total."
        )
    return context.say("The points are not published. What was found is told in words.")


def _group(context: Context, group: AssessmentGroup) -> GroupPart:
    size = context.reader.words.count("{n} person", "{n} people", group.size)
    return GroupPart(context.line(group.name), size, context.block(group.composed))


def _recognition(context: Context, given: Recognition) -> RecognitionPart:
    by = context.reader.bare(given.by)
    day = context.reader.words.day(given.day) if given.day else ""
    return RecognitionPart(
        Link(context.line(given.title), given.url),
        " · ".join(part for part in (by, day) if part),
        context.block(given.text),
    )


def _about(context: Context, one: Assessment) -> Iterator[Fact]:
    say, day = context.say, context.reader.words.day
    yield Fact(say("Who was assessed"), (context.body_link(one.body),))
    model = say("Common Assessment Framework (CAF), edition {edition}", edition=EDITION[one.model])
    yield Fact(say("By which model"), (Link(model), Link(say(SCORING[one.scoring]))))
    days = say("from {day}", day=day(one.since))
    if one.until:
        days = say("from {first} to {last}", first=day(one.since), last=day(one.until))
    yield Fact(say("When"), (Link(days),))
    if one.report:
        yield Fact(say("Report"), source_links(context, (one.report,)))
    if one.wording_source:
        yield Fact(say("Source of the official texts"), source_links(context, (one.wording_source,)))
