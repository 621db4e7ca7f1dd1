"""The one door to the records: a folder goes in, a publication and every problem come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from charterkit.data import prose, schema, source
from charterkit.data.answers import read_answers
from charterkit.data.build import RECORDS, build
from charterkit.data.demands import demand_forms
from charterkit.data.loaded import Documents as Documents
from charterkit.data.loaded import Known as Known
from charterkit.data.loaded import Loaded as Loaded
from charterkit.data.pictures import picture_problems
from charterkit.data.placed import about_indicator, about_languages, missing
from charterkit.data.prose import Prose, place_problems, together
from charterkit.data.records import Records
from charterkit.data.registers import RegisterReader
from charterkit.data.releases import ReleaseReader
from charterkit.data.series import ResultFiles, series
from charterkit.data.shelf import ANSWERS, PROSE, TABLES, Entry, Shelf, Stamp
from charterkit.data.siteconfig import read_config, site_problems
from charterkit.data.sources import Sources, sources
from charterkit.data.texts import check_texts
from charterkit.model.indicator import Indicator
from charterkit.model.publisher import Publisher
from charterkit.model.result import Series
from charterkit.problems import Problem, Spot, problem
from charterkit.text import Text, is_device

# Ids that would take the address of another page.
RESERVED = {
    "charter": ("quality", "results", "versions"),
    # The releases of a charter stand beside its promises.
    "commitment": ("about", "badges", "consultation", "results", "versions"),
    # The results from other sides stand beside those of the indicators.
    "indicator": ("bodies", "charters", "fields", "periods", "years"),
}
# The parts of a record that have addresses of their own: their ids become folders or files of the site.
_ADDRESSED = {
    "publisher": ("bodies",),
    "charter": ("groups",),
    "procedure": ("timetable", "stops"),
    "programme": ("waves",),
}


@dataclass(frozen=True)
class _Read:
    """One record file: its document, its record where the schema said yes, and its own problems."""

    entry: Entry
    document: source.Document
    record: object | None
    problems: tuple[Problem, ...]


@dataclass
class Loader:
    """Loads a folder again and again, looking only at files that changed in between."""

    root: Path
    config: str = "mkdocs.yml"
    _read: dict[str, tuple[Stamp, _Read]] = field(default_factory=dict)
    _series: dict[tuple[str, bool], tuple[object, tuple[Series, tuple[Problem, ...]]]] = field(
        default_factory=dict
    )
    _told: dict[str, tuple[_Read, object, tuple[Problem, ...]]] = field(default_factory=dict)
    _told_prose: dict[str, tuple[Stamp, Prose]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._shelf = Shelf(self.root)
        self._releases = ReleaseReader(self.root)
        self._registers = RegisterReader(self._shelf)

    def load(self) -> Loaded:
        """The publication as the files say it now."""
        shelved = self._shelf.entries()
        entries, known = shelved.entries, Known.of((*shelved.entries, *shelved.refused))
        beside = ("results", PROSE, ANSWERS, *TABLES)
        read = [self._record(entry) for entry in entries if entry.kind not in beside]
        releases, wrong_releases = self._releases.read()
        found = [*shelved.problems, *wrong_releases, *missing(known), *_twice(read)]
        found += [one for item in read for one in item.problems]
        records = Records.of(item.record for item in read)
        config = read_config(self.root, self.config)
        publication, made_of = None, Sources()
        if records.publisher is not None:
            results, wrong = self._results(entries, records, known)
            texts, wrong_prose = self._prose(entries, records.publisher, known)
            registers, wrong_registers = self._registers.read(entries, records.programmes, records.publisher)
            answers, wrong_answers = read_answers(self._shelf, entries, records, known)
            found += wrong_answers
            publication = replace(records.publication(results, texts, releases, answers), registers=registers)
            made_of = self._sources(read, entries, records, texts)
            found += [*wrong, *wrong_prose, *wrong_registers]
            found += picture_problems(self.root / config.docs, config.docs, records.publisher)
            found += site_problems(self.root, config, records.publisher)
            found += [one for item in read for one in self._texts(item, records.publisher)]
        documents = [config.document, *(item.document for item in read)]
        places = Documents({document.file: document for document in documents})
        return Loaded(publication, tuple(found), known, places, len(entries), config, made_of)

    def _sources(
        self, read: Iterable[_Read], entries: Iterable[Entry], records: Records, texts: Mapping[str, Text]
    ) -> Sources:
        own = [entry for entry in entries if entry.kind == "results"]

        def again(indicator: Indicator) -> Series:
            """The results of an indicator as they read by another definition of it."""
            same = [entry for entry in own if entry.id == indicator.id]
            if not any(not entry.language for entry in same):
                return Series(indicator.id)
            return self._one_series(indicator, same, records, again=True)[0]

        valid = ((one.entry, one.document.data, _given(one.entry)) for one in read if one.record is not None)
        return sources(
            ((entry, data, given) for entry, data, given in valid if isinstance(data, dict)), texts, again
        )

    def _record(self, entry: Entry) -> _Read:
        stamp = self._shelf.stamp(entry.file)
        kept = self._read.get(entry.file)
        if kept is None or kept[0] != stamp:
            kept = (stamp, self._fresh(entry))
            self._read[entry.file] = kept
        return kept[1]

    def _fresh(self, entry: Entry) -> _Read:
        raw = self._shelf.read(entry.file)
        if isinstance(raw, Problem):
            return _Read(entry, source.Document(entry.file, ""), None, (raw,))
        return _record_in(entry, raw)

    def _texts(self, item: _Read, publisher: Publisher) -> tuple[Problem, ...]:
        if item.record is None:
            return ()
        file, languages = item.entry.file, (publisher.languages, publisher.authoritative)
        kept = self._told.get(file)
        if kept is None or kept[0] is not item or kept[1] != languages:
            texts = schema.texts(item.entry.kind, item.document.data)
            kept = (item, languages, check_texts(file, texts, *languages))
            self._told[file] = kept
        return kept[2]

    def _results(
        self, entries: Iterable[Entry], records: Records, known: Known
    ) -> tuple[Mapping[str, Series], list[Problem]]:
        """The series of every indicator; results wait for an indicator that cannot be read itself."""
        by_id: dict[str, list[Entry]] = {}
        for entry in entries:
            if entry.kind == "results":
                by_id.setdefault(entry.id, []).append(entry)
        results: dict[str, Series] = {}
        found: list[Problem] = []
        for id, same in sorted(by_id.items()):
            found += about_indicator(id, same, known.of_kind("indicator"))
            found += about_languages(same, records)
            if id in records.indicators and any(not entry.language for entry in same):
                results[id], wrong = self._one_series(records.indicators[id], same, records)
                found += wrong
        return results, found

    def _prose(
        self, entries: Iterable[Entry], publisher: Publisher, known: Known
    ) -> tuple[Mapping[str, Text], list[Problem]]:
        """The texts of procedures, with what is wrong in them and with their names."""
        own = [entry for entry in entries if entry.kind == PROSE]
        texts = {entry: self._one_prose(entry) for entry in own}
        binding = publisher.authoritative or publisher.languages[:1]
        found = [*place_problems(own, known.of_kind("procedure"), publisher.languages, binding)]
        return together(texts), found + [one for text in texts.values() for one in text.problems]

    def _one_prose(self, entry: Entry) -> Prose:
        stamp = self._shelf.stamp(entry.file)
        kept = self._told_prose.get(entry.file)
        if kept is None or kept[0] != stamp:
            raw = self._shelf.read(entry.file)
            text = Prose("", (raw,)) if isinstance(raw, Problem) else prose.read(entry.file, raw)
            kept = (stamp, text)
            self._told_prose[entry.file] = kept
        return kept[1]

    def _one_series(
        self, indicator: Indicator, entries: list[Entry], records: Records, again: bool = False
    ) -> tuple[Series, tuple[Problem, ...]]:
        publisher = records.publisher
        assert publisher is not None
        stamps = tuple((entry.file, self._shelf.stamp(entry.file)) for entry in entries)
        key = (stamps, indicator, publisher)
        kept = self._series.get((indicator.id, again))
        if kept is None or kept[0] != key:
            kept = (key, self._fresh_series(indicator, entries, publisher))
            self._series[indicator.id, again] = kept
        return kept[1]

    def _fresh_series(
        self, indicator: Indicator, entries: list[Entry], publisher: Publisher
    ) -> tuple[Series, tuple[Problem, ...]]:
        read = {entry: self._shelf.read(entry.file) for entry in entries}
        unreadable = tuple(raw for raw in read.values() if isinstance(raw, Problem))
        if unreadable:
            return Series(indicator.id), unreadable
        bytes_of = {entry: raw for entry, raw in read.items() if isinstance(raw, bytes)}
        figures = next((entry.file, raw) for entry, raw in bytes_of.items() if not entry.language)
        words = tuple(
            (entry.language, (entry.file, raw)) for entry, raw in bytes_of.items() if entry.language
        )
        return _series_in(figures, words, indicator, publisher)


def load(root: Path) -> Loaded:
    """The publication in a folder, with every problem in it."""
    return Loader(root).load()


@lru_cache(maxsize=1024)
def _record_in(entry: Entry, raw: bytes) -> _Read:
    """What the bytes of a record file hold; commands that write look at a folder before and after."""
    document = source.read(entry.file, raw)
    if document.data is None and document.problems:
        return _Read(entry, document, None, document.problems)
    found = (*document.problems, *_shape(entry, document.data))
    record = None if found else _typed(entry, document.data)
    return _Read(entry, document, record, found)


@lru_cache(maxsize=512)
def _series_in(
    figures: tuple[str, bytes],
    words: tuple[tuple[str, tuple[str, bytes]], ...],
    indicator: Indicator,
    publisher: Publisher,
) -> tuple[Series, tuple[Problem, ...]]:
    return series(ResultFiles(figures, dict(words)), indicator, publisher)


def _shape(entry: Entry, data: object) -> tuple[Problem, ...]:
    """What is wrong with a record on its own: its kind, its fields, its id."""
    if not isinstance(data, dict):
        return (problem("yaml-not-a-record", Spot(entry.file), wanted=entry.kind),)
    found = schema.check(entry.kind, data, entry.file)
    id = data.get("id")
    spot = Spot(entry.file, ("id",))
    if entry.id and isinstance(id, str) and id != entry.id and not any(one.spot == spot for one in found):
        found += (problem("id-not-file-name", spot, found=id, wanted=entry.id),)
    if id in RESERVED.get(entry.kind, ()):
        found += (problem("id-reserved", spot, found=id),)
    found += tuple(_devices(entry, data))
    # A target whose demand is only misspelt is not told that it has none as well.
    misspelt = {one.spot.path[:-1] for one in found if one.id == "field-unknown"}
    forms = demand_forms(entry.kind, data, entry.file)
    return (*found, *(one for one in forms if one.spot.path not in misspelt))


def _devices(entry: Entry, data: object) -> Iterator[Problem]:
    """Ids of parts that no computer with Windows could keep as a folder."""
    path = _ADDRESSED.get(entry.kind, ())
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    for index, part in enumerate(data if path and isinstance(data, list) else ()):
        id = part.get("id") if isinstance(part, dict) else None
        if isinstance(id, str) and is_device(id):
            yield problem("id-device", Spot(entry.file, (*path, index, "id")), found=id)


def _typed(entry: Entry, data: Any) -> object:
    plain = {key: value for key, value in data.items() if key != "kind"}
    return build(RECORDS[entry.kind], plain, **_given(entry))


def _given(entry: Entry) -> Mapping[str, str]:
    """The fields of a record that the place of its file decides."""
    of_charter = {"file": entry.file, "charter": entry.charter}
    return {
        "commitment": of_charter,
        "reasons": of_charter,
        "consultation": of_charter,
        "standard": {"file": entry.file, "family": entry.family},
    }.get(entry.kind, {"file": entry.file} if entry.kind != "publisher" else {})


def _twice(read: list[_Read]) -> list[Problem]:
    """Ids that two files of one kind share: quality and conduct standards live in two folders."""
    seen: dict[tuple[str, str, str], str] = {}
    found = []
    for item in read:
        entry = item.entry
        key = (entry.kind, entry.charter, entry.id)
        if entry.id and key in seen:
            found.append(problem("id-twice", Spot(entry.file, ("id",)), found=entry.id, other=seen[key]))
        seen.setdefault(key, entry.file)
    return found
