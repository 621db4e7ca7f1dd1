"""The accessibility statement, in the sections of Implementing Decision (EU) 2018/1523; nothing is claimed by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.model.publisher import (
    Accessibility,
    ConformanceStatus,
    Enforcement,
    ExceptionKind,
    StatementMethod,
)
from charterkit.site.context import PUBLISHER_FILE, Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.records import answer_time_fact, contact_facts, source_link
from charterkit.strings import mark

_STATUS: Final[Mapping[ConformanceStatus, tuple[str, str]]] = {
    ConformanceStatus.FULL: (
        mark("This website is fully compliant with the accessibility standard: {standard}."),
        mark("This website is fully compliant with the accessibility requirements."),
    ),
    ConformanceStatus.PARTIAL: (
        mark(
            "This website is partially compliant with the accessibility standard: {standard}. The exceptions are listed "
            "on this page."
        ),
        mark(
            "This website is partially compliant with the accessibility requirements. The exceptions are listed on this "
            "page."
        ),
    ),
    ConformanceStatus.NONE: (
        mark(
            "This website is not compliant with the accessibility standard: {standard}. The exceptions are listed on "
            "this page."
        ),
        mark(
            "This website is not compliant with the accessibility requirements. The exceptions are listed on this page."
        ),
    ),
}
_KINDS: Final[Mapping[ExceptionKind, str]] = {
    ExceptionKind.NON_COMPLIANCE: mark("Not compliant with the law"),
    ExceptionKind.DISPROPORTIONATE_BURDEN: mark("Disproportionate burden"),
    ExceptionKind.OUTSIDE_SCOPE: mark("Outside the scope of the law"),
}
_METHODS: Final[Mapping[StatementMethod, str]] = {
    StatementMethod.SELF_ASSESSMENT: mark("We checked the website ourselves."),
    StatementMethod.THIRD_PARTY: mark("A third party checked the website."),
    StatementMethod.OTHER: mark("The website was checked in another way that gives equal assurance."),
}


@dataclass(frozen=True, slots=True)
class Barrier:
    """Content that is not accessible, and how to get it otherwise."""

    text: Piece
    alternative: Piece


@dataclass(frozen=True, slots=True)
class Barriers:
    """The exceptions of one kind."""

    title: str
    items: tuple[Barrier, ...]


@dataclass(frozen=True, slots=True)
class Preparation:
    """When and how the statement was made, in sentences and in the body's words; the report; the last review."""

    sentences: tuple[str, ...]
    text: Piece
    report: Link | None
    reviewed: str


@dataclass(frozen=True, slots=True)
class EnforcementPart:
    """Whom to turn to when the answer does not satisfy, how to reach them, and how it goes."""

    facts: tuple[Fact, ...]
    text: Piece


@dataclass(frozen=True, slots=True)
class AccessibilityView:
    """What the accessibility statement shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    commitment: str
    """That the body is committed to accessibility; or that no statement has been made."""
    made: bool
    """Whether there is a statement."""
    law: Piece
    """The law that says so."""
    scope: Piece
    """What the statement applies to, where the body says more than that it is this website."""
    status: str
    """How far the site complies."""
    exceptions: tuple[Barriers, ...]
    """What is not accessible, by kind."""
    preparation: Preparation | None
    """When and how the statement was made; None where nothing is said of it."""
    feedback: tuple[Fact, ...]
    """Where to report a barrier, and how soon an answer comes."""
    enforcement: EnforcementPart | None
    """Whom to turn to when the answer does not satisfy."""
    more: Piece
    """What else the body says."""
    source: Link | None
    """The way to the file."""


def view(context: Context, page: Page) -> AccessibilityView:
    """The accessibility statement, or that there is none."""
    statement = context.publication.publisher.accessibility
    if statement is None:
        return _none(context)
    name = context.reader.bare(context.publication.publisher.bodies[0].name)
    commitment = context.say("{body} is committed to making this website accessible.", body=name)
    enforcement = statement.enforcement
    return AccessibilityView(
        page=PageHead(context.say("Accessibility"), commitment, (context.home_link(),)),
        commitment=commitment,
        made=True,
        law=context.line(statement.law),
        scope=context.line(statement.scope),
        status=_status(context, statement),
        exceptions=_exceptions(context, statement),
        preparation=_preparation(context, statement),
        feedback=_feedback(context, statement),
        enforcement=_enforcement(context, enforcement) if enforcement else None,
        more=context.block(statement.more),
        source=source_link(context, PUBLISHER_FILE),
    )


def _none(context: Context) -> AccessibilityView:
    said = context.say("No accessibility statement has been made for this website yet.")
    return AccessibilityView(
        page=PageHead(context.say("Accessibility"), said, (context.home_link(),)),
        commitment=said,
        made=False,
        law=Piece(),
        scope=Piece(),
        status="",
        exceptions=(),
        preparation=None,
        feedback=contact_facts(context, context.publication.publisher.contact),
        enforcement=None,
        more=Piece(),
        source=source_link(context, PUBLISHER_FILE),
    )


def _status(context: Context, statement: Accessibility) -> str:
    # A standard that the body does not name is none that it was checked against.
    by_standard, bare = _STATUS[statement.status]
    return context.say(by_standard, standard=statement.standard) if statement.standard else context.say(bare)


def _exceptions(context: Context, statement: Accessibility) -> tuple[Barriers, ...]:
    groups = (
        Barriers(
            context.say(_KINDS[kind]),
            tuple(
                Barrier(context.block(one.text), context.block(one.alternative))
                for one in statement.exceptions
                if one.kind is kind
            ),
        )
        for kind in ExceptionKind
    )
    return tuple(group for group in groups if group.items)


def _preparation(context: Context, statement: Accessibility) -> Preparation | None:
    say, words = context.say, context.reader.words
    sentences = []
    if statement.prepared:
        sentences.append(say("This statement was prepared on {day}.", day=words.day(statement.prepared)))
    if statement.method:
        sentences.append(say(_METHODS[statement.method]))
    reviewed = (
        say("The statement was last reviewed on {day}.", day=words.day(statement.reviewed))
        if statement.reviewed
        else ""
    )
    report = Link(say("Report of the evaluation"), statement.report) if statement.report else None
    text = context.block(statement.method_text)
    if not (sentences or text or report or reviewed):
        return None
    return Preparation(tuple(sentences), text, report, reviewed)


def _feedback(context: Context, statement: Accessibility) -> tuple[Fact, ...]:
    facts = contact_facts(context, statement.feedback)
    if statement.answer_within is None:
        return facts
    return (*facts, answer_time_fact(context, statement.answer_within))


def _enforcement(context: Context, one: Enforcement) -> EnforcementPart:
    body = Fact(context.say("Turn to"), (Link(context.line(one.body), one.url),))
    return EnforcementPart((body, *contact_facts(context, one.contact)), context.block(one.text))
