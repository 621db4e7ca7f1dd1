"""The published figures for programs: stable English keys, exact numbers (docs/handbook/results-format.md)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from charterkit.exports.exact import plain
from charterkit.exports.figures_model import (
    FigureLine,
    FigureTable,
    Header,
    PromiseVerdict,
    PublishedRange,
    PublishedValue,
    Replaced,
    Value,
)
from charterkit.exports.status import StatusLine
from charterkit.model.result import Count

FORMAT: Final = "charterkit-results/1"
_NUMBER: Final = re.compile(r'"\\u0000(-?[0-9]+(?:\.[0-9]+)?)\\u0000"')

Json = None | str | bool | int | Decimal | Sequence["Json"] | Mapping[str, "Json"]


def json_bytes(header: Header, tables: Iterable[FigureTable], promises: Iterable[StatusLine] | None) -> bytes:
    """The figures of these indicators, and how every promise stands where that is asked for."""
    facts: dict[str, Json] = {
        "format": FORMAT,
        "language": header.lang,
        "as_of": header.today.isoformat(),
        "publisher": header.publisher,
        "demonstration": header.demonstration,
        "licence": {"id": header.licence, "url": header.licence_url or None} if header.licence else None,
    }
    parts = [f"  {json.dumps(key)}: {written(value)}" for key, value in facts.items()]
    parts.append('  "indicators": [\n' + ",\n".join(map(_indicator_lines, tables)) + "\n  ]")
    if promises is not None:
        parts.append(f'  "promises": {_listed(map(_promise, promises), "  ")}')
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def written(facts: Json) -> str:
    """A value as JSON on one line; decimals keep every digit, which the library would put through a float."""
    return _NUMBER.sub(r"\1", json.dumps(facts, ensure_ascii=False, default=_marked))


def _marked(number: object) -> str:
    # No text can hold this sign, nor forge how it is written.
    assert isinstance(number, Decimal)
    return f"\x00{plain(number)}\x00"


def _listed(values: Iterable[Json], indent: str) -> str:
    """A list with a line for each of its values, so that two editions of a file can be compared."""
    lines = [f"{indent}  {written(value)}" for value in values]
    return "[\n" + ",\n".join(lines) + f"\n{indent}]" if lines else "[]"


def _indicator_lines(table: FigureTable) -> str:
    head = written(_indicator(table))[:-1]
    return f'    {head}, "figures": {_listed(map(_figure, table.lines), "    ")}}}'


def _indicator(table: FigureTable) -> dict[str, Json]:
    one = table.indicator
    return {
        "id": one.id,
        "title": table.title,
        "definition": table.definition or None,
        "numerator": table.numerator or None,
        "denominator": table.denominator or None,
        "limitations": table.limitations or None,
        "type": one.type.value,
        "unit": one.unit,
        "unit_name": table.unit,
        "direction": one.direction.value,
        "frequency": one.frequency.value,
        "owner": {"body": one.owner.body, "name": table.body, "role": table.role or None},
        "page": f"results/{one.id}/",
        "record": f"methodology/{one.id}/",
        "breaks": [{"from": since.isoformat(), "reason": reason or None} for since, reason in table.breaks],
    }


def _figure(line: FigureLine) -> dict[str, Json]:
    words = line.words
    return {
        "period": line.period.label,
        "start": line.period.start.isoformat(),
        "end": line.period.end.isoformat(),
        "slice": dict(line.part),
        **_value(line.value),
        "numerator": _count(line.numerator),
        "denominator": _count(line.denominator),
        "n": _count(line.n),
        "range": _range(line.range),
        "state": line.state,
        "published": _day(line.published),
        "replaced": [_replaced(one) for one in line.replaced],
        "break_on": _day(line.break_on),
        "verdicts": [_verdict(one) for one in line.verdicts],
        "reason": words.reason or None,
        "cause": words.cause or None,
        "action": words.action or None,
        "action_by": _day(words.action_by),
        "note": words.note or None,
        "source": words.source or None,
        "stated": words.stated or None,
    }


def _value(value: PublishedValue | None) -> dict[str, Json]:
    if value is None:
        return {"value": None, "value_exact": None, "bound": None}
    return {"value": _plain(value.value), "value_exact": value.exact or None, "bound": value.bound.value}


def _range(found: PublishedRange | None) -> dict[str, Json] | None:
    return {"low": found.low, "high": found.high, "level": found.level} if found else None


def _replaced(one: Replaced) -> dict[str, Json]:
    return {**_value(one.value), "published": _day(one.published)}


def _verdict(one: PromiseVerdict) -> dict[str, Json]:
    target = one.target
    told: dict[str, Json] | None = None
    if target is not None:
        limit, upper = _plain(target.limit), target.upper
        told = {"words": target.words, "form": target.form, "limit": limit, "upper": upper}
    return {
        "promise": one.promise,
        "title": one.title,
        "target": told,
        "status": one.status or None,
        "status_word": one.word or None,
    }


def _promise(line: StatusLine) -> dict[str, Json]:
    return {
        "promise": line.commitment,
        "number": line.number,
        "title": line.promise,
        "promise_status": line.promise_status,
        "indicator": line.indicator or None,
        "slice": line.slice or None,
        "period": line.period or None,
        "target": line.target or None,
        "result": line.result or None,
        "status": line.status or None,
        "why": line.why,
    }


def _count(count: Count | None) -> Json:
    """A count as a number; one that is a bound as text with its sign, so that nobody calculates with it."""
    if count is None:
        return None
    return f"{count.bound.sign}{plain(count.value)}" if count.bound.sign else count.value


def _plain(value: Value | None) -> Json:
    return value.isoformat() if isinstance(value, date) else value


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
