"""The days on which a body has to publish something, as a calendar file (iCalendar, RFC 5545) for its staff."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Final

from icalendar import Alarm, Calendar, Event

from charterkit.exports.download import Download
from charterkit.exports.due import Agenda, agenda
from charterkit.exports.due_mail import where
from charterkit.exports.due_row import due_row
from charterkit.rules.appointments import Appointment, Occasion
from charterkit.rules.due import Duty, DutyState
from charterkit.rules.standing import Standing
from charterkit.site.addresses import due_file
from charterkit.site.pieces import reader
from charterkit.site.results.duty_words import DutyWords

# A calendar is taken along for a year, and reminds a week before.
_AHEAD: Final = 366
_NOTICE: Final = timedelta(days=-7)


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

    Actions have no place in it: their days stand in the plan. The day of the agenda stands in for the moment of
    writing: the same records and day give the same bytes.
    """
    words, found = told.reader.words, replace(found, actions=())
    calendar = Calendar()
    calendar.add("prodid", "-//charterkit//charterkit//EN")
    calendar.add("version", "2.0")
    bodies = ", ".join(told.body(body) for body in found.bodies)
    calendar.add("x-wr-calname", words.say("Figures to publish: {body}", body=bodies))
    for duty in found.duties:
        calendar.add_component(_figure(duty, found, told))
    for one in found.appointments:
        if one.occasion is not Occasion.ACTION:
            calendar.add_component(_appointment(one, found.today, told))
    return bytes(calendar.to_ical())


def _figure(duty: Duty, found: Agenda, told: DutyWords) -> Event:
    words, row = told.reader.words, due_row(duty, found.publication)
    # The same figure is the same event, in whatever language and on whatever day the file is made.
    part = "".join(f".{name}={value}" for name, value in duty.slice)
    uid = f"{duty.period.label}.{duty.indicator.id}{part}@due.{duty.body}.charterkit"
    title = words.say("To publish: {name}, {period}", name=told.name(duty), period=words.period(duty.period))
    event = _event(uid, duty.due, found.today, title)
    event.add("categories", [words.say("Overdue") if duty.overdue_since else words.say("Figure due")])
    lines = [told.when(duty)]
    if duty.promises:
        promises = "; ".join(told.promises(duty))
        lines.append(words.say("Promises waiting for it: {promises}", promises=promises))
    lines += where(row, words)
    event.add("description", "\n".join(lines))
    if duty.state is not DutyState.OVERDUE:
        event.add_component(_alarm(title))
    return event


def _appointment(one: Appointment, today: date, told: DutyWords) -> Event:
    title = told.occasion(one)
    uid = f"{one.day.isoformat()}.{one.occasion}.{one.record}@due.{one.body}.charterkit"
    event = _event(uid, one.day, today, title)
    event.add("categories", [told.reader.words.say("Other dates")])
    if not one.is_past:
        event.add_component(_alarm(title))
    return event


def _event(uid: str, day: date, today: date, title: str) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.combine(today, time(0), UTC))
    # A day without an end lasts until its own end.
    event.add("dtstart", day)
    event.add("transp", "TRANSPARENT")
    event.add("summary", title)
    return event


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", _NOTICE)
    return alarm
