"""The chain of a charter's acts: every act names the seal of the one before it, over all releases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from charterkit.data.release_files import CONTENT
from charterkit.model.release import Act, ActKind, Release, first_day
from charterkit.problems import Problem, Spot, problem


@dataclass(frozen=True, slots=True)
class Link:
    """An act with the release that it is about."""

    release: Release
    act: Act


def chain(releases: Iterable[Release]) -> tuple[Link, ...]:
    """The acts of one charter from the first on, as far as each names the one before it."""
    following: dict[str, Link] = {}
    for link in links(releases):
        following.setdefault(link.act.previous, link)
    return tuple(_onward(following.get(""), following))


def newest_seal(releases: Iterable[Release]) -> str:
    """The seal of the last act of a charter; blank where nobody has acted yet."""
    found = chain(releases)
    return found[-1].act.seal if found else ""


def links(releases: Iterable[Release]) -> tuple[Link, ...]:
    """Every act of the releases, in the order in which their files are read."""
    return tuple(Link(release, act) for release in releases for act in release.acts)


def chain_problems(releases: Sequence[Release]) -> Iterator[Problem]:
    """Where the chain of one charter forks or is broken; nothing where every act follows the one before it."""
    own = links(releases)
    forks = tuple(_forks(own))
    yield from forks or _breaks(own)


def digest_problems(releases: Iterable[Release]) -> Iterator[Problem]:
    """Contents that are not those of which their acts speak."""
    for release in releases:
        act = next((act for act in release.acts if act.digest != release.digest), None)
        if act is not None:
            named = {"act": act.file, "expected": act.digest, "actual": release.digest}
            yield problem("release-digest", _content(release), **named)


def proposal_problems(releases: Sequence[Release]) -> Iterator[Problem]:
    """Releases that were proposed after an act that is not there, or approved after another that they do not know."""
    places = {link.act.seal: place for place, link in enumerate(chain(releases))}
    for release in releases:
        first = min((places.get(act.seal, len(places)) for act in release.acts), default=len(places))
        if release.previous and places.get(release.previous, first) >= first:
            yield problem("release-previous", _content(release), found=release.previous)
        elif overtaken := overtaking(release, releases):
            yield problem("release-overtaken", _content(release), found=overtaken.release.version)


def _content(release: Release) -> Spot:
    return Spot(f"{release.folder}/{CONTENT}")


def overtaking(release: Release, releases: Iterable[Release]) -> Link | None:
    """The approval of another text between the proposal of a release and its first approval, if there is one.

    Several releases may come from one decision: points that hold from a later day are a release of their own.
    """
    whole = chain(releases)
    approvals = [link for link in whole if link.act.kind is ActKind.APPROVAL]
    own = [link for link in approvals if link.release.version == release.version]
    if not own:
        return None
    seals = [link.act.seal for link in whole]
    since = seals.index(release.previous) + 1 if release.previous in seals else 0
    until = seals.index(own[0].act.seal)
    others = (link for link in whole[since:until] if link in approvals)
    return next((link for link in others if not any(_same(link.act, one.act) for one in own)), None)


def _same(one: Act, other: Act) -> bool:
    """Whether two acts were done by one decision; of what no source tells that cannot be said."""
    if one.by is None or one.day is None:
        return False
    return (one.by, one.day, one.number) == (other.by, other.day, other.number)


def _place(link: Link) -> tuple[bool, date, str]:
    day = first_day(link.act.day) if link.act.day is not None else date.min
    return bool(link.act.previous), day, link.act.file


def _onward(link: Link | None, following: dict[str, Link]) -> Iterator[Link]:
    seen: set[str] = set()
    while link is not None and link.act.seal not in seen:
        seen.add(link.act.seal)
        yield link
        link = following.get(link.act.seal)


def _forks(own: Iterable[Link]) -> Iterator[Problem]:
    """Acts that name the same act, or none, as the one before them."""
    taken: dict[str, Act] = {}
    for link in own:
        act = link.act
        other = taken.setdefault(act.previous, act)
        if other is not act:
            yield problem("release-chain-fork", Spot(act.file), found=act.file, other=other.file)


def _breaks(own: Sequence[Link]) -> Iterator[Problem]:
    """The ends of all pieces of a chain but its last: what the act after each says of it, and what it is."""
    following = {link.act.previous: link for link in own}
    seals = {link.act.seal for link in own}
    heads = [link for link in own if link.act.previous not in seals]
    heads.sort(key=_place)
    pieces = [tuple(_onward(head, following)) for head in heads]
    if pieces and pieces[0][0].act.previous:
        first = pieces[0][0].act
        yield problem("release-chain-missing", Spot(first.file), found=first.file, expected=first.previous)
    for piece, after in pairwise(pieces):
        tail, head = piece[-1].act, after[0].act
        named = {"found": tail.file, "after": head.file, "expected": head.previous, "actual": tail.seal}
        yield problem("release-chain", Spot(tail.file), **named)
