"""The year in one page: what came of every promise, what was missed and why, what is overdue; made to be printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from charterkit.periods import previous
from charterkit.rules.standing import counted
from charterkit.rules.status import PromiseStatus
from charterkit.rules.years import YearStanding, comparison
from charterkit.site.bodies import gathered
from charterkit.site.context import Context, Fact, Link, PageHead
from charterkit.site.pages import BOARD_ROWS, Page
from charterkit.site.records import brief_contacts
from charterkit.site.results.board import Board
from charterkit.site.results.duties import Late, late_figures, more_late
from charterkit.site.results.sides import year_table
from charterkit.site.results.tallies import (
    CountTable,
    Reasons,
    Tally,
    count_row,
    count_table,
    reasons,
    tally_of_evaluated,
)
from charterkit.site.results.year_lines import Missed, charter_of, missed, year_boards
from charterkit.site.sharing.descriptions import group_description
from charterkit.site.views.periods import what_counts

# About as many promises as fit on one sheet of paper.
_ONE_SHEET: Final = 45
# As many missed promises and overdue figures as the page names; the boards have all.
_MISSED: Final = 30
_OVERDUE: Final = 10
# As many publishing bodies as the page names.
_BODIES: Final = 4
_BROKEN: Final = frozenset({PromiseStatus.PARTLY_MET, PromiseStatus.NOT_MET})


@dataclass(frozen=True, slots=True)
class YearView:
    """What the page of a year shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: str
    """Which year it is."""
    lead: str
    """What counts in a year, and of which day the page is."""
    notes: tuple[str, ...]
    """That the year still runs, that figures are not due yet, that some promises have no figure in it."""
    tally: Tally | None
    """How many promises were in which state; None where there was none."""
    reasons: Reasons | None
    """Why some could not be evaluated."""
    compared: tuple[str, ...]
    """How the year compares with the one before; nothing where that is not told."""
    boards: tuple[Board, ...]
    """Every promise in a line, charter by charter."""
    charters: CountTable | None
    """In place of the lines, where there would be hundreds: the charters with their counts."""
    missed: tuple[Missed, ...]
    """Promises that were not kept, or only partly."""
    more_missed: str
    """How many more there are; blank where all are named."""
    late: tuple[Late, ...]
    """Figures of the year that should have been published, longest overdue first."""
    more_late: str
    """How many more there are; blank where all are named."""
    answers: tuple[Fact, ...]
    """Who answers for the promises."""
    complain: Link
    """The way to the page on complaints."""
    printing: str
    """That the page is longer than one sheet; blank where it is not."""
    others: CountTable | None
    """All years with their counts."""


def view(context: Context, page: Page) -> YearView:
    """The page of a year."""
    standing = context.directory.years[page.key]
    title = context.say("Results of the year: {year}", year=context.reader.words.period(standing.year))
    broken = tuple(one for one in standing.promises if one.status in _BROKEN)
    late = {
        (measure.indicator.id, one.period) for promise in standing.promises for measure, one in promise.late
    }
    overdue = late_figures(context, late)
    is_long = len(standing.promises) > BOARD_ROWS
    trail = (
        context.home_link(),
        context.section_link(context.say("Results"), "results/"),
        context.section_link(context.say("Results by year"), "results/periods/"),
    )
    return YearView(
        page=PageHead(title, group_description(context, title, standing.counts), trail),
        title=title,
        lead=what_counts(context),
        notes=tuple(_notes(context, standing)),
        tally=tally_of_evaluated(context, standing.counts) if standing.promises else None,
        reasons=reasons(context, standing.reasons),
        compared=_compared(context, standing),
        boards=() if is_long else tuple(year_boards(context, standing)),
        charters=_charters(context, standing) if is_long else None,
        missed=tuple(missed(context, one) for one in broken[:_MISSED]),
        more_missed=_more(context, len(broken) - _MISSED),
        late=overdue[:_OVERDUE],
        more_late=more_late(context, len(overdue) - _OVERDUE),
        answers=_answers(context),
        complain=context.section_link(context.say("How to complain"), "complain/"),
        printing=_printing(context, len(standing.promises)),
        others=year_table(context) if len(context.directory.years) > 1 else None,
    )


def _notes(context: Context, standing: YearStanding) -> Iterator[str]:
    words = context.reader.words
    if standing.is_running:
        yield context.say("The year is not over yet.")
    if standing.waiting:
        yield words.count(
            "{n} promise has figures for this year that are not due yet.",
            "{n} promises have figures for this year that are not due yet.",
            standing.waiting,
        )
    if standing.unexpected:
        yield words.count(
            "{n} promise is measured, but has no figure for this year. It counts as not measured.",
            "{n} promises are measured, but have no figure for this year. They count as not measured.",
            standing.unexpected,
        )


def _compared(context: Context, standing: YearStanding) -> tuple[str, ...]:
    earlier = previous(standing.year, context.publication.publisher.year_starts)
    before = context.directory.years.get(earlier.label) if earlier is not None else None
    if before is None:
        return ()
    words, found = context.reader.words, comparison(standing, before)
    if not found.both:
        return (
            context.say(
                "The two years cannot be compared: no promise could be judged in this year and in the year before."
            ),
        )
    sentences = [
        words.count(
            "{n} promise could be judged in this year and in the year before. Kept this year: {kept}. Kept the year before: {before}.",
            "{n} promises could be judged in this year and in the year before. Kept this year: {kept}. Kept the year before: {before}.",
            found.both,
            kept=found.kept,
            before=found.kept_before,
        )
    ]
    if found.alone:
        sentences.append(
            words.count(
                "{n} more promise could be judged in only one of the two years. It cannot be compared.",
                "{n} more promises could be judged in only one of the two years. They cannot be compared.",
                found.alone,
            )
        )
    return tuple(sentences)


def _charters(context: Context, standing: YearStanding) -> CountTable:
    rows = (
        count_row(
            context,
            context.link_to_charter(id),
            counted(one.status for one in ones),
        )
        for id, ones in gathered(standing.promises, charter_of).items()
    )
    return count_table(context, "by-charter", context.say("By charter"), tuple(rows))


def _more(context: Context, number: int) -> str:
    if number <= 0:
        return ""
    return context.reader.words.count(
        "{n} more promise was not kept in full.", "{n} more promises were not kept in full.", number
    )


def _answers(context: Context) -> tuple[Fact, ...]:
    bodies = tuple(dict.fromkeys(one.publisher for one in context.publication.charters.values()))
    known = (context.directory.bodies[id] for id in bodies[:_BODIES] if id in context.directory.bodies)
    links = tuple(
        link for body in known for link in (context.body_link(body.id), *brief_contacts(body.contact))
    )
    more = (context.section_link(context.say("Who we are"), "bodies/"),) if len(bodies) > _BODIES else ()
    return (Fact(context.say("Who answers for it"), (*links, *more)),)


def _printing(context: Context, number: int) -> str:
    if number <= _ONE_SHEET:
        return ""
    return context.reader.words.count(
        "The page covers {n} promise. Printed, it is longer than one sheet of paper.",
        "The page covers {n} promises. Printed, it is longer than one sheet of paper.",
        number,
    )
