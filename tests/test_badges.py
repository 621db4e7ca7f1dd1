"""The pictures that others show: badges, and cards beside shared links."""

from __future__ import annotations

import struct
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from charterkit.exports.badges import HUES, PAPER, badge
from charterkit.exports.cards import card_bytes
from charterkit.exports.downloads import Downloads
from charterkit.model.publisher import SiteLook, SocialCards
from charterkit.site.colours import READABLE, contrast
from charterkit.site.context import Settings
from charterkit.site.render import Renderer
from charterkit.site.results.verdicts import PROMISE_LOOKS
from charterkit.site.sharing.card_records import card_records
from charterkit.site.sharing.cards import Card, card
from charterkit.text import Text
from test_site_sample import publication, site

HOME = "https://girios.example.org/"
SVG = "{http://www.w3.org/2000/svg}"
EVIL = '</text><script>alert(1)</script> & "x" \x00 #set page() @a $x$'


@cache
def renderer() -> Renderer:
    return Renderer(site(settings=Settings(site_url=HOME)))


def drawn(shown: Card) -> ElementTree.Element:
    return ElementTree.fromstring(badge(renderer().context("en", 3), shown))


def words(picture: ElementTree.Element) -> list[str]:
    return [one.text or "" for one in picture.iter(f"{SVG}text")]


@pytest.mark.parametrize("status", PROMISE_LOOKS)
def test_a_badge_says_how_a_promise_stands_by_word_shape_and_colour(status: str) -> None:
    look = next(look for one, look in PROMISE_LOOKS.items() if one == status)
    picture = drawn(Card("Town", "Answers", "", look.word, look, "Day shown: 1 May 2025.", ""))

    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == "title desc"
    assert picture.findtext(f"{SVG}title") == f"Answers: {look.word}"
    assert picture.findtext(f"{SVG}desc") == f"Town: Answers. {look.word}. Day shown: 1 May 2025."
    assert words(picture) == ["Answers", look.word, "Day shown: 1 May 2025."]
    assert f'{HUES[look.hue]}"' in ElementTree.tostring(picture, encoding="unicode").split("<ns0:text")[0]


def test_every_colour_of_a_badge_can_be_read_on_its_own_ground() -> None:
    assert {name: contrast(hue, PAPER) >= READABLE for name, hue in HUES.items()} == dict.fromkeys(HUES, True)


def test_a_long_title_is_cut_and_no_text_becomes_markup() -> None:
    picture = drawn(Card("Town", EVIL * 3, "", "Kept", None, "Day.", EVIL))

    assert len(words(picture)[0]) == 48
    assert words(picture)[0].endswith("…")
    assert {one.tag.removeprefix(SVG) for one in picture.iter()} == {
        "svg",
        "title",
        "desc",
        "rect",
        "g",
        "text",
    }
    assert not any("style" in one.attrib for one in picture.iter())


def test_every_promise_and_charter_has_a_badge_in_every_language(site: Path) -> None:
    text = (site / "bg/charters/citizens/badge.svg").read_text(encoding="utf-8")
    promise = (site / "en/charters/citizens/answer-letters/index.html").read_text(encoding="utf-8")
    page = (site / "en/charters/citizens/badges/index.html").read_text(encoding="utf-8")

    # 15 of the 26 promises of the charter that still hold are kept, as the page of the charter says too.
    assert "Изпълнени обещания: 15 от 26." in text
    assert len(list(site.rglob("badge.svg"))) == 5 * (28 + 2)
    assert 'src="../../../../en/charters/citizens/badge.svg"' in page
    assert page.count('<img class="badge"') == 1
    assert 'href="../../../../en/charters/citizens/badges/#badge-answer-letters"' in promise
    assert page.count('<pre class="copied">') == page.count('<h3 id="badge-') + 1 == 26 + 1
    lines = page.split('id="badge-answer-letters"')[1].split("<code>")[1].split("</code>")[0]
    assert "https://charter.example.org/en/charters/citizens/answer-letters/badge.svg" in lines
    # The lines are copied once and the picture changes, so their words must not say how the promise stands.
    assert "Kept" not in lines


def test_a_promise_that_has_ended_is_not_called_kept() -> None:
    ended = [
        one
        for one in renderer().site.standing.promises.values()
        if one.has_ended(renderer().site.standing.today)
    ]
    shown = card(renderer().context("en", 3), ended[0].commitment.full_id)

    assert shown.look is None
    assert shown.state.startswith("No longer in force from ")


def test_a_card_is_a_png_of_the_usual_size_and_the_same_every_time() -> None:
    shown = Card(
        "Town", "Answers Отговори Ąžuolas őű", EVIL, "Kept", next(iter(PROMISE_LOOKS.values())), "Day.", EVIL
    )
    first, second = (card_bytes(shown, "#1d5c4d", "en") for _ in range(2))

    assert first == second
    assert first[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", first[16:24]) == (1200, 630)


@pytest.mark.parametrize(
    ("wanted", "records"),
    [
        (SocialCards.NONE, set()),
        (SocialCards.SITE, {"", "citizens"}),
    ],
)
def test_the_publisher_says_for_what_cards_are_made(wanted: SocialCards, records: set[str]) -> None:
    sample = publication()
    look = replace(sample.publisher.site, social_cards=wanted)
    found = card_records(replace(sample, publisher=replace(sample.publisher, site=look)))

    assert found == records


def test_cards_of_promises_are_made_where_they_are_wanted() -> None:
    sample = publication()
    look = SiteLook(social_cards=SocialCards.PROMISES)
    found = card_records(replace(sample, publisher=replace(sample.publisher, site=look)))

    assert found == {"", *sample.charters, *sample.commitments}


def test_what_the_fonts_cannot_draw_gets_no_card() -> None:
    sample = publication()
    charters = {id: replace(one, title=Text.of({"en": "市民憲章"})) for id, one in sample.charters.items()}

    assert card_records(replace(sample, charters=charters)) == {""}


def test_badges_and_cards_are_downloads_of_the_site_only() -> None:
    made = renderer()
    with_site = set(Downloads.of(made.site.standing, made).addresses)

    assert with_site > set(Downloads.of(made.site.standing).addresses)
    assert {"card.png", "charters/citizens/card.png", "charters/citizens/badge.svg"} <= with_site
