"""The files in which the improvement plan, and the points of a self-assessment, can be taken along."""

from __future__ import annotations

from charterkit.model.assessment import Assessment
from charterkit.site.context import Context
from charterkit.site.quality.assessment_pages import files_of_assessment
from charterkit.site.quality.points import has_public_points
from charterkit.site.results.take_along import TakeAlong, files_of

# Where they stand, without their endings.
FILES = "quality/actions/actions"


def plan_files(context: Context) -> TakeAlong | None:
    """The files with all actions; None where there is none."""
    return files_of(context, FILES) if context.publication.actions else None


def points_files(context: Context, assessment: Assessment) -> TakeAlong | None:
    """The files with the points of a self-assessment; None where none are published."""
    if not has_public_points(assessment):
        return None
    return files_of(context, files_of_assessment(assessment.id))
