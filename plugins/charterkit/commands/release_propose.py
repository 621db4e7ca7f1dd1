"""`charter release propose`: the working text of a charter as files that a council can decide on."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, NoReturn

import click

from charterkit import report
from charterkit.commands.options import PROBLEMS, chosen_day, chosen_words, lang_option
from charterkit.data.load import load
from charterkit.data.loaded import Loaded
from charterkit.files import PublishRefused, remove_litter, write_atomic, write_new_folder, write_own_folder
from charterkit.model.publication import Publication
from charterkit.rules.check import Checked, check
from charterkit.rules.releases.proposing import Proposal, is_version, next_version, proposal
from charterkit.rules.standing import standing
from charterkit.strings import Words
from charterkit.text import nearest

# A folder that carries this file is a dossier of ours: it may be replaced by a new one.
MARKER: Final = ".charterkit-sitting"
_MARK: Final = b"This folder was made by `charter release propose`, which replaces it.\n"


@dataclass(frozen=True, slots=True)
class _Case:
    """A charter of a folder that is to be proposed, and who is told about it in which words."""

    folder: Path
    loaded: Loaded
    checked: Checked
    publication: Publication
    charter: str
    today: date
    words: Words
    recorded: bool = False


@click.command()
@click.argument("charter", metavar="CHARTER")
@click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The folder that holds charters/ and standards/.",
)
@click.option("--version", "version", default="", help="What the version is called; else the year.")
@click.option("--out", type=click.Path(path_type=Path), help="Where the files go; else FOLDER/sitting/….")
@click.option(
    "--recorded",
    is_flag=True,
    help="Enter an old version that was decided on before: only its text is written, and no reason is needed.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option(
    "--fonts",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with more fonts, for signs that the own ones lack.",
)
@lang_option
@click.option(
    "--date",
    "--today",
    "day",
    metavar="YYYY-MM-DD",
    default="",
    help="Propose as of this day instead of today.",
)
def propose(
    charter: str,
    folder: Path,
    version: str,
    out: Path | None,
    recorded: bool,
    dry_run: bool,
    fonts: tuple[Path, ...],
    lang: str | None,
    day: str,
) -> None:
    """Propose the working text of CHARTER: write the files for the sitting, and seal what is put to the vote.

    The files are a draft decision, the text, the changes and their reasons, a note and the sealed content, in every
    language of the vote. Until somebody has decided, proposing again replaces them. With --recorded only the text and
    its sealed content are written: an old version was decided on long ago.
    """
    words = chosen_words(lang)
    case = _case(folder, charter, day, words, recorded)
    found = _proposal(case, version)
    if dry_run:
        _tell(case, found)
        return
    _refuse_unready(case, found)
    target = out or folder / "sitting" / f"{charter}-{found.version}"
    _write(case, found, target, _files(case, found, fonts))
    _say_what_was_written(case, found, target)


def _say_what_was_written(case: _Case, found: Proposal, target: Path) -> None:
    words, named = case.words, {"charter": found.charter, "version": found.version}
    if case.recorded:
        click.echo(words.say("Written down as an old version: {charter}, version {version}.", **named))
        click.echo(
            words.say(
                "Its text, to be compared with the old document, is in {folder}. No draft decision, no table of "
                "changes and no note were made: nobody votes on it any more.",
                folder=str(target),
            )
        )
    else:
        click.echo(words.say("Proposed: {charter}, version {version}.", **named))
        click.echo(words.say("The files for the sitting are in {folder}.", folder=str(target)))
    click.echo(words.say("SHA-256 checksum of content.json:") + f" {found.digest}")
    if case.recorded:
        command = f"charter release enact {found.charter} {found.version} --does approval --recorded"
        click.echo(words.say("Now enter what was decided about it: {command}", command=command))


def _case(folder: Path, charter: str, day: str, words: Words, recorded: bool = False) -> _Case:
    loaded = load(folder)
    today = chosen_day(day, loaded, words)
    checked = check(loaded, today)
    if not checked.publishable or loaded.publication is None:
        click.echo(report.as_text(checked.problems, words), err=True, nl=False)
        _refuse(words.say("Nothing was proposed."))
    known = tuple(loaded.publication.charters)
    if charter not in known:
        told = words.say(
            "There is no {found} here. Possible values: {allowed}.", found=charter, allowed=", ".join(known)
        )
        best = nearest(charter, known)
        hint = words.say("Did you mean {nearest}?", nearest=best) if best else ""
        raise click.UsageError(f"{told} {hint}".rstrip())
    return _Case(folder, loaded, checked, loaded.publication, charter, today, words, recorded)


def _refuse(told: str) -> NoReturn:
    click.echo(told, err=True)
    sys.exit(PROBLEMS)


def _proposal(case: _Case, version: str) -> Proposal:
    words, releases = case.words, case.publication.releases.get(case.charter, ())
    if version and not is_version(version):
        told = words.say(
            "{version} cannot name a version. Use small letters, digits, dots and hyphens, at most {n} signs.",
            version=version,
            n=40,
        )
        raise click.UsageError(told)
    chosen = version or next_version(releases, case.today)
    if any(one.version == chosen and one.acts for one in releases):
        _refuse(
            words.say(
                "Version {version} has been decided on and cannot change any more. Name another version: {option}.",
                version=chosen,
                option=f"--version {next_version(releases, case.today)}",
            )
        )
    return proposal(case.publication, case.loaded.sources, case.charter, chosen, case.today)


def _refuse_unready(case: _Case, found: Proposal) -> None:
    words = case.words
    if found.changes_nothing:
        _refuse(words.say("Nothing has changed since the version in force, so there is nothing to propose."))
    if found.unexplained and not case.recorded:
        _tell_unexplained(case, found)
        _refuse(words.say("Nothing was proposed."))


def _tell_unexplained(case: _Case, found: Proposal) -> None:
    """Which changes lack a reason, and the lines to paste."""
    words, file = case.words, f"charters/{case.charter}/reasons.yml"
    click.echo(
        words.count(
            "{n} change has no reason yet. Whoever votes must be able to read why. Write it in {file}:",
            "{n} changes have no reason yet. Whoever votes must be able to read why. Write them in {file}:",
            len(found.unexplained),
            file=file,
        ),
        err=True,
    )
    begun = (case.folder / file).is_file()
    lines = [] if begun else ["kind: reasons", "changes:"]
    for subject in dict.fromkeys(one.subject for one in found.unexplained):
        lines += [f"  - subject: {subject}", "    why:"]
        for lang in found.languages:
            lines += [f"      {lang}: >-", "        ✎"]
    click.echo("\n".join(lines), err=True)


def _tell(case: _Case, found: Proposal) -> None:
    """What would be proposed, change by change."""
    from charterkit.exports.dossier.summary import summary

    words = case.words
    click.echo(words.say("Version {version}. Nothing is written.", version=found.version))
    if found.base is None:
        click.echo(words.say("The charter is proposed for the first time."))
    elif found.changes_nothing:
        click.echo(
            words.say("Nothing has changed since the version in force, so there is nothing to propose.")
        )
    for line in summary(found, case.publication, case.today, words.lang):
        click.echo(line)
    if found.unexplained and not case.recorded:
        _tell_unexplained(case, found)
        sys.exit(PROBLEMS)


def _files(case: _Case, found: Proposal, fonts: tuple[Path, ...]) -> dict[str, bytes]:
    from charterkit.exports.dossier.gather import Checks, desk, sitting
    from charterkit.exports.paper.faults import Fault

    publication = case.publication
    checks = Checks(case.today, case.checked.files, len(case.checked.acknowledged), case.recorded)
    told = sitting(found, publication, checks)
    try:
        return desk(told, publication, standing(publication, case.today), found.content, fonts)
    except Fault as error:
        raise click.ClickException(error.told(case.words, "--fonts")) from error


def _write(case: _Case, found: Proposal, target: Path, files: dict[str, bytes]) -> None:
    """The dossier first, the sealed content last: if it does not get so far, `enact` asks to propose again."""
    words = case.words
    try:
        write_own_folder(target, {MARKER: _MARK, **files}, marker=MARKER)
        _seal(case.folder / "charters" / case.charter / "releases" / found.version, found.content)
    except PublishRefused as error:
        told = words.say(
            "{folder} is no folder of files for a sitting. Nothing in it was changed. "
            "Name a new folder, or an empty one.",
            folder=str(error.path),
        )
        raise click.ClickException(told) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        told = words.say("The folder {folder} cannot be made: {reason}.", folder=str(target), reason=reason)
        raise click.ClickException(told) from error


def _seal(folder: Path, content: bytes) -> None:
    if folder.is_dir():
        remove_litter(folder)
        write_atomic(folder / "content.json", content)
    else:
        folder.parent.mkdir(parents=True, exist_ok=True)
        write_new_folder(folder, {"content.json": content})
