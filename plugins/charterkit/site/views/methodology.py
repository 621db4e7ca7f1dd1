"""The methodology: how the body monitors its promises, by which rules results are judged, and every indicator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from charterkit.model.methodology import Methodology
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.methods.examples import Told, YearTold, gap_examples, judged_examples, year_example
from charterkit.site.methods.indicator_facts import owner_facts
from charterkit.site.methods.rules import (
    Combination,
    Rule,
    combinations,
    decision_rules,
    meanings,
    principles,
    promise_meanings,
)
from charterkit.site.methods.texts import Article, articles
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.records import source_link, source_links

# So many indicators are named on the page itself.
_FEW: Final = 20


@dataclass(frozen=True, slots=True)
class Passage:
    """A section of the methodology; `id` is its anchor."""

    id: str
    title: Piece
    text: Piece


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
    principles: tuple[str, ...]
    """The rules that hold for every verdict."""
    decisions: tuple[Rule, ...]
    """When each verdict on a result is given, in the order of the rules."""
    examples: tuple[Told, ...]
    """Worked examples of figures held against a target."""
    year: YearTold
    """How a year is judged by its quarters."""
    gaps: tuple[Told, ...]
    """What can stand where people expect a figure."""
    combinations: tuple[Combination, ...]
    """How the verdict on a promise follows."""
    rules: tuple[Rule, ...]
    """What each verdict on a result means; on paper."""
    promise_rules: tuple[Rule, ...]
    """What each verdict on a promise means; on paper."""
    words: tuple[Link, ...]
    """Where the same is told on screen."""
    articles: tuple[Article, ...]
    """What else is done with every figure."""
    responsible: tuple[Fact, ...]
    """Who answers for the methodology, who approved it, and when it is reviewed."""
    indicators: tuple[Link, ...]
    """All indicators, by title; each has a record of its own."""
    few: bool
    """Whether all of them are named on screen; a longer list would make the page heavy."""
    results: Link
    """Where all of them are found otherwise."""
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
        principles=principles(context),
        decisions=decision_rules(context),
        examples=judged_examples(context),
        year=year_example(context),
        gaps=gap_examples(context),
        combinations=combinations(context),
        rules=meanings(context),
        promise_rules=promise_meanings(context),
        words=_words(context),
        articles=articles(context),
        responsible=_responsible(context, method) if method else (),
        indicators=_indicators(context),
        few=len(context.publication.indicators) <= _FEW,
        results=context.section_link(context.say("Results"), "results/"),
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


def _responsible(context: Context, method: Methodology) -> tuple[Fact, ...]:
    say = context.say
    facts = list(owner_facts(context, method.owner)) if method.owner else []
    if method.approval:
        facts.append(Fact(say("Approval"), source_links(context, (method.approval,))))
    if method.review_every:
        every = context.figures.duration(method.review_every)
        facts.append(Fact(say("Time between reviews"), (Link(every),)))
    if method.next_review:
        facts.append(Fact(say("Next review"), (Link(context.reader.words.day(method.next_review)),)))
    return tuple(facts)


def _words(context: Context) -> tuple[Link, ...]:
    to = context.links.to("words/")
    return (
        Link(context.say("What is said of a promise"), f"{to}#promises"),
        Link(context.say("What is said of a single result"), f"{to}#results"),
    )


def _indicators(context: Context) -> tuple[Link, ...]:
    return tuple(context.record_link(id) for id in context.publication.indicators)
