"""The improvement plan on paper: how far it is, what comes first, and every action with what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from charterkit.exports.paper.frame import Heading, Press, paper
from charterkit.exports.paper.typeset import Paper
from charterkit.site.context import Context
from charterkit.site.pages import Kind, Page
from charterkit.site.printed import Sort
from charterkit.site.quality.pages import PLAN, action_address
from charterkit.site.views import action as action_view
from charterkit.site.views import actions as actions_view
from charterkit.strings import mark

# The fixed words of the template.
_WORDS: Final[Mapping[str, str]] = {
    "lead": mark("What we do so that promises are kept and services become better."),
    "sum": mark("How far we are"),
    "state": mark("State"),
    "actions": mark("Actions"),
    "figures": mark("Figures"),
    "helped": mark("Did it help?"),
    "helped_lead": mark("Each action names figures that it must move. This is what became of them:"),
    "first": mark("What comes first"),
    "matrix": mark("Open actions by impact and ease: the further up and to the right, the sooner."),
    "impact": mark("Impact"),
    "ease": mark("Ease"),
    "all": mark("All actions"),
    "action": mark("Action"),
    "responsible": mark("Responsible"),
    "when": mark("When"),
    "each": mark("Action by action"),
    "because": mark("Why we do it"),
    "answers": mark("Who answers for it"),
    "you_said": mark("You said"),
    "we_did": mark("We did"),
    "progress": mark("How it went"),
    "evidence": mark("What shows that it was done"),
    "order": mark("How the order comes about"),
    "order_lead": mark(
        "Impact says how much an action helps people, from 1 to 5; ease says how easily it can be done, from 1 to 5. "
        "Both are multiplied."
    ),
    "overdue": mark(
        "An action is overdue when its planned start has passed and nobody has begun, or when its last day has passed "
        "and it is not done."
    ),
    "judged": mark("How we judge whether it helped"),
    "judged_lead": mark(
        "Only figures count that are published and final. Both are exact numbers; nothing is rounded first."
    ),
    "verdict": mark("Status"),
    "means": mark("What it means"),
}
# The heads of a table of figures that must move, in whichever paper it stands.
MOVE_WORDS: Final[Mapping[str, str]] = {
    "figure": mark("What must move"),
    "before": mark("Before"),
    "target": mark("Must be"),
    "now": mark("Now"),
}


def actions_paper(press: Press, context: Context) -> Paper:
    """The whole improvement plan."""
    pages = (page for page in context.directory.pages if page.kind is Kind.ACTIONS)
    lists = [actions_view.view(context, page) for page in pages]
    plan, title = lists[0], context.say("Improvement plan")
    heading = Heading(title, title, Sort.ACTIONS, PLAN, context.say("How we improve"))
    parts = {
        "said": {key: context.say(word) for key, word in {**_WORDS, **MOVE_WORDS}.items()},
        "plan": replace(plan, groups=_joined(lists), parts=()),
        "actions": tuple(_action(context, id) for id in context.directory.plan.actions),
    }
    return paper(press, context, "improvement-plan", "actions", heading, parts)


def _action(context: Context, id: str) -> action_view.ActionView:
    """An action; how its priority comes about stands once at the end, so nothing has to lead there."""
    view = action_view.view(context, Page(Kind.ACTION, action_address(id), id))
    facts = tuple(
        replace(fact, values=tuple(one for one in fact.values if not one.href.endswith("#order")))
        for fact in view.facts
    )
    return replace(view, facts=facts)


def _joined(lists: list[actions_view.ActionsView]) -> tuple[actions_view.ActionGroup, ...]:
    """The groups of all parts of a long list, each once: a sheet needs no pages of thirty."""
    found: dict[str, actions_view.ActionGroup] = {}
    for group in (one for part in lists for one in part.groups):
        before = found[group.id].lines if group.id in found else ()
        found[group.id] = replace(group, lines=(*before, *group.lines))
    return tuple(found.values())
