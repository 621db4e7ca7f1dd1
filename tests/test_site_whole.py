"""The built site, looked at from outside with the tool that the CI run uses."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

from check_site import Page, faults, faults_of, read, target_of


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    """All pages of the demonstration."""
    return read(site)


def test_nothing_is_wrong_with_the_demonstration(site: Path, pages: dict[Path, Page]) -> None:
    assert list(faults_of(pages, site)) == []


def test_every_page_is_reached_from_the_first_one(site: Path, pages: dict[Path, Page]) -> None:
    home = site.resolve() / "index.html"
    seen, ahead = set(), [home]
    while ahead:
        file = ahead.pop()
        if file in seen:
            continue
        seen.add(file)
        for tag, link in pages[file].links:
            path = link.split("#")[0]
            if tag == "a" and path and "://" not in link and not link.startswith(("mailto:", "tel:")):
                target = target_of(file.parent, path)
                ahead += [target] if target in pages else []

    assert pages.keys() - seen == {home.parent / "404.html"}


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<html lang="en"><title>t</title><h1>a</h1><a href="nowhere/">x</a>', "nowhere/: leads nowhere"),
        ('<html lang="en"><title>t</title><h1>a</h1><a href="#no">x</a>', "#no: no such anchor"),
        ('<html lang="en"><title>t</title><h1>a</h1><h1>b</h1>', "2 headings of the first level"),
        (
            '<html lang="en"><title>t</title><h1>a</h1><img src="https://x.y/z.png">',
            "loaded from another host",
        ),
        (
            '<html lang="en"><title>t</title><h1>a</h1><a href="javascript:x()">x</a>',
            "an address that is none",
        ),
        ('<html><title>t</title><h1 id="a">a</h1><p id="a">', "the id a stands there twice"),
        ("<html><h1>a</h1><dl><div><dt>Why</dt></div></dl>", "Why: a question without an answer"),
        ("<html><h1>a</h1><dl><dt>Why</dt><dd>\n</dd></dl>", "Why: a question without an answer"),
    ],
)
def test_the_tool_sees_what_is_wrong(html: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(html, encoding="utf-8")

    assert any(found.endswith(fault) for found in faults(tmp_path))
