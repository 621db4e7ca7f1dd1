"""Who publishes: the bodies, their languages, the look of the site, and what the law wants to be said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from charterkit.model.calendar import Opening
from charterkit.model.common import NO_CONTACT, Acknowledged, Contact, Duration
from charterkit.periods import CALENDAR_YEAR, YearStart
from charterkit.text import NO_TEXT, Text


class BodyType(StrEnum):
    """What sort of public organisation a body is."""

    MUNICIPALITY = "municipality"
    COUNCIL = "council"
    ADMINISTRATION = "administration"
    INSTITUTION = "institution"
    UNIT = "unit"
    COUNTY_OFFICE = "county_office"
    AGENCY = "agency"
    MINISTRY = "ministry"
    OTHER = "other"


class GovernmentLevel(StrEnum):
    """The level of government at which a body works."""

    LOCAL = "local"
    REGIONAL = "regional"
    NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class Body:
    """A public organisation or a unit of one."""

    id: str
    type: BodyType
    name: Text
    short_name: Text = NO_TEXT
    part_of: str = ""
    level: GovernmentLevel | None = None
    description: Text = NO_TEXT
    contact: Contact = NO_CONTACT


@dataclass(frozen=True, slots=True)
class SpecialHours:
    """Days on which a place is open otherwise than usual; closed where no hours are said."""

    since: date
    until: date | None = None
    opens: str = ""
    closes: str = ""
    title: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class ServicePlace:
    """A building or counter where people are served."""

    id: str
    body: str
    title: Text
    address: Text = NO_TEXT
    hours: tuple[Opening, ...] = ()
    special: tuple[SpecialHours, ...] = ()
    accessibility: Text = NO_TEXT
    contact: Contact = NO_CONTACT


class SocialCards(StrEnum):
    """For what pictures are made that networks show beside a shared link: nothing, the site and its charters, or every
    promise too."""

    NONE = "none"
    SITE = "site"
    PROMISES = "promises"


@dataclass(frozen=True, slots=True)
class SiteLook:
    """The publisher's colour (#rrggbb), crest (a file of docs/) and pictures for shared links."""

    colour: str = ""
    crest: str = ""
    social_cards: SocialCards = SocialCards.SITE


NO_LOOK = SiteLook()


class ConformanceStatus(StrEnum):
    """How far the site meets the accessibility standard, in the words of Implementing Decision 2018/1523."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class StatementMethod(StrEnum):
    """How the statement was prepared (article 3(1) of Implementing Decision 2018/1523)."""

    SELF_ASSESSMENT = "self_assessment"
    THIRD_PARTY = "third_party"
    OTHER = "other"


class ExceptionKind(StrEnum):
    """Why some content is not accessible (the three groups of the EU model statement)."""

    NON_COMPLIANCE = "non_compliance"
    DISPROPORTIONATE_BURDEN = "disproportionate_burden"
    OUTSIDE_SCOPE = "outside_scope"


@dataclass(frozen=True, slots=True)
class AccessibilityException:
    """One piece of content that is not accessible, and why."""

    kind: ExceptionKind
    text: Text
    alternative: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Enforcement:
    """Whom to turn to when the answer to a report of a barrier does not satisfy."""

    body: Text
    url: str = ""
    contact: Contact = NO_CONTACT
    text: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Accessibility:
    """The body's accessibility statement, in the sections of Implementing Decision (EU) 2018/1523."""

    status: ConformanceStatus
    law: Text = NO_TEXT
    standard: str = ""
    exceptions: tuple[AccessibilityException, ...] = ()
    prepared: date | None = None
    method: StatementMethod | None = None
    reviewed: date | None = None
    feedback: Contact = NO_CONTACT
    answer_within: Duration | None = None
    enforcement: Enforcement | None = None
    scope: Text = NO_TEXT
    method_text: Text = NO_TEXT
    report: str = ""
    more: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Privacy:
    """What the site does with personal data, and who answers for it."""

    text: Text
    controller: Text = NO_TEXT
    officer: Contact = NO_CONTACT


class Concern(StrEnum):
    """What a message about a page says."""

    NOT_KEPT = "not_kept"
    UNCLEAR = "unclear"
    MISTAKE = "mistake"


@dataclass(frozen=True, slots=True)
class Feedback:
    """Where messages about a page go; the address of a `form` may hold `FORM_WORDS` in curly brackets."""

    about: tuple[Concern, ...]
    form: str = ""
    contact: Contact = NO_CONTACT
    reader: Text = NO_TEXT
    answer_within: Duration | None = None
    text: Text = NO_TEXT


# What the address of a form may ask for: which promise, which page, which version of the text, language, subject.
FORM_WORDS: Final = ("promise", "page", "version", "language", "subject")


@dataclass(frozen=True, slots=True)
class Publisher:
    """The organisation that publishes the site. `languages[0]` is the language at the site's root."""

    name: Text
    languages: tuple[str, ...]
    bodies: tuple[Body, ...]
    time_zone: str
    places: tuple[ServicePlace, ...] = ()
    authoritative: tuple[str, ...] = ()
    country: str = ""
    year_starts: YearStart = CALENDAR_YEAR
    site: SiteLook = NO_LOOK
    contact: Contact = NO_CONTACT
    feedback: tuple[Feedback, ...] = ()
    licence: str = ""
    accessibility: Accessibility | None = None
    privacy: Privacy | None = None
    demonstration: bool = False
    notice: Text = NO_TEXT
    acknowledged: tuple[Acknowledged, ...] = ()

    @property
    def root_language(self) -> str:
        """The language whose pages stand at the root of the site."""
        return self.languages[0]

    @property
    def reading_order(self) -> tuple[str, ...]:
        """Where to look for a text that the reader's language lacks: authoritative languages first."""
        return tuple(dict.fromkeys((*self.authoritative, *self.languages)))
