"""What loading a folder gives: the publication, the problems, and where everything stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from charterkit.data import source
from charterkit.data.shelf import Entry
from charterkit.data.siteconfig import SiteConfig
from charterkit.data.sources import NO_SOURCES, Sources
from charterkit.model.publication import Publication
from charterkit.problems import Place, Problem, Spot


@dataclass(frozen=True)
class Known:
    """The ids that have a file, also where the file cannot be read: those who name it are not to blame."""

    ids: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Known:
        """From the entries of all record files; commitments are known by their full id."""
        found: dict[str, set[str]] = {}
        for entry in entries:
            id = f"{entry.charter}/{entry.id}" if entry.kind == "commitment" else entry.id
            found.setdefault(entry.kind, set()).add(id)
        return cls({kind: frozenset(ids) for kind, ids in found.items()})

    def of_kind(self, kind: str) -> frozenset[str]:
        """All ids of a kind."""
        return self.ids.get(kind, frozenset())


@dataclass(frozen=True)
class Documents:
    """Finds the place of a spot in the document that it names."""

    by_file: Mapping[str, source.Document]

    def place(self, spot: Spot) -> Place:
        """The place in the file, or its beginning where the file was not read."""
        document = self.by_file.get(spot.file)
        return document.place(spot) if document is not None else Place(spot.file)


@dataclass(frozen=True)
class Loaded:
    """What a folder holds. `publication` is there as soon as somebody publishes something readable.

    `problems` are those of single files; what is wrong between records is found by `charterkit.rules.check`.
    """

    publication: Publication | None
    problems: tuple[Problem, ...]
    known: Known
    documents: Documents
    files: int
    config: SiteConfig
    sources: Sources = NO_SOURCES
