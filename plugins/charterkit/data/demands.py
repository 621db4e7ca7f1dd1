"""Whether each target and norm makes exactly one demand; a schema without `oneOf` cannot say so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from charterkit.model.requirement import FORMS
from charterkit.problems import Problem, Spot, problem


def demand_forms(kind: str, data: Any, file: str) -> Iterator[Problem]:
    """A problem for every target or norm that demands nothing, or several things at once."""
    spot = Spot(file)
    if kind == "commitment":
        for index, measure in enumerate(_list(data, "measures")):
            yield from _each(spot.at("measures", index, "targets"), _list(measure, "targets"))
    elif kind == "standard":
        yield from _each(spot.at("norms"), _list(data, "norms"))
        for index, variant in enumerate(_list(data, "variants")):
            yield from _each(spot.at("variants", index, "norms"), _list(variant, "norms"))


def _list(data: Any, key: str) -> list[Any]:
    found = data.get(key) if isinstance(data, dict) else None
    return found if isinstance(found, list) else []


def _each(spot: Spot, entries: list[Any]) -> Iterator[Problem]:
    for index, entry in enumerate(entries):
        if not isinstance(entry, dict):
            continue
        forms = [form for form in FORMS if form in entry]
        if len(forms) != 1:
            here = spot.at(index)
            allowed = ", ".join(forms or FORMS)
            yield problem("target-form", here, field=here.field_name, count=len(forms), allowed=allowed)
