"""From an item of a survey to the actions that it led to."""

from __future__ import annotations

from typing import Any

from charterkit.site.context import Context, Link


def actions_on(context: Context, survey: str, item: str) -> tuple[Link, ...]:
    """The actions of the improvement plan that name an item of a survey as their cause; none where there is no plan."""
    plan: Any = getattr(context.publication, "actions", {})
    return tuple(
        context.link(action.title, f"quality/actions/{id}/")
        for id, action in plan.items()
        if any((cause.survey, cause.item) == (survey, item) for cause in action.because)
    )
