"""A programme of many bodies on paper: who takes part, what each has delivered, who is behind, what they were asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from charterkit.exports.paper.charts import PanelsOnPaper, of_panels
from charterkit.exports.paper.frame import Heading, Press, paper, print_colour
from charterkit.exports.paper.typeset import Paper
from charterkit.model.programme import Programme
from charterkit.site.charts.parts import PartsChart
from charterkit.site.context import Context
from charterkit.site.pages import Kind, Page
from charterkit.site.printed import Sort
from charterkit.site.quality.programme_pages import programme_address
from charterkit.site.views import programme as programme_view
from charterkit.site.views import replies as replies_view
from charterkit.site.views import wave as wave_view
from charterkit.strings import mark

# The fixed words of the template.
_WORDS: Final[Mapping[str, str]] = {
    "part": mark("Who takes part"),
    "delivered": mark("What is delivered"),
    "state": mark("State"),
    "deliverables": mark("Deliverables"),
    "waves": mark("Waves"),
    "wave": mark("Wave"),
    "behind": mark("Who is behind"),
    "body": mark("Body"),
    "missing": mark("What is missing"),
    "last_day": mark("Last day"),
    "days_late": mark("Days late"),
    "last_days": mark("Last days"),
    "each": mark("What each body has delivered"),
    "replies": mark("The replies of all bodies"),
    "answer": mark("Answer"),
    "answered": mark("Answered on"),
    "invitation": mark("Invitation"),
    "offered": mark("What was offered"),
    "documents": mark("Documents"),
    "workshops": mark("Workshops"),
    "about": mark("About the programme"),
}


@dataclass(frozen=True, slots=True)
class RepliesOnPaper:
    """The replies of all bodies, as one table; how many answered, in sentences."""

    told: tuple[str, ...]
    rows: tuple[replies_view.ReplyRow, ...]


def programme_paper(press: Press, context: Context, programme: Programme) -> Paper:
    """The report of a programme, with every body that was invited."""
    address, colour = programme_address(programme.id), print_colour(context)
    view = programme_view.view(context, Page(Kind.PROGRAMME, address, programme.id))
    heading = Heading(
        view.page.title, view.title, Sort.PROGRAMME, address, context.say("Programme of many bodies")
    )
    parts = {
        "said": {key: context.say(word) for key, word in _WORDS.items()},
        "view": replace(
            view,
            answers=None,
            timeline=None,
            behind=programme_view.late_rows(context, context.standing.programmes[programme.id]),
            more_behind="",
            files=(),
        ),
        "answers": _panels(view.answers, colour),
        "timeline": _panels(view.timeline, colour),
        "waves": tuple(
            replace(wave_view.view(context, page), others=())
            for page in _pages(context, Kind.WAVE, programme)
        ),
        "replies": _replies(context, programme),
    }
    return paper(press, context, f"programme-{programme.id}", "programme", heading, parts)


def _panels(part: PartsChart | None, colour: str) -> tuple[PanelsOnPaper, ...]:
    return () if part is None else (of_panels(part, colour),)


def _replies(context: Context, programme: Programme) -> RepliesOnPaper | None:
    """A sheet needs no pages of a long list; None where it is not known who was invited."""
    views = [replies_view.view(context, page) for page in _pages(context, Kind.REPLIES, programme)]
    if not views:
        return None
    return RepliesOnPaper(views[0].told, tuple(row for view in views for row in view.rows))


def _pages(context: Context, kind: Kind, programme: Programme) -> list[Page]:
    own = f"{programme.id}/"
    return [page for page in context.directory.pages if page.kind is kind and page.key.startswith(own)]
