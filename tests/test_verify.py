"""Nobody, not even we, changes what was decided without it showing: every byte and every field of sealed files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from charterkit.data.content import canonical, digest
from charterkit.data.release_files import ReleaseFiles
from charterkit.data.releases import release_of
from charterkit.exports.act_file import act_file
from charterkit.model.release import ActKind, Correction
from charterkit.rules.releases.verify import up_to, verify
from sealed_files import RECORDS, act, last_seal, release, two_releases

FIRST, SECOND = two_releases()
PROMISE = "commitment/citizens/answer-letters"


def with_file(files: ReleaseFiles, name: str, raw: bytes) -> ReleaseFiles:
    """The files of a release with other bytes in one of them."""
    return replace(files, files={**files.files, name: raw})


def ids(*files: ReleaseFiles) -> list[str]:
    """The problems of releases by their ids, in reading order."""
    return [one.id for one in verify(files).problems]


def test_what_was_sealed_and_left_alone_is_whole() -> None:
    found = verify((FIRST, SECOND))

    assert found.problems == ()
    assert (found.charter, found.files, found.good) == ("citizens", 5, "2022")
    assert found.unguarded == "charters/citizens/releases/2022/act-1.yml"
    assert [one.version for one in found.releases] == ["2019", "2022"]


@pytest.mark.parametrize("name", ["content.json", "act-1.yml", "act-2.yml"])
def test_every_flipped_byte_is_found_and_its_file_is_named(name: str) -> None:
    raw = FIRST.files[name]
    assert len(raw) <= 4096
    missed: list[tuple[int, int]] = []
    for place, byte in enumerate(raw):
        for flip in (0x01, 0x20):
            changed = bytes((*raw[:place], byte ^ flip, *raw[place + 1 :]))
            found = verify((with_file(FIRST, name, changed), SECOND))
            named = any(FIRST.path(name) in (one.spot.file, *one.named.values()) for one in found.problems)
            if not named or found.good:
                missed.append((place, flip))

    assert missed == []


def test_a_flipped_byte_of_a_record_names_the_record_or_the_place_in_the_file() -> None:
    """Where the file is still JSON, whoever mends it learns which record it is; where it is not, in which line."""
    raw = FIRST.files["content.json"]
    missed = []
    for key, one in json.loads(raw)["records"].items():
        inside = canonical(one["content"])
        start = raw.index(b'"content":' + inside) + len(b'"content":')
        for place in range(start, start + len(inside)):
            changed = bytes((*raw[:place], raw[place] ^ 0x01, *raw[place + 1 :]))
            found = verify((with_file(FIRST, "content.json", changed), SECOND)).problems
            if not any(key in one.named.values() or one.spot.line for one in found) and is_utf8(changed):
                missed.append((key, place))

    assert missed == []


def is_utf8(raw: bytes) -> bool:
    """Whether bytes are text at all: of others nobody can say where they are wrong."""
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every value that holds no other."""
    inner = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    )
    if inner is None:
        yield path
    else:
        for key, one in inner:
            yield from leaves(one, (*path, key))


def changed_at(value: Any, path: tuple[str | int, ...]) -> Any:
    """A copy in which one text has another sign at its end."""
    if not path:
        return f"{value[:-1]}{'0' if value[-1:] != '0' else '1'}"
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = changed_at(copy[path[0]], path[1:])
    return copy


def test_every_changed_field_of_a_larger_release_is_found_even_with_its_fingerprint_made_to_fit() -> None:
    many = {f"commitment/citizens/promise-{n}": {**RECORDS[PROMISE], "id": f"promise-{n}"} for n in range(30)}
    big = release(
        "2019", (act(ActKind.APPROVAL, "2019-06-25", in_force=date(2019, 7, 1)),), records={**RECORDS, **many}
    )
    data = json.loads(big.files["content.json"])
    assert len(big.files["content.json"]) > 8000
    missed = []
    for path in leaves(data):
        other = changed_at(data, path)
        for one in other["records"].values():
            one["sha256"] = digest(canonical(one["content"]))
        raw = canonical(other)
        found = verify((with_file(big, "content.json", raw),)).problems
        named = {one.spot.file for one in found}
        if raw != big.files["content.json"] and big.path("content.json") not in named:
            missed.append(path)

    assert missed == []


def test_what_is_wrong_says_what_was_expected_what_was_found_and_where() -> None:
    other = FIRST.files["act-1.yml"].replace(b"T-214", b"T-215")
    found = verify((with_file(FIRST, "act-1.yml", other), SECOND))

    assert [(one.id, one.spot.file) for one in found.problems] == [("release-chain", FIRST.path("act-1.yml"))]
    assert found.problems[0].named == {
        "found": FIRST.path("act-1.yml"),
        "after": FIRST.path("act-2.yml"),
        "expected": digest(FIRST.files["act-1.yml"]),
        "actual": digest(other),
    }
    assert found.good == ""


def test_a_later_release_that_was_changed_leaves_the_earlier_one_good() -> None:
    other = SECOND.files["act-1.yml"].replace(digest(SECOND.files["content.json"]).encode(), b"0" * 64)
    found = verify((FIRST, with_file(SECOND, "act-1.yml", other)))

    assert [one.id for one in found.problems] == ["release-digest"]
    assert found.good == "2019"
    assert up_to(found, "2019").problems == ()
    assert up_to(found, "2019").unguarded == ""


def test_the_last_act_is_guarded_by_nothing_yet() -> None:
    other = SECOND.files["act-1.yml"].replace(b"T-33", b"T-34")

    assert ids(FIRST, with_file(SECOND, "act-1.yml", other)) == []


def test_a_release_taken_out_of_the_middle_is_missed() -> None:
    third = release(
        "2025", (act(ActKind.APPROVAL, "2025-01-01"),), previous=last_seal(SECOND), after=last_seal(SECOND)
    )

    assert ids(FIRST, third) == ["release-chain"]
    assert ids(SECOND, third) == ["release-chain-missing"]
    assert ids(FIRST, SECOND, third) == []


def test_two_first_acts_and_two_that_follow_the_same_are_told() -> None:
    alone = release("2020", (act(ActKind.APPROVAL, "2020-01-01"),))
    beside = release(
        "2022-2", (act(ActKind.APPROVAL, "2022-03-02"),), previous=last_seal(FIRST), after=last_seal(FIRST)
    )

    assert ids(FIRST, alone) == ["release-chain-fork"]
    assert ids(FIRST, SECOND, beside) == ["release-chain-fork"]


def test_a_text_that_was_proposed_before_another_was_approved_cannot_follow_it() -> None:
    vote = act(ActKind.APPROVAL, "2022-04-01", number="T-40")
    stale = release("2022-2", (vote,), previous=last_seal(FIRST), after=last_seal(SECOND))
    same = release(
        "2022-2",
        (replace(vote, day=date(2022, 3, 1), number="T-33"),),
        previous=last_seal(FIRST),
        after=last_seal(SECOND),
    )

    assert ids(FIRST, SECOND, stale) == ["release-overtaken"]
    assert ids(FIRST, SECOND, same) == []


def test_a_proposal_after_an_act_that_is_not_there_is_told_and_one_left_lying_is_not() -> None:
    assert ids(FIRST, release("2020", (), previous="a" * 64)) == ["release-previous"]
    assert ids(FIRST, SECOND, release("2020", (), previous=last_seal(FIRST))) == []


def corrected(field: str, before: str, after: str, subject: str = PROMISE) -> list[str]:
    """The problems of a release with one correction."""
    vote = act(ActKind.APPROVAL, "2019-06-25", in_force=date(2019, 7, 1))
    slip = act(ActKind.CORRECTION, "2019-07-02", corrections=(Correction(subject, field, before, after),))
    return ids(release("2019", (vote, slip)))


@pytest.mark.parametrize(
    ("field", "before", "after", "expected"),
    [
        ("promise/lt", "Atsakom per 20 darbo dienų.", "Atsakome per 20 darbo dienų.", []),
        ("promise/lt", "Atsakom per 20 dienų.", "Atsakome per 20 dienų.", ["release-correction-words"]),
        (
            "promise/lt",
            "Atsakom per 20 darbo dienų.",
            "Atsakom per 26 darbo dienas.",
            ["release-correction-figures"],
        ),
        (
            "promise/lt",
            "Atsakom per 20 darbo dienų.",
            "Atsakom per 20 % dienų.",
            ["release-correction-figures"],
        ),
        (
            "promise/lt",
            "Atsakom per 20 darbo dienų.",
            "Atsakom per 20 darbo dienų.",
            ["release-correction-none"],
        ),
        ("promise/en", "We answer.", "We do answer.", ["release-correction-place"]),
        ("number", "1.1", "1.2", ["release-correction-place"]),
        ("id", "answer-letters", "answer-calls", ["release-correction-place"]),
        ("measures/0/targets/0/from", "2019-01-01", "2020-01-01", ["release-correction-place"]),
        ("measures/0/targets/0/at_least", "95", "90", ["release-correction-place"]),
        ("measures/9999999999/id", "in-time", "late", ["release-correction-place"]),
    ],
)
def test_a_correction_changes_wording_and_nothing_else(
    field: str, before: str, after: str, expected: list[str]
) -> None:
    assert corrected(field, before, after) == expected


def test_corrections_that_follow_each_other_each_fit_the_words_before_them() -> None:
    vote = act(ActKind.APPROVAL, "2019-06-25")
    first = Correction("body/municipality", "name/lt", "Girių savivaldybė", "Girių rajono savivaldybė")
    second = replace(first, before=first.after, after="Girių rajono savivaldybė ")
    fixes = tuple(act(ActKind.CORRECTION, "2019-07-02", corrections=(one,)) for one in (first, second))
    read, problems = release_of(release("2019", (vote, *fixes[:1])))

    assert problems == ()
    assert read is not None
    assert ids(release("2019", (vote, *fixes[:1]))) == []
    assert ids(release("2019", (vote, *fixes[:1], *fixes[:1]))) == ["release-correction-words"]
    assert corrected("name/lt", "Girių savivaldybė", "Miškų savivaldybė", "body/forest") == [
        "release-correction-place"
    ]
    assert ids(release("2019", (replace(vote, corrections=(first,)),))) == ["release-correction-act"]
    assert act_file(vote)


def test_an_act_that_cannot_be_read_any_more_is_told_with_the_digest_that_it_should_have() -> None:
    other = FIRST.files["act-1.yml"].replace(b"approval", b"approbal")
    found = verify((with_file(FIRST, "act-1.yml", other), SECOND)).problems

    assert [(one.id, one.spot.file) for one in found] == [
        ("value-choice", FIRST.path("act-1.yml")),
        ("release-chain", FIRST.path("act-1.yml")),
    ]
    assert found[1].named["expected"] == digest(FIRST.files["act-1.yml"])
    assert found[1].named["actual"] == digest(other)
