"""A service standard: how a service is delivered, as a measurable norm or as a norm of conduct."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from charterkit.model.common import NO_KEYWORDS, Acknowledged, Ended, Keywords, Lineage, Source
from charterkit.model.requirement import Norm
from charterkit.text import NO_TEXT, Text


class Family(StrEnum):
    """Whether a standard sets a level of service or the conduct of staff; the folder says which."""

    QUALITY = "quality"
    CONDUCT = "conduct"


class NormType(StrEnum):
    """What a norm is about."""

    TIME = "time"
    FREQUENCY = "frequency"
    SHARE = "share"
    COUNT = "count"
    AVAILABILITY = "availability"
    DATE = "date"
    QUALITATIVE = "qualitative"


class Reach(StrEnum):
    """General: holds over all cases together. Specific: each person can check it in their own case."""

    GENERAL = "general"
    SPECIFIC = "specific"


@dataclass(frozen=True, slots=True)
class Clock:
    """When a time starts, stops and pauses, how its days are counted, and on which day it may end."""

    starts: Text = NO_TEXT
    stops: Text = NO_TEXT
    pauses: Text = NO_TEXT
    counting: str = ""
    cut_off: str = ""
    calendar: str = ""
    ends_on: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """The same standard for special cases (urgent, another area) with norms of its own."""

    id: str
    when: Text
    norms: tuple[Norm, ...]


@dataclass(frozen=True, slots=True)
class Standard:
    """One service standard."""

    id: str
    family: Family
    type: NormType
    title: Text
    statement: Text
    norms: tuple[Norm, ...] = ()
    clock: Clock | None = None
    variants: tuple[Variant, ...] = ()
    applies_to: Reach | None = None
    explanation: Text = NO_TEXT
    legal_basis: tuple[Source, ...] = ()
    lineage: Lineage | None = None
    ended: Ended | None = None
    keywords: Keywords = NO_KEYWORDS
    acknowledged: tuple[Acknowledged, ...] = ()
    file: str = ""

    @property
    def in_working_days(self) -> bool:
        """Whether a norm of it is counted in working days; by which calendar, the clock says where it names one."""
        norms = (*self.norms, *(norm for variant in self.variants for norm in variant.norms))
        return any(norm.unit == "working_days" for norm in norms)
