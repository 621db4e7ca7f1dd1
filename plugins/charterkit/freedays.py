"""Public holidays by country, region and year: the one door to the library that knows them.

The library is imported when the first calendar with a country asks, and each year is worked out once: a build
without calendars pays nothing. It is always told its language; left alone it would take the machine's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from charterkit.text import Text

if TYPE_CHECKING:
    from holidays import HolidayBase

# Where a language comes in several kinds, the one that most readers of it outside a country are used to.
_USUAL: Final = frozenset({"en_GB", "zh_HK", "pt_PT"})


@dataclass(frozen=True, slots=True)
class StateDays:
    """What a state says about the days of a year: those that are free, and days of a weekend that are worked."""

    free: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()


@cache
def countries() -> tuple[str, ...]:
    """The two-letter codes of all countries whose public holidays are known."""
    from holidays.registry import EntityLoader

    return tuple(sorted(set(EntityLoader.get_country_codes(include_aliases=False))))


@cache
def regions(country: str) -> tuple[str, ...]:
    """The parts of a country that may have holidays of their own; none where the country is unknown."""
    return tuple(_blank(country).subdivisions) if country in countries() else ()


@lru_cache(maxsize=512)
def state_days(country: str, region: str, year: int) -> StateDays:
    """The free days and the worked weekend days of a year; none where country or region are unknown."""
    if not _is_known(country, region):
        return StateDays()
    # A Saturday can be worked for a day of the next year, and is known with that year only.
    around = _years(country, region, (year - 1, year, year + 1), _official(country))
    worked = getattr(around, "weekend_workdays", ())
    return StateDays(*(frozenset(day for day in days if day.year == year) for days in (around, worked)))


@lru_cache(maxsize=128)
def names(country: str, region: str, year: int) -> Mapping[date, Text]:
    """What the public holidays of a year are called, in every language that the library has."""
    if not _is_known(country, region):
        return {}
    found: dict[date, dict[str, str]] = {}
    for lang, locale in _locales(country).items():
        for day, name in _years(country, region, (year,), locale).items():
            # The library types apostrophes straight; pages print "New Year’s Day".
            found.setdefault(day, {})[lang] = name.replace("'", "’")
    return {day: Text.of(found[day]) for day in sorted(found)}


@cache
def official_language(country: str) -> str:
    """The language in which a country names its holidays, as a page writes its code; blank where unknown."""
    return _official(country).partition("_")[0] if country in countries() else ""


def _is_known(country: str, region: str) -> bool:
    return country in countries() and (not region or region in regions(country))


def _official(country: str) -> str:
    # A country whose names nobody has translated has no default; its names are in English.
    return _blank(country).default_language or "en_US"


@cache
def _locales(country: str) -> Mapping[str, str]:
    """The languages of the names and the library's code for each: the country's own kind of it, else the usual one."""
    supported = _blank(country).supported_languages or (_official(country),)
    ranked = sorted(supported, key=lambda one: (one in _USUAL, one.endswith(f"_{country}"), one))
    return {one.partition("_")[0]: one for one in ranked}


@cache
def _blank(country: str) -> HolidayBase:
    """A country without any year: what it supports."""
    return _years(country, "", (), None)


def _years(country: str, region: str, years: tuple[int, ...], locale: str | None) -> HolidayBase:
    from holidays import country_holidays

    possible = [year for year in years if MINYEAR < year < MAXYEAR]
    return country_holidays(country, subdiv=region or None, years=possible, language=locale, expand=False)
