"""What a target or a norm can demand: the closed list of its forms, and from when to when it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from charterkit.model.common import MonthDay
from charterkit.text import NO_TEXT, Text


class Operator(StrEnum):
    """How a figure is compared with a limit."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    EQUALS = "equals"


@dataclass(frozen=True, slots=True)
class Limit:
    """One number to reach, or not to pass."""

    operator: Operator
    value: Decimal


@dataclass(frozen=True, slots=True)
class Span:
    """Two numbers to stay between, both included."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer yes (or no) that a yes-or-no indicator should give."""

    yes: bool


@dataclass(frozen=True, slots=True)
class BetterThan:
    """Better than the period before (`period` is blank) or than a named period."""

    period: str = ""


@dataclass(frozen=True, slots=True)
class ByDay:
    """Done by a day that comes back every year."""

    day: MonthDay


@dataclass(frozen=True, slots=True)
class AtOnce:
    """Done without any wait."""


@dataclass(frozen=True, slots=True)
class InWords:
    """A demand in words: shown, never judged."""

    words: Text


Requirement = Limit | Span | Answer | BetterThan | ByDay | AtOnce | InWords

# The keys in which a record writes each form; exactly one of them stands in a target or norm.
FORMS = (*(operator.value for operator in Operator), "between", "better_than", "by", "at_once", "words")


@dataclass(frozen=True, slots=True)
class Target:
    """A promised level of an indicator; it governs the periods whose last day lies in `since`…`until`."""

    since: date
    requirement: Requirement
    until: date | None = None
    per: str = ""
    aim: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """A longer time that the body may take, when, and how it says so."""

    at_most: Decimal
    when: Text = NO_TEXT
    notice: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Norm:
    """The level that a standard sets for each case, from a date on."""

    since: date
    requirement: Requirement
    unit: str = ""
    until: date | None = None
    per: str = ""
    extension: Extension | None = None
