"""Whether the releases of a charter are as they were sealed: all is computed again from the bytes as they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from charterkit.data.content import digest
from charterkit.data.release_files import CONTENT, ReleaseFiles
from charterkit.data.releases import in_order, read_acts, release_of
from charterkit.model.publication import Publication
from charterkit.model.release import Release
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.releases.chain import chain, chain_problems, digest_problems, proposal_problems
from charterkit.rules.releases.wording import wording_problems


@dataclass(frozen=True, slots=True)
class Unlike:
    """A file that a site shows otherwise than the repository holds it; the paths of both."""

    published: str
    sealed: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found in the releases of one charter.

    `good` is the newest release that, with all before it, is as it was sealed; `newest` is the file of the last
    act, and `unguarded` too where no later one vouches for it.
    """

    charter: str
    releases: tuple[Release, ...]
    files: int
    problems: tuple[Problem, ...]
    unlike: tuple[Unlike, ...] = ()
    good: str = ""
    unguarded: str = ""
    newest: str = ""


def verify(files: Iterable[ReleaseFiles]) -> Verified:
    """What the files of all releases of one charter say about each other."""
    own = tuple(files)
    read = [release_of(one) for one in own]
    problems = tuple(wrong for _, found in read for wrong in found)
    whole = [release for release, _ in read if release is not None]
    blind = [_unread(one) for one, (release, _) in zip(own, read, strict=True) if release is None]
    releases = in_order((*whole, *blind))
    problems += tuple(_together(releases, readable=not problems))
    problems += tuple(_unreadable_act(own, releases))
    count = sum(len(one.files) for one in own)
    acts = chain(releases)
    charter = own[0].charter if own else ""
    last = acts[-1].act.file if acts else ""
    good = _last_good(releases, (one.spot.file for one in problems))
    return Verified(charter, releases, count, problems, (), good, last, last)


def _unread(files: ReleaseFiles) -> Release:
    """A release whose content cannot be understood: its acts keep their place in the chain."""
    content = files.files.get(CONTENT)
    acts = read_acts(files)[0]
    now = digest(content) if content is not None else acts[0].digest if acts else ""
    return Release(files.charter, files.version, now, {}, (), "", acts, folder=files.folder)


def _unreadable_act(files: Iterable[ReleaseFiles], releases: Iterable[Release]) -> Iterator[Problem]:
    """What the next act says of an act that cannot be read any more, where only one can be meant."""
    raw = {one.path(name): one.files[name] for one in files for name in one.acts}
    acts = [act for release in releases for act in release.acts]
    blind = sorted(raw.keys() - {act.file for act in acts})
    seals = {"", *(digest(one) for one in raw.values())}
    after = [act for act in acts if act.previous not in seals]
    if len(blind) == len(after) == 1:
        found, (act,) = blind[0], after
        named = {"found": found, "after": act.file, "expected": act.previous, "actual": digest(raw[found])}
        yield problem("release-chain", Spot(found), **named)


def release_problems(publication: Publication) -> Iterator[Problem]:
    """What is wrong between the sealed files of all charters."""
    for releases in publication.releases.values():
        yield from _together(releases)


def differences(one: Iterable[ReleaseFiles], other: Iterable[ReleaseFiles]) -> Iterator[Unlike]:
    """Files that are another on a site than in the repository; what only the repository has is not published yet."""
    known = {(own.charter, own.version): own for own in other}
    for published in one:
        sealed = known.get((published.charter, published.version))
        for name, raw in published.files.items() if sealed is not None else ():
            if sealed is not None and sealed.files.get(name, raw) != raw:
                yield Unlike(published.path(name), sealed.path(name))


def _together(releases: Sequence[Release], readable: bool = True) -> Iterator[Problem]:
    """What is wrong between acts and contents; where a file is unreadable, its absence is not told once more."""
    broken = tuple(chain_problems(releases)) if readable else ()
    yield from broken
    yield from digest_problems(releases)
    if readable and not broken:
        yield from proposal_problems(releases)
    yield from wording_problems([one for one in releases if one.records])


def _last_good(releases: Iterable[Release], files: Iterable[str]) -> str:
    """The last release before the first in whose folder a file is wrong; blank where there is none."""
    wrong = set(files)
    good = ""
    for release in releases:
        if any(_below(file, (release.folder,)) for file in wrong):
            break
        good = release.version if release.acts else good
    return good


def with_more(verified: Verified, problems: Iterable[Problem], unlike: Iterable[Unlike]) -> Verified:
    """The same with problems that were found elsewhere, and with what is not as in the repository."""
    whole, others = tuple(dict.fromkeys((*verified.problems, *problems))), tuple(unlike)
    files = (*(one.spot.file for one in whole), *(one.published for one in others))
    return replace(verified, problems=whole, unlike=others, good=_last_good(verified.releases, files))


def up_to(verified: Verified, version: str) -> Verified:
    """The same for one release and all that came before it: what came later cannot change it."""
    position = next(at for at, one in enumerate(verified.releases) if one.version == version)
    kept, later = verified.releases[: position + 1], verified.releases[position + 1 :]
    away = tuple(one.folder for one in later)
    problems = tuple(one for one in verified.problems if not _below(one.spot.file, away))
    unlike = tuple(one for one in verified.unlike if not _below(one.published, away))
    files = (*(one.spot.file for one in problems), *(one.published for one in unlike))
    return replace(
        verified,
        releases=kept,
        files=sum(1 + len(one.acts) + len(one.translations) for one in kept),
        problems=problems,
        unlike=unlike,
        good=_last_good(kept, files),
        unguarded="" if _acted(later) else verified.unguarded,
        newest=next((one.acts[-1].file for one in reversed(kept) if one.acts), ""),
    )


def _acted(releases: Iterable[Release]) -> bool:
    return any(one.acts for one in releases)


def _below(file: str, folders: Iterable[str]) -> bool:
    return any(file == folder or file.startswith(f"{folder}/") for folder in folders)
