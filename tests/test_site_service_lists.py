"""What pages of services leave out or put together: empty columns, needs of variants, long lists of services."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from charterkit.model.service import Fee, Need, Service, ServiceVariant, Step, TimeTaken
from charterkit.site.hyphens import together
from charterkit.site.render import Renderer
from test_site_sample import publication, site
from test_site_sample_body import text
from test_site_services import bare, rendered, section

EURO = Fee(amount=Decimal(5), currency="EUR")
DAY = (TimeTaken(Decimal(1), "days"),)


def variant(id: str, **fields: object) -> ServiceVariant:
    return ServiceVariant(id, text(id, id.title()), **fields)  # type: ignore[arg-type]


def head(html: str) -> list[str]:
    """The columns of the table of variants."""
    found = re.search(r'<caption id="variants">.*?<thead>(.*?)</thead>', html, re.DOTALL)
    return re.findall(r"<th[^>]*>(.*?)</th>", found[1]) if found else []


def test_where_only_variants_have_fees_the_cost_depends_on_the_case() -> None:
    short = section(bare(variants=(variant("late", fees=(EURO,)),)), "short")

    assert "Cost Depends on the case See what it costs" in short
    assert short.count("Not stated") == 1  # the time


def test_columns_of_variants_that_would_be_empty_are_left_out() -> None:
    assert head(bare(variants=(variant("late", takes=DAY), variant("early")))) == ["Case", "Time"]
    assert head(bare(variants=(variant("late", fees=(EURO,)),))) == ["Case", "Cost"]
    assert head(bare(variants=(variant("late", fees=(EURO,), takes=DAY),))) == ["Case", "Time", "Cost"]


def test_variants_of_which_nothing_else_is_told_are_a_list() -> None:
    html = bare(variants=(variant("late"), variant("early")))

    assert head(html) == []
    assert "<li>Late</li>" in html
    assert "It is not stated how long this takes." in section(html, "time")


def test_what_is_free_in_every_case_is_free_in_each() -> None:
    free = bare(fees=(Fee(free=True),), variants=(variant("late", takes=DAY), variant("early", fees=(EURO,))))
    sometimes = bare(fees=(Fee(free=True, when=text("a", "b")),), variants=(variant("late", takes=DAY),))

    assert re.search(r'<th scope="row">Late</th><td>1.day</td><td>Free of charge</td>', free)
    assert re.search(r'<th scope="row">Early</th>.*?<td>€5</td>', free)
    assert head(sometimes) == ["Case", "Time"]


def test_needs_of_a_variant_stand_together_under_its_name() -> None:
    needs = tuple(
        Need(text(name, name), variants=ids)
        for name, ids in (("Card", ()), ("Form", ("late",)), ("Stamp", ("early",)), ("Letter", ("late",)))
    )
    html = bare(requirements=needs, variants=(variant("late"), variant("early")))
    need = section(html, "need")

    assert need.count("Only for:") == 2
    assert "Always Card Only for: Late Form Letter Only for: Early Stamp" in need


def _list_of(number: int) -> str:
    records = publication()
    bodies = ("town", "library")
    own = {
        f"s-{n}": Service(f"s-{n}", text(f"S{n}", f"S{n}"), text("x", "x"), (bodies[n % 2],))
        for n in range(number)
    }
    letters = replace(records.commitments["citizens/letters"], services=tuple(own))
    changed = replace(records, services=own, commitments={letters.full_id: letters})
    return rendered(Renderer(site(changed)), "charters/citizens/letters/")


def test_a_long_list_of_services_is_folded_body_by_body() -> None:
    short, long = _list_of(8), _list_of(9)

    # The other folds of the page are those about its own messages.
    assert long.count("<details><summary>") - short.count("<details><summary>") == 2
    assert "services)</summary>" not in short
    assert "(5 services)" in section(long, "services")
    assert "(4 services)" in section(long, "services")
    assert len(re.findall(r'services/s-\d/"', long)) == 9


def test_each_office_says_how_many_services_it_has() -> None:
    html = rendered(Renderer(site(publication())), "services/")

    assert "1 service " in section(html, "body-town")
    assert "<details open><summary" in html


def test_bulgarian_comparisons_stay_on_one_line_and_keep_their_sign() -> None:
    html = '<p title="по-малко">По-малко, най-добър; по-\n<b>къс</b> изток-запад</p><svg><text>по-малко</text></svg>'

    assert together(html, "bg") == (
        '<p title="по-малко"><span class="day">По-малко</span>, <span class="day">най-добър</span>; по-\n'
        "<b>къс</b> изток-запад</p><svg><text>по-малко</text></svg>"
    )
    assert together(html, "lt") == html


def test_a_drawing_within_a_drawing_does_not_end_it() -> None:
    html = "<svg><svg><path/></svg><text>най-много 4</text></svg><p>най-много</p>"

    assert together(html, "bg") == (
        '<svg><svg><path/></svg><text>най-много 4</text></svg><p><span class="day">най-много</span></p>'
    )


def test_a_fee_is_named_and_several_named_fees_are_not_one_cost() -> None:
    filing, processing = (
        replace(EURO, title=text("a", "Filing fee")),
        replace(EURO, title=text("b", "Processing fee")),
    )
    both = bare(fees=(filing, processing))

    assert "Filing fee €5 Processing fee €5" in section(both, "cost")
    assert "Cost Several fees" in section(both, "short")
    assert "Cost €5" in section(bare(fees=(filing,)), "short")
    assert "Filing fee: €5</td>" in bare(variants=(variant("late", fees=(filing,)),))


def test_that_nothing_is_needed_is_said_only_where_it_is_written() -> None:
    assert "You need nothing for it." in section(bare(no_requirements=True), "need")
    assert section(bare(), "need") == ""


def test_a_step_has_a_note_on_its_time() -> None:
    step = Step(text("a", "Come."), takes=DAY, takes_note=text("b", "On the second day."))

    assert "1 day · On the second day." in section(bare(steps=(step,)), "steps")
