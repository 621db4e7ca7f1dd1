"""Adds up the answers of single people to the lines of a survey's figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Context, Decimal
from fractions import Fraction

from charterkit.model.answers import Answer, Answers
from charterkit.model.result import Count
from charterkit.model.survey import ItemType, Survey
from charterkit.numbers import rounded
from charterkit.rules.quality.survey_figures import Question, figures, questions

# What one person said, by question: the codes of the answers that she chose.
Said = Mapping[tuple[str, str], Sequence[str]]

_EXACT = Context(prec=40)


def added_up(survey: Survey, said: Mapping[str, Sequence[Said]]) -> tuple[Answer, ...]:
    """The lines of the figures, group by group; `said` holds what each person of a group answered."""
    people = dict(said)
    for group in survey.groups:
        if group.sum_of and all(part in people for part in group.sum_of):
            people[group.id] = [one for part in group.sum_of for one in people[part]]
    return tuple(
        line
        for group in survey.groups
        if group.id in people
        for one in questions(survey, group)
        for line in _lines(one, people[group.id])
    )


def counted(question: Question, counts: Mapping[str, int], n: int) -> Iterator[Answer]:
    """The lines of a question: as a whole with its average, each answer, of a scale the two best together."""
    place = question.place
    answers = [Answer(place, one, counts.get(one, 0)) for one in question.answers]
    whole = Answer(place, n=Count(Decimal(n)))
    if n:
        told = figures(question, Answers.of(question.survey.id, (whole, *answers)))
        if told.mean is not None:
            sd = None if told.variance is None else rounded(_root(told.variance), 2)
            whole = replace(whole, mean=rounded(told.mean, 2), sd=sd)
    yield whole
    yield from answers
    scale = question.scale
    if question.item.type is ItemType.SCALE and scale is not None:
        best = sum(counts.get(one, 0) for one in scale.answers[-2:])
        yield Answer(place, scale.best_two, best)


def _lines(question: Question, people: Iterable[Said]) -> Iterator[Answer]:
    key = (question.item.id, question.side.value)
    given = [chosen for one in people if (chosen := one.get(key)) is not None]
    counts = Counter(code for chosen in given for code in chosen)
    yield from counted(question, counts, len(given))


def _root(value: Fraction) -> Decimal:
    return _EXACT.sqrt(_EXACT.divide(Decimal(value.numerator), Decimal(value.denominator)))
