"""The preview shows what the build would publish, shows problems in the page, and never stops answering."""

from __future__ import annotations

import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from charterkit.engine.drive import open_preview
from charterkit.engine.preview import LIVE_SCRIPT, Preview
from charterkit.engine.serve import PreviewServer
from conftest import tree

Edit = Callable[[Path, str, str], None]
COMMITMENT = "charters/citizens/commitments/answer-letters.yml"


@pytest.fixture
def preview(municipality: Path) -> Preview:
    found, _ = open_preview(municipality / "mkdocs.yml")
    return found


def _page(preview: Preview, address: str) -> str:
    answer = preview.answer(address)
    assert answer.code == 200, address
    return answer.body.decode()


def test_every_page_of_the_preview_is_the_built_page(town: Path, town_site: Path) -> None:
    """Of a town without a release: where there is one, the preview shows the working text instead."""
    preview, _ = open_preview(town / "mkdocs.yml")
    advice = preview.edition.trouble("lt")
    assert "trouble-blocks" not in advice

    for name, built in tree(town_site).items():
        if name.endswith("index.html"):
            lang = "hu" if name.startswith("hu/") else "lt"
            shown = _page(preview, f"/{name.removesuffix('index.html')}")
            shown = shown.replace(f'<script src="/{LIVE_SCRIPT}"></script>', "")

            assert shown.replace(preview.edition.trouble(lang), "") == built.decode(), name


def test_the_preview_has_the_files_of_the_site(town: Path, town_site: Path) -> None:
    preview, _ = open_preview(town / "mkdocs.yml")
    for name, built in tree(town_site).items():
        if not name.endswith(".html"):
            assert preview.answer(f"/{name}").body == built, name


@pytest.mark.parametrize(
    ("ending", "media", "begins"),
    [
        ("csv", "text/csv; charset=utf-8", b"\xef\xbb\xbf"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
        ("json", "application/json", b"{"),
    ],
)
def test_figures_can_be_taken_along_from_the_preview(
    preview: Preview, ending: str, media: str, begins: bytes
) -> None:
    answer = preview.answer(f"/en/results/letters-answered-in-time/letters-answered-in-time.{ending}")

    assert (answer.code, answer.type) == (200, media)
    assert answer.body.startswith(begins)


def test_an_unknown_address_gets_the_404_page(preview: Preview) -> None:
    answer = preview.answer("/nowhere/at/all/")

    assert answer.code == 404
    assert b'lang="hu"' in answer.body


@pytest.mark.parametrize(
    "address", ["/../mkdocs.yml", "/%2e%2e/mkdocs.yml", "/..%5cmkdocs.yml", "//etc/passwd"]
)
def test_no_file_outside_the_pages_is_shown(preview: Preview, address: str) -> None:
    answer = preview.answer(address)

    assert answer.code == 404
    assert b"plugins:" not in answer.body


def test_a_mistake_shows_in_the_page_and_goes_with_the_cure(
    preview: Preview, municipality: Path, edit: Edit
) -> None:
    assert "trouble-blocks" not in _page(preview, "/charters/citizens/answer-letters/")
    edit(municipality / COMMITMENT, "group: general", "group: generl")
    preview.touch()

    page = _page(preview, "/en/charters/citizens/answer-letters/")

    assert "trouble-blocks" in page
    assert "reference-unknown" in page
    assert f"{COMMITMENT}:" in page

    edit(municipality / COMMITMENT, "group: generl", "group: general")
    preview.touch()

    assert "trouble-blocks" not in _page(preview, "/charters/citizens/answer-letters/")


def test_a_record_that_cannot_be_read_at_all_does_not_stop_the_preview(
    preview: Preview, municipality: Path
) -> None:
    publisher = municipality / "charters/publisher.yml"
    sound = publisher.read_bytes()
    publisher.write_bytes(b"kind: [publisher\n")
    preview.touch()

    for address in ("/", "/en/results/", "/charters/citizens/", "/about/"):
        assert "yaml-syntax" in _page(preview, address)

    publisher.write_bytes(sound)
    preview.touch()

    assert "yaml-syntax" not in _page(preview, "/")


def test_a_new_page_of_docs_appears(preview: Preview, municipality: Path) -> None:
    assert preview.answer("/hours/").code == 404
    (municipality / "docs/hours.lt.md").write_text("# Valandos\n\n[Apie](about.md)\n", encoding="utf-8")
    preview.touch()

    page = _page(preview, "/hours/")

    assert "<h1" in page
    assert 'href="../about/"' in page
    assert "Valandos" in _page(preview, "/")


@pytest.fixture
def server(municipality: Path) -> Iterator[PreviewServer]:
    preview, folders = open_preview(municipality / "mkdocs.yml")
    found = PreviewServer(preview, 0)
    found.watch(folders)
    thread = threading.Thread(target=found.serve_forever, daemon=True)
    thread.start()
    yield found
    found.shutdown()
    found.close()
    thread.join(5)


def _fetch(server: PreviewServer, address: str) -> str:
    with urllib.request.urlopen(server.address + address, timeout=20) as answer:
        return str(answer.read().decode())


def test_the_server_notices_a_saved_file(server: PreviewServer, municipality: Path, edit: Edit) -> None:
    number = _fetch(server, "charterkit-changes")
    assert "Naujas pavadinimas" not in _fetch(server, "charters/citizens/answer-letters/")
    edit(municipality / COMMITMENT, "Atsakymai į laiškus", "Naujas pavadinimas")

    for _ in range(100):
        if _fetch(server, "charterkit-changes") != number:
            break
        time.sleep(0.05)

    assert "Naujas pavadinimas" in _fetch(server, "charters/citizens/answer-letters/")


def test_the_server_answers_on_this_machine_only_and_allows_no_inline_script(server: PreviewServer) -> None:
    assert server.server_address[0] == "127.0.0.1"

    with urllib.request.urlopen(server.address, timeout=20) as answer:
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")
