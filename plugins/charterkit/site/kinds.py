"""The sorts of pages, and what a page is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The sort of a page: also the stem of its view and its template."""

    HOME = "home"
    WAYS = "ways"
    WAY = "way"
    CHANGES = "changes"
    CHARTERS = "charters"
    CHARTER = "charter"
    CHARTER_ABOUT = "charter_about"
    BADGES = "badges"
    COMMITMENT = "commitment"
    VERSIONS = "versions"
    VERSION = "version"
    VERSION_CHAPTER = "version_chapter"
    VERSION_CHANGES = "version_changes"
    CONSULTATION = "consultation"
    SERVICES = "services"
    SERVICE = "service"
    STANDARDS = "standards"
    STANDARD = "standard"
    PROCEDURES = "procedures"
    PROCEDURE = "procedure"
    CALENDAR = "calendar"
    RESULTS = "results"
    BOARD = "board"
    SIDE = "side"
    PERIODS = "periods"
    YEAR = "year"
    RESULT = "result"
    QUALITY = "quality"
    ACTIONS = "actions"
    ACTION = "action"
    SAID = "said"
    STRATEGY = "strategy"
    SURVEYS = "surveys"
    SURVEY = "survey"
    SURVEY_GROUP = "survey_group"
    QUESTIONNAIRE = "questionnaire"
    SURVEY_METHOD = "survey_method"
    METHODOLOGY = "methodology"
    INDICATOR = "indicator"
    PROGRAMME = "programme"
    WAVE = "wave"
    REPLIES = "replies"
    MEMBER = "member"
    BODIES = "bodies"
    BODY = "body"
    ASSESSMENT = "assessment"
    CRITERION = "criterion"
    FIND = "find"
    LETTER = "letter"
    COMPLAIN = "complain"
    ACCESSIBILITY = "accessibility"
    PRIVACY = "privacy"
    CONTACT = "contact"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Page:
    """One page in all languages: its address below the language (blank, or with a slash at the end).

    `key` names the record that it shows, `source` the file of that record; both are blank where there is none.
    """

    kind: Kind
    address: str
    key: str = ""
    source: str = ""

    @property
    def depth(self) -> int:
        """How many folders deep the address lies."""
        return self.address.count("/")
