"""What can be wrong between fields and between records."""

from __future__ import annotations

from charterkit.problems.sentence import Sentence, advice, error, warning
from charterkit.strings import mark

RECORDS: dict[str, Sentence] = {
    "stop-first-day": error(
        mark("{field}: the first visit is on {found}, which is not the day of the week of this stop."),
        mark("Write the date of a first visit on the right day of the week, or correct day: {wanted}."),
    ),
    "stop-leaves-first": error(
        mark("{field}: it leaves at {found}, but it arrives at {arrives}."),
        mark("Write a later time in leaves:, or an earlier one in arrives:."),
    ),
    "reference-unknown": error(
        mark("{field}: nothing of the kind “{kind}” has the id {found}."),
        mark("Write an id that exists, or write the record."),
    ),
    "body-circle": error(
        mark("The body {found} is part of itself."),
        mark("Correct part_of in one of the bodies of the circle."),
    ),
    "adoption-itself": error(
        mark("The charter {found} adopts itself."),
        mark("Write the id of another charter, or remove the entry: its own promises hold in any case."),
    ),
    "adoption-circle": error(
        mark("The charters {found} and {other} adopt each other, directly or through others."),
        mark("Remove one of the adoptions, so that one charter alone decides on a promise."),
    ),
    "adoption-twice": error(
        mark("The group {found} of the charter {other} is adopted twice."),
        mark("Name every group once. An entry without groups: already adopts all of them."),
    ),
    "number-twice": error(
        mark("The number {found} is also used by {other}."),
        mark("Give each commitment of a charter a number of its own."),
    ),
    "entry-twice": error(
        mark("{field}: the id {found} stands here twice."),
        mark("Give each entry an id of its own."),
    ),
    "standard-unused": warning(
        mark("No commitment rests on this standard."),
        mark("Name it under standards: in a commitment, or remove the file."),
    ),
    "indicator-unused": warning(
        mark("No commitment is measured by this indicator."),
        mark(
            "Name it under measures: in a commitment, or write direction: none for a figure that is context only."
        ),
    ),
    "group-empty": advice(
        mark("The group {found} has no commitment."),
        mark("Write a commitment for it, or remove the group."),
    ),
    "charter-empty": advice(
        mark("The charter has no commitment yet."),
        mark("Write the first one in the folder commitments beside charter.yml."),
    ),
    "commitment-unmeasured": advice(
        mark("Nobody can tell whether this promise is kept: it has no measure."),
        mark("Add measures: with an indicator and a target, or keep it as a promise of conduct."),
    ),
    "results-missing": warning(
        mark("The indicator has been measured since {since}, but there is no file {wanted}."),
        mark("Make the file with the line “period,value” and one line for each period."),
    ),
    "language-undeclared": error(
        mark("{field}: the language {found} is not one of the languages of the site."),
        mark("Write one of {allowed}, or add the language in charters/publisher.yml."),
    ),
    "language-not-published": error(
        mark("The authoritative language {found} is not among the languages of the site."),
        mark("Add it to languages:, or remove it here."),
    ),
    "translation-missing": warning(
        mark("{field}: the text is missing in {languages}."),
        mark("Add it. Until then readers see the text in another language, marked as such."),
    ),
    "authoritative-missing": error(
        mark("{field}: the text is missing in {languages}, the language in which the charter is approved."),
        mark("Write it; what is approved must be complete in this language."),
    ),
    "time-zone-unknown": error(
        mark("There is no time zone {found}."),
        mark("Write it like {example}."),
    ),
    "picture-missing": error(
        mark("There is no picture {found} in docs/."),
        mark("Put the file there, or remove the line."),
    ),
    "picture-broken": error(
        mark("The picture {found} is damaged or no picture: it cannot be shown."),
        mark("Save it again as SVG or PNG, or remove the line."),
    ),
    "unit-unknown": error(
        mark("{field}: there is no unit {found}."),
        mark("A unit of your own is described in standards/methodology.yml, under units."),
    ),
    "target-form": error(
        mark("{field}: exactly one requirement, such as at_least, must stand here; there are {count}."),
        mark("Write exactly one of: {allowed}."),
    ),
    "target-same-day": error(
        mark("{field}: another entry begins on the same day, {found}."),
        mark("Correct one of the two dates, or remove the entry that does not hold."),
    ),
    "until-before-from": error(
        mark("{field}: the end {found} lies before the beginning {since}."),
        mark("Correct one of the two dates."),
    ),
    "range-empty": error(
        mark("{field}: the first number {low} is not smaller than the second number {high}."),
        mark("Write the smaller number first."),
    ),
    "target-on-context": error(
        mark("{field}: the indicator {indicator} has direction: none, so it can have no target."),
        mark("Remove the target, or say in the indicator which way is better."),
    ),
    "target-against-direction": warning(
        mark("{field}: {form} does not fit the indicator, in which “direction: {direction}” is written."),
        mark("Choose another form of target, or correct direction: in the indicator."),
    ),
    "target-not-for-type": error(
        mark(
            "{field}: {form} does not fit the indicator, in which “type: {type}” and “unit: {unit}” are written."
        ),
        mark("A yes-or-no indicator takes equals: yes, a date takes by:, and numbers take the other forms."),
    ),
    "target-over-hundred": error(
        mark("{field}: a share cannot be {found} per cent."),
        mark("Write a number from 0 to 100."),
    ),
    "target-period-form": error(
        mark("{field}: {found} is not a period."),
        mark("Write previous, or a period such as 2018 or 2018-Q4."),
    ),
    "judged-too-short": error(
        mark(
            "{field}: “frequency: {frequency}” is written in the indicator, so no shorter period can be judged."
        ),
        mark("Write a longer period, or remove the line."),
    ),
    "slice-unknown": error(
        mark("{field}: the indicator {indicator} is not split by {found}."),
        mark("Describe the split in the indicator under disaggregations, or correct the word."),
    ),
    "norm-without-unit": error(
        mark("{field}: the number has no unit."),
        mark("Add unit:, for example unit: working_days."),
    ),
    "calendar-country": error(
        mark("{field}: the public holidays of the country {found} are not known."),
        mark(
            "Correct the two letters, for example LT; for a country that is not known remove the line and write its holidays under days: and every_year:."
        ),
    ),
    "calendar-region": error(
        mark("{field}: the public holidays of the region {found} are not known in the country {country}."),
        mark("Remove the line, or write one of these: {allowed}."),
    ),
    "day-twice": error(
        mark("{field}: the day {found} stands here twice."),
        mark("Remove one of the two entries."),
    ),
    "cut-off-outside-hours": advice(
        mark("{field}: at {found} no service hours of the calendar {calendar} are on."),
        mark("Check the time; what arrives later counts as of the next working day."),
    ),
    "share-without-counts": advice(
        mark("It is not said what is divided by what."),
        mark("Add numerator: and denominator:, each with a definition."),
    ),
    "survey-incomplete": warning(
        mark("A survey figure needs {missing}."),
        mark("Add it, so that readers can judge how far the figure carries."),
    ),
    "indicator-never-due": advice(
        mark("It is not said when a figure is due, so a missing one is never called overdue."),
        mark("Add due_days:, the number of days after the end of a period."),
    ),
    "indicators-never-due": advice(
        mark(
            "Indicators that do not say when a figure is due: {count}. A missing figure of theirs is "
            "never called overdue."
        ),
        mark("Add due_days:, the number of days after the end of a period, to {list}."),
    ),
    "acknowledged-unknown": error(
        mark("{field}: there is no message with the id {found}."),
        mark("Write the id in square brackets at the end of the message."),
    ),
    "acknowledged-grave": error(
        mark("{field}: {found} is more than advice, and cannot be acknowledged."),
        mark("Mend what the message says, and remove this entry."),
    ),
    "acknowledged-elsewhere": error(
        mark("{field}: {found} is a question about a line of results."),
        mark("Remove this entry, and write {found} in the column confirmed of the line."),
    ),
    "acknowledged-needless": advice(
        mark("{field}: there is no advice {found} about this file."),
        mark("Remove this entry."),
    ),
    "text-html": error(
        mark("{field}: {found} is HTML, which is not allowed in texts."),
        mark("Write it as plain text or Markdown; instead of the sign < write “less than”."),
    ),
    "text-picture": error(
        mark("{field}: pictures are not allowed in texts."),
        mark("Remove {found}, and say in words what it shows."),
    ),
    "text-link": error(
        mark("{field}: the link {found} does not lead to a web page, a mail address or a telephone."),
        mark("Begin the address with https://, mailto: or tel:."),
    ),
    "text-heading": error(
        mark("{field}: a heading cannot stand here."),
        mark("Write it as a sentence, or in bold with two asterisks before and after."),
    ),
    "text-unsupported": error(
        mark("{field}: {found} is not shown in texts."),
        mark("Write paragraphs, lists, bold or italic words and links only."),
    ),
    "text-unwritable": error(
        mark("{field}: the text holds a sign that cannot be printed."),
        mark("Type the line again; such signs come along when text is copied from other programs."),
    ),
    "text-too-deep": error(
        mark("{field}: lists or quotations are nested too deeply."),
        mark("Use at most three levels."),
    ),
    "text-too-long": error(
        mark("{field}: the text is longer than {limit} characters."),
        mark("Shorten it, or make a page of its own in docs/."),
    ),
    "text-placeholder": warning(
        mark("{field}: the text is not written yet; a placeholder stands there in {languages}."),
        mark(
            "Write your own words in its place, without the sign ✎. Until then readers see the placeholder."
        ),
    ),
    "page-reserved": error(
        mark("A page written by hand stands at the address {found}, which belongs to the charter."),
        mark("Rename the file in docs/."),
    ),
    "site-languages": error(
        mark("The languages in mkdocs.yml ({found}) are not those of charters/publisher.yml ({wanted})."),
        mark("Put these lines under plugins: in mkdocs.yml:\n{lines}"),
    ),
}
