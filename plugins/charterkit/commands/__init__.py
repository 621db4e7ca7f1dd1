"""The command line `charter`: what staff and build servers call. One module a command."""

from __future__ import annotations

import gc
import sys

import click

from charterkit import __version__
from charterkit.commands.assessment import assessment
from charterkit.commands.build import build
from charterkit.commands.check import check
from charterkit.commands.diff import diff
from charterkit.commands.due import due
from charterkit.commands.new import new
from charterkit.commands.print import print_
from charterkit.commands.release import release
from charterkit.commands.serve import serve
from charterkit.commands.status import status
from charterkit.commands.survey import survey
from charterkit.commands.verify import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="charter")
def charter() -> None:
    """Publish a citizen charter from checked YAML records."""


for _command in (new, check, status, due, build, serve, print_, release, verify, diff, assessment, survey):
    charter.add_command(_command)


def main() -> None:
    """Run the command line. Letters that a console cannot show are replaced: they must never stop a command."""
    # Records live as long as the command: to look for garbage among them every 700 objects costs a twentieth of it.
    gc.set_threshold(100_000)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")
    charter(prog_name="charter")
