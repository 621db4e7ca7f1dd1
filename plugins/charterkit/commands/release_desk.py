"""Where releases are worked on: the folder, the charter and the release that were named, and the day."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from charterkit import report
from charterkit.commands.ask import Asker
from charterkit.commands.new_record import refuse_elsewhere
from charterkit.commands.options import PROBLEMS, chosen_day
from charterkit.data.load import Loaded, load
from charterkit.model.publication import Publication
from charterkit.model.release import Release
from charterkit.problems import Problem
from charterkit.rules.check import check
from charterkit.strings import Words, mark
from charterkit.text import nearest


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder without problems, with the release of it that somebody works on. `publication` is the working text."""

    folder: Path
    loaded: Loaded
    publication: Publication
    release: Release
    releases: Sequence[Release]
    today: date
    ask: Asker


def desk(folder: Path, charter: str, version: str, today: str, ask: Asker) -> Desk:
    """The release that was named. Ends the command where there is none, or where something is wrong with the files."""
    refuse_elsewhere(folder, ask)
    loaded = load(folder)
    day = chosen_day(today, loaded, ask.words)
    checked, publication = check(loaded), loaded.publication
    if not checked.publishable or publication is None:
        stop(checked.problems, ask.words)
    refuse_unknown(charter, tuple(publication.charters), ask.words)
    releases = publication.releases.get(charter, ())
    if not releases:
        command = f"charter release propose {charter}"
        message = mark("Nothing was proposed for this charter yet. Begin with {command}.")
        raise ask.refuse(message, command=command)
    release = next((one for one in releases if one.version == version), None)
    if release is None:
        raise ask.refuse(
            mark(
                "Version {found} of {charter} was never proposed. Versions that are here: {allowed}. "
                "To propose it: {command}"
            ),
            found=version,
            charter=charter,
            allowed=", ".join(one.version for one in releases),
            command=f"charter release propose {charter} --version {version}",
        )
    return Desk(folder, loaded, publication, release, releases, day, ask)


def refuse_unknown(asked: str, allowed: Sequence[str], words: Words) -> None:
    """UsageError for a name that is none of those that there are."""
    if asked in allowed:
        return
    best = nearest(asked, allowed)
    hint = words.say("Did you mean {nearest}?", nearest=best) if best else ""
    told = words.say(
        "There is no {found} here. Possible values: {allowed}.", found=asked, allowed=", ".join(allowed)
    )
    raise click.UsageError(f"{told} {hint}".rstrip())


def stop(found: Sequence[Problem], words: Words) -> NoReturn:
    """End the command: it was refused, and nothing was written."""
    if found:
        click.echo(report.as_text(found, words), err=True, nl=False)
    click.echo(words.say("Nothing was written."), err=True)
    sys.exit(PROBLEMS)


def not_written(file: str, error: OSError, words: Words) -> click.ClickException:
    """What to raise where the disk does not obey."""
    reason = error.strerror or type(error).__name__
    return click.ClickException(
        words.say("The file {file} cannot be written: {reason}.", file=file, reason=reason)
    )
