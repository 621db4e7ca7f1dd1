"""The pages of self-assessments: one for each, and one for each criterion about which anything may be shown."""

from __future__ import annotations

from collections.abc import Iterator

from charterkit.model.assessment import Assessment, Finding
from charterkit.model.caf import CRITERIA, Criterion
from charterkit.model.publication import Publication
from charterkit.rules.quality.assessments import public_finding
from charterkit.site.kinds import Kind, Page


def assessment_pages(publication: Publication) -> Iterator[Page]:
    """All of them, the newest assessment first."""
    for one in reversed(tuple(publication.assessments.values())):
        address = f"quality/assessments/{one.id}/"
        yield Page(Kind.ASSESSMENT, address, one.id, one.file)
        for criterion in shown_criteria(one):
            yield Page(Kind.CRITERION, f"{address}{criterion.id}/", f"{one.id}/{criterion.id}", one.file)


def shown_criteria(assessment: Assessment) -> tuple[Criterion, ...]:
    """The criteria about which the public may know anything."""
    open_ones = {one.id for one in assessment.findings if _says_anything(assessment, one)}
    return tuple(one for one in CRITERIA if open_ones & set(one.subs))


def _says_anything(assessment: Assessment, one: Finding) -> bool:
    shown = public_finding(assessment, one)
    return bool(
        shown.strengths
        or shown.areas
        or shown.evidence
        or shown.ideas
        or shown.score is not None
        or (assessment.until is not None and shown.not_assessed)
    )
