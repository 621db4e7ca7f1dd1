"""Signs that a page can hold, and how the others are kept out."""

from __future__ import annotations

import re
from html import escape

# A form feed or a lone surrogate cannot be written into a valid page (and the sanitiser refuses surrogates).
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    return UNWRITABLE.sub("\ufffd", with_unix_breaks(text))


def with_unix_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def escaped(text: str) -> str:
    # The sanitiser writes a no-break space by name; both ways to the HTML give the same bytes.
    return escape(text, quote=False).replace("\xa0", "&nbsp;")
