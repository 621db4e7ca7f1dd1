"""`charter new promise`, `charter new service` and so on: the files of a record, every text still to be written."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from charterkit import report
from charterkit.commands.ask import Asker
from charterkit.commands.options import PROBLEMS, chosen_day, chosen_words, lang_option
from charterkit.data.load import RESERVED, Loaded, load
from charterkit.files import write_new_files
from charterkit.model.charter import Charter
from charterkit.model.publication import Publication
from charterkit.rules.check import check
from charterkit.strings import Words, mark

# What is written is imported where it is used: `charter check` runs through the same group and needs none of it.
if TYPE_CHECKING:
    from charterkit.starter.draft import Draft

Command = Callable[..., Any]

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def _shared_options(command: Command) -> Command:
    """What every kind of record asks for."""
    for decorate in reversed(
        (
            click.argument("id", required=False),
            click.option("--title", help="A few words, in the first language of the site."),
            click.option("--folder", type=FOLDER, default=".", help="The folder of the charter; else here."),
            lang_option,
            click.option("--yes", is_flag=True, help="Ask nothing: take what would be proposed."),
        )
    ):
        command = decorate(command)
    return command


@click.command()
@_shared_options
@click.option("--charter", "charter_id", metavar="ID", help="The charter, where there are several.")
@click.option("--group", metavar="ID", help="The group of the charter; else its first one.")
def promise(
    id: str | None,
    title: str | None,
    folder: Path,
    lang: str | None,
    yes: bool,
    charter_id: str | None,
    group: str | None,
) -> None:
    """Write the files of a new promise: the promise, its standard, its indicator and its results.

    The texts are placeholders that begin with the sign ✎; `charter check` names every one that is left. The number of
    the promise is the next free one of its group. ID is the name of the files and, for ever, part of the address.
    """
    from charterkit.starter.draft import next_number

    ask = Asker(chosen_words(lang), may_ask=not yes)
    loaded, publication = _opened(folder, ask)
    charter = _charter(publication, charter_id, ask)
    groups = [one.id for one in charter.groups]
    chosen = _one_of("--group", ask.words.say("Group"), group, groups, groups[0], ask)
    draft = _draft("promise", publication, loaded)
    number = next_number(publication, charter, chosen)
    draft = replace(draft, charter=charter.id, group=chosen, number=number)
    _write(folder, _named(draft, id, title, folder, ask), ask.words)


# What is written by itself, with the help of its command. A new kind of record adds a form in `starter/forms/` and its
# line here.
ALONE: dict[str, str] = {
    "standard": """Write the file of a new service standard, for a promise to rest on.

The texts are placeholders that begin with the sign ✎; `charter check` names every one that is left.
""",
    "indicator": """Write the file of a new indicator, and its results file.

The texts are placeholders that begin with the sign ✎; `charter check` names every one that is left.
""",
    "service": """Write the file of a new service: who may ask for it, what is needed, the steps, the fee, the
time, the result.

The texts are placeholders that begin with the sign ✎; `charter check` names every one that is left. Delete the
fields that do not apply.
""",
    "procedure": """Write the files of a new procedure: its record, and its text in a file for each language of the
site.

The texts are placeholders that begin with the sign ✎; `charter check` names every one that is left.
""",
    "calendar": """Write the file of a new calendar, by which working days are counted.

It has the public holidays of the publisher's country, where they are known; the days on which you work otherwise
are still to be written.
""",
}


def _alone(kind: str, about: str) -> click.Command:
    """The command that writes the files of one record."""

    @click.command(kind, help=about)
    @_shared_options
    def command(id: str | None, title: str | None, folder: Path, lang: str | None, yes: bool) -> None:
        ask = Asker(chosen_words(lang), may_ask=not yes)
        loaded, publication = _opened(folder, ask)
        _write(folder, _named(_draft(kind, publication, loaded), id, title, folder, ask), ask.words)

    return command


RECORD_COMMANDS: dict[str, click.Command] = {
    "promise": promise,
    **{kind: _alone(kind, about) for kind, about in ALONE.items()},
}


def _opened(folder: Path, ask: Asker) -> tuple[Loaded, Publication]:
    """The records of a folder that is a charter's; a helpful refusal where it is none or cannot be read."""
    refuse_elsewhere(folder, ask)
    loaded = load(folder)
    if loaded.publication is None or not loaded.publication.charters:
        click.echo(report.as_text(check(loaded).problems, ask.words), err=True, nl=False)
        sys.exit(PROBLEMS)
    return loaded, loaded.publication


def refuse_elsewhere(folder: Path, ask: Asker) -> None:
    """UsageError where a folder is not that of a charter, with where to go instead."""
    if not (folder / "charters" / "publisher.yml").is_file():
        raise ask.refuse(
            mark(
                "This is not the folder of a charter: {file} is missing. Go into the folder of your charter, or name it"
                " with {option}. A new charter is made by {command}."
            ),
            file=folder / "charters" / "publisher.yml",
            option="--folder",
            command="charter new DIR",
        )


def _charter(publication: Publication, given: str | None, ask: Asker) -> Charter:
    ids = list(publication.charters)
    if given is None and len(ids) > 1 and not ask.may_ask:
        raise ask.refuse(
            mark("There are several charters. Name one with {option}: {allowed}."),
            option="--charter",
            allowed=", ".join(ids),
        )
    return publication.charters[_one_of("--charter", ask.words.say("Charter"), given, ids, ids[0], ask)]


def _one_of(
    option: str, question: str, given: str | None, allowed: list[str], proposed: str, ask: Asker
) -> str:
    """One of the ids that are there; not asked for where there is no choice."""

    def check(text: str) -> str:
        if text not in allowed:
            raise ask.refuse(
                mark("There is no {found} here. Possible values: {allowed}."),
                found=text,
                allowed=", ".join(allowed),
            )
        return text

    if given is None and len(allowed) == 1:
        return allowed[0]
    return ask.answer(option, f"{question} ({', '.join(allowed)})", given, proposed, check)


def _draft(kind: str, publication: Publication, loaded: Loaded) -> Draft:
    from charterkit.starter.draft import Draft
    from charterkit.starter.repository import first_day

    publisher = publication.publisher
    since = first_day(chosen_day("", loaded))
    draft = Draft(kind, "", publisher.languages, publisher.bodies[0].id, since, country=publisher.country)
    return replace(draft, calendar=next(iter(publication.calendars), ""))


def _named(draft: Draft, id: str | None, title: str | None, folder: Path, ask: Asker) -> Draft:
    """The draft with a title and an id that is free."""
    from charterkit.starter.draft import suggested_id, taken_by

    if title is not None or ask.may_ask:
        title = ask.answer("--title", ask.words.say("Title, a few words"), title, "", ask.line)
    question = ask.words.say("Id, the name of the files and part of the address")
    kinds = ("commitment", "standard", "indicator") if draft.kind == "promise" else (draft.kind,)

    def check(text: str) -> str:
        named = ask.id(text)
        if any(named in RESERVED.get(kind, ()) for kind in kinds):
            raise ask.by_problem("id-reserved", found=named)
        file = taken_by(replace(draft, id=named), _files(folder))
        if file:
            raise ask.refuse(mark("The id {found} is taken: there is a file {file}."), found=named, file=file)
        return named

    draft = replace(draft, title=title or "")
    return replace(draft, id=ask.answer("ID", question, id, suggested_id(title or ""), check))


def _files(folder: Path) -> set[str]:
    """Every file and folder below the folders of records: none of them may be replaced."""
    places = (path for name in ("charters", "standards") for path in (folder / name).rglob("*"))
    return {path.relative_to(folder).as_posix() for path in places}


def _write(folder: Path, draft: Draft, words: Words) -> None:
    from charterkit.starter.draft import records

    files = records(draft)
    try:
        write_new_files(folder, files)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise click.ClickException(
            words.say("The files cannot be written: {reason}.", reason=reason)
        ) from error
    for file in files:
        click.echo(file)
    click.echo()
    click.echo(
        words.say(
            "Replace every text that begins with {sign}. {command} shows where one is left.",
            sign="✎",
            command="charter check",
        )
    )
