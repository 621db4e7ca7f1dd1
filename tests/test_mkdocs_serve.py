"""`mkdocs serve` with mistakes in the records: it never stops, and the page says what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from charterkit.data.load import Loader
from charterkit.engine.drive import build as charter_build
from charterkit.rules.check import check

Edit = Callable[[Path, str, str], None]


def _serve(root: Path, target: Path) -> str:
    """What `mkdocs serve` does at the start and after each change: build for a preview, then show the first page."""
    config = load_config(config_file=str(root / "mkdocs.yml"), site_dir=str(target), strict=False)
    config.plugins.on_startup(command="serve", dirty=False)
    try:
        build(config, serve_url="http://127.0.0.1:8000/")
    finally:
        config.plugins.on_shutdown()
    return (target / "index.html").read_text(encoding="utf-8")


def test_a_mistake_is_shown_in_the_page(town: Path, tmp_path: Path, edit: Edit) -> None:
    edit(town / "charters/citizens/charter.yml", "publisher: municipality", "publisher: municipalty")

    page = _serve(town, tmp_path / "preview")

    assert "trouble-blocks" in page
    assert "reference-unknown" in page
    assert "<blockquote" in (tmp_path / "preview/hu/charters/citizens/answer-letters/index.html").read_text(
        "utf-8"
    )


@pytest.mark.parametrize("text", ["kind: [publisher\n", "kind: publisher\nname: x\n", ""])
def test_records_that_cannot_be_shown_at_all_do_not_stop_it(text: str, town: Path, tmp_path: Path) -> None:
    (town / "charters/publisher.yml").write_text(text, encoding="utf-8")

    page = _serve(town, tmp_path / "preview")

    assert "charters/publisher.yml" in page


def test_after_the_cure_the_page_is_whole_again(town: Path, tmp_path: Path, edit: Edit) -> None:
    file = town / "charters/citizens/charter.yml"
    edit(file, "publisher: municipality", "publisher: municipalty")
    _serve(town, tmp_path / "preview")
    edit(file, "publisher: municipalty", "publisher: municipality")

    assert "trouble-blocks" not in _serve(town, tmp_path / "preview")


def test_what_another_build_of_the_process_has_read_is_not_shown(
    town: Path, tmp_path: Path, edit: Edit
) -> None:
    loader = Loader(town)
    built = charter_build(
        town / "mkdocs.yml", loader=loader, checked=check(loader.load(), date(2025, 11, 21))
    )
    assert built.published
    edit(town / "charters/citizens/charter.yml", "publisher: municipality", "publisher: municipalty")

    assert "reference-unknown" in _serve(town, tmp_path / "preview")


def test_nothing_is_written_beside_the_preview(town: Path, tmp_path: Path) -> None:
    _serve(town, tmp_path / "preview")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["preview", "town"]
    assert not (town / "site").exists()


def test_publishing_refuses_what_the_preview_shows(town: Path, tmp_path: Path, edit: Edit) -> None:
    edit(town / "charters/citizens/charter.yml", "publisher: municipality", "publisher: municipalty")
    config = load_config(config_file=str(town / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="build", dirty=False)

    with pytest.raises(Abort):
        build(config)

    assert not (tmp_path / "site").exists()
