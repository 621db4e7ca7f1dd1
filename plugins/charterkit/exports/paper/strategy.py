"""The strategy on paper: each goal from its gap over work lines and actions to the measuring that follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from charterkit.exports.paper.actions import MOVE_WORDS
from charterkit.exports.paper.frame import Heading, Press, paper
from charterkit.exports.paper.typeset import Paper
from charterkit.site.context import Context
from charterkit.site.pages import Kind, Page
from charterkit.site.printed import Sort
from charterkit.site.quality.pages import STRATEGY
from charterkit.site.views import strategy as strategy_view
from charterkit.strings import mark

# The fixed words of the template.
_WORDS: Final[Mapping[str, str]] = {
    "loops": mark("How far we are"),
    "closed": mark(
        "A loop is closed when all actions of a goal are finished and its gap has been measured again."
    ),
    "goal": mark("Goal of the strategy"),
    "state": mark("State"),
    "gap": mark("Why we do it"),
    "lines": mark("What we work on"),
    "actions": mark("Actions"),
    "again": mark("Measured again"),
    "survey": mark("Survey that measures again:"),
    "undecided": mark("It is not decided yet how the gap is measured again."),
    "verdict": mark("Status"),
    "values": mark("What we hold ourselves to"),
    "channels": mark("How you can reach us"),
    "answers": mark("Who answers for it"),
}


def strategy_paper(press: Press, context: Context) -> Paper:
    """The whole strategy, with its goals and loops."""
    view = strategy_view.view(context, Page(Kind.STRATEGY, STRATEGY))
    heading = Heading(view.page.title, view.title, Sort.STRATEGY, STRATEGY, context.say("Strategy"))
    said = {key: context.say(word) for key, word in {**_WORDS, **MOVE_WORDS}.items()}
    return paper(press, context, "strategy", "strategy", heading, {"said": said, "view": view})
