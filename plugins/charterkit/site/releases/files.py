"""The sealed files of a release that anybody may take along, byte for byte as they are kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Final

from charterkit.rules.releases.public import Versions
from charterkit.rules.releases.states import Dated, known_acts
from charterkit.site.addresses import release_file

_CONTENT: Final = "content.json"


def public_files(one: Dated, today: date) -> dict[str, bytes]:
    """The files of a release by name: its content, the acts done by a day with their signatures, its translations."""
    acts = {act.file.rpartition("/")[2] for act in known_acts(one.release, today)}
    return {
        name: raw
        for name, raw in sorted(one.release.files.items())
        if name == _CONTENT or _act_of(name) in acts or (name.startswith("texts.") and name.endswith(".json"))
    }


def release_files(versions: Versions) -> Iterator[tuple[str, bytes]]:
    """All of them with their addresses, and beside each content the script that hands it to a page."""
    for charter in versions.charters:
        for one in versions.texts(charter):
            for name, raw in public_files(one, versions.today).items():
                yield release_file(charter, one.release.version, name), raw
            raw = one.release.files.get(_CONTENT, b"")
            yield release_file(charter, one.release.version, "content.js"), content_script(raw)


def content_script(raw: bytes) -> bytes:
    """The very text of a content.json as a script: a page that was opened from a folder can load nothing else."""
    text = json.dumps(raw.decode(), ensure_ascii=False)
    escaped = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"charterkit_content({escaped});\n".encode()


def _act_of(name: str) -> str:
    """The act that a file is, or of which it is a signature."""
    stem, dot, _ = name.partition(".yml")
    return stem + dot
