"""The chapters of a release: where each stands for ever, that links find it, and that no two pages are called alike."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from posixpath import join, normpath

import pytest

from charterkit.data.content import digest
from charterkit.data.load import load
from charterkit.model.release import Release
from charterkit.rules.releases.chapters import chapters
from charterkit.site.context import Site
from charterkit.site.releases.sealed_text import whole
from charterkit.site.render import Renderer
from test_reading import MOST_BYTES, weight
from test_site_safety import Reading
from test_site_sample_release import as_is, released, released_site, releases

HOME = "charters/citizens/"
PARTS = {
    "citizens/2019": ["group-general", "group-administration", "group-institutions", "standards", "indicators",
                      "methodology", "procedure-one-stop-shop"],
    "citizens/2022": ["group-general", "group-administration", "group-institutions", "standards", "standards/2",
                      "indicators", "indicators/2", "methodology", "procedure-one-stop-shop",
                      "procedure-mobile-library"],
    "citizens/2025": ["group-general", "group-administration", "group-institutions", "standards", "standards/2",
                      "indicators", "indicators/2", "methodology", "procedure-one-stop-shop",
                      "procedure-mobile-library"],
    "library/2025": ["group-readers", "adopted", "standards", "indicators", "methodology",
                     "procedure-one-stop-shop", "procedure-mobile-library"],
}  # fmt: skip


@cache
def sealed(repository: Path) -> dict[str, Release]:
    """The releases of the demonstration by charter and version."""
    found = load(repository).publication
    assert found is not None
    return {f"{one.charter}/{one.version}": one for own in found.releases.values() for one in own}


def test_the_chapters_of_a_sealed_release_stand_where_they_always_stood(repository: Path) -> None:
    assert {key: [one.name for one in chapters(each)] for key, each in sealed(repository).items()} == PARTS
    first, second = [one for one in chapters(sealed(repository)["citizens/2025"]) if one.id == "standards"]
    assert (first.keys[0], first.keys[-1]) == ("standard/accessible-premises", "standard/pool-water")
    assert second.keys[-1] == "standard/written-requests"


def test_every_record_stands_in_one_chapter_or_on_the_front_page(repository: Path) -> None:
    for release in sealed(repository).values():
        keys = [key for one in chapters(release) for key in one.keys]

        assert len(keys) == len(set(keys))
        left = {key.partition("/")[0] for key in set(release.records) - set(keys)}
        assert left == {"body", "charter"}


def grown(number: int, words: str = "") -> Release:
    """The second sample release with many standards of a few words."""
    one = releases(as_is)[1]
    content = json.loads(one.files["content.json"])
    entry = content["records"].pop("standard/requests")
    told = {"lt": entry["content"]["statement"]["lt"] + words}
    ids = [f"s{place:03}" for place in range(number)]
    many = {f"standard/{id}": {"content": {**entry["content"], "id": id, "statement": told}} for id in ids}
    content["records"] |= many
    records = {key: each["content"] for key, each in content["records"].items()}
    raw = json.dumps(content, ensure_ascii=False).encode()
    return replace(one, records=records, digest=digest(raw), files={"content.json": raw})


def test_a_long_chapter_is_cut_into_parts_of_about_the_same_length() -> None:
    found = [one for one in chapters(grown(100)) if one.id == "standards"]
    sizes = [len(one.keys) for one in found]

    assert [one.name for one in found] == ["standards", *(f"standards/{n}" for n in range(2, len(found) + 1))]
    assert {one.parts for one in found} == {len(found)}
    assert sum(sizes) == 100
    assert max(sizes) - min(sizes) <= 1
    assert [key for one in found for key in one.keys] == [f"standard/s{n:03}" for n in range(100)]


def test_the_longer_the_words_the_shorter_a_part_and_a_record_is_never_cut() -> None:
    def parts(words: str) -> int:
        return len([one for one in chapters(grown(20, words)) if one.id == "standards"])

    assert parts("") == 1
    assert parts("a" * 1000) == 2
    # A sign of Chinese says as much as a word.
    assert parts("字" * 1000) > 4
    assert parts("a" * 40_000) == 20


def test_no_correction_and_no_translation_moves_a_record() -> None:
    one = grown(100)
    longer = {key: {**content, "title": {"lt": "x" * 3000}} for key, content in one.records.items()}

    assert chapters(replace(one, records=longer)) == chapters(one)


def test_no_chapter_has_the_name_of_a_file_or_of_the_changes(repository: Path) -> None:
    for release in sealed(repository).values():
        names = {one.name.partition("/")[0] for one in chapters(release)}

        assert "changes" not in names
        assert not [name for name in names if "." in name]


@cache
def built() -> dict[str, str]:
    """Every page of the sample with its releases, by its address below the site."""
    renderer = Renderer(released_site())
    return {
        prefix + page.address: renderer.page(page, lang)
        for lang, prefix in (("lt", ""), ("en", "en/"))
        for page in renderer.directory.pages
    }


def test_every_link_to_a_release_finds_the_chapter_and_the_record_in_it() -> None:
    anchors = {address: set(Reading(html).attributes("id")) for address, html in built().items()}
    found = 0
    for address, html in built().items():
        for link in Reading(html).attributes("href"):
            path, _, anchor = link.partition("#")
            target = normpath(join("/", address, path)).lstrip("/") + "/" if path else address
            if "/versions/" not in target or "." in path.rpartition("/")[2] or ":" in path:
                continue
            assert target in anchors, (address, link)
            assert not anchor or anchor in anchors[target], (address, link)
            found += bool(path and anchor)

    assert found > 50


def test_what_changed_leads_to_the_record_in_its_chapter() -> None:
    links = Reading(built()["charters/citizens/versions/2026/changes/"]).attributes("href")

    assert any(link.endswith("versions/2026/group-general/#promise-citizens--letters") for link in links)


def test_no_two_pages_about_releases_are_called_or_described_alike() -> None:
    heads: dict[str, str] = {}
    for address, html in built().items():
        title = re.search("<title>(.*?)</title>", html)
        told = re.search('<meta name="description" content="(.*?)">', html)
        assert title is not None
        assert told is not None
        if "/versions/" in address and not address.startswith("en/"):
            for said in (title[1], told[1]):
                assert said not in heads, (address, heads[said])
                heads[said] = address

    assert len(heads) > 30


def test_chapters_lead_to_one_another_and_back() -> None:
    start, order = (
        "en/charters/citizens/versions/2022/",
        ["group-general", "standards", "indicators", "methodology"],
    )

    for before, after in pairwise(order):
        assert f'versions/2022/{after}/"' in built()[f"{start}{before}/"].split("<nav class", 1)[1]
        assert (
            f'versions/2022/{before}/"' in built()[f"{start}{after}/"].split('<nav class="neighbours"', 1)[1]
        )
    for name in order:
        assert 'versions/2022/#chapters"' in built()[f"{start}{name}/"]
        assert f'versions/2022/{name}/"' in built()[start].split('id="chapters"', 1)[1]


def test_a_name_that_was_not_sealed_with_the_release_is_still_a_name() -> None:
    site = released_site()
    held = site.publication.standards["requests"]
    others = replace(
        site.publication, standards={**site.publication.standards, "calls": replace(held, id="calls")}
    )
    renderer = Renderer(replace(site, publication=others))
    one = renderer.directory.versions.text("citizens", "2022")
    assert one is not None
    found = whole(renderer.context("en", 4), one)

    assert (
        found.named("standard", "requests").href
        == "../../../../../en/charters/citizens/versions/2022/standards/#standard-requests"
    )
    assert "calls" not in str(found.named("standard", "calls").text)
    assert found.named("standard", "calls").href == ""
    assert found.named("standard", "nowhere").text == "nowhere"


@pytest.mark.parametrize("lang", ["", "bg/"])
def test_every_page_of_a_release_is_light(site: Path, lang: str) -> None:
    pages = list((site / f"{lang}charters").glob("*/versions/**/index.html"))

    assert len(pages) > 30
    assert [one for one in pages if weight(one) > MOST_BYTES] == []


def test_a_chapter_that_is_full_is_still_light() -> None:
    one = grown(200)
    site: Site = released_site()
    own = tuple(one if each.version == "2022" else each for each in released().releases["citizens"])
    renderer = Renderer(replace(site, publication=replace(site.publication, releases={"citizens": own})))
    pages = [
        page
        for page in renderer.directory.pages
        if page.address.startswith(f"{HOME}versions/2022/standards/")
    ]
    sizes = {
        page.address: len(gzip.compress(renderer.page(page, "lt").encode(), 6, mtime=0)) for page in pages
    }

    assert len(pages) > 4
    assert {address: size for address, size in sizes.items() if size > MOST_BYTES} == {}
