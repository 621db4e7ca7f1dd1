"""The facts in the record of an indicator: who, what, when, how, with what care, from where."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from charterkit.model.indicator import Indicator, IndicatorType, Owner, Part
from charterkit.numbers import format_number
from charterkit.periods import Frequency, parse_period
from charterkit.site.context import Context, Fact, Link
from charterkit.site.records import contact_facts, lineage_facts, source_links
from charterkit.site.results.figures import Unit, unit_of
from charterkit.site.results.surveys import survey_facts
from charterkit.strings import mark
from charterkit.text import Text

TYPES: Final[Mapping[IndicatorType, str]] = {
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
FREQUENCIES: Final[Mapping[Frequency, str]] = {
    Frequency.WEEKLY: mark("Every week"),
    Frequency.MONTHLY: mark("Every month"),
    Frequency.QUARTERLY: mark("Every quarter"),
    Frequency.HALF_YEARLY: mark("Every half-year"),
    Frequency.YEARLY: mark("Every year"),
    Frequency.TWO_YEARLY: mark("Every two years"),
    Frequency.THREE_YEARLY: mark("Every three years"),
    Frequency.IRREGULAR: mark("At no fixed time"),
}


def text_facts(context: Context, *texts: tuple[str, Text]) -> tuple[Fact, ...]:
    """Authored texts under their terms; those that are blank are left out."""
    return tuple(Fact(term, (Link(context.block(text)),)) for term, text in texts if text)


def owner_facts(context: Context, owner: Owner) -> tuple[Fact, ...]:
    """Who delivers a figure or answers for a record, and how to reach them."""
    body = Fact(context.say("Body"), (context.body_link(owner.body),))
    role = (Fact(context.say("Role"), (Link(context.line(owner.role)),)),) if owner.role else ()
    return (body, *role, *contact_facts(context, owner.contact))


def meaning_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """Why it is measured, and what is counted."""
    return (
        *reason_facts(context, one),
        *kind_facts(context, one),
        *unit_facts(context, one),
        *making_of_figure(context, one),
    )


def kind_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """What kind of figure it is; of a survey, what was asked of whom."""
    say = context.say
    return (
        Fact(say("Kind of figure"), (Link(say(TYPES[one.type])),)),
        *text_facts(context, (say("The question"), one.question)),
        *survey_facts(context, one),
    )


def making_of_figure(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """What is counted, and how the figure comes out of it."""
    say = context.say
    above = (
        say("Counted above the line"),
        say("Included above the line"),
        say("Not included above the line"),
    )
    below = (
        say("Counted below the line"),
        say("Included below the line"),
        say("Not included below the line"),
    )
    return (
        *part_facts(context, above, one.numerator),
        *part_facts(context, below, one.denominator),
        *text_facts(context, (say("How it is worked out"), one.formula), (say("Weighting"), one.weighting)),
    )


def reason_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """Why it is measured."""
    return text_facts(context, (context.say("Why it is measured"), one.rationale))


def part_facts(context: Context, terms: tuple[str, str, str], part: Part | None) -> tuple[Fact, ...]:
    """What is counted above or below the line, with and without what, under the terms of that side."""
    if part is None:
        return ()
    counted, included, excluded = terms
    return (
        Fact(counted, (Link(context.block(part.definition)),)),
        *text_facts(context, (included, part.includes), (excluded, part.excludes)),
    )


def timing_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """How often, from when, until when it is measured, and by when it is published."""
    return (*frequency_facts(context, one), *reach_facts(context, one), *due_facts(context, one))


def frequency_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """How often it is measured."""
    return (Fact(context.say("How often"), (Link(context.say(FREQUENCIES[one.frequency])),)),)


def reach_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """From when and until when it is measured, and which days a figure covers."""
    say, words = context.say, context.reader.words
    facts = [Fact(say("Measured from"), (Link(words.day(one.starts)),))]
    if one.ends:
        facts.append(Fact(say("Measured until"), (Link(words.day(one.ends)),)))
    if one.window == "year":
        facts.append(Fact(say("Period covered"), (Link(say("the year that ends with the period")),)))
    return tuple(facts)


def due_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """By when a figure is published; nothing where no day is set."""
    if one.due_days is None:
        return ()
    days = context.reader.words.count(
        "at most {n} day after the end of the period",
        "at most {n} days after the end of the period",
        one.due_days,
    )
    return (Fact(context.say("Published"), (Link(days),)),)


def unit_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """What the figures are counted in, without a number."""
    # A few of them: in Slavic languages many would stand in another case.
    unit, few = unit_of(one), Decimal(3)
    if unit.yes_no or unit.id == "date":
        name = context.say("Yes or no") if unit.yes_no else context.say("day of the year")
    else:
        number = format_number(few, context.reader.words.lang)
        # The words of a unit stand beside a number in every language; without it they name the unit.
        name = context.figures.amount(few, Unit(unit.id)).replace(number, "", 1).strip().lstrip("-")
    return (Fact(context.say("Unit"), (Link(name or context.say("number")),)),)


def making_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """Where the figures come from, how they are checked, corrected and kept safe."""
    return (
        *source_facts(context, one),
        *checking_facts(context, one),
        *revision_facts(context, one),
        *protection_facts(context, one),
    )


def source_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """Where the figures come from, and how they get here."""
    say = context.say
    return text_facts(context, (say("Source"), one.source), (say("How it is collected"), one.collection))


def checking_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """How the figures are checked."""
    return text_facts(context, (context.say("How it is checked"), one.validation))


def revision_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """When figures are corrected: as the indicator says, else as the methodology says for all."""
    method = context.publication.methodology
    policy = one.revision_policy or (method.revision_policy if method else one.revision_policy)
    return text_facts(context, (context.say("When figures are revised"), policy))


def protection_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """Which counts of people are not shown; nothing where no people are counted."""
    if not one.confidentiality.persons:
        return ()
    hidden = context.reader.words.count(
        "Counts of fewer than {n} person are not shown.",
        "Counts of fewer than {n} people are not shown.",
        one.confidentiality.smallest,
    )
    return (Fact(context.say("Protection of persons"), (Link(hidden),)),)


def baseline_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """Where things stood before the promise."""
    if one.baseline is None:
        return ()
    period = parse_period(one.baseline.period, context.publication.publisher.year_starts)
    name = context.reader.words.period(period) if period else one.baseline.period
    value = context.figures.amount(one.baseline.value, Unit(unit_of(one).id))
    links = [Link(context.say("{period}: {figure}", period=name, figure=value))]
    if one.baseline.source:
        links.append(Link(context.line(one.baseline.source)))
    return (Fact(context.say("Before the promise"), tuple(links)),)


def quality_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """What to bear in mind: limits, comparability, changes of the method, breaks."""
    return (*limit_facts(context, one), *comparison_facts(context, one), *version_facts(context, one))


def limit_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """What the figure does not say."""
    return text_facts(context, (context.say("Limits"), one.limitations))


def comparison_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """With what the figures can be compared, and from when no longer."""
    say, words = context.say, context.reader.words
    gaps = ((say("Not comparable before {day}", day=words.day(gap.since)), gap.reason) for gap in one.breaks)
    return text_facts(context, (say("Comparability"), one.comparability), *gaps)


def version_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """When the method changed, and how."""
    say, words = context.say, context.reader.words
    changes = (
        (say("Change of method on {day}", day=words.day(version.since)), version.change)
        for version in one.method_versions
    )
    return text_facts(context, *changes)


def origin_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """Where the record comes from, and what belongs to it."""
    return (*lineage(context, one), *document_facts(context, one))


def lineage(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """Which indicators it replaces, and which are related to it."""
    origins = tuple(context.record_link(id) for id in one.lineage.origins) if one.lineage else ()
    related = tuple(context.record_link(id) for id in one.related)
    facts = lineage_facts(context, one.lineage, origins)
    return (*facts, Fact(context.say("Related indicators"), related)) if related else facts


def document_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """Documents that belong to the record."""
    documents = source_links(context, one.documents)
    return (Fact(context.say("Documents"), documents),) if documents else ()
