"""The files of releases, as bytes: which folders there are, and what in them belongs to a release."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from charterkit.data import release_json, source
from charterkit.data.shelf import Stamp
from charterkit.files import inside
from charterkit.problems import Problem, Spot, problem
from charterkit.together import place_of, waiting_names

CHARTERS, RELEASES, CONTENT = "charters", "releases", "content.json"
ACT = re.compile(r"act-([1-9][0-9]*)\.yml")
TEXTS = re.compile(r"texts\.([a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?)\.json")
SIGNATURE = re.compile(r"act-([1-9][0-9]*)\.yml\.([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.sig")
_LOG = re.compile(r"texts\.[A-Za-z-]+\.log\.yml")
_NAMES = (ACT, TEXTS, SIGNATURE, _LOG)
_VERSION = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_LONGEST_VERSION = 40


@dataclass(frozen=True, slots=True)
class ReleaseFolder:
    """A folder of a release, with the stamps of its files by name."""

    charter: str
    version: str
    folder: str
    stamps: tuple[tuple[str, Stamp], ...]


@dataclass(frozen=True, slots=True)
class ReleaseFiles:
    """The files of one release: bytes by name. `folder` is where they stand, below the root, with `/`."""

    charter: str
    version: str
    folder: str
    files: Mapping[str, bytes]

    @property
    def acts(self) -> tuple[str, ...]:
        """The names of the acts in the order of their numbers."""
        found = ((ACT.fullmatch(name), name) for name in self.files)
        return tuple(name for _, name in sorted((int(match[1]), name) for match, name in found if match))

    def path(self, name: str) -> str:
        """The path of a file below the root."""
        return f"{self.folder}/{name}"


def is_version(name: str) -> bool:
    """Whether a name may be the version of a release, and so a folder on every system and part of an address."""
    return len(name) <= _LONGEST_VERSION and _VERSION.fullmatch(name) is not None


def folders(root: Path) -> tuple[tuple[ReleaseFolder, ...], tuple[Problem, ...]]:
    """The folders of all releases below a root, with what is wrong with names and places in them."""
    found: list[ReleaseFolder] = []
    problems: list[Problem] = []
    for charter in _names(root / CHARTERS, root):
        place = f"{CHARTERS}/{charter}/{RELEASES}"
        for version in _names(root / place, root):
            folder = f"{place}/{version}"
            problems += _misplaced(root, charter, version, folder)
            if (root / folder).is_dir() and is_version(version):
                stamps, wrong = _stamps(root, folder)
                found.append(ReleaseFolder(charter, version, folder, stamps))
                problems += wrong
    return tuple(found), tuple(problems)


def folders_in(site: Path, name: str) -> tuple[ReleaseFolder, ...]:
    """The folders of releases in a built site, where other files stand beside those of a release."""
    found: list[ReleaseFolder] = []
    for charter in _names(site / CHARTERS, site):
        place = f"{CHARTERS}/{charter}/{name}"
        for version in _names(site / place, site):
            folder = f"{place}/{version}"
            if (site / folder / CONTENT).is_file() and is_version(version):
                found.append(ReleaseFolder(charter, version, folder, _stamps(site, folder)[0]))
    return tuple(found)


def files_of(root: Path, about: ReleaseFolder) -> tuple[ReleaseFiles, tuple[Problem, ...]]:
    """The bytes of a release's files, with those files that cannot be read."""
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name, stamp in about.stamps:
        file = f"{about.folder}/{name}"
        raw = _bytes(_path(root / about.folder, name), file, stamp.size)
        if isinstance(raw, Problem):
            problems.append(raw)
        else:
            found[name] = raw
    return ReleaseFiles(about.charter, about.version, about.folder, found), tuple(problems)


def _bytes(path: Path, file: str, size: int) -> bytes | Problem:
    most = release_json.MAX_BYTES if path.suffix == ".json" else source.MAX_BYTES
    if size > most:
        return problem("file-too-large", Spot(file), limit=most // 1_000_000)
    try:
        return path.read_bytes()
    except OSError as error:
        return problem("file-unreadable", Spot(file), reason=error.strerror or type(error).__name__)


def _names(folder: Path, root: Path) -> list[str]:
    """The names in a folder that is there and lies below the root; hidden ones are nobody's business."""
    try:
        found = [*folder.iterdir()] if folder.is_dir() and inside(root, folder) else []
    except OSError:
        return []
    return sorted(one.name for one in found if not one.name.startswith("."))


def _names_of_release(root: Path, folder: str) -> list[str]:
    """The names in the folder of a release, with translations that a killed process left on their way there."""
    waiting = (name for name in waiting_names(root / folder) if is_translation(name))
    return sorted({*_names(root / folder, root), *waiting})


def _path(folder: Path, name: str) -> Path:
    return place_of(folder, name) if is_translation(name) else folder / name


def is_translation(name: str) -> bool:
    """Whether a file of a release holds translations, or says which were changed: nothing in it is sealed."""
    return TEXTS.fullmatch(name) is not None or _LOG.fullmatch(name) is not None


def _misplaced(root: Path, charter: str, version: str, folder: str) -> Iterator[Problem]:
    path = root / folder
    if path.is_symlink() and not inside(root, path):
        yield problem("file-outside", Spot(folder))
    elif not path.is_dir():
        yield problem("release-file-unused", Spot(folder), found=version)
    elif not is_version(version):
        yield problem("release-version", Spot(folder), found=version)
    elif not (root / CHARTERS / charter / "charter.yml").is_file():
        yield problem("release-without-charter", Spot(folder), found=charter)


def _stamps(root: Path, folder: str) -> tuple[tuple[tuple[str, Stamp], ...], list[Problem]]:
    found: list[tuple[str, Stamp]] = []
    problems: list[Problem] = []
    for name in _names_of_release(root, folder):
        file, path = f"{folder}/{name}", _path(root / folder, name)
        if not path.is_file() or not (name == CONTENT or any(one.fullmatch(name) for one in _NAMES)):
            problems.append(problem("release-file-unused", Spot(file), found=name))
        elif path.is_symlink() and not inside(root, path):
            problems.append(problem("file-outside", Spot(file)))
        else:
            seen = path.stat()
            found.append((name, Stamp(seen.st_mtime_ns, seen.st_size)))
    return tuple(found), problems
