"""`charter new`: a repository for a body in a minute, and the files of a new promise, service or other record."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from charterkit import __version__
from charterkit.commands.ask import Asker
from charterkit.commands.new_record import RECORD_COMMANDS
from charterkit.commands.new_schemas import schemas
from charterkit.commands.options import chosen_words, lang_option
from charterkit.files import write_new_folder
from charterkit.rules.day import choose_day
from charterkit.strings import Words, mark

# What is written is imported where it is used: `charter check` runs through the same group and needs none of it.
if TYPE_CHECKING:
    from charterkit.starter.repository import Body

# What a folder may hold that is still as good as empty.
_HARMLESS = frozenset({".git"})


class DirOrKind(click.Group):
    """A group whose first word is either a kind of record or else the folder to make."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Leave everything to the command for folders where the first word is no kind."""
        known = (*self.commands, *self.get_help_option_names(ctx))
        return super().parse_args(ctx, args if not args or args[0] in known else ["--", *args])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The kind's own command, else the one for folders, which has no name of its own."""
        return super().resolve_command(ctx, args) if args[0] in self.commands else ("", folder, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Both ways of calling it."""
        formatter.write_usage(ctx.command_path, "DIR [OPTIONS]")
        kinds = "|".join(RECORD_COMMANDS)
        formatter.write_usage(ctx.command_path, f"{kinds} [ID] [OPTIONS]", prefix="       ")
        formatter.write_usage(ctx.command_path, "schemas [OPTIONS]", prefix="       ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of making a folder, and the kinds with options of their own."""
        folder.format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


class FolderContext(click.Context):
    """Speaks of `charter new` where click would name a command within it."""

    @property
    def command_path(self) -> str:
        """The words that call the command."""
        return self.parent.command_path if self.parent is not None else super().command_path


class FolderCommand(click.Command):
    """The command behind `charter new DIR`."""

    context_class = FolderContext


@click.group(cls=DirOrKind)
def new() -> None:
    """Make the folder DIR with everything that a body's own charter needs, or the files of one new record.

    DIR gets a first promise, marked as an example, with its standard, its indicator and its results file; the
    settings of the site, of editors and of code forges; and explanations in every file. What is not given as an
    option is asked for. Nothing is ever overwritten: a folder that holds something is refused.

    Inside the folder of a charter, `charter new promise` writes the files of another promise, `charter new service`
    those of a service, and so on; `charter new schemas` renews what editors need. A folder of that very name is made
    by `charter new ./promise`.
    """


@click.command(cls=FolderCommand)
@click.argument("given", metavar="DIR")
@lang_option
@click.option("--name", help="Name of the body, as people know it.")
@click.option(
    "--languages",
    metavar="CODES",
    help="Languages of the site, the first one at its root: lt,en for example.",
)
@click.option("--country", metavar="CODE", help="Two letters; else the usual country of the first language.")
@click.option("--time-zone", metavar="ZONE", help="Such as Europe/Vilnius; else that of the country.")
@click.option("--yes", is_flag=True, help="Ask nothing: take what would be proposed.")
def folder(
    given: str,
    lang: str | None,
    name: str | None,
    languages: str | None,
    country: str | None,
    time_zone: str | None,
    yes: bool,
) -> None:
    """Make the folder DIR."""
    from charterkit.starter.repository import repository

    words, target = chosen_words(lang), Path(given)
    ask = Asker(words, may_ask=not yes)
    if given in new.commands:
        id = " [ID]" if given in RECORD_COMMANDS else ""
        right, other = f"charter new {given}{id}", f"charter new ./{given}"
        raise ask.refuse(
            mark("Write the kind before the options: {right}. A folder of that name is made by {other}."),
            right=right,
            other=other,
        )
    try:
        _refuse_what_is_there(target, words)
        body = _body(ask, name, languages, country, time_zone)
        files = repository(body, _today(body), __version__)
        write_new_folder(target, files)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = words.say("The folder {folder} cannot be made: {reason}.", folder=target, reason=reason)
        raise click.ClickException(message) from error
    _say_what_next(target, body, len(files), words)


def _today(body: Body) -> date:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return choose_day("", epoch, body.time_zone, datetime.now(UTC))
    except (ValueError, OSError, OverflowError) as error:
        raise click.UsageError(f"SOURCE_DATE_EPOCH: {epoch}: {error}") from error


def _refuse_what_is_there(target: Path, words: Words) -> None:
    if not os.path.lexists(target):
        return
    if not target.is_dir():
        raise click.UsageError(words.say("{file} is a file. Name a new folder.", file=target))
    if {entry.name for entry in target.iterdir()} - _HARMLESS:
        message = words.say(
            "The folder {folder} is not empty, and nothing is ever overwritten. Name a new folder, or an empty one.",
            folder=target,
        )
        raise click.UsageError(message)


def _body(
    ask: Asker, name: str | None, languages: str | None, country: str | None, time_zone: str | None
) -> Body:
    from charterkit.starter.places import usual_country, usual_zone
    from charterkit.starter.repository import Body

    say = ask.words.say
    name = ask.answer("--name", say("Name of the body"), name, "", ask.line)
    codes = ask.answer(
        "--languages",
        say("Languages of the site, the first one at its root, for example {example}", example="lt,en"),
        languages,
        ask.words.lang,
        ask.languages,
    ).split(",")
    where = say("Country, in two letters")
    country = ask.answer("--country", where, country, usual_country(codes[0]), ask.country)
    zone = ask.answer("--time-zone", say("Time zone"), time_zone, usual_zone(country), ask.time_zone)
    return Body(name, tuple(codes), country, zone)


def _say_what_next(target: Path, body: Body, count: int, words: Words) -> None:
    """What was made, what is missing, and the next steps."""
    say, here = words.say, target.resolve() == Path.cwd()
    shown = str(target.resolve() if here else target)
    click.echo(
        words.count(
            "{n} file was written to {folder}.", "{n} files were written to {folder}.", count, folder=shown
        )
    )
    for missing in _missing_languages(body, words):
        click.echo(missing)
    quoted = f'"{shown}"' if " " in shown else shown
    first = [] if here else [say("Go into the folder: {command}", command=f"cd {quoted}")]
    steps = [
        *first,
        say("See the site while you write: {command}", command="charter serve"),
        say(
            "Begin with {file}; {readme} says what comes next.",
            file="charters/publisher.yml",
            readme="README.md",
        ),
    ]
    click.echo()
    for number, step in enumerate(steps, start=1):
        click.echo(f"{number}. {step}")


def _missing_languages(body: Body, words: Words) -> Iterator[str]:
    from charterkit.starter.repository import is_in_english_only, later_languages

    if is_in_english_only(body.languages):
        language = words.language_name(body.languages[0])
        yield words.say(
            "There are no texts in this language yet, so they are in English: {language}.", language=language
        )
    if later := later_languages(body.languages):
        names = words.listing([words.language_name(lang) for lang in later])
        yield words.say(
            "Not switched on yet, because there are no texts: {languages}. See charters/publisher.yml.",
            languages=names,
        )


for _command in (*RECORD_COMMANDS.values(), schemas):
    new.add_command(_command)
