"""The main part of one page of each kind, kept as text: `make golden` rewrites it, and the difference is read.

Of the demonstration municipality, or of the sample publication where a page should show every field; in Lithuanian and
English. The shell around the pages is tested elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest

from charterkit.data.load import load
from charterkit.rules.check import check
from charterkit.site.context import Site
from charterkit.site.render import Renderer
from test_site_sample import site as sample_site

GOLDEN: Final = Path(__file__).parent / "golden"
# One page of each kind, and what anybody must be able to read there in English: a figure or the word of a status.
PAGES: Final = {
    "home": ("", "16 <small>of 28</small>"),
    "charters": ("charters/", "Citizens’ Charter of Giriai District Municipality"),
    "charter": ("charters/citizens/", "15 promises are kept in full."),
    "charter_about": ("charters/citizens/about/", "Whom it covers, what it rests on"),
    "badges": ("charters/library/badges/", "The picture always shows the latest state."),
    "commitment": (
        "charters/citizens/answer-letters/",
        "The target (at least 95%) was met, with 1.8 percentage points to spare.",
    ),
    "commitment-unmeasured": ("charters/citizens/welcome-everyone/", "<span>Not measured</span>"),
    "versions": ("charters/citizens/versions/", "1 January 2022 – 31 December 2024"),
    "version": ("charters/library/versions/2025/", "These are the sealed files, byte for byte."),
    "version_chapter": (
        "charters/citizens/versions/2019/group-general/",
        "You get our answer to a letter or an e-mail within 26 working days",
    ),
    "version_changes": (
        "charters/citizens/versions/2025/changes/",
        "What changed from version 2022 to version 2025",
    ),
    "consultation": (
        "charters/citizens/consultation/",
        "Old target: at most 15 minutes. New target: at most 10 minutes.",
    ),
    "standards": ("standards/", "at most 16 working days"),
    "standard": ("standards/written-requests/", "May be extended by at most 10 working days."),
    "calendar": ("calendars/lt/", "Christmas Day"),
    "procedures": ("procedures/", "Procedure of the mobile library"),
    "procedure": ("procedures/mobile-library/", "26 Nov 2025"),
    "results": ("results/", "That is 67% of the 24 promises that could be judged."),
    "result": ("results/letters-answered-in-time/", "765 of 790"),
    "side": ("results/bodies/library/", "99.2%"),
    "periods": ("results/periods/", "2025 (so far)"),
    "year": ("results/years/2024/", "16 <small>of 20</small>"),
    "quality": ("quality/", "7 of 8 figures that had to move by now became better."),
    "actions": ("quality/actions/", "2 actions are overdue."),
    "action": ("quality/actions/spring-contractor/", "at most 7 working days"),
    "said": ("quality/said-and-did/", "We opened a fourth window."),
    "strategy": ("quality/strategy/", "Everything is done and measured again: 1 of 4 goals."),
    "surveys": ("quality/surveys/", "431 of 900 people asked answered (47.9%)."),
    "survey": ("quality/surveys/service-2025/", "Where expectation and experience lie furthest apart"),
    "survey_group": ("quality/surveys/service-2025/clients/", "cannot be told apart"),
    "questionnaire": (
        "quality/surveys/service-2025/questionnaire/",
        "Answers from 1 (not at all) to 5 (very much).",
    ),
    "survey_method": ("quality/surveys/service-2025/method/", "Everybody was asked"),
    "methodology": ("methodology/", "<span>Nearly met</span>"),
    "indicator": ("methodology/letters-answered-in-time/", "a miss by no more than 2 percentage points"),
    "ways": ("ways/", "Birth of a child"),
    "way": ("ways/phone/", "By telephone"),
    "changes": ("changes/", "November 2025: 9.5 working days"),
    "assessment": ("quality/assessments/caf-2025/", "340.5 <small>of 900</small>"),
    "criterion": ("quality/assessments/caf-2025/5/", "40.8 <small>of 100</small>"),
    "find": ("find/", "Choose the letter with which its title begins."),
    "letter": ("find/a/", "Answering the telephone"),
    "bodies": ("bodies/", "4 of 6 promises are kept."),
    "body": ("bodies/library/", "They are not counted above."),
    "complain": ("complain/", "10 working days"),
    "contact": ("contact/", "+370 000 00 010"),
    "accessibility": ("accessibility/", "EN 301 549 V3.2.1"),
    "privacy": ("privacy/", "This site sets no cookies"),
    "words": ("words/", "<span>Nearly met</span>"),
    "handwritten": ("about/", "invented"),
}
LANGUAGES: Final = {"lt": "", "en": "en/"}
# Pages of the sample publication, whose records have every field.
SAMPLE: Final = {
    "services": ("services/", "For citizens and for other public bodies"),
    "service": ("services/birth/", "At most 3 working days and 9 minutes"),
}
# Pages of the ministry that leads a programme of many bodies.
MINISTRY: Final = {
    "programme": ("", "6 bodies are behind as of 21 November 2025."),
    "wave": ("second/", "late by 7 days so far"),
    "replies": ("replies/", "4 have not answered: that is not a no."),
    "member": ("bodies/region-gornja-meglica/", "late by 84 days so far"),
}
MINISTRY_LANGUAGES: Final = ("sl", "en")
CASES: Final = [(kind, lang) for kind in PAGES for lang in LANGUAGES]
SAMPLE_CASES: Final = [(kind, lang) for kind in SAMPLE for lang in LANGUAGES]
MINISTRY_CASES: Final = [(kind, lang) for kind in MINISTRY for lang in MINISTRY_LANGUAGES]

_BLOCKS: Final = frozenset(
    [
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_VOID: Final = frozenset(["br", "circle", "hr", "img", "input", "path"])


class _Indented(HTMLParser):
    """Writes HTML with every block on a line of its own, so that a difference shows what changed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.lines: list[str] = []
        self._open: list[str] = []
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._break()
        self._text += self.get_starttag_text() or ""
        if tag in _BLOCKS:
            self._break()
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._break()
            self._open.pop()
        if tag not in _VOID:
            self._text += f"</{tag}>"
        if tag in _BLOCKS:
            self._break()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._text += self.get_starttag_text() or ""

    def handle_data(self, data: str) -> None:
        self._text += re.sub(r"\s+", " ", data)

    def handle_entityref(self, name: str) -> None:
        self._text += f"&{name};"

    def handle_charref(self, name: str) -> None:
        self._text += f"&#{name};"

    def _break(self) -> None:
        if text := self._text.strip(" "):
            self.lines.append("  " * len(self._open) + text)
        self._text = ""


def main_part(html: str) -> str:
    """The main part of a page, indented."""
    found = re.search(r"<main .*?</main>", html, re.DOTALL)
    assert found, "no main part"
    parser = _Indented()
    parser.feed(found[0])
    parser.close()
    return "\n".join(parser.lines) + "\n"


def golden_name(kind: str, lang: str) -> str:
    """The name of a kept page."""
    return f"{kind}.{lang}.html"


def page_of_the_sample(kind: str, lang: str) -> str:
    """A page of the sample publication."""
    renderer = Renderer(sample_site())
    address, _ = SAMPLE[kind]
    return renderer.page(next(page for page in renderer.directory.pages if page.address == address), lang)


@cache
def ministry() -> Renderer:
    """The site of the demonstration ministry."""
    root = Path(__file__).parent / "examples/demonstration-ministry"
    checked = check(load(root), date(2025, 11, 21))
    assert checked.publication is not None
    assert checked.standing is not None
    return Renderer(Site(checked.publication, checked.standing, checked.publication.publisher.languages))


def page_of_the_ministry(kind: str, lang: str) -> str:
    """A page of the demonstration ministry."""
    address = f"quality/programmes/better-together/{MINISTRY[kind][0]}"
    return ministry().page(next(page for page in ministry().directory.pages if page.address == address), lang)


@pytest.fixture
def compare(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the one that is kept, or keep it with --golden-update."""

    def against(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--golden-update"):
            GOLDEN.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")

        assert path.is_file(), f"{name} is not kept yet: run `make golden`"
        assert text == path.read_text(encoding="utf-8"), (
            f"{name} changed: run `make golden`, read the difference"
        )

    return against


@pytest.mark.parametrize(("kind", "lang"), CASES)
def test_a_page_is_as_it_was(site: Path, compare: Callable[[str, str], None], kind: str, lang: str) -> None:
    address, _ = PAGES[kind]
    html = (site / LANGUAGES[lang] / address / "index.html").read_text(encoding="utf-8")

    compare(golden_name(kind, lang), main_part(html))


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_says_what_it_is_for(site: Path, kind: str) -> None:
    address, said = PAGES[kind]

    assert said in (site / "en" / address / "index.html").read_text(encoding="utf-8").replace("\u00a0", " ")


@pytest.mark.parametrize(("kind", "lang"), SAMPLE_CASES)
def test_a_page_of_the_sample_is_as_it_was(compare: Callable[[str, str], None], kind: str, lang: str) -> None:
    compare(golden_name(kind, lang), main_part(page_of_the_sample(kind, lang)))


@pytest.mark.parametrize("kind", SAMPLE)
def test_a_page_of_the_sample_says_what_it_is_for(kind: str) -> None:
    assert SAMPLE[kind][1] in page_of_the_sample(kind, "en").replace("\u00a0", " ")


@pytest.mark.parametrize(("kind", "lang"), MINISTRY_CASES)
def test_a_page_of_the_ministry_is_as_it_was(
    compare: Callable[[str, str], None], kind: str, lang: str
) -> None:
    compare(golden_name(kind, lang), main_part(page_of_the_ministry(kind, lang)))


@pytest.mark.parametrize("kind", MINISTRY)
def test_a_page_of_the_ministry_says_what_it_is_for(kind: str) -> None:
    assert MINISTRY[kind][1] in page_of_the_ministry(kind, "en").replace("\u00a0", " ")


def test_no_kept_page_is_unused() -> None:
    assert {path.name for path in GOLDEN.glob("*.html")} == {
        golden_name(kind, lang) for kind, lang in (*CASES, *SAMPLE_CASES, *MINISTRY_CASES)
    }


def test_every_kind_of_page_is_kept(repository: Path) -> None:
    templates = repository / "plugins/charterkit/templates/pages"
    kinds = {path.name.removesuffix(".html.j2") for path in templates.iterdir()}
    # A board part appears only on sites with hundreds of promises; the page of a lost way is no folder.
    elsewhere = {"board", "not_found"}

    assert kinds - elsewhere == {kind.partition("-")[0] for kind in (*PAGES, *SAMPLE, *MINISTRY)}


def test_a_change_of_one_figure_shows_as_one_line() -> None:
    before = main_part(
        '<main id="main"><ul><li>7</li><li>Kept &amp; <b>shown</b></li></ul></main>'
    ).splitlines()
    after = main_part(
        '<main id="main"><ul><li>8</li><li>Kept &amp; <b>shown</b></li></ul></main>'
    ).splitlines()

    assert [line for line in after if line not in before] == ["      8"]
    assert len(before) == len(after)
