"""The list of the chapters of a DOCX: a field that is filled in already, so that it reads right before it is updated.

Its entries lead to their chapters. Pages have no numbers before an office program has laid them out; a wrong number is
worse than none, so the entries carry none until the reader updates the list. The command of the field is fixed: no word
of an author is ever part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

# Headings of the first level, each a link, with the page behind it.
_COMMAND: Final = r' TOC \o "1-1" \h \z \u '


class Places:
    """The places in the text to which the entries of the list lead, in their order."""

    def __init__(self) -> None:
        self._numbers: Iterator[int] = count(1)

    def put(self, heading: Paragraph) -> None:
        """Makes a heading the next place."""
        number = next(self._numbers)
        start, end = _element("bookmarkStart"), _element("bookmarkEnd")
        for one in (start, end):
            _set(one, "id", str(number))
        _set(start, "name", _place(number))
        heading._p.insert(1, start)
        heading._p.append(end)


def make_contents(title: Paragraph, entries: Sequence[Paragraph]) -> None:
    """Makes a title and one paragraph for each chapter, which stand one after the other, the list of the document."""
    for number, entry in enumerate(entries, start=1):
        _lead(entry, _place(number))
    first, last = entries[0]._p, entries[-1]._p
    for mark in reversed((_sign("begin"), _command(), _sign("separate"))):
        first.insert(1, mark)
    last.append(_sign("end"))
    _box(title, entries)


def _place(number: int) -> str:
    # The name by which office programs know the entries of their own lists.
    return f"_Toc{number:08}"


def _lead(entry: Paragraph, place: str) -> None:
    """Makes all words of a paragraph a link to a place in the document."""
    link = _element("hyperlink")
    _set(link, "anchor", place)
    _set(link, "history", "1")
    for run in entry.runs:
        link.append(run._r)
    entry._p.append(link)


def _sign(kind: str) -> Any:
    sign = _element("fldChar")
    _set(sign, "fldCharType", kind)
    return _run(sign)


def _command() -> Any:
    from docx.oxml.ns import qn

    command = _element("instrText")
    command.set(qn("xml:space"), "preserve")
    command.text = _COMMAND
    return _run(command)


def _run(inside: Any) -> Any:
    run = _element("r")
    run.append(inside)
    return run


def _box(title: Paragraph, entries: Sequence[Paragraph]) -> None:
    """Puts the list into the frame in which office programs offer to update it."""
    box, properties, kind = _element("sdt"), _element("sdtPr"), _element("docPartObj")
    gallery, content = _element("docPartGallery"), _element("sdtContent")
    _set(gallery, "val", "Table of Contents")
    kind.extend((gallery, _element("docPartUnique")))
    properties.append(kind)
    box.extend((properties, content))
    title._p.addprevious(box)
    content.extend([title._p, *(one._p for one in entries)])


def _element(name: str) -> Any:
    from docx.oxml import OxmlElement

    return OxmlElement(f"w:{name}")


def _set(element: Any, name: str, value: str) -> None:
    from docx.oxml.ns import qn

    element.set(qn(f"w:{name}"), value)
