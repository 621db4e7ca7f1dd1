"""Changes between two releases in a reader's words: one or two whole sentences each, and the wording word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from charterkit.data.reread import kind_of
from charterkit.rules.releases.change import Change, Records
from charterkit.rules.releases.effects import Effect
from charterkit.rules.releases.retrospect import Retrospect
from charterkit.site.releases.change_sentences import (
    AFTER,
    AGAIN,
    BEFORE,
    CHANGES,
    CLOCK,
    COUNTED,
    COUNTED_BARE,
    DESCENTS,
    OVER,
    PART,
    PLACE,
    SAME,
    TAKEN_OUT,
    UNIT,
    WHOLE,
    Tenses,
)
from charterkit.site.releases.demand_words import DemandWords, figure_unit, unit_in
from charterkit.site.releases.field_names import effect_name, field_name, kind_name
from charterkit.site.releases.look_back import looking_back
from charterkit.site.releases.method_log import new_entries, new_entries_of
from charterkit.site.releases.quoted import quote, wordings
from charterkit.site.releases.record_names import RecordNames, items, naming
from charterkit.site.releases.wordings import Wording
from charterkit.site.results.figures import Figures
from charterkit.text import NO_TEXT, Text

_OF_WORDS: Final = frozenset({Effect.REWORDED, Effect.CLARIFIED, Effect.MEASURE_CHANGED})


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
    `translated` are today's names of the records in all languages (`titles`). `past`: the later release has held for
    some time, and what it changed is told in the past tense.
    """

    figures: Figures
    before: Records
    after: Records
    look_back: Callable[[Change], Retrospect | None] | None = None
    open: date | None = None
    translated: Mapping[str, Text] = field(default_factory=dict)
    past: bool = False

    @property
    def names(self) -> RecordNames:
        """What the records are called."""
        return RecordNames(self.figures, self.before, self.after, self.translated)

    def told(self, change: Change) -> Told:
        """One change."""
        words = self.figures.reader.words
        effects = [change.effect, *([change.then] if change.then else [])]
        quotes = tuple(self._quotes(change))
        said = self._sentences(change, told_by_words=any(one.is_changed for one in quotes))
        return Told(
            change,
            kind_name(change.kind, words),
            self.names.title(change.subject),
            field_name(change.field, words) if change.field else "",
            self._detail(change),
            tuple(effect_name(one, words) for one in effects),
            tuple(sentence for sentence in said if sentence),
            quotes,
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

    def _sentences(self, change: Change, *, told_by_words: bool) -> Iterator[str]:
        if not change.field or change.field == "ended":
            yield from self._of_record(change)
        elif change.effect is Effect.TURNED_ROUND:
            yield from self._turned(change)
        elif change.stretches:
            yield from self._of_demands(change)
        elif change.effect is Effect.METHOD_CHANGED:
            yield from self._of_method(change)
        elif not (change.effect is Effect.REWORDED and told_by_words):
            # That it was reworded says its heading; how, say the words.
            yield from self._of_field(change)
        found = self.look_back(change) if self.look_back is not None else None
        if found is not None:
            newer = self._indicator(self.after, change)
            yield from looking_back(found, self.figures, figure_unit(newer), unit_in(newer))

    def _concerns(self, change: Change) -> str:
        """Which promises rest on the record; blank for a promise, and where none does."""
        promises = [key for key in change.related if kind_of(key) == "commitment"]
        if change.kind not in ("standard", "indicator") or not promises:
            return ""
        return self.say("It concerns these promises: {names}.", names=self.names.names(promises))

    def _of_record(self, change: Change) -> Iterator[str]:
        if change.related and change.effect in DESCENTS:
            others = [key for key in change.related if kind_of(key) == change.kind]
            said = DESCENTS[change.effect]
            if change.effect is Effect.SPLIT and change.subject not in self.before:
                # A part on its own; what it was taken out of stays.
                said = TAKEN_OUT
            yield self._say(said, names=self.names.names(others))
        elif change.related and change.effect in (Effect.CHANGED, Effect.TURNED_ROUND):
            yield self._say(PLACE, names=self.names.names(change.related[:1]))
            if change.effect is Effect.TURNED_ROUND:
                yield from self._turned(change)
        elif change.field == "ended":
            yield from self._of_end(change)
        else:
            yield self._say(WHOLE.get((change.kind, change.effect), PART.get(change.effect, CHANGES)))

    def _of_end(self, change: Change) -> Iterator[str]:
        if not isinstance(change.after, Mapping):
            yield self._say(AGAIN)
            return
        day = self.figures.reader.words.day(date.fromisoformat(change.after["from"]))
        yield self.say("No longer in force from {day}.", day=day)
        reason = quote(self._reason(change), self.figures.reader)[0]
        if reason:
            yield self.say("Reason: {reason}", reason=reason)

    def _turned(self, change: Change) -> Iterator[str]:
        told = self._demands(change)
        yield from told.stretches(change.stretches)
        yield from told.turned(change.stretches)
        if change.then is not None:
            yield told.verdict(_judged(change.kind), change.then, change.stretches)

    def _of_demands(self, change: Change) -> Iterator[str]:
        told = self._demands(change)
        sentences = tuple(told.stretches(change.stretches))
        if change.effect is Effect.MEASURE_CHANGED:
            yield self._say(PART[Effect.MEASURE_CHANGED])
        elif not sentences:
            yield self._say(OVER) if change.effect is Effect.CHANGED else ""
            yield self._say(SAME)
            return
        yield from sentences
        yield told.verdict(_judged(change.kind), change.effect, change.stretches)
        if change.measured[1] is not None:
            yield from self._of_entries(
                new_entries_of(self._indicator(self.before, change), self._indicator(self.after, change))
            )

    def _of_method(self, change: Change) -> Iterator[str]:
        """What is counted in another way, and from when on; the words of other changes of that log stand below."""
        entries = tuple(new_entries(change, self.after))
        yield from self._of_entries(entries)
        if not entries:
            yield self._say(PART[Effect.METHOD_CHANGED])

    def _of_entries(self, entries: Iterable[Mapping[str, Any]]) -> Iterator[str]:
        for entry in entries:
            since = date.fromisoformat(str(entry.get("from")))
            words = quote(entry.get("change", {}), self.figures.reader)[0]
            tenses, day = (COUNTED if words else COUNTED_BARE), self.figures.reader.words.day(since)
            yield self.say(tenses[self.past and since <= self.figures.today], day=day, change=words)

    def _demands(self, change: Change) -> DemandWords:
        older, newer = (self._indicator(records, change) for records in (self.before, self.after))
        return DemandWords(self.figures, unit_in(older), unit_in(newer), self.open, self.past)

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
            yield self._say(UNIT)
        elif change.kind == "standard" and change.effect is Effect.MEASURE_CHANGED:
            yield self._say(CLOCK)
        elif change.effect in _OF_WORDS or (change.effect in PART and not (before or after)):
            yield self._say(PART[change.effect])
        elif not (before or after):
            yield self._say(CHANGES)
        if before or after:
            yield self._say(BEFORE, value=before) if before else ""
            yield self._say(AFTER, value=after) if after else self._say(PART[Effect.REMOVED])

    def _of_list(self, change: Change) -> Iterator[str]:
        """What was put into a list of records and what was taken out of it."""
        kind = naming(change.field)
        put = [f"{kind}/{id}" for id in change.after if id not in change.before]
        out = [f"{kind}/{id}" for id in change.before if id not in change.after]
        if not put and not out:
            yield self._say(PART[Effect.MOVED])
        yield self.say("New: {value}.", value=self.names.names(put)) if put else ""
        yield self.say("Dropped: {value}.", value=self.names.names(out)) if out else ""

    def _quotes(self, change: Change) -> Iterator[Wording]:
        """The wording before and after, and what is quoted in another language because it has no translation."""
        yield from wordings(change, self.before, self.after, self.figures.reader)
        for entry in new_entries(change, self.after):
            yield from quote(entry.get("change", {}), self.figures.reader)[1]
        if change.field == "ended" and isinstance(change.after, Mapping):
            yield from quote(self._reason(change), self.figures.reader)[1]

    def _reason(self, change: Change) -> Mapping[str, str]:
        """Why a record ended, with its translations."""
        ended = self.after.get(change.subject, {}).get("ended") or change.after
        return dict(ended.get("reason") or {})

    def _say(self, tenses: Tenses, /, **named: object) -> str:
        return self.say(tenses[self.past], **named)

    def say(self, message: str, /, **named: object) -> str:
        """A sentence in the reader's language; nothing where there is none to say."""
        return self.figures.reader.words.say(message, **named) if message else ""


def _judged(kind: str) -> str:
    return "standard" if kind == "standard" else "commitment"
