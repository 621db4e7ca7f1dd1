"""Publishing all or nothing: a build goes to a folder of its own and takes the site's place at the very end."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path

from charterkit.engine.edition import MARKER
from charterkit.files import PublishRefused, Refusal, remove_leftovers, swap_folder, write_atomic

# MkDocs and its drop-in each have a logger of their own.
_ENGINES = ("mkdocs", "properdocs")


class WarningCount(logging.Handler):
    """Remembers what the engine warned of. A strict build with a warning publishes nothing."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.messages.append(record.getMessage())

    def listen(self) -> None:
        """Begin to remember."""
        for name in _ENGINES:
            logging.getLogger(name).addHandler(self)

    def stop(self) -> None:
        """Remember no more."""
        for name in _ENGINES:
            logging.getLogger(name).removeHandler(self)


@dataclass
class Output:
    """The folder of the site, and the folder beside it in which the next one is made."""

    target: Path
    strict: bool
    warnings: WarningCount = field(default_factory=WarningCount)

    @property
    def next(self) -> Path:
        """Where the build goes until it is known to be whole."""
        return self.target.with_name(f"{self.target.name}.next")

    def open(self) -> None:
        """Clear away what an interrupted build left, and listen for warnings."""
        remove_leftovers(self.target, marker=MARKER)
        if self.next.exists() and any(self.next.iterdir()):
            # The engine empties the folder it builds into: one that is not ours must never be that folder.
            raise PublishRefused(Refusal.FOREIGN_FOLDER, self.next)
        self.warnings.listen()

    def begin(self) -> None:
        """Mark the new folder as ours before anything else is in it."""
        write_atomic(self.next / MARKER, b"")

    def close(self) -> bool:
        """Put the new site into its place. False, and nothing changed, if a strict build was warned."""
        if self.strict and self.warnings.messages:
            self.abandon()
            return False
        self.warnings.stop()
        swap_folder(self.next, self.target, marker=MARKER)
        return True

    def abandon(self) -> None:
        """Forget the new site; the old one stays as it is."""
        self.warnings.stop()
        remove_leftovers(self.target, marker=MARKER)
