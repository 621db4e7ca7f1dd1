"""The order in which changes are told: by the kind of record, then by the number of the item that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from charterkit.data.records import number_order
from charterkit.data.reread import kind_of
from charterkit.rules.releases.change import Change, Records
from charterkit.rules.releases.effects import Effect

_KINDS: Final = (
    "charter",
    "commitment",
    "standard",
    "indicator",
    "procedure",
    "methodology",
    "service",
    "body",
)
# Where a promise names what it rests on.
_NAMED: Final = (("standard", "standards"), ("service", "services"))


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number of the item to which each record belongs: its own, else the first promise that rests on it."""

    by_key: Mapping[str, str]
    # The promises that rest on each record.
    promises: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, before: Records, after: Records) -> Numbers:
        """From two releases; where they differ the later one counts."""
        found: dict[str, str] = {}
        promises: dict[str, set[str]] = {}
        for records in (after, before):
            own: dict[str, str] = {}
            for key, promise, number in _reached(records):
                if number and (key not in own or number_order(number) < number_order(own[key])):
                    own[key] = number
                promises.setdefault(key, set()).add(promise)
            found = {**own, **found}
        return cls(found, {key: tuple(sorted({*keys} - {key})) for key, keys in promises.items()})

    def placed(self, change: Change) -> Change:
        """The change with the number of its item and, for one of a record on which promises rest, with these."""
        own = change.related
        if change.effect in (Effect.SPLIT, Effect.MERGED):
            own = tuple(sorted(own, key=self.order))
        related = tuple(dict.fromkeys((*own, *self.promises.get(change.subject, ()))))
        return replace(change, related=related, number=self.number(change.subject))

    def number(self, key: str) -> str:
        """The number of a record's item; blank for one that belongs to none."""
        return self.by_key.get(key, "")

    def order(self, key: str) -> tuple[Any, ...]:
        """By what changes are sorted: the charter itself, promises, what they rest on; what belongs to no item last."""
        kind, number = kind_of(key), self.number(key)
        place = _KINDS.index(kind) if kind in _KINDS else len(_KINDS)
        return place, not number, number_order(number), key


def _reached(records: Records) -> Iterator[tuple[str, str, str]]:
    """Every record with a promise that rests on it (or that it is) and the number of that promise."""
    for key, record in records.items():
        number = str(record.get("number", ""))
        if kind_of(key) == "commitment":
            yield from ((one, key, number) for one in (key, *_rests_on(record)))
        elif number:
            yield key, key, number


def _rests_on(record: Mapping[str, Any]) -> Iterable[str]:
    for kind, field in _NAMED:
        yield from (f"{kind}/{id}" for id in record.get(field) or ())
    for measure in record.get("measures") or ():
        yield f"indicator/{measure.get('indicator')}"
        if "standard" in measure:
            yield f"standard/{measure['standard']}"
