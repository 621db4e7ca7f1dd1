"""A service: what people come for, what they need, the steps, the fee, the time, and what they get."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from charterkit.model.charter import Appeal, Channel
from charterkit.model.common import (
    NO_CONTACT,
    NO_KEYWORDS,
    Acknowledged,
    Area,
    Contact,
    Ended,
    Keywords,
    Lineage,
    Source,
)
from charterkit.model.standard import Clock
from charterkit.text import NO_TEXT, Text


class Client(StrEnum):
    """Whom a service is for (citizens, businesses, other public bodies)."""

    CITIZENS = "citizens"
    BUSINESSES = "businesses"
    GOVERNMENT = "government"


class LifeEvent(StrEnum):
    """A situation in which people come for a service, as life events are told apart on the portals of Europe."""

    BIRTH = "birth"
    EDUCATION = "education"
    FAMILY = "family"
    HOME = "home"
    MOVING = "moving"
    WORK = "work"
    MONEY = "money"
    ILLNESS = "illness"
    CARE = "care"
    DEATH = "death"
    BUSINESS = "business"
    TRAVEL = "travel"
    LEISURE = "leisure"
    EMERGENCY = "emergency"
    PAPERS = "papers"


class Scope(StrEnum):
    """Whether a service is for people outside the body or for its own units."""

    EXTERNAL = "external"
    INTERNAL = "internal"


class OnlineLevel(StrEnum):
    """How far one gets online: from reading about it to getting it without asking."""

    INFORMATION = "information"
    FORMS = "forms"
    APPLY = "apply"
    FULL = "full"
    PROACTIVE = "proactive"


class VariantBasis(StrEnum):
    """What the variants of a service differ by."""

    URGENCY = "urgency"
    AREA = "area"
    RISK = "risk"
    CLIENT = "client"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TimeTaken:
    """How long something takes, as printed; several of them add up (3 days and 9 minutes)."""

    value: Decimal
    unit: str
    up_to: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Fee:
    """What is paid: exactly one of nothing (`free`), an amount, or a rule in words.

    A service without any fee record does not say what is paid, which is not the same as being free.
    """

    free: bool = False
    amount: Decimal | None = None
    up_to: Decimal | None = None
    currency: str = ""
    per: Text = NO_TEXT
    rule: Text = NO_TEXT
    when: Text = NO_TEXT
    surcharge: bool = False
    legal_basis: tuple[Source, ...] = ()
    title: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Need:
    """A document or condition that one needs; without variants it holds for all of them."""

    title: Text
    copies: int | None = None
    original: bool = False
    where: Text = NO_TEXT
    url: str = ""
    why: Text = NO_TEXT
    when: Text = NO_TEXT
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the body gets by itself, so that nobody needs to bring it (once only)."""

    title: Text
    source: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what the client does, what the body does, what is paid, how long it takes, who does it."""

    client: Text = NO_TEXT
    agency: Text = NO_TEXT
    fees: tuple[Fee, ...] = ()
    takes: tuple[TimeTaken, ...] = ()
    body: str = ""
    role: Text = NO_TEXT
    variants: tuple[str, ...] = ()
    takes_note: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class ServiceVariant:
    """Another way of the same service, with its own time and fees."""

    id: str
    title: Text
    basis: VariantBasis = VariantBasis.OTHER
    when: Text = NO_TEXT
    takes: tuple[TimeTaken, ...] = ()
    fees: tuple[Fee, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form to fill in."""

    title: Text
    url: str = ""


@dataclass(frozen=True, slots=True)
class Online:
    """How far the service can be used online, and where to begin."""

    level: OnlineLevel
    url: str = ""
    note: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Suspension:
    """That the service is not offered for a while; without `until` nobody knows how long."""

    since: date
    reason: Text
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Service:
    """One service. The first of its bodies answers for it.

    Without requirements it does not say what is needed, which is not the same as needing nothing (`no_requirements`).
    """

    id: str
    title: Text
    summary: Text
    bodies: tuple[str, ...]
    number: str = ""
    description: Text = NO_TEXT
    role: Text = NO_TEXT
    audience: Text = NO_TEXT
    clients: tuple[Client, ...] = ()
    life_events: tuple[LifeEvent, ...] = ()
    areas: tuple[Area, ...] = ()
    scope: Scope = Scope.EXTERNAL
    complexity: str = ""
    requirements: tuple[Need, ...] = ()
    no_requirements: bool = False
    fetched: tuple[Fetched, ...] = ()
    steps: tuple[Step, ...] = ()
    variants: tuple[ServiceVariant, ...] = ()
    fees: tuple[Fee, ...] = ()
    fees_note: Text = NO_TEXT
    takes: tuple[TimeTaken, ...] = ()
    takes_note: Text = NO_TEXT
    standard: str = ""
    clock: Clock | None = None
    output: Text = NO_TEXT
    channels: tuple[Channel, ...] = ()
    places: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    online: Online | None = None
    languages: tuple[str, ...] = ()
    contact: Contact = NO_CONTACT
    if_refused: Text = NO_TEXT
    appeal: Appeal | None = None
    legal_basis: tuple[Source, ...] = ()
    suspended: Suspension | None = None
    reviewed: date | None = None
    editor: Text = NO_TEXT
    sources: tuple[Source, ...] = ()
    lineage: Lineage | None = None
    ended: Ended | None = None
    keywords: Keywords = NO_KEYWORDS
    acknowledged: tuple[Acknowledged, ...] = ()
    file: str = ""

    def is_offered(self, day: date) -> bool:
        """Whether one can ask for it on the day: it is there, and not suspended."""
        return self.ended is None and (self.suspended is None or not self.suspended.holds(day))
