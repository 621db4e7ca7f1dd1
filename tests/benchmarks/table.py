"""The lines that a benchmark prints: what was measured, beside what it must not exceed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One figure; without a limit it is only told."""

    what: str
    value: float
    unit: str
    limit: float | None = None
    why: str = ""

    @property
    def over(self) -> bool:
        """Whether the figure exceeds its limit."""
        return self.limit is not None and self.value > self.limit

    def __str__(self) -> str:
        figure = f"{self.what:<58}{self.value:>9.2f} {self.unit:<5}"
        if self.limit is None:
            return figure.rstrip()
        return f"{figure}at most {self.limit:>6.2f}  {'OVER' if self.over else 'ok':<5}{self.why}".rstrip()


def show(title: str, lines: Iterable[Line]) -> bool:
    """Print the lines under a title, each as soon as it is known; whether any of them is over its limit."""
    print(f"\n{title}")
    over = False
    for line in lines:
        print(f"  {line}", flush=True)
        over |= line.over
    return over
