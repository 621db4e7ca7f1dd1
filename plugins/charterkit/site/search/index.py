"""The index of a language: which word stands on which page, and where on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from charterkit.site.search.lemmas import Lemmas, lemmas
from charterkit.site.search.synonyms import Vocabulary, vocabulary
from charterkit.site.search.words import folded, words_of

# Where a word stands on a page; a page counts for a word once, at the first of these places.
TITLE, LEAD, TEXT, LIKE_TITLE, LIKE_LEAD = range(5)
PLACES: Final = 5


@dataclass(frozen=True, slots=True)
class Paper:
    """A page as the index reads it: its words by place; `names` are other words for what its title names."""

    title: str
    lead: str
    texts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word: all forms under which it may be looked for, and the pages on which it stands, by place.

    A page that only says the same in another word stands at one of the last two places.
    """

    forms: tuple[str, ...]
    pages: tuple[tuple[int, ...], ...]


def index(papers: Sequence[Paper], lang: str) -> tuple[Word, ...]:
    """The words of pages in the order of their dictionary forms; pages are counted from 0."""
    read = [
        tuple(words_of(part) for part in (paper.title, paper.lead, "\n".join(paper.texts)))
        for paper in papers
    ]
    named = [words_of("\n".join(paper.names)) for paper in papers]
    known = vocabulary(lang)
    every = {word for parts in (*read, named) for part in parts for word in part}
    central = {word for title, lead, _ in read for word in (*title, *lead)}.union(*named)
    synonyms = {word for group in known.groups for word in group}
    dictionary = lemmas(every | synonyms, central | synonyms, lang, synonyms)
    keys = {word: folded(dictionary.of[word], lang) for word in every | synonyms}
    pages = _pages(read, keys)
    _add_names(pages, named, keys)
    _add_synonyms(pages, known, keys)
    forms = _forms(keys, dictionary, lang)
    empty = {folded(word, lang) for word in known.empty}
    return tuple(
        Word(tuple(sorted(forms[key] | {key})), tuple(tuple(sorted(place)) for place in pages[key]))
        for key in sorted(pages)
        if any(pages[key]) and key not in empty
    )


_Pages = defaultdict[str, list[set[int]]]


def _pages(read: Sequence[Sequence[Iterable[str]]], keys: Mapping[str, str]) -> _Pages:
    pages: _Pages = defaultdict(lambda: [set() for _ in range(PLACES)])
    for number, parts in enumerate(read):
        seen: set[str] = set()
        for place, part in enumerate(parts):
            here = {keys[word] for word in part} - seen
            seen |= here
            for key in here:
                pages[key][place].add(number)
    return pages


def _add_synonyms(pages: _Pages, known: Vocabulary, keys: Mapping[str, str]) -> None:
    """Pages that name a thing in their title or lead are found by its other names too; so are those of its names, after."""
    said = {
        key: (frozenset(place[TITLE]), frozenset(place[LEAD] | place[LIKE_TITLE]))
        for key, place in tuple(pages.items())
    }
    for word, others in known.of().items():
        own = pages[keys[word]]
        own_title, own_lead = own[TITLE], own[LEAD]
        for other in others:
            title, lead = said.get(keys[other], (frozenset(), frozenset()))
            own[LIKE_TITLE] |= title - own_title
            own[LIKE_LEAD] |= lead - own_title - own_lead
        own[LIKE_LEAD] -= own[LIKE_TITLE]
        own[TEXT] -= own[LIKE_TITLE] | own[LIKE_LEAD]


def _add_names(pages: _Pages, named: Sequence[Iterable[str]], keys: Mapping[str, str]) -> None:
    """What authors say that people call a thing counts like a word of the same meaning as one in its title."""
    for number, names in enumerate(named):
        for key in {keys[word] for word in names}:
            own = pages[key]
            if number not in own[TITLE]:
                own[LIKE_TITLE].add(number)
                own[TEXT].discard(number)


def _forms(keys: Mapping[str, str], dictionary: Lemmas, lang: str) -> Mapping[str, set[str]]:
    # Dozens of words share a dictionary form, and its forms: those are read once.
    known = {lemma: _folded_words(forms, lang) for lemma, forms in dictionary.forms.items()}
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for word, key in keys.items():
        forms[key].add(folded(word, lang))
        forms[key] |= known.get(dictionary.of[word], frozenset())
    return forms


def _folded_words(forms: Iterable[str], lang: str) -> frozenset[str]:
    return frozenset(folded(word, lang) for form in forms for word in words_of(form))
