"""Records made of the examples that a schema gives: with every field, or broken and cut down to what matters."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from marked_yaml import GONE, Where

from charterkit.model.requirement import FORMS
from schema_rules import resolved


def example(about: Mapping[str, Any], kind: str, given: Any = None) -> Any:
    """A value with every field that a schema knows; `given` is what an enclosing example has for it."""
    about = resolved(about, kind)
    fields = about.get("properties")
    if fields:
        return {name: example(inner, kind) for name, inner in fields.items()}
    sample = about["examples"][0] if "examples" in about else given
    if about.get("type") == "array":
        return _entries(resolved(about["items"], kind), sample, kind)
    if isinstance(about.get("additionalProperties"), dict):
        name, first = next(iter(sample.items()))
        return {name: example(about["additionalProperties"], kind, first)}
    return sample


def _entries(items: Mapping[str, Any], sample: Any, kind: str) -> list[Any]:
    """One entry; of targets and norms, one for each form of demand."""
    if "properties" not in items:
        return deepcopy(sample)
    whole = example(items, kind)
    if not set(FORMS) <= set(whole):
        return [whole]
    return [{key: value for key, value in whole.items() if key == form or key not in FORMS} for form in FORMS]


class Broken:
    """An exemplary record with other values at some paths, and without what neither they nor the schema need."""

    def __init__(self, kind: str, made: Mapping[Where, object]) -> None:
        self.kind = kind
        self.made = made
        self.needed = {path[:length] for path in self.made for length in range(len(path) + 1)}

    def of(self, value: Any, about: Mapping[str, Any], path: Where = ()) -> Any:
        """The broken form of the value at a path."""
        if path in self.made:
            return self.made[path]
        about = resolved(about, self.kind)
        if isinstance(value, list):
            return self._entries(value, about["items"], path)
        return self._fields(value, about, path) if isinstance(value, dict) else value

    def _entries(self, value: list[Any], about: Mapping[str, Any], path: Where) -> list[Any]:
        """All plain entries; of records in a list only those that are needed, or else the first."""
        kept = [at for at in range(len(value)) if (*path, at) in self.needed] or [0]
        kept = kept if isinstance(value[0], dict) else list(range(len(value)))
        return [self.of(one, about, (*path, at)) if at in kept else GONE for at, one in enumerate(value)]

    def _fields(self, value: dict[str, Any], about: Mapping[str, Any], path: Where) -> dict[str, Any]:
        known = about.get("properties", {})
        forms = FORMS if known.keys() >= set(FORMS) else ()
        demanded = {*about.get("required", ()), *forms} if known else set(value)
        found = {
            key: self.of(child, known.get(key, about.get("additionalProperties")), (*path, key))
            for key, child in value.items()
            if key in demanded or (*path, key) in self.needed
        }
        added = {one[-1]: new for one, new in self.made.items() if one[:-1] == path and one[-1] not in value}
        return {**found, **{str(name): new for name, new in added.items()}}
