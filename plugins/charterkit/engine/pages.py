"""Pages made from records, as files that MkDocs writes like any other: rendered in the moment of writing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel


class RenderedFile(File):
    """A file whose content is made when it is written; pages in docs/ can link to it as `…/index.md`.

    It counts as a static file, so MkDocs neither reads it as Markdown nor puts it through a theme: what the
    renderer made is what stands on the disk, and a preview that asks the renderer shows the same bytes.
    """

    make: Callable[[], bytes]

    def is_documentation_page(self) -> bool:
        """Never: it is complete as it is."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Write the content to its place."""
        target = Path(self.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(self.make())


def rendered(config: MkDocsConfig, source: str, target: str, make: Callable[[], bytes]) -> RenderedFile:
    """A file at `target` in the site, known to hand-written pages as `source`."""
    file = RenderedFile(
        source,
        None,
        config.site_dir,
        config.use_directory_urls,
        dest_uri=target,
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    file.make = make
    return file


class LanguageFile(File):
    """A Markdown file of docs/ under the name that it has in every language: `about.lt.md` as `about.md`."""

    written: File

    @property  # type: ignore[misc]  # MkDocs lets others set it; here it is only read
    def content_string(self) -> str:
        """The text of the file that its author wrote."""
        return self.written.content_string


def language_file(config: MkDocsConfig, source: str, target: str, written: File) -> LanguageFile:
    """A hand-written page at `target` in the site, known to its neighbours as `source`."""
    file = LanguageFile(source, None, config.site_dir, config.use_directory_urls, dest_uri=target)
    file.written = written
    return file
