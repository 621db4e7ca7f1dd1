"""The published figures of a survey as files, beside its page: a table for spreadsheets, and JSON for programs.

What is hidden on the page is hidden here; a row says so in its column for the state.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import partial

from charterkit.exports.csv_file import csv_bytes
from charterkit.exports.download import Download
from charterkit.exports.figures_json import Json, written
from charterkit.exports.sheets import Cell, Column, Number, Row, Sheet
from charterkit.model.result import Count
from charterkit.model.survey import Survey
from charterkit.numbers import Bound, rounded
from charterkit.rules.quality.survey_figures import Figures
from charterkit.rules.quality.survey_gaps import Asked, asked
from charterkit.rules.quality.survey_public import public_answers
from charterkit.rules.standing import Standing
from charterkit.rules.uncertainty import Interval
from charterkit.site.addresses import survey_file
from charterkit.site.pieces import Reader, reader

FORMAT = "charterkit-survey/1"


def survey_files(standing: Standing) -> Iterator[Download]:
    """The figures of each survey, as CSV and as JSON."""
    for id in standing.publication.surveys:
        yield Download(survey_file(id, "csv"), partial(_csv, standing, id))
        yield Download(survey_file(id, "json"), partial(_json, standing, id))


def _told(standing: Standing, survey: Survey) -> Iterator[tuple[str, Asked, Figures]]:
    answers = public_answers(standing.publication, survey.id)
    if answers is None:
        return
    for group in survey.groups:
        for one in asked(survey, group, answers):
            yield from ((group.id, one, figures) for figures in one.sides.values())


def _reader(standing: Standing, lang: str) -> Reader:
    return reader(lang, standing.publication.publisher.reading_order)


def _csv(standing: Standing, id: str, lang: str) -> bytes:
    survey, who = standing.publication.surveys[id], _reader(standing, lang)
    say = who.words.say
    headings = (
        say("Group"), say("About"), say("Part"), say("Answer"), say("Count"), say("Share"),
        say("Answers"), say("Average"), say("Lower end (95%)"), say("Upper end (95%)"), say("Gap"), say("State"),
    )  # fmt: skip
    rows = [
        row
        for group, one, figures in _told(standing, survey)
        for row in _rows(who, survey, group, one, figures)
    ]
    return csv_bytes(Sheet(who.bare(survey.title), tuple(map(Column, headings)), tuple(rows)), lang)


def _rows(who: Reader, survey: Survey, group: str, one: Asked, figures: Figures) -> Iterator[Row]:
    title, side = who.bare(one.item.title), figures.question.side.value
    named = survey.group(group)
    head: tuple[Cell, ...] = (who.bare(named.title) if named else group, title, side)
    gap = one.gap.gap if one.gap is not None else None
    state = "suppressed" if "" in figures.hidden else ""
    yield (
        *head, "", None, None, _size(figures.n), _number(figures.mean), *_ends(figures.interval()), _number(gap), state,
    )  # fmt: skip
    for answer, share in figures.shares.items():
        count = figures.counts.get(answer)
        number = None if count is None else Number(Decimal(count))
        yield (
            *head,
            answer,
            number,
            _number(share),
            None,
            None,
            *_ends(figures.interval_of(share)),
            None,
            "",
        )
    for answer in sorted(figures.hidden - {""}):
        yield (*head, answer, None, None, None, None, None, None, None, "suppressed")


def _size(n: Count | None) -> Cell:
    if n is None:
        return None
    return Number(n.value) if n.bound is Bound.EXACT else f"{n.bound.sign}{n.value}"


def _number(value: Fraction | None) -> Cell:
    return None if value is None else Number(rounded(value, 2))


def _ends(found: Interval | None) -> tuple[Cell, Cell]:
    return (None, None) if found is None else (_number(found.low), _number(found.high))


def _json(standing: Standing, id: str, lang: str) -> bytes:
    survey, who = standing.publication.surveys[id], _reader(standing, lang)
    publisher = standing.publication.publisher
    head: dict[str, Json] = {
        "format": FORMAT,
        "language": lang,
        "id": survey.id,
        "title": who.bare(survey.title),
        "demonstration": publisher.demonstration,
        "from": survey.since.isoformat() if survey.since else None,
        "until": survey.until.isoformat() if survey.until else None,
        "period": survey.period or None,
        "undated": who.bare(survey.undated) or None,
        "sample": survey.sample.value,
        "modes": [one.value for one in survey.modes],
        "repeats": survey.repeats or None,
        "groups": [
            {"id": one.id, "title": who.bare(one.title), "invited": one.invited, "returned": one.returned}
            for one in survey.groups
        ],
    }
    lines = [f"  {written(key)}: {written(value)}" for key, value in head.items()]
    told = [f"    {written(_question(who, *some))}" for some in _told(standing, survey)]
    lines.append('  "questions": [\n' + ",\n".join(told) + "\n  ]")
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _question(who: Reader, group: str, one: Asked, figures: Figures) -> dict[str, Json]:
    interval = figures.interval()
    return {
        "group": group,
        "item": one.item.id,
        "title": who.bare(one.item.title),
        "part": figures.question.side.value,
        "n": None if figures.n is None else f"{figures.n.bound.sign}{figures.n.value}",
        "average": _decimal(figures.mean),
        "range": None if interval is None else [_decimal(interval.low), _decimal(interval.high)],
        "gap": _decimal(one.gap.gap) if one.gap is not None else None,
        "counts": dict(figures.counts),
        "shares": {answer: _decimal(share) for answer, share in figures.shares.items()},
        "hidden": sorted(figures.hidden),
    }


def _decimal(value: Fraction | None) -> Decimal | None:
    return None if value is None else rounded(value, 2)
