"""The way of a complaint, step by step: who is told, who answers by when, who reviews the answer, who comes after that.

Deadlines and addresses are those of the records; where a record does not say one, the step says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from charterkit.model.charter import Appeal, Complaints
from charterkit.model.common import TimeLimit
from charterkit.site.context import Context, Fact, Link
from charterkit.site.pieces import Piece
from charterkit.site.records import answer_time_fact, channel_facts, contact_facts, source_links
from charterkit.site.redress.time_limits import time_limit

_WORKING_DAYS: Final = "working_days"


@dataclass(frozen=True, slots=True)
class RouteStep:
    """One step: what to do or to wait for, in the body's words and in facts; `silence` says what no record says."""

    title: str
    text: Piece
    facts: tuple[Fact, ...]
    silence: str = ""


def route_steps(context: Context, complaints: Complaints) -> tuple[RouteStep, ...]:
    """The steps of a complaint in their order."""
    return tuple(_steps(context, complaints))


def counts_working_days(complaints: Complaints) -> bool:
    """Whether any of its deadlines is counted in working days, so that it should be said what these are."""
    appeals = (*((complaints.appeal,) if complaints.appeal else ()), *complaints.further)
    found = (complaints.within, complaints.answer_within, *(one.within for one in appeals))
    return any(one is not None and one.unit == _WORKING_DAYS for one in found)


def _steps(context: Context, complaints: Complaints) -> Iterator[RouteStep]:
    say = context.say
    until = (_time_limit(context, complaints.within),) if complaints.within else ()
    ways = (*channel_facts(context, complaints.channels), *until)
    yield RouteStep(say("Tell us"), context.block(complaints.text), ways)
    answer = complaints.answer_within
    yield RouteStep(
        say("We answer"),
        Piece(),
        (answer_time_fact(context, answer),) if answer else (),
        "" if answer else say("No time limit for the answer is stated here."),
    )
    if complaints.appeal:
        yield _appeal(context, say("If you do not agree with our answer"), complaints.appeal)
    elif not complaints.further:
        silence = say("It is not stated here who reviews our answer.")
        yield RouteStep(say("If you do not agree with our answer"), Piece(), (), silence)
    for one in complaints.further:
        name = context.reader.bare(one.body)
        yield _appeal(context, say("Who else can help: {body}", body=name), one)


def _appeal(context: Context, title: str, appeal: Appeal) -> RouteStep:
    body = Fact(context.say("Turn to"), (Link(context.line(appeal.body), appeal.url),))
    until = (_time_limit(context, appeal.within),) if appeal.within else ()
    law = (Fact(context.say("Legal basis"), source_links(context, (appeal.law,))),) if appeal.law else ()
    facts = (body, *contact_facts(context, appeal.contact), *until, *law)
    return RouteStep(title, context.block(appeal.text), facts)


def _time_limit(context: Context, within: TimeLimit) -> Fact:
    return Fact(context.say("Your time limit"), (Link(time_limit(context, within)),))
