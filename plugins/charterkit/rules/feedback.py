"""Whether messages from readers arrive: the words of a form's address, each kind once, none without a way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from charterkit.model.common import NO_CONTACT
from charterkit.model.publication import Publication
from charterkit.model.publisher import FORM_WORDS, Concern, Feedback
from charterkit.problems import Problem, Spot, problem
from charterkit.text import nearest

_WORD: Final = re.compile(r"\{([^{}]*)\}")


def feedback_problems(publication: Publication) -> Iterator[Problem]:
    """Whatever is wrong in the publisher's entries about messages."""
    publisher = publication.publisher
    seen: set[Concern] = set()
    for index, one in enumerate(publisher.feedback):
        spot = Spot("charters/publisher.yml", ("feedback", index))
        yield from _words(spot.at("form"), one)
        for number, concern in enumerate(one.about):
            here = spot.at("about", number)
            if concern in seen:
                yield problem("feedback-twice", here, field="about", found=concern.value)
            elif not one.form and NO_CONTACT == one.contact == publisher.contact:
                yield problem("feedback-nowhere", here, field="about", found=concern.value)
            seen.add(concern)


def _words(spot: Spot, one: Feedback) -> Iterator[Problem]:
    for word in dict.fromkeys(_WORD.findall(one.form)):
        if word not in FORM_WORDS:
            yield problem(
                "form-word-unknown",
                spot,
                field=spot.field_name,
                found=word or "{}",
                nearest=nearest(word, FORM_WORDS) or "",
                allowed=", ".join(FORM_WORDS),
            )
