"""What the commands about surveys need: the survey that is meant, its group, its file of figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from charterkit.data.answers import answers_in
from charterkit.data.load import load
from charterkit.data.loaded import Loaded
from charterkit.files import write_atomic
from charterkit.model.answers import Answers
from charterkit.model.publisher import Publisher
from charterkit.model.survey import RespondentGroup, Survey
from charterkit.strings import Words
from charterkit.text import nearest


@dataclass(frozen=True, slots=True)
class Desk:
    """A survey and one of its groups, as the files say them now; `k` is the smallest count to be published."""

    folder: Path
    loaded: Loaded
    publisher: Publisher
    survey: Survey
    group: RespondentGroup
    k: int
    words: Words

    @property
    def answers_file(self) -> str:
        """The file of the figures, below the folder."""
        return self.survey.file.removesuffix(".yml") + ".csv"

    def holds(self, file: Path) -> bool:
        """Whether a file lies in the folder of the charter."""
        return file.resolve().is_relative_to(self.folder.resolve())

    def read_answers(self) -> bytes:
        """The bytes of the file of the figures."""
        try:
            return (self.folder / self.answers_file).read_bytes()
        except OSError as error:
            raise self._failed(self.answers_file, error) from error

    def known_answers(self) -> Answers:
        """The figures that are there already; none where there is no file."""
        if not (self.folder / self.answers_file).exists():
            return Answers(self.survey.id)
        return answers_in(self.answers_file, self.read_answers(), self.survey, k=0)[0]

    def known_language(self, language: str) -> str:
        """A language of the site; the first one where none is named."""
        if not language:
            return self.publisher.languages[0]
        return _known(language, self.publisher.languages, self.words)

    def write(self, file: Path, raw: bytes) -> None:
        """Write a file, and say so."""
        try:
            write_atomic(file, raw)
        except OSError as error:
            raise self._failed(str(file), error) from error
        click.echo(self.words.say("{file} was written.", file=str(file)))

    def _failed(self, file: str, error: OSError) -> click.ClickException:
        reason = error.strerror or type(error).__name__
        return click.ClickException(f"{file}: {reason}")


def desk(folder: Path, survey: str, group: str, words: Words) -> Desk:
    """The survey that is meant; `*` stands for any group. Refuses what is not there."""
    loaded = load(folder)
    publication = loaded.publication
    if publication is None:
        raise click.ClickException(words.say("The records cannot be read yet. charter check says why."))
    found = publication.surveys[_known(survey, publication.surveys, words)]
    own = [one for one in found.groups if not one.sum_of] or list(found.groups)
    names = [one.id for one in own]
    named = names[0] if group == "*" or (not group and len(names) == 1) else _known(group, names, words)
    chosen = next(one for one in own if one.id == named)
    k = found.smallest_count(publication.methodology)
    return Desk(folder, loaded, publication.publisher, found, chosen, k, words)


def _known(asked: str, known: Iterable[str], words: Words) -> str:
    allowed = tuple(known)
    if asked in allowed:
        return asked
    if not asked:
        needed = words.say(
            "{option} is needed here. Possible values: {allowed}.",
            option="--group",
            allowed=", ".join(allowed),
        )
        raise click.UsageError(needed)
    best = nearest(asked, allowed)
    hint = words.say("Did you mean {nearest}?", nearest=best) if best else ""
    told = words.say(
        "There is no {found} here. Possible values: {allowed}.",
        found=asked,
        allowed=", ".join(allowed),
    )
    raise click.UsageError(f"{told} {hint}".rstrip())
