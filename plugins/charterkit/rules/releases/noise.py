"""What of the changes a citizen needs: a text that ended has no new place, and a new number alone is told in a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from charterkit.rules.releases.change import Change, Records
from charterkit.rules.releases.effects import Effect
from charterkit.rules.releases.lineage import has_left


@dataclass(frozen=True, slots=True)
class Needed:
    """The changes that are told one by one, and the keys of the records of which only the number is another one."""

    told: tuple[Change, ...]
    renumbered: tuple[str, ...]


def needed(found: Iterable[Change], after: Records) -> Needed:
    """What is told of the changes up to the records `after`."""
    kept = [one for one in found if not (one.effect is Effect.MOVED and has_left(one.subject, after))]
    often = Counter(one.subject for one in kept)
    alone = {one.subject for one in kept if _is_number(one) and often[one.subject] == 1}
    told = tuple(one for one in kept if one.subject not in alone)
    return Needed(told, tuple(one.subject for one in kept if one.subject in alone))


def _is_number(change: Change) -> bool:
    return change.effect is Effect.MOVED and change.field == "number"
