"""Small values that several kinds of record share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from charterkit.text import NO_TEXT, Text


class Area(StrEnum):
    """An area of life that something is about, as people look for it (CPSV-AP: thematic area)."""

    CONTACT = "contact"
    REGISTRY = "registry"
    SCHOOLS = "schools"
    SOCIAL = "social"
    HEALTH = "health"
    CULTURE = "culture"
    SPORT = "sport"
    ROADS = "roads"
    BUILDING = "building"
    ENVIRONMENT = "environment"
    TRADE = "trade"
    TAXES = "taxes"
    SAFETY = "safety"
    GOVERNMENT = "government"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as promised; `unit` is never converted (20 working days are not 28 days)."""

    value: Decimal
    unit: str


class LimitStart(StrEnum):
    """The day from which a time limit is counted: one gets the answer, it happened, one learned of it."""

    ANSWER = "answer"
    EVENT = "event"
    KNOWLEDGE = "knowledge"


@dataclass(frozen=True, slots=True)
class TimeLimit(Duration):
    """How long somebody has for a complaint, and from which day; None where the record does not say that."""

    counted_from: LimitStart | None = None


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day that comes back every year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Source:
    """A law, decision or page that a record rests on."""

    title: Text
    url: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach somebody. Informative: it may change without a vote."""

    phone: str = ""
    email: str = ""
    url: str = ""
    address: Text = NO_TEXT
    hours: Text = NO_TEXT


NO_CONTACT = Contact()


@dataclass(frozen=True, slots=True)
class Titled:
    """A named passage of text: a principle, a right, a duty."""

    title: Text = NO_TEXT
    text: Text = NO_TEXT
    id: str = ""


@dataclass(frozen=True, slots=True)
class Keywords:
    """Other words that people use for what a record is about, by language.

    Informative: they may change without a vote.
    """

    pairs: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def of(cls, words: Mapping[str, Sequence[str]]) -> Keywords:
        """The keywords made of a map of language code to words."""
        return cls(tuple((lang, tuple(some)) for lang, some in sorted(words.items())))

    def read(self, lang: str) -> tuple[str, ...]:
        """The words of a language; none where nobody wrote any, for those of another one help nobody."""
        return dict(self.pairs).get(lang, ())


NO_KEYWORDS = Keywords()


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where a record comes from when it replaces, splits or merges older ones, or turns a measure round."""

    origins: tuple[str, ...]
    how: str


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A piece of advice about a record that the body has looked at and leaves as it is, by the id of the message."""

    problem: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Ended:
    """A record that a release held and that holds no longer; it is never deleted."""

    since: date
    reason: Text
