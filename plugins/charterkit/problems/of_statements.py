"""What can be wrong with what the law wants to be said, and with the ways back from the reader."""

from __future__ import annotations

from charterkit.problems.sentence import Sentence, advice, error, warning
from charterkit.strings import mark

STATEMENTS: dict[str, Sentence] = {
    "form-address-form": error(
        mark("{field}: {found} is not the address of a form."),
        mark("Begin the address with https://, for example {example}."),
    ),
    "form-word-unknown": error(
        mark("{field}: {found} is not one of the words that can stand in curly brackets."),
        mark("Possible words: {allowed}."),
    ),
    "feedback-twice": error(
        mark("{field}: it is said twice where messages of this kind go: {found}."),
        mark("Remove one of the two."),
    ),
    "feedback-nowhere": warning(
        mark(
            "{field}: there is no form, no address and no telephone number for messages of this kind: {found}."
        ),
        mark("Write form: or contact: in this entry, or contact: for the whole site."),
    ),
    "statement-missing": advice(
        mark("There is no accessibility statement. The law of the European Union asks for one."),
        mark("Write what was checked under accessibility:. Until then its page says that there is none."),
    ),
    "statement-full-exceptions": error(
        mark("{field}: full says that nothing falls short, but exceptions lists content that does."),
        mark("Write status: partial, or remove the exceptions that no longer hold."),
    ),
    "statement-no-exceptions": error(
        mark("{field}: {found} says that some content falls short, but exceptions does not say which."),
        mark("List the content under exceptions:, or write status: full if there is none."),
    ),
    "statement-in-future": error(
        mark("{field}: {found} has not come yet; today is {today}."),
        mark("Write the day on which it was really done."),
    ),
    "statement-reviewed-early": error(
        mark("{field}: {found} is before the day on which the statement was prepared, {prepared}."),
        mark("Correct one of the two days."),
    ),
    "statement-old": advice(
        mark(
            "The accessibility statement was last looked at on {found}. That should be done at least once a year."
        ),
        mark("Check the site and write the day in reviewed:."),
    ),
}
