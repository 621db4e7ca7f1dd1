"""Write the files of tests/bad/ that break the rules of the schemas.

    python tools/bad_gallery.py        writes them all anew, whenever a schema has gained or lost a rule

Every rule is broken once, in a record made of the examples that the schema itself gives; rules that can be broken
side by side share a file. The places that a file expects are those to which this program wrote the broken value:
they owe nothing to the package's own reader. The files with a telling name in tests/bad/ are written by hand.
"""

from __future__ import annotations

import json
import re
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from charterkit.data.schema import KINDS, schema  # noqa: E402
from charterkit.model.requirement import FORMS  # noqa: E402
from schema_rules import ANY, ITEM, NAME, Rule, resolved, rules  # noqa: E402

Step = str | int
Path_ = tuple[Step, ...]

MADE = "# made by tools/bad_gallery.py from the examples in the schema"
# A record's id is the name of the file that it is laid over.
IDS = {
    "charter": "citizens",
    "commitment": "answer-letters",
    "standard": "written-requests",
    "indicator": "letters-answered-in-time",
}
FAMILIES = {
    "type_wrong": ("type",),
    "word_unknown": ("enum", "const"),
    "form_wrong": ("pattern",),
    "day_impossible": ("format",),
    "field_missing": ("required",),
    "field_unknown": ("additionalProperties",),
    "text_empty": ("minLength",),
    "text_long": ("maxLength",),
    "number_limits": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
    "list_length": ("minItems", "maxItems", "uniqueItems", "minProperties"),
}
WRONG_TYPE: Mapping[str, object] = {
    "string": 7,
    "object": "in words",
    "array": "in words",
    "number": "many",
    "integer": 2.5,
    "boolean": "perhaps",
    "number | string": True,
    "number | object": "little",
}
WRONG_FORM = {
    "id-form": "Answer Letters",
    "language-form": "english",
    "date-form": "25.06.2019",
    "month-day-form": "31-03",
    "time-form": "24:30",
    "address-form": "www.example.org",
    "email-form": "info at example.org",
    "phone-form": "call us",
    "currency-form": "euro",
    "unit-form": "per cent",
    "country-form": "Lithuania",
    "time-zone-form": "+02:00",
    "colour-form": "dark green",
    "picture-form": "C:/crest.jpg",
    "licence-form": "CC BY",
    "number-form": "1.1.",
    "answer-form": "maybe",
}


@dataclass(frozen=True, slots=True)
class Change:
    """How one rule is broken: a value put at a path (or, where `drop`, the field taken away), and what that gives.

    `place` is the path whose value, or whose name where `at_key`, the problem points at.
    """

    path: Path_
    id: str
    place: Path_
    value: object = None
    drop: bool = False
    at_key: bool = False

    def beside(self, other: Change) -> bool:
        """Whether both can be made in one record: neither lies inside the other."""
        shorter = min(len(self.path), len(other.path))
        return self.path[:shorter] != other.path[:shorter]


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


def change(rule: Rule, record: Any) -> Change:
    """The change that breaks a rule in an exemplary record, and the problem that it must give."""
    about = _about(rule)
    if rule.keyword == "required":
        owner = _find(record, (*rule.path, rule.field))[:-1]
        return Change((*owner, rule.field), "field-missing", owner, drop=True)
    if rule.keyword == "additionalProperties":
        added = (*_find(record, rule.path), "remark")
        return Change(added, "field-unknown", added, "to be settled", at_key=True)
    if rule.path[-1:] == (NAME,):
        owner = _find(record, rule.path[:-1])
        added = (*owner, _wrong_name(about, rule.keyword))
        return Change(added, _id(about, rule), added, next(iter(_at(record, owner).values())), at_key=True)
    path = _find(record, rule.path)
    value = _wrong(about, rule.keyword, _at(record, path))
    return Change(path, "yaml-not-a-record" if not path else _id(about, rule, value), path, value)


def _about(rule: Rule) -> Mapping[str, Any]:
    about = resolved(schema(rule.kind), rule.kind)
    words = {ITEM: "items", ANY: "additionalProperties", NAME: "propertyNames"}
    for step in rule.path:
        about = resolved(about[words[step]] if step in words else about["properties"][step], rule.kind)
    return about


def _find(record: Any, path: tuple[str, ...]) -> Path_:
    """Where an exemplary record has the value of a rule: in the first entry that reaches it."""
    found = next(_reach(record, path), None)
    if found is None:
        raise LookupError(f"the examples of the schema do not reach {path}")
    return found


def _reach(value: Any, path: tuple[str, ...]) -> Iterator[Path_]:
    if not path:
        yield ()
        return
    step, rest = path[0], path[1:]
    children = (
        list(enumerate(value))
        if isinstance(value, list)
        else list(value.items())
        if isinstance(value, dict)
        else []
    )
    for key, child in children:
        if step in (ITEM, ANY, key):
            yield from ((key, *inner) for inner in _reach(child, rest))


def _at(record: Any, path: Path_) -> Any:
    for step in path:
        record = record[step]
    return record


def _wrong_name(about: Mapping[str, Any], keyword: str) -> str:
    if keyword == "maxLength":
        return "x" * (about["maxLength"] + 1)
    return WRONG_FORM[about["x-problem"]] if keyword == "pattern" else "garden"


def _wrong(about: Mapping[str, Any], keyword: str, right: Any) -> object:
    limit = about[keyword]
    match keyword:
        case "type":
            return WRONG_TYPE[limit if isinstance(limit, str) else " | ".join(limit)]
        case "enum" | "const":
            return "something-else"
        case "pattern":
            return WRONG_FORM[about["x-problem"]]
        case "format":
            return "2019-02-30"
        case "minLength":
            return ""
        case "maxLength":
            return _long(right, limit)
        case "minimum":
            return limit - 1
        case "maximum":
            return limit + 1
        case "exclusiveMinimum" | "exclusiveMaximum":
            return limit
        case "minItems":
            return right[: limit - 1]
        case "maxItems":
            return [*right, right[-1]]
        case "uniqueItems":
            return [right[0], right[0]]
    return {}


def _long(right: str, limit: int) -> str:
    """A text of the right form that goes on for longer than it may."""
    if " " in right:
        return " ".join([right] * (limit // len(right) + 1))
    return right + right[-1] * limit


def _id(about: Mapping[str, Any], rule: Rule, value: object = None) -> str:
    form = str(about.get("x-problem", "text-form"))
    by_keyword = {
        "type": "value-type" if form == "text-form" else form, "enum": "value-choice", "const": "kind-other", "uniqueItems": "list-repeats",
        "minProperties": "field-missing" if about.get("required") else "list-empty",
        "minItems": "list-length" if value else "list-empty",
        "maxItems": "list-length", "maxLength": "id-form" if form == "id-form" else "value-length",
        "pattern": form, "format": form, "minLength": form,
    }  # fmt: skip
    return by_keyword.get(rule.keyword, "value-range")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a value and the name of its field stand, counted from 1."""

    value: tuple[int, int]
    key: tuple[int, int]


class Writer:
    """Writes a record as YAML, block by block, and notes where everything stands."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.text = ""
        self.marks: dict[Path_, Mark] = {}

    def record(self, value: Any) -> None:
        self.marks[()] = Mark((self.line, 1), (self.line, 1))
        self._block(value, (), 0)

    def _put(self, text: str) -> None:
        self.text += text
        self.line += text.count("\n")

    @property
    def _column(self) -> int:
        return len(self.text) - self.text.rfind("\n")

    def _block(self, value: Any, path: Path_, indent: int, begun: bool = False) -> None:
        """The fields or entries of a value; `begun`: the first one goes on in a line that has begun."""
        pairs = (
            list(value.items())
            if isinstance(value, dict)
            else [(key, value[key]) for key in range(len(value))]
        )
        for key, child in pairs:
            if child is GONE:
                continue
            self._put("" if begun else " " * indent)
            begun = False
            here = (self.line, self._column)
            self._put(f"{key}:" if isinstance(value, dict) else "-")
            self._child(child, (*path, key), indent, here, in_list=isinstance(value, list))

    def _child(self, child: Any, path: Path_, indent: int, key: tuple[int, int], in_list: bool) -> None:
        full = [one for one in _children(child) if one is not GONE]
        if not full:
            self._put(" ")
            self.marks[path] = Mark((self.line, self._column), key)
            self._put(f"{_scalar(child, indent + 2)}\n")
        elif in_list:
            self._put(" ")
            self.marks[path] = Mark((self.line, self._column), key)
            self._block(child, path, indent + 2, begun=True)
        else:
            self._put("\n")
            self.marks[path] = Mark((self.line, indent + 3), key)
            self._block(child, path, indent + 2)


GONE = object()


def _children(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []


def _scalar(value: Any, indent: int) -> str:
    if isinstance(value, (dict, list)):
        return "{}" if isinstance(value, dict) else "[]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and len(value) > 90 and " " in value:
        return ">-\n" + textwrap.indent(textwrap.fill(value, 100), " " * indent)
    return (
        value if isinstance(value, str) and _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    )


_PLAIN = re.compile(r"(?!true$|false$|null$)[^\W\d][\w ,./@’()–-]*|\d{4}-\d\d(-\d\d)?|\d\d-\d\d|https?://\S+")


def broken_record(whole: Any, changes: Iterable[Change], kind: str) -> Any:
    """The exemplary record with the changes made, and without what neither they nor the schema need."""
    changes = list(changes)
    needed = {one.path[:length] for one in changes for length in range(len(one.path) + 1)}
    made = {one.path: GONE if one.drop else one.value for one in changes}
    return _broken(whole, (), schema(kind), kind, needed, made)


def _broken(
    value: Any,
    path: Path_,
    about: Mapping[str, Any],
    kind: str,
    needed: set[Path_],
    made: Mapping[Path_, Any],
) -> Any:
    if path in made:
        return made[path]
    about = resolved(about, kind)
    if isinstance(value, list):
        kept = [index for index in range(len(value)) if (*path, index) in needed] or [0]
        kept = kept if isinstance(value[0], dict) else list(range(len(value)))
        return [
            _broken(one, (*path, index), about["items"], kind, needed, made) if index in kept else GONE
            for index, one in enumerate(value)
        ]
    if not isinstance(value, dict):
        return value
    known = about.get("properties", {})
    demanded = {
        *about.get("required", ()),
        *(FORMS if set(FORMS) <= set(known) else ()),
        *(() if known else value),
    }
    found = {
        key: _broken(
            child, (*path, key), known.get(key, about.get("additionalProperties")), kind, needed, made
        )
        for key, child in value.items()
        if key in demanded or (*path, key) in needed or (about.get("minProperties") and len(value) == 1)
    }
    return {
        **found,
        **{one[-1]: new for one, new in made.items() if one[:-1] == path and one[-1] not in value},
    }


def pack(changes: Iterable[Change]) -> list[list[Change]]:
    """The changes in as few groups as a greedy hand makes of them, so that no two of a group are in each other's way."""
    groups: list[list[Change]] = []
    for one in changes:
        free = (group for group in groups if all(one.beside(other) for other in group))
        group = next(free, None)
        if group is None:
            groups.append(group := [])
        group.append(one)
    return groups


def page(kind: str, whole: Any, changes: list[Change]) -> str:
    """The file that makes the changes, under the list of the problems that it must give."""
    expected = {(one.place, one.at_key, one.id, one.path if one.drop else ()) for one in changes}
    writer = Writer(line=len(expected) + 2)
    writer.record(broken_record(whole, changes, kind))
    places = []
    for place, at_key, id, _ in expected:
        mark = writer.marks[place]
        places.append((*(mark.key if at_key else mark.value), id))
    lines = [f"# expect: {line}:{column} {id}" for line, column, id in sorted(places)]
    return "\n".join([*lines, MADE, ""]) + writer.text


def files(kind: str) -> Iterator[tuple[str, str]]:
    """Name and text of every file of a kind."""
    whole = example(schema(kind), kind)
    if kind in IDS:
        whole["id"] = IDS[kind]
    for family, keywords in FAMILIES.items():
        changes = [change(rule, whole) for rule in rules(kind) if rule.keyword in keywords]
        for number, group in enumerate(pack(changes), start=1):
            yield f"{family}_{number}.yml" if number > 1 else f"{family}.yml", page(kind, whole, group)


def main() -> int:
    """Replace the files that an earlier run made."""
    for kind in KINDS:
        folder = ROOT / "tests" / "bad" / kind
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.yml"):
            if MADE in old.read_text(encoding="utf-8"):
                old.unlink()
        for name, text in files(kind):
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
