"""Calendar files (iCalendar, RFC 5545): what a line says, and how long it may grow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final

# The octets that stand on one line of the file; what is longer goes on in the next, behind a space.
_LONGEST: Final = 74
_ESCAPED: Final = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


def calendar(name: str, components: Iterable[str]) -> bytes:
    """A whole file: its name, and its components one after the other."""
    head = ("VERSION:2.0", "PRODID:-//charterkit//charterkit//EN", text("X-WR-CALNAME", name))
    return component("VCALENDAR", *head, *components).encode() + b"\r\n"


def component(name: str, *lines: str) -> str:
    """The lines of a component, with those of the components inside it."""
    return "\r\n".join((f"BEGIN:{name}", *lines, f"END:{name}"))


def text(name: str, words: str) -> str:
    """A line with words; they may have several lines of their own."""
    # A backslash before an N would be read as the end of a line.
    plain = words.replace("\\N", "\n").replace("\r\n", "\n").replace("\r", "\n")
    return folded(f"{name}:{plain.translate(_ESCAPED)}")


def moment(name: str, at: datetime) -> str:
    """A line with a moment, which is in UTC."""
    return f"{name}:{_day(at)}T{at:%H%M%S}Z"


def whole_day(name: str, day: date) -> str:
    """A line with a day that has no hours."""
    return f"{name};VALUE=DATE:{_day(day)}"


def folded(line: str) -> str:
    """A line of the file, broken before it grows too long: never inside a letter or behind the sign of an escape."""
    raw = line.encode()
    return line if len(raw) <= _LONGEST else "\r\n ".join(piece.decode() for piece in _pieces(raw))


def _pieces(raw: bytes) -> Iterator[bytes]:
    start = 0
    while len(raw) - start > _LONGEST:
        end = start + _LONGEST
        while raw[end] & 0xC0 == 0x80:  # the middle of a letter
            end -= 1
        if raw[end - 1] in b"\\^":
            end -= 1
        yield raw[start:end]
        start = end
    yield raw[start:]


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"
