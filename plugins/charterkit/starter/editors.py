"""What editors are given: the schemas, and the setting that says which file is held against which schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from charterkit.data.schema import KINDS, schema
from charterkit.data.shelf import places_of

SCHEMAS = ".charterkit/schemas"
SETTINGS = ".vscode/settings.json"
# The places are lists of names, so the first closing brace ends them.
_PLACES = re.compile(r'(?P<before>"yaml\.schemas"\s*:\s*)(?P<places>\{[^{}]*\})')


def schema_files() -> Iterator[tuple[str, str]]:
    """The schemas for editors, each whole in one file, so that nothing has to be fetched from anywhere."""
    for kind in KINDS:
        yield f"{SCHEMAS}/{kind}.schema.json", json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


def schema_lines() -> Iterator[str]:
    """The places of all kinds of records, a line each, as the settings of Visual Studio Code write them."""
    for kind in KINDS:
        yield _line(_name(kind), list(places_of(kind)))


def renewed_settings(text: str) -> str | None:
    """Settings with the present places of the schemas, and everything else as it was; None if they cannot be read."""
    found = _PLACES.search(text)
    places = _read(found["places"]) if found else None
    if found is None or places is None:
        return None
    own = {_name(kind): list(places_of(kind)) for kind in KINDS}
    if places == {**places, **own}:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = f",{newline}".join(_line(name, where) for name, where in {**places, **own}.items())
    return f"{text[: found.start()]}{found['before']}{{{newline}{lines}{newline}  }}{text[found.end() :]}"


def _name(kind: str) -> str:
    return f"./{SCHEMAS}/{kind}.schema.json"


def _line(name: str, places: object) -> str:
    return f"    {json.dumps(name, ensure_ascii=False)}: {json.dumps(places, ensure_ascii=False)}"


def _read(places: str) -> dict[str, object] | None:
    try:
        read: dict[str, object] = json.loads(places)
    except ValueError:  # comments, a comma too many: an editor reads them, we had better not guess
        return None
    return read
