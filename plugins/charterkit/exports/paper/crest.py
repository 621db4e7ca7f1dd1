"""The publisher's crest on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from charterkit.exports.paper.faults import CrestUnreadable

# Drawings and pictures that can be printed, by the ending of the file.
_FORMATS: Final[Mapping[str, str]] = {".svg": "svg", ".png": "png"}


@dataclass(frozen=True, slots=True)
class Crest:
    """The crest: the bytes of an SVG or PNG file, and how people call that file."""

    format: str
    data: bytes
    file: str

    def as_data(self) -> dict[str, Any]:
        """The picture as a template takes it."""
        if self.format == "svg":
            return {"format": "svg", "data": self.data.decode(errors="replace")}
        return {"format": self.format, "data": list(self.data)}


def read_crest(docs: Path, named: str) -> Crest | None:
    """The crest that the publisher names, a file of `docs`; None where none is named, or one that has no print.

    Raises CrestUnreadable where the file cannot be read.
    """
    form = _FORMATS.get(Path(named).suffix.lower())
    if not named or form is None:
        return None
    file = f"{docs.name}/{named}"
    try:
        return Crest(form, (docs / named).read_bytes(), file)
    except OSError as error:
        raise CrestUnreadable(file, str(error)) from error
