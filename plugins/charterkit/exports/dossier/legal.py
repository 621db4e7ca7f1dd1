"""The fixed phrases of decisions. They follow the usage of each country's offices, not the English words.

A body in the nominative is put in wherever a name stands: no name is ever bent.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

from charterkit.model.release import Approver, Portion
from charterkit.strings import Words, mark


class Part(Enum):
    """A part of a decision."""

    BODY = auto()
    FORM = auto()
    NUMBERED = auto()
    """The form together with the number and the day, in the place of `FORM` and `DATELINE`."""
    SUBJECT = auto()
    DATELINE = auto()
    MINUTES = auto()
    MEETING = auto()
    """The minutes where several decide, else day and number."""
    MOVED = auto()
    """Who proposed the resolution and who seconded it."""
    RECITAL = auto()
    POINTS = auto()
    RESPONSIBLE = auto()
    APPEAL = auto()
    SIGNATURE = auto()


_PLAIN: Final = (
    Part.BODY,
    Part.FORM,
    Part.SUBJECT,
    Part.DATELINE,
    Part.RECITAL,
    Part.POINTS,
    Part.APPEAL,
    Part.SIGNATURE,
)
# A council of these countries passes a resolution: it is moved and seconded, and no appeal lies against it.
_RESOLUTION: Final = (
    Part.BODY,
    Part.FORM,
    Part.SUBJECT,
    Part.MEETING,
    Part.RECITAL,
    Part.POINTS,
    Part.MOVED,
    Part.SIGNATURE,
)
# The order in which a decision says things, by country; where a country is not known, as in Lithuania.
# In Slovenia and Hungary only acts about one person say how they can be contested, general ones do not.
SKELETONS: Final[Mapping[str, tuple[Part, ...]]] = {
    "LT": _PLAIN,
    "SI": (
        Part.RECITAL,
        Part.FORM,
        Part.SUBJECT,
        Part.POINTS,
        Part.DATELINE,
        Part.SIGNATURE,
    ),
    "BG": (
        Part.BODY,
        Part.FORM,
        Part.DATELINE,
        Part.MINUTES,
        Part.SUBJECT,
        Part.RECITAL,
        Part.POINTS,
        Part.APPEAL,
        Part.SIGNATURE,
    ),
    "HU": (
        Part.BODY,
        Part.NUMBERED,
        Part.SUBJECT,
        Part.RECITAL,
        Part.POINTS,
        Part.RESPONSIBLE,
        Part.SIGNATURE,
    ),
    "IE": _RESOLUTION,
    "GB": _RESOLUTION,
    "": _PLAIN,
}


# Where the title of an act is written in capitals.
CAPITAL_SUBJECTS: Final = frozenset({"LT"})

# Where day and number stand at the left, above the signature, as in a letter.
LEFT_DATELINES: Final = frozenset({"SI"})

# Where the items of an amending act are paragraphs of their own ("§ 1.").
AMENDING_SIGNS: Final[Mapping[str, str]] = {"BG": "§\u00a0"}

# Where the annexes of an act have numbers above them.
NUMBERED_ANNEXES: Final = frozenset({"HU"})


def skeleton(country: str) -> tuple[Part, ...]:
    """The parts of a decision in the order of a country."""
    return SKELETONS.get(country, _PLAIN)


# Councils and boards decide together; a mayor, a minister or a director decides alone.
TOGETHER: Final = frozenset({Approver.COUNCIL, Approver.BOARD})

# The parts of a release as they are listed in a decision.
PORTIONS: Final[Mapping[Portion, str]] = {
    Portion.CHARTER: mark("The charter and its promises"),
    Portion.STANDARDS: mark("Service standards"),
    Portion.PROCEDURES: mark("Procedures"),
    Portion.METHODOLOGY: mark("Indicators and methodology"),
    Portion.SERVICES: mark("Services"),
}


# Countries whose councils pass resolutions.
RESOLVING: Final = frozenset({"IE", "GB"})

# What a resolution says where a decision says this.
_RESOLVED: Final[Mapping[str, str]] = {
    mark("{body}, acting under {law}, decides:"): mark("{body}, acting under {law}, resolves:"),
    mark("That this decision takes effect on {day}."): mark("That this resolution takes effect on {day}."),
    mark("To publish this decision in {gazette} and on {website}."): mark(
        "To publish this resolution on {website}."
    ),
    mark("APPROVED\nby decision of the council\nof {date}, No {number}"): mark(
        "APPROVED\nby resolution of the council\nof {date}, No {number}"
    ),
    mark("(as worded by decision of the council of {date}, No {number})"): mark(
        "(as worded by resolution of the council of {date}, No {number})"
    ),
}


def worded(country: str, message: str) -> str:
    """The fixed phrase as this country says it."""
    return _RESOLVED.get(message, message) if country in RESOLVING else message


def form(words: Words, approver: Approver, country: str = "") -> str:
    """What an act of this approver is called."""
    if country in RESOLVING and approver is Approver.COUNCIL:
        return words.in_context("act of a council", "Resolution")
    match approver:
        case Approver.COUNCIL:
            return words.in_context("act of a council", "Decision")
        case Approver.BOARD:
            return words.in_context("act of a board", "Decision")
        case Approver.MAYOR:
            return words.in_context("act of a mayor", "Order")
        case Approver.MINISTER:
            return words.in_context("act of a minister", "Order")
        case Approver.DIRECTOR:
            return words.in_context("act of a director", "Order")


def signatory(words: Words, approver: Approver, country: str = "") -> str:
    """Who signs the act, by role: never a person's name."""
    if country == "IE" and approver is Approver.COUNCIL:
        return words.in_context("signs a decision of the council", "Cathaoirleach")
    match approver:
        case Approver.COUNCIL:
            return words.in_context("signs a decision of the council", "Chair of the council")
        case Approver.BOARD:
            return words.in_context("signs a decision of the board", "Chair of the board")
        case Approver.MAYOR:
            return words.in_context("signs", "Mayor")
        case Approver.MINISTER:
            return words.in_context("signs", "Minister")
        case Approver.DIRECTOR:
            return words.in_context("signs", "Director")


def second_signatory(words: Words, approver: Approver, country: str) -> str:
    """Who signs beside the first, blank where nobody does."""
    if approver is not Approver.COUNCIL:
        return ""
    match country:
        case "HU":
            return words.in_context("signs a decision of the council", "Notary of the municipality")
        case "IE":
            return words.in_context("signs a decision of the council", "Meetings Administrator")
    return ""


# The head of an annex, and the line below it where a later act gave it a new wording.
ANNEX_HEADS: Final[Mapping[Approver, str]] = {
    Approver.COUNCIL: mark("APPROVED\nby decision of the council\nof {date}, No {number}"),
    Approver.BOARD: mark("APPROVED\nby decision of the board\nof {date}, No {number}"),
    Approver.MAYOR: mark("APPROVED\nby order of the mayor\nof {date}, No {number}"),
    Approver.MINISTER: mark("APPROVED\nby order of the minister\nof {date}, No {number}"),
    Approver.DIRECTOR: mark("APPROVED\nby order of the director\nof {date}, No {number}"),
}
NEW_WORDINGS: Final[Mapping[Approver, str]] = {
    Approver.COUNCIL: mark("(as worded by decision of the council of {date}, No {number})"),
    Approver.BOARD: mark("(as worded by decision of the board of {date}, No {number})"),
    Approver.MAYOR: mark("(as worded by order of the mayor of {date}, No {number})"),
    Approver.MINISTER: mark("(as worded by order of the minister of {date}, No {number})"),
    Approver.DIRECTOR: mark("(as worded by order of the director of {date}, No {number})"),
}
