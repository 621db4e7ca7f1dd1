"""All problems of a folder in reading order: those of single files, and those between records."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.data.load import Loaded
from charterkit.model.publication import Publication
from charterkit.problems import Problem, blocks, settle
from charterkit.rules.consistency import consistency
from charterkit.rules.references import references


@dataclass(frozen=True)
class Checked:
    """A publication with every problem found in it, each at its place."""

    publication: Publication | None
    problems: tuple[Problem, ...]
    files: int

    @property
    def publishable(self) -> bool:
        """Whether nothing forbids publishing."""
        return self.publication is not None and not blocks(self.problems)


def check(loaded: Loaded) -> Checked:
    """What a folder holds, looked at as a whole."""
    found = list(loaded.problems)
    if loaded.publication is not None:
        found += references(loaded.publication, loaded.known)
        found += consistency(loaded.publication)
    return Checked(loaded.publication, settle(found, loaded.documents), loaded.files)
