"""The files of releases that a built site carries, for whoever wants to check a site without its repository."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from charterkit.data.release_files import ReleaseFiles, files_of, folders, folders_in
from charterkit.problems import Problem

# Where a site keeps the releases of a charter, as a repository does in `releases`.
VERSIONS = "versions"

ByCharter = Mapping[str, tuple[ReleaseFiles, ...]]


def releases_of_repository(root: Path) -> tuple[ByCharter, tuple[Problem, ...]]:
    """The files of every release in a repository by charter, and what cannot be read of them."""
    found, problems = folders(root)
    read = [files_of(root, folder) for folder in found]
    return _by_charter(files for files, _ in read), (*problems, *(one for _, wrong in read for one in wrong))


def releases_of_site(site: Path) -> tuple[ByCharter, tuple[Problem, ...]]:
    """The same of a built site: below `charters/<charter>/versions/<version>`, between the pages about it."""
    read = [files_of(site, folder) for folder in folders_in(site, VERSIONS)]
    return _by_charter(files for files, _ in read), tuple(one for _, wrong in read for one in wrong)


def _by_charter(found: Iterable[ReleaseFiles]) -> ByCharter:
    by_charter: dict[str, list[ReleaseFiles]] = {}
    for files in found:
        by_charter.setdefault(files.charter, []).append(files)
    return {charter: tuple(own) for charter, own in by_charter.items()}
