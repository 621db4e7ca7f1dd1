"""`charter release translate`: mend or add translations of a release, which need no vote."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from charterkit.commands.ask import Asker
from charterkit.commands.options import chosen_words, lang_option
from charterkit.commands.release_desk import Desk, desk, not_written, refuse_unknown
from charterkit.data.release_files import is_translation
from charterkit.rules.releases.translating import Mended, mended
from charterkit.text import beginning
from charterkit.together import finish, place_of, replace_together

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("charter")
@click.argument("version")
@click.option("--language", "languages", multiple=True, metavar="CODE", help="Only this language; else all.")
@click.option("--today", metavar="YYYY-MM-DD", default="", help="Write as of this day instead of today.")
@click.option("--folder", type=_FOLDER, default=".", help="The folder of the charter; else here.")
@lang_option
def translate(
    charter: str, version: str, languages: tuple[str, ...], today: str, folder: Path, lang: str | None
) -> None:
    """Take translations from the working text into VERSION of CHARTER.

    A translation is taken where the working text translates the very same words that were voted on; what it says
    otherwise by now keeps the translation that it had. A language that the site has gained later is added in the same
    way. Digest and acts stay as they are. What was changed is written down with the day, beside the translations.
    """
    ask = Asker(chosen_words(lang), may_ask=False)
    found = desk(folder, charter, version, today, ask)
    known = found.publication.publisher.languages
    possible = tuple(one for one in known if one not in found.release.languages)
    for one in languages:
        refuse_unknown(one, possible, ask.words)
    names = {body.id: body.name for body in found.publication.publisher.bodies}
    chosen = [one for one in possible if not languages or one in languages]
    new = [mended(found.release, found.loaded.sources, names, one) for one in chosen]
    _write(found, [one for one in new if one.changed])
    for told in new:
        click.echo(_said(found, told))


def _write(found: Desk, new: Sequence[Mended]) -> None:
    """All languages and their logs together: nothing is ever changed without a word about it, nor the reverse."""
    from charterkit.exports.texts_file import log_lines, texts_file

    folder = found.folder / found.release.folder
    files: dict[str, bytes] = {}
    for one in new:
        log = f"texts.{one.translations.lang}.log.yml"
        before = place_of(folder, log)
        old = before.read_bytes() if before.exists() else b""
        files[log] = old + log_lines(one.changed, found.today)
        files[f"texts.{one.translations.lang}.json"] = texts_file(one.translations)
    try:
        if files:
            replace_together(folder, files, is_translation)
        else:
            finish(folder, is_translation)
    except OSError as error:
        raise not_written(found.release.folder, error, found.ask.words) from error


def _said(found: Desk, new: Mended) -> str:
    words = found.ask.words
    language = beginning(words.language_name(new.translations.lang))
    told = words.count(
        "{language}: {n} text was added or mended.",
        "{language}: {n} texts were added or mended.",
        len(new.changed),
        language=language,
    )
    if not new.missing:
        return told
    missing = words.count("{n} text has no translation.", "{n} texts have no translation.", len(new.missing))
    return f"{told} {missing}"
