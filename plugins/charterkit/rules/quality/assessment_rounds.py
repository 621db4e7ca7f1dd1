"""What two rounds of self-assessment of one body say about each other, and when they say nothing.

Scores of different bodies are never compared: each group has its own measure, and the framework warns against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from charterkit.model.assessment import Assessment
from charterkit.model.caf import Criterion
from charterkit.rules.quality.assessments import Scores, public_scores


class Obstacle(StrEnum):
    """Why two rounds cannot be compared."""

    EDITION = "edition"
    SCORING = "scoring"
    BODY = "body"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Change:
    """The mean of a criterion in two rounds, of the same sub-criteria in both."""

    criterion: Criterion
    before: Fraction
    now: Fraction

    @property
    def difference(self) -> Fraction:
        """Points gained; negative where some were lost."""
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two rounds side by side: criteria that can be compared, those that cannot, or what stands in the way of all."""

    before: Assessment
    obstacles: tuple[Obstacle, ...] = ()
    changes: tuple[Change, ...] = ()
    apart: tuple[Criterion, ...] = ()
    """Criteria of which other sub-criteria were scored, or are shown, in the two rounds."""


def comparison(now: Assessment, before: Assessment) -> Comparison:
    """What the public may know of the change between two rounds."""
    obstacles = tuple(_obstacles(now, before))
    if obstacles:
        return Comparison(before, obstacles)
    pairs = _pairs(public_scores(now), public_scores(before))
    changes = tuple(pair for pair in pairs if isinstance(pair, Change))
    apart = tuple(pair for pair in pairs if isinstance(pair, Criterion))
    return Comparison(before, () if changes else (Obstacle.NOTHING,), changes, apart)


def _obstacles(now: Assessment, before: Assessment) -> list[Obstacle]:
    found = [
        (now.body != before.body, Obstacle.BODY),
        (now.model is not before.model, Obstacle.EDITION),
        (now.scoring is not before.scoring, Obstacle.SCORING),
    ]
    return [obstacle for differs, obstacle in found if differs]


def _pairs(now: Scores, before: Scores) -> list[Change | Criterion]:
    pairs: list[Change | Criterion] = []
    for one, other in zip(now.criteria, before.criteria, strict=True):
        if one.mean is not None and other.mean is not None and one.scored == other.scored:
            pairs.append(Change(one.criterion, other.mean, one.mean))
        elif one.scored or other.scored:
            pairs.append(one.criterion)
    return pairs
