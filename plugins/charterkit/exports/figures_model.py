"""The published figures as all formats write them: what is known of a figure, and of the indicator it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from charterkit.model.indicator import Indicator
from charterkit.model.result import Count
from charterkit.numbers import Bound
from charterkit.periods import Period
from charterkit.rules.timeline import Slice

Value = Decimal | date | bool


@dataclass(frozen=True, slots=True)
class PublishedValue:
    """A figure in the unit of its indicator.

    `value` is exact where that takes finitely many decimals, else rounded as the pages show it, and `exact` is then
    the fraction ("8200/87"). `decimals` is how many the pages show.
    """

    value: Value
    bound: Bound = Bound.EXACT
    exact: str = ""
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class PublishedRange:
    """Where the true figure lies, in the unit of the indicator, rounded as the pages show it; `level` in per cent."""

    low: Decimal
    high: Decimal
    level: int = 95


@dataclass(frozen=True, slots=True)
class TargetTold:
    """A target in words and for programs; `form` is the key of the record (`at_least`, `between`, `by`…).

    `limit` is blank where the target is no number or day; `upper` is the second number of `between`.
    """

    words: str
    form: str
    limit: Value | None = None
    upper: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PromiseVerdict:
    """What a figure means for one promise; `status` is blank for a part of a longer period that gets the verdict."""

    promise: str
    title: str
    target: TargetTold | None
    status: str
    word: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """A figure that stood in the place of another before, and the day it was published."""

    value: PublishedValue | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Words:
    """What the body itself says about a figure, as bare text."""

    reason: str = ""
    cause: str = ""
    action: str = ""
    action_by: date | None = None
    note: str = ""
    source: str = ""
    stated: str = ""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """What was published of one period and one part of the whole.

    `state` is a code, `state_word` says it to a reader; a figure that must not be shown has neither value, counts nor
    a range.
    """

    period: Period
    period_name: str
    part: Slice
    value: PublishedValue | None
    numerator: Count | None
    denominator: Count | None
    n: Count | None
    range: PublishedRange | None
    state: str
    state_word: str
    published: date | None
    replaced: tuple[Replaced, ...]
    break_on: date | None
    verdicts: tuple[PromiseVerdict, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class FigureTable:
    """All figures of one indicator, oldest first, the whole before its parts; texts are in the reader's language."""

    indicator: Indicator
    title: str
    definition: str
    numerator: str
    denominator: str
    limitations: str
    unit: str
    splits: Mapping[str, str]
    """What the ways are called in which the figure is split, by their columns."""
    names: Mapping[tuple[str, str], str]
    """What the values of these columns are called, by column and value."""
    body: str
    role: str
    breaks: tuple[tuple[date, str], ...]
    lines: tuple[FigureLine, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """What holds for every figure of a publication: who publishes it, under which licence, as of which day."""

    lang: str
    publisher: str
    licence: str
    licence_url: str
    today: date
    demonstration: bool
    bodies: Mapping[str, str]
    """The names of the bodies, by their ids."""
