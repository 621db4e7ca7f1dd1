"""A charter: a dated set of commitments of one publishing body, covering named bodies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from charterkit.model.common import (
    NO_CONTACT,
    Acknowledged,
    Contact,
    Duration,
    MonthDay,
    Source,
    TimeLimit,
    Titled,
)
from charterkit.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class Group:
    """A chapter of a charter; every commitment belongs to one."""

    id: str
    title: Text
    text: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Adoption:
    """Groups of another charter that this one makes its own."""

    charter: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Consultation:
    """One step of the public consultation that led to the text."""

    date: date
    topic: Text
    place: Text = NO_TEXT
    participants: Text = NO_TEXT
    outcome: Text = NO_TEXT


class ChannelKind(StrEnum):
    """A way to reach the body."""

    PHONE = "phone"
    EMAIL = "email"
    WEB = "web"
    POST = "post"
    IN_PERSON = "in_person"


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to complain: a number or address (`at`), or words where it is neither."""

    kind: ChannelKind
    at: str = ""
    text: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Appeal:
    """The body that reviews the answer to a complaint, how long one has for it, and the law that allows it."""

    body: Text
    url: str = ""
    within: TimeLimit | None = None
    contact: Contact = NO_CONTACT
    law: Source | None = None
    text: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Complaints:
    """How to complain and until when (`within`), how soon an answer comes, who reviews it, and who after that."""

    channels: tuple[Channel, ...] = ()
    answer_within: Duration | None = None
    text: Text = NO_TEXT
    appeal: Appeal | None = None
    within: TimeLimit | None = None
    further: tuple[Appeal, ...] = ()


@dataclass(frozen=True, slots=True)
class Reports:
    """To whom the body reports on its charter, how often and by which day."""

    to: Text
    every: str = "year"
    by: MonthDay | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """When the charter is looked at again."""

    every: Duration | None = None
    next: date | None = None


@dataclass(frozen=True, slots=True)
class Charter:
    """A charter without its commitments, which stand in files of their own."""

    id: str
    title: Text
    publisher: str
    groups: tuple[Group, ...]
    purpose: Text = NO_TEXT
    covers: tuple[str, ...] = ()
    scope: Text = NO_TEXT
    adopts: tuple[Adoption, ...] = ()
    principles: tuple[Titled, ...] = ()
    approvers: tuple[tuple[str, str], ...] = ()
    seals: tuple[str, ...] = ()
    legal_force: Text = NO_TEXT
    legal_basis: tuple[Source, ...] = ()
    rights: tuple[Titled, ...] = ()
    duties: tuple[Titled, ...] = ()
    consultation: tuple[Consultation, ...] = ()
    complaints: Complaints | None = None
    reports: Reports | None = None
    review: Review | None = None
    sources: tuple[Source, ...] = ()
    acknowledged: tuple[Acknowledged, ...] = ()
    file: str = ""
