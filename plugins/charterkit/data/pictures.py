"""Whether a file is a picture of the kind that its name says, as far as that can be seen without drawing it."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from xml.etree import ElementTree

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
