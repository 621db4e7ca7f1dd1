"""How often a body reports on its charter, in one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from charterkit.model.charter import Reports
from charterkit.strings import Words, mark

EVERY: Final[Mapping[str, str]] = {
    "month": mark("every month"),
    "quarter": mark("every quarter"),
    "half_year": mark("every half-year"),
    "year": mark("every year"),
    "two_years": mark("every two years"),
}


def report_times(words: Words, reports: Reports) -> str:
    """How often, with the last day for it where one is given."""
    often = words.say(EVERY[reports.every])
    if reports.by is None:
        return often
    day = words.month_day(reports.by.month, reports.by.day)
    if reports.every == "year":
        return words.say("by {day} every year", day=day)
    return words.say("{often}; deadline: {day}", often=often, day=day)
