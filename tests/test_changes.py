"""What changed between two releases: nothing is passed over, and what asks more is never guessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterkit.data.content import canonical
from charterkit.rules.releases.change import Change
from charterkit.rules.releases.changes import changes
from charterkit.rules.releases.effects import Effect
from charterkit.rules.releases.words_diff import Fate, word_diff
from factory import day

Content = dict[str, Any]
Records = dict[str, Content]
properties = settings(deadline=None, database=None, derandomize=True, max_examples=150)
SINCE = day("2022-01-01")
LETTERS = "commitment/citizens/letters"
SHARE = {
    "id": "share",
    "type": "share",
    "unit": "percent",
    "direction": "higher",
    "definition": {"en": "Answered."},
}
COUNT = {
    "id": "count",
    "type": "count",
    "unit": "count",
    "direction": "lower",
    "definition": {"en": "Complaints."},
}


def target(since: str = "2019-07-01", **demand: Any) -> Content:
    return {"from": since, **demand}


def promise(*targets: Content, indicator: str = "share", **fields: Any) -> Records:
    """A promise with targets for one indicator, beside two indicators of which it may use either."""
    measure: Content = {"indicator": indicator}
    if targets:
        measure["targets"] = list(targets)
    record = {"id": "letters", "number": "2.3", "title": {"en": "Letters"}, "measures": [measure], **fields}
    return {LETTERS: record, "indicator/share": dict(SHARE), "indicator/count": dict(COUNT)}


def standard(*norms: Content, **fields: Any) -> Records:
    record = {"id": "requests", "type": "time", "title": {"en": "Requests"}, "norms": list(norms), **fields}
    return {"standard/requests": record}


def only(before: Records, after: Records, since: str = "2022-01-01", **given: Any) -> Change:
    found = changes(before, after, day(since), **given)
    assert len(found) == 1, [(one.subject, one.field, one.effect) for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("before", "after", "effect"),
    [
        ({"at_least": "90"}, {"at_least": "95"}, "tightened"),
        ({"at_least": "99.44"}, {"at_least": "98.58"}, "loosened"),
        ({"at_least": "95"}, {"more_than": "95"}, "tightened"),
        ({"at_least": "95"}, {"equals": "100"}, "tightened"),
        ({"at_least": "100"}, {"equals": "100"}, "reworded"),
        ({"between": ["20", "24"]}, {"between": ["21", "23"]}, "tightened"),
        ({"between": ["20", "24"]}, {"between": ["19", "25"]}, "loosened"),
        ({"between": ["20", "24"]}, {"between": ["22", "26"]}, "changed"),
        ({"at_least": "90"}, {"at_most": "95"}, "changed"),
        ({"equals": "90"}, {"equals": "95"}, "changed"),
        ({"better_than": "previous"}, {"better_than": "2019"}, "changed"),
        ({"at_least": "90"}, {"words": {"en": "Nearly all."}}, "changed"),
        ({"words": {"en": "Most."}}, {"words": {"en": "Nearly all."}}, "changed"),
        ({"at_least": "90", "aim": "95"}, {"at_least": "90", "aim": "98"}, "changed"),
        ({"at_least": "90", "aim": "95"}, {"at_least": "92", "aim": "93"}, "tightened"),
    ],
)
def test_a_target_asks_more_where_it_accepts_fewer_figures(
    before: Content, after: Content, effect: str
) -> None:
    found = only(promise(target(**before)), promise(target(**after)))

    assert (found.field, found.effect.value) == ("measures/share/targets", effect)


@pytest.mark.parametrize(("older", "newer", "effect"), [("30", "20", "tightened"), ("20", "30", "loosened")])
def test_where_less_is_better_a_smaller_number_asks_more(older: str, newer: str, effect: str) -> None:
    before, after = (promise(target(at_most=value), indicator="count") for value in (older, newer))

    assert only(before, after).effect.value == effect


def test_a_limit_that_goes_against_the_direction_says_nothing() -> None:
    before, after = (promise(target(at_least=value), indicator="count") for value in ("20", "30"))

    assert only(before, after).effect is Effect.CHANGED


def test_targets_are_functions_of_time() -> None:
    """The new target was entered behind the old one, which ends where the new one begins."""
    before = promise(target(at_least="90"))
    after = promise(target(at_least="90"), target("2022-01-01", at_least="95"))

    found = only(before, after)
    assert found.effect is Effect.TIGHTENED
    assert [(str(one.since), one.until, one.effect) for one in found.stretches] == [
        ("2022-01-01", None, Effect.TIGHTENED)
    ]


def test_written_otherwise_and_asking_the_same_is_no_more_than_a_wording() -> None:
    before = promise(target(at_least="90", until="2021-12-31"), target("2022-01-01", at_least="95"))
    after = promise(target(at_least="90"), target("2022-01-01", at_least="95"))

    assert only(before, after).effect is Effect.REWORDED


def test_stricter_first_and_less_strict_later_cannot_be_compared() -> None:
    before = promise(target(at_least="90"))
    after = promise(target(at_least="95"), target("2024-01-01", at_least="85"))

    found = only(before, after)
    assert found.effect is Effect.CHANGED
    assert [one.effect for one in found.stretches] == [Effect.TIGHTENED, Effect.LOOSENED]


def test_what_is_over_when_the_change_takes_effect_does_not_make_it_stricter() -> None:
    before = promise(target("2019-01-01", at_least="80"), target("2021-01-01", at_least="90"))
    after = promise(target("2019-01-01", at_least="85"), target("2021-01-01", at_least="90"))

    assert only(before, after).effect is Effect.CHANGED
    assert only(before, after, since="2019-01-01").effect is Effect.TIGHTENED


def test_a_target_that_lasts_longer_asks_more_and_the_first_one_is_new() -> None:
    before, after = promise(target(at_least="90", until="2023-12-31")), promise(target(at_least="90"))

    assert only(before, after).effect is Effect.TIGHTENED
    assert only(after, before).effect is Effect.LOOSENED
    assert only(promise(), after).effect is Effect.NEW


@pytest.mark.parametrize(
    ("before", "after", "effect"),
    [
        ({"at_most": "108", "unit": "days"}, {"at_most": "99", "unit": "days"}, "tightened"),
        ({"at_most": "26", "unit": "working_days"}, {"at_most": "16", "unit": "working_days"}, "tightened"),
        ({"at_most": "20", "unit": "days"}, {"at_most": "20", "unit": "working_days"}, "changed"),
        ({"at_most": "15", "unit": "minutes"}, {"at_once": True}, "tightened"),
        ({"by": "02-15"}, {"by": "01-15"}, "tightened"),
        ({"at_least": "1", "per": "month"}, {"at_least": "1", "per": "week"}, "tightened"),
        ({"at_least": "3", "per": "month"}, {"at_least": "1", "per": "week"}, "changed"),
        ({"at_most": "2", "per": "year"}, {"at_most": "2", "per": "month"}, "loosened"),
        (
            {"at_most": "20", "unit": "days"},
            {"at_most": "20", "unit": "days", "extension": {"at_most": "10"}},
            "loosened",
        ),
        (
            {"at_most": "20", "unit": "days"},
            {"at_most": "15", "unit": "days", "extension": {"at_most": "10"}},
            "changed",
        ),
    ],
)
def test_a_norm_is_compared_by_its_operator_and_its_unit(
    before: Content, after: Content, effect: str
) -> None:
    found = only(standard(target(**before)), standard(target(**after)))

    assert (found.field, found.effect.value) == ("norms", effect)


def test_where_what_is_measured_changes_no_number_says_more() -> None:
    before, after = promise(target(at_least="90")), promise(target(at_least="95"))
    after["indicator/share"] = {**SHARE, "denominator": {"excludes": {"en": "Incomplete letters."}}}

    found = {(one.subject, one.field): one.effect for one in changes(before, after, SINCE)}
    assert found == {
        (LETTERS, "measures/share/targets"): Effect.CHANGED,
        ("indicator/share", "denominator"): Effect.MEASURE_CHANGED,
    }


def test_a_clarified_wording_leaves_the_numbers_comparable() -> None:
    before, after = promise(target(at_least="90")), promise(target(at_least="95"))
    after["indicator/share"] = {**SHARE, "definition": {"en": "Letters answered."}}
    declared = {("indicator/share", "definition")}

    found = {one.field: one.effect for one in changes(before, after, SINCE, clarified=declared)}
    assert found == {"measures/share/targets": Effect.TIGHTENED, "definition": Effect.CLARIFIED}


def test_a_number_is_never_clarified() -> None:
    before, after = promise(target(at_least="90")), promise(target(at_least="95"))

    assert only(before, after, clarified={(LETTERS, "")}).effect is Effect.TIGHTENED


@pytest.mark.parametrize(
    ("fields", "field", "effect"),
    [
        ({"promise": {"en": "New words."}}, "promise", "reworded"),
        ({"number": "2.10"}, "number", "moved"),
        ({"group": "other"}, "group", "moved"),
        ({"bodies": ["library"]}, "bodies", "changed"),
        ({"ended": {"from": "2022-01-01", "reason": {"en": "Over."}}}, "ended", "removed"),
        ({"redress": {"within": {"value": "3", "unit": "days"}}}, "redress/within", "tightened"),
        ({"redress": {"within": {"value": "3", "unit": "weeks"}}}, "redress/within", "changed"),
    ],
)
def test_other_fields_of_a_promise(fields: Content, field: str, effect: str) -> None:
    own = {
        "promise": {"en": "Old words."},
        "group": "general",
        "bodies": ["town"],
        "redress": {"within": {"value": "5", "unit": "days"}},
    }
    found = only(promise(**own), promise(**{**own, **fields}))

    assert (found.field, found.effect.value) == (field, effect)


def test_another_unit_is_another_figure() -> None:
    before, after = promise(), promise()
    after["indicator/share"] = {**SHARE, "unit": "points"}

    found = only(before, after)
    assert (found.field, found.effect, found.related) == ("unit", Effect.CHANGED, (LETTERS,))


def test_measures_of_one_indicator_are_told_apart_by_their_slice() -> None:
    def two(letters: str) -> Records:
        records = promise()
        records[LETTERS]["measures"] = [
            {"indicator": "share", "only": {"channel": "letter"}, "targets": [target(at_least=letters)]},
            {"indicator": "share", "only": {"channel": "email"}, "targets": [target(at_least="99")]},
        ]
        return records

    found = only(two("90"), two("95"))
    assert (found.field, found.effect) == ("measures/share:channel=letter/targets", Effect.TIGHTENED)


def heirs(how: str, *origins: str) -> Content:
    return {"lineage": {"from": list(origins), "how": how}}


def titled(id: str, number: str, **fields: Any) -> Records:
    return {f"commitment/citizens/{id}": {"id": id, "number": number, "title": {"en": id}, **fields}}


def test_a_split_is_one_change_of_all_that_belong_to_it() -> None:
    old = titled("waste", "4")
    over = titled("waste", "4", ended={"from": "2022-01-01", "reason": {"en": "Split."}})
    new = {
        **titled("glass", "4.1", **heirs("split", "waste")),
        **titled("paper", "4.2", **heirs("split", "waste")),
    }

    for after in (new, {**over, **new}):
        found = only(old, after)
        assert (found.subject, found.effect) == ("commitment/citizens/waste", Effect.SPLIT)
        assert found.related == ("commitment/citizens/glass", "commitment/citizens/paper")
        back = only(after, old)
        assert (back.effect, back.subject) == (Effect.MERGED, "commitment/citizens/waste")


def test_what_was_merged_is_one_change_too() -> None:
    old = {**titled("glass", "4.1"), **titled("paper", "4.2")}
    new = titled("waste", "4", **heirs("merged", "glass", "paper"))

    found = only(old, new)
    assert (found.subject, found.effect, len(found.related)) == (
        "commitment/citizens/waste",
        Effect.MERGED,
        2,
    )


def test_a_part_that_is_dropped_later_is_not_merged_back() -> None:
    over = titled("waste", "4", ended={"from": "2020-01-01", "reason": {"en": "Split."}})
    parts = {
        **titled("glass", "4.1", **heirs("split", "waste")),
        **titled("paper", "4.2", **heirs("split", "waste")),
    }
    later = {key: record for key, record in parts.items() if not key.endswith("glass")}

    found = only({**over, **parts}, {**over, **later})
    assert (found.subject, found.effect) == ("commitment/citizens/glass", Effect.REMOVED)


@pytest.mark.parametrize(
    ("field", "items"),
    [
        ("principles", [{"id": "a", "title": {"en": "A"}}, {"id": "b", "title": {"en": "B"}}]),
        ("rights", [{"text": {"en": "A"}}, {"text": {"en": "B"}}]),
        ("measures", [{"indicator": "share"}, {"indicator": "count"}]),
    ],
)
def test_another_order_is_a_change_of_order_alone(field: str, items: list[Content]) -> None:
    """A charter's principles have ids, its rights have none, measures are known by their indicator."""
    key = LETTERS if field == "measures" else "charter/citizens"
    found = only({key: {field: items}}, {key: {field: items[::-1]}})

    assert (found.field, found.effect, found.before, found.after) == (field, Effect.MOVED, items, items[::-1])


def test_of_items_without_ids_only_the_one_that_changed_is_told() -> None:
    before = [{"text": {"en": "A"}}, {"text": {"en": "B"}}, {"text": {"en": "C"}}]
    after = [{"text": {"en": "A"}}, {"text": {"en": "X"}}, {"text": {"en": "C"}}]

    found = only({"charter/citizens": {"rights": before}}, {"charter/citizens": {"rights": after}})
    assert (found.field, found.effect) == ("rights/1/text", Effect.REWORDED)


def test_stricter_in_one_stretch_and_other_words_in_another_cannot_be_compared() -> None:
    before = promise(target(at_least="90"), target("2024-01-01", words={"en": "Most."}))
    after = promise(target(at_least="95"), target("2024-01-01", words={"en": "Nearly all."}))

    assert only(before, after).effect is Effect.CHANGED


def test_a_measure_that_is_turned_round_carries_what_became_of_the_target() -> None:
    def servers(indicator: str, **demand: str) -> Records:
        return promise(target(**demand), indicator=indicator)

    up = {"id": "up", "type": "share", "unit": "percent", "direction": "higher"}
    down = {**up, "id": "down", "direction": "lower", **heirs("turned_round", "up")}
    before = {**servers("up", at_least="90"), "indicator/up": up}
    for limit, then in (("5", Effect.TIGHTENED), ("10", None), ("15", Effect.LOOSENED)):
        after = {**servers("down", at_most=limit), "indicator/down": down}
        found = {one.subject: one for one in changes(before, after, SINCE)}
        assert set(found) == {LETTERS, "indicator/down"}
        assert (found[LETTERS].effect, found[LETTERS].then) == (Effect.TURNED_ROUND, then)
        assert found["indicator/down"].related[0] == "indicator/up"


def test_the_order_is_that_of_the_numbers_as_people_count() -> None:
    before = {**titled("a", "2.10"), **titled("b", "2.9"), "charter/citizens": {"title": {"en": "Old"}}}
    after = {
        key: {**record, "title": {"en": "New"}, "promise": {"en": "New"}} for key, record in before.items()
    }

    found = [(one.subject, one.field) for one in changes(before, after, SINCE)]
    assert found == [
        ("charter/citizens", "promise"),
        ("charter/citizens", "title"),
        ("commitment/citizens/b", "promise"),
        ("commitment/citizens/b", "title"),
        ("commitment/citizens/a", "promise"),
        ("commitment/citizens/a", "title"),
    ]


WORDS = st.text(alphabet="abé 1,.", min_size=1, max_size=8)
TEXTS = st.dictionaries(st.sampled_from(["en", "lt"]), WORDS, min_size=1)
NUMBERS = st.integers(0, 100).map(str)
DAYS = st.sampled_from(["2019-07-01", "2021-01-01", "2022-01-01", "2024-01-01"])
DEMANDS = st.one_of(
    st.fixed_dictionaries(
        {"at_least": NUMBERS}, optional={"aim": NUMBERS, "per": st.sampled_from(["week", "year"])}
    ),
    st.fixed_dictionaries({"at_most": NUMBERS}),
    st.fixed_dictionaries({"between": st.tuples(NUMBERS, NUMBERS).map(list)}),
    st.fixed_dictionaries({"words": TEXTS}),
    st.just({"at_once": True}),
)
TARGETS = st.lists(
    st.tuples(DAYS, DEMANDS).map(lambda pair: {"from": pair[0], **pair[1]}),
    min_size=1,
    max_size=3,
    unique_by=lambda one: one["from"],
)
IDS = st.sampled_from(["share", "count", "other"])
MEASURES = st.fixed_dictionaries(
    {"indicator": IDS}, optional={"targets": TARGETS, "only": st.just({"channel": "letter"})}
)
LINEAGES = st.fixed_dictionaries(
    {
        "from": st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=2, unique=True),
        "how": st.sampled_from(["split", "merged", "replaced", "turned_round"]),
    }
)
COMMITMENTS = st.fixed_dictionaries(
    {"title": TEXTS},
    optional={
        "number": st.sampled_from(["1", "2.9", "2.10"]),
        "promise": TEXTS,
        "bodies": st.lists(IDS, min_size=1, max_size=3),
        "measures": st.lists(MEASURES, min_size=1, max_size=3),
        "ended": st.just({"from": "2022-01-01", "reason": {"en": "Over."}}),
        "lineage": LINEAGES,
    },
)
INDICATORS = st.fixed_dictionaries(
    {"definition": TEXTS, "unit": st.sampled_from(["percent", "days"])},
    optional={
        "direction": st.sampled_from(["higher", "lower", "none"]),
        "denominator": st.just({"excludes": {"en": "X"}}),
    },
)
TREES = st.recursive(
    st.one_of(WORDS, st.just(True)),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3),
        st.dictionaries(st.sampled_from("abc"), inner, min_size=1, max_size=3),
    ),
    max_leaves=8,
)
RELEASES = st.builds(
    lambda promises, indicators, method: {
        **{f"commitment/citizens/{id}": one for id, one in promises.items()},
        **{f"indicator/{id}": one for id, one in indicators.items()},
        **({"methodology": method} if method else {}),
    },
    st.dictionaries(st.sampled_from(["a", "b", "c"]), COMMITMENTS, max_size=3),
    st.dictionaries(IDS, INDICATORS, max_size=2),
    st.dictionaries(st.sampled_from(["sections", "summary", "units"]), TREES, max_size=2),
)


def touched(found: tuple[Change, ...]) -> set[str]:
    """Every record that is in a change."""
    return {key for one in found for key in (one.subject, *one.related)}


@properties
@given(RELEASES)
def test_nothing_changes_between_a_release_and_itself(release: Records) -> None:
    assert changes(release, release, SINCE) == ()


@properties
@given(RELEASES, RELEASES)
def test_there_are_changes_where_the_bytes_differ_and_nowhere_else(before: Records, after: Records) -> None:
    found = changes(before, after, SINCE)

    assert (found == ()) is (canonical(before) == canonical(after))
    differing = {key for key in {*before, *after} if before.get(key) != after.get(key)}
    assert differing <= touched(found)


@properties
@given(RELEASES)
def test_every_field_that_differs_is_in_a_change(release: Records) -> None:
    """One field more or less in any record is found, and told with its content."""
    for key, record in release.items():
        for name in record:
            less = {**release, key: {one: it for one, it in record.items() if one != name}}
            found = changes(less, release, SINCE)
            inside = [one for one in found if key in (one.subject, *one.related)]
            assert any(one.field.split("/")[0] in (name, "") for one in inside), (key, name)


def sides(found: tuple[Change, ...]) -> Counter[tuple[bytes, bytes]]:
    return Counter((canonical(one.before), canonical(one.after)) for one in found)


def without_descent(release: Mapping[str, Content]) -> Records:
    return {key: {name: it for name, it in one.items() if name != "lineage"} for key, one in release.items()}


@properties
@given(RELEASES, RELEASES)
def test_what_is_added_one_way_is_removed_the_other(before: Records, after: Records) -> None:
    older, newer = without_descent(before), without_descent(after)
    forth, back = changes(older, newer, SINCE), changes(newer, older, SINCE)

    assert sides(forth) == Counter({(after, before): n for (before, after), n in sides(back).items()})
    assert Counter(one.effect for one in forth) == Counter(one.effect.turned_back for one in back)


@properties
@given(RELEASES, RELEASES)
def test_the_order_does_not_depend_on_that_of_the_records(before: Records, after: Records) -> None:
    def turned(records: Records) -> Records:
        return dict(reversed(records.items()))

    assert changes(before, after, SINCE) == changes(turned(before), turned(after), SINCE)


@properties
@given(WORDS, WORDS)
def test_the_runs_of_a_wording_give_both_texts_back(before: str, after: str) -> None:
    runs = word_diff(before, after)

    assert "".join(one.text for one in runs if one.fate is not Fate.IN) == before
    assert "".join(one.text for one in runs if one.fate is not Fate.OUT) == after
    assert all(one.text for one in runs)


def test_a_span_is_one_word() -> None:
    runs = word_diff("It is 18–20 degrees warm.", "It is 17–20 degrees warm.")

    assert [(one.fate, one.text) for one in runs] == [
        (Fate.KEPT, "It is "),
        (Fate.OUT, "18–20"),
        (Fate.IN, "17–20"),
        (Fate.KEPT, " degrees warm."),
    ]


def test_a_wording_is_compared_by_words() -> None:
    runs = word_diff("You get it within 16 working days.", "You get it within 14 days, free of charge.")

    assert [(one.fate.value, one.text) for one in runs] == [
        ("kept", "You get it within "),
        ("out", "16 working"),
        ("in", "14"),
        ("kept", " days"),
        ("in", ", free of charge"),
        ("kept", "."),
    ]
