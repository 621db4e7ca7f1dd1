"""The chart of the gaps of a survey, with its words."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from charterkit.rules.quality.survey_gaps import Gap
from charterkit.site.charts.chart import ChartPart
from charterkit.site.charts.gaps import GapRow, gaps
from charterkit.site.charts.words import Key
from charterkit.site.context import Context
from charterkit.site.quality.survey_words import average, signed


def gap_chart(context: Context, id: str, found: Sequence[Gap], table: str) -> ChartPart | None:
    """The gaps in their order, all on the scale of the answers; None where there are none on one scale."""
    scales = {
        (one.experience.question.scale.min, one.experience.question.scale.max)
        for one in found
        if one.experience.question.scale
    }
    if len(scales) != 1:
        return None
    low, high = (Fraction(end) for end in scales.pop())
    say = context.say
    return ChartPart(
        id,
        say("What people expect, and what they experience"),
        _description(context, found),
        say("Scale from {low} to {high}.", low=int(low), high=int(high)),
        gaps([_row(context, one) for one in found], low, high),
        (
            Key("ring", say("Expectation: how important it is to people")),
            Key("disc", say("Experience: how they found it")),
        ),
        (),
        table,
    )


def _description(context: Context, found: Sequence[Gap]) -> str:
    sentences = [
        context.say(
            "{item}: expected {expectation}, experienced {experience}.",
            item=context.reader.bare(one.item.title),
            expectation=average(context, one.expectation.mean or 0),
            experience=average(context, one.experience.mean or 0),
        )
        for one in found
    ]
    return " ".join(sentences)


def _row(context: Context, one: Gap) -> GapRow:
    name, figure = context.reader.bare(one.item.title), signed(context, one.gap)
    return GapRow(name, figure, one.expectation.mean, one.experience.mean)
