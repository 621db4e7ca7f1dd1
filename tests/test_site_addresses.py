"""Links between pages."""

from __future__ import annotations

import pytest

from charterkit.site.addresses import Links, absolute, links_from, links_from_anywhere, prefix_of

LANGUAGES = ("lt", "en")


def test_first_language_stands_at_the_root() -> None:
    assert prefix_of("lt", LANGUAGES) == ""
    assert prefix_of("en", LANGUAGES) == "en/"


@pytest.mark.parametrize(
    ("prefix", "depth", "address", "expected"),
    [
        ("", 0, "", "./"),
        ("", 0, "results/", "results/"),
        ("", 2, "", "../../"),
        ("en/", 0, "results/", "../en/results/"),
        ("en/", 1, "find/", "../../en/find/"),
    ],
)
def test_links_are_relative(prefix: str, depth: int, address: str, expected: str) -> None:
    assert links_from(prefix, depth, offline=False).to(address) == expected


def test_links_of_an_offline_site_name_the_file() -> None:
    links = links_from("", 1, offline=True)

    assert links.to("results/") == "../results/index.html"
    assert links.across("en/", "") == "../en/index.html"
    assert links.asset("assets/charter.css") == "../assets/charter.css"


@pytest.mark.parametrize(
    ("site_url", "expected"),
    [
        (None, "/en/find/"),
        ("https://example.org/", "/en/find/"),
        ("https://example.org/a/b/", "/a/b/en/find/"),
    ],
)
def test_links_of_the_404_page_begin_at_the_path_of_the_site(site_url: str | None, expected: str) -> None:
    assert links_from_anywhere("en/", site_url) == Links(expected.removesuffix("en/find/"), "en/")
    assert links_from_anywhere("en/", site_url).to("find/") == expected


def test_full_address_has_one_slash_between_its_parts() -> None:
    assert absolute("https://example.org/base/", "en/", "results/") == "https://example.org/base/en/results/"
    assert absolute("https://example.org", "", "") == "https://example.org/"
