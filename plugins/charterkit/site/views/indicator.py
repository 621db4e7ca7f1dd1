"""The record of an indicator: what is tracked, how it is measured, what came of it; on paper in the order of ESMS."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.model.indicator import Direction, Indicator, Tolerance
from charterkit.model.requirement import Target
from charterkit.rules.standing import IndicatorStanding, MeasureStanding
from charterkit.site import signs
from charterkit.site.addresses import prefix_of
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.methods import esms
from charterkit.site.methods.indicator_facts import (
    baseline_facts,
    making_facts,
    meaning_facts,
    origin_facts,
    owner_facts,
    quality_facts,
    timing_facts,
)
from charterkit.site.pages import Page
from charterkit.site.pieces import GAP, Piece, around
from charterkit.site.records import ended_note, source_link
from charterkit.site.results.figures import Unit, target_unit
from charterkit.site.results.judged import context_note
from charterkit.site.results.measured import demanded
from charterkit.site.results.slices import slice_name
from charterkit.site.results.working import Working, workings
from charterkit.strings import mark
from charterkit.text import beginning

DIRECTIONS: Final[Mapping[Direction, str]] = {
    Direction.HIGHER: mark("More is better"),
    Direction.LOWER: mark("Less is better"),
    Direction.IN_RANGE: mark("It should stay within a range"),
    Direction.NONE: mark("Neither more nor less is better"),
}
DIRECTIONS_OF_DAYS: Final[Mapping[Direction, str]] = {
    **DIRECTIONS,
    Direction.HIGHER: mark("Later is better"),
    Direction.LOWER: mark("Earlier is better"),
}


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the record."""

    id: str
    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Calculation:
    """How figures are worked out: what stands above and below the line, times what, and with their numbers."""

    top: Piece
    bottom: Piece
    times: str
    workings: tuple[Working, ...]


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """What the record of an indicator shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: Piece
    """The title of the indicator."""
    definition: Piece
    """What is measured."""
    ended: Piece | str
    """That it is no longer measured; blank while it is."""
    tracked: tuple[Chapter, ...]
    """What is tracked."""
    calculation: Calculation
    """How its figures are worked out."""
    measured: tuple[Chapter, ...]
    """How it is measured."""
    progress: tuple[Chapter, ...]
    """By what it is judged, and what to bear in mind."""
    more: tuple[Chapter, ...]
    """Where the record comes from."""
    context_note: str
    """That nobody judges it; blank where somebody does."""
    promises: tuple[Link, ...]
    """The promises that rest on it."""
    latest: str
    """The latest figure with its period; blank where there is none."""
    result: Link
    """The way to its results."""
    concepts: tuple[esms.Concept, ...]
    """The same record in the order of ESMS, for paper."""
    source: Link | None
    """The way to its file."""


def view(context: Context, page: Page) -> IndicatorView:
    """The record of an indicator."""
    one, say = context.publication.indicators[page.key], context.say
    standing = context.standing.indicators[page.key]
    title = say("How we measure: {title}", title=context.reader.bare(one.title))
    promises = dict.fromkeys(measure.commitment for measure in standing.measures)
    calculation = _calculation(context, standing)
    judged = _judged(context, one)
    return IndicatorView(
        page=PageHead(title, context.reader.plain(one.definition, 160), _trail(context)),
        title=context.line(one.title),
        definition=context.block(one.definition),
        ended=ended_note(context, one.ended),
        tracked=_chapters(Chapter("what", say("What is measured"), meaning_facts(context, one))),
        calculation=calculation,
        measured=_chapters(
            Chapter("how", say("How the figure is made"), making_facts(context, one)),
            Chapter("when", say("When"), timing_facts(context, one)),
            Chapter("who", say("Who answers for it"), owner_facts(context, one.owner)),
        ),
        progress=_chapters(
            Chapter("judged", say("How it is judged"), (*judged, *baseline_facts(context, one))),
            Chapter("care", say("Read with care"), quality_facts(context, one)),
        ),
        more=_chapters(Chapter("more", say("Origin and documents"), origin_facts(context, one))),
        context_note=context_note(context, standing),
        promises=tuple(context.commitment_link(promise) for promise in promises),
        latest=_latest(context, calculation),
        result=Link(say("All results"), context.links.to(f"results/{one.id}/")),
        concepts=esms.concepts(context, one, _given(context, one, calculation, judged)),
        source=source_link(context, one.file),
    )


def _trail(context: Context) -> tuple[Link, ...]:
    return context.home_link(), context.section_link(context.say("How we measure"), "methodology/")


def _chapters(*chapters: Chapter) -> tuple[Chapter, ...]:
    return tuple(chapter for chapter in chapters if chapter.facts)


def _calculation(context: Context, standing: IndicatorStanding) -> Calculation:
    one = standing.indicator
    parts = one.numerator, one.denominator
    top, bottom = (
        context.reader.brief(part.definition) if part and all(parts) else Piece() for part in parts
    )
    factor = context.figures.amount(one.factor, Unit("count"))
    times = f"{signs.times(context.reader.words)} {factor}" if one.factor != 1 else ""
    return Calculation(top, bottom, times, workings(context, standing))


def _latest(context: Context, calculation: Calculation) -> str:
    if not calculation.workings:
        return ""
    newest = calculation.workings[0]
    return context.say("{period}: {figure}", period=beginning(newest.period), figure=newest.figure)


def _given(
    context: Context, one: Indicator, calculation: Calculation, judged: tuple[Fact, ...]
) -> esms.Given:
    """What the paper says beside the record itself."""
    lines = tuple(Link(text) for working in calculation.workings for text in _lines(working))
    worked_out = (Fact(context.say("The latest figure"), lines),) if lines else ()
    results = Link(_on_paper(context, f"results/{one.id}/"), context.links.to(f"results/{one.id}/"))
    return esms.Given(judged, worked_out, (Fact(context.say("Results"), (results,)),))


def _on_paper(context: Context, address: str) -> str:
    """An address that can be typed off a sheet; without that of the site where it is not known."""
    site = context.site
    base = f"{site.settings.site_url.rstrip('/')}/" if site.settings.site_url else ""
    return f"{base}{prefix_of(context.reader.lang, site.languages)}{address}"


def _lines(working: Working) -> tuple[str, ...]:
    told = working.formula.line if working.formula else working.figure
    return f"{beginning(working.period)}: {told}", *working.notes


def _target(context: Context, target: Target, one: Indicator) -> Piece | str:
    told, day = demanded(context, target, target_unit(one)), context.reader.words.day(target.since)
    if isinstance(told, str):
        return context.say("From {day}: {target}", day=day, target=told)
    return around(context.say("From {day}: {target}", day=day, target=GAP), told)


def _judged(context: Context, one: Indicator) -> tuple[Fact, ...]:
    say = context.say
    directions = DIRECTIONS_OF_DAYS if one.unit == "date" else DIRECTIONS
    facts = [Fact(say("Direction"), (Link(say(directions[one.direction])),))]
    aims: list[Link] = []
    for measure in context.standing.indicators[one.id].measures:
        targets = tuple(Link(_target(context, target, one)) for target in measure.measure.targets)
        if targets:
            aims += (*_aimed_at(context, measure), *targets)
    if aims:
        facts.append(Fact(say("Targets"), tuple(aims)))
    if one.near:
        facts.append(Fact(say("Nearly met means"), (Link(near_words(context, one, one.near)),)))
    return tuple(facts)


def _aimed_at(context: Context, standing: MeasureStanding) -> tuple[Link, ...]:
    """The promise, and the slice where not the whole is measured."""
    part = slice_name(context, standing.measure.only, standing.indicator)
    return (context.commitment_link(standing.commitment), *((Link(part),) if part else ()))


def near_words(context: Context, one: Indicator, near: Tolerance) -> str:
    """How small a miss is nearly met."""
    amount, unit = context.figures.amount, target_unit(one)
    if near.percent:
        return context.say(
            "a miss by no more than {amount} of the target", amount=amount(near.value, Unit("percent"))
        )
    if unit.id == "percent":
        points = context.reader.words.count("{n} percentage point", "{n} percentage points", near.value)
        return context.say("a miss by no more than {amount}", amount=points)
    margin = amount(near.value, Unit("days") if unit.id == "date" else unit)
    return context.say("a miss by no more than {amount}", amount=margin)
