"""A release: a version of a charter that was put to the vote, with every act about it. Written once, kept for ever."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from charterkit.model.common import Source
from charterkit.periods import Period
from charterkit.text import NO_TEXT, Text

# What is sealed of one record: maps, lists, texts, true and false alone. Numbers are decimal text ("95", never
# "95.0"), words stand in the authoritative languages only, and every text is in Unicode form NFC.
Content = Mapping[str, Any]

# A day, or the month or year in which it lies: of an old act no source may say more.
KnownDay = date | Period


def first_day(known: KnownDay) -> date:
    """The first day that may be meant."""
    return known.start if isinstance(known, Period) else known


def last_day(known: KnownDay) -> date:
    """The last day that may be meant: from then on nobody can doubt that it has come."""
    return known.end if isinstance(known, Period) else known


class Approver(StrEnum):
    """Who decides on a part of a release."""

    COUNCIL = "council"
    BOARD = "board"
    MAYOR = "mayor"
    MINISTER = "minister"
    DIRECTOR = "director"


class Portion(StrEnum):
    """A part of a release that may have an approver of its own."""

    CHARTER = "charter"
    STANDARDS = "standards"
    PROCEDURES = "procedures"
    METHODOLOGY = "methodology"
    SERVICES = "services"


class ActKind(StrEnum):
    """What an act does with a release."""

    APPROVAL = "approval"
    ENTRY_INTO_FORCE = "entry_into_force"
    CORRECTION = "correction"
    REJECTION = "rejection"
    WITHDRAWAL = "withdrawal"
    REPEAL = "repeal"


class Verb(StrEnum):
    """The operative word of a decision."""

    APPROVE = "approve"
    ENDORSE = "endorse"
    AMEND = "amend"
    REPEAL = "repeal"
    TAKE_NOTE = "take_note"


@dataclass(frozen=True, slots=True)
class Gazette:
    """Where and when an act was published officially."""

    title: Text
    day: date | None = None
    number: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Votes:
    """How the members voted."""

    in_favour: int
    against: int = 0
    abstained: int = 0


@dataclass(frozen=True, slots=True)
class Correction:
    """A slip of the pen put right: in which record, where in it (keys and numbers of items joined by `/`), from what
    to what. Wording only; a number, date, unit or id is an amendment."""

    subject: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Act:
    """One act about a release, as its file holds it.

    `digest` is the SHA-256 of the content that it is about, `previous` the seal of the act before it in the chain of
    the charter (blank for the first), and `seal` the SHA-256 of the bytes of its own file, in hexadecimal digits.
    `in_force` is the day from which the release holds; without one an act of the kind `entry_into_force` follows.
    `recorded` acts are older than their entry here: of these alone the day may be a month or a year, and the day,
    who decided (`by`) and the name of the body may be missing, where no source tells.
    """

    kind: ActKind
    digest: str
    by: Approver | None = None
    body: Text = NO_TEXT
    day: KnownDay | None = None
    verb: Verb | None = None
    form: Text = NO_TEXT
    title: Text = NO_TEXT
    number: str = ""
    place: Text = NO_TEXT
    signatory: Text = NO_TEXT
    covers: tuple[Portion, ...] = ()
    in_force: KnownDay | None = None
    condition: Text = NO_TEXT
    gazette: Gazette | None = None
    legal_basis: tuple[Source, ...] = ()
    repeals: tuple[Source, ...] = ()
    annexes: tuple[Text, ...] = ()
    votes: Votes | None = None
    appeal: Text = NO_TEXT
    corrections: tuple[Correction, ...] = ()
    note: Text = NO_TEXT
    url: str = ""
    recorded: bool = False
    previous: str = ""
    seal: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Translations:
    """The words of a release in a language in which it was not voted on.

    By record and place in it: the words, and the fingerprint of the authoritative text that they translate.
    """

    lang: str
    texts: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Release:
    """A version of a charter: everything normative that it reaches, as it was put to the vote.

    `records` is the sealed content by `<kind>/<id>` (a commitment's id is its full one), `digest` the SHA-256 of the
    bytes of its file, `previous` the newest seal of the charter when it was proposed, `languages` those in which it
    was voted on. `acts` are in the order in which they were written, `files` the bytes of its files by name.
    """

    charter: str
    version: str
    digest: str
    records: Mapping[str, Content]
    languages: tuple[str, ...]
    previous: str = ""
    acts: tuple[Act, ...] = ()
    translations: Mapping[str, Translations] = field(default_factory=dict)
    folder: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict, compare=False, repr=False)
