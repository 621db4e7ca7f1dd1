"""One criterion of a self-assessment: for each sub-criterion what is good, what should be better, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from charterkit.model.assessment import Assessment, Finding, Wording
from charterkit.model.caf import CRITERION, Criterion, Part, Scoring, parts
from charterkit.rules.quality.assessments import public_finding, public_scores
from charterkit.site.charts.chart import ChartPart
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.quality.assessment_links import actions_of, anchor, assessment_link
from charterkit.site.quality.assessment_pages import assessment_address, shown_criteria
from charterkit.site.quality.caf_names import CRITERION as CRITERION_NAMES
from charterkit.site.quality.caf_names import PANEL, PART, SUB
from charterkit.site.quality.pages import HUB
from charterkit.site.quality.points import (
    criterion_name,
    criterion_title,
    meaning,
    of_hundred,
    part_points,
    public_points,
    told,
)
from charterkit.site.quality.score_bars import Bar, score_bars, share
from charterkit.site.records import source_link
from charterkit.text import Text


@dataclass(frozen=True, slots=True)
class Found:
    """A list of findings of one sort under its heading."""

    title: str
    texts: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SubPart:
    """A sub-criterion: its name, its official name where the body may give it, its points, what was found."""

    id: str
    anchor: str
    title: str
    official: Piece
    explained: Piece
    points: str
    meaning: str
    found: tuple[Found, ...]
    not_assessed: Piece
    nothing: str
    actions: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PartsRow:
    """The points of a sub-criterion, part by part, and together."""

    title: str
    parts: tuple[str, ...]
    points: str


@dataclass(frozen=True, slots=True)
class CriterionView:
    """What the page of a criterion shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    assessment: Link
    """The self-assessment that it belongs to."""
    kicker: str
    """Which of the nine criteria it is, and what these look at."""
    title: str
    """Its short name."""
    official: Piece
    """Its official name; blank where the body does not give it."""
    points: str
    """The mean of its sub-criteria; blank where the public may not know it."""
    of_all: str
    """Out of how many."""
    meaning: str
    """What they mean."""
    chart: ChartPart | None
    """The sub-criteria as bars; None where none has public points."""
    heads: tuple[str, ...]
    """The parts of a score; one where there are no parts."""
    rows: tuple[PartsRow, ...]
    """The points of the sub-criteria."""
    subs: tuple[SubPart, ...]
    """The sub-criteria."""
    others: tuple[Link, ...]
    """All other criteria."""
    source: Link | None
    """The way to its file."""


def view(context: Context, page: Page) -> CriterionView:
    """The page of a criterion."""
    id, _, number = page.key.partition("/")
    one, criterion = context.publication.assessments[id], CRITERION[number]
    findings = {finding.id: finding for finding in one.findings}
    mean = public_scores(one).of(number).mean
    name, up = context.say(CRITERION_NAMES[number]), assessment_link(context, id)
    title = criterion_title(context, one, number)
    rows = tuple(_rows(context, one, criterion, findings))
    return CriterionView(
        page=PageHead(
            title, title, (context.home_link(), context.section_link(context.say("How we improve"), HUB), up)
        ),
        assessment=up,
        kicker=_kicker(context, criterion),
        title=name,
        official=context.line(_wording(one, number).title),
        points=told(context, mean) if mean is not None else "",
        of_all=context.say("of {most}", most=100),
        meaning=meaning(context, mean, criterion.panel, one.scoring) if mean is not None else "",
        chart=_chart(context, one, criterion, findings),
        heads=_heads(context, one.scoring, criterion),
        rows=rows,
        subs=tuple(_sub(context, one, sub, findings.get(sub, Finding(sub))) for sub in criterion.subs),
        others=tuple(_others(context, one, criterion)),
        source=source_link(context, one.file),
    )


def _kicker(context: Context, criterion: Criterion) -> str:
    place = context.say("Criterion {number} of 9", number=criterion.id)
    return f"{place} · {context.say(PANEL[criterion.panel])}"


def _wording(one: Assessment, id: str) -> Wording:
    return next((found for found in one.wording if found.id == id), Wording(id, Text()))


def _heads(context: Context, scoring: Scoring, criterion: Criterion) -> tuple[str, ...]:
    named = parts(scoring, criterion.subs[0])
    return () if named == (Part.CONSENSUS,) else tuple(context.say(PART[part]) for part in named)


def _rows(
    context: Context, one: Assessment, criterion: Criterion, findings: dict[str, Finding]
) -> Iterator[PartsRow]:
    for sub in criterion.subs:
        found = public_points(one, findings[sub]) if sub in findings else None
        if found is not None:
            score, value = found
            named = [part for part in parts(one.scoring, sub) if part is not Part.CONSENSUS]
            by_part = tuple(told(context, part_points(score, part)) for part in named)
            yield PartsRow(f"{sub} {context.say(SUB[sub])}", by_part, told(context, value))


def _chart(
    context: Context, one: Assessment, criterion: Criterion, findings: dict[str, Finding]
) -> ChartPart | None:
    known = [(sub, public_points(one, findings[sub])) for sub in criterion.subs if sub in findings]
    rows = [
        Bar(f"{sub} {context.say(SUB[sub])}", told(context, found[1]), share(found[1]), short=sub)
        for sub, found in known
        if found is not None
    ]
    if not rows:
        return None
    told_rows = "; ".join(f"{row.name}: {row.told}" for row in rows)
    words = (
        context.say("Points of the sub-criteria: {criterion}", criterion=criterion_name(context, criterion)),
        context.say("A bar chart. {rows}.", rows=told_rows),
        context.say("Points out of 100."),
    )
    return score_bars("subs-chart", words, rows, "", "subs-table")


def _sub(context: Context, one: Assessment, sub: str, finding: Finding) -> SubPart:
    shown, wording, scored = public_finding(one, finding), _wording(one, sub), public_points(one, finding)
    found = tuple(_found(context, shown))
    left_out = context.block(shown.not_assessed) if one.until is not None else Piece()
    panel = CRITERION[sub.partition(".")[0]].panel
    silent = not (found or scored or left_out)
    return SubPart(
        sub,
        anchor(sub),
        f"{sub} {context.say(SUB[sub])}",
        context.line(wording.title),
        context.block(wording.text),
        of_hundred(context, scored[1]) if scored else "",
        meaning(context, scored[1], panel, one.scoring) if scored else "",
        found,
        left_out,
        context.say("Nothing is published about it.") if silent else "",
        actions_of(context, one.id, sub),
    )


def _found(context: Context, shown: Finding) -> Iterator[Found]:
    lists: tuple[tuple[str, Iterable[Text]], ...] = (
        (context.say("Strengths"), shown.strengths),
        (context.say("Areas for improvement"), shown.areas),
        (context.say("Ideas"), shown.ideas),
        (context.say("Evidence"), shown.evidence),
    )
    for title, texts in lists:
        pieces = tuple(context.block(text) for text in texts)
        if pieces:
            yield Found(title, pieces)


def _others(context: Context, one: Assessment, criterion: Criterion) -> Iterator[Link]:
    for other in shown_criteria(one):
        if other is not criterion:
            yield Link(criterion_name(context, other), context.links.to(assessment_address(one.id, other.id)))
