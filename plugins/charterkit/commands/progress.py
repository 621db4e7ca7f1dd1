"""A progress bar for people who wait: on a terminal only, and only when it takes longer than a moment."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TextIO

from charterkit.strings import Words

PATIENCE = 2.0  # seconds before the bar appears
PAUSE = 0.1  # seconds between two drawings of it
WIDTH = 30


class Progress:
    """Counts pages and draws how far the build has come."""

    def __init__(
        self, words: Words, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.words = words
        self.stream = stream or sys.stderr
        self.clock = clock
        self.pages = 0
        self.began = self.drawn = clock()
        self.is_drawn = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self.is_drawn:
            self._write("")

    def step(self, done: int, total: int) -> None:
        """So many pages are done, of so many."""
        self.pages, now = done, self.clock()
        if self.stream.isatty() and now - self.began > PATIENCE and now - self.drawn > PAUSE:
            self.drawn, self.is_drawn = now, True
            self._write(self._bar(done, max(done, total)))

    def _bar(self, done: int, total: int) -> str:
        filled = WIDTH * done // total
        counted = self.words.say("{done} of {total} pages", done=done, total=total)
        return f"[{'#' * filled}{'.' * (WIDTH - filled)}] {counted}"

    def _write(self, line: str) -> None:
        self.stream.write(f"\r\x1b[K{line}")
        self.stream.flush()
