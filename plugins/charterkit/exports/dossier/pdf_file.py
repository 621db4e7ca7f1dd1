"""A document of the sitting as tagged PDF (PDF/UA-1), without a day in it: the same words give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from charterkit.exports.dossier.keeping import kept, stays_whole
from charterkit.exports.dossier.lines import unparted
from charterkit.exports.dossier.rows import fits
from charterkit.exports.dossier.tree import (
    Block,
    Grid,
    Heading,
    Items,
    Leaflet,
    NewPage,
    Paragraph,
    Runs,
)
from charterkit.exports.paper.typeset import Paper, pdf
from charterkit.richtext.signs import writable
from charterkit.site.printed import Sort

# The template writes no day; Typst asks for one nevertheless.
_NO_DAY: Final = date(2000, 1, 1)


def pdf_file(leaflet: Leaflet, fonts: Iterable[Path] = ()) -> bytes:
    """The document as PDF. Raises NotPrinted where a sign has no shape in any font, and TypstMissing."""
    paper = Paper(leaflet.name, "dossier", leaflet.title, as_data(leaflet), leaflet.title, "", Sort.CHARTER)
    return pdf(paper, _NO_DAY, fonts)


def as_data(leaflet: Leaflet) -> dict[str, Any]:
    """The document as the plain data that the template walks."""
    return {
        "lang": leaflet.lang,
        "title": writable(leaflet.title),
        "kicker": writable(leaflet.kicker),
        "body": writable(leaflet.body),
        "head": writable(leaflet.head),
        "foot": writable(leaflet.foot),
        "landscape": leaflet.landscape,
        "titled": leaflet.titled,
        "contents": writable(leaflet.contents),
        "above": _together(leaflet.above, leaflet.landscape),
        "blocks": _together(leaflet.blocks, leaflet.landscape),
    }


def _together(blocks: Sequence[Block], wide: bool) -> list[dict[str, Any]]:
    """The blocks, each with whether the next one begins on the same page."""
    return [{**_block(one, wide), "keep": keep} for one, keep in zip(blocks, kept(blocks), strict=True)]


def _block(block: Block, wide: bool) -> dict[str, Any]:
    match block:
        case Heading(level, runs):
            return {"t": "heading", "level": level, "runs": _runs(runs)}
        case Paragraph(runs, style):
            return {"t": "paragraph", "style": style.value, "runs": _runs(runs)}
        case Items(items, start):
            rows = [[_block(one, wide) for one in item] for item in items]
            return {"t": "items", "start": start, "items": rows, "whole": stays_whole(block)}
        case Grid():
            return _grid(block, wide)
        case NewPage():
            return {"t": "new-page"}


def _grid(block: Grid, wide: bool) -> dict[str, Any]:
    rows = []
    for row in block.rows:
        whole = fits(block, row, wide=wide)
        rows.append([{"blocks": [_block(one, wide) for one in cell], "whole": whole} for cell in row])
    return {
        "t": "grid",
        "head": [_runs(one) for one in block.head],
        "rows": rows,
        "widths": list(block.widths),
        "part": block.part,
        "right": list(block.right),
    }


def _runs(runs: Runs) -> list[dict[str, str]]:
    return [{"text": writable(run.text), "look": run.look.value, "href": run.href} for run in unparted(runs)]
