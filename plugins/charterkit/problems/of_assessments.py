"""What can be wrong in a self-assessment."""

from __future__ import annotations

from charterkit.problems.sentence import Sentence, advice, error
from charterkit.strings import mark

ASSESSMENTS: dict[str, Sentence] = {
    "assessment-scoring-mixed": error(
        mark(
            "{field}: {found} does not belong to {scoring} scoring. Two ways of scoring must never be mixed."
        ),
        mark("Write scores of one kind only ({wanted}), or correct scoring: for the whole self-assessment."),
    ),
    "assessment-score-panel": error(
        mark("{field}: {found} is not scored in the sub-criterion {sub}."),
        mark(
            "Write {wanted}: criteria 1 to 5 are about what you do, criteria 6 to 9 about what comes of it."
        ),
    ),
    "assessment-score-part": error(
        mark("{field}: {missing} is missing. A sum of only some parts would say too little."),
        mark("Write a number for each of them: {wanted}. What was not done at all has 0 points."),
    ),
    "assessment-scored-anyway": error(
        mark("{field}: the sub-criterion {sub} has a score, but it is said that it was not assessed."),
        mark("Remove score:, or remove not_assessed:."),
    ),
    "assessment-unscored": advice(
        mark("The scores were agreed on {found}, but there is none for these sub-criteria: {subs}."),
        mark("Write their scores, or say in not_assessed: why they were left out."),
    ),
    "assessment-no-evidence": advice(
        mark("{field}: the score of {sub} is above {limit}, and no evidence is named."),
        mark("Name under evidence: what shows it, or look at the score again."),
    ),
    "assessment-few-assessors": error(
        mark(
            "{field}: only {found} people assessed. From scores that so few agreed on one could tell what each of them thinks."
        ),
        mark("Remove scores from public:. They can be shown where at least {wanted} people assessed."),
    ),
    "assessment-group-missing": error(
        mark("{field}: scores are shown, but it is not said how many people assessed."),
        mark("Write groups: with the size of each group, or remove scores from public:."),
    ),
    "assessment-repeats-itself": error(
        mark("{field}: the round before ({found}) did not begin before this one."),
        mark("Write the id of an earlier self-assessment."),
    ),
    "assessment-repeats-other-body": error(
        mark(
            "{field}: {found} is a self-assessment of another body. Scores of two bodies cannot be compared."
        ),
        mark("Write the id of an earlier self-assessment of the same body, or remove repeats:."),
    ),
    "assessment-day-to-come": error(
        mark("{field}: {found} has not come yet; today is {today}."),
        mark("Write the day on which it was really done, or the plan in planned:."),
    ),
}
