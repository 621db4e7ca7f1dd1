"""The index as small scripts: one that every query loads, words by their first letters, pages by their number.

They are scripts and not data, because a page that was opened from a folder on disk may load nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import Final

from charterkit.site.search.index import Word

# A file of words is cut where the first two letters change and it is longer than this, in signs.
_LONG: Final = 40_000
# Ten pages are shown, mostly from as many files, and again after each pause of whoever types.
PAGES_IN_A_FILE: Final = 8
# A word on more than this part of all pages tells them apart no more: its pages are counted and not listed.
_COMMON: Final = 4
_FEW: Final = 40


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of a word, and the word."""

    form: str
    word: Word


def files(
    words: Sequence[Word], pages: Sequence[Sequence[str]], about: Mapping[str, object]
) -> Iterator[tuple[str, bytes]]:
    """The scripts by their name; `about` is what the browser has to know of the language."""
    chunks = tuple(_chunks(words, len(pages)))
    found = {f"words/{number}": body for number, (_, body) in enumerate(chunks)}
    for number, start in enumerate(range(0, len(pages), PAGES_IN_A_FILE)):
        found[f"pages/{number}"] = _json(pages[start : start + PAGES_IN_A_FILE])
    version = sha256("".join(found.values()).encode()).hexdigest()[:8]
    starts = [first for first, _ in chunks]
    shown = {**about, "version": version, "size": PAGES_IN_A_FILE, "pages": len(pages), "words": starts}
    for name, body in {"index": _json(shown), **found}.items():
        yield f"find/{name}.js", f'charterkit_search("{name}",{body});\n'.encode()


def _chunks(words: Sequence[Word], pages: int) -> Iterator[tuple[str, str]]:
    """The files of words: the first form in each, and what stands in it."""
    forms = sorted(
        (_Form(form, word) for word in words for form in word.forms),
        key=lambda one: (one.form, one.word.forms),
    )
    start, length = "", 0
    rows: list[str] = []
    for first, group in groupby(forms, key=lambda one: one.form[:2]):
        new = tuple(_rows(group, pages))
        size = sum(map(len, new))
        if rows and length + size > _LONG:
            yield start, f"[{','.join(rows)}]"
            start, length, rows = first, 0, []
        rows.extend(new)
        length += size
    yield start, f"[{','.join(rows)}]"


def _rows(forms: Iterable[_Form], pages: int) -> Iterator[str]:
    """Each word with those of its forms that begin alike."""
    by_word: dict[int, tuple[Word, list[str]]] = {}
    for one in forms:
        by_word.setdefault(id(one.word), (one.word, []))[1].append(one.form)
    for word, own in by_word.values():
        stem = _stem(own)
        yield _json([stem, " ".join(form[len(stem) :] for form in own), *_listed(word, pages)])


def _stem(forms: Sequence[str]) -> str:
    """What forms in alphabetical order begin with: as much as the first and the last have in common."""
    first, last = forms[0], forms[-1]
    length = next(
        (n for n, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first)
    )
    return first[:length]


def _listed(word: Word, pages: int) -> Iterator[object]:
    """The pages of each place, each as the distance from the one before; just how many of a common word's text."""
    last = max(number for number, place in enumerate(word.pages) if place)
    total = sum(map(len, word.pages))
    for number, place in enumerate(word.pages[: last + 1]):
        if number == 2 and total > _FEW and total * _COMMON > pages:
            yield len(place)
        else:
            yield [page - before for page, before in zip(place, (0, *place), strict=False)]


def _json(value: object) -> str:
    # A "<" could end the script where it is put into a page; U+2028 ends a line of an old script.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
