"""What is sealed: everything a council votes on, and nothing else; the same words always in the same bytes."""

from __future__ import annotations

import json
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charterkit.data import source
from charterkit.data.content import canonical, digest, number, sealed
from charterkit.data.load import load
from charterkit.data.reread import laid, typed
from charterkit.data.sources import SEALED_KINDS
from charterkit.model.release import Release
from charterkit.rules.releases.sealing import reached, voted_in, working_records

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(path.parent for path in (ROOT / "tests/examples").glob("*/mkdocs.yml"))
COMMITMENT: dict[str, Any] = {
    "kind": "commitment",
    "id": "letters",
    "number": "1.1",
    "group": "general",
    "title": {"lt": "Laiškai", "en": "Letters"},
    "promise": {"lt": "Atsakome per 20 dienų.", "en": "We answer within 20 days."},
    "explanation": {"lt": "Daugiau."},
    "measures": [{"indicator": "letters", "targets": [{"from": "2019-07-01", "at_least": 95, "aim": 98}]}],
    "redress": {"remedy": {"lt": "Atsiprašome."}, "compensation": {"amount": 30, "currency": "EUR"}},
}


def seal(data: dict[str, Any]) -> str:
    return digest(canonical(sealed("commitment", data, ["lt"])))


def changed(**fields: Any) -> dict[str, Any]:
    return {**COMMITMENT, **fields}


def test_a_commitment_is_sealed_in_this_form() -> None:
    assert canonical(sealed("commitment", COMMITMENT, ["lt"])).decode() == (
        '{"group":"general","id":"letters","measures":[{"indicator":"letters","targets":[{"aim":"98","at_least":"95",'
        '"from":"2019-07-01"}]}],"number":"1.1","promise":{"lt":"Atsakome per 20 dienų."},"redress":{"compensation":'
        '{"amount":"30","currency":"EUR"},"remedy":{"lt":"Atsiprašome."}},"title":{"lt":"Laiškai"}}'
    )


@pytest.mark.parametrize(
    "data",
    [
        dict(reversed(COMMITMENT.items())),
        changed(explanation={"lt": "Visai kitaip."}),
        changed(dimension="courtesy"),
        changed(title={"lt": "Laiškai", "en": "Answers"}),
        changed(title={"lt": unicodedata.normalize("NFD", "Laiškai")}),
        changed(promise={"lt": "Atsakome per 20 dienų.\r\n"}),
        changed(
            measures=[
                {
                    "indicator": "letters",
                    "targets": [{"from": "2019-07-01", "at_least": Decimal("95.0"), "aim": 98}],
                }
            ]
        ),
        changed(
            redress={
                "remedy": {"lt": "Atsiprašome."},
                "compensation": {"amount": Decimal("30.00"), "currency": "EUR", "automatic": False},
            }
        ),
    ],
)
def test_what_says_the_same_has_the_same_digest(data: dict[str, Any]) -> None:
    assert seal(data) == seal(COMMITMENT)


@pytest.mark.parametrize(
    "data",
    [
        changed(number="1.2"),
        changed(group="administration"),
        changed(title={"lt": "Laiškas"}),
        changed(promise={"lt": "Atsakome per 21 dieną."}),
        changed(conditions={"lt": "Ne visada."}),
        changed(bodies=["library"]),
        changed(measures=[]),
        changed(measures=[{"indicator": "letters", "targets": [{"from": "2019-07-01", "at_least": 96}]}]),
        changed(measures=[{"indicator": "letters", "targets": [{"from": "2019-07-01", "more_than": 95}]}]),
        changed(redress={"remedy": {"lt": "Atsiprašome."}}),
        changed(ended={"from": "2022-01-01", "reason": {"lt": "Nebe."}}),
    ],
)
def test_what_a_council_votes_on_changes_the_digest(data: dict[str, Any]) -> None:
    assert seal(data) != seal(COMMITMENT)


@pytest.mark.parametrize(
    ("value", "sealed_as"),
    [("95.0", "95"), ("9.5E1", "95"), ("0.50", "0.5"), ("-0", "0"), ("100", "100"), ("1E+3", "1000")],
)
def test_a_number_is_sealed_in_one_spelling(value: str, sealed_as: str) -> None:
    assert number(Decimal(value)) == sealed_as


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12))
def test_a_sealed_number_is_the_number(value: Decimal) -> None:
    assert Decimal(number(value)) == value
    assert number(Decimal(number(value))) == number(value)


@pytest.mark.parametrize("root", [ROOT, *EXAMPLES], ids=lambda path: path.name)
def test_every_record_that_was_ever_shipped_survives_being_sealed(root: Path) -> None:
    """Sealed and laid under today's informative fields it is the very record that it was."""
    loaded = load(root)
    assert loaded.publication is not None
    languages = voted_in(loaded.publication)
    for key, data in loaded.sources.plain.items():
        content = json.loads(canonical(loaded.sources.content(key, languages)))
        release = Release("citizens", "1", "", {key: content}, languages)
        given = loaded.sources.given[key]
        plain = laid(key, release, data)
        assert typed(key, plain, **given) == typed(key, data, **given), key
        assert sealed(key.partition("/")[0], plain, languages) == {
            name: value for name, value in content.items() if name != "prose"
        }
        typed(key, laid(key, release, None))  # readable without anything around it


def test_no_informative_field_is_sealed_and_no_language_but_those_of_the_vote() -> None:
    loaded = load(ROOT)
    assert loaded.publication is not None
    for charter in loaded.publication.charters:
        records = working_records(loaded.publication, loaded.sources, charter)
        text = canonical(records).decode()
        assert '"en":' not in text
        assert not [word for word in ("owner", "phone", "url", "timetable", "hours") if f'"{word}":' in text]
        assert {key.partition("/")[0] for key in records} <= SEALED_KINDS | {"body"}


def test_a_charter_reaches_what_it_promises_and_nothing_of_the_others() -> None:
    loaded = load(ROOT)
    assert loaded.publication is not None
    keys = reached(loaded.publication, "library")

    assert "charter/library" in keys
    assert "charter/citizens" not in keys
    assert not [key for key in keys if key.startswith("service/")], "the charter does not seal its services"
    # What it adopts is sealed with it, as it stood.
    assert [key for key in keys if key.startswith("commitment/citizens/")]


def test_a_file_of_other_line_ends_and_order_gives_the_same_content() -> None:
    file = ROOT / "charters/citizens/commitments/answer-letters.yml"
    text = file.read_text(encoding="utf-8")
    one = source.read("x", text.encode()).data
    other = source.read("x", text.replace("\n", "\r\n").encode()).data

    assert canonical(sealed("commitment", one, ["lt"])) == canonical(sealed("commitment", other, ["lt"]))
