"""What can be wrong with a programme of many bodies and with its tables of replies and deliverables."""

from __future__ import annotations

from charterkit.problems.sentence import Sentence, advice, error, warning
from charterkit.strings import mark

PROGRAMMES: dict[str, Sentence] = {
    "register-without-programme": error(
        mark("There is no programme with the id {found}, to which this table could belong."),
        mark("Give the table the name of the programme, or write the programme."),
    ),
    "register-twice": error(
        mark("This has a line already, line {line}: {found}."),
        mark("Keep one of the two lines."),
    ),
    "body-in-two-waves": error(
        mark("The body {found} is in two waves ({waves}); its other line is line {line}."),
        mark("Keep the wave in which it really takes part, and remove the other line."),
    ),
    "option-name-taken": error(
        mark("The option cannot be called {found}: the table of replies has a column of this name."),
        mark("Choose another id. These names are taken: {taken}."),
    ),
    "wave-order": error(
        mark("{field}: the last day, {found}, is before the first day, {since}."),
        mark("Correct one of the two days."),
    ),
    "waves-overlap": error(
        mark("The wave {found} begins before the wave {other} is over, which lasts until {until}."),
        mark("Correct the days, or write overlapping: true if waves run at the same time."),
    ),
    "waves-apart": advice(
        mark("overlapping: true says that waves run at the same time, but none of them do."),
        mark("Remove overlapping:, or correct the days of the waves."),
    ),
    "due-before-wave": error(
        mark("The last day {found} is before the wave {wave} begins, on {since}."),
        mark("Correct the day, or the wave."),
    ),
    "delivered-before-wave": warning(
        mark("The day of delivery {found} is before the wave {wave} begins, on {since}."),
        mark("Check the day and the wave of the body."),
    ),
    "delivery-without-wave": error(
        mark("The body {found} is in no wave, so it has nothing to deliver."),
        mark("Write its wave in the table of replies, or remove this line."),
    ),
    "dropped-unexplained": error(
        mark("It is not said why the deliverable of {found} was dropped."),
        mark("Write the reason in the column reason."),
    ),
    "state-beside-day": error(
        mark("The state {found} stands beside the day of delivery {day}."),
        mark("Leave the state blank where the day is known; remove the day where nothing was delivered."),
    ),
    "reply-undated": warning(
        mark("The body {found} gave an answer, but not the day is written on which it did."),
        mark("Write the day in the column answered."),
    ),
    "reply-before-invitation": warning(
        mark("The answer of {found} is older than the invitation, which is of {invited}."),
        mark("Check both days."),
    ),
    "reply-after-joining": warning(
        mark("The answer came on {found}, after the body had joined on {joined}."),
        mark("Check both days."),
    ),
    "joined-without-wave": error(
        mark("The body {found} has joined, but its wave is not said."),
        mark("Write the wave, or remove the day."),
    ),
    "joined-without-answer": advice(
        mark("The body {found} takes part in a wave, but no answer of it is written down."),
        mark("Write the day and the answer; the page counts it among those that have not answered."),
    ),
    "joined-against-answer": warning(
        mark("The body {found} takes part in a wave, though it answered no."),
        mark("Correct the answer, or take the wave away."),
    ),
    "invitation-sum": error(
        mark("sent: {found} is not the number of bodies in the table of replies, {lines}."),
        mark("Give every invited body a line, also those that have not answered, or correct sent:."),
    ),
    "wave-overfull": warning(
        mark("There are more bodies in the wave {found} ({bodies}) than places ({places})."),
        mark("Correct places:, or move a body to another wave."),
    ),
    "workshop-sum": warning(
        mark("More bodies took part in the workshop ({found}) than were invited ({lines})."),
        mark("Correct the number. People are counted in people:."),
    ),
    "register-future": error(
        mark("{column}: {found} has not come yet; today is {today}."),
        mark("Write only what has happened; the last day of a deliverable stands in the column due."),
    ),
    "programme-level-missing": advice(
        mark(
            "Some bodies of the programme have no level of government; the first one is {found} (all: {count})."
        ),
        mark("Write level: beside them in publisher.yml, so that they are counted by level."),
    ),
}
