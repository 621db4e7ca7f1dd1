"""`charter diff`: what changed between two releases, days, charters, or up to the working text."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from charterkit import report
from charterkit.commands.options import PROBLEMS, chosen_day, chosen_words, date_option, lang_option
from charterkit.data.load import load
from charterkit.data.loaded import Loaded
from charterkit.rules.check import check
from charterkit.rules.releases.sides import Comparison, Shelf, Unknown, compare
from charterkit.strings import Words

if TYPE_CHECKING:
    from charterkit.site.releases.change_words import ChangeWords


@click.command()
@click.argument("before")
@click.argument("after")
@click.argument("charter", default="")
@click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The folder that holds charters/ and standards/.",
)
@lang_option
@date_option
@click.option("--json", "form", flag_value="json", help="Print for programs.")
@click.option("--html", "form", flag_value="html", help="Print one page that stands by itself.")
@click.option("--results", is_flag=True, help="Say what the last figures would have meant under new targets.")
def diff(
    before: str,
    after: str,
    charter: str,
    folder: Path,
    lang: str | None,
    day: str,
    form: str | None,
    results: bool,
) -> None:
    """Show what changed from BEFORE to AFTER.

    Each is a version, a day (YYYY-MM-DD: the version in force then) or "working" (the text in the files), also of
    another charter: CHARTER@VERSION. Exits with 0 whether or not something changed.
    """
    words = chosen_words(lang)
    loaded = load(folder)
    today = chosen_day(day, loaded)
    shelf = _shelf(loaded, today, words)
    sides = shelf.sides(before, after, charter)
    if isinstance(sides, Unknown):
        raise click.UsageError(_mistake(sides, words))
    if "" in (sides[0].version, sides[1].version):
        _refuse_broken(loaded, today, words)
    found = compare(*sides, shelf)
    click.echo(_printed(form or "text", found, _told(found, shelf, words.lang, results)), nl=False)


def _shelf(loaded: Loaded, today: date, words: Words) -> Shelf:
    if loaded.publication is None:
        click.echo(report.as_text(check(loaded, today).problems, words), err=True, nl=False)
        sys.exit(PROBLEMS)
    return Shelf(loaded.publication, loaded.sources, today)


def _refuse_broken(loaded: Loaded, today: date, words: Words) -> None:
    """A working text with problems is not read right, and so not compared."""
    checked = check(loaded, today)
    if not checked.publishable:
        click.echo(report.as_text(checked.problems, words), err=True, nl=False)
        sys.exit(PROBLEMS)


def _mistake(found: Unknown, words: Words) -> str:
    if found.day is not None:
        return words.say("No version was in force on {day}.", day=words.day(found.day))
    if found.is_broken:
        return words.say(
            "The version {version} cannot be understood. See what is wrong with it: {command}",
            version=found.found,
            command="charter verify",
        )
    allowed = ", ".join(found.allowed)
    if not found.found:
        return words.say("Name the charter, too. Possible values: {allowed}.", allowed=allowed)
    told = words.say(
        "There is no {found} here. Possible values: {allowed}.", found=found.found, allowed=allowed
    )
    hint = words.say("Did you mean {nearest}?", nearest=found.nearest) if found.nearest else ""
    return f"{told} {hint}".rstrip()


def _told(found: Comparison, shelf: Shelf, lang: str, results: bool) -> ChangeWords:
    from charterkit.rules.releases.retrospect import of_change
    from charterkit.site.pieces import reader
    from charterkit.site.releases.change_words import ChangeWords
    from charterkit.site.releases.record_names import titles
    from charterkit.site.results.figures import Figures, own_units

    publication = shelf.publication
    order = publication.publisher.reading_order
    units = own_units(publication.methodology, lang, order)
    figures = Figures(reader(lang, order), units, publication.publisher.year_starts, shelf.today)
    look_back = partial(
        of_change, publication=publication, today=shelf.today, since=found.since or shelf.today
    )
    open_since = found.since if not found.after.version else None
    return ChangeWords(
        figures,
        found.before.records,
        found.after.records,
        look_back if results else None,
        open_since,
        titles(publication),
        past=bool(found.after.version) and found.since is not None and found.since <= shelf.today,
    )


def _printed(form: str, found: Comparison, told: ChangeWords) -> str:
    from charterkit.exports.diff import as_json, as_text
    from charterkit.site.releases.diff_page import diff_page

    printers: dict[str, Callable[[Comparison, ChangeWords], str]] = {
        "text": as_text,
        "json": as_json,
        "html": diff_page,
    }
    return printers[form](found, told)
