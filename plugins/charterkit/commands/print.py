"""`charter print`: charters, results and posters as tagged PDF."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from charterkit import report
from charterkit.commands.build import require_config
from charterkit.commands.options import PROBLEMS, chosen_day, chosen_words, date_option, folder_argument
from charterkit.data.load import load
from charterkit.data.loaded import Loaded
from charterkit.files import PublishRefused, write_into_own
from charterkit.rules.check import Checked, check
from charterkit.strings import Words
from charterkit.text import nearest

if TYPE_CHECKING:
    from charterkit.exports.paper.frame import Press

# A folder that carries this file is one of ours: files in it may be replaced.
MARKER: Final = "charterkit-print.txt"
_MARK: Final = b"This folder was made by `charter print`, which replaces the files in it.\n"
_WHAT: Final = (
    "charter",
    "group",
    "standards",
    "methodology",
    "year",
    "assessments",
    "actions",
    "strategy",
    "surveys",
    "programmes",
    "posters",
    "timetables",
)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the command line asks for."""

    langs: tuple[str, ...]
    what: tuple[str, ...]
    charters: tuple[str, ...]
    also: str
    fonts: tuple[Path, ...]


@click.command("print")
@folder_argument
@click.option("--out", type=click.Path(path_type=Path), help="Where to put the PDFs; else FOLDER/print.")
@click.option(
    "--lang", "langs", multiple=True, metavar="LANGUAGE", help="Print in this language; else in all."
)
@click.option("--what", multiple=True, type=click.Choice(_WHAT), help="Print only this; else everything.")
@click.option("--charter", "charters", multiple=True, metavar="ID", help="Print only this charter.")
@click.option("--also", default="", metavar="LANGUAGE", help="Posters in this second language, too.")
@click.option(
    "--fonts",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with more fonts, for signs that the own ones lack.",
)
@date_option
def print_(
    folder: Path,
    out: Path | None,
    langs: tuple[str, ...],
    what: tuple[str, ...],
    charters: tuple[str, ...],
    also: str,
    fonts: tuple[Path, ...],
    day: str,
) -> None:
    """Print the charters of FOLDER, its standards, its methodology, its results and posters.

    Every document is one PDF that screen readers can read (PDF/UA-1). The same records and the same day give the same
    bytes. --lang, --what and --charter may be given several times.
    """
    words = chosen_words(langs[0] if langs else None)
    require_config(folder / "mkdocs.yml", words)
    loaded = load(folder)
    today = chosen_day(day, loaded)
    checked = check(loaded, today)
    if not checked.publishable or checked.publication is None:
        click.echo(report.as_text(checked.problems, words), err=True, nl=False)
        click.echo(words.say("Nothing was printed."), err=True)
        sys.exit(PROBLEMS)
    _refuse_unknown((*langs, *((also,) if also else ())), checked.publication.publisher.languages, words)
    _refuse_unknown(charters, checked.publication.charters, words)
    wish = _Wish(langs or checked.publication.publisher.languages, what, charters, also, fonts)
    _print(folder, out or folder / "print", loaded, checked, today, wish, words)


def _refuse_unknown(asked: Iterable[str], known: Iterable[str], words: Words) -> None:
    allowed = tuple(known)
    for one in asked:
        if one not in allowed:
            best = nearest(one, allowed)
            hint = words.say("Did you mean {nearest}?", nearest=best) if best else ""
            told = words.say(
                "There is no {found} here. Possible values: {allowed}.", found=one, allowed=", ".join(allowed)
            )
            raise click.UsageError(f"{told} {hint}".rstrip())


def _print(
    folder: Path, out: Path, loaded: Loaded, checked: Checked, today: date, wish: _Wish, words: Words
) -> None:
    from charterkit.exports.paper.faults import Fault

    try:
        press = _press(folder, loaded, checked)
        made = _made(press, today, wish)
        write_into_own(out, {MARKER: _MARK, **made}, marker=MARKER)
    except Fault as error:
        raise click.ClickException(error.told(words, "--fonts")) from error
    except PublishRefused as error:
        told = words.say(
            "{folder} is no folder of printed documents. Nothing in it was changed. "
            "Name a new folder, or an empty one.",
            folder=str(error.path),
        )
        raise click.ClickException(told) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        told = words.say("The folder {folder} cannot be made: {reason}.", folder=str(out), reason=reason)
        raise click.ClickException(told) from error
    _say(out, made, press, wish, words)


def _press(folder: Path, loaded: Loaded, checked: Checked) -> Press:
    from charterkit.exports.paper.crest import read_crest
    from charterkit.exports.paper.frame import Press
    from charterkit.site.context import Settings, Site, directory

    assert checked.publication is not None
    assert checked.standing is not None
    publisher = checked.publication.publisher
    settings = Settings(site_url=loaded.config.site_url or None)
    site = Site(checked.publication, checked.standing, publisher.languages, settings)
    return Press(site, directory(site), read_crest(folder / loaded.config.docs, publisher.site.crest))


def _made(press: Press, today: date, wish: _Wish) -> dict[str, bytes]:
    """Every document by its path below the folder; none is written before all could be made."""
    from charterkit.exports.paper.beside import prove_crest
    from charterkit.exports.paper.documents import Order, papers
    from charterkit.exports.paper.typeset import pdf

    prove_crest(press)
    order = Order(wish.charters, wish.also)
    return {
        f"{lang}/{paper.name}.pdf": pdf(paper, today, wish.fonts)
        for lang in dict.fromkeys(wish.langs)
        for paper in papers(press, lang, wish.what, order)
    }


def _say(out: Path, made: Mapping[str, bytes], press: Press, wish: _Wish, words: Words) -> None:
    if not made:
        click.echo(words.say("There is nothing of that kind to print."))
        return
    hangs = not wish.what or {"posters", "timetables"} & set(wish.what)
    if hangs and not press.site.settings.site_url:
        told = words.say(
            "{file} says no {field}, so the posters have neither an address nor a QR code.",
            file="mkdocs.yml",
            field="site_url",
        )
        click.echo(told, err=True)
    click.echo(
        words.count(
            "{n} document was printed to {folder}.",
            "{n} documents were printed to {folder}.",
            len(made),
            folder=str(out),
        )
    )
