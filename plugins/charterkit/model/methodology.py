"""The methodology: how the body monitors its commitments, beyond the records of the single indicators."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from charterkit.model.common import Acknowledged, Duration, Source, Titled
from charterkit.model.indicator import SMALLEST_COUNT, Owner
from charterkit.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the body's own, with its plural forms in each language (CLDR categories)."""

    id: str
    forms: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class ServiceClass:
    """How complex a service may be, with the longest time that the law allows for it."""

    id: str
    title: Text
    at_most: Duration | None = None
    legal_basis: tuple[Source, ...] = ()


class UnexplainedMisses(StrEnum):
    """What happens where a target was missed and neither a cause nor an action is given."""

    REFUSE = "refuse"
    WARN = "warn"
    ADVISE = "advise"


@dataclass(frozen=True, slots=True)
class Methodology:
    """How results are collected, checked, judged and published.

    `next_review` is the last day of the next review; `complaints` and `revision_policy` hold for all indicators.
    """

    title: Text
    summary: Text = NO_TEXT
    sections: tuple[Titled, ...] = ()
    units: tuple[Unit, ...] = ()
    k: int = SMALLEST_COUNT
    complaints: Text = NO_TEXT
    revision_policy: Text = NO_TEXT
    unexplained_misses: UnexplainedMisses = UnexplainedMisses.REFUSE
    service_classes: tuple[ServiceClass, ...] = ()
    review_every: Duration | None = None
    next_review: date | None = None
    owner: Owner | None = None
    approval: Source | None = None
    legal_basis: tuple[Source, ...] = ()
    acknowledged: tuple[Acknowledged, ...] = ()
    file: str = ""
