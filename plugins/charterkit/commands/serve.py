"""`charter serve`: the site on this machine, while it is written."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from charterkit import report
from charterkit.commands.build import require_config, require_plugin
from charterkit.commands.options import chosen_words, folder_argument, lang_option
from charterkit.data.siteconfig import read_config


@click.command()
@folder_argument
@lang_option
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one."
)
@click.option("--open", "open_browser", is_flag=True, help="Open the browser.")
@click.option(
    "--config", default="mkdocs.yml", show_default=True, help="The file with the settings of the site."
)
def serve(folder: Path, lang: str | None, port: int, open_browser: bool, config: str) -> None:
    """Show the site of FOLDER on this machine, and show it anew whenever a file is saved.

    Problems are shown in the page, above the last state that can be read. Stop with Ctrl+C.
    """
    from charterkit.engine.drive import open_preview
    from charterkit.engine.serve import PreviewServer

    words = chosen_words(lang)
    require_config(folder / config, words)
    require_plugin(read_config(folder, config), words)
    try:
        preview, folders = open_preview(folder / config)
        server = PreviewServer(preview, port)
    except (ValueError, OSError) as error:
        raise click.UsageError(str(error)) from error
    checked = preview.edition.checked
    click.echo(report.as_text(checked.problems, words), err=True, nl=False)
    click.echo(report.summary(checked.problems, checked.files, words))
    click.echo(words.say("Open {address} in your browser. Stop with Ctrl+C.", address=server.address))
    server.watch(folders)
    if open_browser:
        webbrowser.open(server.address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo()
    finally:
        server.close()
