"""The schemas, the typed records and the design agree: fields, closed lists, examples, what a council votes on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from jsonschema import Draft202012Validator

from charterkit.data.build import RECORDS, RENAMED
from charterkit.data.schema import KINDS, schema
from charterkit.data.tables import FIGURE_COLUMNS, WORD_COLUMNS
from charterkit.model.common import Keywords, MonthDay
from charterkit.model.indicator import Tolerance
from charterkit.model.methodology import Unit
from charterkit.model.requirement import FORMS, Norm, Target
from charterkit.model.result import Row, State
from charterkit.periods import YearStart
from charterkit.problems import SENTENCES
from charterkit.text import Text

Schema = dict[str, Any]

FOLDER = Path(__file__).resolve().parent.parent / "plugins/charterkit/schemas"
FILES = sorted(FOLDER.glob("*.schema.json"))
# Values whose written form is another one than their typed form: a map, a number, a day.
WRITTEN_OTHERWISE = (Text, Keywords, MonthDay, YearStart, Tolerance, Unit)
# What the place or the bytes of a file say, so that the file does not.
FROM_THE_PLACE = {"file", "charter", "family", "seal"}
# The text of a procedure stands in files of its own.
ELSEWHERE = {"procedure": {"text"}}
# A word that is right for the one field of a closed list and not for the other: no verdict comes irregularly.
LEFT_OUT = {"commitment measures.judged": ["irregular"]}


@dataclass(frozen=True)
class Pair:
    """A typed record (or a part of one) beside the schema of what it is read from."""

    kind: str
    path: str
    record: type
    about: Schema

    def __str__(self) -> str:
        return f"{self.kind} {self.path}".strip()


@cache
def raw(file: Path) -> Schema:
    """A schema as it stands in its file."""
    found: Schema = json.loads(file.read_text(encoding="utf-8"))
    return found


def resolved(kind: str, about: Schema) -> Schema:
    """A part of a schema with the common part that it refers to laid under it."""
    if "$ref" not in about:
        return about
    return {**schema(kind)["$defs"][about["$ref"].rsplit("/", 1)[-1]], **about}


def bare(hint: Any) -> Any:
    """What a type holds: without `None` and without the list around it."""
    if isinstance(hint, UnionType):
        rest = [one for one in get_args(hint) if one is not NoneType]
        return bare(rest[0]) if len(rest) == 1 else hint
    if get_origin(hint) is tuple and get_args(hint)[-1] is Ellipsis:
        return bare(get_args(hint)[0])
    return hint


def pairs(kind: str, path: str, record: type, about: Schema) -> Iterator[Pair]:
    """A record and all the parts of it that are records themselves."""
    yield Pair(kind, path, record, about)
    for field, hint in get_type_hints(record).items():
        inner = bare(hint)
        if isinstance(inner, type) and is_dataclass(inner) and inner not in WRITTEN_OTHERWISE:
            word = written(record, field)
            below = resolved(kind, about["properties"][word])
            below = resolved(kind, below["items"]) if below["type"] == "array" else below
            yield from pairs(kind, f"{path}.{word}".strip("."), inner, below)


def written(record: type, field: str) -> str:
    """The word for a field in a file."""
    return RENAMED.get(record, {}).get(field, field)


PAIRS = [pair for kind in KINDS for pair in pairs(kind, "", RECORDS[kind], schema(kind))]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_a_file_can_say_exactly_what_a_record_holds(pair: Pair) -> None:
    names = [field.name for field in fields(pair.record)]
    held = {written(pair.record, name) for name in names if name not in elsewhere(pair) or pair.path}
    if pair.record in (Target, Norm):
        held = held - {"requirement"} | set(FORMS)

    said = set(pair.about["properties"])

    assert (said if pair.path else said - {"kind"}) == held


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_a_record_must_have_what_its_type_cannot_do_without(pair: Pair) -> None:
    hints = get_type_hints(pair.record)
    needed = {field.name for field in fields(pair.record) if _has_no_default(field)} - elsewhere(pair)
    required = {name for name in hints if written(pair.record, name) in pair.about.get("required", [])}

    assert needed - {"requirement"} <= required


def elsewhere(pair: Pair) -> set[str]:
    """What the file of a record does not say itself."""
    return FROM_THE_PLACE | ELSEWHERE.get(pair.kind, set())


def _has_no_default(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def closed_lists() -> Iterator[tuple[str, list[str], list[str]]]:
    for pair in PAIRS:
        for field, hint in get_type_hints(pair.record).items():
            if (
                isinstance(bare(hint), type)
                and issubclass(bare(hint), StrEnum)
                and field not in FROM_THE_PLACE
            ):
                about = resolved(pair.kind, pair.about["properties"][written(pair.record, field)])
                about = resolved(pair.kind, about["items"]) if about.get("type") == "array" else about
                name = f"{pair}.{field}"
                yield name, [*about["enum"], *LEFT_OUT.get(name, [])], [member.value for member in bare(hint)]


@pytest.mark.parametrize(("name", "allowed", "known"), list(closed_lists()))
def test_closed_lists_are_the_same_in_the_same_order(name: str, allowed: list[str], known: list[str]) -> None:
    assert allowed == known, name


def test_the_columns_of_a_results_file_are_described() -> None:
    described = raw(FOLDER / "results.schema.json")["properties"]
    columns = [*FIGURE_COLUMNS, *(name for name in WORD_COLUMNS if name not in FIGURE_COLUMNS)]
    held = {"value" if field.name == "figure" else field.name for field in fields(Row)} - {"slice", "line"}

    assert list(described) == columns
    assert set(columns) == held
    assert [word for word in described["state"]["enum"] if word] == [state.value for state in State if state]


def properties(about: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Schema]]:
    """Every property that a schema describes, wherever it stands in it."""
    if isinstance(about, dict):
        for key, value in about.items():
            if key == "properties":
                for name, one in value.items():
                    yield (*path, name), one
                    yield from properties(one, (*path, name))
            elif key not in ("examples", "enum", "const"):
                yield from properties(value, path)


def described() -> list[tuple[str, Schema]]:
    return [(f"{file.name}: {'.'.join(path)}", one) for file in FILES for path, one in properties(raw(file))]


def test_every_property_has_a_title_and_a_description() -> None:
    found = described()
    lacking = [name for name, one in found if not (one.get("title") and one.get("description"))]

    assert len(found) > 200
    assert lacking == []


def test_every_property_has_an_example_that_is_right() -> None:
    shared = {"$defs": raw(FOLDER / "common.schema.json")["$defs"]}
    wrong = []
    for name, one in described():
        local = json.loads(json.dumps(one).replace("common.schema.json#", "#"))
        validator = Draft202012Validator(
            {**local, **shared}, format_checker=Draft202012Validator.FORMAT_CHECKER
        )
        examples = one.get("examples", [])
        wrong += [
            name for example in examples or [object()] if not examples or not validator.is_valid(example)
        ]

    assert wrong == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_schema_is_one_itself_and_refuses_for_one_reason_at_a_time(file: Path) -> None:
    words = set(keywords(raw(file)))

    Draft202012Validator.check_schema(raw(file))

    assert raw(file)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert raw(file)["$id"].endswith(f"/{file.name}")
    assert not words & {"oneOf", "anyOf", "allOf", "not", "if", "then", "else", "dependentSchemas"}


def keywords(about: Any) -> Iterator[str]:
    """Every keyword of a schema; names of properties, examples and closed lists are none."""
    if isinstance(about, list):
        for one in about:
            yield from keywords(one)
    elif isinstance(about, dict):
        for key, value in about.items():
            yield key
            if key in ("properties", "$defs"):
                yield from keywords(list(value.values()))
            elif key not in ("examples", "enum", "const"):
                yield from keywords(value)


def test_unknown_fields_are_refused_everywhere() -> None:
    open_ended = [
        f"{file.name}: {one['properties'].keys()}"
        for file in FILES
        # The columns of tables are named by the indicator and by the programme, too.
        if file.name not in ("results.schema.json", "replies.schema.json", "deliverables.schema.json")
        for one in [
            raw(file),
            *(one for _, one in properties(raw(file))),
            *raw(file).get("$defs", {}).values(),
        ]
        for one in (one, one.get("items", {}))
        if isinstance(one, dict) and "properties" in one and one.get("additionalProperties") is not False
    ]

    assert open_ended == []


def test_every_problem_that_a_schema_names_has_its_sentence() -> None:
    named = {
        part["x-problem"]
        for file in FILES
        for part in parts(raw(file))
        if isinstance(part.get("x-problem"), str)
    }

    assert named
    assert named <= set(SENTENCES)


def parts(about: Any) -> Iterator[Schema]:
    if isinstance(about, dict):
        yield about
    for inner in about.values() if isinstance(about, dict) else about if isinstance(about, list) else ():
        yield from parts(inner)


def each(path: str, *names: str) -> set[str]:
    """A part with the fields in it."""
    return {path, *(f"{path}.{name}" for name in names)}


DEMAND = ("from", "until", "per", *FORMS)
CLOCK = ("starts", "stops", "pauses", "counting", "cut_off", "ends_on")
NORM = (*DEMAND, "unit", "extension", "extension.at_most", "extension.when", "extension.notice")
# What a council votes on, as the design lists it. Everything else may change without a vote: owner, source, contacts,
# hours, links, calendars, breaks in the data, what only explains. A reference to a common part counts as a whole.
NORMATIVE: dict[str, set[str]] = {
    "publisher": {"authoritative", "bodies.id", "bodies.name"},
    "charter": {
        *("id", "title", "purpose", "publisher", "covers", "scope", "principles", "approvers", "seals"),
        *("legal_force", "legal_basis", "rights", "duties", "review.every"),
        *each("groups", "id", "title", "text"),
        *each("adopts", "charter", "groups"),
        *each("complaints", "within", "answer_within", "appeal", "further"),
        *each("complaints.appeal", "body", "within", "law"),
        *each("complaints.further", "body", "within", "law"),
        *each("reports", "to", "every", "by"),
    },
    "commitment": {
        *(
            "id",
            "number",
            "group",
            "title",
            "promise",
            "conditions",
            "bodies",
            "standards",
            "services",
            "lineage",
            "ended",
        ),
        *each("measures", "indicator", "standard", "variant", "only", "judged"),
        *each("measures.targets", *DEMAND, "aim"),
        *each("redress", "remedy", "how", "within"),
        *each("redress.compensation", "amount", "currency", "automatic"),
    },
    "standard": {
        *("id", "type", "title", "statement", "applies_to", "legal_basis", "lineage", "ended"),
        *each("norms", *NORM),
        *each("clock", *CLOCK),
        *each("variants", "id", "when"),
        *each("variants.norms", *NORM),
    },
    "indicator": {
        *(
            "id",
            "type",
            "title",
            "definition",
            "unit",
            "direction",
            "formula",
            "weighting",
            "times",
            "sample",
        ),
        *("question", "accumulates", "frequency", "starts", "ends", "window", "lineage", "ended"),
        *each("numerator", "definition", "includes", "excludes"),
        *each("denominator", "definition", "includes", "excludes"),
        *each("scale", "min", "max"),
        *each("near", "percent"),
        *each("disaggregations", "id", "values"),
        *each("confidentiality", "persons", "k"),
        *each("method_versions", "from", "change"),
    },
    "methodology": {
        *("title", "summary", "sections", "units", "k", "complaints", "revision_policy"),
        *("review_every", "legal_basis"),
        *each("service_classes", "id", "title", "at_most", "legal_basis"),
    },
    "service": {
        *("id", "number", "title", "summary", "description", "bodies", "audience", "clients", "scope"),
        *("complexity", "fees", "fees_note", "takes", "takes_note", "standard", "output", "if_refused"),
        *("legal_basis", "lineage", "ended"),
        "no_requirements",
        *each("requirements", "title", "copies", "original", "where", "why", "when", "variants"),
        *each("fetched", "title", "source"),
        *each("steps", "client", "agency", "fees", "takes", "takes_note", "body", "role", "variants"),
        *each("variants", "id", "basis", "title", "when", "takes", "fees"),
        *each("clock", *CLOCK),
        *each("appeal", "body", "within", "law"),
    },
    "procedure": {
        *("id", "number", "title", "summary", "bodies", "services", "standards", "edition"),
        *("legal_basis", "lineage", "ended"),
        *each("annexes", "title", "text"),
    },
    "calendar": set(),
    # About what is voted on, and so no part of it.
    "reasons": set(),
    "consultation": set(),
    "act": set(),
    # Informative: no part of any charter.
    "programme": set(),
    # What others found out, and what is done about it.
    "assessment": set(),
    # What follows from results and surveys; nobody votes on it.
    "action": set(),
    "strategy": set(),
    # What people said: informative.
    "survey": set(),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_council_votes_on_is_marked_and_nothing_else(kind: str) -> None:
    found = properties(raw(FOLDER / f"{kind}.schema.json"))

    assert {".".join(path) for path, one in found if one.get("x-normative")} == NORMATIVE[kind]


def test_results_are_never_voted_on() -> None:
    found = [one for _, one in properties(raw(FOLDER / "results.schema.json"))]

    assert found
    assert not any("x-normative" in one for one in found)


def test_of_the_parts_that_records_share_only_a_law_is_sealed_in_part() -> None:
    """Whether a shared part is voted on, the field that holds it says; of a law its address is never sealed with it."""
    shared = json.loads((FOLDER / "common.schema.json").read_text(encoding="utf-8"))["$defs"]
    marked = {
        (name, field)
        for name, part in shared.items()
        for field, one in part.get("properties", {}).items()
        if "x-normative" in one
    }

    assert marked == {("source", "title"), ("source", "article")}
