"""Surveys in words: who was asked, on what scale, and how exact the answer of a sample can be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from charterkit.model.indicator import Indicator, Sample
from charterkit.model.result import Row
from charterkit.rules.uncertainty import SMALL_BASE, interval_of
from charterkit.site.context import Context, Fact, Link
from charterkit.site.results.figures import Figures, Unit, unit_of
from charterkit.strings import mark

SAMPLES: Final[Mapping[Sample, str]] = {
    Sample.PROBABILITY: mark("People chosen at random"),
    Sample.SELF_SELECTED: mark("Anyone who chose to answer; not representative"),
    Sample.CENSUS: mark("Everybody was asked"),
    Sample.UNKNOWN: mark("It is not known who was asked"),
}
EXACTNESS: Final[Mapping[Sample, str]] = {
    Sample.PROBABILITY: mark(
        "Only some people were asked, chosen at random. Each figure is shown with the range in "
        "which the true one lies with 95% certainty; the more people answer, the narrower it is."
    ),
    Sample.SELF_SELECTED: mark(
        "Those who answer of their own accord may think differently from the others. Nobody can say how exact the "
        "figure is, so no range is given."
    ),
    Sample.CENSUS: mark("Everybody was asked, so the figure is not an estimate from a sample."),
    Sample.UNKNOWN: mark(
        "It is not known how people were chosen, so nobody can say how exact the figure is."
    ),
}


def survey_facts(context: Context, one: Indicator) -> tuple[Fact, ...]:
    """The scale of the answers, who was asked, and what that means for the figure."""
    say, facts = context.say, []
    if one.scale:
        number = Unit("count")
        low, high = (context.figures.amount(end, number) for end in (one.scale.min, one.scale.max))
        facts.append(Fact(say("Scale"), (Link(say("from {low} to {high}", low=low, high=high)),)))
    if one.sample:
        facts.append(Fact(say("Who was asked"), (Link(say(SAMPLES[one.sample])),)))
        facts.append(Fact(say("How exact the figure is"), (Link(say(EXACTNESS[one.sample])),)))
    return tuple(facts)


def certainty_principles(context: Context) -> tuple[str, ...]:
    """What the methodology says about samples and small numbers; of samples only where there is one."""
    words, indicators = context.reader.words, context.publication.indicators.values()
    small = words.count(
        "A share based on fewer than {n} case is marked, because a single case changes it a lot.",
        "A share based on fewer than {n} cases is marked, because a single case changes it a lot.",
        SMALL_BASE,
    )
    if not any(one.sample is Sample.PROBABILITY for one in indicators):
        return (small,)
    sampled = context.say(
        "Where only some people were asked, chosen at random, the figure is shown with the range "
        "in which the true one lies with 95% certainty. If the target lies within that range, "
        "the page says so: the verdict follows the figure, but the survey cannot tell for "
        "certain."
    )
    return sampled, small


def interval_sentence(figures: Figures, row: Row, indicator: Indicator) -> str:
    """The range in which the true figure lies; blank where none can be given."""
    interval = interval_of(row, indicator)
    if interval is None or row.figure is None:
        return ""
    shown = range_unit(row, indicator)
    low, high = (figures.amount(end, shown) for end in (interval.low, interval.high))
    return figures.reader.words.say(
        "True figure: between {low} and {high} (with 95% certainty)", low=low, high=high
    )


def range_unit(row: Row, indicator: Indicator) -> Unit:
    """The unit of a range, with the decimals of its figure where the indicator does not say how many to show."""
    unit = unit_of(indicator)
    own = row.figure.decimals if row.figure is not None else None
    return Unit(unit.id, own if unit.decimals is None else unit.decimals)
