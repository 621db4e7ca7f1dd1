"""What several commands share: their options, the reader's language, the day."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from charterkit.data.load import Loaded
from charterkit.rules.day import choose_day
from charterkit.strings import Words, interface_languages, negotiate, words

Command = TypeVar("Command", bound=Callable[..., Any])

NOTHING_WRONG, PROBLEMS, WRONG_USE = 0, 1, 2


def folder_argument(command: Command) -> Command:
    """The folder that holds charters/ and standards/."""
    kind = click.Path(exists=True, file_okay=False, path_type=Path)
    return click.argument("folder", type=kind, default=".")(command)


def lang_option(command: Command) -> Command:
    """The language of messages."""
    return click.option(
        "--lang",
        type=click.Choice(interface_languages()),
        help="Language of messages; else that of the system.",
    )(command)


def date_option(command: Command) -> Command:
    """The day to judge by."""
    return click.option(
        "--date", "day", metavar="YYYY-MM-DD", default="", help="Judge as of this day instead of today."
    )(command)


def chosen_words(lang: str | None) -> Words:
    """The voice in which to speak to whoever called."""
    return words(negotiate(lang, os.environ))


def chosen_day(day: str, loaded: Loaded, said: Words | None = None) -> date:
    """The day to judge by: the option, the site's `today`, SOURCE_DATE_EPOCH, else the publisher's own day.

    `said` are the words of whoever gave it; else those of the environment.
    """
    publication = loaded.publication
    zone = publication.publisher.time_zone if publication is not None else "UTC"
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if day:
        return _written_day(day, said or chosen_words(None))
    try:
        return choose_day(loaded.config.today, epoch, zone, datetime.now(UTC))
    except (ValueError, KeyError, OSError, OverflowError) as error:
        raise click.UsageError(f"{loaded.config.today or epoch}: {error}") from error


def _written_day(day: str, said: Words) -> date:
    """A day that somebody typed. UsageError where it is none of the calendar."""
    try:
        return choose_day(day, "", "UTC", datetime.now(UTC))
    except ValueError as error:
        told = said.say(
            "{found} is not a day of the calendar. Write year-month-day, such as {example}.",
            found=day,
            example="2025-06-30",
        )
        raise click.UsageError(told) from error
