"""What stands around every page: head, masthead, trail, foot, and the links to the same page in other languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from charterkit.site.addresses import absolute, prefix_of
from charterkit.site.context import Context, Link, PageHead, Site
from charterkit.site.licences import LICENCES
from charterkit.site.pages import Kind
from charterkit.site.pieces import FALLBACK_CLASS, Piece
from charterkit.strings import own_name, text_direction
from charterkit.text import Text

NO_PIECE: Final = Piece()
# Stands for the page's own address in what is rendered once for many pages; no address or text can hold it.
ADDRESS: Final = "\x00"
# Stands for the address of the page that says the same in another language.
ELSEWHERE: Final = "\x01"

_SECTIONS: Final[Mapping[Kind, str]] = {
    Kind.CHARTERS: "charters/",
    Kind.CHARTER: "charters/",
    Kind.CHARTER_ABOUT: "charters/",
    Kind.BADGES: "charters/",
    Kind.COMMITMENT: "charters/",
    Kind.VERSIONS: "charters/",
    Kind.VERSION: "charters/",
    Kind.VERSION_CHAPTER: "charters/",
    Kind.VERSION_CHANGES: "charters/",
    Kind.CONSULTATION: "charters/",
    Kind.SERVICES: "services/",
    Kind.SERVICE: "services/",
    Kind.WAYS: "services/",
    Kind.WAY: "services/",
    Kind.STANDARDS: "standards/",
    Kind.STANDARD: "standards/",
    Kind.PROCEDURES: "standards/",
    Kind.PROCEDURE: "standards/",
    Kind.CALENDAR: "standards/",
    Kind.RESULTS: "results/",
    Kind.BOARD: "results/",
    Kind.SIDE: "results/",
    Kind.PERIODS: "results/",
    Kind.YEAR: "results/",
    Kind.RESULT: "results/",
    Kind.QUALITY: "results/",
    Kind.ACTIONS: "results/",
    Kind.ACTION: "results/",
    Kind.SAID: "results/",
    Kind.STRATEGY: "results/",
    Kind.SURVEYS: "results/",
    Kind.SURVEY: "results/",
    Kind.SURVEY_GROUP: "results/",
    Kind.QUESTIONNAIRE: "results/",
    Kind.SURVEY_METHOD: "results/",
    Kind.PROGRAMME: "results/",
    Kind.WAVE: "results/",
    Kind.REPLIES: "results/",
    Kind.MEMBER: "results/",
    Kind.ASSESSMENT: "results/",
    Kind.CRITERION: "results/",
    Kind.COMPLAIN: "complain/",
}


@dataclass(frozen=True, slots=True)
class NavItem:
    """A way to a section of the site; `current` for the one that the page belongs to."""

    title: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class LanguageItem:
    """The same page in a language, by the name that the language gives itself."""

    lang: str
    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above every page."""

    name: Piece
    home: str
    crest: str
    language: str
    languages: tuple[LanguageItem, ...]
    nav: tuple[NavItem, ...]
    find: str
    find_label: str
    demonstration: bool
    notice: Piece


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands below every page."""

    links: tuple[Link, ...]
    as_of: str
    licence: Link | None
    made_with: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole HTML document: what its head says, and its parts already rendered."""

    lang: str
    dir: str
    title: str
    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    style: str
    script: str
    icon: str
    masthead: Piece
    trail: tuple[Link, ...]
    fallback: str
    main: Piece
    foot: Piece
    hidden: bool = False
    sharing: Piece = NO_PIECE
    """What networks and search engines are told; blank where it needs an address of the site that nobody gave."""


def section_of(kind: Kind | None) -> str:
    """The address of the section that a page belongs to; blank for none."""
    return _SECTIONS.get(kind, "") if kind else ""


def masthead(context: Context, section: str, with_search: bool) -> Masthead:
    """The masthead of all pages of a section that lie equally deep; `ADDRESS` stands for their address."""
    publisher, links = context.publication.publisher, context.links
    lang = context.reader.lang
    return Masthead(
        name=context.line(publisher.name),
        home=links.to(""),
        crest=links.asset(publisher.site.crest) if publisher.site.crest else "",
        language=own_name(lang),
        languages=_languages(context) if len(context.site.languages) > 1 else (),
        nav=_nav(context, section),
        find=links.to("find/") if with_search else "",
        find_label=context.find_label(),
        demonstration=publisher.demonstration,
        notice=context.line(publisher.notice),
    )


def foot(context: Context) -> Foot:
    """The foot of all pages that lie equally deep."""
    licence = context.publication.publisher.licence
    version = context.site.settings.version
    day = context.reader.words.day(context.standing.today)
    return Foot(
        links=tuple(Link(title, context.links.to(address)) for title, address in _foot_pages(context)),
        as_of=context.say("Day shown: {day}.", day=day),
        licence=Link(licence, LICENCES.get(licence, "")) if licence else None,
        made_with=context.say("Made with charterkit {version}.", version=version).replace(" .", "."),
    )


def placed(top: Piece, address: str) -> Piece:
    """A masthead on the page at an address."""
    return Piece(top.html.replace(ADDRESS, address).replace(ELSEWHERE, elsewhere(address)))


def elsewhere(address: str) -> str:
    """Where the same is said in another language: of a letter's page, which other alphabets have not, the whole list."""
    return "find/" if address.startswith("find/") else address


def document(context: Context, head: PageHead, address: str, parts: tuple[Piece, Piece, Piece]) -> Document:
    """The document of a page from its rendered masthead, main part and foot."""
    site, (top, main, bottom) = context.site, parts
    name = context.reader.bare(context.publication.publisher.name)
    crest = context.publication.publisher.site.crest
    return Document(
        lang=context.reader.words.lang,
        dir=text_direction(context.reader.words.lang),
        title=name if head.title == name else f"{head.title} – {name}",
        description=head.description,
        canonical=context.absolute(address),
        alternates=alternates(site, address),
        style=context.links.asset("assets/charter.css"),
        script=context.links.asset(head.script) if head.script else "",
        hidden=head.hidden,
        icon=context.links.asset(crest or "assets/icon.svg"),
        masthead=placed(top, address),
        trail=head.trail,
        fallback=_fallback(context) if f'class="{FALLBACK_CLASS}"' in main.html else "",
        main=main,
        foot=bottom,
    )


def alternates(site: Site, address: str) -> tuple[tuple[str, str], ...]:
    """The full addresses of a page in all languages and by default; none while the site's address is unknown, and none of
    a page that only one language has."""
    if not site.settings.site_url or len(site.languages) < 2 or elsewhere(address) != address:
        return ()
    found = tuple((lang, _absolute(site, lang, address)) for lang in site.languages)
    return (*found, ("x-default", found[0][1]))


def _absolute(site: Site, lang: str, address: str) -> str:
    if not site.settings.site_url:
        return ""
    return absolute(site.settings.site_url, prefix_of(lang, site.languages), address)


def _fallback(context: Context) -> str:
    language = context.reader.words.language_name(context.reader.lang)
    return context.say(
        "Some texts on this page are not yet available in this language: {language}. You see them in another one.",
        language=language,
    )


def _languages(context: Context) -> tuple[LanguageItem, ...]:
    # The front page has no address to put in, and an empty link would be no link.
    at_root = not context.links.up
    own, other = ("", "") if at_root else (ADDRESS, ELSEWHERE)
    languages, current = context.site.languages, context.reader.lang
    return tuple(
        LanguageItem(
            lang,
            own_name(lang),
            context.links.across(prefix_of(lang, languages), own if lang == current else other),
            lang == current,
        )
        for lang in languages
    )


def _nav(context: Context, section: str) -> tuple[NavItem, ...]:
    charters = tuple(context.publication.charters)
    promises = f"charters/{charters[0]}/" if len(charters) == 1 else "charters/"
    services = ((context.say("Services"), "services/", "services/"),) if context.publication.services else ()
    items = (
        *services,
        (context.say("Promises"), "charters/", promises),
        (context.say("Results"), "results/", "results/"),
        (context.say("Standards"), "standards/", "standards/"),
        (context.say("How to complain"), "complain/", "complain/"),
    )
    return tuple(NavItem(title, context.links.to(address), own == section) for title, own, address in items)


def _foot_pages(context: Context) -> tuple[tuple[str | Piece, str], ...]:
    say = context.say
    written = tuple(
        (context.line(Text.of(one.titles)), one.address) for one in context.site.settings.extra_pages
    )
    return (
        (say("From A to Z"), "find/"),
        (say("What changed"), "changes/"),
        (say("Words explained"), "words/"),
        (say("How we measure"), "methodology/"),
        (say("Who we are"), "bodies/"),
        *written,
        (say("Accessibility"), "accessibility/"),
        (say("Privacy"), "privacy/"),
        (say("Contact"), "contact/"),
    )
