"""What a second walk found, most of it on the pages about improvement: each class of find once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from charterkit.site.kinds import Kind
from charterkit.site.shell import section_of

ASSETS = Path(__file__).resolve().parents[1] / "plugins/charterkit/assets"
# Pages that stand beside the sections of the site: the ways from its foot, and what belongs to all of them.
BESIDE = {
    *(Kind.HOME, Kind.CHANGES, Kind.FIND, Kind.LETTER, Kind.WORDS, Kind.METHODOLOGY, Kind.INDICATOR),
    *(Kind.BODIES, Kind.BODY, Kind.ACCESSIBILITY, Kind.PRIVACY, Kind.CONTACT),
}
LANGUAGES = ("", "en/", "lt/", "sl/", "bg/", "hu/")


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _trail(html: str) -> list[str]:
    """The names on the way to a page."""
    return re.findall(r"<li><a[^>]*>(.*?)</a>", html.split('<ol class="trail"')[1].split("</ol>")[0])


# Words


def _ended_twice(html: str) -> list[str]:
    """Where two full stops end a sentence, with some words before them."""
    # Begins with the stops, which are rare: quick over all pages.
    ends = (found.end() for found in re.finditer(r'\.\.(?<=[^./"]\.\.)(?=[\s<"])', html))
    return [re.split("[<>]", html[max(0, end - 43) : end])[-1] for end in ends]


@pytest.mark.parametrize("ending", [" ", "\n", "<", '"'])
def test_a_sentence_that_ends_twice_is_found(ending: str) -> None:
    assert _ended_twice(f"<p>In 2025 m..{ending}") == ["In 2025 m.."]
    assert _ended_twice(f'..{ending}/..{ending}"..{ending}And so on...{ending}m..n') == []


def test_no_sentence_ends_twice(site: Path, ministry_site: Path) -> None:
    # A day ends with a full stop of its own in Lithuanian, Bulgarian and Hungarian, a name of a survey too.
    twice = {
        file.as_posix(): found
        for built in (site, ministry_site)
        for file in built.rglob("*.html")
        if (found := _ended_twice(_text(file)))
    }

    assert twice == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_bodies_are_not_counted_as_promises(lang: str, ministry_site: Path) -> None:
    file = ministry_site / lang / "quality/programmes/better-together/index.html"
    if not file.is_file():
        assert lang == "sl/"
        return
    beside = re.findall(r'<p class="number">\d+ <small>(.*?)</small>', _text(file))

    assert [one.split()[-1] for one in beside] == ["60", "144"]


# Where one is


def test_every_page_belongs_to_a_section_or_stands_beside_them() -> None:
    assert {kind for kind in Kind if not section_of(kind)} == BESIDE


@pytest.mark.parametrize("lang", ["", "bg/"])
def test_the_way_to_a_page_goes_over_the_page_above_it(lang: str, site: Path) -> None:
    for above, below in (
        ("quality/assessments/caf-2025/", "1/"),
        ("quality/surveys/service-2025/", "clients/"),
        ("charters/citizens/versions/2025/", "standards/"),
    ):
        higher = _trail(_text(site / lang / above / "index.html"))
        lower = _trail(_text(site / lang / above / below / "index.html"))

        assert lower[:-1] == higher


def test_headings_of_what_was_said_differ(site: Path) -> None:
    found = re.findall(r"<h2[^>]*>(.*?)</h2>", _text(site / "en/quality/said-and-did/index.html"))

    assert len(found) > 3
    assert len(set(found)) == len(found)


def test_every_criterion_leads_to_all_others(site: Path) -> None:
    for number in range(1, 10):
        html = _text(site / f"en/quality/assessments/caf-2025/{number}/index.html")
        others = html.split('id="others"')[1].split("</section>")[0]

        assert len(re.findall("<a ", others)) == 8


# Looks


def _rules(css: str) -> list[str]:
    """The selectors of a stylesheet that hold on every screen."""
    depth, found, seen = 0, [], ""
    for sign in re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL):
        if sign == "{" and not depth and not seen.strip().startswith("@"):
            found += [one.strip() for one in seen.split(",")]
        depth += (sign == "{") - (sign == "}")
        seen = "" if sign in "{}" else seen + sign
    return found


def test_two_parts_of_the_stylesheet_do_not_share_a_name() -> None:
    # `.lines` was a list in one file and lines of code in another, `.steps` two sorts of lists.
    sheets = {
        file.name: _rules(_text(file))
        for file in ASSETS.glob("*.css")
        if file.stem not in ("charter", "diff")
    }
    whole = {(one, name) for name, rules in sheets.items() for one in rules if re.fullmatch(r"\.[\w-]+", one)}
    shared = {
        (one, name, other)
        for one, name in whole
        for other, rules in sheets.items()
        if other != name and any(re.match(rf"{re.escape(one)}(?![\w-])", rule) for rule in rules)
    }

    assert len(whole) > 50
    assert shared == set()
