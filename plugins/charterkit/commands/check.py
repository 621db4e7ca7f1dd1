"""`charter check`: everything that is wrong in the records, with the cure."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from charterkit import report
from charterkit.commands.options import (
    NOTHING_WRONG,
    PROBLEMS,
    chosen_day,
    chosen_words,
    date_option,
    folder_argument,
    lang_option,
)
from charterkit.data.load import load
from charterkit.rules.check import check as check_loaded


@click.command()
@folder_argument
@lang_option
@date_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to print."
)
@click.option("--all", "everything", is_flag=True, help="Also show what is acknowledged in the files.")
def check(folder: Path, lang: str | None, day: str, form: str, everything: bool) -> None:
    """Check all records in FOLDER (default: here).

    Exits with 0 when the charter can be published, with 1 when something has to be mended first, and with 2
    when the command itself was called wrongly.
    """
    words = chosen_words(lang)
    loaded = load(folder)
    checked = check_loaded(loaded, chosen_day(day, loaded))
    if form == "json":
        click.echo(report.as_json(checked.problems, checked.files, words, checked.acknowledged), nl=False)
    elif form == "github":
        click.echo(report.as_github(checked.problems, words), nl=False)
    else:
        click.echo(report.as_text(checked.problems, words), nl=False)
        if everything:
            click.echo(report.acknowledged_as_text(checked.acknowledged, words), nl=False)
        click.echo(report.summary(checked.problems, checked.files, words, len(checked.acknowledged)))
    sys.exit(NOTHING_WRONG if checked.publishable else PROBLEMS)
