"""What a survey hides is nowhere: on no page, in no chart, in no file to take along, on no paper, not in the search.

Two claims together say so. Every published byte follows from the lines that are shown: it is the same whether the
record holds what they hide or not. And from the lines that are shown nobody can work out what is hidden, in any group.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from charterkit.data.answers import answers_in
from charterkit.data.answers_table import answers_table
from charterkit.exports import survey_files
from charterkit.model.action import Cause
from charterkit.model.answers import Answer, Answers, Place
from charterkit.model.publication import Publication
from charterkit.model.survey import ItemType, Side, Survey
from charterkit.numbers import rounded
from charterkit.rules.quality.survey_disclosure import survey_disclosures
from charterkit.rules.quality.survey_figures import questions
from charterkit.rules.quality.survey_sums import survey_sums
from charterkit.site.quality import survey_words
from everywhere import LANGUAGES, everything
from hidden_surveys import BEFORE, NOW, K, Truth, safe, truths, with_figures, worked_out
from surveying import published
from test_site_sample import publication
from test_site_sample_quality import action, strategy

# The addresses of all that tells of surveys: a test holds that nothing else does.
TELLS = ("quality/", "charters/citizens/letters/", "paper:survey-", "paper:actions", "paper:strategy")
SHEETS = ("surveys", "actions", "strategy")
SLOW = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
)


PLACES = tuple(one for group in NOW.groups[:2] for one in questions(NOW, group))
KEYS = tuple(dict.fromkeys((one.item.id, one.side) for one in PLACES))


def alike(numbers: tuple[int, ...]) -> Truth:
    """The same answers to every question in both groups."""
    counts = {one.place: numbers[: len(one.answers)] for one in PLACES}
    several = {one.place: 2 * max(numbers) for one in PLACES if one.item.type is ItemType.MULTIPLE}
    return Truth(counts, {place: sum(found) for place, found in counts.items()} | several)


def tells(address: str) -> bool:
    return address.startswith(TELLS)


def with_surveys(now: Answers, before: Answers) -> Publication:
    """The sample with two surveys, the later one repeating the other, and with an action and a goal that name it."""
    causes = (Cause(survey="now", item="speed"),)
    goals = tuple(replace(one, because=causes, remeasured_by="now") for one in strategy().goals)
    return replace(
        publication(),
        surveys={"now": NOW, "before": BEFORE},
        answers={"now": now, "before": before},
        actions={"window": replace(action(), because=causes)},
        strategy=replace(strategy(), goals=goals),
    )


@settings(SLOW, max_examples=4)
@given(truths(), truths(), st.sampled_from(LANGUAGES))
def test_every_published_byte_is_the_same_whatever_is_hidden(now: Truth, before: Truth, lang: str) -> None:
    shown = safe(NOW, now), safe(BEFORE, before)
    assume(any(line.hidden for one in shown for line in one.lines))
    told = with_figures(NOW, shown[0], now), with_figures(BEFORE, shown[1], before)
    bare, full = (everything(with_surveys(*some), lang, tells, SHEETS) for some in (shown, told))

    assert bare.keys() == full.keys()
    assert [address for address in bare if bare[address] != full[address]] == []


@settings(SLOW, max_examples=30)
@given(truths())
def test_nothing_hidden_follows_from_all_that_is_shown(truth: Truth) -> None:
    assert worked_out(NOW, safe(NOW, truth)) == []


def accepted(one: Survey, answers: Answers) -> bool:
    """Whether the check has nothing against a file."""
    read, problems = answers_in("now.csv", answers_table(answers.lines), one, K)
    known = published(one, read)
    return not problems and not [*survey_sums(known), *survey_disclosures(known)]


@st.composite
def by_hand(draw: st.DrawFn) -> Answers:
    """What somebody may write of a question: less hidden than the program hides, lines left out, bare shares."""
    truth, key = draw(truths()), draw(st.sampled_from(KEYS))
    true = {(line.place, line.answer): line for line in truth.lines(NOW)}
    lines: list[Answer] = []
    for line in safe(NOW, truth).lines:
        if (line.place.item, line.place.side) == key:
            choice = draw(st.sampled_from(("safe", "safe", "safe", "full", "none", "share")))
            lines += _written(choice, line, true[line.place, line.answer], truth.sizes.get(line.place, 0))
    return Answers.of(NOW.id, tuple(lines))


def _written(choice: str, line: Answer, true: Answer, people: int) -> list[Answer]:
    number = true.count if line.answer else int(true.n.value) if true.n is not None else 0
    if choice == "full" and not 0 < (number or 0) < K:
        return [true]
    if choice == "share" and line.answer and line.count is not None and people:
        return [replace(line, count=None, share=rounded(Fraction(100 * line.count, people), 1))]
    return [] if choice == "none" and line.answer else [line]


@settings(SLOW, max_examples=60)
@given(by_hand())
def test_nothing_hidden_follows_from_what_the_check_accepts(answers: Answers) -> None:
    assume(accepted(NOW, answers))

    assert worked_out(NOW, answers) == []


def test_all_that_tells_of_surveys_is_looked_at() -> None:
    """With other figures nothing changes but what the tests above look at, and of that every sort does."""
    place, one = Place("desk", "speed", Side.EXPERIENCE), alike((20, 30, 40))
    other = Truth({**one.counts, place: (40, 30, 20)}, one.sizes)
    first, second = (
        everything(with_surveys(safe(NOW, some), safe(BEFORE, one)), "en") for some in (one, other)
    )
    changed = {address for address in first if first[address] != second[address]}

    assert {address for address in changed if not tells(address)} == set()
    assert changed >= {
        "quality/surveys/now/", "quality/surveys/now/desk/", "quality/surveys/now/now.csv",
        "quality/surveys/now/now.json", "paper:survey-now",
    }  # fmt: skip


def test_a_file_that_gives_something_away_is_noticed() -> None:
    """The reader of these tests finds what a careless hand leaves open: one answer hidden of all that add up."""
    truth = alike((3, 12, 15))
    lines = (replace(line, count=None, hidden=True) if line.count == 3 else line for line in truth.lines(NOW))
    found = worked_out(NOW, Answers.of(NOW.id, tuple(lines)))

    assert (Place("desk", "speed", Side.EXPECTATION), "1") in found
    assert (Place("web", "settled", Side.EXPERIENCE), "yes") in found


def test_a_page_that_shows_what_is_hidden_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the door open that everything goes through, the bytes differ: so the test above can fail."""
    truth = alike((3, 12, 15))
    shown = safe(NOW, truth)
    for module in (survey_files, survey_words):
        monkeypatch.setattr(module, "public_answers", lambda known, id: known.answers[id])
    bare, full = (
        everything(with_surveys(some, shown), "en", tells, SHEETS)
        for some in (shown, with_figures(NOW, shown, truth))
    )
    differing = {address for address in bare if bare[address] != full[address]}

    assert differing >= {
        "quality/surveys/now/desk/",
        "quality/surveys/now/now.csv",
        "quality/surveys/now/now.json",
    }
