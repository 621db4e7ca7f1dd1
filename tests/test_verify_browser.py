"""Checking the approved text in a real browser: a page opened from a folder, as it was made and as somebody changed it.

Skipped where the machine has no Chromium.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from browsing import CHROMIUM, NO_CHROMIUM
from charterkit.site.context import Settings
from charterkit.site.releases.files import release_files
from charterkit.site.render import Renderer
from test_site_sample_release import released_site

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=NO_CHROMIUM)
PAGE = "charters/citizens/versions/2022/"
CHAPTER = f"{PAGE}group-general/"
LETTERS = "commitment/citizens/letters#"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the releases with the files that they need, as for a folder on disk."""
    root = tmp_path_factory.mktemp("sealed")
    renderer = Renderer(released_site(settings=Settings(offline=True)))
    files = {**dict(release_files(renderer.directory.versions)), **renderer.static_assets()}
    for one in renderer.directory.pages:
        if one.address.startswith("charters/citizens/versions/"):
            files |= {
                f"{prefix}{one.address}index.html": renderer.page(one, lang).encode()
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
def checked(tab: Any) -> Callable[..., tuple[str, list[str]]]:
    """Opens a page, clicks, and gives what it says and which places it marks."""

    def check(root: Path, address: str = PAGE) -> tuple[str, list[str]]:
        tab.goto((root / address / "index.html").as_uri())
        tab.click("#verify button")
        tab.wait_for_selector("#verify button:enabled")
        said = tab.inner_text("#verify [data-said]")
        return said, tab.eval_on_selector_all(".unlike", "found => found.map(one => one.dataset.seal)")

    return check


@pytest.mark.parametrize(
    ("address", "compared"),
    [
        (PAGE, 14),
        (CHAPTER, 9),
        (f"{PAGE}standards/", 3),
        (f"{PAGE}indicators/", 5),
        (f"{PAGE}methodology/", 4),
        (f"{PAGE}procedure-bus/", 4),
    ],
)
def test_the_approved_text_is_found_unchanged(
    checked: Any, folder: Path, address: str, compared: int
) -> None:
    said, unlike = checked(folder, address)
    release = Renderer(released_site()).directory.versions.text("citizens", "2022")

    assert release is not None
    assert release.release.digest in said
    assert unlike == []
    assert f"Palyginta tekstų: {compared}." in said


@pytest.mark.parametrize(
    ("address", "old", "new", "place"),
    [
        (PAGE, "Galite skųstis.", "Negalite skųstis.", "charter/citizens#rights/0/text"),
        (CHAPTER, "Atsakysime per 20 darbo dienų.", "Atsakysime per 30 darbo dienų.", f"{LETTERS}promise"),
        (CHAPTER, "ne mažiau kaip 90", "ne mažiau kaip 80", f"{LETTERS}measures/0/targets/0/at_least"),
        (CHAPTER, "Visoms paslaugoms.", "Kai kurioms.", "charter/citizens#groups/0/text"),
        (f"{PAGE}procedure-bus/", "kas dvi savaites", "kas tris savaites", "procedure/bus#prose"),
        (f"{PAGE}methodology/", "Iš registro.", "Ne iš registro.", "methodology#sections/0/text"),
    ],
)  # fmt: skip
def test_a_changed_word_or_number_of_the_page_is_marked(
    checked: Any, copy: Path, address: str, old: str, new: str, place: str
) -> None:
    file = copy / address / "index.html"
    text = file.read_text(encoding="utf-8").replace("\u00a0", " ")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")

    said, unlike = checked(copy, address)

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


@pytest.mark.parametrize("gone", ["assets/verify.lt.js", f"{PAGE}content.js"])
def test_after_a_failure_another_click_tries_again(browser: Any, copy: Path, gone: str) -> None:
    kept = (copy / gone).read_bytes()
    (copy / gone).unlink()
    context = browser.new_context()
    page = context.new_page()
    page.goto((copy / PAGE / "index.html").as_uri())
    page.click("#verify button")
    page.wait_for_selector("#verify button:enabled")
    said = page.inner_text("#verify [data-said]")
    (copy / gone).write_bytes(kept)
    page.click("#verify button")
    page.wait_for_selector("#verify button:enabled")

    assert "nieko nepatikrinta" in said
    assert "Palyginta tekstų" in page.inner_text("#verify [data-said]")
    context.close()


def test_what_checks_a_page_is_loaded_on_the_click(browser: Any, folder: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    loaded: list[str] = []
    page.on("request", lambda one: loaded.append(one.url.rpartition("/")[2]))
    page.goto((folder / PAGE / "index.html").as_uri())
    before = [name for name in loaded if name.endswith(".js")]
    page.click("#verify button")
    page.wait_for_selector("#verify button:enabled")

    assert before == ["check.js"]
    assert [name for name in loaded if name.endswith(".js")] == ["check.js", "verify.lt.js", "content.js"]
    context.close()


def test_a_release_entered_later_names_no_checksum_of_a_decision(checked: Any, folder: Path) -> None:
    said, unlike = checked(folder, "charters/citizens/versions/2019/standards/")

    assert "Sprendime ji neišspausdinta" in said
    assert "Palyginkite" not in said
    assert unlike == []


def served(folder: Path, url: str, policy: str) -> dict[str, Any]:
    """What a host answers: a file of the folder, and what may run on a page; nothing where there is no such file."""
    file = folder / url.removeprefix("http://localhost/")
    if not file.is_file():
        return {"status": 200, "body": ""}
    return {"path": file, "headers": {"Content-Security-Policy": policy}}


@pytest.mark.parametrize("policy", ["script-src 'self'"])
def test_the_script_and_its_words_need_no_exception_of_a_policy(
    browser: Any, folder: Path, policy: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    failed: list[str] = []
    page.on("console", lambda one: failed.append(one.text) if one.type == "error" else None)
    # A page over http, whose host says what may run.
    page.route(
        "http://localhost/**", lambda route: route.fulfill(**served(folder, route.request.url, policy))
    )
    page.goto(f"http://localhost/{CHAPTER}index.html")
    page.click("#verify button")
    page.wait_for_selector("#verify button:enabled")

    assert "Palyginta tekstų" in page.inner_text("#verify [data-said]")
    assert failed == []
    context.close()


def test_a_translation_says_that_only_the_file_was_checked(checked: Any, folder: Path) -> None:
    said, unlike = checked(folder, f"en/{CHAPTER}")

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
