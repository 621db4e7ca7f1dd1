"""What in a text points at a person: personal codes with a right check digit, e-mail addresses, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final

from charterkit.strings import mark

# Digits as people write them: in one piece, or with a space, a hyphen, a point or a slash between groups.
_NUMBER: Final = re.compile(r"(?<![\w])\+?\(?\d(?:[ \u00a0()./-]{0,2}\d){5,}(?!\w)")
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DATE: Final = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./] ?\d{1,2}[./] ?\d{4}|\d{4}\. ?\d{1,2}\. ?\d{1,2}"
)
_FEWEST: Final = 7
LT: Final = mark("a Lithuanian personal code")
SI: Final = mark("a Slovenian personal number (EMŠO)")
BG: Final = mark("a Bulgarian personal number (ЕГН)")
HU_HEALTH: Final = mark("a Hungarian health insurance number (TAJ)")
HU_PERSONAL: Final = mark("a Hungarian personal number")
EMAIL: Final = mark("an e-mail address")
PHONE: Final = mark("a telephone number, or another long number")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, in a message to be translated, and at which sign of the text it begins (from 0)."""

    what: str
    at: int


def personal(text: str) -> Iterator[Found]:
    """Everything in a text that points at a person, in the order in which it stands."""
    found = [Found(EMAIL, one.start()) for one in _EMAIL.finditer(text)]
    for one in _NUMBER.finditer(text):
        if not _DATE.fullmatch(one[0].strip()):
            digits = [int(sign) for sign in one[0] if sign.isdigit()]
            what = _code(digits) or (PHONE if len(digits) >= _FEWEST else "")
            found += [Found(what, one.start())] if what else []
    yield from sorted(found, key=lambda one: one.at)


def _code(digits: list[int]) -> str:
    tests = {
        LT: lithuanian,
        SI: slovenian,
        BG: bulgarian,
        HU_HEALTH: hungarian_health,
        HU_PERSONAL: hungarian,
    }
    return next((what for what, test in tests.items() if test(digits)), "")


def lithuanian(digits: list[int]) -> bool:
    """Asmens kodas: sex and century, day of birth, a number, a check digit (modulo 11, twice)."""
    if len(digits) != 11 or not 1 <= digits[0] <= 6:
        return False
    year = 1800 + 100 * ((digits[0] - 1) // 2) + _number(digits[1:3])
    first = _weighted(digits[:10], (1, 2, 3, 4, 5, 6, 7, 8, 9, 1)) % 11
    check = first if first < 10 else _weighted(digits[:10], (3, 4, 5, 6, 7, 8, 9, 1, 2, 3)) % 11 % 10
    return check == digits[10] and _is_day(year, _number(digits[3:5]), _number(digits[5:7]))


def slovenian(digits: list[int]) -> bool:
    """EMŠO: day of birth with three digits of the year, region, a number, a check digit (modulo 11)."""
    if len(digits) != 13:
        return False
    rest = 11 - _weighted(digits[:12], (7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
    year = _number(digits[4:7])
    century = 2000 if year < 800 else 1000
    return rest % 11 == digits[12] and _is_day(century + year, _number(digits[2:4]), _number(digits[:2]))


def bulgarian(digits: list[int]) -> bool:
    """ЕГН: day of birth (the month says the century), a number, a check digit (modulo 11)."""
    if len(digits) != 10:
        return False
    month = _number(digits[2:4])
    century = 2000 if month > 40 else 1800 if month > 20 else 1900
    check = _weighted(digits[:9], (2, 4, 8, 5, 10, 9, 7, 3, 6)) % 11 % 10
    return check == digits[9] and _is_day(century + _number(digits[:2]), month % 20, _number(digits[4:6]))


def hungarian_health(digits: list[int]) -> bool:
    """TAJ: nine digits, the last of which checks the others (times 3 and 7 in turn, modulo 10)."""
    return len(digits) == 9 and _weighted(digits[:8], (3, 7) * 4) % 10 == digits[8]


def hungarian(digits: list[int]) -> bool:
    """Személyi szám: sex and century, day of birth, a number, a check digit (modulo 11; turned round from 1997 on)."""
    if len(digits) != 11 or not 1 <= digits[0] <= 4:
        return False
    year = (1900 if digits[0] <= 2 else 2000) + _number(digits[1:3])
    up = tuple(range(1, 11))
    checks = {_weighted(digits[:10], up) % 11, _weighted(digits[:10], up[::-1]) % 11}
    return digits[10] in checks and _is_day(year, _number(digits[3:5]), _number(digits[5:7]))


def _weighted(digits: list[int], weights: tuple[int, ...]) -> int:
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=True))


def _number(digits: list[int]) -> int:
    return int("".join(map(str, digits)))


def _is_day(year: int, month: int, day: int) -> bool:
    with suppress(ValueError):
        return bool(date(year, month, day))
    return False
