"""What can be odd about figures that are well formed: questions with the readings between which only staff can choose.

Where a figure is right as it stands, its line says so in the column `confirmed`, with the id of the question.
"""

from __future__ import annotations

from charterkit.problems.sentence import Sentence, advice
from charterkit.strings import mark

# Asked about a line of a results file, which can answer them in its column `confirmed`.
QUESTIONS: dict[str, Sentence] = {
    "outlier": advice(
        mark(
            "{column}: is {found} right? It is far from the others: {count} of them lie between {low} and {high}."
        ),
        mark("Correct the figure if it was mistyped."),
    ),
    "digit-slip": advice(
        mark("{column}: is it {reading} or {found}? Of the others, {count} lie between {low} and {high}."),
        mark("Correct the figure if a digit or the decimal point was mistyped."),
    ),
    "unit-slip": advice(
        mark("{column}: is it {reading} or {found}? Of the others, {count} lie between {low} and {high}."),
        mark("The unit of the indicator is {unit}. Convert the figure if it was taken in another unit."),
    ),
    "percent-slip": advice(
        mark("{column}: is it {reading} per cent or {found} per cent?"),
        mark("Write a share as a number from 0 to 100: 94 for 94 per cent, not 0.94."),
    ),
    "counts-swapped": advice(
        mark(
            "Is it {numerator} of {denominator}, or {denominator} of {numerator}? In the other "
            "periods ({count}) the larger count is in the other column."
        ),
        mark("Swap the two counts if each is in the other’s column."),
    ),
    "parts-not-whole": advice(
        mark(
            "{column}: is it {found} or {wanted}? The parts by {dimension} add up to {found}, the line of the whole says {wanted}."
        ),
        mark("Correct the part or the whole. Cases that belong to no part, or to several, can explain it."),
    ),
    "periods-not-whole": advice(
        mark(
            "{column}: is it {found} or {wanted}? The shorter periods from {first} to {last} add up to {found}, this line says {wanted}."
        ),
        mark("Correct the shorter period or the longer one."),
    ),
    "reported-not-counts": advice(
        mark(
            "Which is right, {found} as reported, or {numerator} of {denominator}, which is {wanted} per cent?"
        ),
        mark("Correct the one that is wrong. If the body itself reported it so, both can stay."),
    ),
    "figure-repeated": advice(
        mark(
            "Was {found} measured each time, or copied? It is the figure of {count} periods in a row, from {first} to {last}."
        ),
        mark("Correct the periods to which it was copied."),
    ),
    "counts-repeated": advice(
        mark("Were {numerator} of {denominator} counted twice, or copied? {other} has the same counts."),
        mark("Correct the period to which they were copied."),
    ),
}

PLAUSIBILITY: dict[str, Sentence] = {
    **QUESTIONS,
    "frequency-without-due": advice(
        mark("How many were due? A frequency is promised, but only what was done is counted."),
        mark(
            "A frequency is measured as done of due: write type: share, with numerator: (done) and denominator: (due)."
        ),
    ),
}
