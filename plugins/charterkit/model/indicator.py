"""An indicator: the metadata record of one figure, so that anybody can understand and recompute it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from charterkit.model.common import (
    NO_CONTACT,
    NO_KEYWORDS,
    Acknowledged,
    Contact,
    Ended,
    Keywords,
    Lineage,
    Source,
)
from charterkit.periods import Frequency
from charterkit.text import NO_TEXT, Text


class IndicatorType(StrEnum):
    """How the figure comes about."""

    SHARE = "share"
    MEAN = "mean"
    MEDIAN = "median"
    PERCENTILE = "percentile"
    COUNT = "count"
    RATE = "rate"
    RATIO = "ratio"
    INDEX = "index"
    RANK = "rank"
    SURVEY_SHARE = "survey_share"
    SURVEY_MEAN = "survey_mean"
    NPS = "nps"
    YES_NO = "yes_no"


# The types whose figure is a numerator over a denominator.
COMPUTED = frozenset(
    {IndicatorType.SHARE, IndicatorType.RATE, IndicatorType.RATIO, IndicatorType.SURVEY_SHARE}
)
# The types whose figure is what people answered when they were asked.
SURVEYS = frozenset({IndicatorType.SURVEY_SHARE, IndicatorType.SURVEY_MEAN, IndicatorType.NPS})
# The types whose figure of a longer period follows from the counts of the shorter ones.
SUMMED = frozenset({IndicatorType.SHARE, IndicatorType.RATE, IndicatorType.RATIO, IndicatorType.COUNT})


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    IN_RANGE = "in_range"
    NONE = "none"


class Sample(StrEnum):
    """How the people asked in a survey were found."""

    PROBABILITY = "probability"
    SELF_SELECTED = "self_selected"
    CENSUS = "census"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Part:
    """A numerator or a denominator: what is counted, with and without what; blank `unit` counts cases."""

    definition: Text
    includes: Text = NO_TEXT
    excludes: Text = NO_TEXT
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """The answers of a survey question, from worst to best."""

    min: Decimal
    max: Decimal


@dataclass(frozen=True, slots=True)
class Owner:
    """Who delivers the figure: a body and a role, never a person's name."""

    body: str
    role: Text = NO_TEXT
    contact: Contact = NO_CONTACT


# Of a figure of an old release of which nobody says any more who delivered it.
NOBODY = Owner("")


@dataclass(frozen=True, slots=True)
class Baseline:
    """Where things stood before the promise was made."""

    period: str
    value: Decimal
    source: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How small a miss is `near`: in the indicator's own unit, or in per cent of the target."""

    value: Decimal
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Disaggregation:
    """A way the figure is split: the column of the results file, its values, and what readers call them."""

    id: str
    values: tuple[str, ...]
    title: Text = NO_TEXT
    names: tuple[tuple[str, Text], ...] = ()


# The smallest count of persons that may be published where no record says another.
SMALLEST_COUNT: Final = 5


@dataclass(frozen=True, slots=True)
class Confidentiality:
    """Whether persons are counted, and the smallest count of persons that may be published.

    `k` is None where the record has none of its own: the methodology's holds, and `SMALLEST_COUNT` without one.
    """

    persons: bool = False
    k: int | None = None

    @property
    def smallest(self) -> int:
        """The smallest count of persons that may be published."""
        return SMALLEST_COUNT if self.k is None else self.k


OPEN = Confidentiality()


@dataclass(frozen=True, slots=True)
class MethodVersion:
    """A change of the method, from a date on."""

    since: date
    change: Text


@dataclass(frozen=True, slots=True)
class Break:
    """A date from which figures cannot be compared with earlier ones, and why."""

    since: date
    reason: Text


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator's record, after the SDG and ESMS metadata concepts."""

    id: str
    type: IndicatorType
    title: Text
    definition: Text
    unit: str
    direction: Direction
    frequency: Frequency
    starts: date
    owner: Owner = NOBODY
    short_title: Text = NO_TEXT
    rationale: Text = NO_TEXT
    decimals: int | None = None
    numerator: Part | None = None
    denominator: Part | None = None
    formula: Text = NO_TEXT
    weighting: Text = NO_TEXT
    times: Decimal | None = None
    scale: Scale | None = None
    sample: Sample | None = None
    question: Text = NO_TEXT
    accumulates: bool = False
    ends: date | None = None
    due_days: int | None = None
    window: str = ""
    source: Text = NO_TEXT
    collection: Text = NO_TEXT
    validation: Text = NO_TEXT
    baseline: Baseline | None = None
    near: Tolerance | None = None
    disaggregations: tuple[Disaggregation, ...] = ()
    confidentiality: Confidentiality = OPEN
    limitations: Text = NO_TEXT
    comparability: Text = NO_TEXT
    revision_policy: Text = NO_TEXT
    method_versions: tuple[MethodVersion, ...] = ()
    breaks: tuple[Break, ...] = ()
    related: tuple[str, ...] = ()
    documents: tuple[Source, ...] = ()
    lineage: Lineage | None = None
    ended: Ended | None = None
    keywords: Keywords = NO_KEYWORDS
    acknowledged: tuple[Acknowledged, ...] = ()
    file: str = ""

    @property
    def factor(self) -> Decimal:
        """What the quotient of the counts is multiplied with: 100 for a per cent, else 1 unless said."""
        if self.times is not None:
            return self.times
        return Decimal(100) if self.unit == "percent" else Decimal(1)

    def name_of(self, column: str, value: str) -> Text:
        """What a value of a column by which the figure is split is called; no text where it has no name."""
        names = (dict(split.names).get(value) for split in self.disaggregations if split.id == column)
        return next((name for name in names if name is not None), NO_TEXT)
