"""What is hidden is nowhere: not on a page, in a chart, in a file to take along, of the indicator or of all of them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis.strategies import sampled_from

from charterkit.exports.downloads import Downloads
from charterkit.model.publication import Publication
from charterkit.model.result import Count, Quantity, Row, State
from charterkit.rules.standing import standing
from charterkit.site.pages import Kind
from charterkit.site.render import Renderer
from disclosure_tables import Place, Table, published, records
from test_disclosure import complaints, cured, tables
from test_site_sample import site

TODAY = date(2025, 11, 21)
# One with a decimal point, and one with a comma.
LANGUAGES = ("en", "lt")
KINDS = frozenset(
    {
        Kind.HOME,
        Kind.CHANGES,
        Kind.CHARTER,
        Kind.BODY,
        Kind.COMMITMENT,
        Kind.INDICATOR,
        Kind.RESULTS,
        Kind.RESULT,
        Kind.YEAR,
        Kind.PERIODS,
        Kind.METHODOLOGY,
    }
)


def with_figures(table: Table) -> Publication:
    """The records of a table in whose file the hidden lines still hold their figures.

    A small one has not even the word that hides it; others have the word and the figures beside it.
    """
    made = records(table)
    series = made.series["split"]
    places = dict(zip(table.lines, series.rows, strict=True))
    rows = tuple(_told(row, table, place) for place, row in places.items())
    return replace(made, series={**made.series, "split": replace(series, rows=rows)})


def _told(row: Row, table: Table, place: Place) -> Row:
    if place not in table.hidden:
        return row
    true = table.true(place)
    bare = Row(row.period)
    state = bare.state if table.is_small(place) else State.SUPPRESSED
    if not table.is_share:
        return replace(row, figure=Quantity(Fraction(true[0])), state=state, reported=f"{true[0]} of them")
    top, bottom = (Count(Decimal(one)) for one in true)
    share = Quantity(Fraction(100 * true[0], true[1]), decimals=1) if true[1] else None
    return replace(row, figure=share, numerator=top, denominator=bottom, state=state, n=bottom)


def everything(publication: Publication, lang: str = "en") -> dict[str, bytes]:
    """All pages that tell of results, with their charts, and all files to take along, in one language.

    Those of other indicators and promises than that of the table know nothing of it and are left out.
    """
    renderer = Renderer(site(publication))
    others = {*publication.indicators, *(one.id for one in publication.commitments.values())} - {"split"}
    pages = {
        page.address: renderer.page(page, lang).encode()
        for page in renderer.directory.pages
        if page.kind in KINDS and others.isdisjoint(page.address.split("/"))
    }
    downloads = Downloads.of(standing(publication, TODAY))
    files = {
        address: downloads.make(address, lang)
        for address in downloads.addresses
        if others.isdisjoint(address.split("/"))
    }
    return {**pages, **files}


def in_json(table: Table, files: dict[str, bytes], address: str) -> dict[Place, tuple[int, ...] | None]:
    """The counts of each line of a JSON file that has a figure, and None for each hidden one."""
    read: dict[str, Any] = json.loads(files[address])
    (split,) = (one for one in read["indicators"] if one["id"] == "split")
    names = ("numerator", "denominator") if table.is_share else ("value",)
    found: dict[Place, tuple[int, ...] | None] = {}
    for one in split["figures"]:
        place = one["period"], tuple(one["slice"].get(f"d{at}", "") for at in range(len(table.dimensions)))
        told = [one[name] for name in ("value", "numerator", "denominator", "n", "value_exact", "replaced")]
        if any(value not in (None, []) for value in told):
            found[place] = tuple(one[name] for name in names)
        elif one["state"] == "suppressed":
            found[place] = None
    return found


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
)
@given(tables(), sampled_from(LANGUAGES))
def test_nothing_that_is_published_depends_on_a_hidden_figure(table: Table, lang: str) -> None:
    """Every byte is the same whether the file holds the hidden figures or not, and all files tell what the page tells.

    So who reads them all knows no more than who reads the page, from which nothing can be worked out.
    """
    assume(table.hidden)
    problems = complaints(table)
    safe = cured(table, problems) if problems else table
    page = published(safe)
    files, told = everything(records(safe), lang), everything(with_figures(safe), lang)

    assert [address for address in files if files[address] != told[address]] == []
    assert files.keys() == told.keys()
    for address in ("results/split/split.json", "results/results.json"):
        assert in_json(safe, files, address) == page


def test_all_that_tells_of_results_is_looked_at() -> None:
    table = Table(
        (("a_1", "a_2"),),
        tuple(("2024-Q1", (value,)) for value in ("", "a_1", "a_2")),
        {("2024-Q1", ("a_1",)): (9,), ("2024-Q1", ("a_2",)): (13,)},
    )
    found = everything(records(table))

    assert {one.rsplit(".", 1)[-1] for one in found if "." in one} >= {"csv", "xlsx", "json"}
    assert {
        "results/", "results/split/", "results/years/2024/", "methodology/split/", "charters/citizens/split/",
    } <= found.keys()  # fmt: skip


def test_a_figure_that_is_not_hidden_does_change_what_is_published() -> None:
    places = [("2024-Q1", (value,)) for value in ("", "a_1", "a_2")]
    one, other = (
        everything(records(Table((("a_1", "a_2"),), tuple(places), {places[1]: (9,), places[2]: (count,)})))
        for count in (13, 23)
    )
    changed = {address for address in one if one[address] != other[address]}

    assert changed > {
        "results/split/",
        *(f"results/split/split.{ending}" for ending in ("csv", "xlsx", "json")),
    }
    assert changed > {f"results/results.{ending}" for ending in ("csv", "xlsx", "json")}
