"""The words that a change is about: those that were voted on, or their translations where every one has its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from charterkit.rules.releases.change import Change, Records
from charterkit.rules.releases.effects import Effect
from charterkit.rules.releases.tree import is_text
from charterkit.site.pieces import Reader
from charterkit.site.releases.wordings import Wording, kept, wording
from charterkit.text import Text

# What a record says first: the words that a council votes on.
_SAID_FIRST: Final[Mapping[str, str]] = {
    "commitment": "promise",
    "standard": "statement",
    "indicator": "definition",
}
# What the items of lists are known by in the way to a field.
_NAMES: Final = ("id", "charter", "indicator", "from")
_Words = Mapping[str, str]


def wordings(change: Change, before: Records, after: Records, reader: Reader) -> Iterator[Wording]:
    """A text before and after in each language in which it is there, word by word."""
    if not change.field and change.effect is Effect.CHANGED:
        # What such a record says otherwise than the one in whose place it came is told field by field.
        return
    field = change.field.rpartition("/")[2] or _SAID_FIRST.get(change.kind, "")
    sealed = [_text(value, field, whole=not change.field) for value in (change.before, change.after)]
    records = [one.get(change.subject) for one in (before, after)]
    sides = _translated(sealed, records, change.field or field, reader.lang) or sealed
    for lang in dict.fromkeys((*sides[0], *sides[1])):
        found = wording(lang, field, sides[0].get(lang, ""), sides[1].get(lang, ""), reader.words)
        if found.is_changed:
            yield found


def quote(text: _Words, reader: Reader) -> tuple[str, tuple[Wording, ...]]:
    """A text for the middle of a sentence where it is there in the reader's language, else to be quoted below it."""
    phrase = Text.of(text).read(reader.lang, reader.order)
    if not phrase.words or not phrase.is_fallback:
        return reader.plain(Text.of(text)), ()
    return "", (kept(phrase.lang, phrase.words, reader.words),)


def _translated(sealed: Sequence[_Words], records: Sequence[Any], place: str, lang: str) -> list[_Words]:
    """Both sides in a language, where every text that was voted on has a translation that differs too."""
    found = [
        _words_at(record, place, side).get(lang, "") for record, side in zip(records, sealed, strict=True)
    ]
    if any(lang in side for side in sealed) or found[0] == found[1]:
        return []
    if any(side and not words for side, words in zip(sealed, found, strict=True)):
        return []
    return [{lang: words} if side else {} for side, words in zip(sealed, found, strict=True)]


def _words_at(record: Any, place: str, side: _Words) -> _Words:
    """The text in all languages that says at this place what was sealed; nothing where there is none."""
    found = _reached(record, place.split("/"))
    return next((one for one in found if side.items() <= one.items()), {}) if side else {}


def _reached(value: Any, steps: Sequence[str]) -> Iterator[_Words]:
    """Every text at a place: an item that has no name may stand elsewhere in the other list."""
    if not steps:
        if isinstance(value, Mapping):
            yield value
    elif isinstance(value, Mapping):
        yield from _reached(value.get(steps[0]), steps[1:])
    elif isinstance(value, list):
        named = [one for one in value if _is_called(one, steps[0])]
        for one in named or value:
            yield from _reached(one, steps[1:])


def _is_called(item: Any, name: str) -> bool:
    return isinstance(item, Mapping) and name in (item.get(key) for key in _NAMES)


def _text(value: Any, field: str, whole: bool) -> _Words:
    """The text that a change is about: the field itself, or of a whole record what it says first."""
    found = value.get(field) if whole and isinstance(value, Mapping) else value
    return dict(found) if isinstance(found, Mapping) and is_text((field,), found) else {}
