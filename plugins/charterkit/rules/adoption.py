"""Which promises of other charters hold under a charter too, for whom, and what cannot be adopted.

Only what a charter promises itself can be adopted. What the other charter has adopted in its turn is not handed on:
whoever wants that as well names it, so that every adoption can be read in one file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from charterkit.model.charter import Adoption, Charter
from charterkit.model.publication import Publication
from charterkit.problems import Problem, Spot, problem


def adopted_groups(charter: Charter, charters: Mapping[str, Charter]) -> tuple[tuple[str, str], ...]:
    """The groups (charter, group) that a charter adopts: in the order of its file, each once, none of its own."""
    found = (
        (adoption.charter, group)
        for adoption in charter.adopts
        if adoption.charter != charter.id
        for group in _groups(adoption, charters)
    )
    return tuple(dict.fromkeys(found))


def bound(charter: Charter) -> tuple[str, ...]:
    """The bodies that keep what a charter adopts: those it covers, or else the one that publishes it."""
    return charter.covers or (charter.publisher,)


def adoptions(publication: Publication) -> Iterator[Problem]:
    """Charters that adopt themselves, each other, or the same promises twice."""
    charters = publication.charters
    graph = {id: {one.charter for one in charter.adopts} for id, charter in charters.items()}
    for charter in charters.values():
        yield from _turns(charter, graph)
        yield from _repeated(charter, charters)


def _groups(adoption: Adoption, charters: Mapping[str, Charter]) -> tuple[str, ...]:
    other = charters.get(adoption.charter)
    own = tuple(group.id for group in other.groups) if other else ()
    return tuple(group for group in own if not adoption.groups or group in adoption.groups)


def _turns(charter: Charter, graph: Mapping[str, set[str]]) -> Iterator[Problem]:
    for index, adoption in enumerate(charter.adopts):
        spot = Spot(charter.file, ("adopts", index, "charter"))
        if adoption.charter == charter.id:
            yield problem("adoption-itself", spot, found=charter.id)
        elif charter.id in _reached(adoption.charter, graph):
            yield problem("adoption-circle", spot, found=charter.id, other=adoption.charter)


def _reached(start: str, graph: Mapping[str, set[str]]) -> set[str]:
    """Everything that a charter adopts, directly or through others."""
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        new = graph.get(ahead.pop(), set()) - seen
        seen |= new
        ahead += new
    return seen


def _repeated(charter: Charter, charters: Mapping[str, Charter]) -> Iterator[Problem]:
    before: set[tuple[str, str]] = set()
    for index, adoption in enumerate(charter.adopts):
        spot = Spot(charter.file, ("adopts", index))
        groups = _groups(adoption, charters)
        again = [group for group in groups if (adoption.charter, group) in before]
        before |= {(adoption.charter, group) for group in groups}
        # An entry that adopts everything repeats itself at one place only.
        for group in again if adoption.groups else again[:1]:
            here = spot.at("groups", adoption.groups.index(group)) if adoption.groups else spot.at("charter")
            yield problem("adoption-twice", here, found=group, other=adoption.charter)
