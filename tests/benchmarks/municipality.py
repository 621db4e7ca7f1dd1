"""An invented municipality of any size: the same number of promises always gives the same files.

To every promise belong half an indicator (with eight quarters of results) and a fifth of a standard, as large
as real ones: the file of a promise has two to three kilobytes in three languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

import texts
from texts import LANGUAGES, Said, filled, joined

GROUP_SIZE: Final = 50
PER_STANDARD: Final = 5
PER_INDICATOR: Final = 2
QUARTERS: Final = ("2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3")
_RELEASED: Final = ("2024-01-22", "2024-04-22", "2024-07-22", "2024-10-22")
_RELEASED_LATER: Final = ("2025-01-22", "2025-04-22", "2025-07-22", "2025-10-22")
TODAY: Final = "2025-11-21"
NO_MORE: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Promise:
    """Everything that the page of a promise says, before any tool makes a page of it; counted from 1."""

    n: int

    @property
    def id(self) -> str:
        """Its id, also the name of its file."""
        return f"promise-{self.n:05d}"

    @property
    def group(self) -> int:
        """Its chapter, from 1."""
        return (self.n - 1) // GROUP_SIZE + 1

    @property
    def number(self) -> str:
        """Its number in the charter."""
        return f"{self.group}.{(self.n - 1) % GROUP_SIZE + 1}"

    @property
    def title(self) -> Said:
        """Its title: a service in a place."""
        return _title(self.n)

    @property
    def days(self) -> int:
        """How many working days are promised."""
        return 5 + self.n % 23

    @property
    def target(self) -> int:
        """How many of 100 cases must be in time."""
        return 88 + self.n % 7

    @property
    def standard(self) -> int:
        """The number of its standard, from 1."""
        return (self.n - 1) // PER_STANDARD + 1

    @property
    def indicator(self) -> int:
        """The number of its indicator, from 1."""
        return (self.n - 1) // PER_INDICATOR + 1

    def said(self, words: Said) -> Said:
        """The words with what is particular to this promise."""
        more, cases = 5 + self.n % 10, 400 + self.n
        shared = {
            "days": self.days,
            "more": more,
            "target": self.target,
            "cases": cases,
            "number": self.number,
        }
        lt, en, sl = (one.format(title=title, **shared) for one, title in zip(words, self.title, strict=True))
        return lt, en, sl


def _title(n: int) -> Said:
    place = f"{texts.STEMS[n // 20 % 10]}{texts.ENDINGS[n // 200 % 10]}"
    return joined(texts.SERVICES[n % 20], place if n < 2000 else f"{place} {n // 2000 + 1}")


def figures(indicator: int) -> tuple[tuple[str, int, int], ...]:
    """The results of an indicator: period, cases in time, all cases. Every fourth misses its last quarter."""
    rows = []
    for index, period in enumerate(QUARTERS):
        every = 300 + (indicator * 37 + index * 11) % 500
        missed = indicator % 4 == 0 and index == len(QUARTERS) - 1
        rows.append((period, every * (80 if missed else 97) // 100, every))
    return tuple(rows)


def write(root: Path, promises: int, more_languages: Mapping[str, str] = NO_MORE) -> int:
    """Write the municipality's folder; how many record and results files it has.

    Of `more_languages` (codes and names) the site gets pages too; authored texts stand there in another language.
    """
    files = dict(_files(promises, more_languages))
    _put(root, files)
    _put(root, _site(more_languages))
    return len(files)


def _put(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _files(promises: int, more_languages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    groups = Promise(promises).group
    yield "charters/publisher.yml", _publisher(more_languages)
    yield "charters/citizens/charter.yml", _charter(groups)
    yield "standards/methodology.yml", "kind: methodology\n" + _text("title", texts.HEADINGS[4])
    for n in range(1, promises + 1):
        one = Promise(n)
        yield f"charters/citizens/commitments/{one.id}.yml", _commitment(one)
    for n in range(1, Promise(promises).standard + 1):
        yield f"standards/quality/standard-{n:05d}.yml", _standard(n)
    for n in range(1, Promise(promises).indicator + 1):
        yield f"standards/indicators/share-{n:05d}.yml", _indicator(n)
        yield from _results(n)


def _text(field: str, said: Said, indent: int = 0) -> str:
    space = " " * indent
    lines = [f"{space}{field}:\n"]
    for lang, words in zip(LANGUAGES, said, strict=True):
        lines.append(f"{space}  {lang}: >-\n{space}    {words}\n")
    return "".join(lines)


def _publisher(more_languages: Mapping[str, str]) -> str:
    name: Said = ("Girių rajono savivaldybė", "Giriai District Municipality", "Občina Giriai")
    body = "  - id: {id}\n    type: {id}\n{name}    contact:\n      email: {id}@example.org\n"
    return (
        "kind: publisher\n"
        + _text("name", name)
        + "languages:\n"
        + "".join(f"  - {lang}\n" for lang in (*LANGUAGES, *more_languages))
        + "authoritative:\n  - lt\ntime_zone: Europe/Vilnius\nbodies:\n"
        + body.format(id="municipality", name=_text("name", name, 4))
        + body.format(id="administration", name=_text("name", joined(name, "2"), 4))
        + "licence: CC-BY-4.0\ndemonstration: true\n"
    )


def _charter(groups: int) -> str:
    chapters = (
        f"  - id: chapter-{n}\n" + _text("title", filled(texts.GROUP, n=n), 4) for n in range(1, groups + 1)
    )
    head = "kind: charter\nid: citizens\n" + _text(
        "title", ("Piliečių chartija", "Citizens’ charter", "Listina")
    )
    complaints = "complaints:\n  channels:\n    - kind: email\n      at: complaints@example.org\n"
    within = "  answer_within:\n    value: 10\n    unit: working_days\n"
    covers = "publisher: municipality\ncovers:\n  - administration\n"
    return f"{head}{covers}groups:\n{''.join(chapters)}{complaints}{within}"


def _commitment(one: Promise) -> str:
    return (
        f'kind: commitment\nid: {one.id}\nnumber: "{one.number}"\ngroup: chapter-{one.group}\ndimension: timeliness\n'
        + _text("title", one.title)
        + _text("promise", one.said(texts.PROMISE))
        + _text("conditions", one.said(texts.CONDITIONS))
        + _text("explanation", one.said(texts.EXPLANATION))
        + f"bodies:\n  - administration\nstandards:\n  - standard-{one.standard:05d}\nmeasures:\n"
        + f"  - indicator: share-{one.indicator:05d}\n    standard: standard-{one.standard:05d}\n    targets:\n"
        + f"      - from: 2023-10-01\n        at_least: 80\n      - from: 2025-01-01\n        at_least: {one.target}\n"
        + "redress:\n"
        + _text("remedy", one.said(texts.REMEDY), 2)
        + _text("how", one.said(texts.HOW), 2)
        + "  within:\n    value: 5\n    unit: working_days\n"
    )


def standard_of(n: int) -> Promise:
    """The first promise of a standard: their words are alike."""
    return Promise((n - 1) * PER_STANDARD + 1)


def indicator_of(n: int) -> Promise:
    """The first promise of an indicator: their words are alike."""
    return Promise((n - 1) * PER_INDICATOR + 1)


def _standard(n: int) -> str:
    one = standard_of(n)
    norms = f"norms:\n  - from: 2023-10-01\n    at_most: {one.days}\n    unit: working_days\napplies_to: general\n"
    title, statement = _text("title", one.title), _text("statement", one.said(texts.STATEMENT))
    return f"kind: standard\nid: standard-{n:05d}\ntype: time\n{title}{statement}{norms}"


def _indicator(n: int) -> str:
    one = indicator_of(n)
    return (
        f"kind: indicator\nid: share-{n:05d}\ntype: share\n"
        + _text("title", one.title)
        + _text("definition", one.said(texts.DEFINITION))
        + "unit: percent\ndecimals: 1\ndirection: higher\nnumerator:\n"
        + _text("definition", texts.IN_TIME, 2)
        + "denominator:\n"
        + _text("definition", texts.ALL_CASES, 2)
        + "frequency: quarterly\nstarts: 2023-10-01\ndue_days: 30\nowner:\n  body: administration\n"
        + _text("source", texts.SOURCE)
        + "near: 2\nconfidentiality:\n  persons: false\n"
        + _text("limitations", texts.LIMITS)
    )


def _results(n: int) -> Iterator[tuple[str, str]]:
    dates = (*_RELEASED, *_RELEASED_LATER)
    rows = [
        f"{period},{top},{bottom},{released}\n"
        for (period, top, bottom), released in zip(figures(n), dates, strict=True)
    ]
    yield f"charters/results/share-{n:05d}.csv", "period,numerator,denominator,released\n" + "".join(rows)
    if n % 4 == 0:
        causes = filled(texts.CAUSE, times=2 + n % 3)
        for lang, cause in zip(LANGUAGES, causes, strict=True):
            text = f"period,released,cause\n{QUARTERS[-1]},{dates[-1]},{cause}\n"
            yield f"charters/results/share-{n:05d}.{lang}.csv", text


def _site(more_languages: Mapping[str, str]) -> dict[str, str]:
    names = {"lt": "Lietuvių", "en": "English", "sl": "Slovenščina", **more_languages}
    languages = [
        f"        - {{locale: {lang}, name: {name}, build: true{', default: true' if lang == LANGUAGES[0] else ''}}}\n"
        for lang, name in names.items()
    ]
    settings = (
        f"site_name: Giriai\nsite_url: https://charter.example.org/\n"
        f"theme:\n  name: material\nplugins:\n  - charterkit:\n      today: {TODAY}\n  - i18n:\n"
        "      docs_structure: suffix\n      reconfigure_search: false\n      reconfigure_material: false\n"
        f"      languages:\n{''.join(languages)}"
    )
    return {"mkdocs.yml": settings, **{f"docs/index.{lang}.md": "# Giriai\n" for lang in names}}


def markdown(one: Promise, lang: str) -> str:
    """The page of a promise as a plain Markdown page would say it, with the same texts and figures."""
    at: int = LANGUAGES.index(lang)
    rows = "".join(f"{period} | {top} | {bottom}\n" for period, top, bottom in figures(one.indicator))
    table = f"{texts.COLUMNS[at]}\n--- | --- | ---\n{rows}"
    measured, standard = indicator_of(one.indicator), standard_of(one.standard)
    bodies: Sequence[str] = (
        one.said(texts.CONDITIONS)[at] + "\n\n" + one.said(texts.EXPLANATION)[at],
        table,
        one.said(texts.REMEDY)[at] + "\n\n" + one.said(texts.HOW)[at],
        standard.said(texts.STATEMENT)[at],
        f"{measured.said(texts.DEFINITION)[at]}\n\n- {texts.IN_TIME[at]}\n- {texts.ALL_CASES[at]}\n\n"
        + texts.LIMITS[at],
    )
    sections = (f"## {head[at]}\n\n{body}\n" for head, body in zip(texts.HEADINGS, bodies, strict=True))
    return f"# {one.title[at]}\n\n> {one.said(texts.PROMISE)[at]}\n\n" + "\n".join(sections)
