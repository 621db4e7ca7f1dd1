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
        yield Page(Kind.ASSESSMENT, assessment_address(one.id), one.id, one.file)
        for criterion in shown_criteria(one):
            address, key = assessment_address(one.id, criterion.id), f"{one.id}/{criterion.id}"
            yield Page(Kind.CRITERION, address, key, one.file)


def assessment_address(assessment: str, criterion: str = "") -> str:
    """Where an assessment stands, or one of its criteria (`3`)."""
    return f"quality/assessments/{assessment}/" + (f"{criterion}/" if criterion else "")


def files_of_assessment(id: str) -> str:
    """Where the files with the points of an assessment stand, without their endings."""
    return f"{assessment_address(id)}{id}"


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
