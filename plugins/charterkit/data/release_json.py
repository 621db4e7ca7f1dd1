"""Reads the JSON of a release as strictly as it was written: nothing twice, no numbers, one canonical form."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from charterkit.data.content import canonical
from charterkit.problems import Problem, Spot, problem

MAX_BYTES = 20_000_000
MAX_DEPTH = 40


@dataclass(frozen=True, slots=True)
class Read:
    """What a file says; `data` is None where it could not be understood."""

    data: Any
    problems: tuple[Problem, ...] = ()


class _Refused(Exception):
    """What stands in the file belongs in no release; carries the problem that says why."""

    def __init__(self, id: str, **details: object) -> None:
        self.id = id
        self.details = details


def read(file: str, raw: bytes) -> Read:
    """What the bytes of a JSON file say: maps, lists, texts, true and false. Never raises."""
    if len(raw) > MAX_BYTES:
        return Read(None, (problem("file-too-large", Spot(file), limit=MAX_BYTES // 1_000_000),))
    try:
        data = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_once,
            parse_int=_no_number,
            parse_float=_no_number,
            parse_constant=_no_number,
        )
        _look(data)
    except _Refused as refused:
        return Read(None, (problem(refused.id, Spot(file), **refused.details),))
    except json.JSONDecodeError as error:
        return Read(None, (problem("release-json", Spot(file, line=error.lineno, column=error.colno)),))
    except (UnicodeDecodeError, RecursionError):
        return Read(None, (problem("release-json", Spot(file)),))
    return Read(data)


def is_canonical(data: Any, raw: bytes) -> bool:
    """Whether bytes are the canonical form of what they say."""
    return canonical_again(data) == raw


def canonical_again(data: Any) -> bytes | None:
    """The canonical bytes of data that was read; None where it has none (half a letter).

    Where every name of a field is ASCII, as in all that charterkit writes, the JSON of Python is the same as
    RFC 8785 demands: numbers, the rest of the difference, are refused before. It takes a fifth of the time.
    """
    try:
        if all(key.isascii() for key in _keys(data)):
            return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
        return canonical(data)
    except ValueError:
        return None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Refused("release-key-twice", found=_shown(twice))
    return found


def _no_number(found: str) -> NoReturn:
    raise _Refused("release-value", found=_shown(found))


def _look(data: Any) -> None:
    """Refuse what stands too deep, and `null`."""
    for value, depth in _inside(data, 1):
        if value is None:
            raise _Refused("release-value", found="null")
        if depth > MAX_DEPTH:
            raise _Refused("release-json")


def _inside(value: Any, depth: int) -> Iterator[tuple[Any, int]]:
    waiting = [(value, depth)]
    while waiting:
        value, depth = waiting.pop()
        yield value, depth
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        waiting += [(one, depth + 1) for one in inner]


def _keys(data: Any) -> Iterator[str]:
    for value, _ in _inside(data, 1):
        if isinstance(value, dict):
            yield from value


def _shown(found: str) -> str:
    """What an author may see of a value: printable and of readable length."""
    words = "".join(sign if sign.isprintable() else "�" for sign in found)
    return words if len(words) <= 60 else words[:57] + "…"
