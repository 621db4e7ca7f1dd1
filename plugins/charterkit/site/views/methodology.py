"""The methodology: how results are collected and judged, and every indicator."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.rules.status import PromiseStatus, Status
from charterkit.rules.years import SMALLEST_BASE
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.parts import Entry
from charterkit.site.pieces import Piece
from charterkit.site.records import source_link, source_links
from charterkit.site.surveys import certainty_principles
from charterkit.site.verdicts import LOOKS, PROMISE_LOOKS


@dataclass(frozen=True, slots=True)
class Passage:
    """A section of the methodology; `id` is its anchor."""

    id: str
    title: Piece
    text: Piece


@dataclass(frozen=True, slots=True)
class Rule:
    """A status and what it means."""

    badge: Piece
    meaning: str


@dataclass(frozen=True, slots=True)
class MethodologyView:
    """What the methodology page shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: Piece | str
    """The title of the methodology."""
    summary: Piece
    """What it is about."""
    sections: tuple[Passage, ...]
    """The body's own words."""
    rules: tuple[Rule, ...]
    """What each status of a result means."""
    promise_rules: tuple[Rule, ...]
    """What each status of a promise means."""
    principles: tuple[str, ...]
    """The rules that hold for every verdict."""
    facts: tuple[Fact, ...]
    """The smallest count of persons that is shown, and when the methodology is reviewed."""
    indicators: tuple[Entry, ...]
    """All indicators."""
    legal_basis: tuple[Link, ...]
    """The laws that it rests on."""
    source: Link | None
    """The way to its file."""


def view(context: Context, page: Page) -> MethodologyView:
    """The methodology page."""
    method = context.publication.methodology
    heading = context.say("How we measure")
    name = context.reader.bare(method.title) if method else heading
    description = context.say("How results are collected and judged, with the record of every indicator.")
    return MethodologyView(
        page=PageHead(name, description, (context.home_link(),)),
        title=context.line(method.title) if method else heading,
        summary=context.block(method.summary) if method else Piece(),
        sections=_sections(context),
        rules=tuple(
            Rule(context.badges.results[status], context.say(LOOKS[status].meaning)) for status in Status
        ),
        promise_rules=tuple(
            Rule(context.badges.promises[status], context.say(PROMISE_LOOKS[status].meaning))
            for status in PromiseStatus
        ),
        principles=_principles(context),
        facts=_facts(context),
        indicators=_indicators(context),
        legal_basis=source_links(context, method.legal_basis) if method else (),
        source=source_link(context, page.source),
    )


def _sections(context: Context) -> tuple[Passage, ...]:
    method = context.publication.methodology
    sections = method.sections if method else ()
    return tuple(
        Passage(f"part-{number}", context.line(one.title), context.block(one.text))
        for number, one in enumerate(sections, start=1)
    )


def _principles(context: Context) -> tuple[str, ...]:
    return (
        context.say("A result is judged by the target that was in force on the last day of its period."),
        context.say("Figures are compared exactly as they are, before any rounding."),
        context.say(
            "What counts for a promise is the latest period that is over and due; an older figure never stands in for it."
        ),
        context.say("For a year, what counts is the last period that ended in it and is due."),
        context.reader.words.count(
            "A percentage of promises is shown only where at least {n} promise could be evaluated.",
            "A percentage of promises is shown only where at least {n} promises could be evaluated.",
            SMALLEST_BASE,
        ),
        context.say("A figure that is not published in time is shown as overdue until it is."),
        context.say("Figures of different kinds are never averaged."),
        *certainty_principles(context),
    )


def _facts(context: Context) -> tuple[Fact, ...]:
    method, say = context.publication.methodology, context.say
    if method is None:
        return ()
    hidden = context.reader.words.count(
        "Counts of fewer than {n} person are not shown.",
        "Counts of fewer than {n} people are not shown.",
        method.k,
    )
    facts = [Fact(say("Protection of persons"), (Link(hidden),))]
    if method.review_every:
        facts.append(
            Fact(say("Time between reviews"), (Link(context.figures.duration(method.review_every)),))
        )
    return tuple(facts)


def _indicators(context: Context) -> tuple[Entry, ...]:
    return tuple(
        Entry("", context.record_link(one.id), context.reader.brief(one.definition))
        for one in context.publication.indicators.values()
    )
