"""What networks and search engines are told of a page: title, description, picture, and data of schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from charterkit.site.context import Settings
from charterkit.site.render import Renderer
from charterkit.site.sharing.linked_data import as_script
from charterkit.text import Text
from test_site_sample import publication, site

HOME = "https://girios.example.org/charter/"
# The part of schema.org's vocabulary that the pages use, looked up at https://schema.org/: what each type may say.
THING = {"@type", "@id", "name", "alternateName", "description", "disambiguatingDescription", "url", "sameAs"}
WORK = THING | {"inLanguage", "publisher", "license", "creator", "dateModified"}
BODY = THING | {"telephone", "email", "address", "parentOrganization", "location"}
VOCABULARY: dict[str, set[str]] = {
    "WebSite": WORK | {"potentialAction"},
    "SearchAction": THING | {"target", "query-input"},
    "EntryPoint": THING | {"urlTemplate"},
    "BreadcrumbList": THING | {"itemListElement"},
    "ListItem": THING | {"position", "item"},
    "Organization": BODY,
    "GovernmentOrganization": BODY,
    "GovernmentService": THING
    | {"provider", "serviceOperator", "areaServed", "audience", "availableChannel", "hoursAvailable"}
    | {"termsOfService", "serviceOutput"},
    "Country": THING,
    "Audience": THING | {"audienceType"},
    "Thing": THING,
    "ServiceChannel": THING | {"serviceUrl", "servicePhone", "serviceLocation", "availableLanguage"},
    "ContactPoint": THING | {"telephone", "email"},
    "Place": THING
    | {"address", "telephone", "openingHoursSpecification", "specialOpeningHoursSpecification"},
    "OpeningHoursSpecification": THING | {"dayOfWeek", "opens", "closes", "validFrom", "validThrough"},
    "Dataset": WORK | {"temporalCoverage", "variableMeasured", "distribution"},
    "DataDownload": WORK | {"contentUrl", "encodingFormat"},
}
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


@cache
def renderer(site_url: str | None = HOME) -> Renderer:
    """The sample publication at an address."""
    return Renderer(site(settings=Settings(site_url=site_url)))


def page(address: str, lang: str = "en", made: Renderer | None = None) -> str:
    made = made or renderer()
    found = next(one for one in made.directory.pages if one.address == address)
    return made.page(found, lang)


def nodes(html: str) -> dict[str, Any]:
    """The data of a page, by its types."""
    found = SCRIPT.search(html)
    assert found is not None
    data = json.loads(found[1])
    assert data["@context"] == "https://schema.org"
    return {one["@type"]: one for one in data["@graph"]}


def things(value: Any) -> Iterator[dict[str, Any]]:
    """Every thing in the data, inner ones too."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from things(one)


def meta(html: str, name: str) -> str:
    found = re.search(rf'<meta (?:name|property)="{re.escape(name)}" content="(.*?)">', html)
    return unescape(found[1]) if found else ""


def heads(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Address, title and description of every page of a built site, except the one in all languages."""
    for path in sorted(folder.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        title = re.search(r"<title>(.*?)</title>", html, re.S)
        if path.name != "404.html" and title:
            yield path.parent.relative_to(folder).as_posix(), title[1], meta(html, "description")


def test_no_two_pages_of_a_language_have_the_same_title_or_description(site: Path) -> None:
    seen: dict[tuple[str, str], str] = {}
    twice, found = [], list(heads(site))
    for address, title, description in found:
        lang = address.split("/")[0] if address.split("/")[0] in ("en", "sl", "bg", "hu") else "lt"
        for text in (title, description):
            key = lang, text
            if key in seen and seen[key] != address:
                twice.append((address, seen[key], text))
            seen[key] = address

    assert len(seen) > 900
    assert twice == []
    assert [one for one in found if not 20 <= len(one[2]) <= 300] == []


def test_a_promise_says_first_whether_it_is_kept(site: Path) -> None:
    html = (site / "en/charters/citizens/answer-letters/index.html").read_text(encoding="utf-8")

    assert meta(html, "description").startswith("Kept – You get ")
    assert meta(html, "description").endswith("Day shown: 21 November 2025.")
    assert meta(html, "og:description") == meta(html, "description")


def test_a_result_says_its_latest_figure(site: Path) -> None:
    html = (site / "en/results/letters-answered-in-time/index.html").read_text(encoding="utf-8")

    # 765 of 790 letters, as charters/results/letters-answered-in-time.csv has it for 2025-Q3.
    assert meta(html, "description").replace("\xa0", " ") == (
        "Letters answered in time – Third quarter of 2025: 96.8%, that is 765 of 790. "
        "The target (at least 95%) was met, with 1.8 percentage points to spare."
    )


def test_shared_links_have_full_addresses_and_a_picture_that_exists(site: Path) -> None:
    html = (site / "hu/charters/library/index.html").read_text(encoding="utf-8")
    address = "https://charter.example.org/hu/charters/library/"

    assert f'<link rel="canonical" href="{address}">' in html
    assert meta(html, "og:url") == address
    assert meta(html, "og:locale") == "hu_HU"
    assert meta(html, "og:image") == f"{address}card.png"
    assert (site / "hu/charters/library/card.png").is_file()
    assert "2025. november 21" in meta(html, "og:image:alt")
    assert 'hreflang="x-default" href="https://charter.example.org/charters/library/"' in html


def test_without_an_address_nothing_is_said_that_needs_one() -> None:
    html = page("charters/citizens/letters/", made=renderer(None))

    for said in ("og:", "canonical", "ld+json", "feed.xml", "badge.svg"):
        assert said not in html
    assert meta(html, "description") != ""


def test_every_type_and_every_property_is_of_the_vocabulary() -> None:
    found = set()
    for one in renderer().directory.pages:
        match = SCRIPT.search(renderer().page(one, "en"))
        for thing in things(json.loads(match[1])["@graph"] if match else []):
            found.add(thing["@type"])
            assert set(thing) <= VOCABULARY[thing["@type"]], (one.address, thing)
            assert all(value not in ("", [], {}, None) for value in thing.values()), (one.address, thing)

    assert found >= {
        "WebSite",
        "GovernmentService",
        "GovernmentOrganization",
        "Dataset",
        "BreadcrumbList",
        "Place",
    }


def test_breadcrumbs_lead_from_the_first_page_to_this_one() -> None:
    crumbs = nodes(page("charters/citizens/letters/"))["BreadcrumbList"]["itemListElement"]

    assert [one["position"] for one in crumbs] == [1, 2, 3, 4]
    assert [one["item"] for one in crumbs] == [
        f"{HOME}en/",
        f"{HOME}en/charters/",
        f"{HOME}en/charters/citizens/",
        f"{HOME}en/charters/citizens/letters/",
    ]


def test_a_data_set_names_its_files_and_its_licence(site: Path) -> None:
    html = (site / "en/results/letters-answered-in-time/index.html").read_text(encoding="utf-8")
    found = nodes(html)["Dataset"]

    assert found["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert found["temporalCoverage"] == "2019-07-01/2025-09-30"
    assert found["dateModified"] == "2025-10-21"
    for file in found["distribution"]:
        assert (site / file["contentUrl"].removeprefix("https://charter.example.org/")).is_file()


def test_the_search_action_leads_to_the_page_that_finds(site: Path) -> None:
    found = nodes((site / "sl/index.html").read_text(encoding="utf-8"))["WebSite"]

    assert found["potentialAction"]["target"]["urlTemplate"] == (
        "https://charter.example.org/sl/find/?q={search_term_string}"
    )
    assert found["disambiguatingDescription"] == "Organizacija in njeni podatki so izmišljeni."


def test_an_invented_body_says_so_wherever_it_is_described(site: Path) -> None:
    for kind in ("bodies/library", "services/library-card", "results"):
        html = (site / "en" / kind / "index.html").read_text(encoding="utf-8")
        main = next(one for type, one in nodes(html).items() if type != "BreadcrumbList")

        assert main["disambiguatingDescription"] == "The body and its figures are invented."


EVIL = "</script><script>alert(1)</script><!-- & \u2028 \"'\\ ]]> {{ 7*7 }}"


def test_no_text_can_close_the_block_or_leave_an_attribute() -> None:
    records = publication()
    evil = Text.of({"en": EVIL, "lt": EVIL})
    services = {id: replace(one, title=evil, summary=evil) for id, one in records.services.items()}
    made = Renderer(site(replace(records, services=services), Settings(site_url=HOME)))
    html = page("services/archive/", made=made)

    assert "alert(1)<" not in html.replace("&lt;", "")
    assert html.count("<script") == 1
    assert nodes(html)["GovernmentService"]["name"] == EVIL
    assert EVIL in meta(html, "og:title")


@pytest.mark.parametrize("sign", ["<", ">", "&", "\u2028", "\u2029"])
def test_signs_that_end_a_script_are_written_by_their_number(sign: str) -> None:
    written = as_script({"name": f"a{sign}b"})

    assert sign not in written
    assert json.loads(written) == {"name": f"a{sign}b"}


def test_a_transcription_is_not_said_to_be_published_by_the_body(hong_kong_site: Path) -> None:
    home = nodes((hong_kong_site / "index.html").read_text(encoding="utf-8"))["WebSite"]
    figures = nodes((hong_kong_site / "results/employment-visa/index.html").read_text(encoding="utf-8"))[
        "Dataset"
    ]

    assert "publisher" not in {*home, *figures}
    assert figures["creator"]["name"] == "Immigration Department, Hong Kong"
    # The first figure is of the financial year 2009/10, the last of 2024.
    assert figures["temporalCoverage"] == "2009-04-01/2024-12-31"
    assert "does not publish or endorse this site" in figures["disambiguatingDescription"]
    assert not (hong_kong_site / "results/feed.xml").exists()
