"""What a release in full is made of: records with their texts, each at its place in the sealed content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from charterkit.model.common import Ended, Lineage, Source, Titled
from charterkit.model.publication import Publication
from charterkit.model.release import Release
from charterkit.model.requirement import Requirement
from charterkit.site.context import Context, Fact
from charterkit.site.pieces import Piece
from charterkit.site.records import ended_note, source_links
from charterkit.site.releases.demand_places import demand_place
from charterkit.text import Text


@dataclass(frozen=True, slots=True)
class Said:
    """Something that a release says; `seal` is its place in the sealed content, blank where it cannot be compared."""

    text: Piece | str
    seal: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class SaidRow:
    """What is said under one term."""

    term: Piece | str
    values: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class SealedItem:
    """A record, or a passage of one; `id` is its anchor, blank for a passage, `leads` are the words that it is about."""

    id: str
    number: str
    title: Said
    leads: tuple[Said, ...] = ()
    rows: tuple[SaidRow, ...] = ()


@dataclass(frozen=True, slots=True)
class SealedPart:
    """A chapter of a release in full; `id` is its anchor, `number` that of the one record which it holds."""

    id: str
    title: Said
    intro: tuple[Said, ...]
    items: tuple[SealedItem, ...]
    rows: tuple[SaidRow, ...] = ()
    number: str = ""


def anchor(key: str) -> str:
    """Where a record stands on its page of a release in full."""
    kind, _, id = key.partition("/")
    match kind:
        case "charter":
            return "main"
        case "body":
            return "scope"
        case "commitment":
            return f"promise-{id.replace('/', '--')}"
        case "methodology":
            return kind
        case _:
            return f"{kind}-{id}"


def nowhere(key: str) -> str:
    """The way to a record where none is shown."""
    return ""


@dataclass(frozen=True, eq=False)
class Whole:
    """A release by itself, to be read in one language: `context` counts in the units of the release.

    `others` holds the names of records that the release names without holding them, `way` leads to a record in the
    release. A draft is not `sealed`: there is nothing yet that it could be compared with, and not all of it is shown.
    """

    context: Context
    release: Release
    records: Publication
    others: Publication
    way: Callable[[str], str] = nowhere
    sealed: bool = True

    def say(self, message: str, /, **named: object) -> str:
        """A sentence in the reader's language."""
        return self.context.say(message, **named)

    @property
    def comparable(self) -> bool:
        """Whether the page is in a language of the decision, and the text sealed."""
        return self.sealed and self.context.reader.lang in self.release.languages

    def record(self, key: str) -> Record:
        """A record of the release."""
        return Record(self, key, self.release.records.get(key, {}))

    def body(self, id: str) -> Said:
        """The name of a body as it was sealed."""
        body = self.records.bodies.get(id)
        if body is None:
            return Said(id)
        return Said(self.context.line(body.name), f"body/{id}#name" if self.comparable else "")

    def named(self, kind: str, id: str) -> Said:
        """The title of a standard, an indicator or a service, leading to it in the release.

        Of one that the release does not hold, the title of today.
        """
        found = _among(self.records, kind).get(id)
        if found is None:
            today = _among(self.others, kind).get(id)
            return Said(self.context.line(today.title) if today else id)
        return Said(self.context.line(found.title), "", self.way(f"{kind}/{id}"))


@dataclass(eq=False)
class Record:
    """One record on its way into the page: it remembers which of its sealed texts have been placed."""

    whole: Whole
    key: str
    content: Mapping[str, Any]
    placed: set[str] = field(default_factory=set)

    def at(self, path: str) -> str:
        """The place of a text, for comparing it; blank on a translation, and where nothing of it was sealed."""
        self.placed.add(path)
        known = self.whole.comparable and _is_there(self.content, path.split("/"))
        return f"{self.key}#{path}" if known else ""

    def line(self, text: Text, path: str) -> Said:
        """A short text."""
        return Said(self.whole.context.line(text), self.at(path))

    def block(self, text: Text, path: str) -> Said:
        """A long text."""
        return Said(self.whole.context.block(text), self.at(path))

    def demand(self, requirement: Requirement, path: str) -> str:
        """The place of the number, or of the words, of a target or a norm."""
        place = demand_place(requirement, path)
        return self.at(place) if place else ""

    def row(self, term: str, text: Text, path: str) -> Iterator[SaidRow]:
        """A long text under its term; nothing where there is none."""
        if text:
            yield SaidRow(term, (self.block(text, path),))

    def passages(self, passages: Iterable[Titled], path: str) -> Iterator[SealedItem]:
        """Named passages: principles, rights, duties, sections."""
        for index, one in enumerate(passages):
            here = f"{path}/{index}"
            title = self.line(one.title, f"{here}/title") if one.title else Said("")
            yield SealedItem("", "", title, (self.block(one.text, f"{here}/text"),) if one.text else ())

    def sources(self, sources: Iterable[Source], path: str = "legal_basis") -> Iterator[SaidRow]:
        """Laws that a record rests on."""
        found = tuple(sources)
        for index in range(len(found)):
            self.placed.add(f"{path}/{index}/title")
        links = source_links(self.whole.context, found)
        if links:
            yield SaidRow(self.whole.say("Legal basis"), tuple(Said(one.text, "", one.href) for one in links))

    def facts(self, facts: Iterable[Fact], *paths: str) -> Iterator[SaidRow]:
        """Facts as other pages have them; `paths` are the sealed texts in them, placed without comparing."""
        self.placed |= set(paths)
        for fact in facts:
            yield SaidRow(fact.term, tuple(Said(one.text, "", one.href) for one in fact.values))

    def origin(self, lineage: Lineage | None, kind: str) -> Iterator[SaidRow]:
        """Where a record comes from."""
        if lineage is None or not lineage.origins:
            return
        if lineage.how == "turned_round":
            term = self.whole.say("Predecessor (counted the other way round)")
        else:
            term = self.whole.say("Predecessors" if len(lineage.origins) > 1 else "Predecessor")
        yield SaidRow(term, tuple(self._origin(kind, id) for id in lineage.origins))

    def _origin(self, kind: str, id: str) -> Said:
        if kind == "commitment":
            charter = self.key.split("/")[1]
            found = self.whole.records.commitments.get(f"{charter}/{id}")
            if found is None:
                return Said(id)
            way = self.whole.way(f"commitment/{found.full_id}")
            return Said(self.whole.context.line(found.title), "", way)
        return self.whole.named(kind, id)

    def end(self, ended: Ended | None) -> Iterator[SaidRow]:
        """That a record holds no longer."""
        if ended is not None:
            note = Said(ended_note(self.whole.context, ended))
            reason = (self.block(ended.reason, "ended/reason"),) if ended.reason else ()
            yield SaidRow(self.whole.say("End"), (note, *reason))

    def rest(self) -> Iterator[SaidRow]:
        """Sealed texts that no row above has shown: nothing that was approved is left out."""
        found = [
            (path, words)
            for path, words in _texts(self.content, self.whole.release.languages)
            if path not in self.placed
        ]
        values = tuple(self.block(Text.of(words), path) for path, words in found)
        if values:
            yield SaidRow(self.whole.say("Also part of the approved text"), values)


def _among(records: Publication, kind: str) -> Mapping[str, Any]:
    among: Mapping[str, Mapping[str, Any]] = {
        "standard": records.standards,
        "indicator": records.indicators,
        "service": records.services,
    }
    return among[kind]


def _is_there(value: Any, path: Iterable[str]) -> bool:
    """Whether a content holds something at a place."""
    for part in path:
        if isinstance(value, Mapping) and part in value:
            value = value[part]
        elif isinstance(value, (list, tuple)) and part.isdecimal() and int(part) < len(value):
            value = value[int(part)]
        else:
            return False
    return True


def _texts(
    value: Any, languages: tuple[str, ...], path: tuple[str, ...] = ()
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Every text for people in a content, with its place."""
    if isinstance(value, Mapping):
        if value and all(key in languages and isinstance(one, str) for key, one in value.items()):
            yield "/".join(path), value
            return
        for key, one in value.items():
            yield from _texts(one, languages, (*path, key))
    elif isinstance(value, (list, tuple)):
        for index, one in enumerate(value):
            yield from _texts(one, languages, (*path, str(index)))
