"""Looks up ids that records name, and says which of them are not there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from charterkit.data.load import Known
from charterkit.model.common import Lineage
from charterkit.model.standard import Clock
from charterkit.problems import Problem, Spot, problem
from charterkit.text import nearest


def unknown(spot: Spot, kind: str, id: str, known: Collection[str]) -> Iterator[Problem]:
    """A problem where an id is none of the known ones; a blank id names nothing."""
    if id and id not in known:
        best = nearest(id, sorted(known)) or ""
        yield problem("reference-unknown", spot, field=spot.field_name, kind=kind, found=id, nearest=best)


def unknowns(spot: Spot, kind: str, ids: Sequence[str], known: Collection[str]) -> Iterator[Problem]:
    """A problem for every id of a list that is none of the known ones."""
    for index, id in enumerate(ids):
        yield from unknown(spot.at(index), kind, id, known)


def unknown_calendar(spot: Spot, clock: Clock | None, known: Known) -> Iterator[Problem]:
    """A problem where a record's clock counts by a calendar that is not there."""
    if clock is not None:
        yield from unknown(
            spot.at("clock", "calendar"), "calendar", clock.calendar, known.of_kind("calendar")
        )


def unknown_origins(
    file: str, kind: str, lineage: Lineage | None, known: Known, charter: str = ""
) -> Iterator[Problem]:
    """A problem for every older record that a record comes from (of its kind and charter) and that is not there."""
    if lineage is None:
        return
    prefix = f"{charter}/" if charter else ""
    there = [id.removeprefix(prefix) for id in known.of_kind(kind) if id.startswith(prefix)]
    yield from unknowns(Spot(file, ("lineage", "from")), kind, lineage.origins, there)
