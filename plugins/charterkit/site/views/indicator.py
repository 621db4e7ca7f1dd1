"""The record of an indicator: what is measured, how, by whom and when; in the order of ESMS."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.model.indicator import Direction, Indicator, IndicatorType, Part, Tolerance
from charterkit.periods import Frequency, parse_period
from charterkit.rules.standing import MeasureStanding
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.figures import Unit, target_unit, unit_of
from charterkit.site.judged import context_note
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.records import contact_facts, ended_note, lineage_facts, source_link, source_links
from charterkit.site.slices import slice_name
from charterkit.site.surveys import survey_facts
from charterkit.strings import mark
from charterkit.text import Text

_TYPES: Final[Mapping[IndicatorType, str]] = {
    IndicatorType.SHARE: mark("Share"),
    IndicatorType.MEAN: mark("Average"),
    IndicatorType.MEDIAN: mark("Median"),
    IndicatorType.PERCENTILE: mark("Percentile"),
    IndicatorType.COUNT: mark("Count"),
    IndicatorType.RATE: mark("Rate"),
    IndicatorType.RATIO: mark("Ratio"),
    IndicatorType.INDEX: mark("Index"),
    IndicatorType.RANK: mark("Place in a ranking"),
    IndicatorType.SURVEY_SHARE: mark("Share of answers in a survey"),
    IndicatorType.SURVEY_MEAN: mark("Average of answers in a survey"),
    IndicatorType.NPS: mark("Net promoter score"),
    IndicatorType.YES_NO: mark("Yes or no"),
}
_DIRECTIONS: Final[Mapping[Direction, str]] = {
    Direction.HIGHER: mark("More is better"),
    Direction.LOWER: mark("Less is better"),
    Direction.IN_RANGE: mark("It should stay within a range"),
    Direction.NONE: mark("Neither more nor less is better"),
}
_DIRECTIONS_OF_DAYS: Final[Mapping[Direction, str]] = {
    **_DIRECTIONS,
    Direction.HIGHER: mark("Later is better"),
    Direction.LOWER: mark("Earlier is better"),
}
_FREQUENCIES: Final[Mapping[Frequency, str]] = {
    Frequency.WEEKLY: mark("Every week"),
    Frequency.MONTHLY: mark("Every month"),
    Frequency.QUARTERLY: mark("Every quarter"),
    Frequency.HALF_YEARLY: mark("Every half-year"),
    Frequency.YEARLY: mark("Every year"),
    Frequency.TWO_YEARLY: mark("Every two years"),
    Frequency.THREE_YEARLY: mark("Every three years"),
    Frequency.IRREGULAR: mark("At no fixed time"),
}


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the record."""

    id: str
    title: str
    facts: tuple[Fact, ...]


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
    top: Piece
    """What is counted above the line, where the figure is a fraction."""
    bottom: Piece
    """What is counted below it."""
    chapters: tuple[Chapter, ...]
    """The record, chapter by chapter."""
    context_note: str
    """That nobody judges it; blank where somebody does."""
    promises: tuple[Link, ...]
    """The promises that rest on it."""
    result: Link
    """The way to its results."""
    source: Link | None
    """The way to its file."""


def view(context: Context, page: Page) -> IndicatorView:
    """The record of an indicator."""
    one = context.publication.indicators[page.key]
    standing = context.standing.indicators[page.key]
    title = context.say("How we measure: {title}", title=context.reader.bare(one.title))
    promises = dict.fromkeys(measure.commitment for measure in standing.measures)
    fraction = one.numerator is not None and one.denominator is not None
    return IndicatorView(
        page=PageHead(title, context.reader.plain(one.definition, 160), _trail(context)),
        title=context.line(one.title),
        definition=context.block(one.definition),
        ended=ended_note(context, one.ended),
        top=context.reader.brief(one.numerator.definition) if fraction and one.numerator else Piece(),
        bottom=context.reader.brief(one.denominator.definition) if fraction and one.denominator else Piece(),
        chapters=_chapters(context, one),
        context_note=context_note(context, standing),
        promises=tuple(context.commitment_link(promise) for promise in promises),
        result=Link(context.say("All results"), context.links.to(f"results/{one.id}/")),
        source=source_link(context, one.file),
    )


def _trail(context: Context) -> tuple[Link, ...]:
    return context.home_link(), context.section_link(context.say("How we measure"), "methodology/")


def _chapters(context: Context, one: Indicator) -> tuple[Chapter, ...]:
    say = context.say
    chapters = (
        Chapter("who", say("Who answers for it"), _owner(context, one)),
        Chapter("what", say("What is measured"), _concept(context, one)),
        Chapter("judged", say("How it is judged"), _judged(context, one)),
        Chapter("when", say("When"), _timing(context, one)),
        Chapter("how", say("How the figure is made"), _making(context, one)),
        Chapter("care", say("Read with care"), _quality(context, one)),
        Chapter("more", say("Origin and documents"), _origin(context, one)),
    )
    return tuple(chapter for chapter in chapters if chapter.facts)


def _texts(context: Context, *texts: tuple[str, Text]) -> tuple[Fact, ...]:
    return tuple(Fact(term, (Link(context.block(text)),)) for term, text in texts if text)


def _owner(context: Context, one: Indicator) -> tuple[Fact, ...]:
    owner = one.owner
    body = Fact(context.say("Body"), (context.body_link(owner.body),))
    role = (Fact(context.say("Role"), (Link(context.line(owner.role)),)),) if owner.role else ()
    return (body, *role, *contact_facts(context, owner.contact))


def _concept(context: Context, one: Indicator) -> tuple[Fact, ...]:
    say = context.say
    return (
        *_texts(context, (say("Why it is measured"), one.rationale)),
        Fact(say("Kind of figure"), (Link(say(_TYPES[one.type])),)),
        *_parts(context, say("Counted above the line"), one.numerator),
        *_parts(context, say("Counted below the line"), one.denominator),
        *_texts(context, (say("How it is worked out"), one.formula), (say("Weighting"), one.weighting)),
        *_texts(context, (say("The question"), one.question)),
        *survey_facts(context, one),
    )


def _parts(context: Context, term: str, part: Part | None) -> tuple[Fact, ...]:
    if part is None:
        return ()
    say = context.say
    return (
        Fact(term, (Link(context.block(part.definition)),)),
        *_texts(context, (say("Included"), part.includes), (say("Not included"), part.excludes)),
    )


def _judged(context: Context, one: Indicator) -> tuple[Fact, ...]:
    say, words = context.say, context.reader.words
    directions = _DIRECTIONS_OF_DAYS if one.unit == "date" else _DIRECTIONS
    facts = [Fact(say("Direction"), (Link(say(directions[one.direction])),))]
    for measure in context.standing.indicators[one.id].measures:
        targets = tuple(
            Link(
                say(
                    "From {day}: {target}",
                    day=words.day(target.since),
                    target=context.figures.target(target, target_unit(one)),
                )
            )
            for target in measure.measure.targets
        )
        if targets:
            facts.append(Fact(say("Targets"), (*_aimed_at(context, measure), *targets)))
    if one.near:
        facts.append(Fact(say("Nearly met means"), (Link(_near(context, one, one.near)),)))
    return tuple(facts)


def _aimed_at(context: Context, standing: MeasureStanding) -> tuple[Link, ...]:
    """The promise, and the slice where not the whole is measured."""
    part = slice_name(context, standing.measure.only, standing.indicator)
    return (context.commitment_link(standing.commitment), *((Link(part),) if part else ()))


def _near(context: Context, one: Indicator, near: Tolerance) -> str:
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


def _timing(context: Context, one: Indicator) -> tuple[Fact, ...]:
    say, words = context.say, context.reader.words
    facts = [
        Fact(say("How often"), (Link(say(_FREQUENCIES[one.frequency])),)),
        Fact(say("Measured from"), (Link(words.day(one.starts)),)),
    ]
    if one.ends:
        facts.append(Fact(say("Measured until"), (Link(words.day(one.ends)),)))
    if one.due_days is not None:
        days = words.count(
            "at most {n} day after the end of the period",
            "at most {n} days after the end of the period",
            one.due_days,
        )
        facts.append(Fact(say("Published"), (Link(days),)))
    if one.window == "year":
        facts.append(Fact(say("Period covered"), (Link(say("the year that ends with the period")),)))
    return tuple(facts)


def _making(context: Context, one: Indicator) -> tuple[Fact, ...]:
    say = context.say
    facts = _texts(
        context,
        (say("Source"), one.source),
        (say("How it is collected"), one.collection),
        (say("How it is checked"), one.validation),
        (say("When figures are revised"), one.revision_policy),
    )
    if one.confidentiality.persons:
        hidden = context.reader.words.count(
            "Counts of fewer than {n} person are not shown.",
            "Counts of fewer than {n} people are not shown.",
            one.confidentiality.k,
        )
        facts = (*facts, Fact(say("Protection of persons"), (Link(hidden),)))
    return (*facts, *_baseline(context, one))


def _baseline(context: Context, one: Indicator) -> tuple[Fact, ...]:
    if one.baseline is None:
        return ()
    period = parse_period(one.baseline.period, context.publication.publisher.year_starts)
    name = context.reader.words.period(period) if period else one.baseline.period
    value = context.figures.amount(one.baseline.value, Unit(unit_of(one).id))
    links = [Link(context.say("{period}: {figure}", period=name, figure=value))]
    if one.baseline.source:
        links.append(Link(context.line(one.baseline.source)))
    return (Fact(context.say("Before the promise"), tuple(links)),)


def _quality(context: Context, one: Indicator) -> tuple[Fact, ...]:
    say, words = context.say, context.reader.words
    dated = (
        *(
            (say("Method changed on {day}", day=words.day(version.since)), version.change)
            for version in one.method_versions
        ),
        *((say("Not comparable before {day}", day=words.day(gap.since)), gap.reason) for gap in one.breaks),
    )
    return _texts(
        context, (say("Limits"), one.limitations), (say("Comparability"), one.comparability), *dated
    )


def _origin(context: Context, one: Indicator) -> tuple[Fact, ...]:
    origins = tuple(context.record_link(id) for id in one.lineage.origins) if one.lineage else ()
    related = tuple(context.record_link(id) for id in one.related)
    documents = source_links(context, one.documents)
    facts = list(lineage_facts(context, one.lineage, origins))
    if related:
        facts.append(Fact(context.say("Related indicators"), related))
    if documents:
        facts.append(Fact(context.say("Documents"), documents))
    return tuple(facts)
