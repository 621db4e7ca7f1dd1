"""An invented publisher with many charters: the same numbers always give the same records.

It grows from the sample publication: every charter has six promises on one indicator of its own body, and all but the
first adopt the general promises of the first.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from charterkit.model.charter import Adoption, Charter, Group
from charterkit.model.commitment import Commitment, Measure
from charterkit.model.common import Contact
from charterkit.model.indicator import Indicator, Owner
from charterkit.model.publication import Publication
from charterkit.model.publisher import Body, BodyType
from charterkit.model.requirement import Limit, Operator, Target
from charterkit.model.result import Series
from charterkit.text import Text
from test_site_sample import publication, shares, text
from test_site_sample_body import START

SERVICES: Final = (
    ("Žaliųjų plotų", "Green spaces"),
    ("Šeimos paramos", "Family support"),
    ("Čiuožyklos", "Ice rink"),
    ("Bibliotekų", "Libraries"),
    ("Vandens tiekimo", "Water supply"),
    ("Ąžuolyno parko", "Oak park"),
    ("Darželių", "Kindergartens"),
    ("Eismo saugos", "Road safety"),
    ("Turgaus", "Market hall"),
    ("Muziejaus", "Museum"),
)
PROMISES: Final = (
    ("Atsakymai laiku", "Answers in time"),
    ("Aiškios valandos", "Clear opening hours"),
    ("Mandagus aptarnavimas", "Courteous service"),
    ("Tvarkingos patalpos", "Clean premises"),
    ("Trumpas laukimas", "Short waiting"),
    ("Sutvarkyti gedimai", "Faults mended"),
)


def portfolio(charters: int = 59, promises: int = 6, publishers: int = 1) -> Publication:
    """A publication with so many charters of so many bodies; every charter covers a body of its own."""
    sample = publication()
    offices = tuple(_office(n) for n in range(publishers))
    made = tuple(_charter(n, publishers) for n in range(charters))
    commitments = tuple(_promise(n, k) for n in range(charters) for k in range(promises))
    indicators = {one.id: one for one in (_indicator(sample, n) for n in range(charters))}
    return replace(
        sample,
        publisher=replace(
            sample.publisher, bodies=(*offices, *(_institution(n, publishers) for n in range(charters)))
        ),
        charters={one.id: one for one in made},
        commitments={one.full_id: one for one in commitments},
        standards={},
        indicators=indicators,
        series={id: _results(n, id) for n, id in enumerate(indicators)},
    )


def service(n: int) -> Text:
    """The name of a service: ten kinds, then the same in the next part of town."""
    lt, en = SERVICES[n % len(SERVICES)]
    district = n // len(SERVICES)
    return text(lt, en) if not district else text(f"{lt} {district + 1}", f"{en} {district + 1}")


def _titled(lt: str, en: str, name: Text) -> Text:
    words = dict(name.items())
    return text(lt.format(words["lt"]), en.format(words["en"]))


def _office(n: int) -> Body:
    contact = Contact("+370 000 00 001", f"office-{n}@example.org")
    return Body(
        f"office-{n}",
        BodyType.ADMINISTRATION,
        text(f"{n + 1}-asis skyrius", f"Office {n + 1}"),
        contact=contact,
    )


def _institution(n: int, publishers: int) -> Body:
    name = _titled("{} tarnyba", "{} service", service(n))
    return Body(f"body-{n}", BodyType.INSTITUTION, name, part_of=f"office-{n % publishers}")


def _charter(n: int, publishers: int) -> Charter:
    return Charter(
        f"charter-{n:02d}",
        _titled("{} chartija", "{} charter", service(n)),
        f"office-{n % publishers}",
        (Group("general", text("Bendrieji", "General")), Group("others", text("Kiti", "Others"))),
        purpose=text("Ko galite tikėtis.", "What you can expect."),
        covers=(f"body-{n}",),
        adopts=(Adoption("charter-00", ("general",)),) if n else (),
        file=f"charters/charter-{n:02d}/charter.yml",
    )


def _promise(n: int, k: int) -> Commitment:
    title = text(*PROMISES[k % len(PROMISES)])
    strict = 90 + 3 * ((n + k) % 4)
    return Commitment(
        f"promise-{k}",
        f"charter-{n:02d}",
        f"{1 + k % 2}.{1 + k // 2}",
        "general" if k % 2 == 0 else "others",
        title,
        _titled("{}: 95 iš 100.", "{}: 95 of 100.", title),
        bodies=(f"body-{n}",),
        measures=(Measure(f"share-{n:02d}", (Target(START, Limit(Operator.AT_LEAST, Decimal(strict))),)),),
        file=f"charters/charter-{n:02d}/commitments/promise-{k}.yml",
    )


def _indicator(sample: Publication, n: int) -> Indicator:
    title = _titled("{}: kas laiku", "{}: done in time", service(n))
    id = f"share-{n:02d}"
    return replace(
        sample.indicators["in-time"],
        id=id, title=title, owner=Owner(f"body-{n}"), starts=date(2025, 4, 1),
        breaks=(), related=(), file=f"standards/indicators/{id}.yml",
    )  # fmt: skip


def _results(n: int, id: str) -> Series:
    rows = (
        shares("2025-Q2", 90 + n % 9, 100, date(2025, 7, 20)),
        shares("2025-Q3", 91 + n % 8, 100, date(2025, 10, 20)),
    )
    # Every fifth body is late with its last figure.
    return Series(id, rows[:1] if n % 5 == 4 else rows, f"charters/results/{id}.csv")
