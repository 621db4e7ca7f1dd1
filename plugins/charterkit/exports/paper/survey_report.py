"""The report of a survey on paper: key figures, what each group said, what changed, the method and the questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from charterkit.exports.paper.charts import ChartOnPaper, of_part
from charterkit.exports.paper.frame import Heading, Press, paper, print_colour
from charterkit.exports.paper.typeset import Paper
from charterkit.model.survey import Survey
from charterkit.site.charts.chart import ChartPart
from charterkit.site.context import Context
from charterkit.site.pages import Kind, Page
from charterkit.site.printed import Sort
from charterkit.site.quality.survey_pages import survey_address
from charterkit.site.views import questionnaire as questionnaire_view
from charterkit.site.views import survey as survey_view
from charterkit.site.views import survey_group as group_view
from charterkit.site.views import survey_method as method_view
from charterkit.strings import mark

# The fixed words of the template.
_WORDS: Final[Mapping[str, str]] = {
    "key": mark("Key figures"),
    "furthest": mark("Where expectation and experience lie furthest apart"),
    "about": mark("About"),
    "expectation": mark("Expectation"),
    "experience": mark("Experience"),
    "both": mark("Expectation and experience"),
    "gap": mark("Gap"),
    "best": mark("Two best answers"),
    "ranked": mark("Averages; the gap that weighs most stands first"),
    "averages": mark("Averages"),
    "acted": mark("What we do about it:"),
    "others": mark("Other questions"),
    "score": mark("Recommendation score:"),
    "answer": mark("Answer"),
    "share": mark("Share"),
    "count": mark("Answers"),
    "changes": mark("Since the survey before"),
    "compared": mark("Compared with:"),
    "not_comparable": mark("No figure of this group can be compared."),
    "before": mark("Before"),
    "now": mark("Now"),
    "difference": mark("Difference"),
    "means": mark("What it means"),
    "read": mark("How to read the figures"),
    "asked": mark("Who was asked"),
    "weighting": mark("How answers were weighted"),
    "limitations": mark("What to be careful about"),
    "earlier": mark("The survey before it:"),
    "published": mark("Published in:"),
}


@dataclass(frozen=True, slots=True)
class GroupOnPaper:
    """What a group said, with its chart as it is drawn on paper."""

    view: group_view.SurveyGroupView
    charts: tuple[ChartOnPaper, ...]


def survey_paper(press: Press, context: Context, survey: Survey) -> Paper:
    """The report of a survey: what is hidden on its pages is hidden here."""
    address = survey_address(survey.id)
    view = survey_view.view(context, Page(Kind.SURVEY, address, survey.id))
    heading = Heading(view.page.title, view.title, Sort.SURVEY, address, context.say("Survey"))
    parts = {
        "said": {key: context.say(word) for key, word in _WORDS.items()},
        "view": replace(view, groups=tuple(replace(one, chart=None) for one in view.groups), links=()),
        "charts": tuple(_charts(context, one.chart) for one in view.groups),
        "groups": tuple(_group(context, survey, one.id) for one in survey.groups),
        "method": method_view.view(context, Page(Kind.SURVEY_METHOD, f"{address}method/", survey.id)),
        "questions": questionnaire_view.view(
            context, Page(Kind.QUESTIONNAIRE, f"{address}questionnaire/", survey.id)
        ),
    }
    return paper(press, context, f"survey-{survey.id}", "survey_report", heading, parts)


def _group(context: Context, survey: Survey, id: str) -> GroupOnPaper:
    page = Page(Kind.SURVEY_GROUP, f"{survey_address(survey.id)}{id}/", f"{survey.id}/{id}")
    view = group_view.view(context, page)
    return GroupOnPaper(replace(view, chart=None), _charts(context, view.chart))


def _charts(context: Context, part: ChartPart | None) -> tuple[ChartOnPaper, ...]:
    return () if part is None else (of_part(part, print_colour(context)),)
