"""Writes agreed scores into the file of a self-assessment and leaves every other line, comments too, as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from charterkit.data import source
from charterkit.problems import Part as End
from charterkit.problems import Spot

_FILE: Final = "assessment.yml"
_INDENT: Final = re.compile(r" *")

Scores = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class NotWritten(Exception):
    """The file is written in a way in which scores cannot be put in safely; nothing was changed."""

    sub: str


def with_scores(text: str, scores: Scores) -> str:
    """The text of a record with these scores by sub-criterion. Raises NotWritten.

    The result is read again: whatever it says beside the scores must be what it said before.
    """
    before = _plain(text)
    for sub, given in sorted(scores.items()):
        text = _with_score(text, sub, given)
    if _plain(text) != _expected(before, scores):
        raise NotWritten(next(iter(sorted(scores)), ""))
    return text


def _plain(text: str) -> Any:
    return source.read(_FILE, text.encode()).data


def _expected(data: Any, scores: Scores) -> Any:
    findings = [dict(one) for one in data.get("findings", [])]
    for sub, given in sorted(scores.items()):
        own = next((one for one in findings if one.get("id") == sub), None)
        if own is None:
            findings.append({"id": sub, "score": dict(given)})
        else:
            own["score"] = dict(given)
    return {**data, "findings": findings}


def _with_score(text: str, sub: str, given: Mapping[str, int]) -> str:
    document = source.read(_FILE, text.encode())
    findings = document.data.get("findings", []) if isinstance(document.data, dict) else []
    place = next((at for at, one in enumerate(findings) if one.get("id") == sub), None)
    lines = text.split("\n")
    if place is None:
        return _appended(document, lines, sub, given)
    at = _line(document, ("findings", place, "id"))
    pad = _column(document, ("findings", place, "id")) * " "
    if "score" in findings[place]:
        score = _line(document, ("findings", place, "score"))
        # `- score:` would carry the dash of the entry away with it.
        if lines[score].lstrip().startswith("-"):
            raise NotWritten(sub)
        lines[score : _end(lines, score)] = _score(pad, given)
        return "\n".join(lines)
    end = at + 1
    lines[end:end] = _score(pad, given)
    return "\n".join(lines)


def _appended(document: source.Document, lines: list[str], sub: str, given: Mapping[str, int]) -> str:
    """The entry at the end of the list; a list of its own where there is none yet."""
    has_list = isinstance(document.data, dict) and document.data.get("findings")
    entry = [f'  - id: "{sub}"', *_score("    ", given)]
    if not has_list:
        while lines and not lines[-1]:
            lines.pop()
        return "\n".join([*lines, "findings:", *entry, ""])
    start = _line(document, ("findings",))
    pad = (_column(document, ("findings", 0)) - 2) * " "
    end = _end(lines, start) if pad else _end_of_list(lines, start)
    lines[end:end] = [f'{pad}- id: "{sub}"', *_score(f"{pad}  ", given)]
    return "\n".join(lines)


def _score(pad: str, given: Mapping[str, int]) -> list[str]:
    return [f"{pad}score:", *(f"{pad}  {part}: {points}" for part, points in given.items())]


def _end(lines: list[str], start: int) -> int:
    """The line behind everything that is further in than a line."""
    depth = _depth(lines[start])
    end = start + 1
    for at in range(start + 1, len(lines)):
        if not lines[at].strip():
            continue
        if _depth(lines[at]) <= depth:
            break
        end = at + 1
    return end


def _end_of_list(lines: list[str], start: int) -> int:
    """The same of a list whose dashes stand right below the name of the list."""
    end = start + 1
    for at in range(start + 1, len(lines)):
        if lines[at].strip() and _depth(lines[at]) == 0 and not lines[at].startswith("-"):
            break
        if lines[at].strip():
            end = at + 1
    return end


def _depth(line: str) -> int:
    found = _INDENT.match(line)
    return len(found.group()) if found else 0


def _line(document: source.Document, path: tuple[str | int, ...]) -> int:
    """The number from 0 of the line on which a field's name stands."""
    return document.place(Spot(document.file, path, End.KEY)).line - 1


def _column(document: source.Document, path: tuple[str | int, ...]) -> int:
    return document.place(Spot(document.file, path, End.KEY)).column - 1
