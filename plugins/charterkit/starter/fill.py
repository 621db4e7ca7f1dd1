"""Fills a form: lines of a file as it will be written, with places for comments, texts and values.

- `#: key` (or `//: key`) becomes a comment, as many lines as it takes;
- `field: @key` becomes a map of language to text, every text a block scalar, so that no sign in it means anything;
- `«name»` becomes a value, inside a line or, alone on a line, as several lines.

What is put in is never looked at again: a name that looks like a place stays a name.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from importlib.resources import files

from charterkit.starter.words import Voices

WIDTH = 100
_GLUE = "\u2060"
_FORMS = files("charterkit") / "starter" / "forms"
_COMMENT = re.compile(r"(?P<indent> *)(?P<sign>#|//): (?P<key>\S+)")
_TEXT = re.compile(r"(?P<indent> *)(?P<item>- )?(?P<field>[a-z_]+): @(?P<key>\S+)")
_VALUE = re.compile(r"«([a-z0-9_.]+)»")


def form(name: str) -> str:
    """A form by its name."""
    return (_FORMS / name).read_text(encoding="utf-8")


def fill(form: str, voices: Voices, values: Mapping[str, str]) -> str:
    """The file that a form becomes; KeyError where nothing is given for one of its places."""
    return "".join(f"{line}\n" for raw in form.splitlines() for line in _filled(raw, voices, values))


def _filled(line: str, voices: Voices, values: Mapping[str, str]) -> Iterator[str]:
    if comment := _COMMENT.fullmatch(line):
        yield from commented(voices.comment(comment["key"]), comment["indent"], comment["sign"])
    elif text := _TEXT.fullmatch(line):
        yield f"{text['indent']}{text['item'] or ''}{text['field']}:"
        indent = text["indent"] + (" " * 2 if text["item"] else "")
        yield from text_lines(voices.texts(text["key"]), indent + "  ")
    elif alone := _VALUE.fullmatch(line):
        yield from values[alone[1]].splitlines()
    else:
        yield _VALUE.sub(lambda place: values[place[1]], line)


def commented(words: str, indent: str, sign: str = "#") -> Iterator[str]:
    """Words as the lines of a comment."""
    width = WIDTH - len(indent) - len(sign) - 1
    for paragraph in words.split("\n"):
        # A sign that is spoken of (“remove the #”) stays with its word: alone on a line it would look like a comment.
        whole = paragraph.replace(" #", _GLUE)
        lines = textwrap.wrap(whole, width, break_long_words=False, break_on_hyphens=False)
        yield from (f"{indent}{sign} {line}".replace(_GLUE, " #") for line in lines)


def text_lines(texts: Mapping[str, str], indent: str) -> Iterator[str]:
    """A map of language to text in YAML, each text a block scalar on a line of its own."""
    for lang, words in texts.items():
        yield f"{indent}{lang}: >-"
        yield f"{indent}  {' '.join(words.split())}"
