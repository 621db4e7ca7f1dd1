"""What a download is, for every export alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Download:
    """A file that people can take along: its address below a language, and how its bytes are made in a language.

    The bytes are made only when they are wanted, and the same records and day give the same bytes.
    """

    address: str
    make: Callable[[str], bytes]
