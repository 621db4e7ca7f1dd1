"""A change between two releases, as a typed value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from charterkit.rules.releases.effects import Effect
from charterkit.rules.releases.in_time import Stretch


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not the same in two releases.

    `kind` is that of the record, `subject` its key (`commitment/citizens/answer-letters`), `field` the way to what
    changed in it: names of fields and ids of items (their number, from 0, where they have none), joined by `/`; blank
    is the record as a whole. `before` and `after` are the sealed content of that field, None on the side that lacks
    it; of records that were split or merged, every one by its key. `related` are the keys of the other records that
    belong to the change.

    `then` says what became of the demand where a measure was turned round, and of a record that came in the place of
    another. `stretches` are what is demanded when, of targets and norms alone, from the day on which the change takes
    effect; `measured` is the measure that such targets belong to, before and after. `number` is that of the item which
    the change belongs to; it sets the order.
    """

    kind: str
    subject: str
    field: str
    before: Any
    after: Any
    effect: Effect
    related: tuple[str, ...] = ()
    then: Effect | None = None
    stretches: tuple[Stretch, ...] = ()
    number: str = ""
    measured: tuple[Any, Any] = (None, None)


Records = Mapping[str, Mapping[str, Any]]
