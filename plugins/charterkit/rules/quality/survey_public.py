"""The answers to a survey as the public may know them, whatever else stands in their lines.

Records that give away too much are refused. Should one be shown all the same, in a preview say, this is the door that
everything goes through: behind it a hidden line has no figure, whatever its file holds.
"""

from __future__ import annotations

from dataclasses import replace

from charterkit.model.answers import Answer, Answers
from charterkit.model.publication import Publication
from charterkit.model.result import Count
from charterkit.numbers import Bound


def public_answers(publication: Publication, survey: str) -> Answers | None:
    """What may be shown of the answers to a survey; None where there are none.

    Without a figure is what is said to be hidden, what counts fewer people than may be published, and every answer to
    a question of which either is true as a whole.
    """
    answers = publication.answers.get(survey)
    if answers is None:
        return None
    k = publication.surveys[survey].smallest_count(publication.methodology)
    silent = {line.place for line in answers.lines if not line.answer and _is_hidden(line, k)}
    lines = (_bare(line) if line.place in silent or _is_hidden(line, k) else line for line in answers.lines)
    return Answers.of(survey, tuple(lines), answers.file)


def _is_hidden(line: Answer, k: int) -> bool:
    return line.hidden or _is_small(line.count, k) or _is_small(_people(line.n), k)


def _people(n: Count | None) -> int | None:
    return int(n.value) if n is not None and n.bound is Bound.EXACT else None


def _is_small(number: int | None, k: int) -> bool:
    return number is not None and 0 < number < k


def _bare(line: Answer) -> Answer:
    return replace(line, count=None, share=None, n=None, mean=None, sd=None, hidden=True)
