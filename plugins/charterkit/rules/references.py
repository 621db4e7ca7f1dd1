"""Whether every id that a record names exists, and whether every record is named by another."""

from __future__ import annotations

from collections.abc import Iterator

from charterkit.data.load import Known
from charterkit.model.charter import Charter
from charterkit.model.commitment import Commitment, Measure
from charterkit.model.indicator import Direction, Indicator
from charterkit.model.publication import Publication
from charterkit.model.publisher import Body
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.lookup import unknown, unknown_calendar, unknown_origins, unknowns
from charterkit.rules.quality.assessment_problems import assessment_references
from charterkit.rules.service_references import service_references
from charterkit.text import nearest


def references(publication: Publication, known: Known) -> Iterator[Problem]:
    """Everything that points nowhere, and everything that nothing points at."""
    checker = _References(publication, known)
    yield from checker.bodies()
    yield from checker.places()
    for charter in publication.charters.values():
        yield from checker.charter(charter)
    for commitment in publication.commitments.values():
        yield from checker.commitment(commitment)
    for standard in publication.standards.values():
        yield from unknown_origins(standard.file, "standard", standard.lineage, known)
        yield from unknown_calendar(Spot(standard.file), standard.clock, known)
    for indicator in publication.indicators.values():
        yield from checker.indicator(indicator)
    yield from checker.methodology()
    yield from service_references(publication, known)
    yield from assessment_references(publication, known)
    yield from checker.unused()


class _References:
    def __init__(self, publication: Publication, known: Known) -> None:
        self.publication = publication
        self.known = known
        self.bodies_known = frozenset(publication.bodies)
        self.numbered: dict[tuple[str, str], list[Commitment]] = {}
        for one in publication.commitments.values():
            self.numbered.setdefault((one.charter, one.number), []).append(one)

    def bodies(self) -> Iterator[Problem]:
        """Bodies that are part of nothing that exists, or of themselves."""
        bodies = self.publication.publisher.bodies
        for index, body in enumerate(bodies):
            spot = Spot("charters/publisher.yml", ("bodies", index))
            yield from unknown(spot.at("part_of"), "body", body.part_of, self.bodies_known)
            if any(other.id == body.id for other in bodies[:index]):
                yield problem("entry-twice", spot.at("id"), field=spot.field_name, found=body.id)
            if self._is_circle(body):
                yield problem("body-circle", spot.at("part_of"), found=body.id)

    def places(self) -> Iterator[Problem]:
        """Places of bodies that do not exist, and two places with one id."""
        places = self.publication.publisher.places
        for index, place in enumerate(places):
            spot = Spot("charters/publisher.yml", ("places", index))
            yield from unknown(spot.at("body"), "body", place.body, self.bodies_known)
            if any(other.id == place.id for other in places[:index]):
                yield problem("entry-twice", spot.at("id"), field="places", found=place.id)

    def _is_circle(self, body: Body) -> bool:
        by_id, seen, above = self.publication.bodies, {body.id}, body.part_of
        while above in by_id and above not in seen:
            seen.add(above)
            above = by_id[above].part_of
        return above == body.id

    def charter(self, charter: Charter) -> Iterator[Problem]:
        """The bodies, adopted charters and groups that a charter names."""
        spot = Spot(charter.file)
        yield from unknown(spot.at("publisher"), "body", charter.publisher, self.bodies_known)
        yield from unknowns(spot.at("covers"), "body", charter.covers, self.bodies_known)
        for index, adoption in enumerate(charter.adopts):
            here = spot.at("adopts", index)
            yield from unknown(here.at("charter"), "charter", adoption.charter, self.known.of_kind("charter"))
            other = self.publication.charters.get(adoption.charter)
            if other is not None:
                groups = [group.id for group in other.groups]
                yield from unknowns(here.at("groups"), "group", adoption.groups, groups)
        for index, group in enumerate(charter.groups):
            if any(other.id == group.id for other in charter.groups[:index]):
                yield problem("entry-twice", spot.at("groups", index, "id"), field="groups", found=group.id)
        yield from self._emptiness(charter)

    def _emptiness(self, charter: Charter) -> Iterator[Problem]:
        commitments = self.publication.commitments_of(charter.id)
        written = [id for id in self.known.of_kind("commitment") if id.startswith(f"{charter.id}/")]
        if not written:
            yield problem("charter-empty", Spot(charter.file))
        if len(commitments) < len(written) or not written:
            return  # a commitment that cannot be read may be the one that fills the group
        used = {one.group for one in commitments}
        for index, group in enumerate(charter.groups):
            if group.id not in used:
                yield problem("group-empty", Spot(charter.file, ("groups", index, "id")), found=group.id)

    def commitment(self, commitment: Commitment) -> Iterator[Problem]:
        """The group, bodies, standards and indicators that a commitment names, and its number."""
        spot = Spot(commitment.file)
        charter = self.publication.charters.get(commitment.charter)
        if charter is not None:
            groups = [group.id for group in charter.groups]
            yield from unknown(spot.at("group"), "group", commitment.group, groups)
        elif commitment.charter not in self.known.of_kind("charter"):
            yield problem("charter-missing", Spot(f"charters/{commitment.charter}"))
        yield from unknowns(spot.at("bodies"), "body", commitment.bodies, self.bodies_known)
        yield from unknowns(
            spot.at("standards"), "standard", commitment.standards, self.known.of_kind("standard")
        )
        yield from unknowns(
            spot.at("services"), "service", commitment.services, self.known.of_kind("service")
        )
        for index, measure in enumerate(commitment.measures):
            yield from self._measure(spot.at("measures", index), measure)
        yield from self._number(commitment)
        yield from unknown_origins(
            commitment.file, "commitment", commitment.lineage, self.known, commitment.charter
        )

    def _measure(self, spot: Spot, measure: Measure) -> Iterator[Problem]:
        yield from unknown(
            spot.at("indicator"), "indicator", measure.indicator, self.known.of_kind("indicator")
        )
        yield from unknown(spot.at("standard"), "standard", measure.standard, self.known.of_kind("standard"))
        standard = self.publication.standards.get(measure.standard)
        if measure.variant and standard is not None:
            variants = [variant.id for variant in standard.variants]
            yield from unknown(spot.at("variant"), "variant", measure.variant, variants)
        indicator = self.publication.indicators.get(measure.indicator)
        if indicator is not None:
            yield from self._slice(spot.at("only"), measure, indicator)

    def _slice(self, spot: Spot, measure: Measure, indicator: Indicator) -> Iterator[Problem]:
        splits = {one.id: one.values for one in indicator.disaggregations}
        splits.setdefault("body", tuple(sorted(self.bodies_known)))
        for name, value in measure.only:
            known = splits.get(name, tuple(splits))
            if name not in splits or value not in known:
                wrong = value if name in splits else name
                best = nearest(wrong, known) or ""
                yield problem(
                    "slice-unknown", spot.at(name),
                    field=spot.field_name, indicator=indicator.id, found=wrong, nearest=best,
                )  # fmt: skip

    def _number(self, commitment: Commitment) -> Iterator[Problem]:
        for other in self.numbered[commitment.charter, commitment.number]:
            if other.id < commitment.id:
                spot = Spot(commitment.file, ("number",))
                yield problem("number-twice", spot, found=commitment.number, other=other.file)

    def indicator(self, indicator: Indicator) -> Iterator[Problem]:
        """The owner, relatives and origins that an indicator names."""
        spot = Spot(indicator.file)
        yield from unknown(spot.at("owner", "body"), "body", indicator.owner.body, self.bodies_known)
        yield from unknowns(
            spot.at("related"), "indicator", indicator.related, self.known.of_kind("indicator")
        )
        yield from unknown_origins(indicator.file, "indicator", indicator.lineage, self.known)
        for index, split in enumerate(indicator.disaggregations):
            for value, _ in split.names:
                if value not in split.values:
                    here = spot.at("disaggregations", index, "names", value).key()
                    best = nearest(value, split.values) or ""
                    yield problem(
                        "slice-unknown",
                        here,
                        field=here.field_name,
                        indicator=indicator.id,
                        found=value,
                        nearest=best,
                    )

    def methodology(self) -> Iterator[Problem]:
        """The body that answers for the methodology."""
        method = self.publication.methodology
        if method is not None and method.owner is not None:
            spot = Spot(method.file, ("owner", "body"))
            yield from unknown(spot, "body", method.owner.body, self.bodies_known)

    def unused(self) -> Iterator[Problem]:
        """Standards and indicators that no commitment names."""
        commitments = self.publication.commitments.values()
        measures = [measure for one in commitments for measure in one.measures]
        standards = {id for one in commitments for id in one.standards} | {one.standard for one in measures}
        indicators = {measure.indicator for measure in measures}
        if len(commitments) < len(self.known.of_kind("commitment")):
            return  # a commitment that cannot be read may be the one that names them
        for standard in self.publication.standards.values():
            if standard.id not in standards and standard.ended is None:
                yield problem("standard-unused", Spot(standard.file))
        for indicator in self.publication.indicators.values():
            if (
                indicator.id not in indicators
                and indicator.direction is not Direction.NONE
                and not indicator.ended
            ):
                yield problem("indicator-unused", Spot(indicator.file))
