"""What can be wrong with results files."""

from __future__ import annotations

from charterkit.problems.sentence import Sentence, advice, error
from charterkit.strings import mark

_HIDE_MORE = mark(
    "Hide a second figure too: remove the figures of {second} and write suppressed in the column state. Do not say which figure is hidden for which reason."
)

RESULTS: dict[str, Sentence] = {
    "results-without-indicator": error(
        mark("There is no indicator with the id {found}, so these results are shown nowhere."),
        mark("Rename the file after an indicator."),
    ),
    "csv-empty": error(
        mark("The file has no line of column names."),
        mark("Begin it with: period,value"),
    ),
    "csv-column": error(
        mark("{found} is not one of the columns that can stand here."),
        mark("The columns are: {allowed}."),
    ),
    "csv-column-twice": error(
        mark("The column {found} stands here twice."),
        mark("Remove one of the two columns."),
    ),
    "csv-column-missing": error(
        mark("The column {found} is missing."),
        mark("Add it to the first line."),
    ),
    "csv-cells": error(
        mark("This line has {found} cells, but there are {wanted} columns."),
        mark(
            "Give each column its cell, if only an empty one. Write decimals with a point, and put a text that holds the sign “{separator}” in quotation marks."
        ),
    ),
    "csv-quote": error(
        mark("The quotation marks do not match from this line on."),
        mark("Put one before and one after the text, and write a quotation mark inside the text twice."),
    ),
    "period-form": error(
        mark("{found} cannot be read as a period."),
        mark("Write 2019, 2019-H1, 2019-Q3, 2019-07, 2019-W31, FY2018/19 or 2019-04-01/2020-03-31."),
    ),
    "period-unexpected": error(
        mark(
            "No figure is expected for {found}: “frequency: {frequency}” and “starts: {since}” are written in the indicator."
        ),
        mark("Write the period that is meant, or correct frequency: or starts: in the indicator."),
    ),
    "period-overlaps": error(
        mark("The period {found} overlaps the period {other} in line {line}."),
        mark(
            "Correct one of the two periods, or write window: year in the indicator if each figure covers a rolling year."
        ),
    ),
    "row-twice": error(
        mark(
            "The period {found} stands here twice with the same day of release; the first time in line {line}."
        ),
        mark("Remove one line, or give the newer figure its own day in the column released."),
    ),
    "figure-comma": error(
        mark("{column}: {found} has a decimal comma."),
        mark("Write a point instead: {reading}"),
    ),
    "figure-thousands": error(
        mark("{column}: {found} has a sign between thousands."),
        mark("Write digits only, with a point before decimals: {reading}"),
    ),
    "figure-ambiguous": error(
        mark("{column}: {found} can be read in more than one way."),
        mark("Write {reading} or {other}, without a sign between thousands."),
    ),
    "figure-percent": error(
        mark("{column}: {found} has a per cent sign."),
        mark("Write {reading}; the unit stands in the indicator."),
    ),
    "figure-nil": error(
        mark("{column}: does {found} mean that there were no cases?"),
        mark(
            "If so, leave the cell blank and write no_cases in the column state; if the figure is zero, write 0."
        ),
    ),
    "figure-not-applicable": error(
        mark("{column}: {found} says that no figure applies, but not why."),
        mark(
            "Leave the cell blank, write not_applicable in the column state, and the reason in the file of each language."
        ),
    ),
    "figure-dash": error(
        mark("{column}: {found} can mean that there were no cases or that nothing was reported."),
        mark("Leave the cell blank and write no_cases or missing in the column state."),
    ),
    "figure-form": error(
        mark("{column}: {found} is not a number."),
        mark("Write digits with a point for decimals, for example 94.5."),
    ),
    "count-form": error(
        mark("{column}: {found} is not a count."),
        mark("Write a whole number that is not negative."),
    ),
    "yes-no-form": error(
        mark("{column}: {found} is neither yes nor no."),
        mark("Write yes or no."),
    ),
    "day-form": error(
        mark("{column}: {found} is not a date written as year-month-day."),
        mark("Write it like 2025-02-21, and check that the calendar has this day."),
    ),
    "state-unknown": error(
        mark("There is no state {found}."),
        mark("Leave it blank for a final figure; else write one of: {allowed}."),
    ),
    "slice-value": error(
        mark("{column}: {found} is not one of the values that this column can have."),
        mark("Possible values: {allowed}."),
    ),
    "value-not-counts": error(
        mark("The value {found} does not agree with the counts: {numerator} of {denominator} is {wanted}."),
        mark("Correct the value or the counts, or leave the value blank: it is computed from the counts."),
    ),
    "share-over-hundred": error(
        mark(
            "The numerator {numerator} is larger than the denominator {denominator}, but a share cannot exceed 100 per cent."
        ),
        mark("Check the two counts. If more than all is possible, the indicator is of the type ratio."),
    ),
    "share-out-of-range": error(
        mark("A share of {found} per cent is not possible."),
        mark(
            "Write a number from 0 to 100. If more than all is possible, the indicator is of the type ratio."
        ),
    ),
    "figure-beside-state": error(
        mark("The state {state} says that there is no figure, but there is one: {found}."),
        mark("Remove the figure, or the state."),
    ),
    "figure-of-no-cases": error(
        mark("There were no cases (0 of 0), but there is a value: {found}."),
        mark("Remove the value; nothing can be divided by nothing."),
    ),
    "counts-of-nothing": error(
        mark("The numerator is {numerator}, but the denominator is 0."),
        mark("Correct one of the two counts. If there were no cases, both are 0."),
    ),
    "counts-incomplete": error(
        mark("There is a {found} but no {wanted}."),
        mark("Fill in both, or only the value."),
    ),
    "state-without-figure": error(
        mark("The state is {state}, but there is no figure."),
        mark("Write the figure, or leave the state blank, or write missing."),
    ),
    "release-without-figure": error(
        mark("The day of release is {found}, but there is neither a figure nor a state."),
        mark("Write the figure. If there is none, write in the column state why, for example missing."),
    ),
    "reason-missing": error(
        mark("The state is {state}, but no reason is given."),
        mark("Write the reason in the column reason of {wanted}."),
    ),
    "correction-unexplained": error(
        mark("This line corrects a released figure, but does not say why."),
        mark("Write the reason in the column reason of {wanted}."),
    ),
    "cause-missing": error(
        mark("The target was missed, but neither a cause nor an action is given."),
        mark(
            "Check the figure first. If it is right, write in the columns cause and action of {wanted} why the target was missed and what is being done. Whether this stops publishing is said by unexplained_misses: in standards/methodology.yml."
        ),
    ),
    "revises-unknown": error(
        mark("No earlier line of this period was released on {found}."),
        mark("Write the day from the column released of the line that is replaced."),
    ),
    "revises-missing": error(
        mark("This line replaces the one in line {line}, but does not say so."),
        mark("Write {wanted} in the column revises, and the day of the new figure in the column released."),
    ),
    "released-missing": error(
        mark("Line {line} replaces the figure of this line, which has no day of release."),
        mark(
            "Write the day in the column released here, and the same day in the column revises of line {line}."
        ),
    ),
    "confirmed-unknown": error(
        mark("confirmed: {found} is not the id of a question about a line of results."),
        mark("Write the id in square brackets at the end of the question. Possible values: {allowed}."),
    ),
    "persons-too-few": error(
        mark("{column}: fewer than {k} persons are counted, so that somebody could be recognised."),
        mark(
            "Remove the figures of this line and write suppressed in the column state. This file may be public too."
        ),
    ),
    "persons-too-few-left": error(
        mark(
            "The numerator counts all but a few: fewer than {k} persons are left over, so somebody "
            "could be recognised."
        ),
        mark(
            "Remove the figures of this line and write suppressed in the column state. This file may be public too."
        ),
    ),
    "suppressed-left-over": error(
        mark(
            "The hidden figure of {cell} can be worked out: take the published figures of {cells} "
            "away from that of {whole}."
        ),
        _HIDE_MORE,
    ),
    "suppressed-sum": error(
        mark(
            "The hidden figure of {cell} can be worked out: it is the sum of the published figures of {cells}."
        ),
        _HIDE_MORE,
    ),
    "suppressed-worked-out": error(
        mark(
            "The hidden figure of {cell} can be worked out: the published figures leave only one possible number ({cells})."
        ),
        _HIDE_MORE,
    ),
    "suppressed-earlier": error(
        mark("The figure of {cell} is hidden in line {line}, but this earlier line still shows it."),
        mark(
            "Remove the figures of this line too and write suppressed in its column state. What others have copied cannot be called back."
        ),
    ),
    "all-or-none": advice(
        mark(
            "{cell}: in this small group everybody or nobody is counted, so the figure says something about each of them."
        ),
        mark("If that could harm somebody, remove the figures and write suppressed in the column state."),
    ),
    "words-without-row": error(
        mark("No line of {wanted} has the period {found} (and the same slice and day of release)."),
        mark(
            "Write the same period, slice and day of release in both files (in every language), or remove this line."
        ),
    ),
    "words-language": error(
        mark("The file is for the language {found}, which is not one of the languages of the site."),
        mark("Rename the file, or add the language in charters/publisher.yml."),
    ),
    "after-end": error(
        mark("The period {found} comes after the indicator ended on {ended}."),
        mark("Remove the line, or correct ends: or ended: in the indicator."),
    ),
}
