"""Which day it is: a choice that is always made outside the facts, and in one order everywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo


def choose_day(given: str, epoch: str, time_zone: str, now: datetime) -> date:
    """The day to judge by: the one given, else SOURCE_DATE_EPOCH, else the day in the publisher's time zone.

    Raises ValueError where the given day is not year-month-day, or the epoch is not a number of seconds.
    """
    if given:
        return date.fromisoformat(given)
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else now
    return moment.astimezone(zone_of(time_zone)).date()


def zone_of(name: str) -> tzinfo:
    """The time zone of that name; world time where there is none, so that the check lives to name the mistake."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC
