"""From an item of a survey to the actions that it led to."""

from __future__ import annotations

from charterkit.site.context import Context, Link
from charterkit.site.quality.on_pages import actions_because


def actions_on(context: Context, survey: str, item: str) -> tuple[Link, ...]:
    """The actions of the improvement plan that name an item of a survey as their cause."""
    return actions_because(context, lambda cause: (cause.survey, cause.item) == (survey, item))
