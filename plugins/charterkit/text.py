"""Words that people wrote: a text in several languages, and names compared kindly."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

__all__ = [
    "PLACEHOLDER",
    "Phrase",
    "Text",
    "beginning",
    "fold",
    "is_device",
    "nearest",
    "numbers_held",
    "sentences",
    "slug_ok",
]

# Begins a text that somebody still has to write. No keyboard has this sign, so no author's text begins with it.
PLACEHOLDER = "✎"

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_ID_LIMIT = 60
# "No 12", "№ Т1-118", "Nr. {number}", "§ 3".
_NUMBER_SIGN = re.compile(r"(№|§|\b(?:No|Nr|št)\.?) (?=[\w./-]*\d|\{(?:n|number|sitting)\})")
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))],
)
# Letters that Unicode does not take apart into a letter and a mark.
_WHOLE_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"},
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text as one reader gets it: the words, the language they are in, and the language asked for."""

    words: str
    lang: str
    asked: str

    @property
    def is_fallback(self) -> bool:
        """Whether the reader gets another language than the one asked for (the page must then say `lang`)."""
        return self.lang != self.asked


@dataclass(frozen=True, slots=True, eq=False)
class Text(Mapping[str, str]):
    """The same words in several languages: an immutable, hashable map of language code to text.

    Texts are in Unicode form NFC and languages in alphabetical order. A text without a visible character is
    absent.
    """

    pairs: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        composed = {lang: unicodedata.normalize("NFC", words) for lang, words in self.pairs}
        present = sorted((lang, words) for lang, words in composed.items() if _is_visible(words))
        object.__setattr__(self, "pairs", tuple(present))

    @classmethod
    def of(cls, words: Mapping[str, str]) -> Text:
        """The text made of a map of language code to words."""
        return cls(tuple(words.items()))

    def __getitem__(self, lang: str) -> str:
        for own, words in self.pairs:
            if own == lang:
                return words
        raise KeyError(lang)

    def __iter__(self) -> Iterator[str]:
        return (lang for lang, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __hash__(self) -> int:
        return hash(self.pairs)

    def __eq__(self, other: object) -> bool:
        return self.pairs == other.pairs if isinstance(other, Text) else Mapping.__eq__(self, other)

    def read(self, lang: str, order: Sequence[str] = ()) -> Phrase:
        """The words for a reader of `lang`.

        Where they are missing: the language without its script or region (`sr` for `sr-Latn`), then the
        languages of `order` (the publisher's, authoritative ones first), then any. A text without words gives
        an empty phrase.
        """
        for own, words in self.pairs:
            if own == lang:
                return Phrase(words, lang, lang)
        for candidate in (*_with_bases(lang), *order, *self):
            if candidate in self:
                return Phrase(self[candidate], candidate, lang)
        return Phrase("", lang, lang)

    def missing(self, langs: Iterable[str]) -> tuple[str, ...]:
        """Those of `langs` that have no words of their own, in the order given."""
        return tuple(lang for lang in langs if lang not in self)


NO_TEXT = Text.of({})


def fold(text: str) -> str:
    """The text for comparing names: lower case, no diacritics ("Šiaulių" and "siauliu" are the same)."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(_WHOLE_LETTERS)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most likely meant, or None if nothing is near; of equally near ones the first.

    Slips that count as one: a letter too many, too few or wrong, or two neighbours swapped. One slip is
    forgiven from three letters on, two from six, three from twelve; case and diacritics never count.
    """
    folded = fold(word)
    allowed = 3 if len(folded) >= 12 else min(2, len(folded) // 3)
    best, fewest = None, allowed + 1
    for candidate in known:
        slips = _slips(folded, fold(candidate), fewest)
        if slips < fewest:
            best, fewest = candidate, slips
    return best


@lru_cache(maxsize=8192)
def numbers_held(words: str) -> str:
    """The words so that no line ends between the sign of a number and the number, or the place of one."""
    return _NUMBER_SIGN.sub("\\1\u00a0", words)


def beginning(words: str) -> str:
    """Words that stand alone, with the capital of a sentence."""
    return words[:1].upper() + words[1:]


def inside(words: str) -> str:
    """Words that stand inside a phrase, without the capital of a sentence."""
    return words[:1].lower() + words[1:]


def sentences(*parts: str) -> str:
    """The parts one behind the other, each with one full stop: a name or a day may end with a stop of its own."""
    return " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in parts if part)


def slug_ok(id: str) -> bool:
    """Whether a name may be a record's id, and so a file name on every system and a part of an address."""
    return len(id) <= _ID_LIMIT and _ID.fullmatch(id) is not None and not is_device(id)


def is_device(name: str) -> bool:
    """Whether Windows keeps a name for a device of its own, so that no file or folder can be called so."""
    return name in _DEVICES


def _is_visible(words: str) -> bool:
    # str.strip() keeps zero-width characters, which would pass for a text and show nothing. Most begin with a letter.
    return words[:1].isalnum() or any(letter.isprintable() and not letter.isspace() for letter in words)


def _with_bases(lang: str) -> Iterator[str]:
    """`zh-Hant-TW`, `zh-Hant`, `zh`."""
    while lang:
        yield lang
        lang = lang.rpartition("-")[0]


def _slips(a: str, b: str, limit: int) -> int:
    """How many slips turn `a` into `b` (Damerau's distance); `limit` or more where it is not below that."""
    if abs(len(a) - len(b)) >= limit:
        return limit
    before: list[int] = []
    above = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        row = [i]
        for j, other in enumerate(b, start=1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]
