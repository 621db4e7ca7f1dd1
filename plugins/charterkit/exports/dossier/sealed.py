"""What a release seals, as typed records again: for their words, not to be judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from charterkit.data.records import number_order
from charterkit.data.reread import typed
from charterkit.model.charter import Charter
from charterkit.model.commitment import Commitment
from charterkit.model.indicator import Indicator
from charterkit.model.methodology import Methodology
from charterkit.model.procedure import Procedure
from charterkit.model.release import Content
from charterkit.model.standard import Standard
from charterkit.text import Text

Record = TypeVar("Record")


@dataclass(frozen=True)
class Sealed:
    """The records of one release, or of a proposal, by `<kind>/<id>`."""

    charter_id: str
    records: Mapping[str, Content]

    @cached_property
    def charter(self) -> Charter:
        """The charter itself."""
        return _of_kind(f"charter/{self.charter_id}", self.records[f"charter/{self.charter_id}"], Charter)

    @cached_property
    def commitments(self) -> tuple[Commitment, ...]:
        """All promises, its own before those that it adopts, by their numbers."""
        found = (_of_kind(key, content, Commitment) for key, content in self._of("commitment"))
        return tuple(sorted(found, key=self._place))

    def _place(self, one: Commitment) -> tuple[object, ...]:
        return one.charter != self.charter_id, one.charter, number_order(one.number), one.id

    @cached_property
    def standards(self) -> Mapping[str, Standard]:
        """The standards by id."""
        return {key.split("/")[1]: _of_kind(key, one, Standard) for key, one in self._of("standard")}

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """The indicators by id."""
        return {key.split("/")[1]: _of_kind(key, one, Indicator) for key, one in self._of("indicator")}

    @cached_property
    def procedures(self) -> Mapping[str, Procedure]:
        """The procedures by id, with their texts."""
        return {
            key.split("/")[1]: _of_kind(key, {**one, "text": one.get("prose", {})}, Procedure)
            for key, one in self._of("procedure")
        }

    @cached_property
    def methodology(self) -> Methodology | None:
        """The methodology; None where it is not sealed."""
        content = self.records.get("methodology")
        return None if content is None else _of_kind("methodology", content, Methodology)

    @cached_property
    def bodies(self) -> Mapping[str, Text]:
        """The names of the bodies by id."""
        return {key.split("/")[1]: Text.of(one.get("name", {})) for key, one in self._of("body")}

    def _of(self, kind: str) -> Iterator[tuple[str, Content]]:
        return ((key, content) for key, content in sorted(self.records.items()) if key.startswith(f"{kind}/"))


def _of_kind(key: str, content: Content, kind: type[Record]) -> Record:
    found = typed(key, content)
    assert isinstance(found, kind)
    return found
