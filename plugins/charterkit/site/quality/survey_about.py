"""From the items of surveys to the promises that they are about, and from a promise to what people said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charterkit.model.survey import Item, ItemType, RespondentGroup, Side, Survey
from charterkit.rules.quality.survey_gaps import Asked
from charterkit.site.context import Context, Link
from charterkit.site.pieces import Piece
from charterkit.site.quality.survey_pages import survey_address
from charterkit.site.quality.survey_words import Told, answers_counted, asked_of, told, told_share


@dataclass(frozen=True, slots=True)
class SaidLine:
    """What a group said of an item that is about a promise: the way to it, the figure in words, the survey."""

    title: Link
    told: str
    survey: Piece


def promises_of(context: Context, item: Item) -> tuple[Link, ...]:
    """The promises that an item is about."""
    found = (context.publication.commitments.get(id) for id in item.commitments)
    return tuple(context.commitment_link(one) for one in found if one is not None)


def said_of(context: Context, promise: str) -> tuple[SaidLine, ...]:
    """What people said of a promise in the newest surveys that asked about it; older rounds are left to these."""
    surveys = context.publication.surveys.values()
    repeated = {one.repeats for one in surveys}
    newest = (one for one in surveys if one.id not in repeated)
    return tuple(line for survey in newest for line in _lines(context, survey, promise))


def _lines(context: Context, survey: Survey, promise: str) -> Iterator[SaidLine]:
    if not any(promise in item.commitments for _, item in survey.items()):
        return
    for group in survey.groups:
        for one in asked_of(context, survey, group):
            if promise in one.item.commitments:
                yield _line(context, survey, group, one)


def _line(context: Context, survey: Survey, group: RespondentGroup, one: Asked) -> SaidLine:
    name = context.reader.bare(group.title)
    words = " ".join(filter(None, (_words(context, one), _size(context, one))))
    return SaidLine(
        context.link(one.item.title, f"{survey_address(survey.id)}{group.id}/"),
        context.say("{group}: {answered}", group=name, answered=words) if words else name,
        context.line(survey.title),
    )


def _words(context: Context, one: Asked) -> str:
    """The figure of an item in words; blank where its answers are told one by one."""
    say, found = context.say, one.sides.get(Side.EXPERIENCE)
    if found is None:
        return ""
    match one.item.type:
        case ItemType.SCALE if found.question.scale is not None:
            scale = found.question.scale
            figure, expected = _figure(told(context, found)), one.sides.get(Side.EXPECTATION)
            named = {"figure": figure, "low": scale.min, "high": scale.max}
            if expected is None:
                return say("{figure} on a scale from {low} to {high}.", **named)
            return say(
                "{figure} on a scale from {low} to {high}; expected: {expected}.",
                expected=_figure(told(context, expected)),
                **named,
            )
        case ItemType.YES_NO if "yes" in found.shares:
            return say("{share} said yes.", share=_figure(told_share(context, found, found.shares["yes"])))
        case ItemType.NPS:
            return say("Recommendation score {score}.", score=_figure(told(context, found)))
        case _:
            return ""


def _size(context: Context, one: Asked) -> str:
    """How many answered the question; blank where nobody knows."""
    found = one.sides.get(Side.EXPERIENCE)
    return f"{answers_counted(context, found.n)}." if found is not None and found.n is not None else ""


def _figure(shown: Told) -> str:
    return f"{shown.figure} ({shown.range})" if shown.range else shown.figure
