"""The built site of the ministry: every count on a page of its programme is the sum of the bodies that pages list.

What is read here is HTML, in every language; nothing is asked of the records.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

LANGUAGES = ("sl", "en", "lt", "bg", "hu")
HOME = "quality/programmes/better-together/"
WAVES = ("first", "second", "third")
STATES = 6


def below(ministry_site: Path, lang: str) -> Path:
    return ministry_site / HOME if lang == "sl" else ministry_site / lang / HOME


@cache
def soup(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


def words(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text(" ").split())


def table(page: BeautifulSoup, name: str) -> dict[str, list[int]]:
    """The numbers of a table by the head of each row; what only narrow screens show is left out."""
    found = page.find("caption", id=name)
    assert isinstance(found, Tag)
    rows: dict[str, list[int]] = {}
    for row in found.find_parent("table").select("tbody tr"):  # type: ignore[union-attr]
        for narrow in row.select(".narrow"):
            narrow.extract()
        rows[words(row.find("th"))] = [int(words(cell)) for cell in row.find_all("td")]
    return rows


def sums(rows: list[list[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def large(page: BeautifulSoup, section: str) -> tuple[int, int]:
    """The large number of a section and that of all beside it."""
    number = page.select_one(f'section[aria-labelledby="{section}"] .number')
    digits = [
        int("".join(filter(str.isdigit, part)))
        for part in words(number).split(" ")
        if any(map(str.isdigit, part))
    ]
    assert len(digits) == 2
    return digits[0], digits[1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_counts_of_answers_are_those_of_the_replies(ministry_site: Path, lang: str) -> None:
    home, replies = (
        soup(below(ministry_site, lang) / "index.html"),
        soup(below(ministry_site, lang) / "replies/index.html"),
    )
    joined, invited = large(home, "part")
    first, *levels = table(home, "by-level").values()
    answers = Counter(words(row.find_all("td")[0]) for row in replies.select("tbody tr"))
    bars = {
        words(one.select_one("p > span")): int(words(one.find("b")))
        for one in home.select("#part ~ div .chart-panels li")
    }
    waves = [row for row in replies.select("tbody tr") if row.find_all("td")[2].find("a")]

    assert (joined, invited) == (48, 60)
    assert len(replies.select("tbody tr")) == invited
    assert bars == answers
    assert first == sums(levels) == [invited, invited - 4, 4, joined]
    assert len(waves) == joined
    assert [sum(row) for row in table(home, "by-option").values()] == [invited, invited]
    # Not to have answered is a column of its own, never a no.
    assert {row[-1] for row in table(home, "by-option").values()} == {len(replies.select("td.soft"))} == {4}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_counts_of_deliverables_are_those_of_the_bodies(ministry_site: Path, lang: str) -> None:
    home = soup(below(ministry_site, lang) / "index.html")
    delivered, owed = large(home, "delivered")
    everything, *kinds = table(home, "by-deliverable").values()
    by_wave = list(table(home, "by-wave").values())
    heads = [words(one) for one in home.select("caption#by-wave ~ thead th")]
    assert len(heads) == STATES + 1

    assert everything == sums(kinds) == sums([row[1:] for row in by_wave])
    assert (delivered, owed) == (everything[0], sum(everything))
    assert owed == 3 * 48
    assert sum(row[0] for row in by_wave) == large(home, "part")[0]
    for wave, row in zip(WAVES, by_wave, strict=True):
        page = soup(below(ministry_site, lang) / wave / "index.html")
        found = Counter(words(one) for one in page.select("td .status"))
        assert len(page.select("tbody tr")) == row[0] == 16
        assert [found[head] for head in heads[1:]] == row[1:]
        assert large(page, "sum") == (row[1], 48)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_of_each_body_agrees_with_its_wave(ministry_site: Path, lang: str) -> None:
    home = below(ministry_site, lang)
    members = sorted(path.parent.name for path in home.glob("bodies/*/index.html"))
    assert len(members) == 60
    found: Counter[str] = Counter()
    for member in members:
        found.update(words(one) for one in soup(home / f"bodies/{member}/index.html").select("td .status"))
    heads = [words(one) for one in soup(home / "index.html").select("caption#by-wave ~ thead th")][1:]

    assert [found[head] for head in heads] == next(
        iter(table(soup(home / "index.html"), "by-deliverable").values())
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_is_behind_is_late_on_its_own_page(ministry_site: Path, lang: str) -> None:
    home = below(ministry_site, lang)
    rows = soup(home / "index.html").select('section[aria-labelledby="behind"] tbody tr')
    days = [int("".join(filter(str.isdigit, words(row.find_all("td")[2]).split(":")[-1]))) for row in rows]

    assert len(rows) == table(soup(home / "index.html"), "by-deliverable").popitem()[1][1] + 4
    assert days == sorted(days, reverse=True)
    for row in rows:
        link = row.find("a")
        assert isinstance(link, Tag)
        own = soup((home / str(link["href"]) / "index.html").resolve())
        assert any(word in words(own.find("table")) for word in (str(max(days)), *map(str, days)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_downloads_hold_the_bodies_that_the_pages_count(ministry_site: Path, lang: str) -> None:
    home = below(ministry_site, lang)
    everything = json.loads((home / "better-together.json").read_text(encoding="utf-8"))
    states = Counter(one["state"] for body in everything["bodies"] for one in body["deliverables"])
    rows = {
        name: list(
            csv.reader(
                io.StringIO((home / f"better-together.{name}.csv").read_text("utf-8-sig")),
                delimiter="," if lang == "en" else ";",
            )
        )
        for name in ("replies", "deliverables")
    }

    assert everything["demonstration"]
    assert len(everything["bodies"]) == everything["invited"] == len(rows["replies"]) - 1 == 60
    assert everything["not_answered"] == sum(not body["has_answered"] for body in everything["bodies"]) == 4
    assert everything["take_part"] == sum(wave["bodies"] for wave in everything["waves"]) == 48
    assert len(rows["deliverables"]) - 1 == sum(states.values()) == 144
    assert states["late"] == 7


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_body_and_its_programme_lead_to_each_other(ministry_site: Path, lang: str) -> None:
    home = below(ministry_site, lang)
    body = home.parents[2] / "bodies/tihodol/index.html"
    member = home / "bodies/tihodol/index.html"

    assert leads(member, body)
    assert leads(body, member)
    assert leads(home.parents[2] / "bodies/ministry/index.html", home / "index.html")
    assert leads(member, home / "second/index.html")


def leads(page: Path, target: Path) -> bool:
    links = (
        page.parent / str(one["href"])
        for one in soup(page).select("main a[href]")
        if "://" not in one["href"]
    )
    return any((link / "index.html").resolve() == target.resolve() for link in links)


def test_no_page_of_the_programme_weighs_more_than_a_page_may(ministry_site: Path) -> None:
    pages = [page for lang in LANGUAGES for page in below(ministry_site, lang).rglob("index.html")]
    heavy = {
        page.as_posix(): size for page in pages if (size := len(gzip.compress(page.read_bytes()))) > 9_300
    }

    assert len(pages) == 5 * (1 + 3 + 1 + 60)
    assert heavy == {}
