"""`charter build`: the public site, whole or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from charterkit import report
from charterkit.commands.options import (
    PROBLEMS,
    chosen_day,
    chosen_words,
    folder_argument,
    lang_option,
)
from charterkit.commands.progress import Progress
from charterkit.data.load import Loader
from charterkit.data.siteconfig import SiteConfig
from charterkit.exports.hosting import Host
from charterkit.problems import Level
from charterkit.rules.check import Checked, check
from charterkit.strings import Words


@click.command()
@folder_argument
@lang_option
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Where to put the site.")
@click.option("--offline", is_flag=True, help="Make a site that can be opened from a folder on disk.")
@click.option("--pdf", is_flag=True, help="Put a PDF to print beside every page that is one document.")
@click.option(
    "--headers",
    "hosts",
    multiple=True,
    type=click.Choice([host.value for host in Host]),
    help="Write the file that makes such a host send strict headers; may be given more than once.",
)
@click.option(
    "--config", default="mkdocs.yml", show_default=True, help="The file with the settings of the site."
)
def build(
    folder: Path,
    lang: str | None,
    site_dir: Path | None,
    offline: bool,
    pdf: bool,
    hosts: tuple[str, ...],
    config: str,
) -> None:
    """Build the public site of FOLDER (default: here).

    Nothing is published while a record is wrong or a link is broken: the site that stood there stays.
    """
    from charterkit.engine import drive

    words = chosen_words(lang)
    config_file = folder / config
    require_config(config_file, words)
    loader = Loader(folder.resolve(), config)
    checked = _refuse_problems(loader, words)
    target = site_dir.resolve() if site_dir is not None else None
    with Progress(words) as progress:
        built = drive.build(
            config_file,
            loader=loader,
            checked=checked,
            site_dir=target,
            offline=offline,
            pdf=pdf,
            hosts=tuple(map(Host, hosts)),
            on_page=progress.step,
        )
    if not built.published:
        for said in built.said:
            click.echo(said, err=True)
        click.echo(words.say("Nothing was published. The site that was there is unchanged."), err=True)
        sys.exit(PROBLEMS)
    pages = words.count("{n} page was made.", "{n} pages were made.", progress.pages)
    click.echo(pages)
    click.echo(words.say("Open {address} in your browser.", address=(built.folder / "index.html").as_uri()))


def require_config(config_file: Path, words: Words) -> None:
    """Stop with a usage error where the folder has no settings."""
    if not config_file.is_file():
        raise click.UsageError(words.say("There is no file {file}.", file=str(config_file)))


def require_plugin(config: SiteConfig, words: Words) -> None:
    """Stop with a usage error where the settings do not name our plugin: MkDocs would build something else."""
    if not config.names_plugin:
        message = words.say(
            "{file} does not name the plugin charterkit. Add these lines to it:", file=config.document.file
        )
        raise click.UsageError(f"{message}\nplugins:\n  - charterkit")


def _refuse_problems(loader: Loader, words: Words) -> Checked:
    loaded = loader.load()
    require_plugin(loaded.config, words)
    checked = check(loaded, chosen_day("", loaded))
    told = [found for found in checked.problems if found.level is not Level.ADVICE or not checked.publishable]
    if told:
        click.echo(report.as_text(told, words), err=True, nl=False)
    if not checked.publishable:
        click.echo(report.summary(checked.problems, checked.files, words), err=True)
        click.echo(words.say("Nothing was published. The site that was there is unchanged."), err=True)
        sys.exit(PROBLEMS)
    return checked
