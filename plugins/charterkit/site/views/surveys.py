"""The list of surveys, the latest first: when, how many answered."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.model.survey import RespondentGroup, Survey
from charterkit.site.context import Context, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.parts import Entry
from charterkit.site.quality.pages import HUB
from charterkit.site.quality.survey_pages import SURVEYS, survey_address
from charterkit.site.quality.survey_words import answered, survey_days
from charterkit.text import sentences


@dataclass(frozen=True, slots=True)
class SurveysView:
    """What the list of surveys shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: str
    """What the page is called."""
    lead: str
    """What surveys are for."""
    surveys: tuple[Entry, ...]
    """The surveys, each with its days and the number of those who answered."""


def view(context: Context, page: Page) -> SurveysView:
    """The list of surveys."""
    title = context.say("Surveys")
    lead = context.say("What people expect of us, and how they found it.")
    trail = (context.home_link(), context.section_link(context.say("How we improve"), HUB))
    entries = tuple(_entry(context, one) for one in context.publication.surveys.values())
    return SurveysView(PageHead(title, lead, trail), title, lead, entries)


def _entry(context: Context, survey: Survey) -> Entry:
    days = survey_days(context, survey)
    told = [
        context.say(
            "{group}: {answered}", group=context.reader.bare(group.title), answered=answered(context, group)
        )
        for group in main_groups(survey)
    ]
    return Entry("", context.link(survey.title, survey_address(survey.id)), sentences(days, *told))


def main_groups(survey: Survey) -> tuple[RespondentGroup, ...]:
    """The groups that are no parts of another one."""
    parts = {part for group in survey.groups for part in group.sum_of}
    return tuple(group for group in survey.groups if group.id not in parts)


def survey_trail(context: Context, survey: Survey | None = None) -> tuple[Link, ...]:
    """The way to a survey, or to a page below it."""
    up = (
        context.home_link(),
        context.section_link(context.say("How we improve"), HUB),
        context.section_link(context.say("Surveys"), SURVEYS),
    )
    return up if survey is None else (*up, context.link(survey.title, survey_address(survey.id)))
