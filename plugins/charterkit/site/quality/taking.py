"""The files in which the improvement plan can be taken along."""

from __future__ import annotations

from charterkit.site.context import Context
from charterkit.site.results.take_along import TakeAlong, files_of

# Where they stand, without their endings.
FILES = "quality/actions/actions"


def plan_files(context: Context) -> TakeAlong | None:
    """The files with all actions; None where there is none."""
    return files_of(context, FILES) if context.publication.actions else None
