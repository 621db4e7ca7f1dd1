"""Changes between two releases in a reader's words: one or two whole sentences each, and the wording word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from charterkit.data.reread import kind_of
from charterkit.rules.releases.change import Change, Records
from charterkit.rules.releases.effects import Effect
from charterkit.rules.releases.retrospect import Retrospect
from charterkit.rules.releases.tree import is_text
from charterkit.rules.releases.words_diff import Run, word_diff
from charterkit.site.releases.demand_words import DemandWords, figure_unit, unit_in
from charterkit.site.releases.field_names import effect_name, field_name, kind_name
from charterkit.site.releases.look_back import looking_back
from charterkit.site.releases.record_names import RecordNames, items, naming
from charterkit.site.results.figures import Figures
from charterkit.strings import mark
from charterkit.text import NO_TEXT, Text

# What a record says first: the words that a council votes on.
_SAID_FIRST: Final[Mapping[str, str]] = {
    "commitment": "promise",
    "standard": "statement",
    "indicator": "definition",
}
_WHOLE: Final[Mapping[tuple[str, Effect], str]] = {
    ("commitment", Effect.NEW): mark("This promise is new."),
    ("commitment", Effect.REMOVED): mark("This promise is dropped."),
    ("standard", Effect.NEW): mark("This standard is new."),
    ("standard", Effect.REMOVED): mark("This standard is dropped."),
    ("indicator", Effect.NEW): mark("This indicator is new."),
    ("indicator", Effect.REMOVED): mark("This indicator is dropped."),
}
_PART: Final[Mapping[Effect, str]] = {
    Effect.NEW: mark("This part is new."),
    Effect.REMOVED: mark("This part is dropped."),
    Effect.REWORDED: mark("The wording changes."),
    Effect.MOVED: mark("The order changes."),
    Effect.CLARIFIED: mark(
        "The body declares that only the wording becomes clearer and the meaning stays the same."
    ),
    Effect.MEASURE_CHANGED: mark(
        "What is measured changes. Figures from before and after cannot be compared."
    ),
}
_OF_WORDS: Final = frozenset({Effect.REWORDED, Effect.CLARIFIED, Effect.MEASURE_CHANGED})
_DESCENTS: Final[Mapping[Effect, str]] = {
    Effect.SPLIT: mark("It is split. Its parts: {names}."),
    Effect.MERGED: mark("These were merged into it: {names}."),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording before and after in one language, word by word."""

    lang: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A change as it is shown: `title` is the name of the record, `place` what changed in it (blank: all of it),
    `detail` the name of the item there, `effects` what it does, in words; `concerns` says which promises rest on the
    record, once for all of its changes."""

    change: Change
    kind: str
    title: Text
    place: str
    detail: Text
    effects: tuple[str, ...]
    sentences: tuple[str, ...]
    wordings: tuple[Wording, ...] = ()
    concerns: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class ChangeWords:
    """Tells the changes between two releases, of which it knows all records, to one reader.

    `look_back` finds what the last figures would have meant under new targets; None where nobody asks. `open` is the
    day from which targets and norms were compared where nobody knows yet from when the later text will hold.
    `translated` are today's names of the records in all languages (`titles`).
    """

    figures: Figures
    before: Records
    after: Records
    look_back: Callable[[Change], Retrospect | None] | None = None
    open: date | None = None
    translated: Mapping[str, Text] = field(default_factory=dict)

    @property
    def names(self) -> RecordNames:
        """What the records are called."""
        return RecordNames(self.figures, self.before, self.after, self.translated)

    def told(self, change: Change) -> Told:
        """One change."""
        words = self.figures.reader.words
        effects = [change.effect, *([change.then] if change.then else [])]
        return Told(
            change,
            kind_name(change.kind, words),
            self.names.title(change.subject),
            field_name(change.field, words) if change.field else "",
            self._detail(change),
            tuple(effect_name(one, words) for one in effects),
            tuple(sentence for sentence in self._sentences(change) if sentence),
            tuple(self._wordings(change)),
            self._concerns(change),
        )

    def _detail(self, change: Change) -> Text:
        """Of a measure its indicator, of a special case when it holds."""
        parts = change.field.split("/")
        if parts[0] == "measures" and len(parts) > 1:
            return self.names.title(f"indicator/{parts[1].partition(':')[0]}")
        for records in (self.after, self.before):
            for item in items(records.get(change.subject, {}).get(parts[0])):
                named = item.get("title") or item.get("when")
                if len(parts) > 1 and item.get("id") == parts[1] and isinstance(named, Mapping):
                    return Text.of(named)
        return NO_TEXT

    def _sentences(self, change: Change) -> Iterator[str]:
        if not change.field or change.field == "ended":
            yield from self._of_record(change)
        elif change.effect is Effect.TURNED_ROUND:
            yield from self._turned(change)
        elif change.stretches:
            yield from self._of_demands(change)
        else:
            yield from self._of_field(change)
        found = self.look_back(change) if self.look_back is not None else None
        if found is not None:
            yield from looking_back(found, self.figures, figure_unit(self._indicator(self.after, change)))

    def _concerns(self, change: Change) -> str:
        """Which promises rest on the record; blank for a promise, and where none does."""
        promises = [key for key in change.related if kind_of(key) == "commitment"]
        if change.kind not in ("standard", "indicator") or not promises:
            return ""
        return self.say("It concerns these promises: {names}.", names=self.names.names(promises))

    def _of_record(self, change: Change) -> Iterator[str]:
        if change.related and change.effect in _DESCENTS:
            others = [key for key in change.related if kind_of(key) == change.kind]
            yield self.say(_DESCENTS[change.effect], names=self.names.names(others))
        elif change.related and change.effect in (Effect.CHANGED, Effect.TURNED_ROUND):
            yield self.say("It takes the place of: {names}.", names=self.names.names(change.related[:1]))
            if change.effect is Effect.TURNED_ROUND:
                yield from self._turned(change)
        elif change.field == "ended":
            yield from self._of_end(change)
        else:
            yield self.say(_WHOLE.get((change.kind, change.effect), _PART.get(change.effect, "")))

    def _of_end(self, change: Change) -> Iterator[str]:
        if not isinstance(change.after, Mapping):
            yield self.say("This holds again.")
            return
        day = self.figures.reader.words.day(date.fromisoformat(change.after["from"]))
        yield self.say("No longer in force from {day}.", day=day)
        reason = self.figures.reader.plain(Text.of(change.after.get("reason", {})))
        if reason:
            yield self.say("Reason: {reason}", reason=reason)

    def _turned(self, change: Change) -> Iterator[str]:
        told = self._demands(change)
        yield from told.stretches(change.stretches)
        yield from told.turned(change.stretches)
        if change.then is not None:
            yield told.verdict(_judged(change.kind), change.then)

    def _of_demands(self, change: Change) -> Iterator[str]:
        told = self._demands(change)
        sentences = tuple(told.stretches(change.stretches))
        if change.effect is Effect.MEASURE_CHANGED:
            yield self.say(_PART[Effect.MEASURE_CHANGED])
        elif not sentences:
            told_of_past = change.effect is Effect.CHANGED
            yield (
                self.say("What was demanded for a time that is over is given differently.")
                if told_of_past
                else ""
            )
            yield self.say("The same is demanded as before.")
            return
        yield from sentences
        yield told.verdict(_judged(change.kind), change.effect, change.stretches)

    def _demands(self, change: Change) -> DemandWords:
        older, newer = (self._indicator(records, change) for records in (self.before, self.after))
        return DemandWords(self.figures, unit_in(older), unit_in(newer), self.open)

    def _indicator(self, records: Records, change: Change) -> Mapping[str, Any]:
        """The indicator of the targets that changed, as one of the releases has it."""
        ids = [str(one.get("indicator", "")) for one in change.measured if one]
        own = ids[:1] if records is self.before else ids[-1:]
        return next((records.get(f"indicator/{id}", {}) for id in own), {})

    def _of_field(self, change: Change) -> Iterator[str]:
        if isinstance(change.before, list) and isinstance(change.after, list) and naming(change.field):
            yield from self._of_list(change)
            return
        before, after = (self.names.value(change, value) for value in (change.before, change.after))
        if change.kind == "indicator" and change.field == "unit":
            yield self.say("The unit changes, so figures from before and after cannot be compared.")
        elif change.effect in _OF_WORDS or (change.effect in _PART and not (before or after)):
            yield self.say(_PART[change.effect])
        elif not (before or after):
            yield self.say("This part changes.")
        if before or after:
            yield self.say("Until now: {value}.", value=before) if before else ""
            yield self.say("From now on: {value}.", value=after) if after else self.say(_PART[Effect.REMOVED])

    def _of_list(self, change: Change) -> Iterator[str]:
        """What was put into a list of records and what was taken out of it."""
        kind = naming(change.field)
        put = [f"{kind}/{id}" for id in change.after if id not in change.before]
        out = [f"{kind}/{id}" for id in change.before if id not in change.after]
        if not put and not out:
            yield self.say(_PART[Effect.MOVED])
        yield self.say("New: {value}.", value=self.names.names(put)) if put else ""
        yield self.say("Dropped: {value}.", value=self.names.names(out)) if out else ""

    def _wordings(self, change: Change) -> Iterator[Wording]:
        if not change.field and change.effect is Effect.CHANGED:
            # What such a record says otherwise than the one in whose place it came is told field by field.
            return
        first = _SAID_FIRST.get(change.kind)
        field = change.field.rpartition("/")[2] or first or ""
        sides = [_text(value, field, whole=not change.field) for value in (change.before, change.after)]
        sides = self._translated(change, field, sides) or sides
        for lang in dict.fromkeys((*sides[0], *sides[1])):
            runs = word_diff(sides[0].get(lang, ""), sides[1].get(lang, ""))
            if any(run.fate != "kept" for run in runs):
                yield Wording(lang, runs)

    def _translated(
        self, change: Change, field: str, sides: list[Mapping[str, str]]
    ) -> list[Mapping[str, str]]:
        """Both sides in the reader's language, where every text that was voted on has a translation that differs too."""
        lang, place = self.figures.reader.lang, change.field or field
        found = [_words_at(records.get(change.subject), place, lang) for records in (self.before, self.after)]
        if any(lang in side for side in sides) or found[0] == found[1]:
            return []
        if any(side and not words for side, words in zip(sides, found, strict=True)):
            return []
        return [{lang: words} if side else {} for side, words in zip(sides, found, strict=True)]

    def say(self, message: str, /, **named: object) -> str:
        """A sentence in the reader's language; nothing where there is none to say."""
        return self.figures.reader.words.say(message, **named) if message else ""


def _judged(kind: str) -> str:
    return "standard" if kind == "standard" else "commitment"


def _words_at(record: Any, place: str, lang: str) -> str:
    """The words in a language at a place in a record; blank where there are none."""
    for step in (*place.split("/"), lang):
        if isinstance(record, list):
            record = record[int(step)] if step.isdecimal() and int(step) < len(record) else None
        else:
            record = record.get(step) if isinstance(record, Mapping) else None
    return record if isinstance(record, str) else ""


def _text(value: Any, field: str, whole: bool) -> Mapping[str, str]:
    """The text that a change is about: the field itself, or of a whole record what it says first."""
    found = value.get(field) if whole and isinstance(value, Mapping) else value
    return dict(found) if isinstance(found, Mapping) and is_text((field,), found) else {}
