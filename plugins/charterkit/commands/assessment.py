"""`charter assessment`: sheets for assessors, their answers for the meeting of the group, the scores agreed there.

What single persons think never gets into the folder of the records: whatever holds it is written somewhere else.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from charterkit import report
from charterkit.commands.options import PROBLEMS, chosen_words, lang_option
from charterkit.data.load import load
from charterkit.files import inside, write_atomic, write_new_files
from charterkit.model.assessment import Assessment
from charterkit.model.publication import Publication
from charterkit.rules.check import check
from charterkit.strings import Words, mark
from charterkit.strings import words as words_of
from charterkit.text import nearest

if TYPE_CHECKING:
    from charterkit.exports.assessment.reading import Fault

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_folder = click.option(
    "--folder", type=_FOLDER, default=".", help="The folder that holds charters/ and standards/."
)


@click.group()
def assessment() -> None:
    """Help a group to assess its own organisation by the Common Assessment Framework (CAF)."""


@assessment.command()
@click.argument("id", metavar="ID")
@_folder
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="Where the sheets go: outside the records."
)
@click.option("--by-group", is_flag=True, help="One sheet for each group instead of one for each assessor.")
@lang_option
def sheets(id: str, folder: Path, out: Path, by_group: bool, lang: str | None) -> None:
    """Write the empty sheets (.xlsx) of the assessors of the self-assessment ID.

    Every assessor has a number and fills in a sheet alone. The sheets are in the language of --lang.
    """
    from charterkit.exports.assessment.sheets import assessor_sheet, file_name, seats

    words = chosen_words(lang)
    publication, one = _found(folder, id, words)
    _refuse_inside(folder, out, words)
    if not one.groups:
        _stop(words.say("{file} names no groups:, so nobody knows how many sheets to make.", file=one.file))
    order = publication.publisher.reading_order
    told = words_of(lang or publication.publisher.root_language)
    made = {file_name(one, seat): assessor_sheet(one, seat, told, order) for seat in seats(one, by_group)}
    try:
        out.mkdir(parents=True, exist_ok=True)
        write_new_files(out, made)
    except FileExistsError:
        _stop(
            words.say(
                "There are sheets in {folder} already. Name another folder: nothing is overwritten.",
                folder=out,
            )
        )
    except OSError as error:
        _stop_for(words, out, error)
    click.echo(
        words.count(
            "{n} sheet was written to {folder}.",
            "{n} sheets were written to {folder}.",
            len(made),
            folder=str(out),
        )
    )


@assessment.command()
@click.argument("id", metavar="ID")
@click.argument("sheets", metavar="SHEETS", type=_FOLDER)
@_folder
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="The workbook to write: outside the records.",
)
@lang_option
def collect(id: str, sheets: Path, folder: Path, out: Path, lang: str | None) -> None:
    """Gather the filled-in sheets of the folder SHEETS in one workbook for the meeting of the group.

    It shows where the assessors are furthest apart, and what they wrote, by numbers. Nothing is written while a sheet
    cannot be understood.
    """
    from charterkit.exports.assessment.collecting import collect as read_sheets
    from charterkit.exports.assessment.meeting import meeting_book

    words = chosen_words(lang)
    publication, one = _found(folder, id, words)
    _refuse_inside(folder, out, words)
    _refuse_inside(folder, sheets, words)
    # `~$name.xlsx` is what Excel leaves beside an open file.
    paths = sorted(path for path in sheets.glob("*.xlsx") if not path.name.startswith("~$"))
    files = _read(paths, words)
    if not files:
        _stop(words.say("There is no sheet (.xlsx) in {folder}.", folder=sheets))
    filled, faults = read_sheets(one, files)
    _refuse_faults(faults, words)
    written = tuple(sheet for sheet in filled if not sheet.blank)
    for sheet in filled:
        if sheet.blank:
            click.echo(
                words.say("The sheet of assessor no. {number} is blank.", number=sheet.assessor), err=True
            )
    _write(out, meeting_book(one, written, words_of(lang or publication.publisher.root_language)), words)
    click.echo(
        words.count(
            "{n} sheet was gathered in {file}.",
            "{n} sheets were gathered in {file}.",
            len(written),
            file=str(out),
        )
    )


@assessment.command()
@click.argument("id", metavar="ID")
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_folder
@lang_option
def consensus(id: str, file: Path, folder: Path, lang: str | None) -> None:
    """Write the points that the group agreed on, from the workbook FILE of its meeting, into the record ID.

    Only the agreed points are taken over. Comments and everything else in the record stay as they are.
    """
    from charterkit.data.assessment_edit import NotWritten, with_scores
    from charterkit.exports.assessment.collecting import agreed

    words = chosen_words(lang)
    _, one = _found(folder, id, words)
    _refuse_inside(folder, file, words)
    found, faults = agreed(one, file.name, _read([file], words)[file.name])
    _refuse_faults(faults, words)
    if not found:
        _stop(words.say("There are no agreed points in {file}.", file=file.name))
    path = folder / one.file
    scores = {sub: {part.value: points for part, points in given.items()} for sub, given in found.items()}
    try:
        raw = path.read_bytes()
        text = with_scores(raw.decode("utf-8-sig").replace("\r\n", "\n"), scores)
    except NotWritten as error:
        _stop(
            words.say(
                "{file} is written in such a way that the points of {sub} must be typed by hand.",
                file=one.file,
                sub=error.sub,
            )
        )
    _write(path, text.encode(), words)
    click.echo(
        words.count(
            "The points of {n} sub-criterion were written to {file}.",
            "The points of {n} sub-criteria were written to {file}.",
            len(found),
            file=one.file,
        )
    )


def _found(folder: Path, id: str, words: Words) -> tuple[Publication, Assessment]:
    loaded = load(folder)
    publication = loaded.publication
    if publication is None:
        click.echo(report.as_text(check(loaded).problems, words), err=True, nl=False)
        sys.exit(PROBLEMS)
    known = publication.assessments
    if id not in known:
        best = nearest(id, known)
        hint = words.say("Did you mean {nearest}?", nearest=best) if best else ""
        told = words.say(
            "There is no {found} here. Possible values: {allowed}.", found=id, allowed=", ".join(known)
        )
        raise click.UsageError(f"{told} {hint}".rstrip())
    return publication, known[id]


def _refuse_inside(folder: Path, out: Path, words: Words) -> None:
    """UsageError where a file would come to lie in the records, or anywhere in their repository."""
    root = folder.resolve()
    top = next((one for one in (root, *root.parents) if (one / ".git").exists()), root)
    if inside(top, out):
        raise click.UsageError(words.say(_INSIDE, folder=str(top)))


_INSIDE = mark(
    "What single persons think must never get into the repository. Keep such files outside of {folder}."
)


def _refuse_faults(faults: Iterable[Fault], words: Words) -> None:
    told = [fault.told(words) for fault in faults]
    if told:
        for line in told:
            click.echo(line, err=True)
        click.echo(words.say("Nothing was written."), err=True)
        sys.exit(PROBLEMS)


def _read(paths: Iterable[Path], words: Words) -> dict[str, bytes]:
    found = {}
    for path in paths:
        try:
            found[path.name] = path.read_bytes()
        except OSError as error:
            _stop_for(words, path, error)
    return found


def _write(path: Path, data: bytes, words: Words) -> None:
    try:
        write_atomic(path, data)
    except OSError as error:
        _stop_for(words, path, error)


def _stop(told: str) -> NoReturn:
    raise click.ClickException(told)


def _stop_for(words: Words, path: Path, error: OSError) -> NoReturn:
    reason = error.strerror or type(error).__name__
    raise click.ClickException(words.say("{file}: {reason}.", file=str(path), reason=reason)) from error
