"""Where records come from: which ones were split, merged, replaced or turned round between two releases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charterkit.rules.releases.change import Records
from charterkit.rules.releases.effects import Effect

_HOW = {
    "split": Effect.SPLIT,
    "merged": Effect.MERGED,
    "turned_round": Effect.TURNED_ROUND,
    "replaced": Effect.CHANGED,
}


@dataclass(frozen=True, slots=True)
class Descent:
    """Records that came out of others: `older` became `newer`."""

    effect: Effect
    older: tuple[str, ...]
    newer: tuple[str, ...]

    @property
    def is_pair(self) -> bool:
        """Whether one record came in the place of one other."""
        in_its_place = self.effect not in (Effect.SPLIT, Effect.MERGED)
        return in_its_place and len(self.older) == len(self.newer) == 1


@dataclass(frozen=True, slots=True)
class Lineages:
    """All descents between two releases, and the measures that were changed with an indicator."""

    descents: tuple[Descent, ...]

    def origin(self, key: str) -> Descent | None:
        """How a record came in the place of one other; None for any other record."""
        return next((one for one in self.descents if one.is_pair and one.newer == (key,)), None)


def lineages(before: Records, after: Records) -> Lineages:
    """What came out of what. The way back counts too: what the younger release says holds there as well."""
    forth = tuple(_descents(before, after))
    taken = {key for one in forth for key in (*one.older, *one.newer)}
    back = (
        Descent(one.effect.turned_back, one.newer, one.older)
        for one in _descents(after, before)
        if not taken.intersection((*one.older, *one.newer))
        and not all(has_left(key, after) for key in one.older)
    )
    return Lineages((*forth, *back))


def has_left(key: str, records: Records) -> bool:
    """Whether a record holds no longer: it is not there, or it has ended."""
    return "ended" in records.get(key, {"ended": True})


def _descents(before: Records, after: Records) -> Iterator[Descent]:
    """Groups of records with the same older ones and the same word for what happened."""
    said: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for key in sorted(after):
        lineage = after[key].get("lineage")
        if not isinstance(lineage, dict) or before.get(key, {}).get("lineage") == lineage:
            continue
        older = tuple(sorted(one for one in _keys(key, lineage) if one in before and one != key))
        if older and (key not in before or lineage.get("how") == "merged"):
            said.setdefault((str(lineage.get("how")), older), []).append(key)
    for (how, older), newer in said.items():
        yield Descent(_HOW.get(how, Effect.CHANGED), older, tuple(newer))


def _keys(key: str, lineage: dict[str, object]) -> Iterator[str]:
    """The keys of the older records: of the same kind and, for promises, of the same charter."""
    room = key.rpartition("/")[0]
    origins = lineage.get("from")
    yield from (f"{room}/{one}" for one in (origins if isinstance(origins, list) else ()))
