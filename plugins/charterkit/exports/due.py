"""What every body has to publish by when, and which of its actions are overdue, as text to be read and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from charterkit.exports.due_row import due_row
from charterkit.model.publication import Publication
from charterkit.rules.appointments import Appointment, appointments
from charterkit.rules.due import Duty, DutyState, duties
from charterkit.rules.quality.plan import ActionStanding, plan
from charterkit.rules.standing import Standing
from charterkit.site.results.duty_words import DutyWords

_Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is to be done from a day on, looking so many days ahead; of all bodies, or of one.

    `actions` are those of the improvement plan that are overdue.
    """

    publication: Publication
    today: date
    days: int
    duties: tuple[Duty, ...]
    appointments: tuple[Appointment, ...]
    actions: tuple[ActionStanding, ...] = ()

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies that have something to do, in the order of the publisher's file."""
        busy = {one.body for one in self.duties} | {one.body for one in self.appointments}
        busy |= {one.action.owner.body for one in self.actions}
        known = [id for id in self.publication.bodies if id in busy]
        return (*known, *sorted(busy.difference(known)))

    def of(self, body: str) -> Agenda:
        """That of one body."""
        return Agenda(
            self.publication,
            self.today,
            self.days,
            tuple(one for one in self.duties if one.body == body),
            tuple(one for one in self.appointments if one.body == body),
            tuple(one for one in self.actions if one.action.owner.body == body),
        )


def agenda(standing: Standing, days: int) -> Agenda:
    """The agenda of all bodies."""
    found = duties(standing, days), appointments(standing, days)
    return Agenda(standing.publication, standing.today, days, *found, plan(standing).overdue)


def as_text(found: Agenda, told: DutyWords) -> str:
    """To be read: first what is overdue, then body by body what comes when, then other dates."""
    words = told.reader.words
    late = [one for one in found.duties if one.state is DutyState.OVERDUE]
    blocks = [words.say("As of {day}", day=words.day(found.today))]
    if late:
        blocks.append(_block(words.say("Overdue"), _late_lines(late, found.publication, told)))
    if found.actions:
        lines = _aligned(_late_action(one, told) for one in found.actions)
        blocks.append(_block(words.say("Overdue actions"), lines))
    for body in found.bodies:
        coming = [one for one in found.of(body).duties if one.state is not DutyState.OVERDUE]
        if coming:
            blocks.append(_block(told.body(body), _aligned(_coming(one, told) for one in coming)))
    past = [one for one in found.appointments if one.is_past]
    ahead = [one for one in found.appointments if not one.is_past]
    for title, dates in ((words.say("Planned earlier"), past), (words.say("Other dates"), ahead)):
        if dates:
            blocks.append(_block(title, _aligned(_appointed(one, told) for one in dates)))
    if len(blocks) == 1:
        blocks.append(words.say("Nothing is due."))
    return "\n\n".join(blocks) + "\n"


def _block(title: str, lines: Iterable[str]) -> str:
    return "\n".join((title, *(f"  {line}" for line in lines)))


def _late_lines(late: list[Duty], publication: Publication, told: DutyWords) -> Iterator[str]:
    """Two lines a figure: since when which one, and below it who owes it and where it is to be written."""
    words = told.reader.words
    lines = _aligned(
        (
            words.say("since {day}", day=words.short_day(one.overdue_since or one.due)),
            words.short_period(one.period),
            f"{told.name(one)} ({one.indicator.id})",
        )
        for one in late
    )
    for one, line in zip(late, lines, strict=True):
        row = due_row(one, publication)
        yield line
        yield f"    {told.body(one.body)} · {row.file}: {row.row}"


def _coming(one: Duty, told: DutyWords) -> _Cells:
    words = told.reader.words
    name = f"{told.name(one)} ({one.indicator.id})"
    if one.is_provisional:
        name = words.say("{name}, the final figure", name=name)
    return words.short_day(one.due), words.short_period(one.period), name


def _late_action(one: ActionStanding, told: DutyWords) -> _Cells:
    words, action = told.reader.words, one.action
    since = words.say("since {day}", day=words.short_day(one.overdue_since or action.due))
    return since, told.body(action.owner.body), f"{told.line(action.title)} ({action.id})"


def _appointed(one: Appointment, told: DutyWords) -> _Cells:
    return told.reader.words.short_day(one.day), told.body(one.body), told.occasion(one)


def _aligned(rows: Iterable[_Cells]) -> list[str]:
    """The rows with every column as wide as its longest cell; the last one is as long as it likes."""
    table = list(rows)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]


def as_json(found: Agenda, told: DutyWords) -> str:
    """The same for programs: words in the reader's language, everything else the same in all."""
    facts = {
        "date": found.today.isoformat(),
        "days": found.days,
        "duties": [_duty(one, found.publication, told) for one in found.duties],
        "appointments": [_appointment(one, told) for one in found.appointments],
        "overdue_actions": [_action(one, told) for one in found.actions],
    }
    return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def _duty(one: Duty, publication: Publication, told: DutyWords) -> dict[str, object]:
    row, contact = due_row(one, publication), one.owner.contact
    return {
        "indicator": one.indicator.id,
        "title": told.line(one.indicator.title),
        "slice": dict(one.slice),
        "period": one.period.label,
        "period_starts": one.period.start.isoformat(),
        "period_ends": one.period.end.isoformat(),
        "due": one.due.isoformat(),
        "state": one.state.value,
        "overdue_since": one.overdue_since.isoformat() if one.overdue_since else None,
        "provisional": one.is_provisional,
        "body": one.body,
        "role": told.line(one.owner.role),
        "email": contact.email,
        "phone": contact.phone,
        "promises": list(one.promises),
        "file": row.file,
        "columns": row.columns,
        "row": row.row,
        "line": row.line or None,
        "new_column": row.adds or None,
    }


def _action(one: ActionStanding, told: DutyWords) -> dict[str, object]:
    action, contact = one.action, told.contact_of(one.action)
    return {
        "action": action.id,
        "title": told.line(action.title),
        "start": action.start.isoformat(),
        "due": action.due.isoformat(),
        "late": one.late.value if one.late else None,
        "overdue_since": one.overdue_since.isoformat() if one.overdue_since else None,
        "body": action.owner.body,
        "role": told.line(action.owner.role),
        "email": contact.email,
        "phone": contact.phone,
        "file": action.file,
    }


def _appointment(one: Appointment, told: DutyWords) -> dict[str, object]:
    return {
        "occasion": one.occasion.value,
        "record": one.record,
        "day": one.day.isoformat(),
        "past": one.is_past,
        "body": one.body,
        "says": told.occasion(one),
    }
