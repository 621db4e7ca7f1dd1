"""The only module that knows Jinja: views go in, whole HTML documents come out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from charterkit.richtext import clean_page
from charterkit.site import assets, sitemap
from charterkit.site.addresses import Links, links_from, links_from_anywhere, prefix_of
from charterkit.site.builders import BUILDERS, Shown
from charterkit.site.context import Context, Directory, FactList, PageHead, Site, directory
from charterkit.site.hyphens import together
from charterkit.site.pages import Kind, Page
from charterkit.site.pieces import Piece, Reader, introduction, reader
from charterkit.site.release_pages import is_hidden
from charterkit.site.releases.approval import verify_script
from charterkit.site.releases.verify_words import verify_asset
from charterkit.site.results.figures import Figures, own_units
from charterkit.site.results.verdicts import Badges, badges
from charterkit.site.search.letters import letter_pages
from charterkit.site.search.site_index import search_files
from charterkit.site.sharing.heads import sharing
from charterkit.site.shell import document, foot, masthead, placed, section_of
from charterkit.site.to_print import to_print
from charterkit.site.views import handwritten, not_found
from charterkit.text import Text

_WITH_OWN_SEARCH: Final = frozenset({Kind.HOME, Kind.FIND})


@cache  # with what it has compiled: a preview makes a new renderer after every edit
def environment() -> Environment:
    """Templates that escape everything, and that stop at a name they do not know."""
    return Environment(
        loader=PackageLoader("charterkit", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def fragment(name: str, values: Mapping[str, object]) -> str:
    """A template that needs no language of its own, filled in and escaped."""
    return environment().get_template(f"{name}.html.j2").render(values)


@dataclass(frozen=True, slots=True, eq=False)
class _Voice:
    """What pages need of one language; `say` is the only function that templates may call."""

    reader: Reader
    figures: Figures
    badges: Badges
    say: Callable[[str], str]


class Renderer:
    """Renders every page of a site. Facts are worked out once, heads and feet once for all pages equally deep."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.directory: Directory = directory(site)
        self._environment = environment()
        self._voices = {lang: self._voice(lang) for lang in site.languages}
        self._contexts: dict[Links, Context] = {}
        self._mastheads: dict[tuple[Links, str, bool], Piece] = {}
        self._feet: dict[Links, Piece] = {}
        self._texts: dict[str, tuple[Text, ...]] = {}
        self._letters: dict[str, tuple[Page, ...]] = {}

    def letters(self, lang: str) -> tuple[Page, ...]:
        """The pages of a language's list from A to Z, beside those of the directory; none where it is short."""
        if lang not in self._letters:
            self._letters[lang] = letter_pages(self.context(lang, 1))
        return self._letters[lang]

    def page(self, page: Page, lang: str) -> str:
        """The whole HTML document of a page in one of the site's languages."""
        return self._page(page, lang, Piece())

    def home(self, lang: str, intro: str, intro_lang: str) -> str:
        """The home page, introduced by the HTML of docs/index.<lang>.md; `intro_lang` is what that is written in."""
        piece = introduction(clean_page(intro), intro_lang, self._voices[lang].reader)
        return self._page(self.directory.pages[0], lang, piece)

    def _page(self, page: Page, lang: str, intro: Piece) -> str:
        context = self.context(lang, page.depth)
        view, prints = BUILDERS[page.kind](context, page), to_print(context, page)
        main = self._fragment(context, f"pages/{page.kind}", view, {"intro": intro, "to_print": prints})
        return self._document(context, view.page, page.address, main, page)

    def handwritten(self, address: str, lang: str, title: str, html: str, content_lang: str) -> str:
        """The whole HTML document of a page of docs/; `content_lang` is the language that it is written in."""
        context = self.context(lang, address.count("/"))
        view = handwritten.view(context, title, Piece(clean_page(html)), content_lang)
        main = self._fragment(context, "pages/handwritten", view)
        return self._document(context, view.page, address, main, None)

    def not_found(self) -> str:
        """404.html: one page in all languages, with links that hold wherever the server shows it."""
        contexts = tuple(self._context_from_anywhere(lang) for lang in self.site.languages)
        view = not_found.view(contexts)
        main = self._fragment(contexts[0], "pages/not_found", view)
        top = self._fragment(contexts[0], "parts/masthead", masthead(contexts[0], "", with_search=False))
        parts = (placed(top, ""), main, self._foot(contexts[0]))
        shown = replace(document(contexts[0], view.page, "", parts), canonical="", alternates=())
        return self._fragment(contexts[0], "document", shown).html

    def sitemap(self) -> str:
        """sitemap.xml; blank while the address of the site is unknown."""
        letters = {lang: self.letters(lang) for lang in self.site.languages}
        shown = tuple(page for page in self.directory.pages if not is_hidden(self.directory.versions, page))
        return sitemap.sitemap(self.site, shown, letters)

    def search_files(self, lang: str) -> Mapping[str, bytes]:
        """The index of the search in a language, by its addresses below the language."""
        return search_files(self.context(lang, 1), self._texts)

    def static_assets(self) -> Mapping[str, bytes]:
        """The files that all pages share, by their address."""
        shared = assets.static_assets(self.site.publication.publisher, self.site.settings.crest_colours)
        script = assets.shipped("verify.js")
        contexts = (self.context(lang, 0) for lang in self.site.languages)
        return {**shared, **{verify_script(one): verify_asset(script, one) for one in contexts}}

    def _voice(self, lang: str) -> _Voice:
        publication = self.site.publication
        publisher = publication.publisher
        own = reader(lang, publisher.reading_order)
        units = own_units(publication.methodology, lang, publisher.reading_order)
        figures = Figures(own, units, publisher.year_starts, self.site.standing.today)
        shown = badges(own.words, lambda badge: Piece(self._template("parts/status").render(_shown(badge))))
        return _Voice(own, figures, shown, lru_cache(maxsize=None)(own.words.say))

    def context(self, lang: str, depth: int) -> Context:
        """What pages and downloads of a language need that lie so many folders deep."""
        links = links_from(prefix_of(lang, self.site.languages), depth, self.site.settings.offline)
        return self._contexts.get(links) or self._contexts.setdefault(links, self._new_context(lang, links))

    def _context_from_anywhere(self, lang: str) -> Context:
        prefix = prefix_of(lang, self.site.languages)
        return self._new_context(lang, links_from_anywhere(prefix, self.site.settings.site_url))

    def _new_context(self, lang: str, links: Links) -> Context:
        voice = self._voices[lang]
        return Context(
            self.site,
            self.directory,
            voice.reader,
            voice.figures,
            voice.badges,
            links,
            voice.say,
            self._facts,
        )

    def _document(
        self, context: Context, head: PageHead, address: str, main: Piece, page: Page | None
    ) -> str:
        kept = Piece(together(main.html, context.reader.lang), main.lang)
        parts = (self._masthead(context, page.kind if page else None), kept, self._foot(context))
        shown = document(context, head, address, parts)
        shared = sharing(context, head, address, page)
        told = self._fragment(context, "parts/sharing", shared) if shared is not None else Piece()
        return self._fragment(context, "document", replace(shown, sharing=told)).html

    def _fragment(
        self, context: Context, name: str, view: Shown, extra: Mapping[str, object] | None = None
    ) -> Piece:
        say = self._voices[context.reader.lang].say
        return Piece(self._template(name).render({**_shown(view), **(extra or {}), "say": say}))

    def _facts(self, facts: FactList) -> Piece:
        return Piece(self._template("parts/facts").render(_shown(facts)))

    def _template(self, name: str) -> Template:
        return self._environment.get_template(f"{name}.html.j2")

    def _masthead(self, context: Context, kind: Kind | None) -> Piece:
        key = context.links, section_of(kind), kind not in _WITH_OWN_SEARCH
        if key not in self._mastheads:
            self._mastheads[key] = self._fragment(
                context, "parts/masthead", masthead(context, key[1], key[2])
            )
        return self._mastheads[key]

    def _foot(self, context: Context) -> Piece:
        if context.links not in self._feet:
            self._feet[context.links] = self._fragment(context, "parts/foot", foot(context))
        return self._feet[context.links]


def _shown(view: Shown) -> dict[str, object]:
    """The fields of a view as the names that its template knows."""
    return {field.name: getattr(view, field.name) for field in fields(view)}
