"""A programme as files: the replies and the deliverables as tables, and all of it for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final

from charterkit.exports.csv_file import csv_bytes
from charterkit.exports.download import Download
from charterkit.exports.sheets import Cell, Column, Number, Row, Sheet
from charterkit.richtext.signs import writable
from charterkit.rules.quality.progress import Item, Member, Progress, Said
from charterkit.site.context import Context
from charterkit.site.quality import programme_words as words_of
from charterkit.site.quality.programme_pages import programme_file
from charterkit.text import Text

if TYPE_CHECKING:
    from charterkit.site.render import Renderer

FORMAT: Final = "charterkit-programme/1"
_DEPTH: Final = 3


def programme_files(renderer: Renderer) -> Iterator[Download]:
    """The files of every programme."""
    for id in renderer.site.publication.programmes:
        for ending, make in FILES.items():
            yield Download(programme_file(id, ending), partial(_made, renderer, make, id))


def _made(renderer: Renderer, make: Callable[[Context, Progress], bytes], id: str, lang: str) -> bytes:
    return make(renderer.context(lang, _DEPTH), renderer.site.standing.programmes[id])


def _name(context: Context, text: Text) -> str:
    return writable(context.reader.bare(text))


def _body(context: Context, id: str) -> str:
    body = context.directory.bodies.get(id)
    return _name(context, body.name) if body else id


def _replies(context: Context, progress: Progress) -> bytes:
    say, options = context.say, progress.programme.options
    heads = (
        *(say("Body"), say("Level of government"), say("Answered on")),
        *(_name(context, one.title) for one in options),
        *(say("Wave"), say("Joined on"), say("Person to talk to"), say("Remark"), say("Code of the body")),
    )
    rows = tuple(_reply(context, progress, one) for one in progress.members)
    return csv_bytes(Sheet("replies", tuple(map(Column, heads)), rows), context.reader.lang)


def _reply(context: Context, progress: Progress, one: Member) -> Row:
    silent = one.choice.said is Said.SILENT
    answers: list[Cell] = [
        words_of.answer_word(context, Said.SILENT if silent else one.reply.to(option.id) or Said.UNCLEAR)
        for option in progress.programme.options
    ]
    return (
        _body(context, one.body),
        words_of.body_level(context, one.body),
        one.reply.answered,
        *answers,
        _name(context, one.wave.title) if one.wave else None,
        one.reply.joined,
        _name(context, one.reply.contact) or None,
        _name(context, one.reply.remark) or None,
        one.body,
    )


def _deliverables(context: Context, progress: Progress) -> bytes:
    say = context.say
    heads = (
        *(say("Body"), say("Wave"), say("Deliverable"), say("Last day"), say("Delivered on"), say("State")),
        *(
            say("Days late"),
            say("Reason"),
            say("Source"),
            say("Code of the body"),
            say("Code of where it stands"),
        ),
    )
    rows = tuple(_item(context, progress, one, item) for one in progress.joined for item in one.items)
    return csv_bytes(Sheet("deliverables", tuple(map(Column, heads)), rows), context.reader.lang)


def _item(context: Context, progress: Progress, one: Member, item: Item) -> Row:
    about = next(each for each in progress.programme.deliverables if each.id == item.deliverable)
    return (
        _body(context, one.body),
        _name(context, one.wave.title) if one.wave else None,
        _name(context, about.title),
        item.due,
        item.delivered,
        words_of.state_badge(context, item.state).word,
        Number(Decimal(item.days_late)),
        _name(context, item.told.reason) or None,
        item.told.source or None,
        one.body,
        item.state.value,
    )


def _json(context: Context, progress: Progress) -> bytes:
    programme, publisher = progress.programme, context.publication.publisher
    facts = {
        "format": FORMAT,
        "language": context.reader.lang,
        "as_of": progress.today.isoformat(),
        "publisher": _name(context, publisher.name),
        "demonstration": publisher.demonstration,
        "id": programme.id,
        "title": _name(context, programme.title),
        "invited": len(progress.members),
        "answered": len(progress.answered),
        "not_answered": len(progress.silent),
        "take_part": len(progress.joined),
        "waves": [
            {
                "id": wave.id,
                "title": _name(context, wave.title),
                "from": wave.since.isoformat(),
                "until": wave.until.isoformat(),
                "bodies": len(progress.of_wave(wave.id)),
            }
            for wave in programme.waves
        ],
        "bodies": [_member(context, one) for one in progress.members],
    }
    return (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode()


def _member(context: Context, one: Member) -> Mapping[str, object]:
    body = context.directory.bodies.get(one.body)
    return {
        "id": one.body,
        "name": _body(context, one.body),
        "level": body.level.value if body and body.level else None,
        "answered": _day(one.reply.answered),
        "has_answered": one.choice.said is not Said.SILENT,
        "answers": {option: answer.value for option, answer in one.reply.answers},
        "wave": one.wave.id if one.wave else None,
        "deliverables": [
            {
                "id": item.deliverable,
                "state": item.state.value,
                "due": _day(item.due),
                "delivered": _day(item.delivered),
                "days_late": item.days_late,
            }
            for item in one.items
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


# What a programme can be had as, by the ending of the file.
FILES: Final[Mapping[str, Callable[[Context, Progress], bytes]]] = {
    "replies.csv": _replies,
    "deliverables.csv": _deliverables,
    "json": _json,
}
