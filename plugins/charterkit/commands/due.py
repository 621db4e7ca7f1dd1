"""`charter due`: who has to publish which figure when."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

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
from charterkit.rules.due import HORIZON
from charterkit.rules.releases.reading import what_is_read
from charterkit.rules.standing import standing
from charterkit.strings import Words
from charterkit.text import nearest

if TYPE_CHECKING:
    from charterkit.exports.due import Agenda

# As far ahead as any rhythm of three years needs it.
_MOST_DAYS = 1100


@click.command()
@folder_argument
@lang_option
@date_option
@click.option("--body", metavar="ID", help="Only what this body has to publish.")
@click.option(
    "--days",
    type=click.IntRange(0, _MOST_DAYS),
    default=HORIZON,
    show_default=True,
    help="How far to look ahead.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "ics", "mail"]),
    default="text",
    help="How to print.",
)
def due(folder: Path, lang: str | None, day: str, body: str | None, days: int, form: str) -> None:
    """Show which figures the bodies of FOLDER have to publish: what is overdue, what is due soon, what comes next.

    Overdue actions of the improvement plan are named too. As text, as JSON, as a calendar, or as letters to the
    bodies, which are in the first language of the site unless --lang says otherwise. Exits with 0 whether or not
    something is overdue.
    """
    from charterkit.exports.due import agenda

    words = chosen_words(lang)
    loaded = load(folder)
    checked = check(loaded)
    if not checked.publishable or checked.publication is None:
        click.echo(report.as_text(checked.problems, words), err=True, nl=False)
        sys.exit(PROBLEMS)
    today = chosen_day(day, loaded)
    found = agenda(standing(what_is_read(checked.publication, loaded.sources, today), today), days)
    if body is not None:
        found = found.of(_known(body, found, words))
    written = lang or found.publication.publisher.root_language if form == "mail" else words.lang
    click.echo(_printed(form, found, written), nl=False)


def _known(body: str, found: Agenda, words: Words) -> str:
    bodies = found.publication.bodies
    if body in bodies:
        return body
    best = nearest(body, bodies)
    hint = words.say("Did you mean {nearest}?", nearest=best) if best else ""
    told = words.say(
        "There is no {found} here. Possible values: {allowed}.", found=body, allowed=", ".join(bodies)
    )
    raise click.UsageError(f"{told} {hint}".rstrip())


def _printed(form: str, found: Agenda, lang: str) -> str | bytes:
    from charterkit.exports.due import as_json, as_text
    from charterkit.exports.due_calendar import due_calendar
    from charterkit.exports.due_mail import as_mail, mails
    from charterkit.site.pieces import reader
    from charterkit.site.results.duty_words import DutyWords

    told = DutyWords(reader(lang, found.publication.publisher.reading_order), found.publication)
    match form:
        case "json":
            return as_json(found, told)
        case "ics":
            return due_calendar(found, told)
        case "mail":
            return as_mail(mails(found, told), told)
        case _:
            return as_text(found, told)
