"""The search index of a site in one language: every page that can be found, as files below its `find/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from charterkit.richtext import to_plain
from charterkit.site.context import Context
from charterkit.site.pages import Kind
from charterkit.site.search.chunks import files
from charterkit.site.search.entries import SAID, Entry, Sort, entries, texts_of
from charterkit.site.search.index import Paper, index
from charterkit.site.search.own_pages import lead_of
from charterkit.site.search.synonyms import vocabulary
from charterkit.site.search.words import LETTERS, SIGNS, folded, same_sounds
from charterkit.text import Text

# How much a page of a sort counts, against a service (10).
_WEIGHTS: Final[Mapping[Sort, int]] = {
    Sort.SERVICE: 10,
    Sort.PROMISE: 10,
    Sort.PAGE: 9,
    Sort.PROCEDURE: 8,
    Sort.STANDARD: 7,
    Sort.BODY: 8,
    Sort.CHARTER: 7,
    Sort.RESULT: 6,
    Sort.SURVEY: 6,
    Sort.ACTION: 5,
    Sort.CALENDAR: 5,
    Sort.LIST: 3,
    Sort.INTERNAL: 5,
}
# So much of a page's text is kept, so that the words that were found can be shown in it.
_KEPT: Final = 400


def search_files(context: Context, texts: dict[str, tuple[Text, ...]]) -> Mapping[str, bytes]:
    """The files of the index, by their address below the language; `texts` keeps what was gathered for all languages."""
    found = entries(context)
    lang = context.reader.lang
    kinds = {page.address: page.kind for page in context.directory.pages}
    papers = [_paper(context, one, kinds.get(one.address), texts) for one in found]
    pages = [_page(context, one, paper) for one, paper in zip(found, papers, strict=True)]
    return dict(files(index(papers, lang), pages, _about(context, found)))


def _paper(context: Context, entry: Entry, kind: Kind | None, texts: dict[str, tuple[Text, ...]]) -> Paper:
    if entry.address not in texts:
        shown = (entry.title, entry.lead)
        texts[entry.address] = tuple(one for one in texts_of(entry.record) if one not in shown)
    reader = context.reader
    more = tuple(map(reader.bare, texts[entry.address]))
    names = (*entry.keywords.read(reader.lang), *vocabulary(reader.lang).pages.get(kind or "", ()))
    return Paper(_bare(context, entry.title), reader.bare(entry.lead) or lead_of(context, kind), more, names)


def _bare(context: Context, text: Text | str) -> str:
    return text if isinstance(text, str) else context.reader.bare(text)


def _page(context: Context, entry: Entry, paper: Paper) -> list[str]:
    """What is shown of a page: address, title, the beginning of its text, charter, another language of its title."""
    charters = context.publication.charters
    charter = (
        context.reader.bare(charters[entry.charter].title) if len(charters) > 1 and entry.charter else ""
    )
    row = [entry.address, paper.title, _beginning(paper), charter, _other_language(context, entry.title)]
    while not row[-1]:
        row.pop()
    return row


def _beginning(paper: Paper) -> str:
    text = to_plain(paper.lead, _KEPT)
    for more in paper.texts:
        if len(text) > _KEPT // 2:
            break
        text = f"{text} · {to_plain(more, _KEPT - len(text))}" if text else to_plain(more, _KEPT)
    return " ".join(text.split())


def _other_language(context: Context, title: Text | str) -> str:
    if isinstance(title, str):
        return ""
    phrase = title.read(context.reader.lang, context.reader.order)
    return phrase.lang if phrase.is_fallback else ""


def _about(context: Context, found: Sequence[Entry]) -> Mapping[str, object]:
    lang = context.reader.lang
    return {
        "lang": context.reader.words.lang,
        "signs": SIGNS,
        "letters": dict(LETTERS),
        "same": same_sounds(lang),
        "empty": sorted({folded(word, lang) for word in vocabulary(lang).empty}),
        "sorts": list(_sorts(context, found)),
        "leaf": "index.html" if context.site.settings.offline else "",
    }


def _sorts(context: Context, found: Sequence[Entry]) -> Iterator[tuple[str, int, int]]:
    """What a sort is called, how many pages are of it, and how much they count; pages stand in this order."""
    for sort in Sort:
        count = sum(one.sort is sort for one in found)
        if count:
            yield context.say(SAID[sort]), count, _WEIGHTS[sort]
