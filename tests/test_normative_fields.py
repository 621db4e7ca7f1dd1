"""Every single field of everything that is put to the vote: which are sealed, and which anybody may change at any time.

`frozen/normative_fields.txt` names them all. A field that comes, goes or changes sides has to be entered there by hand.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from charterkit.data.content import by_language, canonical, digest, sealed
from charterkit.data.load import load
from charterkit.data.schema import schema
from charterkit.data.sources import SEALED_KINDS
from charterkit.rules.releases.sealing import content_file, voted_in, working_records
from conftest import REPOSITORY

LIST = Path(__file__).parent / "frozen/normative_fields.txt"
# The bodies of a publisher are sealed, and nothing else of it.
KINDS = sorted(SEALED_KINDS | {"publisher"})
VOTED, OTHER = "lt", "en"
Step = str | int
Place = tuple[Step, ...]
ANY = "any-name"


class Fields:
    """A record of a kind in which every field that the schema knows says something."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.about = schema(kind)
        self.whole = self.sample(self.about)
        self.digest = self.seal(self.whole)

    def seal(self, data: Any) -> str:
        return digest(canonical(sealed(self.kind, data, [VOTED])))

    def resolved(self, about: Mapping[str, Any]) -> Mapping[str, Any]:
        name = about.get("$ref", "").rsplit("/", 1)[-1]
        return {**self.about["$defs"][name], **about} if name else about

    def sample(self, about: Mapping[str, Any]) -> Any:
        about = self.resolved(about)
        if "x-text" in about:
            return {VOTED: "Žodžiai.", OTHER: "Words."}
        if by_language(about):
            return {lang: self.sample(about["additionalProperties"]) for lang in (VOTED, OTHER)}
        if "properties" in about or isinstance(about.get("additionalProperties"), dict):
            return self.sample_of_parts(about)
        if "items" in about:
            return [self.sample(about["items"])]
        if "enum" in about or "const" in about:
            return next(iter(about.get("enum", [about.get("const")])))
        return {"boolean": True, "number": 7, "integer": 7}.get(str(about.get("type")), "word")

    def sample_of_parts(self, about: Mapping[str, Any]) -> dict[str, Any]:
        parts = {name: self.sample(one) for name, one in about.get("properties", {}).items()}
        others = about.get("additionalProperties")
        return {**parts, ANY: self.sample(others)} if isinstance(others, dict) else parts

    @cached_property
    def sides(self) -> dict[str, bool]:
        """Every field, with whether another value of it is another digest."""
        found: dict[str, bool] = {}
        for place in leaves(self.whole):
            if OTHER not in place:
                found[named(place)] = self.seal(changed(self.whole, place)) != self.digest
        return found


def leaves(value: Any, place: Place = ()) -> Iterator[Place]:
    """The way to every value that holds no other."""
    inner = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    )
    if inner is None:
        yield place
    else:
        for key, one in inner:
            yield from leaves(one, (*place, key))


def lists(value: Any, place: Place = ()) -> Iterator[Place]:
    """The way to every list."""
    if isinstance(value, list):
        yield place
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from lists(one, (*place, key))


def changed(value: Any, place: Place, other: Any = None) -> Any:
    """A copy that says something else at a place: what is given, else another value of the same sort."""
    if not place:
        return other if other is not None else another(value)
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[place[0]] = changed(copy[place[0]], place[1:], other)
    return copy


def another(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else f"{value}x"


def at(value: Any, place: Place) -> Any:
    for step in place:
        value = value[step]
    return value


def named(place: Place) -> str:
    """A field as the handbook names it: `measures[].targets[].aim`; a text without its language."""
    shown = ""
    for step in place:
        shown += "[]" if isinstance(step, int) else "" if step in (VOTED, OTHER) else f".{step}"
    return shown.removeprefix(".")


@pytest.fixture(scope="module", params=KINDS)
def fields(request: pytest.FixtureRequest) -> Fields:
    return Fields(request.param)


def listed() -> dict[str, dict[str, bool]]:
    """What the list says of every field of every kind."""
    found: dict[str, dict[str, bool]] = {}
    for line in LIST.read_text(encoding="utf-8").splitlines():
        side, kind, field = line.split()
        found.setdefault(kind, {})[field] = side == "sealed"
    return found


def test_every_field_is_on_the_side_on_which_the_list_has_it(fields: Fields) -> None:
    assert fields.sides == listed()[fields.kind]


def test_the_handbook_marks_a_field_where_something_of_it_is_sealed(fields: Fields) -> None:
    """The mark stands at a field itself; its parts have marks of their own only where not all are sealed."""
    marked = dict(rows_of(fields.about["title"]))
    sealed_ones = {field for field, is_sealed in fields.sides.items() if is_sealed}

    assert sealed_ones <= {one for field in marked if marked[field] for one in below(field, fields)}
    for field, has_mark in marked.items():
        holds = {one in sealed_ones for one in below(field, fields)}
        assert has_mark <= (True in holds), field
        parent = field.rpartition(".")[0]
        beside = [one for one in marked if parent and one.rpartition(".")[0] == parent]
        if any(marked[one] for one in beside):
            assert has_mark is (True in holds), field


def rows_of(title: str) -> Iterator[tuple[str, bool]]:
    """Every field in the table of a kind of record, with whether it has the mark."""
    page = (REPOSITORY / "docs/handbook/records.md").read_text(encoding="utf-8")
    table = next(part for part in page.split("\n## ") if part.startswith(f"{title}\n"))
    for row in re.findall(r"^\| `([^`]+)`(.*?) \|", table, re.MULTILINE):
        yield row[0], "**●**" in row[1]


def below(field: str, fields: Fields) -> Iterator[str]:
    """The field itself, or its parts as far down as there are any."""
    return (one for one in fields.sides if re.match(rf"{re.escape(field)}(\[\])?(\.|$)", one))


def test_a_translation_is_never_sealed(fields: Fields) -> None:
    translations = [place for place in leaves(fields.whole) if OTHER in place]

    assert translations or fields.kind == "services"
    for place in translations:
        assert fields.seal(changed(fields.whole, place)) == fields.digest, place


def test_one_item_more_and_one_less_are_as_good_as_another_value(fields: Fields) -> None:
    """A list is sealed where something in it is: nothing comes or goes unseen."""
    sides = fields.sides
    for place in lists(fields.whole):
        items = at(fields.whole, place)
        inside = [sides[named((*place, *leaf))] for leaf in leaves(items) if OTHER not in leaf]
        longer = changed(fields.whole, place, [*items, *items])
        shorter = changed(fields.whole, place, [])
        for other in (longer, shorter):
            assert (fields.seal(other) != fields.digest) is any(inside), place


def test_the_order_of_fields_says_nothing(fields: Fields) -> None:
    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: turned(one) for key, one in reversed(value.items())}
        return [turned(one) for one in value] if isinstance(value, list) else value

    assert list(turned(fields.whole)) != list(fields.whole)
    assert fields.seal(turned(fields.whole)) == fields.digest


def test_line_ends_and_unicode_form_of_all_files_make_no_other_text(tmp_path: Path) -> None:
    """All records and procedures of the demonstration, as another editor on another system would save them."""
    root = tmp_path / "site"
    for part in ("charters", "standards"):
        shutil.copytree(REPOSITORY / part, root / part, ignore=shutil.ignore_patterns("releases", "*.csv"))
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    before = contents(root)
    touched = 0
    for file in [*root.rglob("*.yml"), *root.rglob("*.md")]:
        raw = file.read_bytes()
        other = unicodedata.normalize("NFD", raw.decode()).replace("\n", "\r\n").encode()
        file.write_bytes(other)
        touched += other != raw.replace(b"\n", b"\r\n")

    assert touched > 50, "there are letters that have two forms"
    assert contents(root) == before


def contents(root: Path) -> dict[str, str]:
    """The digest of what would be put to the vote of each charter."""
    loaded = load(root)
    assert loaded.publication is not None, loaded.problems
    languages = voted_in(loaded.publication)
    return {
        id: digest(
            content_file(id, "1", "", languages, working_records(loaded.publication, loaded.sources, id))
        )
        for id in loaded.publication.charters
    }
