"""What came into the log of an indicator: from which day on it is counted in another way, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from charterkit.rules.releases.change import Change, Records
from charterkit.rules.releases.effects import Effect
from charterkit.site.releases.record_names import items

LOG: Final = "method_versions"
Entry = Mapping[str, Any]


def new_entries(change: Change, after: Records) -> Iterator[Entry]:
    """The entries that a change of the log brought, with their translations; none of any other change."""
    if change.effect is not Effect.METHOD_CHANGED:
        return
    sealed = _entries(change.after)
    old = {_said(one) for one in _entries(change.before)}
    days = {one.get("from") for one in sealed if _said(one) not in old}
    yield from (one for one in items(after.get(change.subject, {}).get(LOG)) if one.get("from") in days)


def new_entries_of(before: Entry, after: Entry) -> Iterator[Entry]:
    """The entries of an indicator that it had not had before."""
    old = {one.get("from") for one in items(before.get(LOG))}
    yield from (one for one in items(after.get(LOG)) if before and one.get("from") not in old)


def _entries(value: Any) -> list[Entry]:
    """The entries of a log, or the one that a change is about."""
    return items(value) or ([value] if isinstance(value, Mapping) and "from" in value else [])


def _said(entry: Entry) -> tuple[str, str]:
    return str(entry.get("from")), repr(entry.get("change"))
