"""The Common Assessment Framework (CAF) of EIPA as numbers: criteria, sub-criteria, phases, steps, bands.

Only the structure stands here, checked against the editions of 2013 and 2020, which share it. The official wording is
EIPA's and is not part of the package: the pages use short names of their own (`site/quality/caf_names.py`), and a body
may add the official texts in its record.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Edition(StrEnum):
    """The edition of the framework; results of different editions are not comparable."""

    CAF_2013 = "caf-2013"
    CAF_2020 = "caf-2020"


class Scoring(StrEnum):
    """How scores are given: one number, or one for each part of the cycle; never both in one self-assessment."""

    CLASSICAL = "classical"
    FINE_TUNED = "fine_tuned"


class Panel(StrEnum):
    """What a criterion looks at: what the body does, or what comes of it."""

    ENABLERS = "enablers"
    RESULTS = "results"


class Part(StrEnum):
    """What a score is about: the whole, a stage of the cycle (enablers), or trends and targets (results)."""

    CONSENSUS = "consensus"
    PLAN = "plan"
    DO = "do"
    CHECK = "check"
    ACT = "act"
    TRENDS = "trends"
    TARGETS = "targets"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of the nine criteria with the ids of its sub-criteria."""

    id: str
    panel: Panel
    subs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A sixth of the scale, both ends included; `number` counts from 1."""

    number: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of the ten steps."""

    number: int
    steps: tuple[int, ...]


_SIZES: Final = (4, 4, 3, 6, 3, 2, 2, 2, 2)
# The first five criteria are enablers.
_ENABLERS: Final = 5

CRITERIA: Final = tuple(
    Criterion(
        str(number),
        Panel.ENABLERS if number <= _ENABLERS else Panel.RESULTS,
        tuple(f"{number}.{sub}" for sub in range(1, size + 1)),
    )
    for number, size in enumerate(_SIZES, start=1)
)
SUBS: Final = tuple(sub for criterion in CRITERIA for sub in criterion.subs)
CRITERION: Final[Mapping[str, Criterion]] = MappingProxyType({one.id: one for one in CRITERIA})
BANDS: Final = tuple(
    Band(number, low, high)
    for number, (low, high) in enumerate(
        ((0, 10), (11, 30), (31, 50), (51, 70), (71, 90), (91, 100)), start=1
    )
)
PHASES: Final = (Phase(1, (1, 2)), Phase(2, (3, 4, 5, 6)), Phase(3, (7, 8, 9, 10)))
STEPS: Final = tuple(step for phase in PHASES for step in phase.steps)
# The highest score of a part, of a sub-criterion, of a criterion.
FULL: Final = 100

_PARTS: Final[Mapping[tuple[Scoring, Panel], tuple[Part, ...]]] = MappingProxyType(
    {
        (Scoring.CLASSICAL, Panel.ENABLERS): (Part.CONSENSUS,),
        (Scoring.CLASSICAL, Panel.RESULTS): (Part.CONSENSUS,),
        (Scoring.FINE_TUNED, Panel.ENABLERS): (Part.PLAN, Part.DO, Part.CHECK, Part.ACT),
        (Scoring.FINE_TUNED, Panel.RESULTS): (Part.TRENDS, Part.TARGETS),
    }
)


def criterion_of(sub: str) -> Criterion:
    """The criterion of a sub-criterion, by its id."""
    return CRITERION[sub.partition(".")[0]]


def parts(scoring: Scoring, sub: str) -> tuple[Part, ...]:
    """The numbers that a score of a sub-criterion is made of."""
    return _PARTS[scoring, criterion_of(sub).panel]
