"""Where a line must not end: after the prefixes with which Bulgarian compares ("по-малко", "най-добър").

The sign itself stays a plain hyphen, so that a page is found, searched and copied as its author wrote it.
"""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = re.compile(r">[^<>]+<")
_COMPARED: Final = re.compile(r"(?<![\w-])(?:по|най)-\w+", re.IGNORECASE)
# A drawing may hold others: the marks of a chart are drawings of their own.
_DRAWING: Final = re.compile(r"(<svg\b(?:<svg\b.*?</svg>|.)*?</svg>|<math\b.*?</math>)", re.DOTALL)


def together(html: str, lang: str) -> str:
    """The HTML of a page in which compared words stay on one line, where the language is Bulgarian."""
    if lang != "bg":
        return html
    # Between the drawings and formulas, which know no spans, lies every other part.
    parts = _DRAWING.split(html)
    parts[::2] = [_WORDS.sub(_keep, part) for part in parts[::2]]
    return "".join(parts)


def _keep(words: re.Match[str]) -> str:
    return _COMPARED.sub(r'<span class="day">\g<0></span>', words[0])
