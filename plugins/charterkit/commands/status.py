"""`charter status`: how every measure stands, and why."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from charterkit import report
from charterkit.commands.options import (
    PROBLEMS,
    chosen_day,
    chosen_words,
    date_option,
    folder_argument,
    lang_option,
)
from charterkit.data.load import load
from charterkit.rules.check import check
from charterkit.rules.releases.reading import what_is_read
from charterkit.rules.standing import standing


@click.command()
@folder_argument
@lang_option
@date_option
@click.option(
    "--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", help="How to print."
)
def status(folder: Path, lang: str | None, day: str, form: str) -> None:
    """Show every measure of FOLDER: its target in force, its result, its status, and why."""
    # Imported late: `charter check` runs through the same group and needs none of the page's words.
    from charterkit.exports.status import as_csv, as_json, as_text, status_lines

    words = chosen_words(lang)
    loaded = load(folder)
    checked = check(loaded)
    if not checked.publishable or checked.publication is None:
        click.echo(report.as_text(checked.problems, words), err=True, nl=False)
        sys.exit(PROBLEMS)
    today = chosen_day(day, loaded)
    now = standing(what_is_read(checked.publication, loaded.sources, today), today)
    printed = {
        "text": lambda: as_text(now, words),
        "csv": lambda: as_csv(status_lines(now, words)),
        "json": lambda: as_json(now, status_lines(now, words)),
    }[form]()
    click.echo(printed, nl=False)
