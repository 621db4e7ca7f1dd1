"""`charter survey`: questionnaires to LimeSurvey and to paper, answers back, added up and with small counts hidden."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from charterkit.commands.options import PROBLEMS, chosen_day, chosen_words, lang_option
from charterkit.commands.survey_desk import Desk, desk
from charterkit.data.answers import answers_in
from charterkit.data.answers_table import answers_table
from charterkit.data.survey_import import Imported, read_limesurvey
from charterkit.model.answers import Answer, Answers
from charterkit.report import as_text
from charterkit.rules.quality.personal_data import personal
from charterkit.rules.quality.survey_add_up import added_up
from charterkit.rules.quality.survey_protect import protected
from charterkit.site.pieces import reader

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW = click.Path(dir_okay=False, path_type=Path)
_SHOWN = 20


@click.group()
def survey() -> None:
    """Ask people, and bring their answers back."""


def _common(command: click.decorators.FC) -> click.decorators.FC:
    for option in (
        click.option("--folder", type=_FOLDER, default=".", help="The folder of the charter; else here."),
        click.option(
            "--group", default="", metavar="ID", help="The group of those asked; else the only one."
        ),
        lang_option,
    ):
        command = option(command)
    return command


@survey.command()
@click.argument("survey_id", metavar="SURVEY")
@click.option("--out", type=_NEW, required=True, help="The file to write, for example questions.txt.")
@_common
def limesurvey(survey_id: str, out: Path, group: str, folder: Path, lang: str | None) -> None:
    """Write the questionnaire of SURVEY as LimeSurvey imports it.

    The file is LimeSurvey’s tab-separated survey structure (versions 3 to 6), in all languages of the site. The codes
    in it are the ids of the survey, so that the answers find their way back.
    """
    from charterkit.exports.limesurvey import structure

    found = desk(folder, survey_id, group, chosen_words(lang))
    order = found.publisher.reading_order
    readers = tuple(reader(one, order) for one in found.publisher.languages)
    found.write(out, structure(found.survey, found.group, readers))


@survey.command("import")
@click.argument("survey_id", metavar="SURVEY")
@click.argument("answers", type=_FILE)
@click.option("--texts", type=_NEW, help="Where to put what people wrote; outside the folder of the charter.")
@_common
def import_(
    survey_id: str, answers: Path, texts: Path | None, group: str, folder: Path, lang: str | None
) -> None:
    """Add up the ANSWERS to SURVEY that LimeSurvey exported (CSV with question codes and answer codes).

    Only sums are written, beside the record of the survey, with small counts hidden. What people wrote goes to the file
    --texts for somebody to redact, and only if no personal code, address or telephone number stands in it.
    """
    found = desk(folder, survey_id, group, chosen_words(lang))
    if texts is not None and found.holds(texts):
        told = found.words.say(
            "{file} lies in the folder of the charter. Put what people wrote somewhere else.", file=texts
        )
        raise click.UsageError(told)
    imported = read_limesurvey(answers.read_bytes(), found.survey, found.group)
    _stop(found, answers, [*_wrong(found, imported), *_personal(found, imported)])
    lines = added_up(found.survey, {found.group.id: imported.people})
    _keep(found, lines)
    if texts is not None:
        found.write(texts, _texts(imported))
    elif imported.texts:
        click.echo(found.words.say("What people wrote was not kept: name a file with --texts."), err=True)
    click.echo(
        found.words.count(
            "The answers of {n} person were added up.",
            "The answers of {n} people were added up.",
            len(imported.people),
        )
    )
    if imported.unfinished:
        click.echo(
            found.words.count(
                "{n} unfinished answer was left out.",
                "{n} unfinished answers were left out.",
                imported.unfinished,
            )
        )


@survey.command()
@click.argument("survey_id", metavar="SURVEY")
@_common
def hide(survey_id: str, group: str, folder: Path, lang: str | None) -> None:
    """Hide in the figures of SURVEY what counts few people, and what would give it away."""
    found = desk(folder, survey_id, group or "*", chosen_words(lang))
    read, problems = answers_in(found.answers_file, found.read_answers(), found.survey, k=0)
    if problems:
        click.echo(as_text(problems, found.words), err=True, nl=False)
        sys.exit(PROBLEMS)
    found.write(found.folder / found.answers_file, answers_table(protected(found.survey, read, found.k)))


@survey.command()
@click.argument("survey_id", metavar="SURVEY")
@click.option("--out", type=_NEW, required=True, help="The PDF to write.")
@click.option(
    "--language", default="", metavar="CODE", help="The language of the form; else the first of the site."
)
@_common
def form(survey_id: str, out: Path, language: str, group: str, folder: Path, lang: str | None) -> None:
    """Print the questionnaire of SURVEY as a form on paper, with the ids that its figures have."""
    from charterkit.exports.paper.faults import Fault
    from charterkit.exports.paper.survey_form import form_paper
    from charterkit.exports.paper.typeset import pdf

    found = desk(folder, survey_id, group, chosen_words(lang))
    who = reader(found.known_language(language), found.publisher.reading_order)
    try:
        made = pdf(form_paper(found.survey, found.group, who, found.publisher), chosen_day("", found.loaded))
    except Fault as error:
        raise click.ClickException(error.told(found.words, "--fonts")) from error
    found.write(out, made)


def _keep(found: Desk, lines: tuple[Answer, ...]) -> None:
    """Put the lines of a group in the place of those that it had, and hide what must not be shown."""
    kept = tuple(line for line in found.known_answers().lines if line.place.group != found.group.id)
    order = {group.id: number for number, group in enumerate(found.survey.groups)}
    together = sorted((*kept, *lines), key=lambda line: order[line.place.group])
    safe = protected(found.survey, Answers.of(found.survey.id, tuple(together)), found.k)
    found.write(found.folder / found.answers_file, answers_table(safe))


def _wrong(found: Desk, imported: Imported) -> Iterable[tuple[int, int, str]]:
    for one in imported.faults:
        yield one.line, one.column, found.words.say(one.message, **dict(one.named))


def _personal(found: Desk, imported: Imported) -> Iterable[tuple[int, int, str]]:
    for text in imported.texts:
        for one in personal(text.text):
            told = found.words.say(
                "{item}: at sign {place} stands {what}. Redact it before the import.",
                item=text.item,
                place=one.at + 1,
                what=found.words.say(one.what),
            )
            yield text.line, text.column, told


def _stop(found: Desk, file: Path, wrong: list[tuple[int, int, str]]) -> None:
    """Nothing is written where anything is wrong."""
    if not wrong:
        return
    for line, column, told in wrong[:_SHOWN]:
        click.echo(f"{file}:{line}:{column}: {told}", err=True)
    if len(wrong) > _SHOWN:
        click.echo("…", err=True)
    click.echo(found.words.say("Nothing was imported."), err=True)
    sys.exit(PROBLEMS)


def _texts(imported: Imported) -> bytes:
    """What people wrote, without anything that would join the texts of one person."""
    from charterkit.exports.sheets import without_formula

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(("item", "text", "redacted"))
    shuffled = sorted(imported.texts, key=lambda one: (one.item, one.text))
    writer.writerows((one.item, without_formula(one.text), "") for one in shuffled)
    return buffer.getvalue().encode("utf-8-sig")
