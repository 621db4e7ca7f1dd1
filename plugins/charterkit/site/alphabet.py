"""The order of words in a language's own alphabet, for lists from A to Z."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

# Letters in their order. What "=" joins stands in one place: such words differ only if nothing else tells them apart.
_LATIN: Final = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
_ALPHABETS: Final[Mapping[str, str]] = {
    "bg": "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ь ю я",
    "hu": "a=á b c cs d dz dzs e=é f g gy h i=í j k l ly m n ny o=ó ö=ő p q r s sz t ty u=ú ü=ű v w x y z zs",
    "lt": "a ą b c č d e ę ė f g h i į y j k l m n o p q r s š t u ų ū v w x z ž",
    "sl": "a b c č ć d đ e f g h i j k l m n o p q r s š t u v w x y z ž",
}
_SPACE: Final = 0
_FIRST_DIGIT: Final = 1
_FIRST_LETTER: Final = 100
_OTHER_SCRIPTS: Final = 1000


@dataclass(frozen=True, slots=True)
class _Alphabet:
    """The place of each letter, what finds the next letter, long letters with what they stand for, and names of places."""

    places: Mapping[str, int]
    letter: re.Pattern[str]
    long: Mapping[str, str]
    names: Mapping[int, str]
    """What stands in a place, by its first letter."""


def sort_key(title: str, lang: str) -> tuple[tuple[int, ...], str]:
    """What titles are sorted by in a language: spaces, digits, its letters in their order, then other scripts.

    Signs count for nothing. Capitals, and accents that the alphabet does not know, matter only between titles
    that are otherwise equal.
    """
    return tuple(_spelled(title, _alphabet(lang))), title


def initial(title: str, lang: str) -> str:
    """The letter under which a title stands from A to Z ("Á" under "A"); blank for digits and other scripts."""
    alphabet = _alphabet(lang)
    first = next((place for place in _spelled(title, alphabet) if place != _SPACE), _SPACE)
    return alphabet.names.get(first, "").capitalize()


def _spelled(title: str, alphabet: _Alphabet) -> Iterator[int]:
    spelled = unicodedata.normalize("NFC", title).casefold()
    for long, meant in alphabet.long.items():
        spelled = spelled.replace(long, meant)
    for letter in alphabet.letter.findall(spelled):
        yield from _places(letter, alphabet)


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
    groups = _ALPHABETS.get(lang.partition("-")[0].lower(), _LATIN).split()
    places = {
        letter: number for number, group in enumerate(groups, _FIRST_LETTER) for letter in group.split("=")
    }
    longest_first = sorted(places, key=len, reverse=True)
    # Hungarian writes a long "sz" as "ssz".
    long = {letter[0] + letter: letter * 2 for letter in longest_first if len(letter) > 1}
    names = {number: group.partition("=")[0] for number, group in enumerate(groups, _FIRST_LETTER)}
    return _Alphabet(places, re.compile("|".join(longest_first) + "|.", re.DOTALL), long, names)
