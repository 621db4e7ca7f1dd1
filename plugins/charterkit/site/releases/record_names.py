"""What records are called in the releases that hold them, and what their plain values are in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final

from charterkit.model.common import Duration
from charterkit.model.publication import Publication
from charterkit.numbers import format_number
from charterkit.rules.releases.change import Change, Records
from charterkit.rules.releases.tree import is_duration
from charterkit.site.methods.indicator_facts import FREQUENCIES, TYPES
from charterkit.site.releases.act_words import APPROVERS
from charterkit.site.results.figures import Figures, Unit
from charterkit.site.views.indicator import DIRECTIONS
from charterkit.text import NO_TEXT, Text

# Fields that name other records, by the kind of these.
_NAMING: Final[Mapping[str, str]] = {
    "bodies": "body",
    "covers": "body",
    "publisher": "body",
    "standards": "standard",
    "services": "service",
}


# Values that are words of the program, by their field.
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "direction": {one.value: word for one, word in DIRECTIONS.items()},
    "frequency": {one.value: word for one, word in FREQUENCIES.items()},
    "type": {one.value: word for one, word in TYPES.items()},
}
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True, eq=False)
class RecordNames:
    """Names the records of two releases for one reader.

    `translated` are today's names of the records in all languages, which serve where they translate the sealed ones.
    """

    figures: Figures
    before: Records
    after: Records
    translated: Mapping[str, Text] = field(default_factory=dict)

    def title(self, key: str) -> Text:
        """What a record is called, the later name first; its bare id where it has none."""
        for records in (self.after, self.before):
            record = records.get(key, {})
            named = record.get("title") or record.get("name")
            if isinstance(named, Mapping):
                today = self.translated.get(key, NO_TEXT)
                fits = all(today.get(lang) == words for lang, words in named.items())
                return today if fits else Text.of(named)
        return NO_TEXT

    def name(self, key: str) -> str:
        """The same as bare characters, a promise behind the number by which it is cited."""
        record = self.after.get(key) or self.before.get(key) or {}
        bare = self.figures.reader.bare(self.title(key)) or key.rpartition("/")[2]
        number = record.get("number", "") if key.startswith("commitment/") else ""
        return f"{number} {bare}" if number else bare

    def names(self, keys: Iterable[str]) -> str:
        """Several of them on one line."""
        return "; ".join(self.name(key) for key in keys)

    def value(self, change: Change, value: Any) -> str:
        """A plain value in words; blank where it cannot be said in a few."""
        last, kind = change.field.rpartition("/")[2], naming(change.field)
        if is_duration(value):
            return self.figures.duration(Duration(Decimal(value["value"]), str(value["unit"])))
        if last == "group" and isinstance(value, str):
            return self._group(change.subject, value)
        if change.field.startswith("approvers/") and isinstance(value, str) and value in APPROVERS:
            return self.figures.reader.words.say(APPROVERS[value])
        if last == "unit" and isinstance(value, str):
            return self._unit(value)
        if kind:
            ids = value if isinstance(value, list) else [value] if value else []
            return self.names(f"{kind}/{id}" for id in ids)
        return self._plain(last, value) if isinstance(value, str) else ""

    def _plain(self, name: str, value: str) -> str:
        """A word that the program knows in the reader's language, a day or a number as it is written there."""
        words = self.figures.reader.words
        if value in _WORDS.get(name, {}):
            return words.say(_WORDS[name][value])
        if _DAY.fullmatch(value):
            return words.day(date.fromisoformat(value))
        return (
            format_number(Decimal(value), words.lang)
            if _NUMBER.fullmatch(value) and name != "number"
            else value
        )

    def _group(self, key: str, id: str) -> str:
        charter = key.split("/")[1] if "/" in key else ""
        for records in (self.after, self.before):
            for group in items(records.get(f"charter/{charter}", {}).get("groups")):
                if group.get("id") == id and isinstance(group.get("title"), Mapping):
                    return self.figures.reader.bare(Text.of(group["title"]))
        return id

    def _unit(self, unit: str) -> str:
        """The words of a unit as they stand beside a number."""
        shown = self.figures.amount(Decimal("5"), Unit(unit))
        return shown.replace("5", "", 1).strip() or unit


def naming(field: str) -> str:
    """The kind of the records that a field names; blank where it names none."""
    return _NAMING.get(field.rpartition("/")[2], "")


def items(value: Any) -> list[Mapping[str, Any]]:
    """The parts of a list of parts; none of anything else."""
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def titles(publication: Publication) -> Mapping[str, Text]:
    """Today's names of all records, by the keys that they have in a release."""
    found = {f"charter/{id}": one.title for id, one in publication.charters.items()}
    found |= {f"commitment/{id}": one.title for id, one in publication.commitments.items()}
    found |= {f"standard/{id}": one.title for id, one in publication.standards.items()}
    found |= {f"indicator/{id}": one.title for id, one in publication.indicators.items()}
    found |= {f"service/{id}": one.title for id, one in publication.services.items()}
    found |= {f"procedure/{id}": one.title for id, one in publication.procedures.items()}
    return found | {f"body/{id}": one.name for id, one in publication.bodies.items()}
