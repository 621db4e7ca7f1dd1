"""Whatever stands in a file, reading it never raises, and every problem stands at a place that an editor can find."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterkit.data import source
from charterkit.data.load import Loader
from charterkit.problems import SENTENCES, Problem
from charterkit.rules.check import check

BASE = Path(__file__).parent / "bad" / "_base"
FILES = tuple(sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.*")))
RECORDS = tuple(file for file in FILES if file.endswith(".yml"))
RESULTS = tuple(file for file in FILES if file.endswith(".csv"))

Path_ = tuple[str | int, ...]

GONE = object()
DEEP = "\x00deep"  # cannot stand in a file, so it marks where a thousand brackets go
REPLACEMENTS: tuple[object, ...] = (
    GONE, None, True, 0, -1, 10**40, 0.5, "", "no", "2019-02-30", "previous", "x" * 20_000, "<b>{{ 7*7 }}</b>", "=1+1",
    [], ["a", ["b"]], [None], {}, {"": ""}, {"en": None}, {"lt": "x", "en": "x"}, DEEP,
)  # fmt: skip

# Pieces from which results files are made: what people write, and what nobody should.
CELLS = st.sampled_from(
    (
        "period", "value", "numerator", "denominator", "state", "released", "revises", "2019", "2019-Q3", "2019-Q9",
        "2019-12-31/2019-01-01", "9999-12-31", "0001", "FY9999/00", "95.6", "1e999", "0", "-0", "nan", "9" * 400, "<30",
        "missing", "no_cases", "yes", "2019-02-21", '"', '""', '"a,b"', "\n", "\r\n", ";", "\t", " ", "é", "٣",
    )
)  # fmt: skip


@pytest.fixture(scope="module")
def loader(tmp_path_factory: pytest.TempPathFactory) -> Loader:
    """Reads a sound publication; every example breaks one file of it, which alone is read anew, and mends it again."""
    return Loader(shutil.copytree(BASE, tmp_path_factory.mktemp("fuzz") / "municipality"))


def _problems(loader: Loader, file: str, raw: bytes) -> tuple[Problem, ...]:
    """All problems of the publication with other bytes in one of its files."""
    path = loader.root / file
    sound = path.read_bytes()
    path.write_bytes(raw)
    try:
        return check(loader.load()).problems
    finally:
        path.write_bytes(sound)


def _astray(problems: tuple[Problem, ...], file: str, raw: bytes) -> list[str]:
    """Those that have no sentence, or a place that is not in the broken file."""
    lines = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    here = [one for one in problems if one.place.file == file]
    unknown = [one.id for one in problems if one.id not in SENTENCES]
    outside = [
        f"{one.place} {one.id}"
        for one in here
        if not (
            1 <= one.place.line <= len(lines) and 1 <= one.place.column <= len(lines[one.place.line - 1]) + 1
        )
    ]
    return unknown + outside


def _paths(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    yield path
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, child in children:
        yield from _paths(child, (*path, key))


def _put(value: Any, path: Path_, new: object) -> Any:
    """The plain data with another value at a path, or without it."""
    if not path:
        return {} if new is GONE else new
    pairs = list(value.items() if isinstance(value, dict) else enumerate(value))
    changed = [(key, _put(child, path[1:], new) if key == path[0] else child) for key, child in pairs]
    kept = [pair for pair in changed if not (new is GONE and len(path) == 1 and pair[0] == path[0])]
    return dict(kept) if isinstance(value, dict) else [child for _, child in kept]


NODES = tuple(
    (file, path) for file in RECORDS for path in _paths(source.read(file, (BASE / file).read_bytes()).data)
)


@settings(max_examples=150, deadline=None)
@given(
    file=st.sampled_from(FILES), raw=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode))
)
def test_any_bytes_may_stand_in_any_file(loader: Loader, file: str, raw: bytes) -> None:
    problems = _problems(loader, file, raw)

    assert _astray(problems, file, raw) == []


@settings(max_examples=200, deadline=None)
@given(node=st.sampled_from(NODES), new=st.sampled_from(REPLACEMENTS))
def test_any_value_of_a_sound_record_may_become_another(
    loader: Loader, node: tuple[str, Path_], new: object
) -> None:
    file, path = node
    data = _put(source.read(file, (BASE / file).read_bytes()).data, path, new)
    text = json.dumps(data, ensure_ascii=False, indent=1).replace(json.dumps(DEEP), "[" * 1000 + "]" * 1000)
    problems = _problems(loader, file, text.encode())

    assert _astray(problems, file, text.encode()) == []


@settings(max_examples=150, deadline=None)
@given(file=st.sampled_from(RECORDS), at=st.integers(0, 2000), put=st.text(max_size=8), cut=st.integers(0, 8))
def test_a_slip_of_the_keyboard_anywhere_in_a_record_is_survived(
    loader: Loader, file: str, at: int, put: str, cut: int
) -> None:
    text = (BASE / file).read_text(encoding="utf-8")
    at %= len(text)
    raw = f"{text[:at]}{put}{text[at + cut :]}".encode(errors="surrogatepass")
    problems = _problems(loader, file, raw)

    assert _astray(problems, file, raw) == []


@settings(max_examples=200, deadline=None)
@given(file=st.sampled_from(RESULTS), lines=st.lists(st.lists(CELLS, max_size=5).map(",".join), max_size=5))
def test_any_table_may_stand_in_a_results_file(loader: Loader, file: str, lines: list[str]) -> None:
    sound = (BASE / file).read_text(encoding="utf-8")
    raw = (sound + "\n".join(lines) + "\n").encode()
    problems = _problems(loader, file, raw)

    assert _astray(problems, file, raw) == []
