"""What a self-assessment shows against the round before, always with its caveat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from charterkit.model.assessment import Assessment
from charterkit.rules.quality.assessment_rounds import Change, Comparison, Obstacle, comparison
from charterkit.site.context import Context, Link
from charterkit.site.quality.assessment_links import assessment_link
from charterkit.site.quality.caf_names import CRITERION, EDITION
from charterkit.site.quality.points import DECIMALS, criterion_name, told
from charterkit.site.quality.survey_words import signed
from charterkit.strings import mark

_CAVEAT: Final = mark(
    "Read the differences with care: other people assessed, and a stricter group gives fewer points for the same work."
)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A criterion: its points in the round before, now, and the difference with its sign."""

    name: str
    before: str
    now: str
    difference: str


@dataclass(frozen=True, slots=True)
class ChangePart:
    """The comparison: the round before, sentences, and rows where there is anything to compare."""

    before: Link
    sentences: tuple[str, ...]
    rows: tuple[ChangeRow, ...]


def change_part(context: Context, assessment: Assessment) -> ChangePart | None:
    """The change since the round before; None where there was none, or this one is still under way."""
    before = context.publication.assessments.get(assessment.repeats)
    if before is None or assessment.until is None:
        return None
    found = comparison(assessment, before)
    return ChangePart(
        assessment_link(context, before.id),
        tuple(_sentences(context, assessment, found)),
        tuple(_row(context, one) for one in found.changes),
    )


def earlier_points(context: Context, assessment: Assessment) -> dict[str, Fraction]:
    """The points of the round before by criterion, where the two can be compared."""
    before = context.publication.assessments.get(assessment.repeats)
    changes = comparison(assessment, before).changes if before is not None else ()
    return {one.criterion.id: one.before for one in changes}


def _sentences(context: Context, now: Assessment, found: Comparison) -> Iterator[str]:
    for obstacle in found.obstacles:
        yield _obstacle(context, obstacle, now, found.before)
    if found.changes:
        yield context.say(_CAVEAT)
    if found.changes and found.apart:
        names = ", ".join(context.say(CRITERION[one.id]) for one in found.apart)
        yield context.say(
            "Not compared, because not the same sub-criteria have published points in both rounds: {names}.",
            names=names,
        )


def _obstacle(context: Context, obstacle: Obstacle, now: Assessment, before: Assessment) -> str:
    match obstacle:
        case Obstacle.EDITION:
            return context.say(
                "This round follows {now}, the one before {before}. Points of different editions cannot be compared.",
                now=EDITION[now.model],
                before=EDITION[before.model],
            )
        case Obstacle.SCORING:
            return context.say(
                "The two rounds were scored in different ways. Their points cannot be compared."
            )
        case Obstacle.BODY:
            return context.say("The two rounds are about different bodies. Their points cannot be compared.")
        case _:
            return context.say("There are no published points in both rounds that could be compared.")


def _row(context: Context, one: Change) -> ChangeRow:
    return ChangeRow(
        criterion_name(context, one.criterion),
        told(context, one.before),
        told(context, one.now),
        signed(context, one.difference, DECIMALS),
    )
