"""The pages about releases: what is published of them, what never is, and that every word of them can be compared."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from typing import Any
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from charterkit.exports.downloads import Downloads
from charterkit.richtext import to_plain
from charterkit.rules.news import VersionApproved, VersionInForce
from charterkit.rules.releases.states import ReleaseState
from charterkit.site.context import Settings
from charterkit.site.releases.files import content_script, release_files
from charterkit.site.render import Renderer
from charterkit.site.search.site_index import search_files
from test_site_safety import VECTORS, Reading, alive
from test_site_sample import site as sample_site
from test_site_sample_release import released_site

HOME = "charters/citizens/"
CHAPTERS = ("group-general", "standards", "indicators", "methodology", "procedure-bus")
# Words that stand in the draft, in the rejected text, or in both, and nowhere else.
SECRET, DRAFT = "Slaptas atmestas pažadas.", "Atsakysime per 10 darbo dienų."


@cache
def renderer() -> Renderer:
    """Who renders the sample with its releases."""
    return Renderer(released_site())


def page(address: str, lang: str = "lt", by: Renderer | None = None) -> BeautifulSoup:
    """A page of it."""
    by = by or renderer()
    one = next(one for one in by.directory.pages if one.address == address)
    return BeautifulSoup(by.page(one, lang), "html.parser")


def of_release(version: str, lang: str = "lt") -> list[BeautifulSoup]:
    """The front page of a release and its chapters."""
    return [page(f"{HOME}versions/{version}/{part}", lang) for part in ("", *(f"{one}/" for one in CHAPTERS))]


def words(soup: BeautifulSoup) -> str:
    """What a page says, with single spaces."""
    main = soup.find("main")
    assert main is not None
    return " ".join(main.get_text(" ").split())


def test_every_release_that_was_decided_on_has_its_pages_and_no_other() -> None:
    found = [
        one.address.removeprefix(HOME) for one in renderer().directory.pages if "versions" in one.address
    ]

    assert found == [
        "versions/",
        "versions/2019/",
        *(f"versions/2019/{chapter}/" for chapter in CHAPTERS),
        "versions/2022/",
        *(f"versions/2022/{chapter}/" for chapter in CHAPTERS),
        "versions/2022/changes/",
        "versions/2026/",
        *(f"versions/2026/{chapter}/" for chapter in CHAPTERS),
        "versions/2026/changes/",
        "versions/2026/changes/first/",
    ]


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("2019", "This version (2019) is no longer in force. Last day in force: 31 December 2021."),
        ("2026", "This version (2026) is approved but not yet in force. First day in force: 1 January 2026."),
    ],
)
@pytest.mark.parametrize("chapter", ["", *(f"{one}/" for one in CHAPTERS)])
def test_a_text_that_does_not_hold_says_so_and_is_kept_out_of_search_engines(
    version: str, said: str, chapter: str
) -> None:
    address = f"{HOME}versions/{version}/{chapter}"
    soup, up = page(address, "en"), "../" * (address.count("/") + 1)
    banner = soup.select_one(".banner")

    assert banner is not None
    assert said in " ".join(banner.get_text(" ").split())
    assert soup.select_one(".print-mark") is not None
    assert soup.select_one("meta[name=robots][content=noindex]") is not None
    canonical = soup.select_one("link[rel=canonical]")
    assert canonical is not None
    assert canonical["href"] == f"https://charter.example.org/en/{address}"
    link = banner.select_one("a")
    assert link is not None
    assert link["href"] == f"{up}en/{HOME}versions/2022/{chapter}"


def test_the_text_in_force_has_no_banner_and_may_be_found() -> None:
    soup = page(f"{HOME}versions/2022/", "en")

    assert soup.select_one(".banner") is None
    assert soup.select_one(".print-mark") is None
    assert soup.select_one("meta[name=robots]") is None
    sitemap = renderer().sitemap()
    assert f"{HOME}versions/2022/<" in sitemap
    assert f"{HOME}versions/2022/changes/<" in sitemap
    assert all(f"{HOME}versions/2022/{chapter}/<" in sitemap for chapter in CHAPTERS)
    assert f"{HOME}versions/2019/standards/<" not in sitemap
    assert f"{HOME}versions/2019/<" not in sitemap
    assert f"{HOME}versions/2026/" not in sitemap


def texts(value: Any, path: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Every text of a content with its place."""
    if isinstance(value, dict):
        if set(value) == {"lt"}:
            return [("/".join(path), value["lt"])]
        return [found for key, one in value.items() for found in texts(one, (*path, key))]
    if isinstance(value, list):
        return [found for index, one in enumerate(value) for found in texts(one, (*path, str(index)))]
    return []


@pytest.mark.parametrize("version", ["2019", "2022", "2026"])
def test_everything_that_was_approved_stands_on_the_page_of_its_release(version: str) -> None:
    one = renderer().directory.versions.text("citizens", version)
    assert one is not None
    shown = " ".join(map(words, of_release(version)))

    for record in one.release.records.values():
        for _, text in texts(dict(record)):
            for line in to_plain(text).splitlines():
                assert " ".join(line.removeprefix("- ").split()) in shown


def test_what_is_shown_names_its_place_in_what_was_sealed() -> None:
    release = renderer().directory.versions.text("citizens", "2022")
    assert release is not None
    pages = of_release("2022")
    places = [str(tag["data-seal"]) for one in pages for tag in one.select("[data-seal]")]

    assert len(set(places)) > 30
    assert all(one.select("[data-seal]") for one in pages)
    for place in places:
        key, _, path = place.partition("#")
        value: Any = release.release.records[key]
        for part in path.split("/"):
            value = value[int(part)] if isinstance(value, list) else value[part]
        assert value


def test_a_translation_names_no_places_and_leads_to_the_text_of_the_decision() -> None:
    for chapter in ("", "standards/"):
        address = f"{HOME}versions/2022/{chapter}"
        soup, up = page(address, "en"), "../" * (address.count("/") + 1)

        assert soup.select("[data-seal]") == []
        original = [a for a in soup.select("#verify a") if "Lithuanian" in a.get_text()]
        assert [a["href"] for a in original] == [f"{up}{address}"]


def test_a_preview_shows_the_working_text_and_says_which_one_citizens_read() -> None:
    draft = Renderer(released_site(draft=True))

    for address in (HOME, f"{HOME}letters/"):
        soup = page(address, "en", draft)
        assert "This preview shows the working text. Citizens read version 2022." in words(soup)
        assert soup.select("[data-seal]") == []
        assert soup.select_one("#verify") is None


def test_the_box_says_who_decided_by_which_act_and_since_when_it_holds() -> None:
    box = page(HOME, "en").select_one(".seal")
    assert box is not None
    said = " ".join(box.get_text(" ").split())

    for part in (
        "In force",
        "Version 2022",
        "Council",
        "Decision No T-1, 16 December 2021",
        "Parts decided on: The charter and its promises; Service standards",
        "1 January 2022",
        "Corrected: “Prasymai” became “Prašymai”.",
    ):
        assert part in said
    release = renderer().directory.versions.in_force("citizens")
    assert release is not None
    assert release.release.digest in said


def test_a_release_entered_later_says_that_the_decision_printed_no_checksum() -> None:
    said = "This version was decided on before its text could be sealed here."

    assert said in words(page(f"{HOME}versions/2019/", "en"))
    assert said not in words(page(f"{HOME}versions/2022/", "en"))
    assert words(page(f"{HOME}versions/", "en")).count(said) == 1


def test_nobody_is_sent_to_a_checksum_that_the_decision_never_printed() -> None:
    printed = ("as the decision prints it", "printed in the decision")
    later, now = words(page(f"{HOME}versions/2019/", "en")), words(page(f"{HOME}versions/2022/", "en"))

    assert [part for part in printed if part in later] == []
    assert "Compare the words themselves with the text of the decision." in later
    assert [part for part in printed if part in now] == [*printed]
    assert "The decision prints no checksum." not in now
    for chapter in ("", "standards/"):
        assert page(f"{HOME}versions/2019/{chapter}").select_one("#verify[data-recorded]") is not None
        assert page(f"{HOME}versions/2022/{chapter}").select_one("#verify[data-recorded]") is None


def test_what_changed_is_told_against_the_release_before_and_against_the_first() -> None:
    before = words(page(f"{HOME}versions/2026/changes/", "en"))
    first = words(page(f"{HOME}versions/2026/changes/first/", "en"))

    assert "What changed from version 2022 to version 2026" in before
    assert "at least 90%" in before
    assert "What changed from version 2019 to version 2026" in first
    assert "at least 85%" in first
    assert "at least 95%" in before
    assert "at least 95%" in first


def test_a_rejected_release_is_listed_with_its_act_and_without_a_word_of_its_text() -> None:
    listed = words(page(f"{HOME}versions/", "en"))

    assert "Version 2024-no" in listed
    assert "Rejected" in listed
    states = {one.release.version: one.state for one in renderer().directory.versions.known("citizens")}
    assert states["2024-no"] is ReleaseState.REJECTED


def test_how_people_had_a_say_stands_with_the_versions_and_the_charter_leads_there() -> None:
    listed, charter = page(f"{HOME}versions/", "en"), page(HOME, "en")

    assert [one.get_text() for one in listed.select("h1, h2")][-1] == "How people had a say"
    assert "Below them stands how people had a say." in words(listed)
    assert charter.select_one("#consultation") is None
    link = [a for a in charter.select("main a") if "how people had a say" in a.get_text()]
    assert [a["href"] for a in link] == ["../../../en/charters/citizens/versions/"]


def test_a_charter_without_versions_has_the_page_for_how_people_had_a_say() -> None:
    bare = Renderer(sample_site())
    listed, charter = page(f"{HOME}versions/", "en", bare), page(HOME, "en", bare)

    assert [one.get_text() for one in listed.select("h1, h2")] == ["How people had a say", "Step by step"]
    assert "version" not in words(listed).lower()
    assert soup_links(charter, f"{HOME}versions/") == ["../../../en/charters/citizens/versions/"]


def test_the_consultation_shows_the_draft_marks_it_and_tells_how_to_comment() -> None:
    soup = page(f"{HOME}consultation/", "en")
    said = words(soup)

    assert "Draft – not in force" in said
    assert "You can comment on this draft. Last day: 1 December 2025." in said
    assert "at least 97%" in said
    assert "We can." in said
    assert "The draft was changed because of this comment." in said
    assert soup.select_one("meta[name=robots]") is None
    for address in ("", HOME):
        assert soup_links(page(address, "en"), "consultation/")


def soup_links(soup: BeautifulSoup, ending: str) -> list[str]:
    """The links of a page that end like this."""
    return [str(a["href"]) for a in soup.select("main a") if str(a["href"]).endswith(ending)]


def test_no_draft_and_no_rejected_text_is_anywhere_but_on_the_page_of_its_consultation() -> None:
    by = renderer()
    files: dict[str, bytes] = {
        f"{lang}/{one.address}": by.page(one, lang).encode()
        for one in by.directory.pages
        for lang in ("lt", "en")
    }
    files |= dict(release_files(by.directory.versions))
    downloads = Downloads.of(by.site.standing, by)
    files |= {f"{lang}/{name}": downloads.make(name, lang) for name in downloads.addresses for lang in ("lt", "en")
              if not name.endswith((".png", ".xlsx"))}  # fmt: skip
    files |= {
        name: raw for lang in ("lt", "en") for name, raw in search_files(by.context(lang, 1), {}).items()
    }
    files["sitemap.xml"] = by.sitemap().encode()

    assert [name for name, raw in files.items() if SECRET.encode() in raw or b"Slaptas" in raw] == []
    leaks = [name for name, raw in files.items() if DRAFT.encode() in raw or b"consultation/index.js" in raw]
    assert leaks == ["lt/charters/citizens/consultation/", "en/charters/citizens/consultation/"]


def test_the_sealed_files_are_published_byte_for_byte_once_for_all_languages() -> None:
    found = dict(release_files(renderer().directory.versions))
    release = renderer().directory.versions.text("citizens", "2022")
    assert release is not None

    raw = found[f"{HOME}versions/2022/content.json"]
    assert sha256(raw).hexdigest() == release.release.digest
    assert raw == release.release.files["content.json"]
    assert not [name for name in found if "2024-no" in name]


def test_the_script_hands_over_the_very_text_whatever_it_holds() -> None:
    raw = '{"a":"\u2028</script>\\u0007 “ąž”"}'.encode()
    script = content_script(raw).decode()

    assert script.startswith("charterkit_content(")
    assert script.endswith(");\n")
    assert "\u2028" not in script
    assert json.loads(script.removeprefix("charterkit_content(").removesuffix(");\n")).encode() == raw


def test_nothing_that_is_written_in_releases_comes_alive() -> None:
    poisoned = Renderer(
        released_site(lambda text: f"{text} {VECTORS}", Settings("https://charter.example.org/"))
    )
    kinds = {
        "versions",
        "version",
        "version_chapter",
        "version_changes",
        "consultation",
        "charter",
        "charter_about",
        "commitment",
    }

    for one in poisoned.directory.pages:
        if one.kind.value in kinds:
            reading = Reading(poisoned.page(one, "lt"))
            assert alive(reading) == [] or all("check.js" in str(found) for found in alive(reading))


def test_messages_name_the_version() -> None:
    links = [str(a["href"]) for a in page(f"{HOME}letters/", "en").select("a[href^=mailto]")]

    assert any("Version: 2022" in unquote(link) for link in links)


def test_a_promise_tells_when_it_was_given_how_it_was_changed_and_when_it_was_broken() -> None:
    steps = [
        " ".join(one.get_text(" ").split())
        for one in page(f"{HOME}letters/", "en").select(".timeline .entry")
    ]

    assert steps[0].startswith("1 July 2019 Promised Atsakysime.")
    assert any(one.startswith("1 January 2022") and "at least 90%" in one for one in steps)
    assert any("Not met" in one for one in steps)
    assert not any("at least 97%" in one for one in steps)


def test_a_release_is_news_when_it_is_approved_and_when_it_begins_to_hold() -> None:
    told = [
        (one.day.isoformat(), type(one.event).__name__, one.event.release.release.version)
        for one in renderer().directory.news
        if isinstance(one.event, (VersionApproved, VersionInForce))
    ]

    assert told == [
        ("2025-10-01", "VersionApproved", "2026"),
        ("2022-01-01", "VersionInForce", "2022"),
        ("2021-12-16", "VersionApproved", "2022"),
        ("2019-07-01", "VersionInForce", "2019"),
        ("2019-06-01", "VersionApproved", "2019"),
    ]


def test_the_feed_of_releases_names_every_version_and_its_act() -> None:
    downloads = Downloads.of(renderer().site.standing, renderer())
    feed = BeautifulSoup(downloads.make("charters/versions.xml", "en"), "xml")
    first = feed.find("entry")

    assert len(feed.find_all("entry")) == 5
    assert first is not None
    said = {tag.name: tag.get_text() for tag in first.find_all(True)}
    assert said["title"] == "New version approved: Citizens’ charter, version 2026"
    assert said["id"] == f"https://charter.example.org/en/{HOME}versions/2026/#approved"
    assert "Decision, 1 October 2025" in said["content"]


def test_a_result_says_by_which_version_it_was_judged() -> None:
    table = page(f"{HOME}letters/", "en").select_one("table.history")

    assert table is not None
    assert "Version 2022" in table.get_text()
