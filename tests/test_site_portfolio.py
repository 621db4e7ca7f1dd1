"""Many charters of one publisher: lists stay short, promises are counted once, no page costs more for the others."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from posixpath import join, normpath
from typing import Any

import pytest

from charterkit.model.common import Ended
from charterkit.model.indicator import Owner
from charterkit.model.publication import Publication
from charterkit.rules.standing import standing
from charterkit.site.alphabet import sort_key
from charterkit.site.context import Settings, Site, directory
from charterkit.site.pages import BOARD_CHARTERS, Kind
from charterkit.site.render import Renderer
from charterkit.site.results.judged import shared_figure
from portfolio import portfolio
from test_site_safety import Reading
from test_site_sample import TODAY, text
from test_site_sample import publication as sample
from test_site_sample import site as sample_site


def renderer_of(records: Publication) -> Renderer:
    """A renderer of these records in Lithuanian and English."""
    return Renderer(Site(records, standing(records, TODAY), ("lt", "en"), Settings()))


@cache
def many(charters: int = 59, promises: int = 6, publishers: int = 1) -> Renderer:
    """A renderer of an invented portfolio."""
    return renderer_of(portfolio(charters, promises, publishers))


def shown(renderer: Renderer, address: str, lang: str = "en") -> str:
    """The page at an address."""
    page = next(page for page in renderer.directory.pages if page.address == address)
    return renderer.page(page, lang)


def main_of(html: str) -> str:
    """What stands between head and foot."""
    return html.split("<main", 1)[1].split("</main>", 1)[0]


def section(html: str, id: str) -> str:
    """The section of a page whose heading has this id."""
    return html.split(f'aria-labelledby="{id}"', 1)[1].split("</section>", 1)[0]


def charters_linked(html: str) -> list[str]:
    """The charters whose pages are linked, in their order."""
    return re.findall(r'href="(?:\.\./)*(?:en/)?(?:charters/)?(charter-\d\d)/"', html)


def test_the_list_has_every_charter_once_with_what_came_of_it() -> None:
    html = main_of(shown(many(), "charters/"))
    found = charters_linked(html)

    assert len(found) == len(set(found)) == 59
    assert html.count('<td class="num kept">') == 59
    assert "2 of 6" in html


@pytest.mark.parametrize("lang", ["lt", "en"])
def test_charters_stand_in_the_alphabet_of_the_reader(lang: str) -> None:
    html = main_of(shown(many(), "charters/", lang))
    charters = many().site.publication.charters
    titles = [charters[id].title.read(lang).words for id in charters_linked(html)]

    assert titles == sorted(titles, key=lambda title: sort_key(title, lang))
    assert titles != [one.title.read(lang).words for one in charters.values()]


def test_charters_of_several_bodies_stand_under_them() -> None:
    html = main_of(shown(many(publishers=5), "charters/"))

    assert re.findall(r'<h2 id="of-(office-\d)">', html) == [f"office-{n}" for n in range(5)]
    assert 'href="#of-office-4"' in html
    assert set(charters_linked(section(html, "of-office-1"))) == {f"charter-{n:02d}" for n in range(1, 59, 5)}


@pytest.mark.parametrize(("publishers", "bodies"), [(1, 0), (5, 5), (20, 0)])
def test_home_never_becomes_a_list_of_all_charters(publishers: int, bodies: int) -> None:
    html = section(shown(many(publishers=publishers), ""), "what")

    assert charters_linked(html) == []
    assert html.count('class="entry"') == bodies
    assert "All 59 charters" in html


def test_home_introduces_charters_where_they_are_few() -> None:
    html = section(shown(many(4), ""), "what")

    assert charters_linked(html) == [f"charter-{n:02d}" for n in range(4)]
    assert "3 promises of other charters hold here too." in html


def test_home_takes_what_was_not_kept_from_different_charters() -> None:
    html = section(shown(many(), ""), "now")

    assert len(set(re.findall(r"charters/(charter-\d\d)/[a-z0-9-]+/", html))) == 5


def test_every_charter_has_its_own_board_where_there_are_many() -> None:
    html = main_of(shown(many(), "results/"))
    board = main_of(shown(many(), "results/charters/charter-07/"))

    assert (
        len(re.findall(r'href="(?:\.\./)*results/charters/charter-\d\d/"|charters/charter-\d\d/"', html))
        == 59
    )
    assert board.count("<tbody>") == 2
    assert board.count('<th scope="row">') == 6


def test_a_few_charters_share_one_board() -> None:
    html = main_of(shown(many(BOARD_CHARTERS), "results/"))

    assert html.count('<table class="board') == 2 * BOARD_CHARTERS
    assert not many(BOARD_CHARTERS).directory.boards


def test_a_figure_is_overdue_once_however_many_promises_wait_for_it() -> None:
    html = section(shown(many(5), "results/"), "late")

    assert html.count('class="entry"') == 1
    assert "6 promises" in html


def test_no_promise_is_counted_twice() -> None:
    directory = many().directory

    assert directory.total.all == 59 * 6 == sum(one.all for one in directory.counts.values())
    assert len(directory.adopted_promises("charter-07")) == 3


def test_a_charter_shows_the_promises_that_it_adopts_apart_from_its_own() -> None:
    html = shown(many(), "charters/charter-07/")
    adopted = section(html, "adopted")

    assert re.findall(r'class="entry-key">([^<]+)', adopted) == ["1.1", "1.2", "1.3"]
    assert adopted.count('class="badge"') == 3
    assert "Green spaces charter" in adopted
    assert "<small>of 6</small>" in section(html, "now")
    assert "3 promises of other charters hold here too." in section(html, "now")


def test_a_charter_without_adoptions_says_nothing_about_them() -> None:
    html = shown(many(), "charters/charter-00/")

    assert 'id="adopted"' not in html
    assert len(charters_linked(section(shown(many(), "charters/charter-00/about/"), "adopters"))) == 58


@pytest.mark.parametrize(("charters", "said"), [(3, "Family support charter"), (59, "58 other charters")])
def test_a_promise_says_which_charters_adopted_it_or_how_many(charters: int, said: str) -> None:
    adopted = section(shown(many(charters), "charters/charter-00/promise-0/"), "decision")
    own = section(shown(many(charters), "charters/charter-00/promise-1/"), "decision")

    assert said in adopted
    assert said not in own


def test_a_body_shows_its_own_promises_and_apart_from_them_those_adopted_for_it() -> None:
    html = shown(many(), "bodies/body-7/")

    assert len(re.findall(r'class="entry-key">', section(html, "promises"))) == 6
    assert len(re.findall(r'class="entry-key">', section(html, "adopted"))) == 3
    assert "<small>of 6</small>" in section(html, "now")
    assert charters_linked(section(html, "covering")) == ["charter-07"]


def test_an_adopted_promise_that_names_the_body_anyway_is_shown_once() -> None:
    records = portfolio(2)
    named = {
        id: replace(one, bodies=(*one.bodies, "body-1")) if id == "charter-00/promise-0" else one
        for id, one in records.commitments.items()
    }
    html = main_of(shown(renderer_of(replace(records, commitments=named)), "bodies/body-1/"))

    assert html.count("charter-00/promise-0/") == 1
    assert "charter-00/promise-0/" in section(html, "promises")


def test_a_body_shows_the_figures_that_it_answers_for_overdue_ones_first() -> None:
    records = portfolio(10)
    owned = {id: replace(one, owner=Owner("office-0")) for id, one in records.indicators.items()}
    html = section(shown(renderer_of(replace(records, indicators=owned)), "bodies/office-0/"), "figures")
    late = ['class="late"' in entry for entry in html.split('class="entry"')[1:]]

    assert late == [True, True] + [False] * 8


def test_a_body_says_since_when_a_figure_is_overdue() -> None:
    html = section(shown(many(), "bodies/body-4/"), "figures")

    assert "Q2 2025: 94%" in html or "Q2 2025: 94.0%" in html
    assert "1 figure is overdue: it should have been published by 30 October 2025." in html


def test_a_body_with_very_many_promises_leads_to_their_chapters() -> None:
    html = section(shown(many(1, 101), "bodies/body-0/"), "promises")

    assert html.count('class="entry"') == 2
    assert "#group-general" in html


def test_a_publishing_body_shows_its_parts_and_charters() -> None:
    html = shown(many(10, publishers=2), "bodies/office-1/")

    assert len(charters_linked(section(html, "charters"))) == 5
    assert section(html, "parts").count('class="entry"') == 5


def test_bodies_stand_in_a_tree() -> None:
    html = main_of(shown(many(3), "bodies/"))

    assert re.findall(r"<h(\d) class=\"entry-title\"><a href=\"[^\"]*?([a-z]+-\d)/", html) == [
        ("2", "office-0"), ("3", "body-0"), ("3", "body-1"), ("3", "body-2"),
    ]  # fmt: skip


def test_a_circle_of_bodies_is_shown_and_does_not_hang() -> None:
    records = sample()
    town, library = records.publisher.bodies
    circle = (replace(town, part_of="library"), library)
    broken = replace(records, publisher=replace(records.publisher, bodies=circle))
    html = main_of(shown(renderer_of(broken), "bodies/"))

    assert html.count('class="branch"') == 2


def test_charters_that_say_the_same_about_complaints_say_it_once() -> None:
    records = sample()
    first = records.charters["citizens"]
    charters = {f"c{n}": replace(first, id=f"c{n}") for n in range(30)}
    html = main_of(shown(renderer_of(replace(records, charters=charters, commitments={})), "complain/"))

    assert html.count("skundai@example.org") == 2
    assert "30 charters" in html


def test_charters_that_all_complain_differently_are_named() -> None:
    records = sample()
    first = records.charters["citizens"]
    assert first.complaints is not None
    charters = {
        f"c{n}": replace(first, id=f"c{n}", complaints=replace(first.complaints, text=text(f"Kelias {n}")))
        for n in range(30)
    }
    html = main_of(shown(renderer_of(replace(records, charters=charters, commitments={})), "complain/"))

    assert html.count("#complain") == 30


def test_one_figure_that_decides_on_two_promises_is_told_once() -> None:
    html = shown(Renderer(sample_site()), "results/in-time/")

    assert html.count('<p class="number">') == 1
    assert "2 promises rest on this figure." in html
    verdicts = section(html, "verdicts")
    assert verdicts.count('class="badge"') == 2
    assert "at least 95%" in verdicts
    assert "at least 99%" in verdicts


def test_a_figure_that_nobody_judges_says_so_and_has_no_verdicts() -> None:
    renderer = Renderer(sample_site())
    result, record = shown(renderer, "results/alone/"), shown(renderer, "methodology/alone/")

    assert "so it is not judged" in result
    assert "so it is not judged" in record
    assert "Target" not in main_of(result)
    assert "Not judged" not in main_of(result)


def test_figures_that_nobody_judges_stand_apart_with_their_newest_value() -> None:
    html = section(shown(Renderer(sample_site()), "results/"), "context")

    assert html.count('class="entry"') == 1
    assert "2024: 21" in html


@pytest.mark.parametrize("publishers", [1, 5])
def test_every_link_of_a_portfolio_leads_somewhere(publishers: int) -> None:
    renderer = many(12, publishers=publishers)
    every = (*renderer.directory.pages, *renderer.letters("lt"))
    pages = {page.address: Reading(renderer.page(page, "lt")) for page in every}
    anchors = {address: set(reading.attributes("id")) for address, reading in pages.items()}
    for address, reading in pages.items():
        for link in reading.attributes("href"):
            if re.match("(https?|mailto|tel):|.*(assets|en)/", link) or link.endswith(
                (".svg", ".css", ".ics", ".csv", ".xlsx", ".json")
            ):
                continue
            path, _, anchor = link.partition("#")
            target = normpath(join("/", address, path)).strip("/")
            target = (f"{target}/" if target else "") if path else address

            assert target in pages, (address, link)
            assert not anchor or anchor in anchors[target], (address, link)


def calls_of(work: Callable[[], object]) -> int:
    """How many function calls some work takes."""
    number = 0

    def count(frame: Any, event: str, argument: Any) -> None:
        nonlocal number
        number += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return number


@pytest.mark.parametrize("kind", [Kind.CHARTER, Kind.COMMITMENT, Kind.BODY, Kind.BOARD, Kind.RESULT])
def test_a_page_costs_the_same_in_a_larger_portfolio(kind: Kind) -> None:
    def cost(renderer: Renderer) -> int:
        last = [page for page in renderer.directory.pages if page.kind is kind][-1]
        renderer.page(last, "en")  # what all pages share is worked out now
        return calls_of(lambda: renderer.page(last, "en"))

    assert cost(many(40)) <= cost(many(10)) * 1.05


def test_the_directory_costs_no_more_for_a_charter_in_a_larger_portfolio() -> None:
    small, large = many(10).site, many(40).site

    assert calls_of(lambda: directory(large)) <= calls_of(lambda: directory(small)) * 4.4


def test_many_promises_on_one_figure_do_not_repeat_its_table() -> None:
    few, more = (shown(many(1, promises), "results/share-00/") for promises in (3, 6))

    assert section(few, "all").count("<tbody>") == 3
    assert section(more, "all").count("<tbody>") == 1
    assert "at least" not in section(more, "all")
    assert section(more, "verdicts").count('class="badge"') == 6


def test_a_body_with_many_charters_lists_them_briefly() -> None:
    html = section(shown(many(), "bodies/office-0/"), "charters")

    assert html.count('<td class="num kept">') == 59
    assert "What you can expect." not in html


def test_promises_of_the_same_name_are_told_apart_by_their_charter() -> None:
    titles = [
        html.split("<title>")[1].split("</title>")[0]
        for page in many(3).directory.pages
        if page.kind is Kind.COMMITMENT and (html := many(3).page(page, "en"))
    ]
    found = main_of(shown(many(3), "find/"))

    assert len(set(titles)) == len(titles) == 18
    assert "Answers in time – Ice rink charter – Giriai Municipality" in titles
    assert found.count("Promise · Ice rink charter") == 6


def test_verdicts_name_their_charters_only_where_they_differ() -> None:
    records = portfolio(2, 1)
    share = records.commitments["charter-00/promise-0"].measures
    same = {id: replace(one, measures=share) for id, one in records.commitments.items()}
    mixed = shown(renderer_of(replace(records, commitments=same)), "results/share-00/")

    assert len(set(charters_linked(section(mixed, "verdicts")))) == 2
    assert charters_linked(section(shown(many(2), "results/share-00/"), "verdicts")) == []


def test_a_body_shows_what_it_promises_then_services_places_itself_and_its_figures() -> None:
    html = shown(Renderer(sample_site()), "bodies/town/")
    order = [
        html.index(f'aria-labelledby="{id}"') for id in ("promises", "services", "places", "parts", "figures")
    ]

    assert order == sorted(order)
    assert "services/birth/" in section(html, "services")
    assert "It is a service for our own units." in section(html, "services")
    assert "Town hall, front desk" in section(html, "places")
    assert "8:00–15:45" in section(html, "places")


def test_a_body_does_not_show_the_places_of_others_nor_what_is_no_longer_offered() -> None:
    renderer = Renderer(sample_site())
    ended = [one.id for one in renderer.site.publication.services.values() if one.ended]
    pages = [shown(renderer, f"bodies/{body}/") for body in ("town", "library")]

    assert ended
    assert not [id for id in ended for html in pages if f"services/{id}/" in html]
    assert "services/birth/" in section(pages[1], "services")
    assert "procedures/library-bus/" in "".join(pages)
    assert "Town hall, front desk" not in pages[1]


def test_a_body_with_very_many_services_names_some_and_leads_to_all() -> None:
    records = sample()
    first = records.services["birth"]
    many_services = {f"s{n}": replace(first, id=f"s{n}") for n in range(61)}
    html = section(
        shown(renderer_of(replace(records, services=many_services)), "bodies/library/"), "services"
    )

    assert html.count('class="entry"') == 60
    assert "All services" in html


def test_a_promise_that_has_ended_is_counted_nowhere() -> None:
    records, full_id = portfolio(2), "charter-00/promise-0"
    ended = replace(records.commitments[full_id], ended=Ended(date(2025, 1, 1), text("Baigta.", "Over.")))
    renderer = renderer_of(replace(records, commitments={**records.commitments, full_id: ended}))
    charters = main_of(shown(renderer, "charters/"))

    assert renderer.directory.total.all == 11
    assert "<small>of 5</small>" in section(shown(renderer, "bodies/body-0/"), "now")
    assert "of 5 promises" in charters
    assert "2 promises of other charters hold here too." in charters
    assert full_id.split("/")[1] in section(shown(renderer, "bodies/body-0/"), "promises")


def test_charters_of_which_nothing_could_be_evaluated_show_no_naught() -> None:
    records = portfolio(12)
    unmeasured = {id: replace(one, measures=()) for id, one in records.commitments.items()}
    renderer = renderer_of(replace(records, commitments=unmeasured))

    assert "0 of 6" not in main_of(shown(renderer, "charters/"))
    assert "No promise could be judged." in section(shown(renderer, "bodies/body-3/"), "now")


def test_equal_figures_of_two_parts_are_not_one_figure() -> None:
    renderer = Renderer(sample_site())
    context = renderer.context("en", 2)
    whole = renderer.site.standing.indicators["in-time"]
    first, second = whole.measures
    letters = replace(second, measure=replace(second.measure, only=(("channel", "letter"),)))

    assert shared_figure(context, whole) is not None
    assert shared_figure(context, replace(whole, measures=(first, letters))) is None
