"""Which view makes the page of each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Final, Protocol, TypeAlias

from charterkit.site.context import Context, PageHead
from charterkit.site.pages import Kind, Page
from charterkit.site.views import (
    accessibility,
    action,
    actions,
    assessment,
    badges,
    board,
    bodies,
    body,
    calendar,
    changes,
    charter,
    charter_about,
    charters,
    commitment,
    complain,
    consultation,
    contact,
    criterion,
    find,
    home,
    indicator,
    letter,
    member,
    methodology,
    periods,
    privacy,
    procedure,
    procedures,
    programme,
    quality,
    questionnaire,
    replies,
    result,
    results,
    said,
    service,
    services,
    side,
    standard,
    standards,
    strategy,
    survey,
    survey_group,
    survey_method,
    surveys,
    version,
    version_changes,
    version_chapter,
    versions,
    wave,
    way,
    ways,
    words,
    year,
)


class Shown(Protocol):
    """A dataclass whose fields are the names that a template knows."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


class View(Shown, Protocol):
    """What every view has beside its own fields."""

    @property
    def page(self) -> PageHead:
        """Title, description and trail."""


Builder: TypeAlias = Callable[[Context, Page], View]

BUILDERS: Final[Mapping[Kind, Builder]] = {
    Kind.HOME: home.view,
    Kind.WAYS: ways.view,
    Kind.WAY: way.view,
    Kind.CHANGES: changes.view,
    Kind.CHARTERS: charters.view,
    Kind.CHARTER: charter.view,
    Kind.CHARTER_ABOUT: charter_about.view,
    Kind.BADGES: badges.view,
    Kind.COMMITMENT: commitment.view,
    Kind.VERSIONS: versions.view,
    Kind.VERSION: version.view,
    Kind.VERSION_CHAPTER: version_chapter.view,
    Kind.VERSION_CHANGES: version_changes.view,
    Kind.CONSULTATION: consultation.view,
    Kind.SERVICES: services.view,
    Kind.SERVICE: service.view,
    Kind.STANDARDS: standards.view,
    Kind.STANDARD: standard.view,
    Kind.PROCEDURES: procedures.view,
    Kind.PROCEDURE: procedure.view,
    Kind.CALENDAR: calendar.view,
    Kind.RESULTS: results.view,
    Kind.BOARD: board.view,
    Kind.SIDE: side.view,
    Kind.PERIODS: periods.view,
    Kind.YEAR: year.view,
    Kind.RESULT: result.view,
    Kind.QUALITY: quality.view,
    Kind.ACTIONS: actions.view,
    Kind.ACTION: action.view,
    Kind.SAID: said.view,
    Kind.STRATEGY: strategy.view,
    Kind.SURVEYS: surveys.view,
    Kind.SURVEY: survey.view,
    Kind.SURVEY_GROUP: survey_group.view,
    Kind.QUESTIONNAIRE: questionnaire.view,
    Kind.SURVEY_METHOD: survey_method.view,
    Kind.METHODOLOGY: methodology.view,
    Kind.INDICATOR: indicator.view,
    Kind.PROGRAMME: programme.view,
    Kind.WAVE: wave.view,
    Kind.REPLIES: replies.view,
    Kind.MEMBER: member.view,
    Kind.BODIES: bodies.view,
    Kind.BODY: body.view,
    Kind.ASSESSMENT: assessment.view,
    Kind.CRITERION: criterion.view,
    Kind.FIND: find.view,
    Kind.LETTER: letter.view,
    Kind.COMPLAIN: complain.view,
    Kind.ACCESSIBILITY: accessibility.view,
    Kind.PRIVACY: privacy.view,
    Kind.CONTACT: contact.view,
    Kind.WORDS: words.view,
}
