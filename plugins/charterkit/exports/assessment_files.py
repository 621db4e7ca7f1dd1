"""The published points of a self-assessment as files: CSV, a workbook and JSON, with the round before beside them.

Whoever reads them knows no more than whoever reads the pages: both ask the same rules what may be shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Final

from charterkit.exports.csv_file import csv_bytes
from charterkit.exports.download import Download
from charterkit.exports.figures_json import Json, written
from charterkit.exports.sheets import Cell, Column, Number, Row, Sheet
from charterkit.exports.xlsx_file import Properties, xlsx_bytes
from charterkit.model.assessment import Assessment, Finding
from charterkit.model.caf import CRITERIA, CRITERION, FULL, Criterion, Part, Scoring, parts
from charterkit.numbers import rounded
from charterkit.richtext.signs import writable
from charterkit.rules.quality.assessment_rounds import Comparison, comparison
from charterkit.rules.quality.assessments import Sum, band, public_finding, public_scores
from charterkit.rules.standing import Standing
from charterkit.site.pieces import Reader, reader
from charterkit.site.quality import caf_names
from charterkit.site.quality.assessment_pages import files_of_assessment
from charterkit.site.quality.points import DECIMALS, has_public_points, public_points

FORMAT: Final = "charterkit-assessment/1"
# Enough for every mean of four parts.
_EXACT: Final = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """What is told of the whole, a criterion or a sub-criterion; None where the public may not know it."""

    id: str
    name: str
    points: Fraction | None
    most: int = FULL
    before: Fraction | None = None
    parts: Mapping[Part, int] = field(default_factory=dict)
    meaning: str = ""
    not_assessed: str = ""

    @property
    def difference(self) -> Fraction | None:
        """Points gained since the round before."""
        known = self.points is not None and self.before is not None
        return (self.points or Fraction(0)) - (self.before or Fraction(0)) if known else None


class _Told:
    """A self-assessment as its files tell it to a reader."""

    def __init__(self, standing: Standing, id: str, who: Reader) -> None:
        self.one, self.who = standing.publication.assessments[id], who
        self.scores = public_scores(self.one)
        self.findings = {finding.id: finding for finding in self.one.findings}
        earlier = standing.publication.assessments.get(self.one.repeats)
        self.rounds = comparison(self.one, earlier) if earlier is not None else None

    def total(self) -> _Line:
        """All criteria together."""
        total = self.scores.total
        before = _total_before(self.rounds) if self.rounds is not None else None
        name = self.who.words.say("Together")
        if total is None:
            return _Line("", name, None, FULL * len(CRITERIA))
        same = before is not None and before.most == total.most
        return _Line(
            "", name, total.points, total.most, before.points if before is not None and same else None
        )

    def criterion(self, criterion: Criterion) -> _Line:
        """A criterion with its mean."""
        changes = self.rounds.changes if self.rounds is not None else ()
        before = next((one.before for one in changes if one.criterion is criterion), None)
        mean, name = self.scores.of(criterion.id).mean, caf_names.CRITERION[criterion.id]
        return _Line(
            criterion.id,
            self.who.words.say(name),
            mean,
            before=before,
            meaning=self._meaning(criterion, mean),
        )

    def sub(self, sub: str) -> _Line:
        """A sub-criterion with the parts of its score."""
        finding = self.findings.get(sub, Finding(sub))
        found = public_points(self.one, finding)
        points = found[1] if found is not None else None
        shown = public_finding(self.one, finding)
        reason = self.who.plain(shown.not_assessed) if self.one.until is not None else ""
        return _Line(
            sub,
            self.who.words.say(caf_names.SUB[sub]),
            points,
            before=self._before(sub) if points is not None else None,
            parts=dict(found[0].given) if found is not None else {},
            meaning=self._meaning(CRITERION[sub.partition(".")[0]], points),
            not_assessed=writable(reason),
        )

    def _before(self, sub: str) -> Fraction | None:
        if self.rounds is None or self.rounds.obstacles:
            return None
        earlier = self.rounds.before
        found = (public_points(earlier, one) for one in earlier.findings if one.id == sub)
        return next((one[1] for one in found if one is not None), None)

    def _meaning(self, criterion: Criterion, points: Fraction | None) -> str:
        if points is None:
            return ""
        words = caf_names.band_words(self.one.scoring, criterion.panel)
        return self.who.words.say(words[band(points).number - 1])

    def lines(self) -> Iterator[_Line]:
        """The whole, then each criterion with its sub-criteria."""
        yield self.total()
        for criterion in CRITERIA:
            yield self.criterion(criterion)
            yield from map(self.sub, criterion.subs)


def assessment_files(standing: Standing) -> Iterator[Download]:
    """The files of every self-assessment of which points are published."""
    for id, one in standing.publication.assessments.items():
        if has_public_points(one):
            for ending, make in _FORMATS.items():
                yield Download(f"{files_of_assessment(id)}.{ending}", partial(make, standing, id))


def _total_before(rounds: Comparison) -> Sum | None:
    """The total of the round before, where every criterion can be compared."""
    return None if rounds.obstacles or rounds.apart else public_scores(rounds.before).total


def _reader(standing: Standing, lang: str) -> Reader:
    return reader(lang, standing.publication.publisher.reading_order)


def _csv(standing: Standing, id: str, lang: str) -> bytes:
    return csv_bytes(_sheet(standing, id, _reader(standing, lang)), lang)


def _xlsx(standing: Standing, id: str, lang: str) -> bytes:
    who = _reader(standing, lang)
    sheet = _sheet(standing, id, who)
    publisher = who.bare(standing.publication.publisher.name)
    return xlsx_bytes([sheet], Properties(sheet.name, publisher, standing.today))


def _sheet(standing: Standing, id: str, who: Reader) -> Sheet:
    told, say = _Told(standing, id, who), who.words.say
    named = _named(told.one)
    headings = (
        *(say("No."), say("Criterion"), *(say(caf_names.PART[part]) for part in named)),
        *(say("Points"), say("Out of"), say("What it means"), say("Before"), say("Difference")),
        say("Not assessed"),
    )
    rows = tuple(_row(line, named) for line in told.lines())
    return Sheet(writable(who.bare(told.one.title)), tuple(map(Column, headings)), rows)


def _named(one: Assessment) -> tuple[Part, ...]:
    """The parts of the scores, each once; none where a score is one number."""
    if one.scoring is Scoring.CLASSICAL:
        return ()
    return tuple(
        dict.fromkeys(part for criterion in CRITERIA for part in parts(one.scoring, criterion.subs[0]))
    )


def _row(line: _Line, named: tuple[Part, ...]) -> Row:
    given = tuple(_cell(line.parts.get(part)) for part in named)
    return (
        *(line.id or None, line.name, *given, _cell(line.points), Number(Decimal(line.most), 0)),
        *(line.meaning or None, _cell(line.before), _cell(line.difference), line.not_assessed or None),
    )


def _cell(value: Fraction | int | None) -> Cell:
    return None if value is None else Number(rounded(Fraction(value), DECIMALS), DECIMALS)


def _json(standing: Standing, id: str, lang: str) -> bytes:
    who = _reader(standing, lang)
    told, publisher = _Told(standing, id, who), standing.publication.publisher
    one = told.one
    facts: dict[str, Json] = {
        "format": FORMAT,
        "language": lang,
        "as_of": standing.today.isoformat(),
        "publisher": writable(who.bare(publisher.name)),
        "demonstration": publisher.demonstration,
        "licence": publisher.licence or None,
        "id": one.id,
        "title": writable(who.bare(one.title)),
        "body": one.body,
        "model": one.model.value,
        "scoring": one.scoring.value,
        "from": one.since.isoformat(),
        "until": one.until.isoformat() if one.until else None,
        "before": _before(told.rounds),
        "total": _fact(told.total()),
    }
    heads = [f"  {written(key)}: {written(value)}" for key, value in facts.items()]
    criteria = [f"    {written(_criterion(told, criterion))}" for criterion in CRITERIA]
    heads.append('  "criteria": [\n' + ",\n".join(criteria) + "\n  ]")
    return ("{\n" + ",\n".join(heads) + "\n}\n").encode()


def _before(rounds: Comparison | None) -> Json:
    if rounds is None:
        return None
    return {"id": rounds.before.id, "not_comparable": [one.value for one in rounds.obstacles]}


def _criterion(told: _Told, criterion: Criterion) -> Json:
    subs = [
        {
            **_fact(line),
            "parts": {part.value: value for part, value in line.parts.items()},
            "not_assessed": line.not_assessed or None,
        }
        for line in map(told.sub, criterion.subs)
    ]
    return {**_fact(told.criterion(criterion)), "panel": criterion.panel.value, "sub_criteria": subs}


def _fact(line: _Line) -> dict[str, Json]:
    return {
        "id": line.id or None,
        "name": line.name,
        "points": _decimal(line.points),
        "out_of": line.most,
        "band": band(line.points).number if line.points is not None and line.id else None,
        "before": _decimal(line.before),
        "difference": _decimal(line.difference),
    }


def _decimal(value: Fraction | None) -> Decimal | None:
    return None if value is None else rounded(value, _EXACT)


_FORMATS: Final[Mapping[str, Callable[[Standing, str, str], bytes]]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "json": _json,
}
