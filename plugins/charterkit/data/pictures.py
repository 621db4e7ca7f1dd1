"""Whether a file is a picture of the kind that its name says, as far as that can be seen without drawing it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from charterkit.model.publisher import Publisher
from charterkit.problems import Problem, Spot, problem

_PNG: Final = b"\x89PNG\r\n\x1a\n"
# The last block of a PNG: missing where a copy was cut off.
_PNG_ENDS: Final = b"IEND\xae\x42\x60\x82"
_SVG: Final = "{http://www.w3.org/2000/svg}svg"


def is_picture(path: Path) -> bool:
    """Whether the file holds a whole PNG, or an SVG that can be read; by the ending of its name. Raises OSError."""
    data = path.read_bytes()
    if path.suffix.lower() == ".png":
        return data.startswith(_PNG) and _PNG_ENDS in data
    try:
        return ElementTree.fromstring(data).tag == _SVG
    except ElementTree.ParseError:
        return False


def picture_problems(docs: Path, name: str, publisher: Publisher) -> Iterator[Problem]:
    """Whether the crest is there and is a picture; `name` is what the folder of the pages is called."""
    crest, spot = publisher.site.crest, Spot("charters/publisher.yml", ("site", "crest"))
    file = docs / crest
    if crest and not file.is_file():
        yield problem("picture-missing", spot, found=crest)
    elif crest and not is_picture(file):
        yield problem("picture-broken", spot, found=f"{name}/{crest}")
