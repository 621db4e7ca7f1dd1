"""The PDFs that stand beside the pages of a site: made all at once, before the pages that say how large they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from charterkit.exports.paper.documents import Order, papers
from charterkit.exports.paper.frame import Press
from charterkit.exports.paper.typeset import pdf, prove
from charterkit.site.printed import Print


@dataclass(frozen=True, slots=True)
class Printed:
    """The PDFs of a site: what pages need to know of them, and their bytes by address, both by language."""

    prints: Mapping[str, tuple[Print, ...]] = field(default_factory=dict)
    files: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)


def print_all(press: Press, fonts: Iterable[Path] = ()) -> Printed:
    """Every paper in every language of the site, posters in one language each. Raises Fault."""
    prove_crest(press)
    folders = tuple(fonts)
    made = {lang: tuple(_made(press, lang, folders)) for lang in press.site.languages}
    return Printed(
        {lang: tuple(one for one, _ in found) for lang, found in made.items()},
        {lang: {one.address: data for one, data in found} for lang, found in made.items()},
    )


def prove_crest(press: Press) -> None:
    """See whether the crest can be drawn, before anything is printed. Raises CrestUnreadable, TypstMissing."""
    if press.crest is not None:
        prove(press.crest.as_data(), press.crest.file, press.site.standing.today)


def _made(press: Press, lang: str, fonts: tuple[Path, ...]) -> Iterator[tuple[Print, bytes]]:
    for paper in papers(press, lang, (), Order()):
        data = pdf(paper, press.site.standing.today, fonts)
        yield paper.printed(len(data)), data
