"""The list of all pages for search engines, each with its other languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from charterkit.site.addresses import absolute, prefix_of
from charterkit.site.context import Site
from charterkit.site.pages import Page
from charterkit.site.shell import alternates

_SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def sitemap(site: Site, pages: Iterable[Page], of_language: Mapping[str, Iterable[Page]]) -> str:
    """sitemap.xml of pages that all languages have, of the hand-written ones, and of those that only one language has;
    blank while the site's address is unknown."""
    url = site.settings.site_url
    if not url:
        return ""
    addresses = [*(page.address for page in pages), *(one.address for one in site.settings.extra_pages)]
    alone = (_entry(site, url, lang, one.address) for lang, own in of_language.items() for one in own)
    entries = sorted((*_entries(site, url, addresses), *alone))
    return "\n".join(
        ['<?xml version="1.0" encoding="UTF-8"?>', f"<urlset {_SPACES}>", *entries, "</urlset>", ""]
    )


def _entries(site: Site, site_url: str, addresses: Iterable[str]) -> Iterator[str]:
    for address in addresses:
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{escape(lang)}" href="{escape(href)}"/>'
            for lang, href in alternates(site, address)
        )
        for lang in site.languages:
            yield _entry(site, site_url, lang, address, others)


def _entry(site: Site, site_url: str, lang: str, address: str, others: str = "") -> str:
    url = absolute(site_url, prefix_of(lang, site.languages), address)
    return f"<url><loc>{escape(url)}</loc>{others}</url>"
