"""The list of all pages for search engines, each with its other languages."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from charterkit.site.addresses import absolute, prefix_of
from charterkit.site.context import Site
from charterkit.site.shell import alternates

_SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def sitemap(site: Site, addresses: tuple[str, ...]) -> str:
    """sitemap.xml of the pages at these addresses in every language; blank while the site's address is unknown."""
    if not site.settings.site_url:
        return ""
    entries = sorted(_entries(site, site.settings.site_url, addresses))
    return "\n".join(
        ['<?xml version="1.0" encoding="UTF-8"?>', f"<urlset {_SPACES}>", *entries, "</urlset>", ""]
    )


def _entries(site: Site, site_url: str, addresses: tuple[str, ...]) -> Iterator[str]:
    for address in addresses:
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{escape(lang)}" href="{escape(href)}"/>'
            for lang, href in alternates(site, address)
        )
        for lang in site.languages:
            url = absolute(site_url, prefix_of(lang, site.languages), address)
            yield f"<url><loc>{escape(url)}</loc>{others}</url>"
