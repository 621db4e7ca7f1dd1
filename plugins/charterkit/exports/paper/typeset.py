"""The only module that knows Typst: data and a template go in, the bytes of a tagged PDF come out."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final

# Typst says which sign no font has: "the text `"✎"` could not be displayed with font …".
_WITHOUT_SHAPE: Final = re.compile(r'the text `"(?P<sign>.*?)"` could not be displayed', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Paper:
    """One document to print: the stem of its file, its template, its title, and everything that it says."""

    name: str
    template: str
    title: str
    data: Mapping[str, Any]


class NotPrinted(Exception):
    """A paper could not be typeset. `sign` is what no font has a shape for; blank where something else is wrong."""

    def __init__(self, paper: Paper, sign: str, said: str) -> None:
        super().__init__(said)
        self.paper = paper
        self.sign = sign


class TypstMissing(Exception):
    """The library that typesets is not installed, or not for this machine."""


def digest(data: Mapping[str, Any]) -> str:
    """The SHA-256 of what a paper says, written as JSON in one fixed way."""
    return hashlib.sha256(_canonical(data)).hexdigest()


def _canonical(data: Mapping[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def pdf(paper: Paper, day: date, fonts: Iterable[Path] = ()) -> bytes:
    """The paper as PDF/UA-1. The same paper and day give the same bytes on every machine.

    Only the fonts that come with Typst are used, and those in the folders `fonts`. Raises NotPrinted where Typst
    refuses, and TypstMissing.
    """
    try:
        import typst
    except ImportError as error:
        raise TypstMissing(str(error)) from error

    handed = {"paper": dict(paper.data), "digest": digest(paper.data)}
    with as_file(files("charterkit") / "typst") as templates:
        try:
            made = typst.compile(
                str(templates / f"{paper.template}.typ"),
                root=str(templates),
                font_paths=[str(folder) for folder in fonts],
                ignore_system_fonts=True,
                sys_inputs={"data": _canonical(handed).decode()},
                pdf_standards=["ua-1"],
                timestamp=int(datetime.combine(day, time(0), UTC).timestamp()),
            )
        except typst.TypstError as error:
            found = _WITHOUT_SHAPE.search(error.message)
            raise NotPrinted(paper, found["sign"] if found else "", error.message) from error
    assert isinstance(made, bytes)
    return made
