"""Small surveys for tests: a questionnaire of one block, and answers as they stand in a file."""

from __future__ import annotations

from dataclasses import replace

from charterkit.data.answers import answers_in
from charterkit.data.survey_blocks import with_standard_items
from charterkit.model.answers import Answers
from charterkit.model.indicator import Sample
from charterkit.model.publication import Publication
from charterkit.model.survey import (
    AnswerScale,
    Block,
    Item,
    ItemType,
    Option,
    RespondentGroup,
    Role,
    Side,
    StandardBlock,
    Survey,
)
from charterkit.rules.quality.survey_figures import Figures, Question, figures
from charterkit.text import Text
from factory import WORDS, day, publication

BOTH = (Side.EXPECTATION, Side.EXPERIENCE)
ITEMS = (
    Item("overall", ItemType.SCALE, WORDS),
    Item("again", ItemType.NPS, WORDS),
    Item("settled", ItemType.YES_NO, WORDS),
    Item("channel", ItemType.MULTIPLE, WORDS, options=(Option("post", WORDS), Option("phone", WORDS))),
)
BLOCKS = (
    Block("staff", standard=StandardBlock.STAFF_TRAITS),
    Block("visit", WORDS, items=ITEMS),
)
GROUPS = (
    RespondentGroup("desk", Role.CLIENTS, WORDS),
    RespondentGroup("web", Role.CLIENTS, WORDS),
    RespondentGroup("all", Role.ALL, WORDS, sum_of=("desk", "web")),
)
FIVE = AnswerScale("five", 1, 5)
HEAD = "group,item,part,answer,count,share,n,mean,sd,state\n"


def survey(sample: Sample = Sample.PROBABILITY, id: str = "clients", since: str = "2024-03-01") -> Survey:
    """A survey of two groups, and of both together."""
    bare = Survey(
        id,
        WORDS,
        sample,
        GROUPS,
        BLOCKS,
        since=day(since),
        until=day(since),
        scales=(FIVE,),
        file=f"{id}.yml",
    )
    return with_standard_items(bare)


def answered(lines: str, one: Survey | None = None, k: int = 0) -> Answers:
    """The answers in the lines of a file without problems; small counts are let in."""
    found, problems = answers_in("clients.csv", (HEAD + lines).encode(), one or survey(), k)
    assert not problems, problems
    return found


def told(lines: str, item: str, one: Survey | None = None, side: Side = Side.EXPERIENCE) -> Figures:
    """The figures of a question of the group `desk`."""
    asked = one or survey()
    group = asked.groups[0]
    block, found = next((block, found) for block, found in asked.asked(group) if found.id == item)
    return figures(Question(asked, group, block, found, side), answered(lines, asked))


def counts(item: str, group: str, *numbers: int, answers: tuple[str, ...] = FIVE.answers) -> str:
    """The lines of a distribution."""
    return "".join(
        f"{group},{item},,{answer},{number},,,,,\n" for answer, number in zip(answers, numbers, strict=True)
    )


def published(one: Survey, answers: Answers) -> Publication:
    """A publication with one survey."""
    return replace(publication((), ()), surveys={one.id: one}, answers={one.id: answers})


def sample_survey() -> Survey:
    """A survey in two languages, for the sample of the site."""
    scale = replace(FIVE, low=_text("visai ne", "not at all"), high=_text("labai", "very much"))
    groups = (
        replace(GROUPS[0], title=_text("Prie langelio", "At the counter"), invited=400, returned=120),
        replace(GROUPS[1], title=_text("Internete", "On the web"), returned=80),
        replace(GROUPS[2], title=_text("Visi", "All"), returned=200),
    )
    own = tuple(replace(item, title=_text(f"Apie {item.id}", f"About {item.id}")) for item in ITEMS)
    blocks = (BLOCKS[0], replace(BLOCKS[1], title=_text("Apsilankymas", "Your visit"), items=own))
    title, told = _text("Klientų apklausa", "Survey of clients"), _text("Ko klausėme.", "What we asked.")
    bare = replace(
        survey(), title=title, summary=told, sampling=told, scales=(scale,), groups=groups, blocks=blocks
    )
    return with_standard_items(bare)


def sample_answers() -> Answers:
    """Answers to it, with gaps, shares, and something that is not shown."""
    pairs = (
        f"desk,{item},{side},,,,118,{mean},0.7,\n"
        for item, means in (("kindness", (4.6, 4.1)), ("expertise", (4.8, 4.2)))
        for side, mean in zip(("expectation", "experience"), means, strict=True)
    )
    hidden = "desk,settled,,,,,118,,,\ndesk,settled,,yes,,,,,,suppressed\ndesk,settled,,no,,,,,,suppressed\n"
    score = counts("again", "desk", 60, 40, 20, answers=("promoters", "passives", "detractors"))
    return answered(
        "".join(pairs) + hidden + score + counts("overall", "web", 0, 8, 20, 30, 22), sample_survey()
    )


def _text(lt: str, en: str) -> Text:
    return Text.of({"lt": lt, "en": en})
