"""Write the files of tests/bad/ that break the rules of the schemas.

    python tools/bad_gallery.py        writes them all anew, whenever a schema has gained or lost a rule

Every rule is broken once, in a record made of the examples that the schema itself gives; rules that can be broken
side by side share a file. The places that a file expects are those to which this program wrote the broken value:
they owe nothing to the package's own reader. The files with a telling name in tests/bad/ are written by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from exemplary_record import Broken, example  # noqa: E402
from marked_yaml import GONE, MarkedYaml, Where  # noqa: E402

from charterkit.data.schema import KINDS, schema  # noqa: E402
from schema_rules import ANY, ITEM, NAME, Rule, resolved, rules  # noqa: E402

MADE = "# made by tools/bad_gallery.py from the examples in the schema"
# A record's id is the name of the file that it is laid over.
IDS = {
    "charter": "citizens",
    "commitment": "answer-letters",
    "standard": "written-requests",
    "indicator": "letters-answered-in-time",
    "service": "birth-registration",
    "procedure": "mobile-library",
    "calendar": "lt",
    "programme": "together",
    "assessment": "caf-2025",
    "action": "fourth-window",
    "survey": "clients-2019",
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
WRONG_FORM: Mapping[str, str] = {
    "id-form": "Answer Letters",
    "language-form": "english",
    "date-form": "25.06.2019",
    "known-day-form": "2014-13",
    "month-day-form": "31-03",
    "time-form": "24:30",
    "address-form": "www.example.org",
    "form-address-form": "https://{page}/form",
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
    "digest-form": "B5BB9D80",
    "criterion-form": "3.2.1",
}


@dataclass(frozen=True, slots=True)
class Change:
    """How one rule is broken: a value put at a path (or, where `drop`, the field taken away), and what that gives.

    `place` is the path whose value, or whose name where `at_key`, the problem points at.
    """

    path: Where
    id: str
    place: Where
    value: object = None
    drop: bool = False
    at_key: bool = False

    def beside(self, other: Change) -> bool:
        """Whether both can be made in one record: neither lies inside the other."""
        shorter = min(len(self.path), len(other.path))
        return self.path[:shorter] != other.path[:shorter]


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
    if not path:
        return Change(path, "yaml-not-a-record", path, ["in words"])
    value = _wrong(about, rule.keyword, _at(record, path))
    return Change(path, _id(about, rule, value), path, value)


def _about(rule: Rule) -> Mapping[str, Any]:
    about = resolved(schema(rule.kind), rule.kind)
    words = {ITEM: "items", ANY: "additionalProperties", NAME: "propertyNames"}
    for step in rule.path:
        about = resolved(about[words[step]] if step in words else about["properties"][step], rule.kind)
    return about


def _find(record: Any, path: tuple[str, ...]) -> Where:
    """Where an exemplary record has the value of a rule: in the first entry that reaches it."""
    found = next(_reach(record, path), None)
    if found is None:
        raise LookupError(f"the examples of the schema do not reach {path}")
    return found


def _reach(value: Any, path: tuple[str, ...]) -> Iterator[Where]:
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


def _at(record: Any, path: Where) -> Any:
    for step in path:
        record = record[step]
    return record


def _wrong_name(about: Mapping[str, Any], keyword: str) -> str:
    if keyword == "maxLength":
        return "x" * (int(about["maxLength"]) + 1)
    return WRONG_FORM[str(about["x-problem"])] if keyword == "pattern" else "garden"


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
    """The problem that a broken rule must give."""
    form = str(about.get("x-problem", "text-form"))
    by_keyword = {
        "type": "value-type" if form == "text-form" else form,
        "enum": "value-choice",
        "const": "kind-other",
        "pattern": form,
        "format": form,
        "minLength": form,
        "maxLength": "id-form" if form == "id-form" else "value-length",
        "minProperties": "field-missing" if about.get("required") else "list-empty",
        "minItems": "list-length" if value else "list-empty",
        "maxItems": "list-length",
        "uniqueItems": "list-repeats",
    }
    return by_keyword.get(rule.keyword, "value-range")


def pack(changes: Iterable[Change]) -> list[list[Change]]:
    """The changes in groups, so that no two of a group are in each other's way."""
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
    made = {one.path: GONE if one.drop else one.value for one in changes}
    record = MarkedYaml(Broken(kind, made).of(whole, schema(kind)), line=len(changes) + 2)
    marks = [(record.marks[one.place], one) for one in changes]
    places = sorted((*(mark.key if one.at_key else mark.value), one.id) for mark, one in marks)
    lines = [f"# expect: {line}:{column} {id}" for line, column, id in places]
    return "\n".join([*lines, MADE, ""]) + record.text


def files(kind: str) -> Iterator[tuple[str, str]]:
    """Name and text of every file of a kind."""
    whole = example(schema(kind), kind)
    if kind in IDS:
        whole["id"] = IDS[kind]
    for family, keywords in FAMILIES.items():
        changes = [change(rule, whole) for rule in rules(kind) if rule.keyword in keywords]
        for number, group in enumerate(_with_something_left(pack(changes), whole), start=1):
            yield f"{family}_{number}.yml" if number > 1 else f"{family}.yml", page(kind, whole, group)


def _with_something_left(groups: Iterable[list[Change]], whole: Any) -> Iterator[list[Change]]:
    """The groups, but none that takes every field of a record away: an empty file is another mistake."""
    for group in groups:
        if {one.path for one in group if one.drop} >= {(field,) for field in whole}:
            yield group[:1]
            yield group[1:]
        else:
            yield group


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
