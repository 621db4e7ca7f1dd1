"""Words of a text as the search compares them: lower case, without diacritics, in Latin letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final

# Scripts that put no spaces between words: every sign is looked for by itself.
SIGNS: Final = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_SIGN: Final = re.compile(f"[{SIGNS}]")
_WORD: Final = re.compile(r"[^\W_]+")
_SIGN_OR_WORD: Final = re.compile(rf"[{SIGNS}]|(?:(?![{SIGNS}])[^\W_])+")
# й and ё are letters of their own, so Cyrillic is read before marks are taken off.
LETTERS: Final[Mapping[str, str]] = {
    **dict(zip("абвгдезийклмнопрстуфхыэёіїєґ", "abvgdeziyklmnoprstufhyeeiyeg", strict=True)),
    **{"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht", "ъ": "a", "ь": "y", "ю": "yu", "я": "ya"},
    **{"ѓ": "g", "ѕ": "dz", "ј": "j", "љ": "lj", "њ": "nj", "ќ": "k", "џ": "dz", "ђ": "d", "ћ": "c"},
    **{"ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"},
}
# What people write for one and the same letter when they have no Cyrillic keyboard: ж as zh or j, ю as yu, ju or iu.
_SAME: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "bg": (
        ("zh", "i"),
        ("j", "i"),
        ("y", "i"),
        ("ii", "i"),
        ("ts", "c"),
        ("w", "v"),
        ("q", "ia"),
        ("x", "h"),
    ),
}
_LATIN: Final = str.maketrans(dict(LETTERS))


def words_of(text: str) -> list[str]:
    """The words and numbers of a text in their order, in lower case."""
    # Most texts have no such sign, and are read in half the time.
    pattern = _SIGN_OR_WORD if _SIGN.search(text) else _WORD
    return pattern.findall(unicodedata.normalize("NFC", text).lower())


@cache
def folded(word: str, lang: str) -> str:
    """A word in lower case as it is compared: "Šviestuvų" as `sviestuvu`, "жалба" as it is typed without Cyrillic."""
    apart = unicodedata.normalize("NFD", word.translate(_LATIN))
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    for spelled, meant in same_sounds(lang):
        plain = plain.replace(spelled, meant)
    return plain


def same_sounds(lang: str) -> tuple[tuple[str, str], ...]:
    """Spellings that count as one in a language, in the order in which they are replaced."""
    return _SAME.get(lang.partition("-")[0].lower(), ())
