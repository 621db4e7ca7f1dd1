"""Words on the pages that depend on the reader's grammar, on how many there are, or on what a body says itself."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from charterkit.site.render import Renderer
from charterkit.strings import words
from test_site_sample import publication as sample_publication
from test_site_sample import site as sample_site


@pytest.mark.parametrize(
    ("lang", "written"),
    [
        ("en", "1 March"),
        ("lt", "kovo 1 d."),
        ("sl", "1. marec"),
        ("bg", "1 март"),
        ("hu", "március 1."),
    ],
)
def test_a_day_of_every_year_is_written_without_a_year(lang: str, written: str) -> None:
    assert words(lang).month_day(3, 1).replace("\u00a0", " ") == written


def test_the_29th_of_february_is_a_day_of_every_year() -> None:
    assert words("en").month_day(2, 29) == "29 February"


@pytest.mark.parametrize(
    ("lang", "number", "written"),
    [
        ("en", Decimal(1), "1 percentage point"),
        ("lt", Decimal(2), "2 procentiniai punktai"),
        ("lt", Decimal("1.5"), "1,5 procentinio punkto"),
        ("sl", Decimal(2), "2 odstotni točki"),
        ("sl", Decimal("1.5"), "1,5 odstotne točke"),
        ("bg", Decimal("1.5"), "1,5 процентни пункта"),
        ("hu", Decimal("1.5"), "1,5 százalékpont"),
    ],
)
def test_a_margin_in_percentage_points_follows_the_grammar(lang: str, number: Decimal, written: str) -> None:
    said = words(lang).count("{n} percentage point", "{n} percentage points", number)

    assert said.replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    ("article", "lang", "shown"),
    [
        ("7", "lt", "Įstatymas, 7 straipsnis"),
        ("7", "en", "Act, article 7"),
        ("§ 7 (2)", "en", "Act, § 7 (2)"),
    ],
)
def test_a_bare_number_is_an_article_and_any_other_reference_stands_as_written(
    article: str, lang: str, shown: str
) -> None:
    records = sample_publication()
    law = replace(records.standards["requests"].legal_basis[0], article=article)
    standard = replace(records.standards["requests"], legal_basis=(law,))
    renderer = Renderer(sample_site(replace(records, standards={**records.standards, "requests": standard})))
    found = next(one for one in renderer.directory.pages if one.address == "standards/requests/")

    assert f">{shown}</a>" in renderer.page(found, lang)


def page(site: Path, address: str) -> str:
    """A page of a built site."""
    return (site / address / "index.html").read_text(encoding="utf-8")


def test_many_bodies_are_counted_beside_the_promise_and_named_below(site: Path) -> None:
    html = page(site, "en/charters/citizens/answer-letters")
    promise, answers = html.split("</figcaption>")[0], html.split('id="answers"')[1]

    assert '<a href="#answers">7 bodies answer for this promise</a>' in promise
    assert "Giriai Basic School" not in promise
    assert "Giriai Basic School" in answers


def test_two_bodies_or_fewer_are_named_beside_the_promise(hong_kong_site: Path) -> None:
    html = page(hong_kong_site, "charters/pledges/visit-visas")

    assert "Immigration Department, Hong Kong</a></figcaption>" in html


def test_what_the_body_says_of_itself_is_shown_and_not_judged(hong_kong_site: Path) -> None:
    html = page(hong_kong_site, "charters/pledges/clear-residents")

    assert "Stated by the body itself: met" in html
    assert "<span>Not known</span>" in html
    # Once for the latest period told in full, and once in the line of each of the two.
    assert page(hong_kong_site, "results/clear-residents").count("Stated by the body itself: met") == 3


def test_no_two_pages_of_a_language_share_a_title(site: Path) -> None:
    titles = [
        path.read_text(encoding="utf-8").split("<title>")[1].split("</title>")[0]
        for path in (site / "en").rglob("index.html")
    ]

    assert len(titles) > 50
    assert len(set(titles)) == len(titles)
