"""`charter release translate`: mend or add translations of a release, which need no vote."""

from __future__ import annotations

from pathlib import Path

import click

from charterkit.commands.ask import Asker
from charterkit.commands.options import chosen_words, lang_option
from charterkit.commands.release_desk import Desk, desk, not_written, refuse_unknown
from charterkit.files import write_atomic
from charterkit.rules.releases.translating import Mended, mended

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
    """Take translations from the working text into the release VERSION of CHARTER.

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
    for one in possible:
        if not languages or one in languages:
            _write(found, mended(found.release, found.loaded.sources, names, one))


def _write(found: Desk, new: Mended) -> None:
    """The log first: a translation that was changed without a word about it would be worse than the reverse."""
    from charterkit.exports.texts_file import log_lines, texts_file

    words, lang = found.ask.words, new.translations.lang
    file, log = (f"{found.release.folder}/texts.{lang}{end}" for end in (".json", ".log.yml"))
    if new.changed:
        try:
            before = (found.folder / log).read_bytes() if (found.folder / log).exists() else b""
            write_atomic(found.folder / log, before + log_lines(new.changed, found.today))
            write_atomic(found.folder / file, texts_file(new.translations))
        except OSError as error:
            raise not_written(file, error, words) from error
    click.echo(_said(found, new))


def _said(found: Desk, new: Mended) -> str:
    words = found.ask.words
    language = words.language_name(new.translations.lang)
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
