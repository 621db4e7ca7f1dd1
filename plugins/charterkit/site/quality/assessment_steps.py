"""The ten steps of a self-assessment as a timeline: who, by when, done or late."""

from __future__ import annotations

from dataclasses import dataclass

from charterkit.model.assessment import Assessment, Step
from charterkit.model.caf import PHASES
from charterkit.site.context import Context
from charterkit.site.pieces import Piece
from charterkit.site.quality.caf_names import PHASE, STEP


@dataclass(frozen=True, slots=True)
class StepPart:
    """A step: its number, its name, how it stands (late or not), who answers, what shows it, who was told."""

    number: str
    title: str
    state: str
    late: bool
    who: Piece
    evidence: Piece
    communication: Piece


@dataclass(frozen=True, slots=True)
class PhasePart:
    """A phase with those of its steps that the record knows."""

    title: str
    steps: tuple[StepPart, ...]


def phases(context: Context, assessment: Assessment) -> tuple[PhasePart, ...]:
    """The three phases; those of which nothing is recorded are left out."""
    known = {step.number: step for step in assessment.steps}
    found = (
        PhasePart(
            context.say(PHASE[phase.number]),
            tuple(_step(context, known[number]) for number in phase.steps if number in known),
        )
        for phase in PHASES
    )
    return tuple(phase for phase in found if phase.steps)


def done_sentence(context: Context, assessment: Assessment) -> str:
    """How many of the ten steps are done."""
    done = sum(step.done is not None for step in assessment.steps)
    return context.reader.words.count("{n} of the ten steps is done.", "{n} of the ten steps are done.", done)


def _step(context: Context, step: Step) -> StepPart:
    late = _is_late(context, step)
    return StepPart(
        str(step.number),
        context.say(STEP[step.number]),
        _state(context, step, late),
        late,
        context.line(step.who),
        context.block(step.evidence),
        context.block(step.communication),
    )


def _is_late(context: Context, step: Step) -> bool:
    return step.done is None and step.planned is not None and step.planned < context.standing.today


def _state(context: Context, step: Step, late: bool) -> str:
    day = context.reader.words.day
    if step.done is not None:
        if step.planned is not None and step.done > step.planned:
            return context.say(
                "Done on {done}, planned by {planned}", done=day(step.done), planned=day(step.planned)
            )
        return context.say("Done on {done}", done=day(step.done))
    if step.planned is None:
        return context.say("Not planned yet")
    if late:
        return context.say("Late: planned by {planned}", planned=day(step.planned))
    return context.say("Planned by {planned}", planned=day(step.planned))
