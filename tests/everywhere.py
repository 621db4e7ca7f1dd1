"""All that anybody can get of a publication, byte for byte: pages, files to take along, papers, search, feeds."""

from __future__ import annotations

import json
from collections.abc import Callable

from charterkit.exports.downloads import Downloads
from charterkit.exports.paper.documents import Order, papers
from charterkit.exports.paper.frame import Press
from charterkit.model.publication import Publication
from charterkit.rules.standing import standing
from charterkit.site.context import directory
from charterkit.site.render import Renderer
from test_site_sample import TODAY, site

# One with a decimal point, and one with a comma.
LANGUAGES = ("en", "lt")
# Pictures for shared links are set by Typst; they tell of promises alone, and their own tests look at what.
_PICTURES = ".png"

Wanted = Callable[[str], bool]


def everything(
    publication: Publication, lang: str, wanted: Wanted = bool, sheets: tuple[str, ...] = ()
) -> dict[str, bytes]:
    """What is published in a language, by its address; of pages and files only those that are `wanted`.

    Charts and the data for machines stand in the pages. Of papers it is all that their templates are given; `sheets`
    are the kinds of them (none: all).
    """
    known = site(publication)
    renderer = Renderer(known)
    found = {
        page.address: renderer.page(page, lang).encode()
        for page in (*renderer.directory.pages, *renderer.letters(lang))
        if wanted(page.address)
    }
    downloads = Downloads.of(standing(publication, TODAY), renderer)
    for address in downloads.addresses:
        if wanted(address) and not address.endswith(_PICTURES):
            found[address] = downloads.make(address, lang)
    for paper in papers(Press(known, directory(known)), lang, sheets, Order()):
        if wanted(f"paper:{paper.name}"):
            found[f"paper:{paper.name}"] = json.dumps(paper.data, default=str).encode()
    found |= {f"search:{name}": raw for name, raw in renderer.search_files(lang).items()}
    return found
