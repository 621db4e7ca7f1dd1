"""A letter to each body that has to publish something: what, by when, and where it is to be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from charterkit.exports.due import Agenda
from charterkit.exports.due_row import DueRow, due_row
from charterkit.model.common import NO_CONTACT
from charterkit.rules.due import Duty, DutyState
from charterkit.rules.quality.plan import ActionStanding
from charterkit.site.results.duty_words import DutyWords
from charterkit.strings import Words, mark

_BETWEEN = "-" * 72


class _About(StrEnum):
    """What a letter is about: what weighs most of what it tells."""

    FIGURES = "figures"
    BOTH = "both"
    ACTIONS = "actions"
    DATES = "dates"


_SUBJECTS: Final[Mapping[_About, str]] = {
    _About.FIGURES: mark("Figures to publish: {body} (as of {day})"),
    _About.BOTH: mark("Figures to publish and overdue actions: {body} (as of {day})"),
    _About.ACTIONS: mark("Overdue actions: {body} (as of {day})"),
    _About.DATES: mark("Dates to remember: {body} (as of {day})"),
}
_OPENINGS: Final[Mapping[_About, str]] = {
    _About.FIGURES: mark(
        "This letter says which figures you have to publish, and by when. Body: {body}. As of {day}."
    ),
    _About.BOTH: mark(
        "This letter says which figures you have to publish by when, and which of your actions are overdue. "
        "Body: {body}. As of {day}."
    ),
    _About.ACTIONS: mark("This letter says which of your actions are overdue. Body: {body}. As of {day}."),
    _About.DATES: mark("This letter reminds you of dates. Body: {body}. As of {day}."),
}


@dataclass(frozen=True, slots=True)
class Mail:
    """A letter: the addresses that are known of those who owe something, what it is about, and what it says."""

    body: str
    to: tuple[str, ...]
    subject: str
    text: str


def mails(found: Agenda, told: DutyWords) -> tuple[Mail, ...]:
    """A letter to each body of which something is overdue, due soon or to be called to mind."""
    own = (found.of(body) for body in found.bodies)
    return tuple(_mail(one, told) for one in own if one.appointments or one.actions or _urgent(one))


def as_mail(letters: Iterable[Mail], told: DutyWords) -> str:
    """Letters to be copied into a mail program, one below the other; a sentence where there is none."""
    words = told.reader.words
    texts = []
    for one in letters:
        head = [words.say("To: {addresses}", addresses=", ".join(one.to))] if one.to else []
        head.append(words.say("Subject: {subject}", subject=one.subject))
        texts.append("\n".join((*head, "", one.text)))
    return f"\n{_BETWEEN}\n".join(texts) or words.say("Nothing is due.") + "\n"


def _urgent(found: Agenda) -> tuple[Duty, ...]:
    return tuple(one for one in found.duties if one.state is not DutyState.COMING)


def _about(found: Agenda) -> _About:
    if _urgent(found):
        return _About.BOTH if found.actions else _About.FIGURES
    return _About.ACTIONS if found.actions else _About.DATES


def _mail(found: Agenda, told: DutyWords) -> Mail:
    words, (body,) = told.reader.words, found.bodies
    day, name = words.day(found.today), told.body(body)
    subject = words.say(_SUBJECTS[_about(found)], day=day, body=name)
    return Mail(
        body, _addresses(found, body, told), subject, "\n\n".join(_paragraphs(found, told, name)) + "\n"
    )


def _addresses(found: Agenda, body: str, told: DutyWords) -> tuple[str, ...]:
    known = found.publication.bodies.get(body)
    own = known.contact if known is not None else NO_CONTACT
    emails = [one.owner.contact.email for one in _urgent(found)]
    emails += [told.contact_of(one.action).email for one in found.actions]
    emails = emails or [own.email]
    return tuple(dict.fromkeys(email for email in emails if email))


def _paragraphs(found: Agenda, told: DutyWords, name: str) -> Iterator[str]:
    words = told.reader.words
    urgent = _urgent(found)
    late = [one for one in urgent if one.state is DutyState.OVERDUE]
    soon = [one for one in urgent if one.state is DutyState.DUE]
    yield words.say("Dear colleagues,")
    yield words.say(_OPENINGS[_about(found)], body=name, day=words.day(found.today))
    if late:
        yield words.say("These figures are overdue. The public pages say so too.")
        yield from (_figure(number, one, found, told) for number, one in enumerate(late, start=1))
    if soon:
        yield words.say("These figures are due next.")
        yield from (_figure(number, one, found, told) for number, one in enumerate(soon, len(late) + 1))
    if urgent:
        yield words.say(
            "Please write each figure in its line and save the file. If there is no figure, write "
            "{state} in the column {column} (add the column if it is missing), and give the reason "
            "in the file of texts beside it.",
            state="missing",
            column="state",
        )
        yield words.say(
            "In the column {column}, write the day on which you publish the figure, like this: {day} (add the "
            "column if it is missing).",
            column="released",
            day=found.today.isoformat(),
        )
    yield from _actions(found, told)
    if found.appointments:
        yield words.say("Please remember these dates too.")
        yield from (f"{told.occasion(one)}\n   {told.appointed(one)}" for one in found.appointments)
    yield words.say("Thank you for your work.")
    yield told.line(found.publication.publisher.name)


def _figure(number: int, one: Duty, found: Agenda, told: DutyWords) -> str:
    words, row = told.reader.words, due_row(one, found.publication)
    lines = [f"{number}. {told.name(one)}", words.say("Period: {period}", period=words.period(one.period))]
    lines.append(told.when(one))
    if one.owner.role:
        lines.append(words.say("Responsible: {role}", role=told.line(one.owner.role)))
    if one.promises:
        lines.append(words.say("Promises waiting for it: {promises}", promises="; ".join(told.promises(one))))
    lines += where(row, words)
    return "\n   ".join(lines)


def _actions(found: Agenda, told: DutyWords) -> Iterator[str]:
    """The actions that are overdue, and what to do about it; nothing where there is none."""
    if not found.actions:
        return
    words = told.reader.words
    yield words.say("These actions of the improvement plan are overdue. The public pages say so too.")
    yield from (_action(one, told) for one in found.actions)
    yield words.say(
        "Please write into the file of each action where it stands: its state, and a reason where it takes longer."
    )


def _action(one: ActionStanding, told: DutyWords) -> str:
    words, action = told.reader.words, one.action
    lines = [told.line(action.title), told.late_action(one)]
    if action.owner.role:
        lines.append(words.say("Responsible: {role}", role=told.line(action.owner.role)))
    lines.append(words.say("File: {file}", file=action.file))
    return "\n   ".join(lines)


def where(row: DueRow, words: Words) -> Iterator[str]:
    """The file, and the line to fill in or to add, below the names of its columns."""
    yield words.say("File: {file}", file=row.file)
    if row.line:
        yield words.say("Line to fill in: {line}", line=row.line)
        return
    if row.adds:
        yield words.say("Column to add first: {column}", column=row.adds)
    yield words.say("Columns: {columns}", columns=row.columns)
    yield words.say("Line to add: {row}", row=row.row)
