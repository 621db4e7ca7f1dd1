"""Releases for tests: seals the working text of a folder as it stands, with the acts that a test asks for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from charterkit.data.content import digest
from charterkit.data.load import load
from charterkit.data.releases import read_releases
from charterkit.rules.releases.sealing import content_file, voted_in, working_records

ALL = "charter, standards, procedures, methodology, services"


def propose(root: Path, version: str, charter: str = "citizens") -> Path:
    """Write the content of a release of the working text; its folder."""
    loaded = load(root)
    assert loaded.publication is not None, loaded.problems
    records = working_records(loaded.publication, loaded.sources, charter)
    folder = root / "charters" / charter / "releases" / version
    folder.mkdir(parents=True)
    raw = content_file(charter, version, newest_seal(root, charter), voted_in(loaded.publication), records)
    (folder / "content.json").write_bytes(raw)
    return folder


def act(
    folder: Path, day: str, in_force: str = "", *, does: str = "approval", more: Iterable[str] = ()
) -> Path:
    """Write the next act about a release; `more` are further lines of its file."""
    root, charter = folder.parents[3], folder.parents[1].name
    number = len(list(folder.glob("act-*.yml"))) + 1
    lines = [
        "kind: act",
        f"does: {does}",
        "by: council",
        "body: {lt: Taryba, en: The council}",
        f"covers: [{ALL}]",
        f"date: {day}",
        *([f"in_force: {in_force}"] if in_force else []),
        f'digest: "{digest((folder / "content.json").read_bytes())}"',
        *([f'previous: "{seal}"'] if (seal := newest_seal(root, charter)) else []),
        *more,
    ]
    path = folder / f"act-{number}.yml"
    path.write_bytes(("\n".join(lines) + "\n").encode())
    return path


def approve(root: Path, version: str, day: str, in_force: str, charter: str = "citizens") -> Path:
    """Propose the working text as it stands and approve it; its folder."""
    folder = propose(root, version, charter)
    act(folder, day, in_force)
    return folder


def newest_seal(root: Path, charter: str) -> str:
    """The seal of the last act about a charter, or nothing."""
    releases = read_releases(root)[0].get(charter, ())
    acts = [one for release in releases for one in release.acts]
    followed = {one.previous for one in acts}
    return next((one.seal for one in acts if one.seal not in followed), "")
