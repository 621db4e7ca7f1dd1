"""Points of a self-assessment in words: how many, out of how many, and what their band means."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from charterkit.model.assessment import Assessment, Finding, Score
from charterkit.model.caf import FULL, Criterion, Panel, Part, Scoring
from charterkit.numbers import format_number
from charterkit.rules.quality.assessments import Sum, band, points, public_finding
from charterkit.site.context import Context
from charterkit.site.quality.caf_names import CRITERION, band_words

# Points are told alike everywhere, whole ones too: on pages, in charts, on paper and in files.
DECIMALS: Final = 1


def told(context: Context, value: Fraction | int) -> str:
    """A number of points, with one decimal."""
    return format_number(Fraction(value), context.reader.words.lang, DECIMALS)


def out_of(context: Context, found: Sum) -> str:
    """Points out of the most that can be had."""
    return context.say("{points} of {most}", points=told(context, found.points), most=found.most)


def of_hundred(context: Context, value: Fraction) -> str:
    """Points out of a hundred."""
    return out_of(context, Sum(value, FULL))


def meaning(context: Context, value: Fraction, panel: Panel, scoring: Scoring) -> str:
    """What the band of a number of points means, in a sentence."""
    return context.say(band_words(scoring, panel)[band(value).number - 1])


def criterion_name(context: Context, criterion: Criterion) -> str:
    """The number and the short name of a criterion."""
    return f"{criterion.id}. {context.say(CRITERION[criterion.id])}"


def criterion_title(context: Context, assessment: Assessment, number: str) -> str:
    """The name of a criterion and of the self-assessment, for the title of a page."""
    name, of = context.say(CRITERION[number]), context.reader.bare(assessment.title)
    return context.say("{criterion}: {assessment}", criterion=name, assessment=of)


def public_findings(assessment: Assessment, number: str) -> tuple[Finding, ...]:
    """What the public may know of the sub-criteria of a criterion."""
    own = (one for one in assessment.findings if one.id.partition(".")[0] == number)
    return tuple(public_finding(assessment, one) for one in own)


def public_points(assessment: Assessment, one: Finding) -> tuple[Score, Fraction] | None:
    """The score of a sub-criterion with its points; None where the public may not know it or there is none."""
    shown = public_finding(assessment, one)
    value = points(shown, assessment.scoring)
    return (shown.score, value) if shown.score is not None and value is not None else None


def has_public_points(assessment: Assessment) -> bool:
    """Whether the public may know any points of an assessment."""
    return any(public_points(assessment, one) is not None for one in assessment.findings)


def part_points(score: Score, part: Part) -> int:
    """The points of one part of a score that has it."""
    return dict(score.given)[part]
