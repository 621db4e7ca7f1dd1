"""How long somebody has for a complaint, with the day from which it is counted, where the record says that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from charterkit.model.common import LimitStart, TimeLimit
from charterkit.site.context import Context
from charterkit.strings import mark

_COUNTED: Final[Mapping[LimitStart, str]] = {
    LimitStart.ANSWER: mark("{time}, counted from the day on which you get our answer"),
    LimitStart.EVENT: mark("{time}, counted from the day on which it happened"),
    LimitStart.KNOWLEDGE: mark("{time}, counted from the day on which you learned of it"),
}


def time_limit(context: Context, limit: TimeLimit) -> str:
    """The time limit: "1 month, counted from the day on which you get our answer"."""
    time = context.figures.duration(limit)
    return context.say(_COUNTED[limit.counted_from], time=time) if limit.counted_from else time
