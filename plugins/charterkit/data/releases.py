"""Reads the releases of charters: folders of sealed files go in, releases and every problem come out.

Nothing here asks whether acts and contents belong together: that is for `rules/releases/verify.py` to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from charterkit.data import release_json, schema, source
from charterkit.data.act_gaps import act_gaps
from charterkit.data.build import build
from charterkit.data.content import digest
from charterkit.data.release_files import ACT, CONTENT, TEXTS, ReleaseFiles, ReleaseFolder, files_of, folders
from charterkit.data.release_formats import known, of_today
from charterkit.model.release import Act, Release, Translations, first_day
from charterkit.problems import Problem, Spot, problem

Releases = Mapping[str, tuple[Release, ...]]

DIGEST = re.compile(r"[0-9a-f]{64}")
_KEY = re.compile(
    r"methodology|commitment/[a-z0-9-]+/[a-z0-9-]+|(?:charter|standard|indicator|procedure|service|body)/[a-z0-9-]+"
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")


@dataclass(frozen=True, slots=True)
class _Known:
    """A folder as it was read, with what it was read from."""

    folder: ReleaseFolder
    release: Release | None
    problems: tuple[Problem, ...]


@dataclass
class ReleaseReader:
    """Reads the releases below a root again and again, looking only at folders that changed in between."""

    root: Path
    _known: dict[str, _Known] = field(default_factory=dict)

    def read(self) -> tuple[Releases, tuple[Problem, ...]]:
        """The releases of each charter in the order of their first acts, those without an act last."""
        found, problems = folders(self.root)
        read = [self._one(folder) for folder in found]
        self._known = {one.folder.folder: one for one in read}
        by_charter: dict[str, list[Release]] = {}
        for one in read:
            if one.release is not None:
                by_charter.setdefault(one.release.charter, []).append(one.release)
        ordered = {charter: in_order(own) for charter, own in by_charter.items()}
        return ordered, (*problems, *(wrong for one in read for wrong in one.problems))

    def _one(self, folder: ReleaseFolder) -> _Known:
        kept = self._known.get(folder.folder)
        if kept is not None and kept.folder == folder:
            return kept
        files, unreadable = files_of(self.root, folder)
        named = (files.charter, files.version, files.folder)
        release, problems = _release_in(*named, tuple(files.files.items()))
        return _Known(folder, release, (*unreadable, *problems))


def read_releases(root: Path) -> tuple[Releases, tuple[Problem, ...]]:
    """The releases of each charter below a root, with what is wrong in their files."""
    return ReleaseReader(root).read()


def in_order(releases: Iterable[Release]) -> tuple[Release, ...]:
    """Releases of one charter by the place of their first acts in its chain, those without an act last.

    An act that the chain does not reach (it is broken then) counts by its day, behind those that it reaches.
    """
    own = tuple(releases)
    following = {act.previous: act.seal for one in own for act in one.acts}
    places: dict[str, int] = {}
    seal = following.get("")
    while seal is not None and seal not in places:
        places[seal] = len(places)
        seal = following.get(seal)

    def first(release: Release) -> tuple[int, date, str]:
        if not release.acts:
            return len(places) + 1, date.max, release.version
        act = min(release.acts, key=lambda one: places.get(one.seal, len(places)))
        day = first_day(act.day) if act.day is not None else date.min
        return places.get(act.seal, len(places)), day, release.version

    return tuple(sorted(own, key=first))


@lru_cache(maxsize=64)
def _release_in(
    charter: str, version: str, folder: str, files: tuple[tuple[str, bytes], ...]
) -> tuple[Release | None, tuple[Problem, ...]]:
    return release_of(ReleaseFiles(charter, version, folder, dict(files)))


def release_of(files: ReleaseFiles) -> tuple[Release | None, tuple[Problem, ...]]:
    """The release in its files, where its content can be understood, and what is wrong in each of them."""
    if CONTENT not in files.files:
        return None, (problem("release-content-missing", Spot(files.folder)),)
    content, problems = read_content(files)
    acts, wrong_acts = read_acts(files)
    texts, wrong_texts = _translations(files)
    found = (*problems, *wrong_acts, *wrong_texts)
    if content is None:
        return None, found
    release = Release(
        files.charter,
        files.version,
        digest(files.files[CONTENT]),
        {key: one["content"] for key, one in content["records"].items()},
        tuple(content["languages"]),
        content["previous"],
        acts,
        texts,
        files.folder,
        files.files,
    )
    return release, found


def read_content(files: ReleaseFiles) -> tuple[dict[str, Any] | None, tuple[Problem, ...]]:
    """What content.json says in today's format, where it can be understood, and what is wrong with it."""
    file, raw = files.path(CONTENT), files.files[CONTENT]
    read = release_json.read(file, raw)
    if read.problems:
        return None, read.problems
    shape = _content_shape(file, read.data)
    if shape:
        return None, shape
    problems = (*_place(file, files, read.data), *_fingerprints(file, read.data["records"]))
    if not release_json.is_canonical(read.data, raw):
        problems += (problem("release-not-canonical", Spot(file)),)
    return of_today(read.data), problems


def _content_shape(file: str, data: Any) -> tuple[Problem, ...]:
    """The problem of a file that holds no content of a known format; nothing where it does."""
    format = data.get("format") if isinstance(data, dict) else None
    if isinstance(format, str) and format not in known():
        return (problem("release-format", Spot(file), found=format, known=", ".join(known())),)
    wrong = next(_misshapen(data), None)
    return () if wrong is None else (problem("release-field", Spot(file), found=wrong),)


def _misshapen(data: Any) -> Iterator[str]:
    """The names of fields of a content.json that are missing or are not what they should be."""
    if not isinstance(data, dict):
        yield CONTENT
        return
    yield from (name for name, fits in _FIELDS.items() if name not in data or not fits(data[name]))
    yield from (name for name in data if name not in _FIELDS)
    for key, one in data["records"].items() if isinstance(data.get("records"), dict) else ():
        if not _KEY.fullmatch(key) or not _is_record(one):
            yield f"records/{key}"


def _is_record(one: object) -> bool:
    if not isinstance(one, dict) or set(one) != {"sha256", "content"}:
        return False
    return _is_digest(one["sha256"]) and isinstance(one["content"], dict)


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and DIGEST.fullmatch(value) is not None


def _are_languages(value: object) -> bool:
    if not isinstance(value, list) or not value:
        return False
    return all(isinstance(one, str) and _LANGUAGE.fullmatch(one) is not None for one in value)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


_FIELDS: Mapping[str, Callable[[object], bool]] = {
    "format": _is_text,
    "charter": _is_text,
    "version": _is_text,
    "previous": lambda value: value == "" or _is_digest(value),
    "languages": _are_languages,
    "records": lambda value: bool(value) and isinstance(value, dict),
}


def _place(file: str, files: ReleaseFiles, data: Mapping[str, Any]) -> Iterator[Problem]:
    found, wanted = f"{data['charter']} {data['version']}", f"{files.charter} {files.version}"
    if found != wanted:
        yield problem("release-elsewhere", Spot(file), found=found, wanted=wanted)


def _fingerprints(file: str, records: Mapping[str, Any]) -> Iterator[Problem]:
    for key, one in records.items():
        raw = release_json.canonical_again(one["content"])
        now = "" if raw is None else digest(raw)
        if now != one["sha256"]:
            yield problem("release-record", Spot(file), found=key, expected=one["sha256"], actual=now)


def read_acts(files: ReleaseFiles) -> tuple[tuple[Act, ...], tuple[Problem, ...]]:
    """The acts that can be read, in the order of their numbers, and what is wrong with their files."""
    acts: list[Act] = []
    problems: list[Problem] = [*_gaps(files)]
    for name in files.acts:
        act, wrong = read_act(files.path(name), files.files[name])
        acts += [act] if act is not None else []
        problems += wrong
    return tuple(acts), tuple(problems)


def read_act(file: str, raw: bytes) -> tuple[Act | None, tuple[Problem, ...]]:
    """The act in a file, where its schema says yes; its seal is the SHA-256 of these very bytes."""
    document = source.read(file, raw)
    if document.problems:
        return None, document.problems
    if not isinstance(document.data, dict):
        return None, (_placed(problem("yaml-not-a-record", Spot(file), wanted="act"), document),)
    found = schema.check("act", document.data, file) or tuple(act_gaps(document.data, file))
    if found:
        return None, tuple(_placed(one, document) for one in found)
    plain = {key: value for key, value in document.data.items() if key != "kind"}
    return build(Act, plain, seal=digest(raw), file=file), ()


def _placed(found: Problem, document: source.Document) -> Problem:
    """The problem with its line and column: nobody keeps the documents of acts to ask for them later."""
    place = document.place(found.spot)
    return replace(found, spot=replace(found.spot, line=place.line, column=place.column))


def _gaps(files: ReleaseFiles) -> Iterator[Problem]:
    for wanted, name in enumerate(files.acts, start=1):
        match = ACT.fullmatch(name)
        if match is not None and int(match[1]) != wanted:
            yield problem("release-act-missing", Spot(files.folder), wanted=f"act-{wanted}.yml")
            return


def _translations(files: ReleaseFiles) -> tuple[Mapping[str, Translations], tuple[Problem, ...]]:
    found: dict[str, Translations] = {}
    problems: list[Problem] = []
    for name, raw in files.files.items():
        match = TEXTS.fullmatch(name)
        if match is not None:
            kept, wrong = _translation(files.path(name), raw, match[1])
            problems += wrong
            if kept is not None:
                found[kept.lang] = kept
    return found, tuple(problems)


def _translation(file: str, raw: bytes, lang: str) -> tuple[Translations | None, Sequence[Problem]]:
    read = release_json.read(file, raw)
    if read.problems:
        return None, read.problems
    wrong = _untranslated(read.data, lang)
    if wrong:
        return None, (problem("release-field", Spot(file), found=wrong),)
    texts = {
        (key, path): (one["text"], one["of"])
        for key, paths in read.data["texts"].items()
        for path, one in paths.items()
    }
    return Translations(lang, texts), ()


def _untranslated(data: Any, lang: str) -> str:
    """The first field of a file of translations that is not what it should be; blank where all are."""
    if not isinstance(data, dict) or set(data) != {"lang", "texts"}:
        return "texts"
    if data["lang"] != lang:
        return "lang"
    if not isinstance(data["texts"], dict):
        return "texts"
    for key, paths in data["texts"].items():
        if not isinstance(paths, dict):
            return f"texts/{key}"
        for path, one in paths.items():
            if not isinstance(one, dict) or set(one) != {"text", "of"} or not isinstance(one["text"], str):
                return f"texts/{key}/{path}"
            if not _is_digest(one["of"]):
                return f"texts/{key}/{path}/of"
    return ""
