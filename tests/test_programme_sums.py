"""Every count on the page of a programme, worked out anew from the pages of its bodies: nothing else is read.

Both built sites, in every language: the 60 administrations that a ministry invited, of which 48 take part, and the
institutions of the demonstration municipality.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

LANGUAGES = ("lt", "en", "sl", "bg", "hu")
# The site, the language at its root, the programme, how many bodies were invited and how many take part.
PROGRAMMES = {
    "ministry": ("ministry_site", "sl", "better-together", 60, 48),
    "municipality": ("site", "lt", "good-service", 7, 6),
}
CASES = [(name, lang) for name in PROGRAMMES for lang in LANGUAGES]


@dataclass(frozen=True)
class Own:
    """What the page of a body says of it: its wave (blank where it is in none), and where each deliverable stands."""

    wave: str
    level: str
    answers: tuple[tuple[str, str], ...]
    states: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Seen:
    """The page of a programme, and all of its bodies."""

    page: BeautifulSoup
    bodies: tuple[Own, ...]

    @property
    def joined(self) -> list[Own]:
        """The bodies that are in a wave."""
        return [one for one in self.bodies if one.wave]


@cache
def soup(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


def words(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text(" ").split())


def facts(page: BeautifulSoup, section: str) -> list[tuple[str, str, list[str]]]:
    """The facts of a section: name, words, and where they lead."""
    found = page.select(f'section[aria-labelledby="{section}"] dl.facts > div')
    return [
        (
            words(one.find("dt")),
            words(one.find("dd")),
            [str(link["href"]) for link in one.select("dd a[href]")],
        )
        for one in found
    ]


def own(file: Path, options: list[str], waves: list[str]) -> Own:
    """A body, as its page in the programme tells it."""
    page = soup(file)
    told = facts(page, "answer")
    led = {Path(href.removesuffix("index.html")).name for _, _, hrefs in told for href in hrefs}
    rows = page.select('section[aria-labelledby="delivers"] tbody tr')
    return Own(
        wave=next((one for one in waves if one in led), ""),
        level=facts(page, "body")[1][1],
        answers=tuple((name, said) for name, said, _ in told if name in options),
        states=tuple((words(row.find("th")), words(row.select_one(".status"))) for row in rows),
    )


@pytest.fixture
def seen(request: pytest.FixtureRequest) -> Callable[[str, str], Seen]:
    def look(name: str, lang: str) -> Seen:
        fixture, root, programme, *_ = PROGRAMMES[name]
        built: Path = request.getfixturevalue(fixture)
        home = built / ("" if lang == root else lang) / "quality/programmes" / programme
        page = soup(home / "index.html")
        options = [words(one) for one in page.select('section[aria-labelledby="invitation"] h4')]
        waves = [
            one.parent.name
            for one in home.glob("*/index.html")
            if one.parent.name not in ("bodies", "replies")
        ]
        bodies = tuple(own(file, options, waves) for file in sorted(home.glob("bodies/*/index.html")))
        return Seen(page, bodies)

    return look


def table(page: BeautifulSoup, name: str) -> tuple[list[str], dict[str, list[int]]]:
    """The heads of a table's columns, and the numbers of its rows; what only narrow screens show is left out."""
    caption = page.find("caption", id=name)
    assert isinstance(caption, Tag)
    found = caption.find_parent("table")
    assert isinstance(found, Tag)
    rows = {}
    for row in found.select("tbody tr"):
        cells = [
            int("".join(text for text in cell.find_all(string=True) if not text.find_parent(class_="narrow")))
            for cell in row.find_all("td")
        ]
        rows[words(row.find("th"))] = cells
    return [words(one) for one in found.select("thead th")], rows


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_as_many_are_invited_and_take_part_as_pages_say_so(
    name: str, lang: str, seen: Callable[[str, str], Seen]
) -> None:
    found, (_, _, _, invited, joined) = seen(name, lang), PROGRAMMES[name]
    digits = [
        int(part)
        for part in words(found.page.select_one('section[aria-labelledby="part"] .number')).split()
        if part.isdigit()
    ]

    assert (len(found.bodies), len(found.joined)) == (invited, joined)
    assert sorted(digits) == [joined, invited]


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_every_count_of_a_deliverable_is_that_of_the_bodies(
    name: str, lang: str, seen: Callable[[str, str], Seen]
) -> None:
    found = seen(name, lang)
    heads, rows = table(found.page, "by-deliverable")
    (_, everything), *each = rows.items()
    owed = Counter(state for one in found.bodies for state in one.states)

    assert sum(everything) == sum(owed.values()) == 3 * len(found.joined)
    assert everything == [sum(n for (_, state), n in owed.items() if state == head) for head in heads]
    assert dict(each) == {title: [owed[title, head] for head in heads] for title, _ in each}
    assert {title for title, _ in each} == {title for title, _ in owed}


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_every_count_of_a_wave_is_that_of_its_bodies(
    name: str, lang: str, seen: Callable[[str, str], Seen]
) -> None:
    found = seen(name, lang)
    heads, rows = table(found.page, "by-wave")
    links = {
        words(row.find("th")): Path(str(row.select_one("th a")["href"]).removesuffix("index.html")).name  # type: ignore[index]
        for row in found.page.find("caption", id="by-wave").find_parent("table").select("tbody tr")  # type: ignore[union-attr]
    }

    assert set(links.values()) == {one.wave for one in found.joined}
    for title, numbers in rows.items():
        inside = [one for one in found.joined if one.wave == links[title]]
        states = Counter(state for one in inside for _, state in one.states)
        assert numbers == [len(inside), *(states[head] for head in heads[1:])]


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_every_count_of_an_answer_is_that_of_the_bodies(
    name: str, lang: str, seen: Callable[[str, str], Seen]
) -> None:
    found = seen(name, lang)
    heads, rows = table(found.page, "by-option")
    silent = [one for one in found.bodies if not one.answers]

    assert len(rows) == 2
    for option, numbers in rows.items():
        said = Counter(dict(one.answers)[option] for one in found.bodies if one.answers)
        assert numbers == [*(said[head] for head in heads[:-1]), len(silent)]
        assert sum(numbers) == len(found.bodies)


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_every_count_of_a_level_is_that_of_its_bodies(
    name: str, lang: str, seen: Callable[[str, str], Seen]
) -> None:
    found = seen(name, lang)
    _, rows = table(found.page, "by-level")
    (_, everything), *levels = rows.items()

    def counted(bodies: list[Own]) -> list[int]:
        answered = sum(bool(one.answers) for one in bodies)
        return [len(bodies), answered, len(bodies) - answered, sum(bool(one.wave) for one in bodies)]

    assert everything == counted(list(found.bodies))
    assert dict(levels) == {
        level: counted([one for one in found.bodies if one.level == level]) for level, _ in levels
    }
    assert {level for level, _ in levels} == {one.level for one in found.bodies}
