"""What the records of a folder are made of, by key: for sealing it, and for laying sealed content under it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from charterkit.data.content import sealed
from charterkit.data.shelf import Entry
from charterkit.model.indicator import Indicator
from charterkit.model.release import Content
from charterkit.model.result import Series
from charterkit.text import Text

Plain = Mapping[str, Any]
# The kinds of which a release may hold something.
SEALED_KINDS = frozenset(
    {"charter", "commitment", "standard", "indicator", "methodology", "service", "procedure"}
)


def _no_series(indicator: Indicator) -> Series:
    return Series(indicator.id)


@dataclass(frozen=True)
class Sources:
    """The plain data of every readable record by key (`commitment/citizens/answer-letters`, `methodology`).

    `given` are the fields that the place of its file decides, `prose` the texts of procedures by id; `series` reads
    the results of an indicator again, by the definition that it is given.
    """

    plain: Mapping[str, Plain] = field(default_factory=dict)
    given: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    prose: Mapping[str, Text] = field(default_factory=dict)
    publisher: Plain = field(default_factory=dict)
    series: Callable[[Indicator], Series] = _no_series

    def content(self, key: str, languages: Sequence[str]) -> Content:
        """What would be sealed of a record as it stands; nothing where there is none."""
        kind, _, id = key.partition("/")
        if kind == "body":
            own = sealed("publisher", self.publisher, languages).get("bodies", [])
            return next((one for one in own if one["id"] == id), {})
        content = sealed(kind, self.plain[key], languages) if key in self.plain else {}
        if kind == "procedure" and id in self.prose:
            prose = {lang: words for lang, words in self.prose[id].items() if lang in languages}
            return {**content, "prose": prose} if prose else content
        return dict(content)


NO_SOURCES = Sources()


def key_of(entry: Entry) -> str:
    """The key of the record in a file."""
    if entry.kind == "commitment":
        return f"commitment/{entry.charter}/{entry.id}"
    return f"{entry.kind}/{entry.id}" if entry.id else entry.kind


def sources(
    records: Iterable[tuple[Entry, Plain, Mapping[str, str]]],
    prose: Mapping[str, Text],
    series: Callable[[Indicator], Series],
) -> Sources:
    """The sources in the files of valid records: each with its data and the fields that its place decides."""
    own = [(key_of(entry), data, given) for entry, data, given in records]
    return Sources(
        {key: data for key, data, _ in own if key.partition("/")[0] in SEALED_KINDS},
        {key: given for key, _, given in own},
        prose,
        next((data for key, data, _ in own if key == "publisher"), {}),
        series,
    )
