"""Holds a record against its JSON Schema and says in our words, at the right place, what is wrong.

A fast validator decides whether anything is refused; the thorough one is asked only then, for the reasons.
The schemas use neither `oneOf` nor `anyOf`: every refusal has one cause.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

import jsonschema_rs

from charterkit.problems import Problem, Spot, problem
from charterkit.text import nearest

Schema = dict[str, Any]

KINDS = (
    "publisher", "charter", "commitment", "standard", "service", "procedure", "indicator", "methodology", "calendar",
    "reasons", "consultation", "act", "assessment", "action", "strategy", "programme", "survey",
)  # fmt: skip
_COMMON = "common.schema.json"
# As many mistakes of one record as anybody mends at a time; the rest show when these are gone.
MANY = 200


@cache
def schema(kind: str) -> Schema:
    """The schema of a kind of record, with the common parts folded in."""
    folder = files("charterkit") / "schemas"
    own: Schema = json.loads((folder / f"{kind}.schema.json").read_text(encoding="utf-8"))
    common: Schema = json.loads((folder / _COMMON).read_text(encoding="utf-8"))
    bundled: Schema = _without_file_names(own)
    bundled["$defs"] = common["$defs"]
    return bundled


def _without_file_names(part: Any) -> Any:
    if isinstance(part, dict):
        return {
            key: value.removeprefix(_COMMON) if key == "$ref" else _without_file_names(value)
            for key, value in part.items()
        }
    return [_without_file_names(item) for item in part] if isinstance(part, list) else part


@cache
def _quick(kind: str) -> Any:
    return jsonschema_rs.Draft202012Validator(schema(kind), validate_formats=True)


@cache
def _thorough(kind: str) -> Any:
    # Imported late: whoever has no mistakes never needs it, and its import costs a tenth of a second.
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema(kind), format_checker=Draft202012Validator.FORMAT_CHECKER)


def check(kind: str, data: object, file: str) -> tuple[Problem, ...]:
    """What the schema of a kind refuses in a record; nothing if the record is right."""
    if _quick(kind).is_valid(data):
        return ()
    some = islice(_thorough(kind).iter_errors(data), MANY)
    errors = sorted(some, key=lambda error: list(map(str, error.absolute_path)))
    return tuple(_once(found for error in errors for found in _explain(error, file)))


def _once(found: Iterable[Problem]) -> Iterator[Problem]:
    """One problem a value: a value of the wrong type need not be told that it has the wrong form as well."""
    seen: set[tuple[Spot, str]] = set()
    for one in found:
        key = (one.spot, "" if one.id not in ("field-missing", "field-unknown") else str(one.details))
        if key not in seen:
            seen.add(key)
            yield one


def _explain(error: Any, file: str) -> Iterator[Problem]:
    spot = Spot(file, tuple(error.absolute_path))
    keyword = error.validator
    if keyword == "additionalProperties" and isinstance(error.validator_value, bool):
        yield from _unknown_fields(error, spot)
    elif keyword == "required":
        yield from _missing_fields(error, spot)
    elif keyword == "propertyNames" or (keyword == "minProperties" and "required" in error.schema):
        return  # said more exactly by another error: the name that is wrong, the field that is missing
    elif "propertyNames" in error.absolute_schema_path:
        yield _wrong_name(error, spot)
    else:
        yield _wrong_value(error, spot)


def _unknown_fields(error: Any, spot: Spot) -> Iterator[Problem]:
    known = list(error.schema.get("properties", {}))
    unknown = (name for name in error.instance if name not in known)
    for name in islice(unknown, MANY):
        yield problem(
            "field-unknown",
            spot.at(name).key(),
            found=name,
            nearest=nearest(name, known) or "",
            allowed=", ".join(known),
        )


def _missing_fields(error: Any, spot: Spot) -> Iterator[Problem]:
    for name in error.validator_value:
        if name not in error.instance:
            about = _resolved(error.schema["properties"][name])
            example = f"{name}: {_as_yaml(about)}"
            yield problem("field-missing", spot, found=name, title=about.get("title", name), example=example)


def _wrong_name(error: Any, spot: Spot) -> Problem:
    """A field whose name is free within limits (a language, an approver) has a name outside them."""
    about = error.schema
    target = spot.at(error.instance).key()
    if error.validator == "enum":
        return _choice(error, target)
    return problem(
        about.get("x-problem", "id-form"),
        target,
        field=target.field_name,
        found=error.instance,
        example=_as_yaml(about),
    )


def _wrong_value(error: Any, spot: Spot) -> Problem:
    about: Schema = error.schema
    found = _shown(error.instance)
    name = spot.field_name or "kind"
    keyword = error.validator
    if keyword in ("enum", "const"):
        return _choice(error, spot)
    form = about.get("x-problem", "text-form")
    if keyword == "type" and (form == "text-form" or isinstance(error.instance, (dict, list))):
        wanted = _type_words(error.validator_value)
        return problem("value-type", spot, field=name, found=found, wanted=wanted, example=_as_yaml(about))
    if keyword in _LIMITS:
        limit = f"{_LIMITS[keyword]} {error.validator_value}"
        return problem("value-range", spot, field=name, found=found, limit=limit, example=_as_yaml(about))
    if keyword in ("minItems", "minProperties") and not error.instance:
        return problem("list-empty", spot, field=name)
    if keyword in ("minItems", "maxItems", "minProperties"):
        return problem("list-length", spot, field=name, limit=error.validator_value, example=_as_yaml(about))
    if keyword == "uniqueItems":
        return problem("list-repeats", spot, field=name, found=_shown(_repeated(error.instance)))
    if keyword == "maxLength" and form != "id-form":
        return problem("value-length", spot, field=name, limit=error.validator_value)
    return problem(form, spot, field=name, found=found, example=_as_yaml(about))


_LIMITS = {"minimum": "≥", "maximum": "≤", "exclusiveMinimum": ">", "exclusiveMaximum": "<"}


def _repeated(entries: list[object]) -> object:
    """The first entry that stands in a list for the second time."""
    return next(entry for index, entry in enumerate(entries) if entry in entries[:index])


def _choice(error: Any, spot: Spot) -> Problem:
    allowed = error.validator_value if error.validator == "enum" else [error.validator_value]
    words = [_shown(one) for one in allowed]
    found = _shown(error.instance)
    if error.validator == "const":
        return problem("kind-other", spot, found=found, wanted=words[0])
    best = nearest(found, words) or ""
    field = spot.field_name
    return problem("value-choice", spot, field=field, found=found, nearest=best, allowed=", ".join(words))


def _type_words(kind: str | list[str]) -> str:
    """The JSON name of the wanted type; the reporter says it in the reader's language."""
    return kind if isinstance(kind, str) else " | ".join(kind)


def _resolved(about: Schema) -> Schema:
    ref = about.get("$ref")
    return {**schema("publisher")["$defs"][ref.rsplit("/", 1)[-1]], **about} if ref else about


def _shown(value: object) -> str:
    """A value as the author wrote it, cut to a readable length."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or value == "":
        return "“”"
    text = (
        json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, (dict, list)) else str(value)
    )
    return text if len(text) <= 60 else text[:57] + "…"


def example(kind: str, field: str) -> str:
    """The example of a field of a record as one line of YAML."""
    return _as_yaml(schema(kind)["properties"][field])


def _as_yaml(about: Mapping[str, Any]) -> str:
    """The example of a field as one line of YAML."""
    return _flow(_example(about))


def _example(about: Mapping[str, Any]) -> Any:
    """The example that a schema gives, or one made of the examples of the fields that must be there."""
    about = _resolved(dict(about))
    if "examples" in about:
        return about["examples"][0]
    if "enum" in about:
        return about["enum"][0]
    if "items" in about:
        return [_example(about["items"])]
    if "required" in about:
        return {name: _example(about["properties"][name]) for name in about["required"]}
    return 20 if about.get("type") == "number" else "some words"


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and (value.isdigit() or not _WORD.fullmatch(value)):
        return f'"{value}"'
    return str(value)


_WORD = re.compile(r"[\w-]+")


def texts(kind: str, data: object) -> Iterator[tuple[tuple[str | int, ...], str, Mapping[str, str]]]:
    """Every text of a valid record: its path, its form (`line`, `rich` or `words`), its words by language."""
    yield from _texts(schema(kind), data, (), schema(kind)["$defs"])


def _texts(
    about: Schema, data: Any, path: tuple[str | int, ...], defs: Schema
) -> Iterator[tuple[tuple[str | int, ...], str, Mapping[str, str]]]:
    if "$ref" in about:
        about = defs[about["$ref"].rsplit("/", 1)[-1]]
    if "x-text" in about:
        form = about["x-text"]
        yield path, form, _in_lines(data) if form == "words" else data
    elif isinstance(data, dict):
        properties = about.get("properties", {})
        for key, value in data.items():
            inner = properties.get(key)
            if inner is not None:
                yield from _texts(inner, value, (*path, key), defs)
    elif isinstance(data, list) and isinstance(about.get("items"), dict):
        for index, item in enumerate(data):
            yield from _texts(about["items"], item, (*path, index), defs)


def _in_lines(words: Mapping[str, list[str]]) -> Mapping[str, str]:
    return {lang: "\n".join(some) for lang, some in words.items()}
