"""The repository of a body: all its files, ready to be checked, built and replaced word by word."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from charterkit.starter.calendars import holidays, usual_id
from charterkit.starter.editors import schema_files, schema_lines
from charterkit.starter.fill import commented, fill, form
from charterkit.starter.words import Voices, has_words, spoken, words_of
from charterkit.strings import own_name

# Where a form is put. Names that begin with a dot have none here: Git would obey them in our own repository.
_PLACES: Mapping[str, str] = {
    "mkdocs.yml": "mkdocs.yml",
    "charters/publisher.yml": "publisher.yml",
    "charters/citizens/charter.yml": "charter.yml",
    "charters/citizens/commitments/answer-letters.yml": "commitment.yml",
    "charters/results/letters-answered-in-time.csv": "results.csv",
    "standards/quality/written-requests.yml": "standard.yml",
    "standards/indicators/letters-answered-in-time.yml": "indicator.yml",
    "standards/methodology.yml": "methodology.yml",
    "requirements.txt": "requirements.txt",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    ".editorconfig": "editorconfig",
    ".vscode/settings.json": "settings.json",
    ".vscode/extensions.json": "extensions.json",
    ".github/workflows/charter.yml": "github.yml",
    ".gitlab-ci.yml": "gitlab.yml",
}
# Signs that Markdown or a forge would take for more than a letter.
_MARKUP = re.compile(r"[\\`*_\[\]<>&#|~!$@]")


@dataclass(frozen=True, slots=True)
class Body:
    """Who begins: the name as people know it, the languages in the order chosen, and where the body is."""

    name: str
    languages: tuple[str, ...]
    country: str
    time_zone: str


def site_languages(chosen: Sequence[str]) -> tuple[str, ...]:
    """The languages that the site begins with: the first one, and of the others those that have texts."""
    return (*chosen[:1], *(lang for lang in chosen[1:] if has_words(lang)))


def later_languages(chosen: Sequence[str]) -> tuple[str, ...]:
    """The languages that wait for their texts: a page in a language that it is not in would only pretend."""
    return tuple(lang for lang in chosen if lang not in site_languages(chosen))


def is_in_english_only(chosen: Sequence[str]) -> bool:
    """Whether the first language has no texts of its own, so that English ones stand in for them."""
    return not has_words(chosen[0])


def first_day(today: date) -> date:
    """The first day of the next quarter: nothing that was made today can be overdue at once."""
    quarter = (today.month - 1) // 3 + 1
    return date(today.year + quarter // 4, quarter % 4 * 3 + 1, 1)


def repository(body: Body, today: date, version: str) -> dict[str, bytes]:
    """Every file of the repository by its path; `version` is that of the program that has to read it."""
    languages = site_languages(body.languages)
    titles = {lang: words_of(lang)["calendar.text.title"] for lang in languages}
    voices = Voices(languages, {"name": dict.fromkeys(languages, body.name), "title": titles})
    values = _values(body, voices, today, version)
    files = {place: fill(form(name), voices, values) for place, name in _PLACES.items()}
    files["README.md"] = fill(form(f"readme.{values['voice']}.md"), voices, values)
    files[f"standards/calendars/{usual_id(body.country)}.yml"] = fill(form("calendar.yml"), voices, values)
    files |= dict(_home(languages))
    files |= dict(schema_files())
    return {place: text.encode() for place, text in sorted(files.items())}


def _values(body: Body, voices: Voices, today: date, version: str) -> dict[str, str]:
    first = body.languages[0]
    return {
        "name": _MARKUP.sub(lambda sign: f"\\{sign[0]}", body.name),
        "site_name": json.dumps(body.name, ensure_ascii=False),
        "languages": "\n".join(_languages(body, voices)),
        "first": first,
        "voice": spoken(first),
        "country": body.country,
        "zone": body.time_zone,
        "since": first_day(today).isoformat(),
        "version": _versions(version),
        "i18n": "\n".join(_i18n(voices.languages)),
        "schemas": ",\n".join(schema_lines()),
        "calendar": usual_id(body.country),
        "id": usual_id(body.country),
        "top": "",
        "holidays": "\n".join(holidays(body.country, voices)),
    }


def _languages(body: Body, voices: Voices) -> Iterator[str]:
    yield from (f"  - {lang}" for lang in voices.languages)
    later = later_languages(body.languages)
    if later:
        yield from commented(voices.comment("publisher.later"), "  ")
        yield from (f"  # - {lang}" for lang in later)
    if is_in_english_only(body.languages):
        yield from commented(voices.comment("publisher.english"), "  ")


def _i18n(languages: Sequence[str]) -> Iterator[str]:
    """The lines that let static-i18n build several languages; a single one needs none."""
    if len(languages) < 2:
        return
    yield from ("  - i18n:", "      docs_structure: suffix", "      reconfigure_search: false")
    yield from ("      reconfigure_material: false", "      languages:")
    for lang in languages:
        default = ", default: true" if lang == languages[0] else ""
        name = json.dumps(own_name(lang), ensure_ascii=False)
        yield f'        - {{locale: "{lang}", name: {name}, build: true{default}}}'


def _home(languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    for lang in languages:
        name = "index.md" if len(languages) == 1 else f"index.{lang}.md"
        yield f"docs/{name}", f"{words_of(lang)['home']}\n"


def _versions(version: str) -> str:
    """This version and those that promise to read the same files: below the next minor one while it is 0.x."""
    major, minor = (int(part) for part in version.split(".")[:2])
    above = f"0.{minor + 1}" if major == 0 else str(major + 1)
    return f">={version},<{above}"
