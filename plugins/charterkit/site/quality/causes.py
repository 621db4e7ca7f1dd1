"""What led to an action or a goal, told with the way to where it can be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from charterkit.model.action import Cause
from charterkit.periods import parse_period
from charterkit.site.context import Context, Link
from charterkit.site.pieces import Piece
from charterkit.site.quality.assessment_links import assessment_link
from charterkit.site.quality.caf_names import CRITERION, SUB
from charterkit.site.quality.survey_pages import survey_address


@dataclass(frozen=True, slots=True)
class CausePart:
    """One cause: what sort of thing it is, the way to it, and the words about it; either may be blank."""

    sort: str
    title: Link | None
    text: Piece | str


def cause_parts(context: Context, causes: Iterable[Cause]) -> tuple[CausePart, ...]:
    """The causes in their order."""
    return tuple(_part(context, one) for one in causes)


def _part(context: Context, one: Cause) -> CausePart:
    say = context.say
    if one.commitment:
        commitment = context.publication.commitments.get(one.commitment)
        title = context.commitment_link(commitment) if commitment else Link(one.commitment)
        missed = say("Missed in: {period}", period=_period(context, one.period))
        return CausePart(say("Missed promise"), title, missed)
    if one.survey:
        return _survey(context, one)
    if one.assessment:
        return _assessment(context, one)
    if one.complaints:
        return CausePart(say("Complaints"), None, context.block(one.complaints))
    return CausePart(say("Something else"), None, context.block(one.other))


def _survey(context: Context, one: Cause) -> CausePart:
    survey = context.publication.surveys.get(one.survey)
    item = survey.item(one.item) if survey is not None else None
    name = context.reader.bare(item.title) if item is not None else one.item
    return CausePart(
        context.say("Survey"), survey_link(context, one.survey), context.say("Item: {name}", name=name)
    )


def _assessment(context: Context, one: Cause) -> CausePart:
    title, number = assessment_link(context, one.assessment), one.criterion
    names = SUB if number in SUB else CRITERION
    name = f"{number} {context.say(names[number])}" if number in names else number
    return CausePart(context.say("Self-assessment"), title, context.say("Criterion: {name}", name=name))


def survey_link(context: Context, id: str) -> Link:
    """The way to a survey; the bare id where there is none."""
    survey = context.publication.surveys.get(id)
    return context.link(survey.title, survey_address(id)) if survey is not None else Link(id)


def _period(context: Context, label: str) -> str:
    period = parse_period(label, context.publication.publisher.year_starts)
    return context.reader.words.period(period) if period else label
