"""What the pages say of a version in every situation in which one can be: kept as text, in two languages.

The difference is read like prose, as that of the other kept pages is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

import pytest
from bs4 import BeautifulSoup

from charterkit.site.render import Renderer
from test_golden import GOLDEN, compare, main_part
from test_site_sample_cases import cases_site, later_versions, old_versions, versions_to_come

compare = compare
HOME: Final = "charters/citizens/"
VERSIONS: Final = f"{HOME}versions/"
STORY: Final = (".timeline", "section:has(> #decision)")
BOX: Final = (".head", "section:has(> #approved)")
# By the name under which it is kept: the versions that there are, the page, the parts of it, and what it must say.
CASES: Final = {
    "list": ("all", VERSIONS, ("main",), "Still to decide"),
    "box": ("all", HOME, (".seal",), "Version 2025"),
    "box-repealed": ("repealed", HOME, (".seal",), "Repealed"),
    "box-waiting": ("waiting", HOME, (".seal",), "Approved, not yet in force"),
    "history": ("all", f"{HOME}letters/", STORY, "2009 (day not known)"),
    "year-only": ("all", f"{VERSIONS}2009/", BOX, "Not named in the sources"),
    "month-only": ("all", f"{VERSIONS}2014/", BOX, "June 2014 (day not known)"),
    "two-approvers": ("all", f"{VERSIONS}2019/", (*BOX, "section:has(> #files)"), "Order No A-77"),
    "endorsed": ("all", f"{VERSIONS}2022/", BOX, "Endorsed by"),
    "repealed": ("all", f"{VERSIONS}2023/", BOX, "Taken note of by"),
    "amended": ("all", f"{VERSIONS}2025/", BOX, "Item 1.1 was amended at the sitting."),
    "later": ("all", f"{VERSIONS}2026/", BOX, "First day in force: 1 January 2026."),
    "point-later": ("all", f"{VERSIONS}2026-7/", BOX, "First day in force: 1 July 2026."),
    "condition": ("all", f"{VERSIONS}2027/", BOX, "Once the budget has been approved."),
    "changes": ("all", f"{VERSIONS}2014/changes/", (".head",), "First day in force: June 2014 (day not known)."),
}  # fmt: skip
LANGUAGES: Final = ("lt", "en")
SITES: Final = {
    "all": lambda: cases_site(),
    "repealed": lambda: cases_site((*old_versions(), *later_versions()[:-1])),
    "waiting": lambda: cases_site(versions_to_come()[2:3]),
}


@cache
def renderer(site: str) -> Renderer:
    return Renderer(SITES[site]())


def shown(name: str, lang: str) -> str:
    """The parts of a page that tell of the version."""
    site, address, parts, _ = CASES[name]
    made = renderer(site)
    html = made.page(next(page for page in made.directory.pages if page.address == address), lang)
    soup = BeautifulSoup(html, "html.parser")
    found = [part for one in parts for part in soup.select(one)]
    assert found, parts
    return main_part(f'<main id="main">{"".join(map(str, found))}</main>')


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_a_version_is_told_as_it_was(compare: Callable[[str, str], None], name: str, lang: str) -> None:
    compare(f"releases/{name}.{lang}.html", shown(name, lang))


@pytest.mark.parametrize("name", CASES)
def test_the_page_says_in_which_situation_the_version_is(name: str) -> None:
    assert CASES[name][3] in shown(name, "en").replace("\u00a0", " ")


def test_no_kept_page_of_a_version_is_unused() -> None:
    wanted = {f"{name}.{lang}.html" for name in CASES for lang in LANGUAGES}

    assert {path.name for path in (GOLDEN / "releases").glob("*.html")} == wanted


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_not_approved_by_all_is_shown_nowhere(lang: str) -> None:
    made = renderer("all")
    for page in made.directory.pages:
        assert "Slaptas" not in made.page(page, lang), page.address
