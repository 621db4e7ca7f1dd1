"""Problems as staff, programs and code forges read them: text, JSON, annotations."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from charterkit.problems import SENTENCES, Level, Problem
from charterkit.strings import Words, mark

_TYPES = {
    "string": mark("a text"),
    "number": mark("a number"),
    "integer": mark("a whole number"),
    "boolean": mark("true or false"),
    "array": mark("a list"),
    "object": mark("a group of fields"),
    "number | string": mark("a number, or yes or no"),
    "number | object": mark("a number or a group of fields"),
}
_LEVELS = {Level.ERROR: mark("error"), Level.WARNING: mark("warning"), Level.ADVICE: mark("advice")}
_FORGE_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "notice"}


def sentence(found: Problem, words: Words) -> str:
    """What is wrong, in the reader's language."""
    return words.say(SENTENCES[found.id].wrong, **_named(found, words))


def cure(found: Problem, words: Words) -> str:
    """How to mend it, in the reader's language; first what may have been meant, where something is near enough."""
    named = _named(found, words)
    mended = words.say(SENTENCES[found.id].cure, **named)
    if not named.get("nearest"):
        return mended
    return f"{words.say('Did you mean {nearest}?', nearest=named['nearest'])} {mended}"


def level(found: Problem, words: Words) -> str:
    """How grave it is, in the reader's language."""
    return words.say(_LEVELS[found.level])


def _named(found: Problem, words: Words) -> dict[str, str]:
    named = {name: value if name == "lines" else _on_one_line(value) for name, value in found.named.items()}
    wanted = _TYPES.get(named.get("wanted", "")) if found.id == "value-type" else None
    return {**named, "wanted": words.say(wanted)} if wanted else named


def _on_one_line(value: str) -> str:
    """An author's value as one line without signs that would steer a terminal or a forge."""
    return "".join(sign if sign.isprintable() else " " for sign in value)


def as_text(problems: Sequence[Problem], words: Words) -> str:
    """`file:line:column: level: message [id]` with the cure below it, and a line that counts."""
    return "".join(_block(found, words) for found in problems)


def _block(found: Problem, words: Words) -> str:
    place = _on_one_line(str(found.place))
    return (
        f"{place}: {level(found, words)}: {sentence(found, words)} [{found.id}]\n    {cure(found, words)}\n"
    )


def summary(problems: Sequence[Problem], files: int, words: Words) -> str:
    """One sentence on the whole: how many files were read, and how many problems of each level there are."""
    read = words.count("{n} file was read.", "{n} files were read.", files)
    found = Counter(one.level for one in problems)
    if not problems:
        return f"{read} {words.say('No problem was found.')}"
    counts = [
        words.count("{n} error", "{n} errors", found[Level.ERROR]),
        words.count("{n} warning", "{n} warnings", found[Level.WARNING]),
        words.count("{n} piece of advice", "{n} pieces of advice", found[Level.ADVICE]),
    ]
    return f"{read} {words.say('Found: {list}.', list=words.listing(counts))}"


def as_json(problems: Sequence[Problem], files: int, words: Words) -> str:
    """The same facts for programs: `{"files": …, "problems": [{"file", "line", "column", "level", "id", …}]}`."""
    entries = [
        {
            "file": found.place.file,
            "line": found.place.line,
            "column": found.place.column,
            "level": found.level.value,
            "id": found.id,
            "field": found.spot.field_name,
            "message": sentence(found, words),
            "cure": cure(found, words),
            "details": found.named,
        }
        for found in problems
    ]
    return json.dumps({"files": files, "problems": entries}, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Sequence[Problem], words: Words) -> str:
    """Annotations that GitHub and Forgejo show beside the line of a merge request."""
    return "".join(_annotation(found, words) for found in problems)


def _annotation(found: Problem, words: Words) -> str:
    place = found.place
    where = f"file={_escaped(place.file, True)},line={place.line},col={place.column},title={_escaped(found.id, True)}"
    message = _escaped(f"{sentence(found, words)} {cure(found, words)}", False)
    return f"::{_FORGE_LEVELS[found.level]} {where}::{message}\n"


def _escaped(text: str, is_property: bool) -> str:
    """The forge's own escapes: a text of an author must not begin a command of its own."""
    safe = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return safe.replace(":", "%3A").replace(",", "%2C") if is_property else safe
