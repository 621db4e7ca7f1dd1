"""Calendars: the public holidays of a country, or that nobody here knows them, and the clocks that count by them."""

from __future__ import annotations

from collections.abc import Iterator

from charterkit import freedays
from charterkit.starter.fill import commented
from charterkit.starter.words import Voices


def usual_id(country: str) -> str:
    """The id of the calendar that a new charter counts by."""
    return country.lower()


def holidays(country: str, voices: Voices) -> Iterator[str]:
    """The lines for the holidays of a country. Where they are not known no country is named: it would be refused."""
    known = country in freedays.countries()
    yield from commented(voices.comment("calendar.country" if known else "calendar.unknown"), "")
    if known:
        yield f"country: {country}"


def clock(calendar: str, voices: Voices) -> Iterator[str]:
    """The lines, still behind a sign, for a clock that counts by a calendar; none where there is no calendar."""
    if calendar:
        yield ""
        yield from commented(voices.comment("draft.clock"), "")
        yield from ("# clock:", f"#   calendar: {calendar}")
