"""Where the site will stand, and what is beside the pages of the records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from charterkit.site.printed import Print


@dataclass(frozen=True, slots=True)
class HandWritten:
    """A page of docs/: its address (as of a `Page`), and by language its title, first paragraph and other text.

    Both texts are bare words; the search finds the page by them.
    """

    address: str
    titles: Mapping[str, str]
    leads: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the site will stand and where its records come from.

    `edit_uri` leads from `repo_url` to the folder of the records, as in `edit/main/`. With `offline` every link
    names `index.html`, so that the site can be opened from disk. `prints` are the PDFs of each language.
    `crest_colours` are those with which the crest is drawn, as `#rrggbb`; none where they cannot be told.
    """

    site_url: str | None = None
    repo_url: str | None = None
    edit_uri: str | None = None
    offline: bool = False
    version: str = ""
    extra_pages: tuple[HandWritten, ...] = ()
    prints: Mapping[str, tuple[Print, ...]] = field(default_factory=dict)
    crest_colours: tuple[str, ...] = ()
