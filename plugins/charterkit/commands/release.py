"""`charter release`: what is put to the vote, and what was decided about it."""

from __future__ import annotations

import click

from charterkit.commands.release_enact import enact
from charterkit.commands.release_propose import propose
from charterkit.commands.release_translate import translate


@click.group()
def release() -> None:
    """Keep the versions of a charter on which somebody decides."""


release.add_command(propose)
release.add_command(enact)
release.add_command(translate)
