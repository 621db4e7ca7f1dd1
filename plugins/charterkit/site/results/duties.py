"""What has to be published when, on pages: for a body, for an indicator, for the board of results."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Final

from charterkit.periods import Period
from charterkit.rules.due import Duty, DutyState, next_duty
from charterkit.rules.standing import IndicatorStanding
from charterkit.site.addresses import due_file
from charterkit.site.context import Context, Link
from charterkit.site.pieces import Piece
from charterkit.site.results.duty_words import DutyWords
from charterkit.site.results.slices import named, slice_name

# As many figures as a page names; the calendar file has all of them.
_FEW: Final = 12
# As many overdue periods as the page of one indicator names.
_LATE: Final = 3


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A figure that a body has to publish: which one, for which period, by when; `late` where it is overdue."""

    title: Link
    period: str
    told: str
    late: bool


@dataclass(frozen=True, slots=True)
class DutyPart:
    """What a body has to publish next, overdue figures first; `more` says how many are not named, `file` has all."""

    lines: tuple[DutyLine, ...]
    more: str
    file: str


@dataclass(frozen=True, slots=True)
class Late:
    """A figure that should have been published: for which period, since when, by whom, and who waits for it.

    `promise` is None where it only helps to understand others.
    """

    title: Link
    period: str
    since: str
    owner: Link
    promise: Link | None


def duty_part(context: Context, body: str) -> DutyPart | None:
    """What a body has to publish next; None where no figure of it is ever due."""
    found = context.directory.duties_of_body.get(body, ())
    if not found:
        return None
    told = _words(context)
    lines = tuple(_line(context, one, told) for one in found[:_FEW])
    return DutyPart(lines, _more(context, len(found) - _FEW), context.links.file(due_file(body)))


def _line(context: Context, duty: Duty, told: DutyWords) -> DutyLine:
    return DutyLine(
        Link(duty_name(context, duty), context.links.to(f"results/{duty.indicator.id}/")),
        told.period(duty),
        told.when(duty),
        duty.state is DutyState.OVERDUE,
    )


def duty_name(context: Context, duty: Duty) -> Piece:
    """The title of the indicator, and the name of the part where not the whole is meant."""
    return named(context.line(duty.indicator.title), slice_name(context, duty.slice, duty.indicator))


def late_figures(context: Context, expected: Container[tuple[str, Period]] | None = None) -> tuple[Late, ...]:
    """Every figure that is overdue, once, longest overdue first; only of `expected` indicators and periods if given."""
    late = (one for one in context.directory.duties if one.state is DutyState.OVERDUE)
    return tuple(
        _late(context, one) for one in late if expected is None or (one.indicator.id, one.period) in expected
    )


def more_late(context: Context, number: int) -> str:
    """How many more figures are overdue; blank where all are named."""
    if number <= 0:
        return ""
    return context.reader.words.count("{n} more figure is overdue.", "{n} more figures are overdue.", number)


def _late(context: Context, duty: Duty) -> Late:
    told, results = _words(context), context.links.to(f"results/{duty.indicator.id}/")
    return Late(
        Link(duty_name(context, duty), results),
        told.period(duty),
        told.when(duty),
        context.body_link(duty.body),
        _waiting(context, duty, results),
    )


def _waiting(context: Context, duty: Duty, results: str) -> Link | None:
    number = len(duty.promises)
    if number > 1:
        return Link(context.reader.words.count("{n} promise", "{n} promises", number), results)
    promises = (context.publication.commitments[id] for id in duty.promises)
    return next((context.commitment_link(one) for one in promises), None)


def late_sentences(context: Context, indicator: str) -> tuple[str, ...]:
    """What is overdue of an indicator, the oldest first, with who answers for it; nothing where all is there."""
    late = [one for one in _own(context, indicator) if one.state is DutyState.OVERDUE]
    sentences = [_late_sentence(context, one) for one in late[:_LATE]]
    more = _more(context, len(late) - _LATE)
    return (*sentences, more) if more else tuple(sentences)


def _late_sentence(context: Context, duty: Duty) -> str:
    told, words = _words(context), context.reader.words
    since = words.day(duty.overdue_since or duty.due)
    return context.say(
        "{period}: overdue since {since}. The figure should have been published by {due}. "
        "Responsible: {body}.",
        period=": ".join((told.period(duty), *told.parts(duty))),
        since=since,
        due=words.day(duty.due),
        body=told.body(duty.body),
    )


def next_due(context: Context, standing: IndicatorStanding) -> str:
    """When the next figure of an indicator is due; blank where none ever is."""
    id, words = standing.indicator.id, context.reader.words
    duty = next_duty(id, _own(context, id))
    if duty is None:
        return ""
    period, day = words.period(duty.period), words.day(duty.due)
    if duty.is_provisional:
        return context.say("Next final figure: {period}, due by {day}.", period=period, day=day)
    return context.say("Next figure: {period}, due by {day}.", period=period, day=day)


def _own(context: Context, indicator: str) -> tuple[Duty, ...]:
    return context.directory.duties_on.get(indicator, ())


def _more(context: Context, number: int) -> str:
    if number <= 0:
        return ""
    return context.reader.words.count("And {n} more figure.", "And {n} more figures.", number)


def _words(context: Context) -> DutyWords:
    return DutyWords(context.reader, context.publication)
