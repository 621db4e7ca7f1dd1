"""Texts in several languages, and names compared kindly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charterkit.text import Phrase, Text, fold, nearest, sentences, slug_ok

LETTERS = Text.of({"lt": "Atsakymai į laiškus", "en": "Answers to letters"})
FIELDS = ("kind", "id", "number", "title", "promise", "measures", "targets", "indicator", "standards")


def test_text_is_a_map_in_alphabetical_order() -> None:
    assert list(LETTERS) == ["en", "lt"]
    assert len(LETTERS) == 2
    assert LETTERS["lt"] == "Atsakymai į laiškus"
    assert dict(LETTERS) == {"en": "Answers to letters", "lt": "Atsakymai į laiškus"}
    assert LETTERS.get("bg") is None


def test_unknown_language_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        LETTERS["bg"]


def test_text_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        LETTERS.pairs = ()  # type: ignore[misc]


def test_equal_texts_have_one_hash_whatever_the_order_of_writing() -> None:
    other = Text.of({"en": "Answers to letters", "lt": "Atsakymai į laiškus"})

    assert other == LETTERS
    assert hash(other) == hash(LETTERS)
    assert len({other, LETTERS}) == 1
    assert other != Text.of({"en": "Answers to letters"})


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u00a0", "\u200b", "\ufeff \u200e"])
def test_blank_text_counts_as_absent(blank: str) -> None:
    text = Text.of({"en": "Fee", "lt": blank})

    assert list(text) == ["en"]
    assert text.missing(["lt", "en", "bg"]) == ("lt", "bg")


def test_words_are_kept_as_written_but_composed() -> None:
    assert Text.of({"lt": "  s\u030cuo \n"})["lt"] == "  \u0161uo \n"


@pytest.mark.parametrize(
    ("lang", "order", "expected"),
    [
        ("lt", ("en",), Phrase("Atsakymai į laiškus", "lt", "lt")),
        ("lt-LT", ("en",), Phrase("Atsakymai į laiškus", "lt", "lt-LT")),
        ("bg", ("lt", "en"), Phrase("Atsakymai į laiškus", "lt", "bg")),
        ("bg", ("hu", "en"), Phrase("Answers to letters", "en", "bg")),
        ("bg", ("hu",), Phrase("Answers to letters", "en", "bg")),
        ("bg", (), Phrase("Answers to letters", "en", "bg")),
    ],
)
def test_reader_gets_the_own_language_then_the_publishers_then_any(
    lang: str, order: tuple[str, ...], expected: Phrase
) -> None:
    assert LETTERS.read(lang, order) == expected


@pytest.mark.parametrize(
    ("lang", "words"), [("sr-Latn", "Naknada"), ("sr-Latn-RS", "Naknada"), ("sr-Cyrl", "Накнада")]
)
def test_language_with_a_script_falls_back_to_its_own_base_first(lang: str, words: str) -> None:
    text = Text.of({"sr": "Накнада", "sr-Latn": "Naknada", "en": "Fee"})

    assert text.read(lang, ["en"]).words == words


def test_fallback_is_told_from_the_language_asked_for() -> None:
    assert LETTERS.read("bg", ["lt"]).is_fallback
    assert not LETTERS.read("lt", ["en"]).is_fallback


def test_empty_text_gives_an_empty_phrase_in_the_language_asked_for() -> None:
    phrase = Text().read("lt", ["en"])

    assert phrase == Phrase("", "lt", "lt")
    assert not phrase.is_fallback


@given(st.dictionaries(st.sampled_from(["en", "lt", "sl", "bg", "hu"]), st.text()))
def test_text_made_of_a_text_is_the_same(words: dict[str, str]) -> None:
    text = Text.of(words)

    assert Text.of(text) == text
    assert set(text) <= set(words)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Šiaulių", "siauliu"),
        ("ŽUPAN", "zupan"),
        ("Győr-Moson", "gyor-moson"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("КМЕТ", "кмет"),
        ("İ", "i"),
    ],
)
def test_folding_drops_case_and_diacritics(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("tittle", "title"),
        ("titel", "title"),
        ("Title", "title"),
        ("targett", "targets"),
        ("indicater", "indicator"),
        ("idicatro", "indicator"),
        ("numbr", "number"),
        ("promises", "promise"),
        ("knid", "kind"),
        ("xyz", None),
        ("no", None),
        ("", None),
        ("kilometre", None),
        ("standing-orders", None),
    ],
)
def test_nearest_known_word_is_found_for_slips_only(word: str, meant: str | None) -> None:
    assert nearest(word, FIELDS) == meant


def test_long_words_may_have_three_slips() -> None:
    assert nearest("dissagregatons", ["disaggregations"]) == "disaggregations"


@pytest.mark.parametrize("known", [("cat", "car"), ("car", "cat")])
def test_of_equally_near_words_the_first_is_taken(known: tuple[str, ...]) -> None:
    assert nearest("cab", known) == known[0]


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert nearest("title", []) is None


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=5))
def test_a_known_word_is_its_own_nearest(word: str, others: list[str]) -> None:
    found = nearest(word, [*others, word])

    assert found is not None
    assert fold(found) == fold(word)


@pytest.mark.parametrize("id", ["a", "answer-letters", "a1", "v2-3", "x" * 60, "con-a", "console", "com10"])
def test_plain_ids_are_accepted(id: str) -> None:
    assert slug_ok(id)


@pytest.mark.parametrize(
    "id",
    ["", "A", "1a", "-a", "a-", "a--b", "a_b", "a.b", "a b", "a\n", "š", "а", "..", "x" * 61, "con", "lpt9"],
)
def test_ids_that_no_file_or_address_may_have_are_refused(id: str) -> None:
    assert not slug_ok(id)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (("Versions", "All that were"), "Versions. All that were."),
        (("2025 m.", "Atsakė 56."), "2025 m. Atsakė 56."),
        (("Ar padėjo?", "", "Ne"), "Ar padėjo? Ne."),
        ((), ""),
    ],
)
def test_every_sentence_ends_once(parts: tuple[str, ...], told: str) -> None:
    assert sentences(*parts) == told
