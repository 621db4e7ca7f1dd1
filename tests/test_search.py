"""The index of the search: what its words are, where they stand, and how it is cut into files."""

from __future__ import annotations

import gzip
import json
import random
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mkdocs.structure.files import File

from charterkit.engine.handwritten import listed, sources
from charterkit.site.pages import Kind
from charterkit.site.render import Renderer
from charterkit.site.search.chunks import PAGES_IN_A_FILE, files
from charterkit.site.search.entries import LEFT_OUT, entries, texts_of
from charterkit.site.search.index import LEAD, LIKE_TITLE, TEXT, TITLE, Paper, Word, index
from charterkit.site.search.lemmas import lemmas
from charterkit.site.search.synonyms import vocabulary
from charterkit.site.search.words import folded, words_of
from charterkit.strings import words
from searching import LANGUAGES, improving, queries
from test_golden import ministry
from test_site_boards import demonstration
from test_site_sample import site as sample

MOST = 250_000
_PARKING = """# Parking

<div class="x">Where you may *leave* your [car](roads.md).</div>

## Zones

- red: two hours
- blue: all day
"""
KINDS = {"form": 20, "plain": 15, "typo": 10, "synonym": 10, "several": 5}


@pytest.mark.parametrize(
    ("word", "lang", "expected"),
    [
        ("šviestuvų", "lt", "sviestuvu"),
        ("könyvtárból", "hu", "konyvtarbol"),
        ("łódź", "pl", "lodz"),
        ("straße", "de", "strasse"),
        ("щастие", "mk", "shtastie"),
    ],
)
def test_words_are_compared_without_diacritics_and_in_latin_letters(
    word: str, lang: str, expected: str
) -> None:
    assert folded(word, lang) == expected


@pytest.mark.parametrize(
    ("cyrillic", "typed"),
    [
        ("жалба", ("zhalba", "jalba")),
        ("бюджет", ("byudzhet", "bjudzhet", "biudjet")),
        ("басейн", ("baseyn", "basejn", "basein")),
        ("център", ("tsentar", "centar")),
        ("вода", ("voda", "woda")),
    ],
)
def test_bulgarian_is_found_as_people_spell_it_in_latin_letters(
    cyrillic: str, typed: tuple[str, ...]
) -> None:
    assert {folded(spelled, "bg") for spelled in typed} == {folded(cyrillic, "bg")}


def test_a_script_without_spaces_is_read_sign_by_sign() -> None:
    assert words_of("Passport 護照, 2 copies") == ["passport", "護", "照", "2", "copies"]


def test_a_word_is_known_by_its_dictionary_form_and_a_strange_one_by_itself() -> None:
    known = lemmas({"knjižnico", "xyzqw"}, {"knjižnico"}, "sl")

    assert known.of["knjižnico"] == "knjižnica"
    assert known.of["xyzqw"] == "xyzqw"
    assert {"knjižnici", "knjižnicah"} <= set(known.forms["knjižnica"])


def test_what_was_looked_up_before_changes_nothing() -> None:
    before = lemmas({"knjiga", "hiša"}, {"hiša"}, "sl").forms
    lemmas({"knjiga", "hiša"}, {"knjiga"}, "sl")

    assert lemmas({"knjiga", "hiša"}, {"hiša"}, "sl").forms == before


def test_a_word_of_the_vocabulary_is_itself_and_not_a_form_of_another() -> None:
    asked = {"szemét"}

    assert lemmas(asked, asked, "hu").of["szemét"] == "szem"
    assert lemmas(asked, asked, "hu", asked).of["szemét"] == "szemét"


def test_a_language_without_a_dictionary_is_searched_as_it_is_written() -> None:
    found = index((Paper("Skola", "Il-skola tagħna"),), "mt")

    assert {word.forms for word in found} == {("il",), ("skola",), ("taghna",)}


def _word(found: tuple[Word, ...], form: str) -> Word:
    return next(word for word in found if form in word.forms)


def test_a_page_counts_for_a_word_once_at_the_first_place_where_it_stands() -> None:
    papers = (
        Paper("Library card", "Borrow books.", ("The library is closed.",)),
        Paper("Opening hours", "Of libraries.", ("All libraries.",)),
        Paper("Roads", "Potholes are repaired.", ("Not near the library.",)),
    )
    library = _word(index(papers, "en"), "library")

    assert [library.pages[place] for place in (TITLE, LEAD, TEXT)] == [(0,), (1,), (2,)]
    assert "libraries" in library.forms


def test_a_page_is_found_by_the_other_name_of_what_its_title_names() -> None:
    found = index((Paper("Waste collection", "At least twice a month."), Paper("Roads", "Repairs.")), "en")

    assert _word(found, "rubbish").pages[LIKE_TITLE] == (0,)
    assert not any("the" in word.forms for word in found)


def test_a_page_is_found_by_the_names_that_its_author_gave_it_in_any_form() -> None:
    papers = (
        Paper("Waste collection", "At least twice a month.", ("In bags.",), ("wheelie bin", "bag")),
        Paper("Bags and bins", "For rent."),
    )
    found = index(papers, "en")

    assert _word(found, "wheelie").pages[LIKE_TITLE] == (0,)
    assert [_word(found, "bins").pages[place] for place in (TITLE, LIKE_TITLE)] == [(1,), (0,)]
    # A name counts more than the same word in the text, and once.
    assert [_word(found, "bag").pages[place] for place in (TITLE, TEXT, LIKE_TITLE)] == [(1,), (), (0,)]


def test_keywords_are_those_of_the_reader_s_language_and_not_shown() -> None:
    made = demonstration()
    waste = next(one for one in made.site.publication.commitments.values() if one.id == "waste-collection")

    assert waste.keywords.read("en")[0] == "rubbish"
    assert waste.keywords.read("sl")[0] == "smeti"
    assert waste.keywords.read("de") == ()
    assert not any("rubbish" in text.read("en").words for text in texts_of(waste))


def test_every_shipped_language_has_words_of_one_meaning_each_once_in_its_group() -> None:
    for lang in LANGUAGES:
        groups = vocabulary(lang).groups
        assert len(groups) >= 40
        assert all(len(group) == len(set(group)) > 1 for group in groups)


def test_other_names_are_those_of_pages_that_there_are_and_alike_in_every_language() -> None:
    named = {lang: set(vocabulary(lang).pages) for lang in LANGUAGES}

    assert set().union(*named.values()) <= set(Kind)
    assert all(named[lang] == named["en"] for lang in LANGUAGES)
    assert vocabulary("en").pages["strategy"] == ("goals", "objectives")


def test_a_page_of_the_product_is_shown_with_its_sentence_and_found_by_its_other_names() -> None:
    content = demonstration().search_files("en")
    names = [name.removeprefix("find/").removesuffix(".js") for name in content]
    rows = {row[0]: row for name in names if name.startswith("pages/") for row in _data(content, name)}
    words = [row for name in names if name.startswith("words/") for row in _data(content, name)]
    questionnaire = next(row for row in words if row[0].startswith("questionn"))

    assert rows["quality/surveys/"][2] == "What people expect of us, and how they found it."
    assert len(questionnaire[2 + LIKE_TITLE]) >= 3
    # Of versions only the list is found: their texts are not what holds.
    assert not [one for one in rows if re.search("/versions/.", one)]


def _data(content: Mapping[str, bytes], name: str) -> Any:
    text = content[f"find/{name}.js"].decode()
    start = f'charterkit_search("{name}",'
    assert text.startswith(start)
    assert text.endswith(");\n")
    return json.loads(text.removeprefix(start).removesuffix(");\n"))


def test_the_files_of_words_are_cut_by_first_letters_and_the_pages_by_number() -> None:
    many = tuple(
        Word((f"{first}{second}{'x' * n}",), ((n,), (), ()))
        for first in "abc"
        for second in "de"
        for n in range(250)
    )
    content = dict(files(many, [[f"p/{n}/", "T"] for n in range(2 * PAGES_IN_A_FILE + 6)], {"lang": "en"}))
    about = _data(content, "index")

    assert len(about["words"]) > 2
    assert all(len(first) <= 2 for first in about["words"])
    assert about["words"] == sorted(about["words"])
    assert [len(_data(content, f"pages/{n}")) for n in range(3)] == [PAGES_IN_A_FILE, PAGES_IN_A_FILE, 6]
    # "bd" and all its forms stand in one file: the last that begins at it or before.
    number = max(n for n, first in enumerate(about["words"]) if first <= "bd")
    assert sum(row[0].startswith("bd") for row in _data(content, f"words/{number}")) == 250


def test_pages_are_listed_by_their_distance_and_a_common_word_only_counts_its_texts() -> None:
    rare, common = Word(("rare",), ((3, 7), (), (20,))), Word(("common",), ((1,), (), tuple(range(60))))
    rows = _data(dict(files((rare, common), [["a/", "A"]] * 100, {})), "words/0")

    assert ["rare", "", [3, 4], [], [20]] in rows
    assert ["common", "", [1], [], 60] in rows


def test_what_authors_wrote_cannot_end_the_script() -> None:
    content = dict(files((), [["a/", "</script><b>", "\u2028"]], {}))

    assert b"<" not in content["find/pages/0.js"]
    assert "\u2028".encode() not in content["find/pages/0.js"]
    assert _data(content, "pages/0") == [["a/", "</script><b>", "\u2028"]]


def test_a_language_finds_its_own_pages_in_the_order_in_which_people_look_for_them() -> None:
    renderer = Renderer(sample())
    about = _data(renderer.search_files("lt"), "index")
    shown = [row[0] for row in _data(renderer.search_files("lt"), "pages/0")]

    assert about["lang"] == "lt"
    assert [name for name, _, _ in about["sorts"]][:2] == ["Paslauga", "Pažadas"]
    assert sum(count for _, count, _ in about["sorts"]) == about["pages"]
    assert all(address.startswith("services/") for address in shown[: about["sorts"][0][1]])
    assert "find/" not in shown


def test_a_page_that_people_wrote_is_found_by_its_text_and_shown_with_its_first_words(tmp_path: Path) -> None:
    (tmp_path / "parking.en.md").write_text(_PARKING, encoding="utf-8")
    written = sources([File("parking.en.md", str(tmp_path), "site", True)], ("lt", "en"))
    made = sample()
    settings = replace(made.settings, extra_pages=listed(written, ("lt", "en")))
    content = Renderer(replace(made, settings=settings)).search_files("en")
    names = [name.removeprefix("find/").removesuffix(".js") for name in content]
    rows = [row for name in names if name.startswith("pages/") for row in _data(content, name)]
    known = {row[0] for name in names if name.startswith("words/") for row in _data(content, name)}
    shown = next(row for row in rows if row[0] == "parking/")

    assert shown[1:3] == [
        "Parking",
        "Where you may leave your car. · Zones · - red: two hours - blue: all day",
    ]
    assert {"zone", "blue"} <= known


@pytest.mark.parametrize("renderer", [demonstration(), ministry()], ids=["municipality", "ministry"])
def test_every_page_can_be_found_or_is_left_out_for_a_reason(renderer: Renderer) -> None:
    found = {one.address for one in entries(renderer.context("en", 1))}
    pages = [*renderer.directory.pages, *renderer.letters("en")]
    lost = {page.kind for page in pages if page.address not in found}

    # A new kind of page needs entries, or a reason in LEFT_OUT why it has none.
    assert lost <= set(LEFT_OUT)
    assert not {page.kind for page in pages if page.address in found} & set(LEFT_OUT)
    assert all(reason.endswith(".") for reason in LEFT_OUT.values())
    assert found == {page.address for page in pages if page.kind not in LEFT_OUT}


def test_no_kind_of_page_is_forgotten() -> None:
    shown = {page.kind for renderer in (demonstration(), ministry()) for page in renderer.directory.pages}

    assert set(Kind) - shown <= set(LEFT_OUT)


def test_the_first_question_at_5_000_pages_stays_under_250_kb() -> None:
    made = demonstration().site
    context = Renderer(replace(made, languages=("bg",))).context("bg", 1)
    texts = (context.reader.bare(text) for one in entries(context) for text in texts_of(one.record))
    words = [word for text in texts for word in words_of(text)]
    draw = random.Random(5)

    def some(number: int) -> str:
        return " ".join(draw.choices(words, k=number))

    papers = [Paper(some(4), some(18), (some(120),)) for _ in range(5000)]
    pages = [
        [f"charters/citizens/p-{n}/", one.title, one.lead + one.texts[0][:250]]
        for n, one in enumerate(papers)
    ]
    content = files(index(papers, "bg"), pages, {"lang": "bg"})
    size = {name: len(gzip.compress(body, mtime=0)) for name, body in content}
    by_words, by_pages = (
        sorted((size[name] for name in size if part in name), reverse=True) for part in ("words/", "pages/")
    )
    # Ten pages are shown, at worst from ten files. For a word unlike all others up to five more files are asked.
    always = size["find/index.js"] + sum(by_pages[:10])

    assert len(pages) == 5000
    assert len(by_words) > 20
    assert always + sum(by_words[:3]) < MOST
    assert always + sum(by_words[:6]) < MOST


def test_no_page_loads_the_index_by_itself(site: Path) -> None:
    loaded = {
        script
        for file in site.rglob("*.html")
        for script in re.findall(
            r'<script[^>]* src="([^"]+)"|rel="(?:preload|prefetch)"', file.read_text("utf-8")
        )
    }

    assert {script.lstrip("./") for script in loaded} == {
        "assets/search.js",
        "assets/check.js",
    }


def test_all_texts_of_a_record_are_gathered_once() -> None:
    commitment = next(iter(sample().publication.commitments.values()))

    assert commitment.title in texts_of(commitment)
    assert commitment.promise in texts_of(commitment)
    assert len(set(texts_of(commitment))) == len(texts_of(commitment))
    assert texts_of(None) == texts_of("word") == ()


def test_the_index_is_the_same_to_the_byte_in_every_process() -> None:
    program = (
        "from hashlib import sha256; from test_site_sample import site; "
        "from charterkit.site.render import Renderer; "
        "print(sha256(repr(Renderer(site()).search_files('en')).encode()).hexdigest())"
    )
    path = {"PYTHONPATH": ":".join(one for one in sys.path if one)}
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**path, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parent,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(said) == 1


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("en", {"one": "{n} page was found.", "other": "{n} pages were found."}),
        (
            "sl",
            {
                "few": "Najdene so {n} strani.",
                "one": "Najdena je {n} stran.",
                "other": "Najdenih je {n} strani.",
                "two": "Najdeni sta {n} strani.",
            },
        ),
    ],
)
def test_counts_have_every_plural_form_of_the_language(lang: str, forms: dict[str, str]) -> None:
    assert dict(words(lang).forms("{n} page was found.", "{n} pages were found.")) == forms


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sixty_questions_are_asked_in_every_language(lang: str) -> None:
    asked = queries(lang)
    kinds = [query.kind.replace("latin", "plain").replace("other", "plain") for query in asked]

    assert {kind: kinds.count(kind) for kind in kinds} == KINDS
    assert len({query.words for query in asked}) == 60


@pytest.mark.parametrize("lang", LANGUAGES)
def test_twelve_more_are_asked_about_how_a_body_improves(lang: str) -> None:
    asked = improving(lang)

    assert len(asked) == len({query.words for query in (*asked, *queries(lang))}) - 60 == 12
    assert {"form", "typo", "synonym", "several"} < {query.kind for query in asked}


def test_the_pages_that_are_called_right_exist() -> None:
    found = {one.address for one in entries(demonstration().context("en", 1))}
    right = {
        page for lang in LANGUAGES for query in (*queries(lang), *improving(lang)) for page in query.pages
    }

    assert right <= found
