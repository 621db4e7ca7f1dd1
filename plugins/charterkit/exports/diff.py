"""What changed between two releases: as text to be read, as JSON for programs, and as a page by itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any, Final

from charterkit.data.content import number
from charterkit.model.requirement import (
    Answer,
    AtOnce,
    BetterThan,
    ByDay,
    InWords,
    Limit,
    Norm,
    Requirement,
    Span,
)
from charterkit.richtext.signs import writable
from charterkit.rules.releases.in_time import Stretch
from charterkit.rules.releases.noise import needed
from charterkit.rules.releases.sides import Comparison, Side
from charterkit.rules.releases.strictness import Demand
from charterkit.site.releases.change_words import ChangeWords, Told
from charterkit.site.releases.diff_page import heading
from charterkit.site.releases.field_names import kinds_name
from charterkit.site.releases.tally import renumbered, tally
from charterkit.site.releases.wordings import legend

FORMAT: Final = "charterkit-diff/1"


def as_text(found: Comparison, told: ChangeWords) -> str:
    """To be read: item by item, what changed in it."""
    words = told.figures.reader.words
    lines = [_line(one) for one in heading(found, told)]
    if not found.changes:
        return "\n".join([*lines, "", words.say("Nothing changed.")]) + "\n"
    shown = needed(found.changes, found.after.records)
    lines += ["", *tally(shown.told, words)]
    last = renumbered(shown.renumbered, told)
    texts = [told.told(one) for one in shown.told]
    if any(wording.is_changed for one in texts for wording in one.wordings):
        lines += ["", legend(words)]
    for kind, several in groupby(texts, key=lambda one: one.change.kind):
        lines += ["", f"== {kinds_name(kind, words)} =="]
        for _, group in groupby(several, key=lambda one: one.change.subject):
            lines += ["", *_item(tuple(group), told)]
    return "\n".join([*lines, *(["", _line(last)] if last else [])]) + "\n"


def _item(group: tuple[Told, ...], told: ChangeWords) -> Iterator[str]:
    first = group[0]
    yield _line(f"{told.names.name(first.change.subject)} ({first.kind})")
    for one in group:
        detail = told.figures.reader.bare(one.detail)
        place = ": ".join(part for part in (one.place, detail) if part)
        effects = ", ".join(one.effects)
        yield _line(f"  {place} – {effects}" if place else f"  {effects}")
        yield from (f"    {_line(sentence)}" for sentence in one.sentences)
        for wording in one.wordings:
            yield from (f"    {line}" for line in wording.marked())
            yield from ([f"    ({wording.note})"] if wording.note else [])
    if first.concerns:
        yield _line(f"  {first.concerns}")


def _line(text: str) -> str:
    """On one line and without signs that steer a terminal; blanks at the beginning stay."""
    indent = len(text) - len(text.lstrip(" "))
    return " " * indent + " ".join(writable(text).split())


def as_json(found: Comparison, told: ChangeWords) -> str:
    """The same for programs: words in the reader's language, everything else the same in all."""
    facts = {
        "format": FORMAT,
        "lang": told.figures.reader.words.lang,
        "before": _side(found.before),
        "after": _side(found.after),
        "since": _day(found.since),
        "changes": [_change(told.told(one)) for one in found.changes],
    }
    return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def _side(side: Side) -> dict[str, Any]:
    return {
        "charter": side.charter,
        "version": side.version or None,
        "digest": side.digest or None,
        "since": _day(side.since),
    }


def _change(told: Told) -> dict[str, Any]:
    one = told.change
    return {
        "kind": one.kind,
        "subject": one.subject,
        "number": one.number,
        "field": one.field,
        "effect": one.effect.value,
        "then": one.then.value if one.then else None,
        "related": list(one.related),
        "before": one.before,
        "after": one.after,
        "stretches": [_stretch(stretch) for stretch in one.stretches],
        "words": {"effect": ", ".join(told.effects), "place": told.place, "sentences": list(told.sentences)},
    }


def _stretch(one: Stretch) -> dict[str, Any]:
    return {
        "from": _day(one.since),
        "until": _day(one.until),
        "effect": one.effect.value if one.effect else None,
        "before": _demand(one.before),
        "after": _demand(one.after),
    }


def _demand(one: Demand | None) -> dict[str, Any] | None:
    """A demand as a record writes it, without the days on which it holds."""
    if one is None:
        return None
    beside: dict[str, Any] = {"per": one.per} if one.per else {}
    if isinstance(one, Norm):
        beside |= {"unit": one.unit} if one.unit else {}
        beside |= {"extension": {"at_most": number(one.extension.at_most)}} if one.extension else {}
    elif one.aim is not None:
        beside["aim"] = number(one.aim)
    return {**_form(one.requirement), **beside}


def _form(requirement: Requirement) -> dict[str, Any]:
    match requirement:
        case Limit(operator, value):
            return {operator.value: number(value)}
        case Span(low, high):
            return {"between": [number(low), number(high)]}
        case Answer(yes):
            return {"equals": "yes" if yes else "no"}
        case BetterThan(period):
            return {"better_than": period or "previous"}
        case ByDay(day):
            return {"by": f"{day.month:02}-{day.day:02}"}
        case AtOnce():
            return {"at_once": True}
        case InWords(words):
            return {"words": dict(words)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
