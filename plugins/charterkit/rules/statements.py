"""Whether the accessibility statement can be true: no contradiction, no day to come, looked at every year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from charterkit.model.publication import Publication
from charterkit.model.publisher import Accessibility, ConformanceStatus, ExceptionKind
from charterkit.problems import Problem, Spot, problem

_FILE: Final = "charters/publisher.yml"
# Where Directive (EU) 2016/2102 is law: the European Union, and the other countries of its Economic Area.
_BOUND: Final = frozenset(
    {
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
        "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
    }
)  # fmt: skip


def statement_problems(publication: Publication, today: date | None) -> Iterator[Problem]:
    """Whatever is wrong with the statement; with a day also what is wrong by then."""
    publisher = publication.publisher
    statement, spot = publisher.accessibility, Spot(_FILE, ("accessibility",))
    if statement is None:
        # A notice on every page says that this is a draft, or a transcription by others: no body has to answer for it.
        if publisher.country in _BOUND and not publisher.notice:
            yield problem("statement-missing", Spot(_FILE))
        return
    yield from _contradictions(spot.at("status"), statement)
    prepared, reviewed = statement.prepared, statement.reviewed
    if prepared and reviewed and reviewed < prepared:
        here = spot.at("reviewed")
        yield problem("statement-reviewed-early", here, field="reviewed", found=reviewed, prepared=prepared)
    if today is not None:
        yield from _days(spot, statement, today)


def _contradictions(spot: Spot, statement: Accessibility) -> Iterator[Problem]:
    # What the law leaves out does not count against full compliance.
    short = any(one.kind is not ExceptionKind.OUTSIDE_SCOPE for one in statement.exceptions)
    full = statement.status is ConformanceStatus.FULL
    if full and short:
        yield problem("statement-full-exceptions", spot, field="status")
    if not full and not statement.exceptions:
        yield problem("statement-no-exceptions", spot, field="status", found=statement.status.value)


def _days(spot: Spot, statement: Accessibility, today: date) -> Iterator[Problem]:
    for name, day in (("prepared", statement.prepared), ("reviewed", statement.reviewed)):
        if day is not None and day > today:
            yield problem("statement-in-future", spot.at(name), field=name, found=day, today=today)
    name, last = ("reviewed", statement.reviewed) if statement.reviewed else ("prepared", statement.prepared)
    if last is not None and _a_year_after(last) < today:
        yield problem("statement-old", spot.at(name), found=last)


def _a_year_after(day: date) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return date(day.year + 1, 3, 1) if leap_day else day.replace(year=day.year + 1)
