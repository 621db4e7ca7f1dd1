"""Every rule of the schemas, and which of them a record breaks: what `tests/bad/` has to cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from charterkit.data.schema import schema

KEYWORDS = frozenset(
    {
        "type", "enum", "const", "required", "additionalProperties", "pattern", "format", "minimum", "maximum",
        "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems", "uniqueItems", "minLength", "maxLength",
        "minProperties", "maxProperties",
    }
)  # fmt: skip
# How a path names what has no name of its own in a schema.
ITEM, ANY, NAME = "[]", "*", "<name>"


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """One thing that a schema demands.

    `path` leads to the value from the top of the record: names of fields, `[]` for an entry of a list, `*` for
    the value and `<name>` for the name of a freely named field. `field` is the name that `required` demands.
    """

    kind: str
    path: tuple[str, ...]
    keyword: str
    field: str = ""

    def __str__(self) -> str:
        where = ".".join(self.path).replace(".[]", "[]") or "the record"
        return f"{self.kind}: {where} {self.keyword} {self.field}".rstrip()


def resolved(about: Mapping[str, Any], kind: str) -> Mapping[str, Any]:
    """A part of a schema with the part that it refers to laid under it."""
    if "$ref" not in about:
        return about
    base = schema(kind)["$defs"][about["$ref"].rsplit("/", 1)[-1]]
    return {**base, **{key: value for key, value in about.items() if key != "$ref"}}


@cache
def rules(kind: str) -> tuple[Rule, ...]:
    """Every rule that a file of the kind can break, in the order of the schema."""
    return tuple(_rules(schema(kind), kind, ()))


def _rules(about: Mapping[str, Any], kind: str, path: tuple[str, ...]) -> Iterator[Rule]:
    about = resolved(about, kind)
    for keyword in about:
        yield from _of_keyword(about, keyword, kind, path)
    for name, inner in about.get("properties", {}).items():
        yield from _rules(inner, kind, (*path, name))
    for keyword, step in (("items", ITEM), ("additionalProperties", ANY), ("propertyNames", NAME)):
        if isinstance(about.get(keyword), dict):
            yield from _rules(about[keyword], kind, (*path, step))


def _of_keyword(about: Mapping[str, Any], keyword: str, kind: str, path: tuple[str, ...]) -> Iterator[Rule]:
    if keyword == "required":
        yield from (Rule(kind, path, keyword, field) for field in about[keyword])
    elif keyword == "additionalProperties" and about[keyword] is not False:
        return
    elif keyword == "type" and path[-1:] == (NAME,):
        return  # the reader makes every name a text
    elif keyword in KEYWORDS:
        yield Rule(kind, path, keyword)


@cache
def _validator(kind: str) -> Any:
    return Draft202012Validator(schema(kind), format_checker=Draft202012Validator.FORMAT_CHECKER)


def broken(kind: str, data: object) -> frozenset[Rule]:
    """The rules of a kind that plain data breaks."""
    return frozenset(rule for error in _validator(kind).iter_errors(data) for rule in _broken(kind, error))


def _broken(kind: str, error: Any) -> Iterator[Rule]:
    *steps, keyword = error.absolute_schema_path
    path = tuple(_steps(steps))
    if keyword == "required":
        missing = [field for field in error.validator_value if field not in error.instance]
        yield from (Rule(kind, path, keyword, field) for field in missing)
    else:
        yield Rule(kind, path, keyword)


def _steps(schema_path: Iterable[str | int]) -> Iterator[str]:
    """The steps of a path through a schema, without those that lead to no other value."""
    named = {"items": ITEM, "additionalProperties": ANY, "propertyNames": NAME}
    steps = iter(schema_path)
    for step in steps:
        if step == "properties":
            yield str(next(steps))
        elif step in named:
            yield named[str(step)]
