"""From gaps and the catalogue to a problem of numbers: which acts could answer which gap, and why others could not."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from matang.engine.allocate import UNLIMITED, Act, AllocationProblem, Learner
from matang.flow.plan.models import DevelopmentAct, DevelopmentProposal
from matang.flow.plan.selectors.development.gaps import OpenGap, OpenGaps
from matang.flow.plan.services.development.hours import hours_of

UNUSABLE = ("no_price", "past", "no_jp")


@dataclass(frozen=True)
class Posed:
    """The problem, the gaps by position, and for gaps without any option why: a code and the acts that are meant."""

    problem: AllocationProblem
    gaps: list[OpenGap]
    acts: list[DevelopmentAct]
    lacking: dict[int, tuple[str, list[int]]]
    left_out: dict[int, str]


def unusable(act: DevelopmentAct, day: date, most_hours: int | None) -> str:
    """Return why an act on offer cannot be chosen: its cost or hours are not known, or it is over; empty when it can."""
    if not act.priced:
        return "no_price"
    if act.starts_on is not None and act.starts_on < day:
        return "past"
    return "no_jp" if most_hours is not None and hours_of(act.kind, act.hours, day) is None else ""


def levels_closed(act: DevelopmentAct, gap: OpenGap) -> int:
    """Return how many missing levels the act is expected to close, 0 when it does not fit the gap."""
    fits = act.competency_id == gap.competency_id and act.from_level <= gap.start
    return max(0, min(act.to_level, gap.required) - gap.start) if fits else 0


def weight_of(proposal: DevelopmentProposal, gap: OpenGap) -> int:
    """Return the points of one closed level of this gap."""
    return int(proposal.priorities.get(gap.group, 1)) * (proposal.must_weight if gap.must else 1)


def pose(proposal: DevelopmentProposal, found: OpenGaps, acts: list[DevelopmentAct]) -> Posed:
    """Return the problem of a proposal. A gap's identifier is its position in the list of gaps, from 1."""
    left_out = {act.pk: why for act in acts if (why := unusable(act, proposal.as_at, proposal.most_hours))}
    by_competency: dict[int, list[DevelopmentAct]] = defaultdict(list)
    for act in acts:
        by_competency[act.competency_id].append(act)
    options: list[tuple[int, int, int]] = []
    lacking: dict[int, tuple[str, list[int]]] = {}
    for at, gap in enumerate(found.gaps):
        offered = by_competency[gap.competency_id]
        fitting = [(act, closed) for act in offered if (closed := levels_closed(act, gap))]
        weight = weight_of(proposal, gap)
        usable = [(at + 1, act.pk, closed * weight) for act, closed in fitting if act.pk not in left_out and weight]
        options += usable
        if not usable:
            lacking[at] = _lack(offered, [act for act, _ in fitting], left_out, weight)
    problem = AllocationProblem.build(
        budget=proposal.budget,
        share=proposal.min_share,
        acts=[_act(act, proposal.as_at) for act in acts if act.pk not in left_out],
        learners=_learners(proposal, found.gaps),
        gaps=[(at + 1, gap.person_id) for at, gap in enumerate(found.gaps)],
        options=options,
        clashes=clashes([act for act in acts if act.pk not in left_out]),
    )
    return Posed(problem, found.gaps, acts, lacking, left_out)


def _lack(
    offered: list[DevelopmentAct], fitting: list[DevelopmentAct], left_out: Mapping[int, str], weight: int
) -> tuple[str, list[int]]:
    """Say why no act can answer a gap: none for the competency, none for the level, or those that fit cannot be used."""
    if not weight:
        return "no_weight", []
    if not offered:
        return "no_act", []
    if not fitting:
        return "no_level", [act.pk for act in offered]
    code = min((left_out[act.pk] for act in fitting), key=UNUSABLE.index)
    return code, [act.pk for act in fitting if left_out[act.pk] == code]


def _act(act: DevelopmentAct, day: date) -> Act:
    return Act(
        id=act.pk,
        cost=act.cost_per_person or 0,
        fixed=act.cost_per_class or 0,
        seats=UNLIMITED if act.seats is None else act.seats,
        classes=act.classes,
        hours=hours_of(act.kind, act.hours, day) or 0,
    )


def _learners(proposal: DevelopmentProposal, gaps: list[OpenGap]) -> list[Learner]:
    """Return the people with gaps; their places in the draw follow from the proposal's and the person's keys alone."""
    opds = {gap.person_id: gap.opd_id for gap in gaps}
    drawn = sorted(opds, key=lambda person: sha256(f"{proposal.pk}:{person}".encode()).hexdigest())
    hours = UNLIMITED if proposal.most_hours is None else proposal.most_hours
    return [Learner(person, opds[person], order, proposal.most_acts, hours) for order, person in enumerate(drawn, start=1)]


def clashes(acts: list[DevelopmentAct]) -> list[tuple[int, int]]:
    """Return the pairs of full-time acts whose dates overlap. Unknown dates clash with nothing."""
    dated = [act for act in acts if act.full_time and act.starts_on and act.ends_on]
    return [
        (first.pk, second.pk)
        for at, first in enumerate(dated)
        for second in dated[at + 1 :]
        if first.starts_on <= second.ends_on and second.starts_on <= first.ends_on
    ]
