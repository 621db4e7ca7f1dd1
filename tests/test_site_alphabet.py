"""The order of words in a language's own alphabet."""

from __future__ import annotations

import pytest

from charterkit.site.alphabet import sort_key


@pytest.mark.parametrize(
    ("lang", "ordered"),
    [
        (
            "lt",
            [
                "Ataskaita",
                "Ąžuolas",
                "Balsas",
                "Cirkas",
                "Čekis",
                "Darbas",
                "Išlaidos",
                "Įmonė",
                "Yla",
                "Javai",
            ],
        ),
        ("lt", ["Sala", "Šachmatai", "Tiltas", "Ugnis", "Ūkis", "Valdyba", "Zonos", "Žala"]),
        ("sl", ["Cesta", "Čas", "Dom", "Sestanek", "Šola", "Tabla", "Zima", "Žaga"]),
        ("hu", ["Cukor", "Csomag", "Doboz", "Dzeta", "Dzsungel", "Gáz", "Gyám", "Lap", "Lyuk"]),
        ("hu", ["Orvos", "Öröm", "Pénz", "Sor", "Szabály", "Tej", "Tyúk", "Ugar", "Ügy", "Zene", "Zsír"]),
        ("hu", ["kasza", "kaszinó", "kassza", "kaszt"]),
        ("bg", ["Административни услуги", "Бюджет", "Йод", "Култура", "Щит", "Ютия", "Ясли"]),
        ("en", ["Café", "Call waiting", "Élan", "Emergency", "Zoo"]),
    ],
)
def test_titles_stand_in_the_order_of_the_alphabet(lang: str, ordered: list[str]) -> None:
    jumbled = sorted(ordered, key=lambda title: title[::-1])

    assert sorted(jumbled, key=lambda title: sort_key(title, lang)) == ordered


def test_spaces_come_before_digits_digits_before_letters_and_other_scripts_last() -> None:
    titles = ["Ясли", "Roads", "Road 2", "Roa d", "2 roads"]

    assert sorted(titles, key=lambda title: sort_key(title, "en")) == [
        "2 roads",
        "Roa d",
        "Road 2",
        "Roads",
        "Ясли",
    ]


def test_signs_and_capitals_do_not_move_a_title() -> None:
    assert sort_key("„Pažadas“", "lt")[0] == sort_key("pažadas", "lt")[0]


def test_the_order_of_equal_titles_is_settled() -> None:
    assert sort_key("Kor", "hu") < sort_key("Kór", "hu")
    assert sort_key("Kór", "hu") < sort_key("Kos", "hu")


def test_a_variant_of_a_language_keeps_its_alphabet() -> None:
    assert sort_key("Čekis", "lt-LT") == sort_key("Čekis", "lt")
