"""A survey: who was asked and how many answered, the biggest gaps, and the ways to everything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from charterkit.model.survey import RespondentGroup, Survey
from charterkit.rules.quality.survey_gaps import Gap, ranked
from charterkit.site.charts.chart import ChartPart
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.quality.survey_charts import gap_chart
from charterkit.site.quality.survey_pages import survey_address
from charterkit.site.quality.survey_words import (
    answered,
    asked_of,
    average,
    few,
    mode_words,
    signed,
    survey_days,
)
from charterkit.site.records import source_link, source_links
from charterkit.site.results.figures import BigNumber
from charterkit.site.results.take_along import TakeAlong, survey_files
from charterkit.site.views.surveys import survey_trail
from charterkit.text import sentences

# So many gaps are told in short; all of them stand on the page of the group.
_BIGGEST: Final = 5


@dataclass(frozen=True, slots=True)
class GapLine:
    """An item with both averages and what lies between them."""

    item: Piece
    expectation: str
    experience: str
    gap: str


@dataclass(frozen=True, slots=True)
class GroupPart:
    """A group of those asked: how many answered, whether that is few, its biggest gaps, the way to all it said."""

    id: str
    title: Piece
    number: BigNumber | None
    answered: str
    caution: str
    chart: ChartPart | None
    gaps: tuple[GapLine, ...]
    more: Link


@dataclass(frozen=True, slots=True)
class SurveyView:
    """What the page of a survey shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: Piece
    """The name of the survey."""
    summary: Piece
    """What it was for."""
    facts: tuple[Fact, ...]
    """When, how and by whom people were asked."""
    groups: tuple[GroupPart, ...]
    """Those who were asked, each with the biggest gaps."""
    links: tuple[Link, ...]
    """The ways to the questionnaire and to the method."""
    earlier: Link | None
    """The survey that it repeats."""
    sources: tuple[Link, ...]
    """Where the figures were published."""
    take_along: TakeAlong
    """The files with its figures."""
    source: Link | None
    """The way to its file."""


def view(context: Context, page: Page) -> SurveyView:
    """The page of a survey."""
    survey, say = context.publication.surveys[page.key], context.say
    title, address = context.reader.bare(survey.title), survey_address(survey.id)
    earlier = context.publication.surveys.get(survey.repeats)
    lead = context.reader.plain(survey.summary, 160) or say(
        "What people expect of us, and how they found it."
    )
    return SurveyView(
        page=PageHead(title, sentences(title, lead), survey_trail(context)),
        title=context.line(survey.title),
        summary=context.block(survey.summary),
        facts=tuple(survey_facts(context, survey)),
        groups=tuple(_group(context, survey, group) for group in survey.groups),
        links=(
            context.section_link(say("The questions, word for word"), f"{address}questionnaire/"),
            context.section_link(
                say("Who was asked and how, and how to read the figures"), f"{address}method/"
            ),
        ),
        earlier=context.link(earlier.title, survey_address(earlier.id)) if earlier else None,
        sources=source_links(context, survey.sources),
        take_along=survey_files(context, survey.id),
        source=source_link(context, page.source),
    )


def survey_facts(context: Context, survey: Survey) -> list[Fact]:
    """When, how and by whom people were asked."""
    say = context.say
    facts = [Fact(say("When"), (Link(survey_days(context, survey)),))]
    if survey.modes:
        facts.append(Fact(say("How people were asked"), (Link(mode_words(context, survey)),)))
    if survey.conducted_by:
        facts.append(Fact(say("Carried out by"), (Link(context.line(survey.conducted_by)),)))
    if survey.bodies:
        facts.append(Fact(say("About"), tuple(context.body_link(one) for one in survey.bodies)))
    return facts


def _group(context: Context, survey: Survey, group: RespondentGroup) -> GroupPart:
    gaps = [one for one in ranked(asked_of(context, survey, group)) if one.gap > 0][:_BIGGEST]
    turnout = group.turnout
    return GroupPart(
        group.id,
        context.line(group.title),
        BigNumber(context.figures.count(turnout)) if turnout is not None else None,
        answered(context, group),
        few(context, group),
        gap_chart(context, f"chart-{group.id}", gaps, f"gaps-{group.id}"),
        tuple(gap_line(context, one) for one in gaps),
        Link(
            context.say("All answers of this group"),
            context.links.to(f"{survey_address(survey.id)}{group.id}/"),
        ),
    )


def gap_line(context: Context, one: Gap) -> GapLine:
    """An item with both averages and what lies between them."""
    return GapLine(
        context.line(one.item.title),
        average(context, one.expectation.mean or 0),
        average(context, one.experience.mean or 0),
        signed(context, one.gap),
    )
