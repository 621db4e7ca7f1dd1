"""The file of an act: what is written is read again as it was, whatever the sentences hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterkit.data.content import digest, plain_text
from charterkit.data.releases import read_act
from charterkit.exports.act_file import act_file
from charterkit.model.common import Source
from charterkit.model.release import Act, ActKind, Approver, Correction, Gazette, Portion, Verb, Votes
from charterkit.periods import CALENDAR_YEAR, parse_period
from charterkit.text import NO_TEXT, Text

FILE = "charters/citizens/releases/2019/act-1.yml"
PLAIN = Act(
    ActKind.APPROVAL,
    "0" * 64,
    Approver.COUNCIL,
    Text.of({"lt": "Taryba", "en": "Council"}),
    date(2019, 6, 25),
)
FULL = replace(
    PLAIN,
    verb=Verb.APPROVE,
    form=Text.of({"lt": "Sprendimas"}),
    title=Text.of({"lt": "Dėl chartijos: „patvirtinimas“ # 1"}),
    number="T-214",
    place=Text.of({"lt": "Varėna"}),
    signatory=Text.of({"lt": "Meras"}),
    covers=(Portion.CHARTER, Portion.STANDARDS),
    in_force=date(2019, 7, 1),
    condition=Text.of({"lt": "Kai paskelbta"}),
    gazette=Gazette(Text.of({"lt": "TAR"}), date(2019, 6, 28), "2019-10482", "https://www.e-tar.lt/"),
    legal_basis=(Source(Text.of({"lt": "Vietos savivaldos įstatymas"}), "https://e-tar.lt/x", "15"),),
    repeals=(Source(Text.of({"lt": "T-80"})), Source(Text.of({"lt": "T-81"}))),
    annexes=(Text.of({"lt": "Chartija", "en": "Charter"}), Text.of({"lt": "Standartai"})),
    votes=Votes(21, 2, 1),
    appeal=Text.of({"lt": "Skundžiama per mėnesį.\n\nTeismui."}),
    corrections=(Correction("commitment/citizens/x", "promise/lt", "- Atsakom", "# Atsakome\n\n- visiems"),),
    note=Text.of({"lt": "Pastaba"}),
    url="https://www.e-tar.lt/legalAct.html",
    recorded=True,
    previous="e" * 64,
)
NASTY = (
    "- a", "# x", "a: b", "a #b", "&a", "*a", "!a", "| x", "> x", "'", '"', "{a: b}", "[a", "%a", "@a", "`a`", "? a",
    "no", "yes", "null", "~", "010", "1e5", "2019-01-01", "---", "...", "a\n---\nb", "a\n...\nb", "a\n  b\n c", "a\n\n\nb",  # noqa: E501
    "a\n- b\n- c", "a\tb", "a\n\tb", "\ufeffa", "a\u200bb", "“€”", "\U0001f9fe", "=1+1", "{{ x }}", "<<", "a\\nb", ":", "-",  # noqa: E501
    "x" * 490, "ñ" + "̃" * 3, "a: |-", ">-", "k: >-\n  v", "100%", "a\u00a0b", "a \u2007", "\u00ada",
)  # fmt: skip


def again(act: Act) -> Act:
    """The act as it is read from its own file."""
    raw = act_file(act)
    read, problems = read_act(FILE, raw)

    assert problems == ()
    assert read is not None
    assert read.seal == digest(raw)
    return replace(read, seal="", file="")


VAGUE = replace(
    FULL,
    by=None,
    body=NO_TEXT,
    day=parse_period("2014", CALENDAR_YEAR),
    in_force=parse_period("2014-10", CALENDAR_YEAR),
)
SILENT = Act(ActKind.APPROVAL, "0" * 64, recorded=True)


@pytest.mark.parametrize("act", [PLAIN, FULL, VAGUE, SILENT], ids=["plain", "full", "vague", "silent"])
def test_what_is_written_is_read_again(act: Act) -> None:
    assert again(act) == act


def test_the_file_of_an_act_is_written_like_the_records_by_hand() -> None:
    act = replace(
        PLAIN, number="160", votes=Votes(21), covers=(Portion.CHARTER,), note=Text.of({"lt": "A.\n\nB."})
    )

    assert act_file(act).decode() == (
        'kind: act\ndoes: approval\nby: council\nbody:\n  en: >-\n    Council\n  lt: >-\n    Taryba\nnumber: "160"\n'
        "date: 2019-06-25\ncovers:\n  - charter\nvotes:\n  in_favour: 21\nnote:\n  lt: |-\n    A.\n\n    B.\n"
        f'digest: "{"0" * 64}"\n'
    )


@pytest.mark.parametrize("words", NASTY, ids=ascii)
def test_any_sentence_survives(words: str) -> None:
    tidy = plain_text(words)
    act = replace(
        FULL,
        body=Text.of({"lt": tidy, "no": tidy}),
        number=tidy.replace("\n", " "),
        annexes=(Text.of({"lt": tidy}),),
        corrections=(Correction("charter/x", "title/lt", tidy, tidy),),
        legal_basis=(Source(Text.of({"lt": tidy}), article=tidy.replace("\n", " ")),),
    )

    assert again(act) == act


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t"), min_size=1))
def test_any_text_at_all_survives(words: str) -> None:
    tidy = plain_text(words.replace("\u2028", " ").replace("\u2029", " "))
    act = replace(PLAIN, note=Text.of({"lt": tidy}))

    assert again(act) == act
