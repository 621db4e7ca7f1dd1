"""The days on which a body has to publish something, as a calendar file (iCalendar, RFC 5545) for its staff."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from typing import Final

from charterkit.exports.download import Download
from charterkit.exports.due import Agenda, agenda
from charterkit.exports.due_mail import where
from charterkit.exports.due_row import due_row
from charterkit.exports.ics_file import calendar, component, moment, text, whole_day
from charterkit.rules.appointments import Appointment, Occasion
from charterkit.rules.due import Duty, DutyState
from charterkit.rules.standing import Standing
from charterkit.site.addresses import due_file
from charterkit.site.pieces import reader
from charterkit.site.results.duty_words import DutyWords

# A calendar is taken along for a year, and reminds a week before.
_AHEAD: Final = 366
_NOTICE: Final = "TRIGGER:-P7D"


def due_calendars(standing: Standing) -> Iterator[Download]:
    """A calendar file of every body that has something to publish, with the terms of the coming year."""
    found = agenda(standing, _AHEAD)
    for body in dict.fromkeys(duty.body for duty in found.duties):
        yield Download(due_file(body), partial(_of_body, found.of(body)))


def _of_body(found: Agenda, lang: str) -> bytes:
    order = found.publication.publisher.reading_order
    return due_calendar(found, DutyWords(reader(lang, order), found.publication))


def due_calendar(found: Agenda, told: DutyWords) -> bytes:
    """The terms as events that last a day, with a reminder of those that are still to come.

    The day of the agenda stands in for the moment of writing: the same records and day give the same bytes.
    """
    bodies = ", ".join(told.body(body) for body in found.bodies)
    name = told.reader.words.say("Figures to publish: {body}", body=bodies)
    figures = (_figure(duty, found, told) for duty in found.duties)
    others = (one for one in found.appointments if one.occasion is not Occasion.ACTION)
    return calendar(name, (*figures, *(_appointment(one, found.today, told) for one in others)))


def _figure(duty: Duty, found: Agenda, told: DutyWords) -> str:
    words, row = told.reader.words, due_row(duty, found.publication)
    # The same figure is the same event, in whatever language and on whatever day the file is made.
    part = "".join(f".{name}={value}" for name, value in duty.slice)
    uid = f"{duty.period.label}.{duty.indicator.id}{part}@due.{duty.body}.charterkit"
    title = words.say("To publish: {name}, {period}", name=told.name(duty), period=words.period(duty.period))
    category = words.say("Overdue") if duty.overdue_since else words.say("Figure due")
    lines = [told.when(duty)]
    if duty.promises:
        promises = "; ".join(told.promises(duty))
        lines.append(words.say("Promises waiting for it: {promises}", promises=promises))
    lines += where(row, words)
    about = ("\n".join(lines),)
    reminds = duty.state is not DutyState.OVERDUE
    return _event(_Term(uid, duty.due, title, category), found.today, about, reminds=reminds)


def _appointment(one: Appointment, today: date, told: DutyWords) -> str:
    uid = f"{one.day.isoformat()}.{one.occasion}.{one.record}@due.{one.body}.charterkit"
    term = _Term(uid, one.day, told.occasion(one), told.reader.words.say("Other dates"))
    return _event(term, today, reminds=not one.is_past)


@dataclass(frozen=True, slots=True)
class _Term:
    """A day on which something is due."""

    uid: str
    day: date
    title: str
    category: str


def _event(term: _Term, today: date, about: tuple[str, ...] = (), *, reminds: bool) -> str:
    """A term as an event; a day without an end lasts until its own end."""
    return component(
        "VEVENT",
        text("SUMMARY", term.title),
        whole_day("DTSTART", term.day),
        moment("DTSTAMP", datetime.combine(today, time(0))),
        text("UID", term.uid),
        text("CATEGORIES", term.category),
        *(text("DESCRIPTION", one) for one in about),
        "TRANSP:TRANSPARENT",
        *((_alarm(term.title),) if reminds else ()),
    )


def _alarm(title: str) -> str:
    return component("VALARM", "ACTION:DISPLAY", text("DESCRIPTION", title), _NOTICE)
