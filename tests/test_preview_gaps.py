"""A preview of records that lack one of them: every page is shown, and says on top what is missing.

One copy of the demonstration is broken and mended again for each case, so that only what changed is read again.
"""

from __future__ import annotations

import html
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from charterkit.data.load import Loader
from charterkit.engine.edition import Edition, Place
from charterkit.rules.check import check
from charterkit.rules.standing import Memory
from charterkit.site.pages import Kind, Page
from conftest import REPOSITORY, copy_site

TODAY = date(2025, 11, 21)
# Of each kind of page this many, spread over all of its kind.
SAMPLE = 4
Look = Callable[[], Edition]


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Look]:
    root = copy_site(REPOSITORY, tmp_path_factory.mktemp("gaps") / "municipality")
    loader, memory = Loader(root), Memory()
    return root, lambda: Edition(check(loader.load(), TODAY, memory), Place())


@pytest.fixture
def lacking(records: tuple[Path, Look], tmp_path: Path) -> Iterator[Callable[..., Edition]]:
    """The site without some files, or with an id in one of them under another name; mended afterwards."""
    root, look = records
    broken: list[str] = []

    def without(*files: str, id: str = "") -> Edition:
        for file in files:
            broken.append(file)
            (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.move(root / file, tmp_path / file)
            if id:
                text = (tmp_path / file).read_text(encoding="utf-8")
                assert f"- id: {id}\n" in text
                (root / file).write_text(
                    text.replace(f"- id: {id}\n", f"- id: {id}-x\n", 1), encoding="utf-8"
                )
        return look()

    yield without
    for file in broken:
        shutil.move(tmp_path / file, root / file)


def sample(edition: Edition) -> list[Page]:
    """Some pages of every kind: the first, the last, and some between."""
    chosen = []
    for kind in Kind:
        ones = [page for page in edition.pages("en") if page.kind is kind]
        step = max(1, len(ones) // (SAMPLE - 1))
        chosen += [*ones[::step], *ones[-1:]]
    return chosen


CHARTER, LIBRARY = "charters/citizens/charter.yml", "charters/library/charter.yml"
PUBLISHER = "charters/publisher.yml"


@pytest.mark.parametrize(
    ("files", "id", "said"),
    [
        ((CHARTER,), "", "citizens"),
        ((LIBRARY,), "", "library"),
        ((CHARTER, LIBRARY), "", "charter.yml"),
        ((CHARTER,), "general", "general"),
        ((PUBLISHER,), "administration", "administration"),
        (("standards/quality/written-requests.yml",), "", "written-requests"),
        (("standards/conduct/courtesy.yml",), "", "courtesy"),
        (("standards/indicators/letters-answered-in-time.yml",), "", "letters-answered-in-time"),
        (("standards/services/written-request.yml",), "", "written-request"),
        (("standards/procedures/one-stop-shop.yml",), "", "one-stop-shop"),
        (("standards/procedures/one-stop-shop.lt.md",), "", "one-stop-shop.lt.md"),
        (("standards/calendars/lt.yml",), "", "calendar"),
        # These two are named by nobody: what lacks them is told otherwise, or not at all.
        (("standards/methodology.yml",), "", ""),
        (("charters/results/letters-answered-in-time.csv",), "", ""),
    ],
)
def test_a_missing_record_is_named_on_pages_that_are_all_shown(
    lacking: Callable[..., Edition], files: tuple[str, ...], id: str, said: str
) -> None:
    edition = lacking(*files, id=id)
    panel = html.unescape(edition.trouble("en"))

    assert said in panel
    for page in sample(edition):
        assert "</html>" in edition.document(page.address, "en", preview=True), page.address


def test_the_promises_of_a_missing_charter_stand_under_its_id(lacking: Callable[..., Edition]) -> None:
    edition = lacking(LIBRARY)

    promise = edition.document("charters/library/bus-on-time/", "en", preview=True)
    body = edition.document("results/bodies/library/", "en", preview=True)
    assert '<caption id="board-library">library</caption>' in body
    assert "<dt>Charter</dt><dd>library</dd>" in promise
    assert 'href=""' not in promise


def test_without_its_publisher_a_preview_says_only_that(lacking: Callable[..., Edition]) -> None:
    edition = lacking(PUBLISHER)

    assert edition.pages("en") == ()
    assert "publisher.yml" in edition.document("", "en", preview=True)
