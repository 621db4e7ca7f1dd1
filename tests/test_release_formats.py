"""Every release ever written stays readable. The frozen ones here are never made again."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from charterkit.data import release_formats
from charterkit.data.content import canonical, digest
from charterkit.data.published import as_sealed
from charterkit.data.release_files import ReleaseFiles
from charterkit.data.releases import read_content
from charterkit.data.sources import NO_SOURCES
from charterkit.model.requirement import Limit, Operator
from charterkit.rules.releases.states import ReleaseState, dated
from charterkit.rules.releases.verify import verify
from factory import PUBLISHER

FROZEN = Path(__file__).parent / "frozen"
# By format: the digests of content and acts as they were when the program could write that format.
DIGESTS = {
    "charterkit-1": {
        "content.json": "cc682ccce4832edf070d0af317cc25297d831ae257fa7bd49d38338620405399",
        "act-1.yml": "f69a54eb60c3d1e07d3205fcc8e92c9b51f7ea5e708b9043c60d6c8cfdb6d850",
        "act-2.yml": "bf1ae81a2867b52dd6740d647a90cabaab582cb10db4a4c71ac27a5ef2bc5a40",
    },
}


def frozen(format: str) -> ReleaseFiles:
    """The files of a release of a format, as they were written then."""
    folder = FROZEN / format
    files = {one.name: one.read_bytes() for one in sorted(folder.iterdir())}
    return ReleaseFiles("citizens", "2019", "charters/citizens/releases/2019", files)


def test_there_is_a_frozen_release_of_every_format() -> None:
    assert sorted(DIGESTS) == sorted(name.replace("/", "-") for name in release_formats.known())


@pytest.mark.parametrize("format", DIGESTS)
def test_a_frozen_release_is_read_and_verified(format: str) -> None:
    files = frozen(format)
    found = verify((files,))

    assert {name: digest(files.files[name]) for name in DIGESTS[format]} == DIGESTS[format]
    assert found.problems == ()
    (release,) = found.releases
    assert release.records["charter/citizens"]["title"] == {"lt": "Piliečių chartija"}
    assert release.translations["en"].texts["charter/citizens", "title"][0] == "Citizen charter"
    assert [act.kind.value for act in release.acts] == ["approval", "entry_into_force"]
    read = as_sealed(release, NO_SOURCES, PUBLISHER)
    assert sorted(read.commitments) == ["citizens/answer-letters", "citizens/publish-budget"]
    target = read.commitments["citizens/answer-letters"].measures[0].targets[0]
    assert target.requirement == Limit(Operator.AT_LEAST, Decimal("90"))
    assert dated((release,), release.acts[-1].day)[0].state is ReleaseState.APPROVED


def test_an_older_format_goes_through_every_step_and_keeps_the_digest_of_its_bytes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def named(content: dict[str, Any]) -> dict[str, Any]:
        return {**content, "languages": [content["language"]]}

    def sealed(content: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in content.items() if name != "language"}

    steps = {"charterkit/0.1": ("charterkit/0.2", named), "charterkit/0.2": ("charterkit/1", sealed)}
    old = {"format": "charterkit/0.1", "language": "lt", "records": {}}

    assert release_formats.known(steps) == ("charterkit/0.1", "charterkit/0.2", "charterkit/1")
    assert release_formats.of_today(old, steps) == {
        "format": "charterkit/1",
        "languages": ["lt"],
        "records": {},
    }
    assert old["format"] == "charterkit/0.1"


def test_a_format_that_nobody_knows_is_refused_and_not_guessed() -> None:
    raw = canonical({"format": "charterkit/9", "charter": "citizens"})
    content, problems = read_content(ReleaseFiles("citizens", "2019", "x", {"content.json": raw}))

    assert content is None
    assert [one.id for one in problems] == ["release-format"]
