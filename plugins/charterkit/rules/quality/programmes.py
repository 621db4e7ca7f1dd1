"""Whether the records and tables of a programme can be true: ids, waves, days, and sums that agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Final

from charterkit.data.registers import REPLY_COLUMNS
from charterkit.model.programme import Answer, Delivery, Mark, Programme, Register, Reply, Wave
from charterkit.model.publication import Publication
from charterkit.problems import Problem, Spot, problem
from charterkit.rules.lookup import unknown

# What else has an address beside the waves of a programme.
_TAKEN: Final = ("bodies", "replies")


def programme_problems(publication: Publication, today: date | None) -> Iterator[Problem]:
    """Whatever is wrong with programmes; with a day also what cannot have happened by then."""
    for programme in publication.programmes.values():
        register = publication.registers.get(programme.id, Register(programme.id))
        yield from _record(programme, publication)
        yield from _Waves(programme).problems()
        yield from _Tables(programme, register).problems()
        yield from _sums(programme, register)
        yield from _levels(publication, programme, register)
        if today is not None:
            yield from _future(register, today)


def _record(programme: Programme, publication: Publication) -> Iterator[Problem]:
    """The organiser, and ids that are there twice or mean something else."""
    spot = Spot(programme.file)
    yield from unknown(spot.at("organiser"), "body", programme.organiser, publication.bodies)
    lists = (
        (("invitation", "options"), [one.id for one in programme.options]),
        (("deliverables",), [one.id for one in programme.deliverables]),
        (("waves",), [one.id for one in programme.waves]),
    )
    for path, ids in lists:
        for index, id in enumerate(ids):
            here = spot.at(*path, index, "id")
            if id in ids[:index]:
                yield problem("entry-twice", here, field=".".join(path), found=id)
            if path == ("waves",) and id in _TAKEN:
                yield problem("id-reserved", here, found=id)
            if path[-1] == "options" and id in REPLY_COLUMNS:
                yield problem("option-name-taken", here, found=id, taken=", ".join(REPLY_COLUMNS))


class _Waves:
    """What can be wrong with the waves as the record has them."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.spot = Spot(programme.file)
        self.known = [one.id for one in programme.deliverables]

    def problems(self) -> Iterator[Problem]:
        """Days in the wrong order, overlaps that nobody stated, last days before the first one."""
        waves = self.programme.waves
        for index, wave in enumerate(waves):
            here = self.spot.at("waves", index)
            if wave.until < wave.since:
                spot = here.at("until")
                yield problem("wave-order", spot, field=spot.field_name, found=wave.until, since=wave.since)
            yield from self._due(wave, here)
        clashes = [(one, other) for one, other in combinations(waves, 2) if _clash(one, other)]
        if self.programme.overlapping and len(waves) > 1 and not clashes:
            yield problem("waves-apart", self.spot.at("overlapping"))
        for one, other in () if self.programme.overlapping else clashes:
            later = max(one, other, key=lambda wave: (wave.since, waves.index(wave)))
            first = other if later is one else one
            spot = self.spot.at("waves", waves.index(later), "from")
            yield problem("waves-overlap", spot, found=later.id, other=first.id, until=first.until)

    def _due(self, wave: Wave, here: Spot) -> Iterator[Problem]:
        for index, due in enumerate(wave.due):
            spot = here.at("due", index)
            yield from unknown(spot.at("deliverable"), "deliverable", due.deliverable, self.known)
            if any(other.deliverable == due.deliverable for other in wave.due[:index]):
                twice = spot.at("deliverable")
                yield problem("entry-twice", twice, field="due", found=due.deliverable)
            if due.day < wave.since:
                yield problem(
                    "due-before-wave", spot.at("date"), found=due.day, wave=wave.id, since=wave.since
                )


def _clash(one: Wave, other: Wave) -> bool:
    return one.since <= other.until and other.since <= one.until


class _Tables:
    """What can be wrong between the lines of the tables and the record."""

    def __init__(self, programme: Programme, register: Register) -> None:
        self.programme = programme
        self.register = register
        self.waves = {wave.id: wave for wave in programme.waves}
        self.wave_of = {one.body: one.wave for one in reversed(register.replies)}

    def problems(self) -> Iterator[Problem]:
        """All that is wrong, line by line."""
        yield from self._twice()
        for reply in self.register.replies:
            yield from self._reply(reply) if reply.sound else ()
        for delivery in self.register.deliveries:
            yield from self._delivery(delivery)

    def _spot(self, row: Reply | Delivery, column: str) -> Spot:
        register = self.register
        file = register.replies_file if isinstance(row, Reply) else register.deliveries_file
        return Spot(file, line=row.line, column=dict(row.columns).get(column, 1))

    def _twice(self) -> Iterator[Problem]:
        """Bodies and deliverables with two lines; a body in two waves is told as such."""
        replies: dict[str, Reply] = {}
        for reply in self.register.replies:
            first = replies.setdefault(reply.body, reply)
            if first is not reply and first.wave and reply.wave and first.wave != reply.wave:
                waves = f"{first.wave}, {reply.wave}"
                yield problem(
                    "body-in-two-waves", self._spot(reply, "wave"), found=reply.body, waves=waves, line=first.line
                )  # fmt: skip
            elif first is not reply:
                yield problem("register-twice", self._spot(reply, "body"), found=reply.body, line=first.line)
        deliveries: dict[tuple[str, str], Delivery] = {}
        for one in self.register.deliveries:
            earlier = deliveries.setdefault((one.body, one.deliverable), one)
            if earlier is not one and one.deliverable:
                found = f"{one.body}, {one.deliverable}"
                yield problem("register-twice", self._spot(one, "body"), found=found, line=earlier.line)

    def _reply(self, reply: Reply) -> Iterator[Problem]:
        invitation = self.programme.invitation
        if reply.answers and reply.answered is None:
            yield problem("reply-undated", self._spot(reply, "answered"), found=reply.body)
        if invitation and invitation.day and reply.answered and reply.answered < invitation.day:
            spot = self._spot(reply, "answered")
            yield problem("reply-before-invitation", spot, found=reply.answered, invited=invitation.day)
        if reply.joined and not reply.wave:
            yield problem("joined-without-wave", self._spot(reply, "joined"), found=reply.body)
        if reply.joined and reply.answered and reply.answered > reply.joined:
            spot = self._spot(reply, "joined")
            yield problem("reply-after-joining", spot, found=reply.answered, joined=reply.joined)
        if reply.wave and not reply.is_answer:
            yield problem("joined-without-answer", self._spot(reply, "wave"), found=reply.body)
        answers = [answer for _, answer in reply.answers]
        if reply.wave and answers and all(answer is Answer.NO for answer in answers):
            yield problem("joined-against-answer", self._spot(reply, "wave"), found=reply.body)

    def _delivery(self, one: Delivery) -> Iterator[Problem]:
        if one.mark is Mark.DROPPED and not one.reason:
            yield problem("dropped-unexplained", self._spot(one, "state"), found=one.body)
        if one.delivered and one.mark is not Mark.NOTHING:
            spot = self._spot(one, "state")
            yield problem("state-beside-day", spot, found=one.mark.value, day=one.delivered)
        wave = self.waves.get(self.wave_of.get(one.body, ""))
        if wave is None:
            # A line that cannot be read may be the one that names its wave.
            if self.register.whole:
                yield problem("delivery-without-wave", self._spot(one, "body"), found=one.body)
            return
        if one.due and one.due < wave.since:
            spot = self._spot(one, "due")
            yield problem("due-before-wave", spot, found=one.due, wave=wave.id, since=wave.since)
        if one.delivered and one.delivered < wave.since:
            spot = self._spot(one, "delivered")
            yield problem("delivered-before-wave", spot, found=one.delivered, wave=wave.id, since=wave.since)


def _sums(programme: Programme, register: Register) -> Iterator[Problem]:
    """Numbers that the record states must be those of the bodies in the tables."""
    spot, bodies = Spot(programme.file), {one.body for one in register.replies}
    sent = programme.invitation.sent if programme.invitation else None
    if sent is not None and register.replies_file and register.whole and sent != len(bodies):
        yield problem("invitation-sum", spot.at("invitation", "sent"), found=sent, lines=len(bodies))
    for index, wave in enumerate(programme.waves):
        inside = {one.body for one in register.replies if one.wave == wave.id}
        if wave.places is not None and len(inside) > wave.places:
            here = spot.at("waves", index, "places")
            yield problem("wave-overfull", here, found=wave.id, places=wave.places, bodies=len(inside))
    for index, workshop in enumerate(programme.workshops):
        here = spot.at("workshops", index)
        if workshop.until is not None and workshop.until < workshop.day:
            last = here.at("until")
            yield problem("wave-order", last, field=last.field_name, found=workshop.until, since=workshop.day)
        if workshop.bodies is not None and register.whole and 0 < len(bodies) < workshop.bodies:
            yield problem("workshop-sum", here.at("bodies"), found=workshop.bodies, lines=len(bodies))


def _levels(publication: Publication, programme: Programme, register: Register) -> Iterator[Problem]:
    """Bodies whose level of government nobody can count, once for a programme that counts by level."""
    bodies = publication.bodies
    invited = [bodies[one.body] for one in register.replies if one.body in bodies]
    without = [body.id for body in invited if body.level is None]
    if without and len(without) < len(invited):
        yield problem("programme-level-missing", Spot(programme.file), found=without[0], count=len(without))


def _future(register: Register, today: date) -> Iterator[Problem]:
    """What is said to have happened on a day that has not come yet."""
    days: list[tuple[str, Reply | Delivery, str, date | None]] = []
    for reply in register.replies:
        days.append((register.replies_file, reply, "answered", reply.answered))
    for one in register.deliveries:
        days.append((register.deliveries_file, one, "delivered", one.delivered))
    for file, row, column, day in days:
        if day is not None and day > today:
            spot = Spot(file, line=row.line, column=dict(row.columns).get(column, 1))
            yield problem("register-future", spot, column=column, found=day, today=today)
