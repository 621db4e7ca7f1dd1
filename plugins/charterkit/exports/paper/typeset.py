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

from charterkit.exports.paper.faults import CrestUnreadable, NotPrinted, TypstMissing
from charterkit.site.pieces import Piece
from charterkit.site.printed import Print, Sort

# Typst says which sign no font has: "the text `"✎"` could not be displayed with font …".
_WITHOUT_SHAPE: Final = re.compile(r'the text `"(?P<sign>.*?)"` could not be displayed', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Paper:
    """One document to print: the stem of its file, its template, its title, and everything that it says.

    `shown` is the title with the mark of its language, where that is another one.

    `page` is the address of the page of the site that it stands beside, `record` the place or the stop of a sheet.
    """

    name: str
    template: str
    title: str
    data: Mapping[str, Any]
    shown: Piece | str
    page: str
    sort: Sort
    record: str = ""

    def printed(self, size: int) -> Print:
        """What the site needs to know of its PDF of so many bytes."""
        shape = str(self.data.get("format", ""))
        return Print(self.page, self.name, self.sort, self.shown, size, self.record, shape)


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
    typst = _typst()
    handed = {"paper": dict(paper.data), "digest": digest(paper.data)}
    try:
        return _set(paper.template, handed, day, fonts)
    except typst.TypstError as error:
        found = _WITHOUT_SHAPE.search(error.message)
        raise NotPrinted(paper.title, found["sign"] if found else "", error.message) from error


def prove(crest: Mapping[str, Any], file: str, day: date) -> None:
    """See whether a crest can be drawn, before it stops one paper after the other. Raises CrestUnreadable."""
    typst = _typst()
    try:
        _set("crest", {"crest": dict(crest)}, day, ())
    except typst.TypstError as error:
        raise CrestUnreadable(file, error.message) from error


def _typst() -> Any:
    try:
        import typst
    except ImportError as error:
        raise TypstMissing(str(error)) from error
    return typst


def _set(template: str, handed: Mapping[str, Any], day: date, fonts: Iterable[Path]) -> bytes:
    with as_file(files("charterkit") / "typst") as templates:
        made = _typst().compile(
            str(templates / f"{template}.typ"),
            root=str(templates),
            font_paths=[str(folder) for folder in fonts],
            ignore_system_fonts=True,
            sys_inputs={"data": _canonical(handed).decode()},
            pdf_standards=["ua-1"],
            timestamp=int(datetime.combine(day, time(0), UTC).timestamp()),
        )
    assert isinstance(made, bytes)
    return made
