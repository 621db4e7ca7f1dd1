"""The report of a self-assessment on paper: what came out, how it was done, and every finding that may be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from charterkit.exports.paper.charts import of_part
from charterkit.exports.paper.frame import Heading, Press, paper, print_colour
from charterkit.exports.paper.typeset import Paper
from charterkit.model.assessment import Assessment
from charterkit.site.context import Context
from charterkit.site.pages import Kind, Page
from charterkit.site.printed import Sort
from charterkit.site.quality.assessment_pages import assessment_address, shown_criteria
from charterkit.site.views import assessment as assessment_view
from charterkit.site.views import criterion as criterion_view
from charterkit.strings import mark

# The fixed words of the template.
_WORDS: Final[Mapping[str, str]] = {
    "points": mark("What came out"),
    "criterion": mark("Criterion"),
    "score": mark("Points"),
    "means": mark("What it means"),
    "caveat": mark(
        "These are points that our own people agreed on to find out what to do better. They are no marks, and they "
        "cannot be compared with those of other bodies."
    ),
    "change": mark("Since the round before"),
    "before": mark("Before"),
    "now": mark("Now"),
    "difference": mark("Difference"),
    "groups": mark("Who assessed"),
    "steps": mark("How it is done"),
    "shows": mark("What shows it"),
    "told": mark("Who was told"),
    "recognition": mark("What others say of it"),
    "about": mark("About this self-assessment"),
    "not_assessed": mark("Not assessed"),
    "came": mark("What came of it"),
    "sub": mark("Sub-criterion"),
    "together": mark("Together"),
}


def assessment_paper(press: Press, context: Context, one: Assessment) -> Paper:
    """The report of a self-assessment, with what the public may know of it and nothing else."""
    address, colour = assessment_address(one.id), print_colour(context)
    view = assessment_view.view(context, Page(Kind.ASSESSMENT, address, one.id))
    heading = Heading(view.page.title, view.title, Sort.ASSESSMENT, address, context.say("Self-assessment"))
    criteria = [
        criterion_view.view(
            context, Page(Kind.CRITERION, assessment_address(one.id, shown.id), f"{one.id}/{shown.id}")
        )
        for shown in shown_criteria(one)
    ]
    parts = {
        "said": {key: context.say(word) for key, word in _WORDS.items()},
        "view": replace(view, chart=None),
        "charts": tuple(of_part(part, colour) for part in (view.chart,) if part is not None),
        "criteria": tuple(replace(found, chart=None) for found in criteria),
    }
    return paper(press, context, f"assessment-{one.id}", "assessment", heading, parts)
