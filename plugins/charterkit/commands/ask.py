"""Answers that a command needs: given as options, or asked for, and checked in the same way."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import available_timezones

import click

from charterkit.problems import SENTENCES
from charterkit.strings import Words, mark
from charterkit.text import nearest, slug_ok

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_LONGEST = 200

Check = Callable[[str], str]


@dataclass(frozen=True)
class Asker:
    """Who asks: in which words, and whether at all (`--yes` takes what it would propose)."""

    words: Words
    may_ask: bool

    def answer(self, option: str, question: str, given: str | None, proposed: str, check: Check) -> str:
        """The answer that was given, else the one typed, else the one proposed. UsageError where it is not right."""
        if given is None and self.may_ask:
            typed: str = click.prompt(question, default=proposed or None, value_proc=check)
            return typed
        if given is None and not proposed:
            raise self.refuse(mark("{option} is needed here: it cannot be guessed."), option=option)
        return check(proposed if given is None else given)

    def refuse(self, message: str, **named: object) -> click.UsageError:
        """What to raise for an answer that cannot be taken."""
        return click.UsageError(self.words.say(message, **named))

    def by_problem(self, id: str, **named: object) -> click.UsageError:
        """The same refusal that `charter check` would utter later."""
        sentence = SENTENCES[id]
        said = [self.words.say(message, **named) for message in (sentence.wrong, sentence.cure)]
        return click.UsageError(" ".join(said))

    def line(self, text: str) -> str:
        """A line of words that people read: without doubled spaces, and with nothing that cannot be printed."""
        tidy = " ".join(text.split())
        if not tidy:
            raise self.by_problem("text-form", field=_shown(text))
        if not tidy.isprintable():  # broken letters of a command line, too
            raise self.by_problem("text-unwritable", field=_shown(tidy))
        if len(tidy) > _LONGEST:
            raise self.by_problem("value-length", field=_shown(tidy), limit=_LONGEST)
        return tidy

    def languages(self, text: str) -> str:
        """Language codes with a comma between them, each once, in the order given."""
        codes = list(dict.fromkeys(re.findall(r"[^\s,;]+", text)))
        for code in codes or [""]:
            if not _LANGUAGE.fullmatch(code):
                raise self.by_problem("language-form", field="languages", found=_shown(code))
        return ",".join(codes)

    def country(self, text: str) -> str:
        """The code of a country."""
        code = text.strip().upper()
        if not re.fullmatch(r"[A-Z]{2}", code):
            raise self.by_problem("country-form", field="country", found=_shown(text), example="LT")
        return code

    def time_zone(self, text: str) -> str:
        """The name of a time zone that exists."""
        zones = available_timezones()
        if text.strip() in zones:
            return text.strip()
        example = nearest(text, sorted(zones)) or "Europe/Vilnius"
        raise self.by_problem("time-zone-unknown", found=_shown(text), example=example)

    def id(self, text: str) -> str:
        """A name that a file and an address can bear."""
        if not slug_ok(text.strip()):
            raise self.by_problem("id-form", field="id", found=_shown(text), example="answer-letters")
        return text.strip()


def _shown(text: str) -> str:
    """What was typed, short and printable."""
    safe = "".join(sign if sign.isprintable() else "?" for sign in text)
    return f"“{safe if len(safe) <= 40 else safe[:39] + '…'}”"
