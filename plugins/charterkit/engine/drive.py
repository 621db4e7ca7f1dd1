"""Drives MkDocs for people who never heard of it: no banners, no log lines, just what came of it."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from charterkit.data.load import Loader
from charterkit.engine.plugin import CharterPlugin, watched_folders
from charterkit.engine.preview import Preview
from charterkit.exports.hosting import Host
from charterkit.rules.check import Checked


@dataclass(frozen=True)
class Built:
    """What came of a build. Where `published` is false the old site was left as it was; `said` tells why."""

    published: bool
    folder: Path
    said: tuple[str, ...] = ()


class _Ear(logging.Handler):
    """Keeps what the engine says at the level of a warning or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.said.append(record.getMessage())


@contextmanager
def _quiet_engine() -> Iterator[list[str]]:
    """While it lasts, the engine's messages go to the list instead of the terminal."""
    ear, logger = _Ear(), logging.getLogger("mkdocs")
    propagate, level = logger.propagate, logger.level
    # Material prints an announcement about other projects' plans unless it is asked not to.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logger.addHandler(ear)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield ear.said
    finally:
        logger.removeHandler(ear)
        logger.propagate = propagate
        logger.setLevel(level)


def configuration(config_file: Path, site_dir: Path | None = None) -> MkDocsConfig:
    """The settings in mkdocs.yml, made strict. Raises MkDocsException where they cannot be used."""
    place = {"site_dir": str(site_dir)} if site_dir is not None else {}
    config: MkDocsConfig = load_config(config_file=str(config_file), strict=True, **place)
    return config


def charter_plugin(config: MkDocsConfig) -> CharterPlugin | None:
    """Our plugin in the settings, or None where mkdocs.yml does not name it."""
    found = config.plugins.get("charterkit")
    return found if isinstance(found, CharterPlugin) else None


def build(
    config_file: Path,
    *,
    loader: Loader,
    checked: Checked | None = None,
    site_dir: Path | None = None,
    offline: bool = False,
    hosts: tuple[Host, ...] = (),
    pdf: bool = False,
    on_page: Callable[[int, int], None] = lambda done, total: None,
) -> Built:
    """Build the site that mkdocs.yml describes, from the records as `checked` has them.

    Without that they are read by `loader`, and judged on the day that the settings name.
    """
    with _quiet_engine() as said:
        try:
            config = configuration(config_file, site_dir)
        except (MkDocsException, OSError) as error:
            return Built(False, site_dir or config_file.parent, (str(error), *said))
        plugin, target = charter_plugin(config), Path(config.site_dir)
        if plugin is None:
            return Built(False, target, ("plugins: charterkit",))
        plugin.loader, plugin.checked = loader, checked
        plugin.progress = on_page
        plugin.config.offline = offline or plugin.config.offline
        plugin.config.pdf = pdf or plugin.config.pdf
        plugin.config.headers = [*dict.fromkeys((*plugin.config.headers, *hosts))]
        return _built(config, plugin, target, said)


def _built(config: MkDocsConfig, plugin: CharterPlugin, target: Path, said: list[str]) -> Built:
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build_with_mkdocs(config)
    except Abort:
        return Built(False, target, tuple(said))
    except (MkDocsException, OSError) as error:
        return Built(False, target, (*said, str(error)))
    finally:
        config.plugins.on_shutdown()
        # MkDocs keeps its plugins for later builds of the same process: what was read for this one is not theirs.
        plugin.checked = None
    return Built(not said, target, tuple(said))


def open_preview(config_file: Path) -> tuple[Preview, tuple[Path, ...]]:
    """A preview of the site that mkdocs.yml describes, and the folders to watch; ValueError if there is none."""
    with _quiet_engine():
        try:
            config = configuration(config_file)
        except MkDocsException as error:
            raise ValueError(str(error)) from error
    plugin = charter_plugin(config)
    if plugin is None:
        raise ValueError("plugins: charterkit")
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    return Preview(config, plugin), (*watched_folders(config), Path(config.docs_dir))
