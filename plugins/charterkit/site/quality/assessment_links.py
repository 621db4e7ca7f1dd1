"""What leads from and to the pages of self-assessments."""

from __future__ import annotations

from charterkit.model.assessment import Assessment
from charterkit.site.context import Context, Link
from charterkit.site.quality.assessment_pages import assessment_address
from charterkit.site.quality.on_pages import actions_because


def assessment_link(context: Context, id: str) -> Link:
    """The title of an assessment, leading to its page; the bare id where there is no such assessment."""
    one = context.publication.assessments.get(id)
    return context.link(one.title, assessment_address(id)) if one else Link(id)


def anchor(sub: str) -> str:
    """The anchor of a sub-criterion on the page of its criterion."""
    return f"sub-{sub.replace('.', '-')}"


def assessments_of(context: Context, body: str) -> tuple[Assessment, ...]:
    """The self-assessments of a body, the newest first."""
    own = (one for one in context.publication.assessments.values() if one.body == body)
    return tuple(sorted(own, key=lambda one: (one.since, one.id), reverse=True))


def actions_of(context: Context, assessment: str, criterion: str) -> tuple[Link, ...]:
    """The improvement actions that came of a sub-criterion (`3.2`) or criterion (`3`) of an assessment."""
    return actions_because(
        context, lambda cause: (cause.assessment, cause.criterion) == (assessment, criterion)
    )
