"""What an act may leave out: nothing but what no source tells of an act that is older than its entry here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from charterkit.data.schema import example, schema
from charterkit.problems import Problem, Spot, problem

# Who decided, and when.
_NAMED: Final = ("by", "body", "date")
_DAYS: Final = ("date", "in_force")
# A day has ten signs: 2014-01-14. A month has seven, a year four.
_WHOLE_DAY: Final = 10


def act_gaps(said: Mapping[str, Any], file: str) -> Iterator[Problem]:
    """What is missing or vague in an act that its schema accepts; nothing where it is recorded later."""
    if said.get("recorded"):
        return
    fields = schema("act")["properties"]
    for name in _NAMED:
        if name not in said:
            title, line = fields[name]["title"], f"{name}: {example('act', name)}"
            yield problem("act-unnamed", Spot(file), found=name, title=title, example=line)
    for name in _DAYS:
        if len(said.get(name, "")) not in (0, _WHOLE_DAY):
            yield problem("act-day-vague", Spot(file, (name,)), field=name, found=said[name])
