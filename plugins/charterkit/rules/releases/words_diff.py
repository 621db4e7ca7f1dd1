"""Two wordings side by side, word by word: what stayed, what was taken out, what was put in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from typing import Final

# A word with its inner marks ("5,5", "e-mail", "22-29", "18–20"), a gap, or one sign. Half a span would be misread.
_TOKENS: Final = re.compile(r"\w+(?:(?:[.,:’'/-]|(?<=\d)–(?=\d))\w+)*|\s+|[^\w\s]")


class Fate(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that share a fate, with the gaps between them."""

    fate: Fate
    text: str


@lru_cache(maxsize=1024)  # the pages of all languages quote the same approved words
def word_diff(before: str, after: str) -> tuple[Run, ...]:
    """The runs of both wordings in reading order, what was taken out before what came in its place.

    Kept and taken out runs together give `before`, kept and put in ones `after`.
    """
    older, newer = _TOKENS.findall(before), _TOKENS.findall(after)
    matcher = SequenceMatcher(None, older, newer, autojunk=False)
    return tuple(_joined(_runs(older, newer, matcher)))


def _runs(older: list[str], newer: list[str], matcher: SequenceMatcher[str]) -> Iterator[Run]:
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            yield Run(Fate.KEPT, "".join(older[start:end]))
        else:
            yield Run(Fate.OUT, "".join(older[start:end]))
            yield Run(Fate.IN, "".join(newer[begin:stop]))


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Changes with nothing but a gap between them are one: a sentence in tatters cannot be read."""
    out, put = "", ""
    for run in runs:
        if run.fate is Fate.KEPT and not (run.text.isspace() and (out or put)):
            yield from _changed(out, put)
            out = put = ""
            yield run
        else:
            out += run.text if run.fate is not Fate.IN else ""
            put += run.text if run.fate is not Fate.OUT else ""
    yield from _changed(out, put)


def _changed(out: str, put: str) -> Iterator[Run]:
    """What differs; a gap at the end of both is no change, and what came out the same never was one."""
    if out == put:
        yield from ([Run(Fate.KEPT, out)] if out else [])
        return
    gap = re.search(r"\s*$", out)
    tail = gap[0] if gap and gap[0] and put.endswith(gap[0]) else ""
    cut = len(tail)
    for fate, text in ((Fate.OUT, out), (Fate.IN, put)):
        if text[: len(text) - cut]:
            yield Run(fate, text[: len(text) - cut])
    if tail:
        yield Run(Fate.KEPT, tail)
