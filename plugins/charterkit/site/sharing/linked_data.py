"""Pages as data of schema.org for search engines: only what the records say, in a block that no text can close."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final
from urllib.parse import urljoin

from charterkit.richtext.signs import writable
from charterkit.site.context import Context, PageHead
from charterkit.site.licences import LICENCES
from charterkit.site.pages import Kind, Page
from charterkit.site.pieces import Piece, words_of
from charterkit.site.releases.approval import release_read
from charterkit.site.sharing.cards import notice
from charterkit.site.sharing.linked_figures import dataset
from charterkit.site.sharing.linked_legislation import legislation
from charterkit.site.sharing.linked_nodes import Node, pruned, site_publisher
from charterkit.site.sharing.linked_services import government_body, government_service

# What could end the block, begin a comment in it, or break a line of a script.
# Home is a step of every trail.
_STEPS: Final = 2
_ESCAPES: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def linked_data(context: Context, head: PageHead, address: str, page: Page | None) -> Piece:
    """The data of the page at an address; blank where there is none. The address of the site has to be known."""
    nodes = [*_main(context, page), *_breadcrumbs(context, head, address)]
    if not nodes:
        return Piece()
    return Piece(as_script({"@context": "https://schema.org", "@graph": nodes}))


def as_script(data: Mapping[str, Any]) -> str:
    """Data as JSON that can stand in a script element whatever its texts hold."""
    text = writable(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    return text.translate(_ESCAPES)


def _main(context: Context, page: Page | None) -> Iterator[Node]:
    describe = _DESCRIBED.get(page.kind) if page is not None else None
    found = describe(context, page) if describe is not None and page is not None else {}
    if found:
        said = notice(context)
        yield pruned({**found, "disambiguatingDescription": said})


def _website(context: Context, page: Page) -> Node:
    publisher = context.publication.publisher
    target = context.absolute("find/") + "?q={search_term_string}"
    return pruned(
        {
            "@type": "WebSite",
            "@id": f"{context.absolute('')}#site",
            "url": context.absolute(""),
            "name": context.reader.bare(publisher.name),
            "inLanguage": context.reader.lang,
            "publisher": site_publisher(context),
            "license": LICENCES.get(publisher.licence, publisher.licence),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": target},
                # The name of the placeholder, in the way that search engines ask for.
                "query-input": "required name=search_term_string",
            },
        }
    )


def _breadcrumbs(context: Context, head: PageHead, address: str) -> Iterator[Node]:
    """The way from the first page to this one; where there is nothing between them, there is nothing to tell."""
    if len(head.trail) < _STEPS:
        return
    own = context.absolute(address)
    steps = [(words_of(link.text), _full(own, link.href)) for link in head.trail]
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": href}
        for place, (name, href) in enumerate((*steps, (head.title, own)), start=1)
    ]
    yield {"@type": "BreadcrumbList", "itemListElement": items}


def _full(own: str, href: str) -> str:
    return urljoin(own, href).removesuffix("index.html")


def _service(context: Context, page: Page) -> Node:
    return government_service(context, context.publication.services[page.key])


def _body(context: Context, page: Page) -> Node:
    return government_body(context, context.directory.body_records[page.key])


def _figures(context: Context, page: Page) -> Node:
    return dataset(context, page.key)


def _charter(context: Context, page: Page) -> Node:
    one = release_read(context, page.key)
    return legislation(context, one) if one is not None else {}


def _version(context: Context, page: Page) -> Node:
    charter, _, version = page.key.partition("/")
    one = context.directory.versions.text(charter, version)
    return legislation(context, one) if one is not None else {}


_DESCRIBED: Final[Mapping[Kind, Callable[[Context, Page], Node]]] = {
    Kind.HOME: _website,
    Kind.SERVICE: _service,
    Kind.BODY: _body,
    Kind.CHARTER: _charter,
    Kind.VERSION: _version,
    Kind.RESULTS: _figures,
    Kind.RESULT: _figures,
}
