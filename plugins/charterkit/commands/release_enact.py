"""`charter release enact`: enter what was decided about a release, once and for ever."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from charterkit.commands.act_draft import Setting, completed, read_draft, schema_problems, with_options
from charterkit.commands.act_options import act_facts, act_texts
from charterkit.commands.act_words import sentence
from charterkit.commands.ask import Asker
from charterkit.commands.options import chosen_words, lang_option
from charterkit.commands.release_desk import Desk, not_written, stop
from charterkit.commands.release_desk import desk as open_desk
from charterkit.data.build import build
from charterkit.data.content import digest
from charterkit.data.releases import read_act
from charterkit.files import write_new_files
from charterkit.model.release import Act, Approver
from charterkit.rules.releases.chain import newest_seal
from charterkit.rules.releases.enacting import Case, last_by, objections
from charterkit.rules.releases.sealing import working_records
from charterkit.rules.releases.states import ReleaseState, dated
from charterkit.rules.releases.wording import act_wording
from charterkit.site.releases.act_words import APPROVERS
from charterkit.site.releases.day_words import days_words, first_day_words

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_DRAFT = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("charter")
@click.argument("version")
@act_facts
@act_texts
@click.option(
    "--from", "draft", type=_DRAFT, help="A file with the act in YAML; options count for more than it."
)
@click.option(
    "--today", "today", metavar="YYYY-MM-DD", default="", help="Write as of this day instead of today."
)
@click.option("--folder", type=_FOLDER, default=".", help="The folder of the charter; else here.")
@lang_option
@click.option("--yes", is_flag=True, help="Ask nothing.")
def enact(
    charter: str,
    version: str,
    draft: Path | None,
    today: str,
    folder: Path,
    lang: str | None,
    yes: bool,
    **given: Any,
) -> None:
    """Enter an act about VERSION of CHARTER: its approval, entry into force, correction, rejection,
    withdrawal or repeal.

    The act is written as the next file beside the sealed text, and never again: it holds the digest of the text that
    was decided on and the digest of the act before it. Nothing is written if anything does not fit. What is not given
    as an option or in a file is asked for, if there is somebody to ask. Texts are in the first language of the
    version; for others write --body lt=Taryba --body en=Council.
    """
    ask = Asker(chosen_words(lang), may_ask=not yes and somebody_is_there())
    desk = open_desk(folder, charter, version, today, ask)
    said = _said(desk, draft, given)
    file = f"{desk.release.folder}/act-{len(desk.release.acts) + 1}.yml"
    found = schema_problems(draft, said, file)
    if found:
        stop(found, ask.words)
    act = replace(build(Act, {**said, "previous": newest_seal(desk.releases)}), file=file)
    _refuse_unfit(desk, act)
    _write(desk, act)


def somebody_is_there() -> bool:
    """Whether a person sits at the other end, who can be asked."""
    return sys.stdin.isatty()


def _said(desk: Desk, draft: Path | None, given: dict[str, Any]) -> dict[str, Any]:
    """Everything that the act will say, but for the seal of the one before it."""
    written, found = read_draft(draft) if draft is not None else ({}, ())
    if found:
        stop(found, desk.ask.words)
    given = {name: list(value) if isinstance(value, tuple) else value for name, value in given.items()}
    said = with_options(written, given, desk.release.languages, desk.ask)
    last = {by: act for by in Approver if (act := last_by(desk.releases, by)) is not None}
    return completed(said, Setting(desk.release.languages, desk.release.digest, last), desk.ask)


def _refuse_unfit(desk: Desk, act: Act) -> None:
    working = working_records(desk.publication, desk.loaded.sources, desk.release.charter)
    against = tuple(objections(Case(act, desk.release, desk.releases, working, desk.today)))
    for one in against:
        click.echo(sentence(one, desk.ask.words, desk.publication.file_of), err=True)
    wrong = tuple(act_wording(desk.release, desk.release.acts, act))
    if wrong or against:
        stop(wrong, desk.ask.words)


def _write(desk: Desk, act: Act) -> None:
    from charterkit.exports.act_file import act_file

    words, raw = desk.ask.words, act_file(act)
    read, found = read_act(act.file, raw)
    if found or read is None or replace(read, seal="") != act:
        stop(found, words)
    try:
        write_new_files(desk.folder, {act.file: raw})
    except OSError as error:
        raise not_written(act.file, error, words) from error
    click.echo(words.say("Written: {file}.", file=act.file))
    click.echo(words.say("Seal of this act: {seal}.", seal=digest(raw)))
    _say_what_holds(desk, replace(act, seal=digest(raw)))


def _say_what_holds(desk: Desk, act: Act) -> None:
    """How far the release has come by this act, and what is missing."""
    words = desk.ask.words
    now = replace(desk.release, acts=(*desk.release.acts, act))
    whole = tuple(now if one.version == now.version else one for one in desk.releases)
    state = next(one for one in dated(whole, desk.today) if one.release.version == now.version)
    if state.missing:
        click.echo(
            words.say(
                "Still missing is the approval of: {missing}.",
                missing=", ".join(words.say(APPROVERS[one]) for one in state.missing),
            )
        )
    elif state.state is ReleaseState.APPROVED and state.since is None:
        click.echo(words.say("The version holds as soon as its entry into force is entered here."))
    elif state.until is not None:
        click.echo(words.say("In force: {days}.", days=days_words(words, state)))
    elif state.since is not None:
        click.echo(words.say("In force from: {day}.", day=first_day_words(words, state)))
    if act.corrections:
        click.echo(
            words.say("Correct the same words in the working text as well, or it proposes the old ones.")
        )
    click.echo(words.say("Keep this file for good. It is never changed; another act is written beside it."))
