"""What changed between two releases, as typed values: every difference of their content is in one of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from charterkit.data.reread import kind_of
from charterkit.model.release import Content
from charterkit.model.requirement import Norm, Target
from charterkit.periods import CALENDAR_YEAR, YearStart
from charterkit.rules.releases.change import Change
from charterkit.rules.releases.effects import Effect, effect_of, together
from charterkit.rules.releases.in_time import Stretch, Terms, demands, effect_in_time, from_day, stretches
from charterkit.rules.releases.lineage import Descent, Lineages, has_left, lineages
from charterkit.rules.releases.measures import MeasurePair, Rulers, measure_pairs
from charterkit.rules.releases.order import Numbers
from charterkit.rules.releases.tree import Difference, differences

# What a record is called and what became of it: said by the change of the record itself.
_OF_THE_RECORD = frozenset({"id", "lineage", "ended"})


def changes(
    before: Mapping[str, Content],
    after: Mapping[str, Content],
    since: date | None,
    *,
    year_starts: YearStart = CALENDAR_YEAR,
    clarified: Collection[tuple[str, str]] = (),
) -> tuple[Change, ...]:
    """What changed between the records of two releases; nothing where they are the same.

    `since` is the day on which the later one takes effect: targets and norms are compared from it on (None: at all
    times). `clarified` are the changes of a wording that their drafter declares to change no meaning, by the record's
    key and the field (blank: all of the record). In the order of kinds, then of the items' numbers, records, fields.
    """
    comparison = _Comparison(before, after, since, year_starts, frozenset(clarified), lineages(before, after))
    found = comparison.all()
    numbers = Numbers.of(before, after)
    named = (numbers.placed(one) for one in found)
    return tuple(sorted(named, key=lambda one: (*numbers.order(one.subject), one.field, one.effect.value)))


@dataclass(frozen=True, slots=True)
class _Comparison:
    """Two releases and everything that is needed to compare them."""

    before: Mapping[str, Content]
    after: Mapping[str, Content]
    since: date | None
    year_starts: YearStart
    clarified: frozenset[tuple[str, str]]
    lineages: Lineages

    @property
    def rulers(self) -> Rulers:
        return Rulers(self.before, self.after, self.year_starts, self.is_clarified)

    def is_clarified(self, key: str, field: str) -> bool:
        """Whether a change of a wording was declared to change no meaning."""
        parts = field.split("/")
        ways = ("/".join(parts[:length]) for length in range(len(parts) + 1))
        return any((key, way) in self.clarified for way in ways)

    def all(self) -> Iterator[Change]:
        """Every change, in no order."""
        told = {key for one in self.lineages.descents for key in self._told_by(one)}
        for descent in self.lineages.descents:
            yield from self._of_descent(descent)
        for key in {*self.before, *self.after} - told:
            yield from self._of_record(key)

    def _told_by(self, descent: Descent) -> Iterator[str]:
        """The records of which the change of a descent says everything."""
        yield from (key for key in descent.newer if key not in self.before)
        yield from (key for key in descent.older if key not in self.after or self._has_just_left(key))

    def _has_just_left(self, key: str) -> bool:
        """Whether all that happened to a record is that it ended."""
        fields = {one.path[:1] for one in differences(self.before[key], self.after[key])}
        return has_left(key, self.after) and fields == {("ended",)}

    def _of_descent(self, one: Descent) -> Iterator[Change]:
        older = {key: self.before[key] for key in one.older}
        newer = {key: self.after[key] for key in one.newer}
        if one.is_pair:
            yield from self._of_pair(one, one.older[0], one.newer[0])
        elif len(one.newer) == 1:
            subject = one.newer[0]
            yield Change(kind_of(subject), subject, "", older, newer[subject], one.effect, one.older)
        else:
            subject = one.older[0]
            before = older[subject] if len(older) == 1 else older
            yield Change(
                kind_of(subject), subject, "", before, newer, one.effect, (*one.older[1:], *one.newer)
            )

    def _of_pair(self, one: Descent, older: str, newer: str) -> Iterator[Change]:
        """A record that came in the place of one other: that it did, and what else it says."""
        before, after = self.before[older], self.after[newer]
        inner = tuple(self._of_fields(newer, _body(before), _body(after), one))
        found = tuple(stretch for change in inner for stretch in change.stretches)
        if not found and kind_of(newer) == "commitment":
            found = self._of_standards(before, after)
        then = together(stretch.effect for stretch in found)
        measured = next(
            (change.measured for change in inner if change.measured != (None, None)), (None, None)
        )
        yield Change(
            kind_of(newer), newer, "", before, after, one.effect, (older,), then, found, measured=measured
        )
        if one.effect is not Effect.TURNED_ROUND:
            # The same number, demanded of something else, is no news beside that it is something else.
            told = (change for change in inner if not change.stretches or _asks_otherwise(change))
            yield from (replace(change, related=(*change.related, older)) for change in told)

    def _of_standards(self, before: Content, after: Content) -> tuple[Stretch, ...]:
        """What the standards of a promise demand, where they came in the place of those of an older one."""
        return tuple(
            stretch
            for id in after.get("standards", ())
            if (origin := self.lineages.origin(f"standard/{id}")) is not None
            and origin.older[0].partition("/")[2] in before.get("standards", ())
            for stretch in self._norms_in_time(origin)
        )

    def _norms_in_time(self, one: Descent) -> tuple[Stretch, ...]:
        older, newer = one.older[0], one.newer[0]
        before, after = (demands(Norm, side.get("norms")) for side in (self.before[older], self.after[newer]))
        return from_day(stretches(before, after, self.rulers.of_norms(newer, one)), self.since)

    def _of_record(self, key: str) -> Iterator[Change]:
        before, after = self.before.get(key), self.after.get(key)
        if before is None or after is None:
            effect = Effect.NEW if before is None else Effect.REMOVED
            yield Change(kind_of(key), key, "", before, after, effect)
        else:
            joined = any(key in one.newer for one in self.lineages.descents)
            found = self._of_fields(key, before, after)
            yield from (one for one in found if not (joined and _told_with_others(one)))

    def _of_fields(
        self, key: str, before: Content, after: Content, descent: Descent | None = None
    ) -> Iterator[Change]:
        kind = kind_of(key)
        if kind == "commitment" and before.get("measures") != after.get("measures"):
            yield from self._of_measures(key, before.get("measures"), after.get("measures"))
            before, after = _without(before, "measures"), _without(after, "measures")
        for found in differences(before, after):
            if kind == "standard" and found.path[-1] == "norms":
                terms = self.rulers.of_norms(key, descent)
                yield self._of_demands(key, "/".join(found.path), found, Norm, terms)
            else:
                yield self._of_field(key, found)

    def _of_field(self, key: str, found: Difference, *, at: tuple[str, ...] = ()) -> Change:
        kind, field = kind_of(key), "/".join((*at, *found.path))
        effect = effect_of(kind, found)
        if (
            found.is_text
            and effect in (Effect.REWORDED, Effect.MEASURE_CHANGED)
            and self.is_clarified(key, field)
        ):
            effect = Effect.CLARIFIED
        return Change(kind, key, field, found.before, found.after, effect)

    def _of_demands(
        self, key: str, field: str, found: Difference, form: type[Target] | type[Norm], terms: Terms
    ) -> Change:
        whole = stretches(demands(form, found.before), demands(form, found.after), terms)
        seen = from_day(whole, self.since)
        if found.before is None or found.after is None:
            effect = Effect.NEW if found.before is None else Effect.REMOVED
        else:
            effect = effect_in_time(whole, self.since)
        return Change(kind_of(key), key, field, found.before, found.after, effect, stretches=seen)

    def _of_measures(self, key: str, before: Any, after: Any) -> Iterator[Change]:
        pairs, reordered = measure_pairs(before or (), after or (), self.lineages)
        if reordered:
            yield Change("commitment", key, "measures", before, after, Effect.MOVED)
        for pair in pairs:
            yield from self._of_measure(key, pair)

    def _of_measure(self, key: str, pair: MeasurePair) -> Iterator[Change]:
        at = ("measures", pair.name)
        if pair.before is None or pair.after is None:
            yield self._whole_measure(key, pair)
        elif pair.became is not None:
            yield self._other_measure(key, pair, pair.became)
        else:
            for found in differences(pair.before, pair.after):
                if found.path == ("targets",):
                    terms = self.rulers.of_measures(pair)
                    told = self._of_demands(key, "/".join((*at, "targets")), found, Target, terms)
                    yield replace(told, measured=(pair.before, pair.after))
                else:
                    yield self._of_field(key, found, at=at)

    def _whole_measure(self, key: str, pair: MeasurePair) -> Change:
        effect = Effect.NEW if pair.before is None else Effect.REMOVED
        field = f"measures/{pair.name}"
        return Change(
            "commitment", key, field, pair.before, pair.after, effect, stretches=self._in_time(pair)
        )

    def _other_measure(self, key: str, pair: MeasurePair, became: Effect) -> Change:
        """A measure whose indicator came in the place of another."""
        older, newer = (str((one or {}).get("indicator")) for one in (pair.before, pair.after))
        turned, found = became is Effect.TURNED_ROUND, self._in_time(pair)
        return Change(
            "commitment",
            key,
            f"measures/{pair.name}",
            pair.before,
            pair.after,
            became if turned else Effect.MEASURE_CHANGED,
            (f"indicator/{older}", f"indicator/{newer}"),
            together(one.effect for one in found) if turned else None,
            found,
            measured=(pair.before, pair.after),
        )

    def _in_time(self, pair: MeasurePair) -> tuple[Stretch, ...]:
        before, after = (demands(Target, (side or {}).get("targets")) for side in (pair.before, pair.after))
        return from_day(stretches(before, after, self.rulers.of_measures(pair)), self.since)


def _asks_otherwise(change: Change) -> bool:
    return any(stretch.effect is not None for stretch in change.stretches)


def _told_with_others(change: Change) -> bool:
    """Whether it says where a record comes from, or that it is there again: told with the records it came out of."""
    return change.field == "lineage" or (change.field == "ended" and change.effect is Effect.NEW)


def _body(record: Content) -> Content:
    return {key: value for key, value in record.items() if key not in _OF_THE_RECORD}


def _without(record: Content, field: str) -> Content:
    return {key: value for key, value in record.items() if key != field}
