"""All that can be printed, by the names that the command line knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from charterkit.exports.paper.actions import actions_paper
from charterkit.exports.paper.assessment import assessment_paper
from charterkit.exports.paper.charter import charter_paper, group_papers
from charterkit.exports.paper.context import paper_context
from charterkit.exports.paper.frame import Press
from charterkit.exports.paper.poster import FORMATS, desks, poster
from charterkit.exports.paper.programme import programme_paper
from charterkit.exports.paper.records import methodology_paper, standards_paper, year_paper
from charterkit.exports.paper.strategy import strategy_paper
from charterkit.exports.paper.survey_report import survey_paper
from charterkit.exports.paper.timetable import timetables
from charterkit.exports.paper.typeset import Paper
from charterkit.model.charter import Charter
from charterkit.site.context import Context


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody wants printed: which charters (none named: all), posters in which second language (blank: none)."""

    charters: tuple[str, ...] = ()
    also: str = ""


Maker: TypeAlias = Callable[[Press, Context, Order], Iterator[Paper]]


def papers(press: Press, lang: str, what: tuple[str, ...], order: Order) -> Iterator[Paper]:
    """The papers of the kinds in `what` (blank: all kinds), in a language."""
    context = paper_context(press.site, press.directory, lang)
    for name, make in KINDS.items():
        if name in what or not what:
            yield from make(press, context, order)


def _charters(context: Context, order: Order) -> Iterator[Charter]:
    for id, charter in context.publication.charters.items():
        if id in order.charters or not order.charters:
            yield charter


def _whole(press: Press, context: Context, order: Order) -> Iterator[Paper]:
    return (charter_paper(press, context, one) for one in _charters(context, order))


def _groups(press: Press, context: Context, order: Order) -> Iterator[Paper]:
    for charter in _charters(context, order):
        yield from group_papers(press, context, charter)


def _standards(press: Press, context: Context, _: Order) -> Iterator[Paper]:
    if context.publication.standards:
        yield standards_paper(press, context)


def _methodology(press: Press, context: Context, _: Order) -> Iterator[Paper]:
    yield methodology_paper(press, context)


def _years(press: Press, context: Context, _: Order) -> Iterator[Paper]:
    return (year_paper(press, context, one) for one in context.directory.years.values())


def _assessments(press: Press, context: Context, _: Order) -> Iterator[Paper]:
    return (assessment_paper(press, context, one) for one in context.publication.assessments.values())


def _actions(press: Press, context: Context, _: Order) -> Iterator[Paper]:
    if context.publication.actions:
        yield actions_paper(press, context)


def _strategy(press: Press, context: Context, _: Order) -> Iterator[Paper]:
    if context.publication.strategy is not None:
        yield strategy_paper(press, context)


def _surveys(press: Press, context: Context, _: Order) -> Iterator[Paper]:
    return (survey_paper(press, context, one) for one in context.publication.surveys.values())


def _programmes(press: Press, context: Context, _: Order) -> Iterator[Paper]:
    return (programme_paper(press, context, one) for one in context.publication.programmes.values())


def _posters(press: Press, context: Context, order: Order) -> Iterator[Paper]:
    is_second = order.also and order.also != context.reader.lang
    second = (paper_context(press.site, press.directory, order.also),) if is_second else ()
    for desk in desks(context):
        found = (poster(press, (context, *second), desk, format) for format in FORMATS)
        yield from (one for one in found if one is not None)


def _timetables(press: Press, context: Context, _: Order) -> Iterator[Paper]:
    return timetables(press, context)


KINDS: Final[Mapping[str, Maker]] = {
    "charter": _whole,
    "group": _groups,
    "standards": _standards,
    "methodology": _methodology,
    "year": _years,
    "assessments": _assessments,
    "actions": _actions,
    "strategy": _strategy,
    "surveys": _surveys,
    "programmes": _programmes,
    "posters": _posters,
    "timetables": _timetables,
}
