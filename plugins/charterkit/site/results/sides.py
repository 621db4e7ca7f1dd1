"""The sides from which results can be looked at: a body, a field, a year; each with its way and its counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from charterkit.model.commitment import Dimension
from charterkit.rules.years import YearStanding
from charterkit.site.context import Context, Link
from charterkit.site.pages import BOARD_ROWS, year_address
from charterkit.site.results.tallies import CountRow, CountTable, count_row, count_table
from charterkit.strings import mark

_FIELDS: Final[Mapping[Dimension, str]] = {
    Dimension.TIMELINESS: mark("Being on time"),
    Dimension.ACCESSIBILITY: mark("Accessibility"),
    Dimension.ACCURACY: mark("Accuracy"),
    Dimension.COURTESY: mark("Courtesy"),
    Dimension.INFORMATION: mark("Information"),
    Dimension.PARTICIPATION: mark("Participation"),
    Dimension.RELIABILITY: mark("Reliability"),
    Dimension.SAFETY: mark("Safety"),
    Dimension.ENVIRONMENT: mark("Environment"),
    Dimension.OTHER: mark("Other matters"),
}


def field_name(context: Context, field: Dimension) -> str:
    """What a side of quality is called."""
    return context.say(_FIELDS[field])


def body_results_link(context: Context, body: str) -> Link:
    """The name of a body, leading to its results board."""
    return context.link(context.directory.bodies[body].name, f"results/bodies/{body}/")


def field_link(context: Context, field: Dimension) -> Link:
    """The name of a side of quality, leading to its results board."""
    return Link(field_name(context, field), context.links.to(f"results/fields/{field}/"))


def year_link(context: Context, standing: YearStanding, anchor: str = "") -> Link:
    """The name of a year, leading to its page; while figures are still to come it says so."""
    words, year = context.reader.words, standing.year
    name = words.period(year)
    if standing.waiting:
        name = context.say("{year} (so far)", year=name)
    return Link(name, context.links.to(year_address(year)) + anchor)


def year_links(context: Context, charter: str) -> tuple[Link, ...]:
    """The ways to what came of a charter's promises in each year, the latest first."""
    with_lines = all(len(one.promises) <= BOARD_ROWS for one in context.directory.years.values())
    return tuple(
        year_link(context, one, f"#board-{charter}" if with_lines else "")
        for one in context.directory.years_of.get(charter, ())
    )


def body_table(context: Context) -> CountTable | None:
    """The bodies that promise something, in the publisher's own order: they are not ranked."""
    rows = tuple(_bodies(context))
    return count_table(context, "by-body", context.say("By body"), rows) if rows else None


def field_table(context: Context) -> CountTable | None:
    """The sides of quality that promises are about."""
    found = context.directory.fields
    rows = tuple(
        count_row(context, field_link(context, field), context.standing.counts_of(found[field]))
        for field in Dimension
        if field in found
    )
    return count_table(context, "by-field", context.say("By side of quality"), rows) if rows else None


def year_table(context: Context, limit: int | None = None) -> CountTable | None:
    """The years, the latest first; where some are left out, with the way to all."""
    found = tuple(context.directory.years.values())
    rows = tuple(count_row(context, year_link(context, one), one.counts) for one in found[:limit])
    if not rows:
        return None
    more = None
    if limit is not None:
        more = context.section_link(context.say("All years"), "results/periods/")
    return count_table(context, "by-year", context.say("By year"), rows, more)


def _bodies(context: Context) -> Iterator[CountRow]:
    for id, record in context.directory.body_records.items():
        if record.own:
            counts = context.standing.counts_of(record.own)
            yield count_row(context, body_results_link(context, id), counts)
