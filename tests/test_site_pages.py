"""The list of pages and their addresses."""

from __future__ import annotations

from dataclasses import replace

from charterkit.model.publication import Publication
from charterkit.site.pages import BOARD_ROWS, Kind, Page, board_parts, pages
from test_site_sample import publication


def grown(number: int) -> Publication:
    """The sample with so many promises, all in one group."""
    sample = publication()
    one = sample.commitments["citizens/courtesy"]
    promises = (replace(one, id=f"promise-{n}", number=str(n)) for n in range(number))
    return replace(sample, commitments={promise.full_id: promise for promise in promises})


def test_every_record_has_its_page_at_its_own_address() -> None:
    found = {page.address: page for page in pages(publication())}

    assert found["charters/citizens/letters/"] == Page(
        Kind.COMMITMENT,
        "charters/citizens/letters/",
        "citizens/letters",
        "charters/citizens/commitments/letters.yml",
    )
    assert found["standards/requests/"].kind is Kind.STANDARD
    assert found["results/in-time/"].source == "charters/results/in-time.csv"
    assert found["methodology/in-time/"].source == "standards/indicators/in-time.yml"


def test_home_comes_first_and_no_address_comes_twice() -> None:
    addresses = [page.address for page in pages(publication())]

    assert addresses[0] == ""
    assert len(set(addresses)) == len(addresses)
    assert all(address.endswith("/") for address in addresses[1:])


def test_services_have_a_list_and_a_page_each_and_without_services_there_is_neither() -> None:
    found = {page.address: page for page in pages(publication())}
    without = pages(replace(publication(), services={}))

    assert found["services/"].kind is Kind.SERVICES
    assert found["services/birth/"] == Page(
        Kind.SERVICE, "services/birth/", "birth", "standards/services/birth.yml"
    )
    assert not {Kind.SERVICES, Kind.SERVICE} & {page.kind for page in without}


def test_statements_that_the_publisher_does_not_give_have_a_page_that_says_so() -> None:
    sample = publication()
    bare = replace(sample, publisher=replace(sample.publisher, accessibility=None, privacy=None))

    assert {Kind.ACCESSIBILITY, Kind.PRIVACY} <= {page.kind for page in pages(bare)}


def test_short_board_stays_on_one_page() -> None:
    assert board_parts(grown(BOARD_ROWS)) == ()


def test_long_board_is_split_by_group_and_into_parts() -> None:
    parts = board_parts(grown(BOARD_ROWS + 1))

    assert [part.address for part in parts] == [
        "results/charters/citizens/general/",
        "results/charters/citizens/general/2/",
    ]
    assert [len(part.commitments) for part in parts] == [BOARD_ROWS, 1]
