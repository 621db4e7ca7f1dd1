"""The improvement plan as files: CSV, a workbook and JSON, in the words of each language, with codes for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final

from charterkit.exports.csv_file import csv_bytes
from charterkit.exports.download import Download
from charterkit.exports.exact import plain
from charterkit.exports.sheets import Column, Number, Row, Sheet
from charterkit.exports.xlsx_file import Properties, xlsx_bytes
from charterkit.numbers import rounded
from charterkit.richtext.signs import writable
from charterkit.rules.quality.moved import MoveStanding
from charterkit.rules.quality.plan import ActionStanding, plan
from charterkit.rules.standing import Standing
from charterkit.rules.timeline import Outcome
from charterkit.site.pieces import Reader, reader
from charterkit.site.quality.looks import ACTION_LOOKS, MOVED_LOOKS, PRIORITIES
from charterkit.site.quality.taking import FILES
from charterkit.strings import mark

# Of a figure that needs more decimals than anybody reads.
_DECIMALS: Final = 4
_COLUMNS: Final = (
    mark("Action"),
    mark("Status"),
    mark("Responsible"),
    mark("Planned start"),
    mark("Deadline"),
    mark("Done on"),
    mark("Impact"),
    mark("Ease"),
    mark("Priority"),
    mark("Because of"),
    mark("Figure that must move"),
    mark("Period before"),
    mark("Figure before"),
    mark("Period that decides"),
    mark("Must reach"),
    mark("Deciding figure"),
    mark("Did it help?"),
    mark("Code of the action"),
    mark("Code of the status"),
    mark("Code of the body"),
    mark("Code of the indicator"),
    mark("Code of the verdict"),
)


def action_files(standing: Standing) -> Iterator[Download]:
    """All actions in each format; nothing where there is none."""
    if standing.publication.actions:
        for ending, make in _FORMATS.items():
            yield Download(f"{FILES}.{ending}", partial(make, standing))


def _csv(standing: Standing, lang: str) -> bytes:
    return csv_bytes(_sheet(standing, _reader(standing, lang)), lang)


def _xlsx(standing: Standing, lang: str) -> bytes:
    who = _reader(standing, lang)
    publisher = who.bare(standing.publication.publisher.name)
    sheet = _sheet(standing, who)
    return xlsx_bytes([sheet], Properties(sheet.name, publisher, standing.today))


def _json(standing: Standing, lang: str) -> bytes:
    who = _reader(standing, lang)
    publisher = standing.publication.publisher
    whole = {
        "publisher": writable(who.bare(publisher.name)),
        "licence": publisher.licence,
        "demonstration": publisher.demonstration,
        "language": lang,
        "as_of": standing.today.isoformat(),
        "actions": [_as_json(one, who) for one in plan(standing).actions.values()],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _reader(standing: Standing, lang: str) -> Reader:
    return reader(lang, standing.publication.publisher.reading_order)


def _sheet(standing: Standing, who: Reader) -> Sheet:
    say = who.words.say
    wide = {_COLUMNS[0], _COLUMNS[9]}
    columns = tuple(Column(say(one), wide=one in wide) for one in _COLUMNS)
    actions = plan(standing).actions.values()
    rows = (row for one in actions for row in _rows(one, standing, who))
    return Sheet(say("Improvement plan"), columns, tuple(rows))


def _rows(one: ActionStanding, standing: Standing, who: Reader) -> Iterator[Row]:
    """A row for each figure that must move, and one for an action that moves none."""
    action, state = one.action, _state(one)
    body = standing.publication.bodies.get(action.owner.body)
    words = (
        writable(who.bare(action.title)),
        who.words.say(ACTION_LOOKS[state][2]),
        writable(who.bare(body.name)) if body else action.owner.body,
        action.start,
        action.due,
        action.done,
        _number(action.impact),
        _number(action.ease),
        who.words.say(PRIORITIES[one.priority]),
        "; ".join(_causes(one)),
    )
    for move in one.moves or (None,):
        figures, codes = _figures(move, who)
        yield (*words, *figures, action.id, state, action.owner.body, *codes)


def _state(one: ActionStanding) -> str:
    return "late" if one.late else one.action.state.value


def _causes(one: ActionStanding) -> Iterator[str]:
    """The codes of what led to it: promises with their periods, surveys, self-assessments; texts are on the page."""
    for cause in one.action.because:
        if cause.commitment:
            yield f"{cause.commitment} {cause.period}"
        elif cause.survey or cause.assessment:
            yield f"{cause.survey or cause.assessment} {cause.item or cause.criterion}"
        else:
            yield "complaints" if cause.complaints else "other"


def _figures(move: MoveStanding | None, who: Reader) -> tuple[Row, tuple[str, str]]:
    if move is None:
        return (None,) * 7, ("", "")
    to = move.move.to
    cells = (
        writable(who.bare(move.indicator.title)),
        move.origin.label,
        _figure(move.before),
        move.by.label,
        Number(to) if to is not None else None,
        _figure(move.after),
        who.words.say(MOVED_LOOKS[move.verdict][2]),
    )
    return cells, (move.indicator.id, move.verdict.value)


def _figure(outcome: Outcome | None) -> Number | None:
    figure = outcome.figure if outcome is not None else None
    return Number(rounded(figure.value, max(figure.decimals, _DECIMALS))) if figure is not None else None


def _number(value: int) -> Number:
    return Number(rounded(value, 0))


def _as_json(one: ActionStanding, who: Reader) -> dict[str, object]:
    action = one.action
    return {
        "id": action.id,
        "title": writable(who.bare(action.title)),
        "text": writable(who.plain(action.text)),
        "state": action.state.value,
        "overdue": one.late.value if one.late else None,
        "body": action.owner.body,
        "start": action.start.isoformat(),
        "due": action.due.isoformat(),
        "done": action.done.isoformat() if action.done else None,
        "impact": action.impact,
        "ease": action.ease,
        "score": one.score,
        "because": list(_causes(one)),
        "goal": action.goal or None,
        "moves": [_move_as_json(move) for move in one.moves],
    }


def _move_as_json(move: MoveStanding) -> dict[str, object]:
    before, after = _figure(move.before), _figure(move.after)
    return {
        "indicator": move.indicator.id,
        "only": dict(move.move.only),
        "from": move.origin.label,
        "by": move.by.label,
        "to": plain(move.move.to) if move.move.to is not None else None,
        "before": plain(before.value) if before else None,
        "after": plain(after.value) if after else None,
        "verdict": move.verdict.value,
    }


_FORMATS: Final[Mapping[str, Callable[[Standing, str], bytes]]] = {"csv": _csv, "xlsx": _xlsx, "json": _json}
