"""Veliko Tarnovo: twelve and fifteen questionnaires of a year that nobody names, on pages in Bulgarian and English."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from charterkit.data.load import load
from conftest import REPOSITORY, build

ROOT = REPOSITORY / "tests/examples/veliko-tarnovo"
LANGUAGES = {"bg": "", "en": "en/"}
# Wilson's intervals of 12 of 12 and of 14 of 15, as both languages write them.
INTERVALS = {
    ("h1", "bg"): ("между 75,8% и 100,0%",),
    ("h1", "en"): ("between 75.8% and 100.0%",),
    ("h2", "bg"): ("между 70,2% и 98,8%",),
    ("h2", "en"): ("between 70.2% and 98.8%",),
}
FEW = {
    ("h1", "bg"): "само 12 души: един отговор повече или по-малко променя дела с 8,3 процентни пункта",
    (
        "h1",
        "en",
    ): "Only 12 people answered: a single answer more or less changes a share by 8.3 percentage points",
    ("h2", "bg"): "само 15 души: един отговор повече или по-малко променя дела с 6,7 процентни пункта",
    (
        "h2",
        "en",
    ): "Only 15 people answered: a single answer more or less changes a share by 6.7 percentage points",
}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = build(shutil.copytree(ROOT, tmp_path_factory.mktemp("built") / "veliko-tarnovo"))
    assert built.published, built.said
    return built.folder


def main(site: Path, lang: str, address: str) -> str:
    html = (site / LANGUAGES[lang] / address / "index.html").read_text(encoding="utf-8")
    found = BeautifulSoup(html, "html.parser").find("main")
    assert found is not None
    return " ".join(found.get_text(" ").split())


@pytest.mark.parametrize(("half", "lang"), INTERVALS)
def test_the_page_says_how_little_so_few_answers_tell(town: Path, half: str, lang: str) -> None:
    text = main(town, lang, f"quality/surveys/clients-{half}/clients")

    assert all(one in text for one in INTERVALS[half, lang])
    assert FEW[half, lang] in text
    assert FEW[half, lang] in main(town, lang, f"quality/surveys/clients-{half}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_figures_are_those_that_were_published(town: Path, lang: str) -> None:
    told = {half: main(town, lang, f"quality/surveys/clients-{half}/clients") for half in ("h1", "h2")}
    ninety = {"bg": "93,3%", "en": "93.3%"}[lang]

    assert ninety in told["h2"]
    assert ninety not in told["h1"]
    # How people were chosen is not known, so no range stands beside a share as if it were.
    assert not re.search(r"\(\d+[.,]\d–\d+[.,]\d\)", told["h1"] + told["h2"])


@pytest.mark.parametrize(("lang", "words"), [("bg", "за коя година"), ("en", "does not say of which year")])
def test_the_year_is_said_to_be_unknown_and_stands_nowhere(town: Path, lang: str, words: str) -> None:
    for half in ("h1", "h2"):
        for page in ("", "/clients", "/method", "/questionnaire"):
            text = main(town, lang, f"quality/surveys/clients-{half}{page}")
            assert not re.search(r"\b(19|20)\d\d\b", text), page
        assert words in main(town, lang, f"quality/surveys/clients-{half}")
    assert words in main(town, lang, "quality/surveys")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_promise_and_what_people_said_lead_to_each_other(town: Path, lang: str) -> None:
    promise = town / LANGUAGES[lang] / "charters/questionnaires/ask-clients/index.html"
    group = town / LANGUAGES[lang] / "quality/surveys/clients-h2/clients/index.html"
    for one, other in ((promise, group), (group, promise)):
        links = BeautifulSoup(one.read_text(encoding="utf-8"), "html.parser").select("main a[href]")
        assert other.resolve() in {
            (one.parent / str(link["href"]) / "index.html").resolve() for link in links
        }


def test_no_record_of_it_names_a_year() -> None:
    publication = load(ROOT).publication
    assert publication is not None
    for survey in publication.surveys.values():
        assert (survey.since, survey.until, survey.period, survey.repeats) == (None, None, "", "")
        assert survey.undated
