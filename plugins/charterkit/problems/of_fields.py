"""What can be wrong with a single field: its name, its shape, its value."""

from __future__ import annotations

from charterkit.problems.sentence import Sentence, error
from charterkit.strings import mark

FIELDS: dict[str, Sentence] = {
    "field-unknown": error(
        mark("There is no field {found} here."),
        mark("The fields here are: {allowed}."),
    ),
    "field-missing": error(
        mark("The field {found} is missing."),
        mark("Add it, for example: {example}"),
    ),
    "value-type": error(
        mark("{field}: {found} is not {wanted}."),
        mark("Write it like this: {example}"),
    ),
    "value-choice": error(
        mark("{field}: {found} is not one of the words that can stand here."),
        mark("Possible values: {allowed}."),
    ),
    "value-range": error(
        mark("{field}: the number {found} is too small or too large."),
        mark("Write a number that is {limit}, for example {example}."),
    ),
    "value-length": error(
        mark("{field}: the text is longer than {limit} characters."),
        mark("Shorten it, or move the details to a field for longer texts."),
    ),
    "list-empty": error(
        mark("{field}: there is no entry here."),
        mark("Add an entry, or remove the field."),
    ),
    "list-length": error(
        mark("{field}: {limit} entries are needed here."),
        mark("Write it like this: {example}"),
    ),
    "list-repeats": error(
        mark("{field}: the entry {found} stands here twice."),
        mark("Remove the repetition."),
    ),
    "text-form": error(
        mark("{field}: the text is empty."),
        mark("Write the text, or remove the line of this language."),
    ),
    "id-form": error(
        mark("{field}: {found} cannot be used as an id."),
        mark(
            "Begin with a letter; use small letters from a to z, digits and single hyphens, at most 60 characters, for example {example}."
        ),
    ),
    "language-form": error(
        mark("{field}: {found} is not a language code."),
        mark("Use codes such as lt, sl, bg, hu or en."),
    ),
    "date-form": error(
        mark("{field}: {found} is not a date written as year-month-day."),
        mark("Write it like {example}, and check that the calendar has this day."),
    ),
    "known-day-form": error(
        mark("{field}: {found} is neither a day nor a month nor a year of the calendar."),
        mark(
            'Write the day as year-month-day, such as {example}. Where no source says more of an old act, write the month ("2014-01") or the year ("2014"), in quotation marks.'
        ),
    ),
    "digest-form": error(
        mark("{field}: {found} is not a checksum."),
        mark(
            "A checksum has 64 signs, digits and the letters from a to f. It is printed by charter release."
        ),
    ),
    "month-day-form": error(
        mark("{field}: {found} is not a day written as month-day."),
        mark("Write the month, a hyphen and the day, each with two digits, for example {example}."),
    ),
    "time-form": error(
        mark("{field}: {found} is not a time written as hours:minutes."),
        mark("Write a time from 00:00 to 23:59, for example {example}."),
    ),
    "address-form": error(
        mark("{field}: {found} is not a whole web address."),
        mark("Begin the address with https://, for example {example}."),
    ),
    "email-form": error(
        mark("{field}: {found} is not an e-mail address."),
        mark("Write one address, for example {example}."),
    ),
    "phone-form": error(
        mark("{field}: {found} is not a telephone number."),
        mark("Write digits and spaces, for example {example}."),
    ),
    "currency-form": error(
        mark("{field}: {found} is not the code of a currency."),
        mark("Write its three capital letters, for example {example}."),
    ),
    "unit-form": error(
        mark("{field}: {found} is not the name of a unit."),
        mark(
            "Use percent, points, minutes, hours, days, working_days and so on, or the three capital letters of a currency."
        ),
    ),
    "country-form": error(
        mark("{field}: {found} is not a country code."),
        mark("Write two capital letters, for example {example}."),
    ),
    "time-zone-form": error(
        mark("{field}: {found} is not the name of a time zone."),
        mark("Write the region, a slash and the city, for example {example}."),
    ),
    "colour-form": error(
        mark("{field}: {found} is not the code of a colour."),
        mark("Write # and six digits or letters from a to f, in quotation marks, for example {example}."),
    ),
    "picture-form": error(
        mark("{field}: {found} is not the path of a picture in docs/."),
        mark("Write its path inside docs/, ending in .svg or .png, for example {example}."),
    ),
    "licence-form": error(
        mark("{field}: {found} is not the short name of a licence."),
        mark("Use the SPDX name, for example {example}."),
    ),
    "number-form": error(
        mark("{field}: {found} cannot be the number of an item."),
        mark("Use digits and letters with dots between them, in quotation marks, for example {example}."),
    ),
    "answer-form": error(
        mark("{field}: {found} is neither a number nor yes or no."),
        mark("Write a number, or yes or no for a yes-or-no indicator."),
    ),
}
