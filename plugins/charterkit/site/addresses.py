"""Links between the pages of a site: relative, so that the site works below any path and from a folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

# The feed of the results, below a language.
FEED: Final = "results/feed.xml"
# The feed of the releases; no charter's id has a dot in it.
RELEASES_FEED: Final = "charters/versions.xml"
# The feed of what was done; the address of a page has no dot in it.
DONE_FEED: Final = "quality/done.xml"


@dataclass(frozen=True, slots=True)
class Links:
    """How a page of one language, so and so many folders deep, leads to others.

    `up` leads to the folder of the site, `prefix` from there to the language, and `leaf` ends every link
    (`index.html` for a site that is opened from disk).
    """

    up: str
    prefix: str
    leaf: str = ""

    def to(self, address: str) -> str:
        """The link to a page in the same language."""
        return f"{self.up}{self.prefix}{address}{self.leaf}" or "./"

    def file(self, address: str) -> str:
        """The link to a download in the same language."""
        return f"{self.up}{self.prefix}{address}"

    def across(self, prefix: str, address: str) -> str:
        """The link to a page in the language whose pages stand below `prefix`."""
        return f"{self.up}{prefix}{address}{self.leaf}" or "./"

    def asset(self, path: str) -> str:
        """The link to a file that all languages share."""
        return self.up + path


def prefix_of(lang: str, languages: tuple[str, ...]) -> str:
    """The folder of a language: none for the first one, whose pages stand at the root."""
    return "" if lang == languages[0] else f"{lang}/"


def links_from(prefix: str, depth: int, offline: bool) -> Links:
    """The links of a page `depth` folders below its language."""
    return Links("../" * (depth + prefix.count("/")), prefix, "index.html" if offline else "")


def links_from_anywhere(prefix: str, site_url: str | None) -> Links:
    """The links of a page that may be shown at any address: they begin at the path of the site."""
    path = urlsplit(site_url or "").path.strip("/")
    return Links(f"/{path}/" if path else "/", prefix)


def stop_file(procedure: str, stop: str) -> str:
    """The address of the calendar file of a stop."""
    return f"procedures/{procedure}/{stop}.ics"


def due_file(body: str) -> str:
    """The address of the calendar file of what a body has to publish."""
    return f"bodies/{body}/due.ics"


def figures_file(indicator: str, ending: str) -> str:
    """The address of the file with all figures of an indicator; of the whole publication where it is blank."""
    return f"results/{indicator}/{indicator}.{ending}" if indicator else f"results/results.{ending}"


def survey_file(survey: str, ending: str) -> str:
    """The address of the file with all figures of a survey."""
    return f"quality/surveys/{survey}/{survey}.{ending}"


def badge_file(record: str) -> str:
    """The address of the badge of a charter or of a promise (`charter/promise`)."""
    return f"charters/{record}/badge.svg"


def badges_address(charter: str) -> str:
    """Where the badges of a charter and of its promises stand, with the lines to copy."""
    return f"charters/{charter}/badges/"


def card_file(record: str) -> str:
    """The address of the picture for a shared link: of a charter, of a promise, of the whole site where it is blank."""
    return f"charters/{record}/card.png" if record else "card.png"


def version_address(charter: str, version: str) -> str:
    """Where a release stands, in full and for ever."""
    return f"charters/{charter}/versions/{version}/"


def chapter_address(charter: str, version: str, name: str) -> str:
    """Where a chapter of a release stands; with a blank name, the front page of the release."""
    return version_address(charter, version) + (f"{name}/" if name else "")


def about_address(charter: str) -> str:
    """Where the rest of a charter stands: on what it rests, and when it is looked at again."""
    return f"charters/{charter}/about/"


def consultation_address(charter: str) -> str:
    """Where people are asked about the draft of the next release of a charter."""
    return f"charters/{charter}/consultation/"


def release_file(charter: str, version: str, name: str) -> str:
    """The address of a file of a release: once for all languages, from the folder of the site."""
    return f"charters/{charter}/versions/{version}/{name}"


def absolute(site_url: str, prefix: str, address: str) -> str:
    """The full address of a page."""
    return f"{site_url.rstrip('/')}/{prefix}{address}"
