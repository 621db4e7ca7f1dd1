"""Published figures as a data set of schema.org."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from charterkit.model.result import Row
from charterkit.rules.standing import IndicatorStanding
from charterkit.site.context import Context
from charterkit.site.licences import LICENCES
from charterkit.site.results.take_along import take_along
from charterkit.site.sharing.linked_nodes import Node, organisation, pruned, site_publisher


def dataset(context: Context, indicator: str) -> Node:
    """The figures of an indicator, or (blank) of the whole publication; nothing where there is none."""
    indicators = context.standing.indicators
    chosen = tuple(indicators.values()) if not indicator else (indicators[indicator],)
    rows = [row for standing in chosen for row in _rows(standing)]
    if not rows:
        return {}
    address = f"results/{indicator}/" if indicator else "results/"
    publisher = context.publication.publisher
    return pruned(
        {
            "@type": "Dataset",
            "@id": f"{context.absolute(address)}#figures",
            "url": context.absolute(address),
            **_told(context, indicator),
            "inLanguage": context.reader.words.lang,
            "creator": _creator(context, indicator),
            "publisher": site_publisher(context),
            "license": LICENCES.get(publisher.licence, publisher.licence),
            "temporalCoverage": _coverage(rows),
            "dateModified": _modified(context, rows),
            "variableMeasured": [context.reader.bare(one.indicator.title) for one in chosen]
            if indicator
            else None,
            "distribution": list(_files(context, indicator)),
        }
    )


def _rows(standing: IndicatorStanding) -> Iterator[Row]:
    """The rows that show a figure, of the whole and of its parts."""
    for outcomes in (standing.outcomes, *standing.parts.values()):
        yield from (one.row for one in outcomes if one.row is not None and one.figure is not None)


def _told(context: Context, indicator: str) -> Node:
    if not indicator:
        name = context.reader.bare(context.publication.publisher.name)
        return {
            "name": context.say("Results: {group}", group=name),
            "description": context.say("All published figures of all promises: {name}.", name=name),
        }
    record = context.publication.indicators[indicator]
    return {
        "name": context.reader.bare(record.title),
        "description": context.reader.plain(record.definition),
        "keywords": list(record.keywords.read(context.reader.lang)),
    }


def _creator(context: Context, indicator: str) -> Node | None:
    record = context.publication.indicators.get(indicator)
    body = context.directory.bodies.get(record.owner.body) if record is not None else None
    return organisation(context, body) if body is not None else None


def _coverage(rows: Iterable[Row]) -> str:
    """The first and the last day about which there is a figure, as ISO 8601 writes an interval."""
    periods = [row.period for row in rows]
    first, last = min(one.start for one in periods), max(one.end for one in periods)
    return f"{first.isoformat()}/{last.isoformat()}"


def _modified(context: Context, rows: Iterable[Row]) -> str:
    """The last day on which a figure was published; blank where no day is known."""
    days = [row.released for row in rows if row.released and row.released <= context.standing.today]
    return max(days).isoformat() if days else ""


def _files(context: Context, indicator: str) -> Iterator[Node]:
    part = take_along(context, indicator)
    for file in part.files if part is not None else ():
        yield {
            "@type": "DataDownload",
            "encodingFormat": file.type,
            "contentUrl": context.absolute(file.address),
        }
