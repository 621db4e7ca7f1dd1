"""The only module that knows simplemma: the dictionary form of a word, and the other forms of it.

Reading a dictionary takes most of the time (0.3 to 3 seconds of the processor, and up to 200 MB), so what was looked up
is kept for the life of the process, and the dictionary is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache


@dataclass
class _Known:
    """What is known of a language's words so far."""

    lemmas: dict[str, str] = field(default_factory=dict)
    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Lemmas:
    """The dictionary forms of words, and all forms of those dictionary forms that were asked for."""

    of: Mapping[str, str]
    forms: Mapping[str, tuple[str, ...]]


def lemmas(words: Collection[str], central: Iterable[str], lang: str, heads: Collection[str] = ()) -> Lemmas:
    """The dictionary form of each word (in lower case), and all forms of those of `central`.

    A word that no dictionary knows stands for itself; so do all words of a language without a dictionary. `heads` are
    dictionary forms: where the dictionary has forms of one, it is that word, and not a form of another ("szemét" is
    rubbish in Hungarian, and not somebody's eye).
    """
    known = _known(lang.partition("-")[0].lower())
    wanted = set(central)
    unknown = sorted({*words, *wanted} - known.lemmas.keys())
    bare = {word for word in wanted if known.lemmas.get(word) not in known.forms} | (
        set(heads) - known.forms.keys()
    )
    if unknown or bare:
        _look_up(known, unknown, wanted, heads, lang.partition("-")[0].lower())
    own = {head: head for head in heads if len(known.forms[head]) > 1}
    of = {word: own.get(word, known.lemmas[word]) for word in {*words, *wanted}}
    # Only what was asked for: an index must not depend on what the process has looked up for another one before.
    return Lemmas(of, {lemma: known.forms[lemma] for lemma in {of[word] for word in wanted}})


@cache
def _known(lang: str) -> _Known:
    return _Known()


def _look_up(
    known: _Known, unknown: Iterable[str], central: Iterable[str], heads: Iterable[str], lang: str
) -> None:
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    if lang not in SUPPORTED_LANGUAGES:
        known.lemmas.update((word, word) for word in unknown)
        known.forms.update((word, (word,)) for word in (*central, *heads))
        return
    factory = DefaultDictionaryFactory()
    lemmatizer = Lemmatizer(
        cache_max_size=0, lemmatization_strategy=DefaultStrategy(dictionary_factory=factory)
    )
    for word in unknown:
        known.lemmas[word] = lemmatizer.lemmatize(word, lang).lower()
    wanted = {known.lemmas[word] for word in central}.union(heads)
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for form, lemma in _forms_of(factory.get_dictionary(lang), wanted):
        forms[lemma].add(form)
    known.forms.update((lemma, tuple(sorted(forms[lemma]))) for lemma in wanted)


def _forms_of(dictionary: Mapping[str, str], wanted: Collection[str]) -> Iterator[tuple[str, str]]:
    """The forms of the lemmas that are wanted, with their lemma."""
    # The dictionary decodes each of up to 1.8 million forms when it is asked; its own bytes say the same ten times faster.
    raw: Mapping[bytes, bytes] | None = getattr(dictionary, "_dict", None)
    if raw is None:
        yield from ((form, lemma) for form, lemma in dictionary.items() if lemma in wanted)
        return
    bare = {lemma.encode() for lemma in wanted}
    yield from ((form.decode(), lemma.decode()) for form, lemma in raw.items() if lemma in bare)
