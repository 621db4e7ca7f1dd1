"""How a self-assessment is scored: exact numbers, and where there is none, why.

The rules, in order:

1. A sub-criterion has 0 to 100 points. Classical scoring gives them as one number. Fine-tuned scoring gives a number
   for each part (plan, do, check, act; or trends and targets): the points are their sum divided by how many they are.
2. A criterion has the mean of those of its sub-criteria that are scored; a sub-criterion without a score is left out
   and counts neither as zero nor as anything else.
3. The total is the sum of the means of those criteria that have one, out of 100 for each of them (900 where all are
   scored); beside it stands the same as a share in per cent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from charterkit.model.assessment import Assessment, Finding, Shown
from charterkit.model.caf import BANDS, CRITERIA, FULL, SUBS, Band, Criterion, Scoring, parts

# From here on a score says that something is really done or measured, and evidence must show it.
EVIDENCE_ABOVE: Final = 30
# Scores of fewer assessors would tell what each of them thinks.
FEWEST_ASSESSORS: Final = 3


@dataclass(frozen=True, slots=True)
class Sum:
    """Points out of the most that can be had, exact."""

    points: Fraction
    most: int

    @property
    def percent(self) -> Fraction:
        """The share of the most, in per cent."""
        return self.points * FULL / self.most


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """The mean of the scored sub-criteria of a criterion; None where none is scored."""

    criterion: Criterion
    mean: Fraction | None
    scored: tuple[str, ...]
    unscored: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything that is scored in a self-assessment; `total` is None where nothing is."""

    criteria: tuple[CriterionScore, ...]
    total: Sum | None

    def of(self, criterion: str) -> CriterionScore:
        """The score of a criterion by its id."""
        return next(one for one in self.criteria if one.criterion.id == criterion)

    @property
    def complete(self) -> bool:
        """Whether every sub-criterion has a score."""
        return not any(one.unscored for one in self.criteria)


def band(points: Fraction | int) -> Band:
    """The band of a number of points. Between two whole numbers the next band begins: 10.5 lies in that from 11 on."""
    return next(one for one in BANDS if points <= one.high)


def summed(one: Finding, scoring: Scoring) -> Sum | None:
    """All points of a sub-criterion: out of 100, of 200 (trends, targets) or of 400 (plan, do, check, act).

    None where there is no score, where parts are missing, and where the score is of the other way of scoring.
    """
    given = dict(one.score.given) if one.score is not None else {}
    wanted = parts(scoring, one.id)
    if set(given) != set(wanted):
        return None
    return Sum(Fraction(sum(given.values())), FULL * len(wanted))


def points(one: Finding, scoring: Scoring) -> Fraction | None:
    """The points of a sub-criterion out of 100; None where it has no score."""
    found = summed(one, scoring)
    return found.percent if found is not None else None


def scores(assessment: Assessment, only: Iterable[str] = SUBS) -> Scores:
    """The scores of a self-assessment, of these sub-criteria alone."""
    asked = set(only)
    found = {one.id: points(one, assessment.scoring) for one in assessment.findings if one.id in asked}
    criteria = tuple(_criterion(one, found) for one in CRITERIA)
    means = [one.mean for one in criteria if one.mean is not None]
    return Scores(criteria, Sum(sum(means, Fraction(0)), FULL * len(means)) if means else None)


def _criterion(criterion: Criterion, found: dict[str, Fraction | None]) -> CriterionScore:
    given = {sub: value for sub in criterion.subs if (value := found.get(sub)) is not None}
    mean = sum(given.values(), Fraction(0)) / len(given) if given else None
    return CriterionScore(
        criterion, mean, tuple(given), tuple(sub for sub in criterion.subs if sub not in given)
    )


def lacks_evidence(one: Finding, scoring: Scoring) -> bool:
    """Whether a score claims that something is done or measured, and nothing is named that shows it."""
    value = points(one, scoring)
    return value is not None and value > EVIDENCE_ABOVE and not one.evidence


def assessors(assessment: Assessment) -> int:
    """How many people assessed, in all groups; 0 where it is not said."""
    return sum(group.size for group in assessment.groups)


def shows(assessment: Assessment, one: Finding, field: Shown) -> bool:
    """Whether a field of a finding may be shown: what it says itself, else what the whole says.

    Nothing is shown before the scores are agreed: until then every number is somebody's opinion.
    """
    own = one.public if one.public is not None else assessment.public
    return assessment.until is not None and field in own


def public_finding(assessment: Assessment, one: Finding) -> Finding:
    """What the public may know of a finding; everything else is empty."""
    kept = {field: shows(assessment, one, field) for field in Shown}
    return Finding(
        one.id,
        one.strengths if kept[Shown.STRENGTHS] else (),
        one.areas if kept[Shown.AREAS] else (),
        one.evidence if kept[Shown.EVIDENCE] else (),
        one.ideas if kept[Shown.IDEAS] else (),
        one.score if kept[Shown.SCORES] else None,
        one.not_assessed,
        one.public,
    )


def public_scores(assessment: Assessment) -> Scores:
    """The scores that the public may know. A mean is shown only where all the scores behind it are.

    Otherwise the hidden score of a sub-criterion could be worked out from the mean and from those that are shown.
    """
    hidden = {
        one.id
        for one in assessment.findings
        if one.score is not None and not shows(assessment, one, Shown.SCORES)
    }
    whole = scores(assessment)
    criteria = tuple(
        CriterionScore(one.criterion, None, (), one.criterion.subs) if hidden & set(one.scored) else one
        for one in whole.criteria
    )
    return Scores(criteria, None if hidden & set(SUBS) else whole.total)
