"""How often a body reports on its charter, in one line."""

from __future__ import annotations

from charterkit.model.charter import Reports
from charterkit.site.views.charter import EVERY
from charterkit.strings import Words


def report_times(words: Words, reports: Reports) -> str:
    """How often, with the last day for it where one is given."""
    often = words.say(EVERY[reports.every])
    if reports.by is None:
        return often
    day = words.month_day(reports.by.month, reports.by.day)
    if reports.every == "year":
        return words.say("every year, deadline: {day}", day=day)
    return words.say("{often}; deadline: {day}", often=often, day=day)
