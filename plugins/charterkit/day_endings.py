"""Days inside a sentence, in the languages whose months or dates take another ending there than in a list."""

from __future__ import annotations

from datetime import date
from typing import Final

from charterkit.numbers import NO_BREAK_SPACE
from charterkit.strings import Words

_OF_MONTHS: Final = (
    "januarja",
    "februarja",
    "marca",
    "aprila",
    "maja",
    "junija",
    "julija",
    "avgusta",
    "septembra",
    "oktobra",
    "novembra",
    "decembra",
)


def day_inside(words: Words, day: date) -> str:
    """A date in full behind "from", "until" or "on": "1. januarja 2026" in Slovenian, else as it stands alone."""
    return f"{_slovenian(day)} {day.year}" if words.lang == "sl" else words.day(day)


def day_before_name(words: Words, day: date) -> str:
    """A date in full that belongs to a name ("decision of …"): "2026. január 1-jei" in Hungarian."""
    if words.lang != "hu":
        return day_inside(words, day)
    ending = "-jei" if day.day == 1 else "-i"
    return words.day(day).rstrip(".") + ending


def span_inside(words: Words, first: date, last: date) -> str:
    """Days from one to another: "od 3. novembra do 5. decembra 2025" in Slovenian, else as they stand alone."""
    if words.lang != "sl" or first == last:
        return words.days(first, last)
    year = f" {first.year}" if first.year != last.year else ""
    begun = f"{first.day}." if (first.year, first.month) == (last.year, last.month) else _slovenian(first)
    return f"od {begun}{year} do {day_inside(words, last)}"


def _slovenian(day: date) -> str:
    return f"{day.day}.{NO_BREAK_SPACE}{_OF_MONTHS[day.month - 1]}"
