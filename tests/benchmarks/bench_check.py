"""How long `charter check` takes for a thousand files, beside check-jsonschema on the same records."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import municipality
from spent import VENV, Spent, least, spent
from table import Line

from charterkit.data.schema import schema

FILES: Final = 1000
_SECOND: Final = 1.0
_REPEATS: Final = 3
# The kinds of record that the invented municipality has.
_FOLDERS: Final[Mapping[str, str]] = {
    "publisher": "charters/publisher.yml",
    "charter": "charters/*/charter.yml",
    "commitment": "charters/*/commitments/*.yml",
    "standard": "standards/quality/*.yml",
    "indicator": "standards/indicators/*.yml",
    "methodology": "standards/methodology.yml",
}


def lines(folder: Path) -> Iterator[Line]:
    """Check the same folder with both; ours also reads the results, judges them and follows every reference."""
    root = folder / "check"
    written = municipality.write(root, _promises_of(FILES))
    own = least([spent((VENV / "charter", "check"), root) for _ in range(_REPEATS)])
    yield Line(f"charter check: {written} files, CPU", own.cpu, "s", _SECOND, "a second")
    yield Line("charter check: on the clock", own.wall, "s")
    records = sum(len(list(root.glob(pattern))) for pattern in _FOLDERS.values())
    peer = least([_peer(root) for _ in range(_REPEATS)])
    yield Line(f"check-jsonschema: the {records} records among them, CPU", peer.cpu, "s")
    yield Line("check-jsonschema: on the clock", peer.wall, "s")
    yield Line("charter check, of check-jsonschema", own.cpu / peer.cpu, "×")


def _promises_of(files: int) -> int:
    """How many promises make so many files: half an indicator each with results, some with words in three languages."""
    return round(files / (1 + 1 / 5 + 1 / 2 + 1 / 2 + 3 / 8))


def _peer(root: Path) -> Spent:
    """One call for each kind of record, as check-jsonschema knows one schema a call."""
    runs = []
    for kind, pattern in _FOLDERS.items():
        named = root / f"{kind}.schema.json"
        named.write_text(json.dumps(schema(kind)), encoding="utf-8")
        records = sorted(root.glob(pattern))
        runs.append(spent((VENV / "check-jsonschema", "--schemafile", named, *records), root))
    return Spent(sum(run.cpu for run in runs), sum(run.wall for run in runs), max(run.memory for run in runs))
