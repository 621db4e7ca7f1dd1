"""What a sitting reads about items that go, move or come out of others, and how a country words its decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from charterkit.exports.dossier.compare import merged_runs
from charterkit.exports.dossier.documents import leaflets
from charterkit.exports.dossier.facts import Sitting
from charterkit.exports.dossier.tree import Grid, Heading, Look, Paragraph, plain, words_of
from charterkit.model.publication import Publication
from charterkit.periods import CALENDAR_YEAR
from charterkit.rules.releases.changes import changes
from charterkit.site.pieces import reader
from charterkit.site.releases.change_words import ChangeWords
from charterkit.site.results.figures import Figures
from charterkit.text import numbers_held
from conftest import REPOSITORY
from test_dossier import TODAY, Town, _with_release, said

CALLS, LETTERS = "commitment/citizens/answer-calls", "commitment/citizens/answer-letters"
GAP = "\u00a0"


@pytest.fixture(scope="module")
def town() -> Town:
    return Town()


@pytest.fixture(scope="module")
def changed(town: Town) -> Sitting:
    """Two changes: promise 1.2 holds no longer, and promise 1.1 was number 1.15 before."""
    old: dict[str, Any] = {key: dict(one) for key, one in town.proposed().records.items()}
    old[LETTERS]["number"] = "1.15"
    told = town.sitting(_with_release(town, old))
    new = {**told.records, CALLS: {**told.records[CALLS], "ended": _ENDED}}
    assert told.base is not None
    return replace(told, records=new, changes=changes(old, new, None))


_ENDED: Mapping[str, Any] = {"from": "2026-01-01", "reason": {"lt": "Skambučių nebėra."}}


def words_in(town: Town, told: Sitting, name: str, lang: str = "en") -> list[str]:
    leaflet = next(one for one in leaflets(told, town.context(lang)) if one.name.startswith(name))
    return list(said(leaflet.blocks))


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("решение № Т1-118 от 2019 г.", f"решение №{GAP}Т1-118 от 2019 г."),
        ("sprendimas Nr. T-7", f"sprendimas Nr.{GAP}T-7"),
        ("decision No {number}", f"decision No{GAP}{{number}}"),
        ("sklep št. 3", f"sklep št.{GAP}3"),
        ("No problems were found in 3 files.", "No problems were found in 3 files."),
        ("Casino 5", "Casino 5"),
    ],
)
def test_no_line_ends_between_a_number_and_its_sign(words: str, held: str) -> None:
    assert numbers_held(words) == held


def test_an_item_is_amended_under_the_number_that_it_has_in_force(town: Town, changed: Sitting) -> None:
    form = next(one for one in leaflets(changed, town.context("en")) if one.name == "5-amendment")
    assert [words_of(one.runs) for one in form.blocks if isinstance(one, Heading) and one.level == 1] == [
        "1. To amend item 1.15, which becomes item 1.1, and word it as follows:",
        "2. To remove item 1.2 (“Atsiliepimas į skambučius”).",
    ]


def test_what_goes_is_not_worded_once_more(town: Town, changed: Sitting) -> None:
    words = words_in(town, changed, "5-amendment", "lt")
    place = next(place for place, one in enumerate(words) if "1.2 punktą" in one)
    assert words[place + 1 :] == [f"Galiojimo pabaiga: 2026{GAP}m. sausio 1{GAP}d.", "Skambučių nebėra."]


def test_a_promise_that_goes_stands_among_the_changed_ones_with_its_words(
    town: Town, changed: Sitting
) -> None:
    words = words_in(town, changed, "3-changes", "lt")
    promise = changed.records[CALLS]["promise"]["lt"]
    assert words.count(promise) == 2  # among the changed promises, and among all changes


@pytest.mark.parametrize(("country", "seconds"), [("IE", 1), ("GB", 1), ("LT", 0), ("MT", 0)])
def test_an_irish_or_british_council_resolves(
    town: Town, changed: Sitting, country: str, seconds: int
) -> None:
    words = words_in(town, replace(changed, country=country), "1-decision")
    assert sum("seconded by" in one for one in words) == seconds
    assert sum(one.endswith("resolves:") for one in words) == seconds
    assert sum("appealed" in one for one in words) == 1 - seconds
    assert ("RESOLUTION" in words, "DECISION" in words) == (bool(seconds), not seconds)


def test_a_part_on_its_own_is_not_said_to_be_split_itself() -> None:
    old = {"commitment/c/a": {"id": "a", "number": "1", "title": {"en": "Water"}}}
    part = {"id": "b", "number": "2", "title": {"en": "Notice"}, "lineage": {"from": ["a"], "how": "split"}}
    new = {**old, "commitment/c/b": part}
    words = ChangeWords(Figures(reader("en", ("en",)), {}, CALENDAR_YEAR, TODAY), old, new)
    [change] = changes(old, new, None)
    assert words.told(change).sentences == ("It is taken out of: 1 Water.",)


def test_a_clerk_is_told_files_and_not_keys(town: Town) -> None:
    known: Publication = town.publication
    named = {
        CALLS: "charters/citizens/commitments/answer-calls.yml",
        "charter/citizens": "charters/citizens/charter.yml",
        "body/council": "charters/publisher.yml",
        "methodology": "standards/methodology.yml",
        "procedure/one-stop-shop": "standards/procedures/one-stop-shop.*",
        "standard/gone": "standard/gone",
    }
    assert {key: known.file_of(key) for key in named} == named
    assert all((REPOSITORY / file).exists() for file in named.values() if file.endswith(".yml"))


def test_what_comes_too_late_counts_from_the_next_working_day_where_those_are_counted(
    town: Town, changed: Sitting
) -> None:
    annexes = words_in(town, changed, "2-charter")
    late = [one for one in annexes if "counts as received on" in one]

    assert late
    assert all("on the next working day" in one for one in late)


def test_the_checksum_can_be_worked_out_on_every_system(town: Town, changed: Sitting) -> None:
    note = words_in(town, changed, "6-note")

    assert "Linux and macOS: shasum -a 256 content.json" in note
    assert "Windows: certutil -hashfile content.json SHA256" in note


def test_the_legal_basis_of_a_procedure_stands_before_its_annexes(town: Town, changed: Sitting) -> None:
    key = next(
        key for key, one in changed.records.items() if key.startswith("procedure/") and one.get("annexes")
    )
    law = [{"title": {"lt": "Bandomasis įstatymas", "en": "Trial act"}}]
    records = {**changed.records, key: {**changed.records[key], "legal_basis": law}}
    annexes = words_in(town, replace(changed, records=records), "2-charter")
    place = next(place for place, one in enumerate(annexes) if "Trial act" in one or "Bandomasis" in one)

    assert any("Annex 1 to this procedure" in one for one in annexes[place:])
    assert not any("Annex 1 to this procedure" in one for one in annexes[place - 5 : place])


def test_a_span_is_marked_as_one_word() -> None:
    runs = merged_runs(plain("yra 18–20 laipsnių"), plain("yra 17–20 laipsnių"))

    assert [(one.look, one.text) for one in runs] == [
        (Look.PLAIN, "yra "),
        (Look.DELETED, "18–20"),
        (Look.INSERTED, "17–20"),
        (Look.PLAIN, " laipsnių"),
    ]


def test_a_wholly_new_promise_is_marked_as_new_in_both_tables(town: Town, changed: Sitting) -> None:
    """As the legend above both says: what is bold and underlined comes in."""
    key = "commitment/citizens/clear-letters"
    new = {**changed.records, key: {**changed.records[LETTERS], "number": "1.20"}}
    assert changed.base is not None
    told = replace(changed, records=new, changes=changes(changed.base.records, new, None))
    document = next(one for one in leaflets(told, town.context("en")) if one.name.startswith("3-changes"))
    tables = [one for one in document.blocks if isinstance(one, Grid)]
    effects = {1: 3, 2: 4}
    rows = [row for n, at in effects.items() for row in tables[n].rows if list(said(row[at])) == ["New"]]

    assert len(rows) >= len(effects)
    for row in rows:
        looks = {run.look for block in row[2] if isinstance(block, Paragraph) for run in block.runs}
        assert looks == {Look.INSERTED}
