"""Days of the week and hours of a day in words, the same on every page that has some."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from charterkit.model.calendar import Weekday
from charterkit.rules.hours import clock_time
from charterkit.site.context import Context
from charterkit.strings import mark_in_context

_ORDER: Final = tuple(Weekday)


def weekdays(context: Context, days: Iterable[Weekday]) -> str:
    """Days of the week in words: "Monday to Friday", or each by its name where there are gaps or only two."""
    words = context.reader.words
    numbers = sorted(_ORDER.index(day) for day in days)
    names = [words.weekday(number) for number in numbers]
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return words.in_context("weekdays", "{first} to {last}", first=names[0], last=names[-1])
    return words.listing(names)


mark_in_context("weekdays", "{first} to {last}")


def hour_span(context: Context, opens: str, closes: str) -> str:
    """Hours as a record writes them (`08:00`, `17:00`), as the reader's language writes them: "8:00–17:00"."""
    words = context.reader.words
    first, last = words.time(clock_time(opens)), words.time(clock_time(closes))
    return words.in_context("times", "{opens}–{closes}", opens=first, closes=last)


mark_in_context("times", "{opens}–{closes}")
