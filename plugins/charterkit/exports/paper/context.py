"""What the views need when they are read from paper: whole addresses, and verdicts that a template draws itself."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from charterkit.site.addresses import Links, prefix_of
from charterkit.site.context import Context, Directory, FactList, Link, Site
from charterkit.site.pieces import Piece, reader
from charterkit.site.results.figures import Figures, own_units
from charterkit.site.results.verdicts import Badge, badges


def paper_context(site: Site, directory: Directory, lang: str) -> Context:
    """The surroundings of everything that is printed in a language."""
    publication = site.publication
    publisher = publication.publisher
    own = reader(lang, publisher.reading_order)
    units = own_units(publication.methodology, lang, publisher.reading_order)
    return Context(
        site,
        directory,
        own,
        Figures(own, units, publisher.year_starts, site.standing.today),
        badges(own.words, _badge),
        _links(site, lang),
        lru_cache(maxsize=None)(own.words.say),
        _facts,
    )


def _links(site: Site, lang: str) -> Links:
    """Whole addresses; where nobody knows the address of the site, none that leads anywhere."""
    url = site.settings.site_url
    return Links(f"{url.rstrip('/')}/" if url else "", prefix_of(lang, site.languages))


def _badge(badge: Badge) -> Piece:
    return Piece(f'<span data-mark="{badge.mark}" data-hue="{badge.hue}">{escape(badge.word)}</span>')


def _facts(facts: FactList) -> Piece:
    rows = (
        f"<dt>{escape(row.term)}</dt>" + "".join(f"<dd>{_value(value)}</dd>" for value in row.values)
        for row in facts.rows
    )
    return Piece(f"<dl>{''.join(rows)}</dl>")


def _value(link: Link) -> str:
    words = link.text.html if isinstance(link.text, Piece) else escape(link.text)
    return f'<a href="{escape(link.href)}">{words}</a>' if link.href else words
