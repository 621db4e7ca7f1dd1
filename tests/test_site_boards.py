"""The results from other sides: the ways to them, the boards of a body and a field, the years."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

from charterkit.data.load import load
from charterkit.exports.status import as_json
from charterkit.rules.check import check
from charterkit.rules.standing import Counts, standing
from charterkit.rules.status import PromiseStatus
from charterkit.site.context import Site
from charterkit.site.pages import Kind, Page, year_address
from charterkit.site.render import Renderer
from factory import APRIL, period
from portfolio import portfolio
from test_site_sample import TODAY, site


@cache
def demonstration() -> Renderer:
    """The demonstration municipality on its day."""
    checked = check(load(Path(__file__).resolve().parents[1]), date(2025, 11, 21))
    assert checked.publication is not None
    assert checked.standing is not None
    return Renderer(Site(checked.publication, checked.standing, ("en",)))


def page(renderer: Renderer, address: str) -> str:
    found = next(one for one in renderer.directory.pages if one.address == address)
    return renderer.page(found, "en")


def counts_in(html: str, caption: str) -> dict[str, list[int]]:
    """The rows of a table of counts by their titles, without any markup."""
    table = html.split(f'<caption id="{caption}">')[1].split("</table>")[0]
    rows = re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', table, re.S)
    return {
        re.sub("<[^>]+>", "", title): [int(one) for one in re.findall(r"</span>(\d+)</td>", cells)]
        for title, cells in rows
    }


def numbers(counts: Counts) -> list[int]:
    return [counts.by_status[status] for status in PromiseStatus]


def test_every_side_has_its_page_and_only_where_there_are_promises() -> None:
    addresses = [one.address for one in Renderer(site()).directory.pages]

    assert [one for one in addresses if one.startswith("results/bodies/")] == [
        "results/bodies/town/",
        "results/bodies/library/",
    ]
    assert [one for one in addresses if one.startswith("results/fields/")] == [
        "results/fields/timeliness/",
        "results/fields/other/",
    ]
    assert [one for one in addresses if one.startswith(("results/years/", "results/periods/"))] == [
        "results/periods/",
        "results/years/2025/",
        "results/years/2024/",
    ]


def test_the_address_of_a_financial_year_is_plain() -> None:
    assert year_address(period("FY2018/19", APRIL)) == "results/years/fy2018-19/"


def test_the_counts_of_all_charters_and_fields_add_up_to_those_of_the_status_command() -> None:
    renderer = demonstration()
    html, now = page(renderer, "results/"), renderer.site.standing
    told = as_json(now, ())
    by_field = counts_in(html, "by-field").values()

    assert [sum(column) for column in zip(*by_field, strict=True)] == numbers(now.counts())
    assert all(f'"{status}": {n}' in told for status, n in now.counts().by_status.items())


def test_the_counts_of_a_charter_and_a_body_are_those_of_their_promises() -> None:
    renderer = demonstration()
    html, now = page(renderer, "results/"), renderer.site.standing
    charters = counts_in(html, "by-charter")
    bodies = counts_in(html, "by-body")
    library = [one for one in now.promises.values() if "library" in one.commitment.bodies]

    assert charters["Citizens’ Charter of Giriai District Municipality"] == numbers(now.counts("citizens"))
    assert bodies["Giriai District Public Library"] == numbers(now.counts_of(library))
    # The publisher's own order: nobody is ranked.
    order = [body.name.read("en", ()).words for body in now.publication.publisher.bodies]
    assert list(bodies) == [name for name in order if name in bodies]


def test_the_board_of_a_body_has_its_promises_and_leads_to_the_body() -> None:
    html = page(demonstration(), "results/bodies/library/")

    assert 'href="../../../bodies/library/"' in html
    assert ">The library bus comes on time</a>" in html
    assert ">Building permits</a>" not in html


def test_the_year_counts_what_its_lines_say() -> None:
    renderer = demonstration()
    html = page(renderer, "results/years/2024/")
    found = renderer.directory.years["2024"]
    board = html.split('<h2 id="board">')[1].split("</section>")[0]

    assert board.count("<span>Kept</span>") == found.counts.kept == 16
    assert board.count('<tr><th scope="row">') == found.counts.all == 28
    assert "16 <small>of 20</small>" in html
    assert "That is 80% of the 20 promises that could be judged. Of all 28 promises that is 57%." in html


def test_the_year_tells_what_was_missed_and_why() -> None:
    html = page(demonstration(), "results/years/2024/").split('<h2 id="missed">')[1]

    assert "H2 2024: result 97.5%, target exactly 100%." in html
    assert "In three cases the opinion on a listed building reached us late." in html


def test_a_year_that_is_not_over_says_so() -> None:
    renderer = demonstration()

    assert "The year is not over yet." in page(renderer, "results/years/2025/")
    assert "The year is not over yet." not in page(renderer, "results/years/2024/")
    assert ">2025 (so far)</a>" in page(renderer, "results/periods/")


def test_few_promises_get_no_percentage() -> None:
    html = page(demonstration(), "results/fields/environment/")

    assert "Only 2 promises could be judged: too few for a percentage." in html
    assert "%" not in html.split('<h2 id="sum">')[1].split("</section>")[0]


def test_the_way_by_year_leads_from_the_charter_to_its_part_of_the_year() -> None:
    html = page(demonstration(), "charters/library/")

    assert '<a class="day" href="../../results/years/2024/#board-library">2024</a>' in html
    assert '<caption id="board-library">' in page(demonstration(), "results/years/2024/")


def test_of_hundreds_of_promises_the_year_and_a_body_show_the_counts_of_their_charters() -> None:
    publication = portfolio(59, 6)
    renderer = Renderer(Site(publication, standing(publication, TODAY), ("en",)))
    years = [one for one in renderer.directory.pages if one.kind is Kind.YEAR]
    html = renderer.page(years[0], "en")

    assert years
    assert '<caption id="by-charter">' in html
    assert '<table class="board' not in html
    assert "Printed, it is longer than one sheet of paper." in html


def test_a_page_of_a_side_has_a_key_that_names_its_record() -> None:
    sides = [one for one in Renderer(site()).directory.pages if one.kind is Kind.SIDE]

    assert sides[0] == Page(Kind.SIDE, "results/bodies/town/", "town")


def test_the_years_can_be_found() -> None:
    made = demonstration()
    found = next(one for one in made.letters("en") if one.address == "find/r/")
    html = made.page(found, "en")

    assert ">Results of the year: 2024</a>" in html
    assert 'href="../../results/periods/"' in html
