"""The accessibility statement, in the sections of Implementing Decision (EU) 2018/1523; nothing is claimed by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.model.publisher import Accessibility, ConformanceStatus, ExceptionKind
from charterkit.site.context import PUBLISHER_FILE, Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.records import answer_time_fact, contact_facts, source_link
from charterkit.strings import mark

_STATUS: Final[Mapping[ConformanceStatus, str]] = {
    ConformanceStatus.FULL: mark(
        "This website is fully compliant with the accessibility standard: {standard}."
    ),
    ConformanceStatus.PARTIAL: mark(
        "This website is partially compliant with the accessibility standard: {standard}. The exceptions are listed "
        "on this page."
    ),
    ConformanceStatus.NONE: mark(
        "This website is not compliant with the accessibility standard: {standard}. The exceptions are listed on "
        "this page."
    ),
}
_KINDS: Final[Mapping[ExceptionKind, str]] = {
    ExceptionKind.NON_COMPLIANCE: mark("Not compliant with the law"),
    ExceptionKind.DISPROPORTIONATE_BURDEN: mark("Disproportionate burden"),
    ExceptionKind.OUTSIDE_SCOPE: mark("Outside the scope of the law"),
}
_METHODS: Final[Mapping[str, str]] = {
    "self_assessment": mark("We checked the website ourselves."),
    "third_party": mark("A third party checked the website."),
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
class AccessibilityView:
    """What the accessibility statement shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    commitment: str
    """That the body is committed to accessibility."""
    law: Piece
    """The law that says so."""
    status: str
    """How far the site complies."""
    exceptions: tuple[Barriers, ...]
    """What is not accessible, by kind."""
    preparation: tuple[str, ...]
    """When and how the statement was made."""
    feedback: tuple[Fact, ...]
    """Where to report a barrier, and how soon an answer comes."""
    enforcement: Link | None
    """Whom to turn to when the answer does not satisfy."""
    source: Link | None
    """The way to the file."""


def view(context: Context, page: Page) -> AccessibilityView:
    """The accessibility statement."""
    statement = context.publication.publisher.accessibility
    assert statement is not None
    name = context.reader.bare(context.publication.publisher.name)
    standard = statement.standard or "EN 301 549"
    enforcement = statement.enforcement
    commitment = context.say("{body} is committed to making this website accessible.", body=name)
    return AccessibilityView(
        page=PageHead(context.say("Accessibility"), commitment, (context.home_link(),)),
        commitment=commitment,
        law=context.line(statement.law),
        status=context.say(_STATUS[statement.status], standard=standard),
        exceptions=_exceptions(context, statement),
        preparation=_preparation(context, statement),
        feedback=_feedback(context, statement),
        enforcement=Link(context.line(enforcement.body), enforcement.url) if enforcement else None,
        source=source_link(context, PUBLISHER_FILE),
    )


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


def _preparation(context: Context, statement: Accessibility) -> tuple[str, ...]:
    say, words = context.say, context.reader.words
    sentences = []
    if statement.prepared:
        sentences.append(say("This statement was prepared on {day}.", day=words.day(statement.prepared)))
    if statement.method in _METHODS:
        sentences.append(say(_METHODS[statement.method]))
    if statement.reviewed:
        sentences.append(say("The statement was last reviewed on {day}.", day=words.day(statement.reviewed)))
    return tuple(sentences)


def _feedback(context: Context, statement: Accessibility) -> tuple[Fact, ...]:
    facts = contact_facts(context, statement.feedback)
    if statement.answer_within is None:
        return facts
    return (*facts, answer_time_fact(context, statement.answer_within))
