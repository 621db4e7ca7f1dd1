"""Authored text is data: planted in every field, a script, a template, a formula or an address stays dead words."""

from __future__ import annotations

import csv
import json
import re
import shutil
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from charterkit.data.load import load
from charterkit.data.schema import KINDS, schema, texts
from charterkit.report import as_github, as_json, as_text
from charterkit.rules.check import check
from charterkit.strings import words
from conftest import build, copy_site

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

from exemplary_record import example

TEMPLATE = "{{ 7 * 191 }}{% for x in config %}{{ x }}{% endfor %}{7*191}${7*191}"
MARKUP = "</title></script><script>alert(1)</script><img src=x onerror=alert(1)><!-- ]]> --><b>"
ATTRIBUTE = '" onmouseover="alert(1)" x=\''
PATH = "../../../../etc/passwd file:///etc/passwd \\\\host\\share"
ADDRESS = "javascript:alert(1) data:text/html;base64,PHNjcmlwdD4= vbscript:x"
FORMULA = "=HYPERLINK(1)+cmd|' /C calc'!A0"
LINE = f"{FORMULA} {MARKUP} {ATTRIBUTE} {TEMPLATE} {PATH} {ADDRESS} &lt;script&gt; %s %(x)s {{n}}"
# Long texts refuse HTML and such links; what they let through is planted in them.
RICH = f"{FORMULA} {TEMPLATE} {PATH} \" onmouseover=\"alert(1) 'x' %s **{{bold}}** javascript:alert(1)"

LANGUAGES = {"lt", "en", "sl", "bg", "hu"}
# The quick ones, where the machine has them.
_AS_TEXT: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_AS_DATA: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OUT: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
# The fields of a fee beside each form of it.
FEES = {
    "free": ("free", "title", "when", "legal_basis"),
    "amount": ("amount", "title", "up_to", "currency", "per", "when", "surcharge", "legal_basis"),
    "rule": ("rule", "title", "when", "legal_basis"),
}


class _Page(HTMLParser):
    """Collects what could come alive in a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.alive: list[str] = []
        self.words: list[str] = []
        self.elements: set[str] = set()
        self._in_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        attributes = dict(attrs)
        is_data = attributes == {"type": "application/ld+json"}
        self._in_data = tag == "script" and is_data
        own = str(attributes.get("src", "")).endswith("assets/search.js")
        if tag == "script" and not own and not is_data:
            self.alive.append("script")
        if tag in ("style", "iframe", "object", "embed", "base", "template"):
            self.alive.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc", "formaction"):
                self.alive.append(f"{tag} {name}={value}")
            if name in ("href", "src", "action") and not _is_harmless(value or ""):
                self.alive.append(f"{tag} {name}={value}")

    def updatepos(self, i: int, j: int) -> int:
        """Lines and columns are told of nothing here, and to count them takes a tenth of the time."""
        return j

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        # Data for search engines is no script as long as nothing in it can end it, and it is data.
        if self._in_data and ("<" in data or not isinstance(json.loads(data), dict)):
            self.alive.append("data")
        self._in_data = False


def _is_harmless(address: str) -> bool:
    scheme, colon, _ = address.partition(":")
    return not colon or "/" in scheme or scheme in ("https", "http", "mailto", "tel")


def apart(data: Any) -> Any:
    """The same data with no part in it twice: YAML would write an anchor for it."""
    return json.loads(json.dumps(data))


def _plant(root: Path) -> None:
    # What is sealed is refused once it was touched: without any release the planted words are those that are shown.
    for releases in root.glob("charters/*/releases"):
        shutil.rmtree(releases)
    for file in sorted(root.rglob("*.yml")):
        data = yaml.load(file.read_text(encoding="utf-8"), _AS_TEXT)
        kind = data.get("kind") if isinstance(data, dict) else None
        if kind in KINDS:
            _plant_in_record(file, kind)
    for file in sorted((root / "charters/results").glob("*.csv")):
        _plant_in_words(file)
    for file in sorted((root / "docs").glob("*.md")):
        file.write_text(
            f"# {MARKUP}{TEMPLATE}\n\n{LINE}\n\n[x](javascript:alert(1)) <script>alert(1)</script>\n", "utf-8"
        )
    for file in sorted((root / "standards/procedures").glob("*.md")):
        file.write_text(f"{RICH}\n\n## {RICH}\n\n- {RICH}\n\n### {RICH}\n\n{RICH}\n", "utf-8")


def _plant_in_record(file: Path, kind: str) -> None:
    class Loader(_AS_DATA):
        """Keeps dates as text, as we read them."""

    Loader.yaml_implicit_resolvers = {
        sign: [one for one in found if one[0].endswith((":int", ":float"))]
        for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])
    text = file.read_text(encoding="utf-8")
    data: Any = yaml.load(text, Loader)
    for path, form, found in list(texts(kind, data)):
        if "units" in path:
            continue
        parent = data
        for step in path[:-1]:
            parent = parent[step]
        # A list of its own for each language: the same one twice would be written with signs that records may not have.
        parent[path[-1]] = {
            lang: [LINE[:100]] if form == "words" else LINE if form == "line" else RICH for lang in found
        }
    for source in data.get("legal_basis", ()):
        source["article"] = LINE
    file.write_text(_dumped(data), encoding="utf-8")


def _dumped(data: object) -> str:
    return str(yaml.dump(data, Dumper=_OUT, allow_unicode=True, sort_keys=False))


def _add_a_whole_service(root: Path) -> None:
    """A service with every field that its schema knows, and the place and the class that it names."""
    service = example(schema("service"), "service")
    fee = service["fees"][0]
    only = {form: {key: fee[key] for key in keys if key in fee} for form, keys in FEES.items()}
    service["fees"] = list(only.values())
    service["variants"][0]["fees"] = service["steps"][0]["fees"] = [only["amount"]]
    service["channels"] = [
        {**service["channels"][0], "kind": kind, "at": at}
        for kind, at in (("phone", "+370 1"), ("email", "a@example.org"), ("web", "https://example.org/"))
    ]
    service["suspended"]["until"] = "2099-12-31"
    del service["ended"], service["lineage"], service["clock"]["calendar"]
    del service["no_requirements"]  # the needs are told instead
    service |= {"complexity": "planted-class", "places": ["planted-hall"]}
    ended = {**service, "id": "ended-service", "ended": example(schema("service"), "service")["ended"]}
    for one in ({**service, "id": "whole-service"}, ended):
        _write(root / f"standards/services/{one['id']}.yml", one)
    place = example(schema("publisher"), "publisher")["places"][0]
    place["special"] = [{**place["special"][0], "from": "2099-12-24", "until": "2099-12-26"}]
    _add_entry(root / "charters/publisher.yml", "places", {**place, "id": "planted-hall"})
    one_class = example(schema("methodology"), "methodology")["service_classes"][0]
    _add_entry(root / "standards/methodology.yml", "service_classes", {**one_class, "id": "planted-class"})


def _write(file: Path, data: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        yaml.safe_dump(apart(_in_all_languages(data)), allow_unicode=True, sort_keys=False), encoding="utf-8"
    )


def _in_all_languages(data: Any) -> Any:
    """The data anew (nothing stands in it twice, which would become an anchor), each text in every language."""
    if isinstance(data, list):
        return [_in_all_languages(one) for one in data]
    if not isinstance(data, dict):
        return data
    if data and set(data) <= LANGUAGES:
        return dict.fromkeys(sorted(LANGUAGES), next(iter(data.values())))
    return {key: _in_all_languages(one) for key, one in data.items()}


def _add_entry(file: Path, name: str, entry: object) -> None:
    """Put an entry at the head of a list of the record."""
    added = yaml.safe_dump(apart([_in_all_languages(entry)]), allow_unicode=True, sort_keys=False)
    text = file.read_text(encoding="utf-8")
    assert text.count(f"\n{name}:\n") == 1
    indented = "".join(f"  {line}\n" for line in added.splitlines())
    file.write_text(text.replace(f"\n{name}:\n", f"\n{name}:\n{indented}"), encoding="utf-8")


def _plant_in_words(file: Path) -> None:
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    for row in rows:
        for column in ("reason", "cause", "action", "note"):
            if row.get(column):
                row[column] = RICH
        if "." not in file.stem:  # a file of figures: what was printed and where it is from are free text too
            row["source"] = LINE
            if row.get("state") != "suppressed":  # beside which nothing else is allowed
                row["reported"] = LINE
    with file.open("w", encoding="utf-8", newline="") as opened:
        columns = dict.fromkeys(column for row in rows for column in row) or ["period"]
        writer = csv.DictWriter(opened, list(columns), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    root = copy_site(repository, tmp_path_factory.mktemp("planted") / "municipality")
    _add_a_whole_service(root)
    _plant(root)
    built = build(root)
    assert built.published, as_text(check(load(root)).problems, words("en")) + "\n".join(built.said)
    return root


@pytest.fixture(scope="module")
def pages(planted: Path) -> dict[str, _Page]:
    """Every page of the site, by the path of its file."""
    files = sorted((planted / "site").rglob("*.html"))
    return {file.relative_to(planted).as_posix(): _read(file) for file in files}


def _read(file: Path) -> _Page:
    page = _Page()
    page.feed(file.read_text(encoding="utf-8"))
    # One text takes far less room than its hundreds of pieces.
    page.words = ["".join(page.words)]
    return page


def test_nothing_planted_comes_alive_in_any_page(pages: dict[str, _Page]) -> None:
    alive = {name: page.alive for name, page in pages.items() if page.alive}

    assert alive == {}


def test_what_was_planted_is_really_shown(pages: dict[str, _Page]) -> None:
    for name in (
        "index.html",
        "en/charters/citizens/index.html",
        "hu/charters/citizens/answer-letters/index.html",
    ):
        shown = "".join(pages[f"site/{name}"].words)

        assert "<script>alert(1)</script>" in shown
        assert "{{ 7 * 191 }}" in shown


def test_no_template_is_evaluated(pages: dict[str, _Page]) -> None:
    for name, page in pages.items():
        assert "1337" not in "".join(page.words), name


def test_the_sitemap_stays_sound(planted: Path) -> None:
    text = (planted / "site/sitemap.xml").read_text(encoding="utf-8")

    assert "alert" not in text
    assert ElementTree.fromstring(text).tag.endswith("urlset")


def test_what_is_planted_in_a_service_stands_there_as_words(
    pages: dict[str, _Page],
) -> None:
    told = {name: "".join(page.words) for name, page in pages.items() if "services/" in name}
    whole = told["site/en/services/whole-service/index.html"]

    assert len(told) > 10
    # Every text of the record but those that go into a sentence of ours, and the ended one's reason.
    assert whole.count(FORMULA) > 40
    assert FORMULA in told["site/en/services/ended-service/index.html"]


def test_what_is_planted_in_the_text_of_a_procedure_stands_there_as_words(
    pages: dict[str, _Page],
) -> None:
    page = pages["site/hu/procedures/mobile-library/index.html"]

    # In the text of the page twice more: in the heading that is also an entry of the contents.
    assert "".join(page.words).count("{{ 7 * 191 }}") >= 5


def test_what_is_planted_in_a_timetable_or_a_figure_is_one_line_of_a_calendar_file(planted: Path) -> None:
    files = sorted((planted / "site").rglob("*.ics"))
    texts = [file.read_bytes().decode().replace("\r\n ", "") for file in files]

    assert len(files) > 100
    for text in texts:
        assert "<script>alert(1)</script>" in text
        assert {line.partition(":")[0].partition(";")[0] for line in text.splitlines()} <= {
            *("BEGIN", "END", "VERSION", "PRODID", "X-WR-CALNAME", "UID", "DTSTAMP", "DTSTART", "DTEND"),
            *("SUMMARY", "LOCATION", "DESCRIPTION"),
            # what only the days of publishing have
            *("CATEGORIES", "TRANSP", "ACTION", "TRIGGER"),
        }


def test_nothing_is_written_outside_the_site(planted: Path) -> None:
    assert sorted(path.name for path in planted.iterdir()) == [
        "charters",
        "docs",
        "mkdocs.yml",
        "site",
        "standards",
    ]


@pytest.mark.parametrize("form", [as_text, as_github])
def test_a_planted_value_cannot_begin_a_line_of_a_report(form: Any, municipality: Path) -> None:
    file = municipality / "charters/citizens/charter.yml"
    text = file.read_text(encoding="utf-8").replace(
        "kind: charter", 'kind: "::error::x\\n::warning::y {kind}"'
    )
    file.write_text(text, encoding="utf-8")

    printed = form(check(load(municipality)).problems, words("en"))

    assert "::warning::y" not in [line.strip() for line in printed.splitlines()]
    assert not any(line.startswith("::warning::y") for line in printed.splitlines())


@pytest.mark.parametrize(
    ("kind", "at"), [("web", "javascript:alert(1)"), ("email", "x@y.z?bcc=a@b.c"), ("phone", "1;x")]
)
def test_a_channel_that_is_no_address_is_refused(kind: str, at: str, municipality: Path) -> None:
    file = municipality / "charters/citizens/charter.yml"
    text = re.sub(
        r"kind: phone\n(\s+)at: .*",
        rf"kind: {kind}\n\g<1>at: {at!r}",
        file.read_text(encoding="utf-8"),
        count=1,
    )
    file.write_text(text, encoding="utf-8")

    ids = [
        one.id
        for one in check(load(municipality)).problems
        if one.place.file == "charters/citizens/charter.yml"
    ]

    assert ids in (["address-form"], ["email-form"], ["phone-form"])


def test_json_reports_stay_json(municipality: Path) -> None:
    file = municipality / "charters/citizens/charter.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("kind: charter", f"kind: >-\n  {LINE}"), encoding="utf-8"
    )
    problems = check(load(municipality)).problems

    read = json.loads(as_json(problems, 1, words("lt")))

    assert any(one["details"].get("found", "").startswith("=HYPERLINK") for one in read["problems"])


def test_every_schema_with_texts_was_planted() -> None:
    assert {kind for kind in KINDS if "x-text" in str(schema(kind))} == set(KINDS)


@pytest.mark.parametrize("at", ["javascript:alert(1)", "https://example.org/ onclick=x", "www.example.org"])
def test_a_channel_of_a_service_that_is_no_address_is_refused(at: str, municipality: Path) -> None:
    _add_a_whole_service(municipality)
    file = municipality / "standards/services/whole-service.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("at: https://example.org/", f"at: {at!r}"), "utf-8"
    )

    problems = check(load(municipality)).problems

    assert [one.id for one in problems if one.place.file == "standards/services/whole-service.yml"] == [
        "address-form"
    ]
