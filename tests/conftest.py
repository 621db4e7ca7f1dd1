"""What several test files share: the repository, a copy of its records to break, and its built site."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from browsing import as_new, chromium, served
from charterkit.commands import charter
from charterkit.data.load import Loader
from charterkit.engine import drive

try:
    import fcntl
except ImportError:  # a machine where every worker builds for itself
    fcntl = None  # type: ignore[assignment]

REPOSITORY = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--golden-update` keeps the pages as they are now."""
    parser.addoption(
        "--golden-update", action="store_true", help="rewrite tests/golden/ with the pages of today"
    )


# The longest first: whoever is the last to finish keeps all others waiting.
LONGEST = (
    "test_nu",
    "test_publishing",
    "test_search_browser",
    "test_injection",
    "test_charts_browser",
    "test_site_portfolio",
    "test_browser",
    "test_handbook",
    "test_richtext",
    "test_verify",
    "test_barriers_browser",
    "test_reading_browser",
    "test_fuzz",
    "test_walk_browser",
    "test_assessment_sheets",
    "test_surveys_hidden_everywhere",
    "test_site_whole",
    "test_examples",
    "test_disclosure_everywhere",
    "test_release_propose",
    "test_surveys_hidden",
    "test_status_pages",
    "test_site_render",
    "test_programme_browser",
    "test_new",
    "test_catalogues",
    "test_site_safety",
    "test_assessment_pages",
    "test_site_duties",
    "test_figures_files",
    "test_normative_fields",
    "test_walk_improvement",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest."""
    place = {name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.path.stem, len(LONGEST)))


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout, which is its own example."""
    return REPOSITORY


def copy_site(source: Path, target: Path) -> Path:
    """A folder with the records and pages of a site, and nothing else."""
    target.mkdir(parents=True, exist_ok=True)
    for name in ("charters", "standards", "docs"):
        shutil.copytree(source / name, target / name, ignore=shutil.ignore_patterns("handbook"))
    shutil.copy(source / "mkdocs.yml", target / "mkdocs.yml")
    return target


@pytest.fixture
def municipality(tmp_path: Path) -> Path:
    """A copy of the demonstration municipality that a test may change."""
    return copy_site(REPOSITORY, tmp_path / "municipality")


@pytest.fixture
def hong_kong(tmp_path: Path) -> Path:
    """A copy of a site in one language, without static-i18n."""
    return copy_site(REPOSITORY / "tests/examples/hong-kong-immigration", tmp_path / "hong-kong")


@pytest.fixture(scope="session")
def new_town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A town that `charter new` has just made, in two languages: quick to build where the size says nothing more."""
    root = tmp_path_factory.mktemp("new") / "town"
    asked = ["new", str(root), "--name", "Giriai", "--languages", "lt,hu", "--yes", "--lang", "en"]
    done = CliRunner().invoke(charter, asked)
    assert done.exit_code == 0, done.output
    settings = root / "mkdocs.yml"
    pinned = settings.read_text(encoding="utf-8").replace(
        "- charterkit\n", "- charterkit: {today: 2025-11-21}\n"
    )
    settings.write_text(pinned, encoding="utf-8")
    (root / "docs/about.lt.md").write_text("# Apie\n\n[Pradžia](index.md)\n", encoding="utf-8")
    (root / "docs/about.hu.md").write_text("# Rólunk\n\n[Kezdőlap](index.md)\n", encoding="utf-8")
    return root


@pytest.fixture
def town(new_town: Path, tmp_path: Path) -> Path:
    """A copy of the new town that a test may change."""
    return shutil.copytree(new_town, tmp_path / "town")


@pytest.fixture(scope="session")
def town_site(new_town: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the new town."""
    built = build(shutil.copytree(new_town, tmp_path_factory.mktemp("built") / "town"))
    assert built.published, built.said
    return built.folder


def build(root: Path, *, offline: bool = False) -> drive.Built:
    """Build the site of a folder into its `site`."""
    return drive.build(root / "mkdocs.yml", loader=Loader(root.resolve()), offline=offline)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the demonstration municipality; nobody changes it."""
    return built_once("demonstration", REPOSITORY, tmp_path_factory)


@pytest.fixture(scope="session")
def hong_kong_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the Immigration Department of Hong Kong; nobody changes it."""
    return built_once("hong-kong", REPOSITORY / "tests/examples/hong-kong-immigration", tmp_path_factory)


def built_once(name: str, records: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a folder of records, built by whichever worker of the run needs it first; the others wait for it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if fcntl and "PYTEST_XDIST_WORKER" in os.environ else base
    root, ready = shared / name / "municipality", shared / name / "ready"
    with (shared / f"{name}.lock").open("w") as lock:
        if fcntl:
            # Ends with the worker, however that ends.
            fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists():
            shutil.rmtree(shared / name, ignore_errors=True)
            built = build(copy_site(records, root))
            assert built.published, built.said
            ready.touch()
    return root / "site"


@pytest.fixture(scope="session")
def ministry_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the demonstration ministry, which leads a programme of many bodies."""
    return built_once("ministry", REPOSITORY / "tests/examples/demonstration-ministry", tmp_path_factory)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def window(browser: Any) -> Any:
    """The one tab in which `tab` opens its pages."""
    return browser.new_page()


@pytest.fixture
def tab(window: Any) -> Any:
    """A tab as a browser opens it."""
    return as_new(window)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the demonstration municipality is served."""
    with served(site) as found:
        yield found


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def edit() -> Callable[[Path, str, str], None]:
    """Replace a text in a file; fails where the text is not there."""

    def replace(path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return replace
