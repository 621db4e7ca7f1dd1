"""The order of words in a language's own alphabet, for lists from A to Z."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from charterkit.site.search.words import folded

# Letters in their order. What "=" joins stands in one place: such words differ only if nothing else tells them apart.
_LATIN: Final = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
_ALPHABETS: Final[Mapping[str, str]] = {
    "bg": "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ь ю я",
    "hu": "a=á b c cs d dz dzs e=é f g gy h i=í j k l ly m n ny o=ó ö=ő p q r s sz t ty u=ú ü=ű v w x y z zs",
    "lt": "a ą b c č d e ę ė f g h i į y j k l m n o p q r s š t u ų ū v w x z ž",
    "sl": "a b c č ć d đ e f g h i j k l m n o p q r s š t u v w x y z ž",
}
# Letters whose Latin spelling is that of another letter of their alphabet.
_SPELLED: Final[Mapping[str, str]] = {"ъ": "yer", "ь": "yeri"}
_SPACE: Final = 0
_FIRST_DIGIT: Final = 1
_FIRST_LETTER: Final = 100
_OTHER_SCRIPTS: Final = 1000


@dataclass(frozen=True, slots=True)
class Letter:
    """The letters that people look under together: those that Latin without diacritics writes with the same one.

    `slug` stands in addresses and is the same for ever; `name` is what people read, blank for letters of other alphabets.
    """

    slug: str
    name: str


_DIGITS: Final = Letter("0-9", "0–9")
_OTHERS: Final = Letter("other", "")


@dataclass(frozen=True, slots=True)
class _Alphabet:
    """The place of each letter, what finds the next letter, long letters with what they stand for, and who stands with
    whom."""

    places: Mapping[str, int]
    letter: re.Pattern[str]
    long: Mapping[str, str]
    together: Mapping[str, Letter]


def sort_key(title: str, lang: str) -> tuple[tuple[int, ...], str]:
    """What titles are sorted by in a language: spaces, digits, its letters in their order, then other scripts.

    Signs count for nothing. Capitals, and accents that the alphabet does not know, matter only between titles
    that are otherwise equal.
    """
    alphabet = _alphabet(lang.partition("-")[0].lower())
    letters = _spelled(title, alphabet)
    return tuple(place for letter in letters for place in _places(letter, alphabet)), title


def letters_of(lang: str) -> tuple[Letter, ...]:
    """All letters under which a title can stand, in their order: digits first, letters of other alphabets last."""
    together = _alphabet(lang.partition("-")[0].lower()).together
    return (_DIGITS, *dict.fromkeys(together.values()), _OTHERS)


def letter_of(title: str, lang: str) -> Letter:
    """The letter under which a title stands: its first one, signs before it count for nothing."""
    alphabet = _alphabet(lang.partition("-")[0].lower())
    for letter in _spelled(title, alphabet):
        for sign in (letter, *unicodedata.normalize("NFKD", letter)):
            if sign in alphabet.together:
                return alphabet.together[sign]
            if sign.isdecimal():
                return _DIGITS
            if sign.isalpha() and unicodedata.normalize("NFKD", sign) == sign:
                return _OTHERS
    return _OTHERS


def _spelled(title: str, alphabet: _Alphabet) -> list[str]:
    """The letters and signs of a title one by one, long letters written out."""
    spelled = unicodedata.normalize("NFC", title).casefold()
    for long, meant in alphabet.long.items():
        spelled = spelled.replace(long, meant)
    return alphabet.letter.findall(spelled)


def _places(letter: str, alphabet: _Alphabet) -> Iterator[int]:
    if letter in alphabet.places:
        yield alphabet.places[letter]
        return
    for sign in unicodedata.normalize("NFKD", letter):
        if sign in alphabet.places:
            yield alphabet.places[sign]
        elif sign.isspace():
            yield _SPACE
        elif sign.isdecimal():
            yield _FIRST_DIGIT + int(sign)
        elif sign.isalpha():
            yield _OTHER_SCRIPTS + ord(sign)


@cache
def _alphabet(lang: str) -> _Alphabet:
    groups = _ALPHABETS.get(lang, _LATIN).split()
    places = {
        letter: number for number, group in enumerate(groups, _FIRST_LETTER) for letter in group.split("=")
    }
    longest_first = sorted(places, key=len, reverse=True)
    # Hungarian writes a long "sz" as "ssz".
    long = {letter[0] + letter: letter * 2 for letter in longest_first if len(letter) > 1}
    finder = re.compile("|".join(longest_first) + "|.", re.DOTALL)
    return _Alphabet(places, finder, long, _together(places))


def _together(letters: Iterable[str]) -> Mapping[str, Letter]:
    by_slug: dict[str, list[str]] = {}
    for letter in letters:
        by_slug.setdefault(_SPELLED.get(letter) or folded(letter[0], ""), []).append(letter)
    return {
        letter: Letter(slug, ", ".join(map(str.capitalize, group)))
        for slug, group in by_slug.items()
        for letter in group
    }
