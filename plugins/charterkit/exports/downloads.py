"""The files that people can take along, beside the pages: where they stand, and their bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.exports.actions_files import action_files
from charterkit.exports.assessment_files import assessment_files
from charterkit.exports.badges import badges
from charterkit.exports.calendar_file import stop_calendars
from charterkit.exports.cards import cards
from charterkit.exports.done_feed import done_feeds
from charterkit.exports.download import Download
from charterkit.exports.due_calendar import due_calendars
from charterkit.exports.feed import feeds
from charterkit.exports.figures_files import figure_files
from charterkit.exports.programme_files import programme_files
from charterkit.exports.release_feed import release_feeds
from charterkit.exports.survey_files import survey_files
from charterkit.rules.standing import Standing
from charterkit.site.render import Renderer

# What can be taken along; a new format adds its function here.
EXPORTS: Final[tuple[Callable[[Standing], Iterable[Download]], ...]] = (
    stop_calendars,
    due_calendars,
    figure_files,
    action_files,
    survey_files,
    assessment_files,
)
# The same for files that say something as the pages say it, or that need the address of the site.
OF_SITE: Final[tuple[Callable[[Renderer], Iterable[Download]], ...]] = (
    badges,
    cards,
    feeds,
    release_feeds,
    done_feeds,
    programme_files,
)


@dataclass(frozen=True, slots=True)
class Downloads:
    """All downloads of a publication, by their address below a language."""

    by_address: Mapping[str, Download]

    @classmethod
    def of(cls, standing: Standing, renderer: Renderer | None = None) -> Downloads:
        """The downloads of a publication as it stands on a day, with those of its site where somebody renders it."""
        found = [download for export in EXPORTS for download in export(standing)]
        if renderer is not None:
            found += [download for export_of_site in OF_SITE for download in export_of_site(renderer)]
        return cls({download.address: download for download in found})

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where they stand."""
        return tuple(self.by_address)

    def make(self, address: str, lang: str) -> bytes:
        """The bytes of the download at an address, in a language."""
        return self.by_address[address].make(lang)
