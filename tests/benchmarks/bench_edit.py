"""How long after saving a record its new text is seen in the preview, beside a build of the whole site."""

from __future__ import annotations

import re
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import municipality
from spent import VENV, Failed, spent
from table import Line

from charterkit.engine.drive import open_preview

PROMISES: Final = 2000
_OF_A_BUILD: Final = 0.1
_EDITS: Final = 5
_PATIENCE: Final = 60.0
_PAGE: Final = "/en/charters/citizens/promise-01000/"


def lines(folder: Path, promises: int = PROMISES) -> Iterator[Line]:
    """Build once, then edit one record several times: in this process, and through `charter serve`."""
    root = folder / "edit"
    municipality.write(root, promises)
    whole = spent((VENV / "charter", "build"), root).wall
    yield Line(f"a full build of {promises} × 3, on the clock", whole, "s")
    limit = whole * _OF_A_BUILD
    yield Line(
        "a saved record is seen: preview in process", _in_process(root), "s", limit, "a tenth of a build"
    )
    yield Line("a saved record is seen: charter serve", _served(root), "s", limit, "a tenth of a build")


def _in_process(root: Path) -> float:
    preview, _ = open_preview(root / "mkdocs.yml")
    preview.answer(_PAGE)
    slowest = 0.0
    for number in range(_EDITS):
        wanted = _edit(root, number)
        began = time.monotonic()
        preview.touch()
        if wanted not in preview.answer(_PAGE).body:
            raise Failed(f"the preview does not show {wanted!r}")
        slowest = max(slowest, time.monotonic() - began)
    return slowest


def _served(root: Path) -> float:
    command = (str(VENV / "charter"), "serve", str(root), "--port", "0", "--lang", "en")
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as server:
        try:
            assert server.stdout is not None, "it was asked for"
            address = next(
                found.group() for line in server.stdout if (found := re.search(r"http://[0-9.:]+", line))
            )
            _ask(address)
            return max(_until_seen(address, _edit(root, _EDITS + number)) for number in range(_EDITS))
        finally:
            server.terminate()


def _until_seen(address: str, wanted: bytes) -> float:
    began = time.monotonic()
    while time.monotonic() - began < _PATIENCE:
        if wanted in _ask(address):
            return time.monotonic() - began
        time.sleep(0.01)
    raise Failed(f"{address} does not show {wanted!r}")


def _ask(address: str) -> bytes:
    with urllib.request.urlopen(address + _PAGE, timeout=_PATIENCE) as answer:
        body: bytes = answer.read()
        return body


def _edit(root: Path, number: int) -> bytes:
    """Change a word of a promise as an editor would; the new word."""
    record = root / "charters" / "citizens" / "commitments" / "promise-01000.yml"
    word = f"edited{number}times"
    text = re.sub(
        r"we write to you|edited\d+times", word, record.read_text(encoding="utf-8"), flags=re.IGNORECASE
    )
    record.write_text(text, encoding="utf-8", newline="\n")
    return word.encode()
