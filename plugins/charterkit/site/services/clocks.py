"""How a record's time is counted, in a reader's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import time
from typing import Final

from charterkit.model.standard import Clock
from charterkit.rules.deadlines import cut_off
from charterkit.rules.hours import clock_time
from charterkit.rules.workdays import WorkCalendar
from charterkit.site.context import Context, Fact, Link
from charterkit.strings import mark

_COUNTING: Final[Mapping[str, str]] = {
    "next_day": mark("The day of receipt, or of the event, does not count."),
    "same_day": mark("The day of receipt, or of the event, counts as the first day."),
}
_ENDS_ON: Final[Mapping[str, str]] = {
    "any_day": mark("The time may also end on a free day."),
    "working_day": mark("If the last day is free, the time ends on the next working day."),
}


def clock_facts(context: Context, clock: Clock, *, in_working_days: bool = False) -> tuple[Fact, ...]:
    """When the time starts, stops and pauses, by which days it is counted, and what comes too late in the day.

    `in_working_days` says that the time is counted in working days, also where no calendar is at hand that tells them.
    """
    return (*_in_words(context, clock), *_by_rule(context, clock, in_working_days))


def late_sentence(context: Context, latest: time, with_calendar: bool) -> str:
    """What becomes of a request that arrives after the cut-off."""
    at = context.reader.words.time(latest)
    if with_calendar:
        return context.say("What arrives after {time} counts as received on the next working day.", time=at)
    return context.say("What arrives after {time} counts as received on the next day.", time=at)


def _in_words(context: Context, clock: Clock) -> Iterator[Fact]:
    say = context.say
    texts = (
        (say("Counting starts"), clock.starts),
        (say("Counting ends"), clock.stops),
        (say("Counting pauses"), clock.pauses),
    )
    return (Fact(term, (Link(context.block(text)),)) for term, text in texts if text)


def _by_rule(context: Context, clock: Clock, in_working_days: bool) -> Iterator[Fact]:
    say = context.say
    if clock.counting in _COUNTING:
        yield Fact(say("First day"), (Link(say(_COUNTING[clock.counting])),))
    if clock.ends_on in _ENDS_ON:
        yield Fact(say("Last day"), (Link(say(_ENDS_ON[clock.ends_on])),))
    record = context.publication.calendars.get(clock.calendar)
    if record is not None:
        latest = cut_off(clock, WorkCalendar(record))
    else:
        latest = clock_time(clock.cut_off) if clock.cut_off else None
    with_calendar = record is not None or in_working_days
    if latest is not None:
        yield Fact(say("Time of day"), (Link(late_sentence(context, latest, with_calendar)),))
    if record is not None:
        yield Fact(say("Working days"), (context.calendar_link(record.id),))
