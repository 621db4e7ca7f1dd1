"""`charter new schemas`: the schemas for editors, as the program that is installed now has them."""

from __future__ import annotations

from pathlib import Path

import click

from charterkit.commands.ask import Asker
from charterkit.commands.new_record import FOLDER, refuse_elsewhere
from charterkit.commands.options import chosen_words, lang_option
from charterkit.files import write_atomic
from charterkit.strings import Words


@click.command()
@click.option("--folder", type=FOLDER, default=".", help="The folder of the charter; else here.")
@lang_option
def schemas(folder: Path, lang: str | None) -> None:
    """Renew the schemas by which editors explain fields and mark mistakes; call it after every upgrade.

    The files in .charterkit/schemas are those of the program, not yours: they are replaced. In .vscode/settings.json
    only the places of these schemas change.
    """
    words = chosen_words(lang)
    refuse_elsewhere(folder, Asker(words, may_ask=False))
    try:
        written = _renewed(folder, words)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise click.ClickException(
            words.say("The files cannot be written: {reason}.", reason=reason)
        ) from error
    for file in written:
        click.echo(file)
    if not written:
        click.echo(words.say("The schemas are already those of this version."))
    _say_unreadable(folder, words)


def _renewed(folder: Path, words: Words) -> list[str]:
    """The files that were not as they should be and now are."""
    from charterkit.starter.editors import SETTINGS, renewed_settings, schema_files

    wanted = dict(schema_files())
    settings = folder / SETTINGS
    wanted[SETTINGS] = (
        (renewed_settings(_text(settings)) or "") if settings.is_file() else _new_settings(words)
    )
    changed = [file for file, text in wanted.items() if text and _text(folder / file) != text]
    for file in changed:
        write_atomic(folder / file, wanted[file].encode())
    return changed


def _new_settings(words: Words) -> str:
    from charterkit.starter.editors import schema_lines
    from charterkit.starter.fill import fill, form
    from charterkit.starter.words import Voices

    return fill(form("settings.json"), Voices((words.lang,)), {"schemas": ",\n".join(schema_lines())})


def _text(file: Path) -> str:
    """What a file says; nothing where it is not there or is no text: then nothing of it is kept or guessed."""
    try:
        return file.read_bytes().decode("utf-8") if file.is_file() else ""
    except UnicodeDecodeError:
        return ""


def _say_unreadable(folder: Path, words: Words) -> None:
    """The lines to put in by hand, where the settings could not be read."""
    from charterkit.starter.editors import SETTINGS, renewed_settings, schema_lines

    if renewed_settings(_text(folder / SETTINGS)) is None:
        click.echo()
        click.echo(
            words.say(
                "{file} was left as it is, because its {field} cannot be read. These entries belong there:",
                file=SETTINGS,
                field="yaml.schemas",
            )
        )
        click.echo(",\n".join(schema_lines()))
