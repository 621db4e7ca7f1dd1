"""The years: for each how many promises were in which state, the latest first."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.site.context import Context, PageHead
from charterkit.site.pages import Page
from charterkit.site.results.sides import year_table
from charterkit.site.results.tallies import CountTable


@dataclass(frozen=True, slots=True)
class PeriodsView:
    """What the list of years shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    title: str
    """What the page is called."""
    lead: str
    """What counts in a year."""
    table: CountTable | None
    """The years with their counts."""


def view(context: Context, page: Page) -> PeriodsView:
    """The list of years."""
    title, lead = context.say("Results by year"), what_counts(context)
    trail = (context.home_link(), context.section_link(context.say("Results"), "results/"))
    return PeriodsView(PageHead(title, lead, trail), title, lead, year_table(context))


def what_counts(context: Context) -> str:
    """What counts in a year, and of which day the page is."""
    return context.say(
        "What counts for each promise is the last period that ended in the year and is due. Day shown: {day}.",
        day=context.reader.words.day(context.standing.today),
    )
