"""How far apart assessors are: what a group looks at before it agrees on a score. Nothing of it is published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from charterkit.model.caf import SUBS, Part, Scoring, parts

Place = tuple[str, Part]


@dataclass(frozen=True, slots=True)
class Filled:
    """What one assessor wrote, known by a number: points by sub-criterion and part, and texts by sub-criterion.

    The texts are strengths, areas for improvement and evidence, each blank where nothing was written.
    """

    assessor: int
    group: str = ""
    points: Mapping[Place, Fraction] = field(default_factory=dict)
    texts: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)

    @property
    def blank(self) -> bool:
        """Whether nothing was written at all."""
        return not self.points and not any(any(three) for three in self.texts.values())


@dataclass(frozen=True, slots=True)
class Spread:
    """The points of all assessors for one part of a sub-criterion: how many, the lowest, the middle, the highest."""

    sub: str
    part: Part
    n: int
    lowest: Fraction
    middle: Fraction
    highest: Fraction

    @property
    def apart(self) -> Fraction:
        """The distance between the lowest and the highest."""
        return self.highest - self.lowest


def middle(values: Iterable[Fraction]) -> Fraction:
    """The median: of an even number of values the mean of the two in the middle. ValueError where there are none."""
    ranked = sorted(values)
    if not ranked:
        raise ValueError("no values")
    half = len(ranked) // 2
    return ranked[half] if len(ranked) % 2 else (ranked[half - 1] + ranked[half]) / 2


def places(scoring: Scoring) -> tuple[Place, ...]:
    """Every number that an assessor can give, in the order of the framework."""
    return tuple((sub, part) for sub in SUBS for part in parts(scoring, sub))


def spreads(filled: Iterable[Filled], scoring: Scoring) -> tuple[Spread, ...]:
    """The spread of every number that anybody gave, the largest disagreements first."""
    sheets = tuple(filled)
    found = []
    for sub, part in places(scoring):
        values = [one.points[sub, part] for one in sheets if (sub, part) in one.points]
        if values:
            found.append(Spread(sub, part, len(values), min(values), middle(values), max(values)))
    return tuple(sorted(found, key=lambda one: -one.apart))
