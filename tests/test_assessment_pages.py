"""What the pages, charts and papers of self-assessments show, and what never gets into any of them."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from charterkit.commands import charter
from charterkit.exports.downloads import Downloads
from charterkit.exports.paper.documents import Order, papers
from charterkit.exports.paper.frame import Press
from charterkit.model.assessment import (
    Assessment,
    AssessmentGroup,
    Finding,
    Recognition,
    Score,
    Shown,
    Step,
    Wording,
)
from charterkit.model.caf import SUBS, Edition, Part, Scoring
from charterkit.model.publication import Publication
from charterkit.rules.quality.consensus import Filled
from charterkit.rules.standing import standing
from charterkit.site.context import directory
from charterkit.site.kinds import Kind
from charterkit.site.render import Renderer
from charterkit.text import Text
from test_site_sample import publication, site

TODAY = date(2025, 11, 21)


def text(words: str) -> Text:
    return Text.of({"lt": words, "en": words})


def finding(sub: str, score: Score | None, public: tuple[Shown, ...] | None = None) -> Finding:
    """A finding each of whose texts can be told from every other."""
    lists = [(text(f"{name}-of-{sub.replace('.', '-')}-end"),) for name in ("good", "area", "proof", "idea")]
    return Finding(sub, *lists, score, public=public)


def assessment(*findings: Finding, public: tuple[Shown, ...] = tuple(Shown)) -> Assessment:
    return Assessment(
        "caf-2025",
        text("Self-assessment 2025"),
        Edition.CAF_2020,
        Scoring.CLASSICAL,
        "town",
        date(2025, 1, 13),
        date(2025, 5, 30),
        groups=(AssessmentGroup("staff", text("Staff"), 9),),
        findings=findings,
        public=public,
    )


def with_rounds(*rounds: Assessment) -> Publication:
    return replace(publication(), assessments={one.id: one for one in rounds})


def pages(*rounds: Assessment, lang: str = "en") -> dict[str, str]:
    """Every page of these assessments by its address."""
    renderer = Renderer(site(with_rounds(*rounds)))
    return {
        page.address: renderer.page(page, lang)
        for page in renderer.directory.pages
        if page.kind in (Kind.ASSESSMENT, Kind.CRITERION, Kind.BODY)
    }


def said(html: str) -> str:
    """The words of the main part, with single spaces."""
    main = BeautifulSoup(html, "html.parser").find("main")
    assert main is not None
    return " ".join(main.get_text(" ").split())


OVERVIEW, SIXTH = "quality/assessments/caf-2025/", "quality/assessments/caf-2025/6/"
ONE = assessment(*(finding(sub, Score(consensus=20 + number)) for number, sub in enumerate(SUBS)))


def test_the_overview_has_the_total_the_nine_criteria_and_the_caveat() -> None:
    words = said(pages(ONE)[OVERVIEW])

    # 21.5 + 25.5 + 29 + 33.5 + 38 + 40.5 + 42.5 + 44.5 + 46.5
    assert "321.5 of 900" in words
    assert "Most points: 9. Key results of our work (46.5). Fewest: 1. Leadership (21.5)." in words
    assert "1. Leadership 21.5 It is planned." in words
    assert "they cannot be compared with those of other bodies" in words
    assert "9 people" in words


def test_a_chart_tells_in_words_what_it_draws_and_every_bar_has_the_length_of_its_points() -> None:
    soup = BeautifulSoup(pages(ONE)[OVERVIEW], "html.parser")
    drawing = soup.find("svg", {"role": "img"})
    assert drawing is not None
    bars = [rect["width"] for group in drawing.select("g.chart-column") for rect in group.find_all("rect")]

    assert bars[:2] == ["21.5%", "25.5%"]
    assert "1. Leadership: 21.5; 2. Strategy and planning: 25.5" in drawing.desc.text


def test_the_page_of_a_criterion_has_its_sub_criteria_and_leads_on() -> None:
    found = pages(ONE)
    words = said(found[SIXTH])

    assert "40.5 of 100" in words
    assert "6.1 What citizens say 40.0 of 100" in words
    for kind in ("good", "area", "proof", "idea"):
        assert f"{kind}-of-6-2-end" in words
    links = [str(a["href"]) for a in BeautifulSoup(found[SIXTH], "html.parser").select("main a")]
    assert [link.split("/")[-2] for link in links if "caf-2025/" in link][-8:] == list("12345789")
    assert 'id="sub-6-1"' in found[SIXTH]


def test_the_body_leads_to_its_self_assessment() -> None:
    assert "quality/assessments/caf-2025/" in pages(ONE)["bodies/town/"]


def test_fine_tuned_scores_are_shown_part_by_part() -> None:
    fine = replace(
        assessment(
            finding("1.1", Score(plan=61, do=52, check=33, act=14)),
            finding("6.1", Score(trends=45, targets=20)),
        ),
        scoring=Scoring.FINE_TUNED,
    )
    found = pages(fine)

    assert "Planned: 61.0 Done: 52.0 Checked: 33.0 Adjusted: 14.0 Together: 40.0" in said(
        found[f"{OVERVIEW}1/"]
    )
    assert "Trends: 45.0 Targets: 20.0 Together: 32.5" in said(found[SIXTH])


@pytest.mark.parametrize(("lang", "sign"), [("en", "."), ("lt", ",")])
def test_points_have_one_decimal_everywhere_in_the_sign_of_the_language(lang: str, sign: str) -> None:
    """Whole points, too: on a page, in its chart and on paper no number stands out because it has no decimal."""
    one = replace(ONE, repeats="caf-2023")
    found = pages(BEFORE, one, lang=lang)
    shown = [
        cell.get_text().split()[-1]
        for address in (OVERVIEW, SIXTH)
        for cell in BeautifulSoup(found[address], "html.parser").select("td.num, g.chart-last text, p.number")
    ]
    numbers = [word for word in shown if word != "100" and word != "900"]

    assert len(numbers) > 30
    assert all(re.fullmatch(rf"[+\u2212]?\d+{re.escape(sign)}\d", number) for number in numbers)


def test_steps_say_when_they_were_done_and_which_are_late() -> None:
    steps = (
        Step(1, text("Director"), date(2025, 1, 20), date(2025, 1, 13)),
        Step(4, planned=date(2025, 2, 1), done=date(2025, 2, 9)),
        Step(8, planned=date(2025, 10, 31)),
        Step(9, planned=date(2026, 12, 31)),
        Step(10),
    )
    words = said(pages(replace(ONE, steps=steps))[OVERVIEW])

    assert "2 of the ten steps are done." in words
    assert "Done on 13 January 2025" in words
    assert "Done on 9 February 2025, planned by 1 February 2025" in words
    assert "Late: planned by 31 October 2025" in words
    assert "Planned by 31 December 2026" in words
    assert "Not planned yet" in words


BEFORE = replace(
    ONE, id="caf-2023", since=date(2023, 1, 1), until=date(2023, 6, 1), title=text("Self-assessment 2023")
)


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (BEFORE, "1. Leadership Before: 21.5 Now: 21.5 Difference: 0.0"),
        (BEFORE, "other people assessed"),
        (replace(BEFORE, model=Edition.CAF_2013), "This round follows CAF 2020, the one before CAF 2013."),
        (replace(BEFORE, scoring=Scoring.FINE_TUNED), "scored in different ways"),
        (replace(BEFORE, public=()), "no published points in both rounds"),
        (
            replace(BEFORE, findings=BEFORE.findings[1:]),
            "Not compared, because not the same sub-criteria have published points in both rounds: Leadership.",
        ),
    ],
)
def test_the_round_before_is_compared_or_it_is_said_why_not(before: Assessment, told: str) -> None:
    assert told in said(pages(before, replace(ONE, repeats="caf-2023"))[OVERVIEW])


def test_official_texts_stand_beside_our_own_names_where_the_body_gives_them() -> None:
    one = replace(ONE, wording=(Wording("6", text("Official six")), Wording("6.1", text("Official six one"))))
    words = said(pages(one)[SIXTH])

    assert "Results for citizens Official six" in words
    assert "6.1 What citizens say Official six one" in words


def test_recognition_is_told_with_who_gave_it() -> None:
    given_ = Recognition(text("Label"), text("Centre"), date(2025, 10, 1), text("Well done."))

    assert "Label Centre · 1 October 2025 Well done." in said(
        pages(replace(ONE, recognition=(given_,)))[OVERVIEW]
    )


def test_a_round_under_way_shows_its_plan_and_nothing_that_was_found() -> None:
    found = pages(replace(ONE, until=None, steps=(Step(1),)))

    assert "still under way" in said(found[OVERVIEW])
    assert "Decide and plan" in said(found[OVERVIEW])
    assert SIXTH not in found
    assert "-end" not in found[OVERVIEW]


def everything(one: Assessment) -> str:
    """All that a reader can get of an assessment: pages, charts, papers, the index of the search, downloads."""
    known = site(with_rounds(one))
    renderer = Renderer(known)
    html = [
        renderer.page(page, "en") for page in renderer.directory.pages if page.address.startswith("quality/")
    ]
    body = [renderer.page(page, "en") for page in renderer.directory.pages if page.kind is Kind.BODY]
    press = Press(known, directory(known))
    paper = [json.dumps(one.data, default=str) for one in papers(press, "en", ("assessments",), Order())]
    index = [raw.decode() for raw in renderer.search_files("en").values()]
    downloads = Downloads.of(standing(with_rounds(one), TODAY))
    files = [str(downloads.make(address, "en")) for address in downloads.addresses if "assess" in address]
    return "\n".join((*html, *body, *paper, *index, *files))


FIELDS = st.lists(st.sampled_from(tuple(Shown)), unique=True).map(tuple)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(FIELDS, st.dictionaries(st.sampled_from(("1.1", "6.1", "6.2", "9.1")), st.none() | FIELDS, min_size=1))
def test_a_text_gets_out_only_where_its_field_is_public(
    whole: tuple[Shown, ...], own: dict[str, tuple[Shown, ...] | None]
) -> None:
    one = assessment(
        *(finding(sub, Score(consensus=20), public) for sub, public in own.items()), public=whole
    )
    told = everything(one)
    names = {"good": Shown.STRENGTHS, "area": Shown.AREAS, "proof": Shown.EVIDENCE, "idea": Shown.IDEAS}

    for sub, public in own.items():
        for name, field in names.items():
            is_public = field in (public if public is not None else whole)
            assert (f"{name}-of-{sub.replace('.', '-')}-end" in told) is is_public


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.dictionaries(
        st.sampled_from(("1.1", "1.2", "6.1", "6.2")), st.tuples(st.integers(0, 100), st.booleans())
    )
)
def test_a_hidden_score_changes_nothing_that_anybody_can_get(drawn: dict[str, tuple[int, bool]]) -> None:
    def made(shift: int) -> Assessment:
        return assessment(
            *(
                finding(sub, Score(consensus=score), None)
                if open_
                else finding(sub, Score(consensus=(score + shift) % 101), (Shown.STRENGTHS,))
                for sub, (score, open_) in drawn.items()
            )
        )

    assert everything(made(0)) == everything(made(41))


MARKED = st.lists(
    st.dictionaries(st.sampled_from(SUBS), st.integers(0, 100), min_size=1), min_size=1, max_size=3
)


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """The empty sheets of the demonstration municipality, outside of its records."""
    out = tmp_path_factory.mktemp("assessors") / "sheets"
    asked = [
        "assessment",
        "sheets",
        "caf-2025",
        "--folder",
        str(repository),
        "--out",
        str(out),
        "--lang",
        "en",
    ]
    done = CliRunner().invoke(charter, asked)
    assert done.exit_code == 0, done.output
    return out


def records_of(root: Path) -> dict[str, bytes]:
    folder = root / "charters" / "quality"
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=MARKED)
def test_what_single_assessors_gave_changes_no_record(
    repository: Path, sheets: Path, tmp_path_factory: pytest.TempPathFactory, drawn: list[dict[str, int]]
) -> None:
    """Individual scores go from sheets into the workbook of the meeting and nowhere else: no record, so no page."""
    before, filled = records_of(repository), tmp_path_factory.mktemp("filled")
    for path, scores in zip(sorted(sheets.iterdir()), drawn, strict=False):
        book = load_workbook(path)
        for tab in book.worksheets[1:3]:
            for row in range(3, tab.max_row + 1):
                tab.cell(row, 3).value = scores.get(tab.cell(row, 1).value)
        buffer = io.BytesIO()
        book.save(buffer)
        (filled / path.name).write_bytes(buffer.getvalue())
    out = filled.parent / f"{filled.name}-meeting.xlsx"
    asked = ["assessment", "collect", "caf-2025", str(filled), "--folder", str(repository), "--out", str(out)]
    done = CliRunner().invoke(charter, asked)

    assert done.exit_code == 0, done.output
    assert out.is_file()
    assert records_of(repository) == before


def test_no_kind_of_record_can_hold_the_score_of_a_single_person() -> None:
    """What an assessor gave has no field in a record: only agreed numbers have."""
    assert set(Filled.__dataclass_fields__) & set(Finding.__dataclass_fields__) == set()
    assert {part.value for part in Part} == set(Score.__dataclass_fields__)
    assert not re.search("assessor|individual|person", " ".join(Assessment.__dataclass_fields__))
    assert Fraction(1, 2) not in [value for _, value in Score(consensus=1).given]
