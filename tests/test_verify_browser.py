"""Checking the approved text in a real browser: a page opened from a folder, as it was made and as somebody changed it.

Skipped where the machine has no Chromium.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from charterkit.site.context import Settings
from charterkit.site.releases.files import release_files
from charterkit.site.render import Renderer
from test_browser import CHROMIUM, browser
from test_site_sample_release import released_site

__all__ = ["browser"]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
PAGE = "charters/citizens/versions/2022/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the release in force with the files that it needs, as for a folder on disk."""
    root = tmp_path_factory.mktemp("sealed")
    renderer = Renderer(released_site(settings=Settings(offline=True)))
    files = {**dict(release_files(renderer.directory.versions)), **renderer.static_assets()}
    for one in renderer.directory.pages:
        if one.address == PAGE:
            files |= {
                f"{prefix}{PAGE}index.html": renderer.page(one, lang).encode()
                for lang, prefix in (("lt", ""), ("en", "en/"))
            }
    for name, raw in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return root


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    """A copy of the folder that a test may change."""
    return shutil.copytree(folder, tmp_path / "copy")


@pytest.fixture
def checked(browser: Any) -> Iterator[Any]:
    """Opens a page, clicks, and gives what it says and which places it marks."""
    opened = []

    def check(root: Path, address: str = PAGE) -> tuple[str, list[str]]:
        context = browser.new_context()
        opened.append(context)
        page = context.new_page()
        page.goto((root / address / "index.html").as_uri())
        page.click("#verify button")
        page.wait_for_function("!document.querySelector('#verify button').disabled")
        said = page.inner_text("#verify [data-said]")
        return said, page.eval_on_selector_all(".unlike", "found => found.map(one => one.dataset.seal)")

    yield check
    for context in opened:
        context.close()


def test_the_approved_text_is_found_unchanged(checked: Any, folder: Path) -> None:
    said, unlike = checked(folder)
    release = Renderer(released_site()).directory.versions.text("citizens", "2022")

    assert release is not None
    assert release.release.digest in said
    assert unlike == []
    assert "Palyginta tekstų: 39." in said


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("Atsakysime per 20 darbo dienų.", "Atsakysime per 30 darbo dienų.", "commitment/citizens/letters#promise"),
        ("ne mažiau kaip 90", "ne mažiau kaip 80", "commitment/citizens/letters#measures/0/targets/0/at_least"),
        ("kas dvi savaites", "kas tris savaites", "procedure/bus#prose"),
        ("Iš registro.", "Ne iš registro.", "methodology#sections/0/text"),
    ],
)  # fmt: skip
def test_a_changed_word_or_number_of_the_page_is_marked(
    checked: Any, copy: Path, old: str, new: str, place: str
) -> None:
    file = copy / PAGE / "index.html"
    text = file.read_text(encoding="utf-8").replace("\u00a0", " ")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")

    said, unlike = checked(copy)

    assert unlike == [place]
    assert "Skiriasi: 1." in said


def test_a_changed_file_has_another_checksum(checked: Any, copy: Path) -> None:
    file = copy / PAGE / "content.js"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("per 20 darbo", "per 30 darbo", 1), encoding="utf-8")

    said, unlike = checked(copy)

    assert "Šiuo puslapiu nesiremkite." in said
    assert unlike == []


def test_a_file_that_is_gone_is_said(checked: Any, copy: Path) -> None:
    (copy / PAGE / "content.js").unlink()

    said, _ = checked(copy)

    assert "nieko nepatikrinta" in said


def test_a_translation_says_that_only_the_file_was_checked(checked: Any, folder: Path) -> None:
    said, unlike = checked(folder, f"en/{PAGE}")

    assert "This page is a translation. Its words were not compared" in said
    assert unlike == []


def test_without_scripts_the_way_by_hand_stands_there(browser: Any, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / PAGE / "index.html").as_uri())

    assert page.locator("#verify button").is_hidden()
    page.click("#verify summary")
    assert page.get_by_text("shasum -a 256 content.json").is_visible()
    context.close()
