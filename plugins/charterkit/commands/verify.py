"""`charter verify`: whether what was decided is still what stands there, in three sentences."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from charterkit import report
from charterkit.commands.options import NOTHING_WRONG, PROBLEMS, WRONG_USE, chosen_words, lang_option
from charterkit.commands.release_desk import refuse_unknown
from charterkit.commands.verify_json import as_json
from charterkit.commands.verify_signed import Signed, said, signed
from charterkit.data.release_site import ByCharter, releases_of_repository, releases_of_site
from charterkit.problems import Problem
from charterkit.problems.of_releases import PUT_BACK
from charterkit.rules.releases.verify import Unlike, Verified, differences, up_to, with_more
from charterkit.rules.releases.verify import verify as verified
from charterkit.strings import Words
from charterkit.text import slug_ok

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
# What keeps a file from being looked at at all.
_UNREADABLE = frozenset({"file-unreadable", "file-too-large", "file-outside", "release-format"})
_UNSIGNED = Signed()


@click.command()
@click.argument("what", required=False, metavar="[CHARTER|SITE|FOLDER]")
@click.argument("version", required=False)
@click.option("--folder", type=_FOLDER, default=".", help="The folder of the charters; else here.")
@click.option(
    "--signers", type=_FILE, help="An allowed-signers file of OpenSSH: check signatures against it."
)
@click.option(
    "--needed", type=click.IntRange(1), help="How many signatures the newest act needs; else one of each."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print.")
@lang_option
def verify(
    what: str | None,
    version: str | None,
    folder: Path,
    signers: Path | None,
    needed: int | None,
    form: str,
    lang: str | None,
) -> None:
    """Check that the versions of CHARTER (else of all charters) are as they were sealed, or those of a built SITE.

    Every digest is computed again from the bytes of the files. With VERSION, only that version and those before it.
    Where the folder of the charters is at hand, a site is compared with it as well; that folder may be named in the
    place of a charter, too. Exits with 0 if everything is as
    it was sealed, with 1 if something differs, and with 2 if it cannot be checked.
    """
    words = chosen_words(lang)
    folder, what = _where(what, folder)
    known, wrong = releases_of_repository(folder)
    site = _site(what, folder, known)
    unlike: Mapping[str, tuple[Unlike, ...]] = {}
    if site is not None:
        repository, (known, wrong) = known, releases_of_site(site)
        unlike = {id: tuple(differences(own, repository.get(id, ()))) for id, own in known.items()}
        what = None
    if form == "json" and not known:
        click.echo(as_json((), (), (), words), nl=False)
    chosen = _chosen(what, known, words)
    found = [_one(verified(known[id]), unlike.get(id, ()), wrong, version, words) for id in chosen]
    proofs = [signed(site or folder, known[one.charter], one.newest, signers, needed) for one in found]
    if form == "json":
        codes = [_exit((one,), (proof,)) for one, proof in zip(found, proofs, strict=True)]
        click.echo(as_json(found, proofs, codes, words), nl=False)
    else:
        _tell(found, proofs, words)
    sys.exit(_exit(found, proofs))


def _tell(found: Sequence[Verified], proofs: Sequence[Signed], words: Words) -> None:
    for number, (one, proof) in enumerate(zip(found, proofs, strict=True)):
        click.echo("\n" * bool(number) + "\n".join((*sentences(one, words, proof), *said(proof, words))))


def sentences(found: Verified, words: Words, proof: Signed = _UNSIGNED) -> Iterator[str]:
    """What was checked, what differs, what to do."""
    yield words.count(
        "Charter {charter}: {n} file of its versions was checked; every checksum was worked out again.",
        "Charter {charter}: {n} files of its versions were checked; every checksum was worked out again.",
        found.files,
        charter=found.charter,
    )
    if not (found.problems or found.unlike):
        yield words.say("Everything is as it was sealed.")
        yield " ".join(_fine(found, words, proof))
        return
    yield words.say("This differs:")
    yield from (f"- {one.spot.file}: {report.sentence(one, words)}" for one in found.problems)
    yield from (_unlike(one, words) for one in found.unlike)
    yield words.say("What to do: {cure}", cure=" ".join(_cures(found, words)))
    if found.good:
        yield words.say(
            "The last version that is whole, with all before it, is {version}.", version=found.good
        )
    else:
        yield words.say("No version is whole from the first on.")


def _unlike(one: Unlike, words: Words) -> str:
    return words.say(
        "- {file}: The site shows another file than the repository holds: {sealed}.",
        file=one.published,
        sealed=one.sealed,
    )


def _cures(found: Verified, words: Words) -> Iterator[str]:
    """What to do about everything that was found, each piece of advice once."""
    yield from dict.fromkeys(_cure(one, words) for one in found.problems)
    if found.unlike:
        yield words.say(
            "Build the site again from the repository. If the repository was changed, put its file back as it was"
            " written."
        )


def _cure(found: Problem, words: Words) -> str:
    """What to do; the cure of a mistake in a draft is none for a file that is sealed."""
    return report.cure(found, words) if found.id.startswith("release-") else words.say(PUT_BACK)


def _fine(found: Verified, words: Words, proof: Signed) -> Iterator[str]:
    if not proof.differs:
        yield words.say("There is nothing to do.")
    if found.good:
        yield words.say(
            "The last version that is whole, with all before it, is {version}.", version=found.good
        )
    if found.unguarded and not proof.names:
        yield words.say(
            "Only a later act or a signature can show whether the newest act was changed: {file}.",
            file=found.unguarded,
        )


def _where(what: str | None, folder: Path) -> tuple[Path, str | None]:
    """The folder of the charters and what was named of it: other commands take the folder in this place."""
    if what is None or (folder / "charters" / what / "charter.yml").is_file():
        return folder, what
    is_source = (Path(what) / "charters" / "publisher.yml").is_file()
    return (Path(what), None) if is_source else (folder, what)


def _site(what: str | None, folder: Path, known: ByCharter) -> Path | None:
    """The folder of a built site, where that is what was named."""
    if what is None or what in known or (slug_ok(what) and (folder / "charters" / what).is_dir()):
        return None
    return Path(what) if Path(what).is_dir() else None


def _chosen(what: str | None, known: ByCharter, words: Words) -> tuple[str, ...]:
    if not known:
        click.echo(words.say("There are no versions here, so there is nothing to check."), err=True)
        sys.exit(WRONG_USE)
    if what is None:
        return tuple(known)
    refuse_unknown(what, tuple(known), words)
    return (what,)


def _one(
    found: Verified, unlike: tuple[Unlike, ...], all: tuple[Problem, ...], version: str | None, words: Words
) -> Verified:
    """What was found about one charter, with what could not be read of it."""
    here = tuple(one for one in all if one.spot.file.startswith(f"charters/{found.charter}/"))
    whole = with_more(found, here, unlike)
    if version is None:
        return whole
    refuse_unknown(version, tuple(one.version for one in whole.releases), words)
    return up_to(whole, version)


def _exit(found: Sequence[Verified], proofs: Sequence[Signed]) -> int:
    """1 before 2: what is known to differ counts for more than what could not be looked at."""
    unlike = any(one.unlike for one in found) or any(one.differs for one in proofs)
    problems = {one.id for checked in found for one in checked.problems}
    if unlike or problems - _UNREADABLE:
        return PROBLEMS
    return WRONG_USE if problems or not all(one.checkable for one in proofs) else NOTHING_WRONG
