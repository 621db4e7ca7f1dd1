"""The words of units that are counted, in all their plural forms.

CLDR knows some of them too, but not the forms that Slovenian and Lithuanian need after a number with decimals.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from charterkit.marks import mark_count, mark_in_context

COUNTED: Final[Mapping[str, tuple[str, str]]] = {
    "minutes": mark_count("{n} minute", "{n} minutes"),
    "hours": mark_count("{n} hour", "{n} hours"),
    "days": mark_count("{n} day", "{n} days"),
    "working_days": mark_count("{n} working day", "{n} working days"),
    "calendar_days": mark_count("{n} calendar day", "{n} calendar days"),
    "weeks": mark_count("{n} week", "{n} weeks"),
    "months": mark_count("{n} month", "{n} months"),
    "years": mark_count("{n} year", "{n} years"),
    "points": mark_count("{n} point", "{n} points"),
    "times": mark_count("{n} time", "{n} times"),
}

# "2.5 working days": the texts that follow a number with decimals.
AFTER_DECIMALS: Final = "after decimals"
mark_in_context("after decimals", "{n} minutes")
mark_in_context("after decimals", "{n} hours")
mark_in_context("after decimals", "{n} days")
mark_in_context("after decimals", "{n} working days")
mark_in_context("after decimals", "{n} calendar days")
mark_in_context("after decimals", "{n} weeks")
mark_in_context("after decimals", "{n} months")
mark_in_context("after decimals", "{n} years")
mark_in_context("after decimals", "{n} points")
mark_in_context("after decimals", "{n} times")
