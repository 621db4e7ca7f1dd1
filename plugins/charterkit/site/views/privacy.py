"""What this site does with personal data, which is nothing, and what the body does, in its own words."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.model.publisher import Privacy
from charterkit.site.context import PUBLISHER_FILE, Context, Fact, Link, PageHead
from charterkit.site.pages import Page
from charterkit.site.pieces import Piece
from charterkit.site.records import contact_facts, source_link, takes_complaints
from charterkit.text import Text


@dataclass(frozen=True, slots=True)
class PrivacyView:
    """What the privacy page shows."""

    page: PageHead
    """Title, description and trail, for the shell."""
    text: Piece
    """The body's own words; blank where it has said nothing."""
    messages: bool
    """Whether the site leads to a form or begins messages for its readers."""
    controller: Piece
    """Who answers for the data."""
    officer: tuple[Fact, ...]
    """How to reach the data protection officer."""
    source: Link | None
    """The way to the file."""


def view(context: Context, page: Page) -> PrivacyView:
    """The privacy page."""
    publication = context.publication
    privacy = publication.publisher.privacy or Privacy(Text.of({}))
    said = context.say(
        "This site sets no cookies, does not follow its readers and loads nothing from other sites."
    )
    return PrivacyView(
        page=PageHead(
            context.say("Privacy"), context.reader.plain(privacy.text, 160) or said, (context.home_link(),)
        ),
        text=context.block(privacy.text),
        messages=takes_complaints(context) or bool(publication.publisher.feedback),
        controller=context.line(privacy.controller),
        officer=contact_facts(context, privacy.officer),
        source=source_link(context, PUBLISHER_FILE),
    )
