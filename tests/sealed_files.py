"""Small releases for tests: sealed files of a charter, made as the commands make them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from charterkit.data.content import digest
from charterkit.data.release_files import ReleaseFiles
from charterkit.exports.act_file import act_file
from charterkit.model.release import Act, ActKind, Approver
from charterkit.rules.releases.sealing import content_file
from charterkit.text import Text

COUNCIL = Text.of({"lt": "Taryba"})
RECORDS: Mapping[str, Mapping[str, Any]] = {
    "charter/citizens": {
        "id": "citizens",
        "title": {"lt": "Piliečių chartija"},
        "legal_force": {"lt": "Pažadas."},
    },
    "commitment/citizens/answer-letters": {
        "id": "answer-letters",
        "number": "1.1",
        "promise": {"lt": "Atsakom per 20 darbo dienų."},
        "measures": [
            {"id": "in-time", "indicator": "letters", "targets": [{"from": "2019-01-01", "at_least": "95"}]}
        ],
    },
    "body/municipality": {"id": "municipality", "name": {"lt": "Girių savivaldybė"}},
}


def release(
    version: str,
    acts: Sequence[Act],
    *,
    previous: str = "",
    after: str = "",
    records: Mapping[str, Mapping[str, Any]] = RECORDS,
) -> ReleaseFiles:
    """The files of a release with acts that follow each other; `after` is the seal before the first of them."""
    raw = content_file("citizens", version, previous, ["lt"], records)
    files = {"content.json": raw}
    seal = after
    for number, act in enumerate(acts, start=1):
        files[f"act-{number}.yml"] = act_file(replace(act, digest=digest(raw), previous=seal))
        seal = digest(files[f"act-{number}.yml"])
    return ReleaseFiles("citizens", version, f"charters/citizens/releases/{version}", files)


def last_seal(files: ReleaseFiles) -> str:
    """The seal of the last act of a release."""
    return digest(files.files[files.acts[-1]])


def act(kind: ActKind, day: str, **fields: Any) -> Act:
    """An act of the council; what it is about and what it follows is filled in with its release."""
    return replace(Act(kind, "", Approver.COUNCIL, COUNCIL, date.fromisoformat(day)), **fields)


def two_releases() -> tuple[ReleaseFiles, ReleaseFiles]:
    """A release with two acts, and a later one with an act of its own."""
    approval = act(ActKind.APPROVAL, "2019-06-25", number="T-214")
    entry = act(ActKind.ENTRY_INTO_FORCE, "2019-06-28", in_force=date(2019, 7, 1))
    first = release("2019", (approval, entry))
    later = act(ActKind.APPROVAL, "2022-03-01", number="T-33", in_force=date(2022, 4, 1))
    second = release("2022", (later,), previous=last_seal(first), after=last_seal(first))
    return first, second
