"""What the site does with personal data, in the body's own words."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.site.context import PUBLISHER_FILE, Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.records import contact_facts, source_link


@dataclass(frozen=True, slots=True)
class PrivacyView:
    """What the privacy page shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    text: Piece
    """The body's own words."""
    controller: Piece
    """Who answers for the data."""
    officer: tuple[Fact, ...]
    """How to reach the data protection officer."""
    source: Link | None
    """The way to the file."""


def view(context: Context, page: Page) -> PrivacyView:
    """The privacy page."""
    privacy = context.publication.publisher.privacy
    assert privacy is not None
    return PrivacyView(
        page=PageHead(
            context.say("Privacy"), context.reader.plain(privacy.text, 160), (context.home_link(),)
        ),
        text=context.block(privacy.text),
        controller=context.line(privacy.controller),
        officer=contact_facts(context, privacy.officer),
        source=source_link(context, PUBLISHER_FILE),
    )
