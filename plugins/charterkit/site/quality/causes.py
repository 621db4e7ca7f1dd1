"""What led to an action or a goal, told with the way to where it can be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from charterkit.model.action import Cause
from charterkit.periods import parse_period
from charterkit.site.context import Context, Link
from charterkit.site.pieces import Piece


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
        item = say("Item: {name}", name=one.item)
        return CausePart(say("Survey"), survey_link(context, one.survey), item)
    if one.assessment:
        criterion = say("Criterion: {name}", name=one.criterion)
        return CausePart(say("Self-assessment"), assessment_link(context, one.assessment), criterion)
    if one.complaints:
        return CausePart(say("Complaints"), None, context.block(one.complaints))
    return CausePart(say("Something else"), None, context.block(one.other))


def survey_link(context: Context, id: str) -> Link:
    """The way to a survey; the bare id where the site has no page of it."""
    return _elsewhere(context, id, f"quality/surveys/{id}/")


def assessment_link(context: Context, id: str) -> Link:
    """The way to a self-assessment; the bare id where the site has no page of it."""
    return _elsewhere(context, id, f"quality/assessments/{id}/")


def _elsewhere(context: Context, id: str, address: str) -> Link:
    has_page = any(page.address == address for page in context.directory.pages)
    return Link(id, context.links.to(address) if has_page else "")


def _period(context: Context, label: str) -> str:
    period = parse_period(label, context.publication.publisher.year_starts)
    return context.reader.words.period(period) if period else label
