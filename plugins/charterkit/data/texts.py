"""Looks at the texts of a record: the languages they are in, and what their Markdown would do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from charterkit.problems import Problem, Spot, problem
from charterkit.text import PLACEHOLDER

# A text without any of these signs is a plain sentence, whatever Markdown makes of the rest.
# Looked for one after the other: that takes half the time of one pattern with all of them to choose from.
_SIGNS = (
    re.compile(r"[<>\[\]!#`*_~|\\&\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]"),
    re.compile(r"^(?:\s*[-+=]| {4})", re.M),
    re.compile(r"\d[.)]\s"),
    re.compile(r"://"),
    re.compile(r"\S{2000}"),
)
_SHORT = 10_000
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")

Texts = Iterable[tuple[tuple[str | int, ...], str, Mapping[str, str]]]


def check_texts(
    file: str, texts: Texts, languages: Sequence[str], authoritative: Sequence[str]
) -> tuple[Problem, ...]:
    """What is wrong with the texts of a record: each has a path, a form (`line`, `rich` or `words`) and words.

    `words` are a list that every language has for itself: nobody misses a translation of them.
    """
    found: list[Problem] = []
    binding = authoritative or languages[:1]
    for path, form, words in texts:
        spot = Spot(file, path)
        found += _undeclared(spot, words, languages)
        if form != "words":
            found += _missing(spot, words, languages, binding)
        look, has_signs = (_markdown, _has_signs) if form == "rich" else (_plain, _UNWRITABLE.search)
        # Most texts are plain sentences in every language: one look at all of them together says so.
        together = "\n".join(words.values())
        if len(together) > _SHORT or has_signs(together):
            for lang, text in words.items():
                found += look(spot, lang, text)
        found += _placeholders(spot, words)
    return tuple(found)


def _placeholders(spot: Spot, words: Mapping[str, str]) -> Iterator[Problem]:
    """One problem a text, not one a language: they are written together."""
    left = [lang for lang, text in words.items() if text.startswith(PLACEHOLDER)]
    if left:
        yield problem("text-placeholder", spot.at(left[0]), field=spot.field_name, languages=", ".join(left))


def _undeclared(spot: Spot, words: Mapping[str, str], languages: Sequence[str]) -> Iterator[Problem]:
    for lang in words:
        if lang not in languages:
            yield problem(
                "language-undeclared", spot.at(lang).key(),
                field=spot.field_name, found=lang, allowed=", ".join(languages),
            )  # fmt: skip


def _missing(
    spot: Spot, words: Mapping[str, str], languages: Sequence[str], binding: Sequence[str]
) -> Iterator[Problem]:
    missing = [lang for lang in languages if lang not in words]
    must = [lang for lang in missing if lang in binding]
    may = [lang for lang in missing if lang not in binding]
    if must:
        yield problem("authoritative-missing", spot, field=spot.field_name, languages=", ".join(must))
    if may:
        yield problem("translation-missing", spot, field=spot.field_name, languages=", ".join(may))


def _has_signs(text: str) -> bool:
    return any(sign.search(text) for sign in _SIGNS)


def _plain(field: Spot, lang: str, text: str) -> Iterator[Problem]:
    if _UNWRITABLE.search(text):
        spot = field.at(lang)
        yield problem("text-unwritable", spot, field=spot.field_name)


def _markdown(field: Spot, lang: str, text: str) -> Iterator[Problem]:
    if len(text) <= _SHORT and not _has_signs(text):
        return
    # Imported late: most texts are plain sentences, and the readers of Markdown take long to import.
    from charterkit.data.markdown import markdown_problems

    yield from markdown_problems(field.at(lang), text)
