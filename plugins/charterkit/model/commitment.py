"""A commitment: one promise to citizens, in plain words, with the measures by which it is judged."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from charterkit.model.common import NO_KEYWORDS, Acknowledged, Area, Duration, Ended, Keywords, Lineage
from charterkit.model.requirement import Target
from charterkit.periods import Frequency
from charterkit.text import NO_TEXT, Text


class Dimension(StrEnum):
    """The side of quality that a promise is about."""

    TIMELINESS = "timeliness"
    ACCESSIBILITY = "accessibility"
    ACCURACY = "accuracy"
    COURTESY = "courtesy"
    INFORMATION = "information"
    PARTICIPATION = "participation"
    RELIABILITY = "reliability"
    SAFETY = "safety"
    ENVIRONMENT = "environment"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator with the targets promised for it."""

    indicator: str
    targets: tuple[Target, ...] = ()
    standard: str = ""
    variant: str = ""
    only: tuple[tuple[str, str], ...] = ()
    judged: Frequency | None = None


@dataclass(frozen=True, slots=True)
class Compensation:
    """Money paid when the promise is broken."""

    amount: Decimal
    currency: str
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Redress:
    """What a citizen gets when the promise is broken, and how to claim it."""

    remedy: Text
    how: Text = NO_TEXT
    within: Duration | None = None
    compensation: Compensation | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """One promise of one charter."""

    id: str
    charter: str
    number: str
    group: str
    title: Text
    promise: Text
    conditions: Text = NO_TEXT
    explanation: Text = NO_TEXT
    dimension: Dimension = Dimension.OTHER
    bodies: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    redress: Redress | None = None
    services: tuple[str, ...] = ()
    lineage: Lineage | None = None
    ended: Ended | None = None
    keywords: Keywords = NO_KEYWORDS
    acknowledged: tuple[Acknowledged, ...] = ()
    areas: tuple[Area, ...] = ()
    file: str = ""

    @property
    def full_id(self) -> str:
        """`<charter>/<id>`: also the address of its page."""
        return f"{self.charter}/{self.id}"
