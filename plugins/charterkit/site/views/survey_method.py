"""How a survey was carried out: who was asked, how they were found, and how its figures are to be read."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.model.survey import RespondentGroup, Survey
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.quality.survey_pages import survey_address
from charterkit.site.quality.survey_words import answered, hidden_note, sample_facts
from charterkit.site.views.survey import survey_facts
from charterkit.site.views.surveys import survey_trail
from charterkit.text import sentences


@dataclass(frozen=True, slots=True)
class GroupMethod:
    """A group of those asked, with how many answered and how they were found."""

    title: Piece
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class SurveyMethodView:
    """What the page about the method of a survey shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: str
    """What the page is called."""
    survey: Link
    """The way to the survey."""
    facts: tuple[Fact, ...]
    """When, how and by whom people were asked."""
    groups: tuple[GroupMethod, ...]
    """Who was asked."""
    sampling: Piece
    """How they were found, in the words of the body."""
    weighting: Piece
    """How answers were weighted; blank where each counts the same."""
    limitations: Piece
    """What to be careful about."""
    rules: tuple[str, ...]
    """How averages, gaps, ranges and changes are worked out, and what is hidden."""


def view(context: Context, page: Page) -> SurveyMethodView:
    """The method of a survey."""
    survey, say = context.publication.surveys[page.key], context.say
    title = say("Who was asked and how, and how to read the figures")
    head = say("Method: {survey}", survey=context.reader.bare(survey.title))
    return SurveyMethodView(
        PageHead(head, sentences(head, title), survey_trail(context, survey)),
        title,
        context.link(survey.title, survey_address(survey.id)),
        tuple(survey_facts(context, survey)),
        tuple(_group(context, survey, one) for one in survey.groups),
        context.block(survey.sampling),
        context.block(survey.weighting),
        context.block(survey.limitations),
        _rules(context, survey),
    )


def _group(context: Context, survey: Survey, group: RespondentGroup) -> GroupMethod:
    say = context.say
    facts = [
        Fact(say("Answers"), (Link(answered(context, group)),)),
    ]
    if group.sum_of:
        names = [one for one in (survey.group(id) for id in group.sum_of) if one is not None]
        facts.append(Fact(say("Made of"), tuple(Link(context.line(one.title)) for one in names)))
    return GroupMethod(
        context.line(group.title), (*facts, *sample_facts(context, survey, survey.sample_of(group)))
    )


def _rules(context: Context, survey: Survey) -> tuple[str, ...]:
    say = context.say
    return (
        say("An average counts the answers of everybody who answered the question. Who left it out is not counted."),
        say("The gap is the expectation less the experience, both on the same scale. Above 0 people get less than they expect."),
        say("Gaps are ranked by the gap times the importance: the same gap weighs more where people care more."),
        say("Of a random sample the range is given in which the true figure lies with 95% certainty: for shares by Wilson’s method, for averages and scores by their standard deviation."),
        say("Two surveys “cannot be told apart” where chance alone can explain the difference between them (95%)."),
        say("The recommendation score is the share of those who would recommend us (9 or 10) less the share of those who would not (0 to 6)."),
        hidden_note(context, survey),
    )  # fmt: skip
