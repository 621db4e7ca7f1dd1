"""A document of the sitting as tagged PDF (PDF/UA-1), without a day in it: the same words give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Final

from charterkit.exports.dossier.tree import (
    Block,
    Grid,
    Heading,
    Items,
    Leaflet,
    NewPage,
    Paragraph,
    Runs,
    words_of,
)
from charterkit.exports.paper.typeset import Paper, pdf
from charterkit.richtext.signs import writable
from charterkit.site.printed import Sort

# The template writes no day; Typst asks for one nevertheless.
_NO_DAY: Final = date(2000, 1, 1)

# So many signs of one cell surely fit on a page of the narrowest table; a block takes a line at least.
_FITS: Final = 700
_LINE: Final = 40


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
        "above": [_block(one) for one in leaflet.above],
        "blocks": [_block(one) for one in leaflet.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(level, runs):
            return {"t": "heading", "level": level, "runs": _runs(runs)}
        case Paragraph(runs, style):
            return {"t": "paragraph", "style": style.value, "runs": _runs(runs)}
        case Items(items, start):
            return {"t": "items", "start": start, "items": [[_block(one) for one in item] for item in items]}
        case Grid(head, rows, widths):
            cells = [
                [{"blocks": [_block(one) for one in cell], "whole": _is_short(row)} for cell in row]
                for row in rows
            ]
            return {"t": "grid", "head": [_runs(one) for one in head], "rows": cells, "widths": list(widths)}
        case NewPage():
            return {"t": "new-page"}


def _is_short(row: tuple[tuple[Block, ...], ...]) -> bool:
    """Whether a row fits on a page, so that it need not break over two."""
    return max((sum(_length(one) for one in cell) for cell in row), default=0) < _FITS


def _length(block: Block) -> int:
    match block:
        case Heading() | Paragraph():
            return len(words_of(block.runs)) + _LINE
        case Items():
            return sum(_length(one) for item in block.items for one in item)
    return _FITS


def _runs(runs: Runs) -> list[dict[str, str]]:
    return [{"text": writable(run.text), "look": run.look.value, "href": run.href} for run in runs]
