"""The sheet that says how every promise stands: in words, with the codes of all that in columns of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from charterkit.exports.figures_sheets import columns, period_code
from charterkit.exports.sheets import Row, Sheet
from charterkit.exports.status import StatusLine
from charterkit.rules.status import PromiseStatus, Status
from charterkit.site.results.verdicts import LOOKS, PROMISE_LOOKS
from charterkit.strings import Words, mark

_PROMISES: Final = (
    mark("Number"),
    mark("Promise"),
    mark("Status"),
    mark("Indicator"),
    mark("Part of the whole"),
    mark("Period"),
    mark("Target"),
    mark("Result"),
    mark("Verdict"),
    mark("Why"),
    mark("Code of the promise"),
    mark("Code of the status"),
    mark("Code of the indicator"),
    mark("Code of the part"),
    mark("Code of the period"),
    mark("Code of the verdict"),
)


def promises_sheet(words: Words, lines: Iterable[StatusLine], titles: Mapping[str, str]) -> Sheet:
    """How every promise stands, measure by measure, as `charter status` says it; `titles` are those of indicators."""
    rows = tuple(_row(words, one, titles.get(one.indicator, "")) for one in lines)
    return Sheet(words.say("Promises"), columns(words, _PROMISES), rows)


def _row(words: Words, one: StatusLine, indicator: str) -> Row:
    return (
        one.number,
        one.promise,
        words.say(PROMISE_LOOKS[PromiseStatus(one.promise_status)].word),
        indicator,
        one.slice_name,
        one.period_name,
        one.target,
        one.result,
        words.say(LOOKS[Status(one.status)].word) if one.status else None,
        one.why,
        one.commitment,
        one.promise_status,
        one.indicator,
        one.slice,
        period_code(one.period),
        one.status,
    )
