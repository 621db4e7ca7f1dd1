"""Every page, style sheet and drawing of the built site is without errors to the checker of the W3C.

Skipped where the machine has no Java or no checker; `make test` fetches both where it can.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from browsing import one_of_each_kind

JAR = Path(os.environ.get("VNU_JAR") or Path(sys.prefix) / "nu/node_modules/vnu-jar/build/dist/vnu.jar")
JAVA = shutil.which("java")
pytestmark = pytest.mark.skipif(
    JAVA is None or not JAR.is_file(), reason="no Nu HTML checker on this machine: python tools/nu.py"
)

# What the machine would spend on making a server fast is never earned back in half a minute.
FOR_ONE_RUN = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
# SVG 2 has it and every browser draws it; the checker's list of properties does not.
UNKNOWN_TO_IT = "CSS: “paint-order”: Property “paint-order” doesn't exist."


def _errors(*paths: Path) -> list[tuple[str, str]]:
    """What the checker calls an error: the file, and the sentence."""
    asked = ["--errors-only", "--format", "json", "--also-check-css", "--also-check-svg", "--skip-non-html"]
    ran = subprocess.run(
        [JAVA or "", *FOR_ONE_RUN, "-Xss4m", "-jar", JAR, *asked, *paths],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    told = json.loads(ran.stderr)
    return [
        (one.get("url", ""), one["message"]) for one in told["messages"] if one["message"] != UNKNOWN_TO_IT
    ]


@dataclass(frozen=True)
class Told:
    """What one run of the checker said: of the pages of the demonstration, and of a page with an error beside them."""

    of_pages: list[tuple[str, str]]
    of_wrong: list[str]


@pytest.fixture(scope="module")
def told(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """All in one run: five seconds pass before the checker has read its own rules."""
    wrong = tmp_path_factory.mktemp("wrong") / "wrong.html"
    wrong.write_text('<!doctype html><html lang="en"><title>x</title><p><div>y</div></p>', encoding="utf-8")
    found = _errors(*_pages(site), wrong)
    return Told(
        [(url, message) for url, message in found if not url.endswith("/wrong.html")],
        [message for url, message in found if url.endswith("/wrong.html")],
    )


def _pages(site: Path) -> list[Path]:
    other = {site / lang for lang in ("en", "sl", "bg", "hu")}
    first = [path for path in site.rglob("*") if path.suffix in (".html", ".css", ".svg")]
    # All pages of one language, and one page of each kind in the others, which come from the same templates.
    kinds = [
        folder / kind / "index.html" for folder in other for kind in one_of_each_kind() if kind != "404.html"
    ]
    return [*(path for path in first if not other & set(path.parents)), *kinds]


def test_no_page_of_the_demonstration_has_an_error(told: Told) -> None:
    assert told.of_pages == []


def test_the_checker_finds_an_error_where_there_is_one(told: Told) -> None:
    assert told.of_wrong == ["No “p” element in scope but a “p” end tag seen."]
