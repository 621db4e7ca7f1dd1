"""What can be wrong with surveys and their answers."""

from __future__ import annotations

from charterkit.problems.sentence import Sentence, error
from charterkit.strings import mark

_HIDE = mark(
    "Run charter survey hide {survey}: it hides what points at few people, and what would give it away."
)

SURVEYS: dict[str, Sentence] = {
    "survey-dates": error(
        mark("The survey ends on {found}, before it begins ({since})."),
        mark("Correct from: or until:."),
    ),
    "survey-when": error(
        mark("It is not said when people were asked."),
        mark(
            "Write from: and until:, or period: where the days are not known. Where the source names no year, write undated: with what it says."
        ),
    ),
    "survey-undated": error(
        mark("It says that the time is not known, but a time is given as well."),
        mark("Remove undated:, or remove from:, until: and period:."),
    ),
    "survey-published-where": error(
        mark("It is said that the answers were published before, but not where."),
        mark("Write sources: with the title and the address of the page, or remove already_published:."),
    ),
    "survey-repeats-later": error(
        mark("This survey repeats {found}, but that one began later or on the same day ({since})."),
        mark("Name the earlier survey in the later one."),
    ),
    "survey-scale": error(
        mark("The best answer of the scale ({found}) is not above the worst ({low})."),
        mark("Write the worst answer as min: and the best one as max:."),
    ),
    "survey-scale-missing": error(
        mark("The question {found} is answered on a scale, but the survey has none for it."),
        mark("Write scales: with an id, min and max."),
    ),
    "survey-options": error(
        mark("The question {found} has no answers to choose from."),
        mark("Write options: with an id and a title for each answer."),
    ),
    "survey-option-reserved": error(
        mark("LimeSurvey keeps the code {found} for itself, so no answer to tick can have it."),
        mark("Choose another id for this answer."),
    ),
    "survey-group-few": error(
        mark(
            "Fewer than {k} people of the group {found} answered: whatever is published of it is about single persons."
        ),
        mark("Put the group together with another one."),
    ),
    "survey-returned-over": error(
        mark("{found} people answered, but only {invited} were asked."),
        mark("Correct invited: or returned:."),
    ),
    "answers-without-survey": error(
        mark("There is no survey with the id {found}, so these answers are shown nowhere."),
        mark("Rename the file after a survey."),
    ),
    "answers-word": error(
        mark("{column}: {found} is none of the words that can stand here."),
        mark("Possible words: {allowed}."),
    ),
    "answers-twice": error(
        mark("The same answer stands here twice; the first time in line {line}."),
        mark("Remove one of the two lines."),
    ),
    "answers-nothing": error(
        mark("This line has no figure."),
        mark(
            "Fill it in, remove the line, or write suppressed in the column state if the figure must not be shown."
        ),
    ),
    "answers-column-answer": error(
        mark(
            "{column}: this belongs in the line about the question as a whole, where the column answer is blank."
        ),
        mark("Leave the cell blank here, or leave the column answer blank."),
    ),
    "answers-column-question": error(
        mark("{column}: this belongs in a line about one answer."),
        mark("Write the answer in the column answer, or leave the cell blank."),
    ),
    "answers-range": error(
        mark("{column}: {found} is not between {low} and {high}."),
        mark("Correct the figure. An average lies on the scale of the answers, a share between 0 and 100."),
    ),
    "answers-too-few": error(
        mark("{column}: fewer than {k} people are counted here, so somebody could be recognised."),
        _HIDE,
    ),
    "answers-too-few-left": error(
        mark("Fewer than {k} people did not give this answer, so somebody could be recognised."),
        _HIDE,
    ),
    "answers-worked-out": error(
        mark("{group}: the hidden figure of {found} can be worked out from the figures that are shown."),
        mark(
            "Hide another answer of the same question, or its average. charter survey hide does it by itself where all answers are counted."
        ),
    ),
    "answers-few-worked-out": error(
        mark(
            "{group}: how many gave the answer {found} stands nowhere, but it follows from the other figures, and it is fewer than {k}."
        ),
        mark(
            "Leaving a line out hides nothing. Write the line with suppressed, and hide another answer or the average as well; of very few people publish nothing."
        ),
    ),
    "answers-over-returned": error(
        mark("{found} people answered this question, but only {returned} answered the survey."),
        mark("Correct the figure here, or returned: in the survey."),
    ),
    "answers-sum": error(
        mark("n is {found}, but the answers add up to {wanted}."),
        mark("Correct n or one of the answers. Who did not answer the question is counted in neither."),
    ),
    "answers-over": error(
        mark("{found} people gave this answer, but only {n} answered the question."),
        mark("Correct one of the two figures."),
    ),
    "answers-share": error(
        mark("The share is {found}, but the counts give {wanted}."),
        mark("Correct one of the figures, or leave the share blank: it is worked out."),
    ),
    "answers-average": error(
        mark("The average is {found}, but the answers give {wanted}."),
        mark("Correct one of the figures, or leave the average blank: it is worked out."),
    ),
    "answers-of-groups": error(
        mark("{found} stands here, but the groups {groups} have {wanted} together."),
        mark("Correct one of the figures."),
    ),
}
