"""Publishing is all or nothing, the same everywhere, and never touches what it did not make."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from charterkit.commands import charter
from conftest import build, copy_site, tree

Edit = Callable[[Path, str, str], None]


def _charter(*arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "charterkit", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **(env or {})},
        check=False,
    )


def _engine(name: str, root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-m", name, "build", "-f", str(root / "mkdocs.yml"), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=False,
    )


def test_a_wrong_record_leaves_the_old_site_whole(town: Path, edit: Edit) -> None:
    assert build(town).published
    before = tree(town / "site")
    edit(town / "charters/citizens/charter.yml", "kind: charter", "kind: charta")

    built = build(town)

    assert not built.published
    assert tree(town / "site") == before
    assert not (town / "site.next").exists()


@pytest.mark.parametrize("lang", ["lt", "hu"])
def test_a_broken_link_in_any_language_leaves_the_old_site_whole(town: Path, lang: str) -> None:
    assert build(town).published
    before = tree(town / "site")
    page = town / f"docs/about.{lang}.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[nowhere](nowhere.md)\n", encoding="utf-8")

    built = build(town)

    assert not built.published
    assert any("nowhere.md" in said for said in built.said)
    assert tree(town / "site") == before
    assert not (town / "site.next").exists()


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_the_engines_own_command_builds_the_same_bytes(engine: str, town: Path, town_site: Path) -> None:
    done = _engine(engine, town, "--strict")

    assert done.returncode == 0, done.stderr
    assert tree(town / "site") == tree(town_site)


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_the_engines_own_command_refuses_problems_and_names_them(engine: str, town: Path, edit: Edit) -> None:
    assert build(town).published
    before = tree(town / "site")
    edit(town / "charters/citizens/charter.yml", "publisher: municipality", "publisher: municipalty")

    done = _engine(engine, town, "--strict")

    assert done.returncode == 1
    assert "charters/citizens/charter.yml" in done.stderr
    assert "[reference-unknown]" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(town / "site") == before


def test_the_order_of_plugins_does_not_matter(town: Path, town_site: Path) -> None:
    file = town / "mkdocs.yml"
    head, plugins = file.read_text(encoding="utf-8").split("plugins:\n")
    ours, others = plugins.split("  - i18n:\n")
    file.write_text(f"{head}plugins:\n  - i18n:\n{others}{ours}", encoding="utf-8")

    built = build(town)

    assert built.published, built.said
    assert tree(town / "site") == tree(town_site)


@dataclass(frozen=True)
class Ended:
    """A folder whose site the command built, and what it printed."""

    root: Path
    done: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def elsewhere(new_town: Path, tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """The new town, built by the command in a process far away and long ago."""
    there = {
        "PYTHONHASHSEED": "77",
        "TZ": "America/Los_Angeles",
        "LC_ALL": "C.UTF-8",
        "SOURCE_DATE_EPOCH": "86400",
    }
    root = shutil.copytree(new_town, tmp_path_factory.mktemp("elsewhere") / "town")
    return Ended(root, _charter("build", str(root), "--lang", "en", env=there))


def test_the_same_records_give_the_same_bytes_anywhere(
    tmp_path: Path, repository: Path, elsewhere: Ended, site: Path, town_site: Path
) -> None:
    here = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C"}
    large = copy_site(repository, tmp_path / "some where" / "else ž")
    done = _charter("build", str(large), env=here)

    for built, expected in ((Ended(large, done), site), (elsewhere, town_site)):
        assert built.done.returncode == 0, built.done.stderr
        assert tree(built.root / "site") == tree(expected)


def test_a_folder_that_we_did_not_make_is_never_replaced(town: Path) -> None:
    mine = town / "site"
    mine.mkdir()
    (mine / "thesis.txt").write_text("ten years of work", encoding="utf-8")

    built = build(town)

    assert not built.published
    assert tree(mine) == {"thesis.txt": b"ten years of work"}


def test_a_site_in_one_language_needs_no_i18n(hong_kong_site: Path) -> None:
    home = (hong_kong_site / "index.html").read_text(encoding="utf-8")

    assert '<html lang="en">' in home
    assert "hreflang" not in home
    assert not (hong_kong_site / "en").exists()


# The files that the search loads.
_INDEX = r"^(\w\w/)?find/(index|words/\d+|pages/\d+)\.js$"


def test_no_file_of_the_theme_reaches_the_site(site: Path) -> None:
    own = (".html", ".ics", ".csv", ".xlsx", ".json")  # pages, and the downloads made from records
    shared = ("badge.svg", "card.png", "feed.xml", "quality/done.xml")
    names = [name for name in tree(site) if not name.endswith(own) and not name.endswith(shared)]
    # The sealed files of each release, byte by byte, and the feed of releases of each language.
    sealed = [name for name in names if "/versions/" in name or name.endswith("charters/versions.xml")]
    assert {name.rpartition(".")[2] for name in sealed} == {"js", "xml", "yml"}
    names = [name for name in names if name not in sealed]

    assert sorted(name for name in names if "find/" not in name) == [
        "assets/charter.css",
        "assets/check.js",
        "assets/crest.svg",
        "assets/search.js",
        *(f"assets/verify.{lang}.js" for lang in ("bg", "en", "hu", "lt", "sl")),
        "charterkit.txt",
        "sitemap.xml",
    ]
    assert {name.rpartition(".")[2] for name in names if "find/" in name} == {"js"}


def test_the_build_command_says_where_the_site_is(elsewhere: Ended) -> None:
    done, home = elsewhere.done, elsewhere.root / "site/index.html"

    assert done.returncode == 0, done.stderr
    assert f"Open {home.as_uri()} in your browser." in done.stdout
    assert "MkDocs" not in done.stdout + done.stderr


def test_the_build_command_prints_problems_with_their_place_and_fails(town: Path, edit: Edit) -> None:
    edit(town / "charters/publisher.yml", "time_zone: Europe/Vilnius", "time_zone: Europe/Vilnus")
    # Which day it is depends on the time zone, and must not depend on its being right.
    edit(town / "mkdocs.yml", ": {today: 2025-11-21}", "")

    done = _charter("build", str(town), "--lang", "en")

    assert done.returncode == 1
    assert "charters/publisher.yml:" in done.stderr
    assert "Did you mean Europe/Vilnius?" in done.stderr
    assert "Nothing was published." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_settings_is_a_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        charter(["build", str(tmp_path), "--lang", "en"])

    assert ended.value.code == 2
    assert "mkdocs.yml" in capsys.readouterr().err
