"""The draft of an act: what its file says, what options say, and what is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from charterkit.commands.ask import Asker
from charterkit.data import schema, source
from charterkit.data.act_gaps import act_gaps
from charterkit.model.release import Act, ActKind, Approver, Verb
from charterkit.problems import Place, Problem, Spot, problem, settle
from charterkit.strings import mark

Plain = dict[str, Any]
# What the program writes itself, whatever a draft says.
_OWN = ("kind", "previous")
_GAZETTE = {"gazette": "title", "gazette_date": "date", "gazette_number": "number", "gazette_url": "url"}
_TEXTS = ("body", "form", "title", "place", "signatory", "condition", "appeal", "note")
_VOTES = ("in_favour", "against", "abstained")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known about an act before anybody says something: the languages of the text, and the act before it."""

    languages: Sequence[str]
    digest: str
    last: Mapping[Approver, Act]


def read_draft(path: Path) -> tuple[Plain, tuple[Problem, ...]]:
    """What the file of a draft says, with what is wrong with it as YAML."""
    name = str(path)
    document = source.read(name, path.read_bytes())
    if document.problems:
        return {}, settle(document.problems, document)
    if not isinstance(document.data, dict):
        return {}, (problem("yaml-not-a-record", Spot(name), wanted="act"),)
    return {key: value for key, value in document.data.items() if key not in _OWN}, ()


def schema_problems(path: Path | None, said: Plain, file: str) -> tuple[Problem, ...]:
    """What the schema refuses in an act, at its place in the draft, or at the option where there is no draft."""
    name = str(path) if path is not None else file
    whole = {"kind": "act", **said}
    found = schema.check("act", whole, name) or tuple(act_gaps(whole, name))
    return settle(found, source.read(name, path.read_bytes()) if path is not None else _Nowhere())


class _Option(Place):
    """The option that said it: no editor can jump there, and the file of the act is not written yet."""

    def __str__(self) -> str:
        return self.file


class _Nowhere:
    """Finds the place of what stands in no file: at the option that said it."""

    def place(self, spot: Spot) -> Place:
        """The option, or the file that will be written where no single one is at fault."""
        first, second = [*map(str, spot.path[:2]), "", ""][:2]
        option = _OPTIONS.get(f"{first}.{second}") or _OPTIONS.get(first) or first.replace("_", "-")
        return _Option(f"--{option}" if option else spot.file)


# The options that are not called like the field that they fill.
_OPTIONS = {
    "corrections": "correct",
    **{f"gazette.{field}": name.replace("_", "-") for name, field in _GAZETTE.items()},
}


def with_options(draft: Plain, given: Mapping[str, Any], languages: Sequence[str], ask: Asker) -> Plain:
    """A draft in which every option that was given stands in place of what the draft says."""
    said = {**draft, **{name: value for name, value in given.items() if value and name in _SINGLE}}
    said |= {name: _text(given[name], languages, ask) for name in _TEXTS if given.get(name)}
    gazette = {field: given[name] for name, field in _GAZETTE.items() if given.get(name)}
    if gazette:
        if "title" in gazette:
            gazette["title"] = _text(gazette["title"], languages, ask)
        said["gazette"] = {**said.get("gazette", {}), **gazette}
    if given.get("votes"):
        said["votes"] = _votes(given["votes"], ask)
    if given.get("correct"):
        names = ("subject", "field", "before", "after")
        said["corrections"] = [dict(zip(names, one, strict=True)) for one in given["correct"]]
    return said


_SINGLE = ("does", "by", "verb", "number", "date", "in_force", "covers", "url", "recorded", "digest")


def completed(said: Plain, setting: Setting, ask: Asker) -> Plain:
    """The draft with what every act says; asked for where somebody can answer."""
    words, whole = ask.words, dict(said)
    whole["does"] = _choice(ask, "--does", words.say("What the act does"), whole.get("does"), list(ActKind))
    last = None
    if whole.get("recorded"):
        _ask_what_is_known(whole, ask)
    else:
        last = _done_now(whole, setting, ask)
    _ask_more(whole, setting.languages[0] if last is None else "", ask)
    whole["digest"] = _digest(whole, setting, ask)
    return {name: value for name, value in whole.items() if value not in ("", [], {}, False, None)}


def _done_now(whole: Plain, setting: Setting, ask: Asker) -> Act | None:
    """Who decided, and when; the act of theirs that came before it."""
    words = ask.words
    whole["by"] = _choice(ask, "--by", words.say("Who decided"), whole.get("by"), list(Approver))
    last = setting.last.get(Approver(whole["by"])) if whole["by"] in list(Approver) else None
    if "body" not in whole:
        lang = setting.languages[0]
        proposed = last.body.get(lang, "") if last is not None else ""
        name = ask.answer("--body", words.say("Official name of the body"), None, proposed, ask.line)
        whole["body"] = dict(last.body) if last is not None and name == proposed else {lang: name}
    elif last is not None and set(whole["body"].items()) <= set(last.body.items()):
        # The same name as before has the same translations.
        whole["body"] = dict(last.body)
    whole["date"] = ask.answer("--date", words.say("Day of the act"), _string(whole, "date"), "", str.strip)
    return last


def _ask_what_is_known(whole: Plain, ask: Asker) -> None:
    """Of an old act only what somebody knows: nothing is guessed from other acts."""
    words = ask.words
    questions = {
        "by": words.say("Who decided; blank if no source tells it ({allowed})", allowed=", ".join(Approver)),
        "date": words.say("Day, month or year of the act; blank if no source tells it"),
    }
    for name, question in questions.items() if ask.may_ask else ():
        if name not in whole and (typed := click.prompt(question, default="", show_default=False).strip()):
            whole[name] = typed


def _ask_more(whole: Plain, place_in: str, ask: Asker) -> None:
    """What most acts say and none has to, asked for only where somebody sits at a terminal."""
    words, approves = ask.words, whole["does"] == ActKind.APPROVAL
    if approves and not whole.get("recorded"):
        # The operative word of an older decision is taken from it, never guessed.
        whole["verb"] = whole.get("verb") or Verb.APPROVE.value
    questions = {"number": words.say("Number of the act; blank if it has none")}
    if place_in:
        questions["place"] = words.say("Place; blank if it is not named")
    if approves or whole["does"] in (ActKind.ENTRY_INTO_FORCE, ActKind.REPEAL):
        questions["in_force"] = words.say("From which day it holds; blank if that is not known yet")
    for name, question in questions.items() if ask.may_ask else ():
        if name not in whole and (typed := click.prompt(question, default="", show_default=False).strip()):
            whole[name] = {place_in: typed} if name == "place" else typed


def _digest(whole: Plain, setting: Setting, ask: Asker) -> str:
    """The digest that the decision prints; only an act that prints none goes by that of the content."""
    printed = _string(whole, "digest")
    if whole["does"] != ActKind.APPROVAL or whole.get("recorded"):
        return _bare(printed) if printed else setting.digest
    question = ask.words.say("Checksum that the decision prints")
    return _bare(ask.answer("--digest", question, printed, "", str.strip))


def _bare(printed: str) -> str:
    """The digits of a digest, however a printer has grouped them."""
    return "".join(printed.split()).lower()


def _string(whole: Plain, name: str) -> str | None:
    return str(whole[name]) if whole.get(name) else None


def _choice(ask: Asker, option: str, question: str, given: object, allowed: Iterable[str]) -> str:
    possible = [str(one) for one in allowed]
    asked = f"{question} ({', '.join(possible)})"
    known = None if given is None else str(given)
    return ask.answer(option, asked, known, "", lambda typed: _one(typed, possible, ask))


def _one(typed: str, possible: Sequence[str], ask: Asker) -> str:
    if typed.strip() in possible:
        return typed.strip()
    message = mark("There is no {found} here. Possible values: {allowed}.")
    raise ask.refuse(message, found=typed, allowed=", ".join(possible))


def _text(given: Iterable[str], languages: Sequence[str], ask: Asker) -> dict[str, str]:
    """Words by language: each as `lt=…`, or in the first language of the release where none is named."""
    found: dict[str, str] = {}
    for one in given:
        named = re.fullmatch(r"([a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?)=(.*)", one, re.DOTALL)
        lang, words = (named[1], named[2]) if named else (languages[0], one)
        if not words.strip():
            raise ask.by_problem("text-form", field=one)
        found[lang] = words.strip()
    return found


def _votes(given: str, ask: Asker) -> dict[str, int]:
    """`21/2/1`: in favour, against, abstained."""
    parts = re.split(r"\s*[/:,]\s*|\s+", given.strip())
    if len(parts) > len(_VOTES) or not all(re.fullmatch(r"[0-9]{1,6}", one) for one in parts):
        raise ask.refuse(
            mark("Write the votes as in {example}: in favour, against, abstained."), example="21/2/1"
        )
    return {name: int(one) for name, one in zip(_VOTES, parts, strict=False)}
