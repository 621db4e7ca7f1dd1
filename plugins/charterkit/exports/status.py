"""Every measure of every commitment: target in force, result, status, and why. As text, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from charterkit.data.tables import BODY_COLUMN
from charterkit.exports.sheets import without_formula
from charterkit.rules.standing import MeasureStanding, PromiseStanding, Standing
from charterkit.rules.timeline import Outcome
from charterkit.site.pieces import reader
from charterkit.site.results.figures import Figures, own_units, target_unit, unit_of
from charterkit.site.results.telling import told_verdict
from charterkit.site.results.verdicts import LOOKS, PROMISE_LOOKS
from charterkit.strings import Words


@dataclass(frozen=True, slots=True)
class StatusLine:
    """One measure on one day; the words are in the reader's language, ids and states are not."""

    commitment: str
    number: str
    promise: str
    promise_status: str
    indicator: str
    slice: str
    period: str
    target: str
    target_since: str
    result: str
    status: str
    due: str
    why: str
    slice_name: str
    period_name: str


def status_lines(standing: Standing, words: Words) -> tuple[StatusLine, ...]:
    """A line for each measure in its latest period that is over and due, and one for a promise without measures."""
    publisher, methodology = standing.publication.publisher, standing.publication.methodology
    who = reader(words.lang, publisher.reading_order)
    units = own_units(methodology, words.lang, publisher.reading_order)
    figures = Figures(who, units, publisher.year_starts, standing.today)
    bodies = {id: who.bare(body.name) for id, body in standing.publication.bodies.items()}
    return tuple(line for promise in standing.promises.values() for line in _lines(promise, figures, bodies))


def _lines(promise: PromiseStanding, figures: Figures, bodies: Mapping[str, str]) -> Iterator[StatusLine]:
    if not promise.measures:
        yield _line(promise, figures, bodies)
    for measure in promise.measures:
        yield _line(promise, figures, bodies, measure, measure.current)


def _line(
    promise: PromiseStanding,
    figures: Figures,
    bodies: Mapping[str, str],
    measure: MeasureStanding | None = None,
    outcome: Outcome | None = None,
) -> StatusLine:
    target = outcome.verdict.target if outcome is not None else None
    return StatusLine(
        commitment=promise.commitment.full_id,
        number=promise.commitment.number,
        promise=figures.reader.bare(promise.commitment.title),
        promise_status=promise.status.value,
        indicator=measure.indicator.id if measure is not None else "",
        slice=", ".join(f"{name}={value}" for name, value in measure.measure.only)
        if measure is not None
        else "",
        period=outcome.period.label if outcome is not None else "",
        target=_target(outcome, measure, figures),
        target_since=target.since.isoformat() if target is not None else "",
        result=_result(outcome, measure, figures),
        status=outcome.status.value if outcome is not None else "",
        due=outcome.due.isoformat() if outcome is not None and outcome.due is not None else "",
        why=_why(outcome, measure, figures),
        slice_name=_slice_name(measure, figures, bodies) if measure is not None else "",
        period_name=figures.reader.words.period(outcome.period) if outcome is not None else "",
    )


def _slice_name(measure: MeasureStanding, figures: Figures, bodies: Mapping[str, str]) -> str:
    """What the part is called: a body by its name, others as the indicator names them; blank for the whole."""
    named = (
        (
            measure.indicator.name_of(column, value),
            bodies.get(value) if column == BODY_COLUMN else None,
            value,
        )
        for column, value in measure.measure.only
    )
    return ", ".join(figures.reader.bare(name) if name else body or value for name, body, value in named)


def _target(outcome: Outcome | None, measure: MeasureStanding | None, figures: Figures) -> str:
    if outcome is None or measure is None or outcome.verdict.target is None:
        return ""
    return figures.target(outcome.verdict.target, target_unit(measure.indicator), outcome.period)


def _result(outcome: Outcome | None, measure: MeasureStanding | None, figures: Figures) -> str:
    if outcome is None or measure is None or outcome.figure is None:
        return ""
    return figures.figure(outcome.figure, unit_of(measure.indicator), outcome.verdict.target)


def _why(outcome: Outcome | None, measure: MeasureStanding | None, figures: Figures) -> str:
    say = figures.reader.words.say
    if measure is None:
        return say("The promise has no measure.")
    if outcome is None:
        return say("No period is over and due yet.")
    return told_verdict(figures, outcome, measure.indicator)


def as_csv(lines: Iterable[StatusLine]) -> str:
    """One line a measure, for spreadsheets; a text that begins like a formula gets an apostrophe before it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(StatusLine.__dataclass_fields__)
    writer.writerows([without_formula(cell) for cell in asdict(line).values()] for line in lines)
    return buffer.getvalue()


def as_json(standing: Standing, lines: Iterable[StatusLine]) -> str:
    """The same for programs, with the day and the counts of every state."""
    counts = standing.counts()
    facts = {
        "date": standing.today.isoformat(),
        "counts": {status.value: n for status, n in counts.by_status.items()},
        "kept": counts.kept,
        "evaluated": counts.evaluated,
        "all": counts.all,
        "measures": [asdict(line) for line in lines],
    }
    return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def as_text(standing: Standing, words: Words) -> str:
    """The same to be read: a block a promise, its measures indented below it."""
    lines = status_lines(standing, words)
    blocks = [words.say("As of {day}", day=words.day(standing.today))]
    for promise in standing.promises.values():
        own = [line for line in lines if line.commitment == promise.commitment.full_id]
        blocks.append(_block(promise, own, words))
    return "\n\n".join(blocks) + "\n"


def _block(promise: PromiseStanding, lines: Iterable[StatusLine], words: Words) -> str:
    commitment = promise.commitment
    title = next(iter(lines)).promise
    text = [
        f"{commitment.number}  {title} ({commitment.full_id}): {words.say(PROMISE_LOOKS[promise.status].word)}"
    ]
    for line, measure in zip(lines, promise.measures, strict=False):
        status = words.say(LOOKS[measure.current.status].word) if measure.current is not None else "–"
        period = words.period(measure.current.period) if measure.current is not None else "–"
        text.append(f"    {line.indicator}, {period}: {status}")
        text += [f"        {words.say('Target')}: {line.target}"] if line.target else []
        text += [f"        {words.say('Result')}: {line.result}"] if line.result else []
        text.append(f"        {line.why}")
    return "\n".join(text)
