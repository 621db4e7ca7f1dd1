"""`charter status` and the pages agree: the same states, results, targets and counts, for every body and language.

What the command prints is made from the outcomes by one module and what a page shows by another, so that a mistake
in either of them would be seen here. The pages are read as a citizen gets them: as HTML.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from charterkit.data.load import load
from charterkit.exports.status import StatusLine, status_lines
from charterkit.rules.check import check
from charterkit.rules.standing import Standing, standing
from charterkit.rules.status import PromiseStatus, Status
from charterkit.site.context import Site
from charterkit.site.pages import Kind
from charterkit.site.render import Renderer
from charterkit.site.results.verdicts import LOOKS, PROMISE_LOOKS
from charterkit.strings import words

ROOT = Path(__file__).resolve().parent.parent
ROOTS = [ROOT, *sorted(path for path in (ROOT / "tests/examples").iterdir() if path.is_dir())]
NOTHING = "–"

of_each_body = pytest.mark.parametrize("root", ROOTS, ids=lambda root: root.name)


@cache
def seen(root: Path) -> Standing:
    """How a body stands on the day that its site is set to."""
    loaded = load(root)
    publication = check(loaded).publication
    assert publication is not None
    return standing(publication, date.fromisoformat(loaded.config.today))


class Pages:
    """The pages of a body in one language, as their readers get them."""

    def __init__(self, root: Path, lang: str) -> None:
        self.standing, self.lang = seen(root), lang
        publication = self.standing.publication
        self.renderer = Renderer(Site(publication, self.standing, publication.publisher.languages))
        self.by_address = {page.address: page for page in self.renderer.directory.pages}

    def read(self, address: str) -> BeautifulSoup:
        """The page at an address."""
        return BeautifulSoup(self.renderer.page(self.by_address[address], self.lang), "html.parser")

    def of_kind(self, *kinds: Kind) -> list[BeautifulSoup]:
        """All pages of these kinds."""
        return [self.read(page.address) for page in self.by_address.values() if page.kind in kinds]

    def lines(self) -> tuple[StatusLine, ...]:
        """What the command prints in the same language."""
        return status_lines(self.standing, words(self.lang))

    def status_word(self, state: str) -> str:
        """What a result's state is called."""
        return words(self.lang).say(LOOKS[Status(state)].word)

    def promise_word(self, state: str) -> str:
        """What a promise's state is called."""
        return words(self.lang).say(PROMISE_LOOKS[PromiseStatus(state)].word)


def text(found: Tag | None) -> str:
    """The words of an element on one line, without those that only a narrow screen shows."""
    assert found is not None
    hidden = {id(words) for one in found.select(".narrow") for words in one.strings}
    return " ".join(" ".join(words for words in found.strings if id(words) not in hidden).split())


def plain(words: str) -> str:
    """Words with every space alike."""
    return " ".join(words.split())


def promise_of(address: str) -> str:
    """The full id of the promise to whose page a relative address leads; the last two steps of the address."""
    return "/".join(address.rstrip("/").split("/")[-2:])


def languages(root: Path) -> list[str]:
    """The first language of a body, and one more where it has more."""
    return list(seen(root).publication.publisher.languages[:2])


@of_each_body
def test_the_page_of_a_promise_has_the_state_that_the_command_prints(root: Path) -> None:
    for lang in languages(root):
        pages = Pages(root, lang)
        # Once for each promise, however many lines it has.
        for commitment, lines in groupby(pages.lines(), key=lambda line: line.commitment):
            verdict = text(pages.read(f"charters/{commitment}/").select_one("p.verdict"))

            for line in lines:
                assert verdict == pages.promise_word(line.promise_status), line.commitment


@of_each_body
def test_the_board_shows_what_the_command_prints_of_every_measure(root: Path) -> None:
    for lang in languages(root):
        pages = Pages(root, lang)
        lines, shown = pages.lines(), dict[str, list[list[str]]]()
        for page in pages.of_kind(Kind.RESULTS, Kind.BOARD):
            for row in page.select("table.board tbody tr"):
                link = row.select_one("th a")
                assert link is not None
                shown.setdefault(promise_of(str(link["href"])), []).append(
                    [text(cell) for cell in row.select("td")]
                )
        for commitment, promise in pages.standing.promises.items():
            if promise.has_ended(pages.standing.today):
                continue
            wanted = [line for line in lines if line.commitment == commitment]
            rows = shown[commitment]

            assert len(rows) == len(wanted), commitment
            for line, (_, result, target, badge) in zip(wanted, rows, strict=True):
                # On a board a target set in words is only named as such.
                in_words = line.target and target != plain(line.target)
                assert result == (plain(line.result) or NOTHING), commitment
                assert in_words or target == (plain(line.target) or NOTHING), commitment
                state = (
                    pages.status_word(line.status) if line.status else pages.promise_word(line.promise_status)
                )
                assert badge == state, commitment


@of_each_body
def test_the_table_of_all_figures_holds_every_outcome_with_its_state(root: Path) -> None:
    for lang in languages(root):
        pages = Pages(root, lang)
        voice = words(lang)
        for indicator in pages.standing.indicators.values():
            tables = pages.read(f"results/{indicator.indicator.id}/").select("table.figures")
            if len(tables) != len(indicator.measures):
                continue  # very many promises on one figure: it stands there once, without any target
            for measure, table in zip(indicator.measures, tables, strict=True):
                found = {
                    text(row.th): " ".join(text(cell) for cell in row.select("td.verdict-cell"))
                    for row in table.select("tbody tr")
                }
                demanded = any(one.verdict.target for one in measure.outcomes)
                for outcome in measure.outcomes:
                    period = plain(voice.short_period(outcome.period))
                    if outcome.judged and not indicator.is_context:
                        word = pages.status_word(outcome.status.value)
                        if outcome.status is Status.NO_TARGET and not demanded:
                            # The head says once that nothing was demanded; no line repeats it.
                            assert word not in found[period], (indicator.indicator.id, period)
                        else:
                            assert found[period].startswith(word), (indicator.indicator.id, period)


@of_each_body
def test_the_counts_of_all_states_are_those_of_the_command(root: Path) -> None:
    for lang in languages(root):
        pages = Pages(root, lang)
        counts = pages.standing.counts()
        if not counts.all:
            continue
        tally = pages.read("results/").select_one("ul.tally")
        assert tally is not None
        shown = [text(item).rsplit(" ", 1) for item in tally.select("li")]

        assert {word: int(number) for word, number in shown} == {
            pages.promise_word(state.value): counts.by_status[state] for state in PromiseStatus
        }
