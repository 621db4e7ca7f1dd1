"""Finds the files of a publisher and says what each of them is; reads only what changed since."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath

from charterkit.files import inside, is_safe_name
from charterkit.problems import Problem, Spot, problem
from charterkit.text import nearest, slug_ok

FOLDERS = ("charters", "standards")
_IGNORED = frozenset({"README.md", "SOURCE.md", ".gitkeep", ".gitattributes", ".DS_Store", "Thumbs.db"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in its place: what kind of record it holds, for which charter and family, under which id."""

    file: str
    kind: str
    id: str = ""
    charter: str = ""
    family: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Shelved:
    """The files in their places; `refused` are those of them that may not be read, with the problem that says why."""

    entries: tuple[Entry, ...]
    refused: tuple[Entry, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells a changed file from an unchanged one without reading it."""

    modified: int
    size: int


@dataclass
class Shelf:
    """The files below a root. Remembers bytes by stamp, so that a second look reads only what changed."""

    root: Path
    _bytes: dict[str, tuple[Stamp, bytes]] = field(default_factory=dict)

    def entries(self) -> Shelved:
        """Every record and results file, and what is wrong with names and places of files."""
        entries: list[Entry] = []
        refused: list[Entry] = []
        problems: list[Problem] = []
        for file in self._files():
            wrong, placed = self._refused(file), _placed(file)
            problems += [one for one in (wrong or placed,) if isinstance(one, Problem)]
            if isinstance(placed, Entry):
                (refused if wrong else entries).append(placed)
        return Shelved(tuple(entries), tuple(refused), tuple(problems))

    def stamp(self, file: str) -> Stamp:
        """The present stamp of a file; one that matches no file where it cannot be looked at."""
        try:
            seen = (self.root / file).stat()
        except OSError:
            return Stamp(-1, -1)
        return Stamp(seen.st_mtime_ns, seen.st_size)

    def read(self, file: str) -> bytes | Problem:
        """The bytes of a file, or the problem that says why there are none."""
        stamp = self.stamp(file)
        kept = self._bytes.get(file)
        if kept is not None and kept[0] == stamp:
            return kept[1]
        try:
            raw = (self.root / file).read_bytes()
        except OSError as error:
            return problem("file-unreadable", Spot(file), reason=error.strerror or type(error).__name__)
        self._bytes[file] = (stamp, raw)
        return raw

    def _files(self) -> Iterator[str]:
        for folder in FOLDERS:
            for path, folders, names in os.walk(self.root / folder):
                folders.sort()
                folders[:] = [name for name in folders if not name.startswith(".") and name != "releases"]
                here = Path(path).relative_to(self.root).as_posix()
                # A folder with the name of a record is reported like a file that cannot be read.
                names += [name for name in folders if name.endswith((".yml", ".csv", ".md"))]
                yield from (f"{here}/{name}" for name in sorted(names) if name not in _IGNORED)

    def _refused(self, file: str) -> Problem | None:
        path = self.root / file
        if not is_safe_name(path.name):
            return problem("file-name", Spot(file), found=path.name)
        if path.is_symlink() and not inside(self.root, path):
            return problem("file-outside", Spot(file))
        if not path.is_file():
            return problem("file-unreadable", Spot(file), reason="not a file")
        return None


# The texts of procedures stand beside their records, one language a file.
PROSE = "prose"
# The tables of programmes stand beside their records as well.
TABLES = ("replies", "deliverables")

# The answers to a survey stand beside its record.
ANSWERS = "answers"

# Folder patterns, `*` for a name, with the kind of record that they hold and the family it belongs to.
_PLACES: Mapping[tuple[str, ...], tuple[str, str]] = {
    ("charters", "publisher.yml"): ("publisher", ""),
    ("charters", "quality", "surveys", "*.yml"): ("survey", ""),
    ("charters", "quality", "surveys", "*.csv"): (ANSWERS, ""),
    ("charters", "*", "charter.yml"): ("charter", ""),
    ("charters", "*", "commitments", "*.yml"): ("commitment", ""),
    ("charters", "*", "reasons.yml"): ("reasons", ""),
    ("charters", "*", "consultation.yml"): ("consultation", ""),
    ("charters", "results", "*.csv"): ("results", ""),
    ("charters", "quality", "programmes", "*.yml"): ("programme", ""),
    ("charters", "quality", "programmes", "*.replies.csv"): ("replies", ""),
    ("charters", "quality", "programmes", "*.deliverables.csv"): ("deliverables", ""),
    ("charters", "quality", "assessments", "*.yml"): ("assessment", ""),
    ("charters", "quality", "actions", "*.yml"): ("action", ""),
    ("charters", "quality", "strategy.yml"): ("strategy", ""),
    ("standards", "quality", "*.yml"): ("standard", "quality"),
    ("standards", "conduct", "*.yml"): ("standard", "conduct"),
    ("standards", "indicators", "*.yml"): ("indicator", ""),
    ("standards", "methodology.yml"): ("methodology", ""),
    ("standards", "services", "*.yml"): ("service", ""),
    ("standards", "procedures", "*.yml"): ("procedure", ""),
    ("standards", "procedures", "*.md"): (PROSE, ""),
    ("standards", "calendars", "*.yml"): ("calendar", ""),
}


def places_of(kind: str) -> tuple[str, ...]:
    """Where files of a kind stand, with `*` for a name."""
    if kind == "act":
        return ("charters/*/releases/*/act-*.yml",)
    return tuple("/".join(pattern) for pattern, (own, _) in _PLACES.items() if own == kind)


def _placed(file: str) -> Entry | Problem:
    parts = PurePosixPath(file).parts
    for pattern, (kind, family) in _PLACES.items():
        if _fits(parts, pattern):
            entry = _entry(file, kind, family)
            named = entry.id if kind != "charter" else entry.charter
            return entry if not named or slug_ok(named) else problem("file-name", Spot(file), found=named)
    suffix = PurePosixPath(file).suffix
    wanted = _other_suffix(parts)
    if wanted:
        return problem("file-extension", Spot(file), found=suffix or parts[-1], wanted=wanted)
    return problem("file-unused", Spot(file), nearest=_nearest_place(file))


def _fits(parts: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    return len(parts) == len(pattern) and all(
        part == wanted or wanted == "*" or (wanted.startswith("*.") and part.endswith(wanted[1:]))
        for part, wanted in zip(parts, pattern, strict=True)
    )


def _entry(file: str, kind: str, family: str) -> Entry:
    path = PurePosixPath(file)
    charter = path.parts[1] if kind in ("charter", "commitment", "reasons", "consultation") else ""
    if kind == "charter":
        return Entry(file, kind, charter, charter)
    if kind in ("publisher", "methodology", "strategy"):
        return Entry(file, kind)
    if kind in ("reasons", "consultation"):
        return Entry(file, kind, charter=charter)
    if kind in TABLES:
        return Entry(file, kind, path.stem.removesuffix(f".{kind}"))
    if kind not in ("results", PROSE):
        return Entry(file, kind, path.stem, charter, family)
    id, _, language = path.stem.partition(".")
    return Entry(file, kind, id, language=language)


def _other_suffix(parts: tuple[str, ...]) -> str:
    """The ending under which the file would be read, where only the ending is wrong."""
    stem = parts[-1].rpartition(".")[0] or parts[-1]
    for suffix in (".yml", ".csv", ".md"):
        renamed = (*parts[:-1], stem + suffix)
        if renamed != parts and any(_fits(renamed, pattern) for pattern in _PLACES):
            return suffix
    return ""


@lru_cache(maxsize=1)
def _place_names() -> tuple[str, ...]:
    return tuple("/".join(pattern) for pattern in _PLACES)


def _nearest_place(file: str) -> str:
    parts = PurePosixPath(file).parts
    starred = "/".join((*parts[:-1], "*" + PurePosixPath(file).suffix))
    return nearest(starred, _place_names()) or nearest(file, _place_names()) or ""
