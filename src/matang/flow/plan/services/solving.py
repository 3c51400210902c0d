"""Compute a scenario: candidates, placement, independent check, reasons. Published only when the check passes."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version

import numpy as np
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from numpy.typing import NDArray

from matang import engine
from matang.flow.plan.choices import RUNNERS_UP, CandidateState, ScenarioState
from matang.flow.plan.models import PlacementScenario, Proposal, ScenarioPost, ScenarioResult
from matang.flow.plan.permissions import may_plan
from matang.flow.plan.services.reasons import Solved, answer
from matang.flow.plan.services.sayings import saying
from matang.flow.plan.services.scenarios import lock_scenario
from matang.flow.plan.services.workbench import Workbench, workbench
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.clock.services import now

SPARE = 10
VACANCY_COST = 100_000
"""An empty post costs more than any score is worth, so that a post is left empty only when nobody may hold it."""

UNPUBLISHED = gettext_noop("Hasil tidak lulus pemeriksaan dan tidak diterbitkan: %(why)s")

Progress = Callable[[int], None]
Gate = NDArray[np.int8]


@dataclass(slots=True)
class Stopwatch:
    """Seconds by step."""

    seconds: dict[str, float] = field(default_factory=dict)
    since: float = field(default_factory=time.perf_counter)

    def lap(self, step: str) -> None:
        """Note how long a step took."""
        moment = time.perf_counter()
        self.seconds[step] = round(moment - self.since, 4)
        self.since = moment


def pose(bench: Workbench) -> engine.Problem:
    """Return the problem: everybody whom the gates let through for some post, and the best candidates of each post.

    So many candidates are kept for each post as there are places in all, and some more: of that many, one at least is
    free whatever happens at the other places, so nobody outside them can make a placement better.
    """
    seats = sum(post.opening.places for post in bench.posts)
    edges = engine.build_candidates(bench.sheet, per_person=0, per_post=seats + SPARE)
    allowed = bench.sheet.block(0, len(bench.facts)).allowed.any(axis=1)
    ids, posts = bench.facts.ids, np.array([post.id for post in bench.posts], dtype=np.int64)
    return engine.Problem.build(
        people=ids[allowed],
        posts=posts,
        capacity=np.array([post.opening.places for post in bench.posts], dtype=np.int64),
        pairs=(ids[edges.people], posts[edges.posts], edges.score),
        vacancy_cost=VACANCY_COST,
    )


def solve_scenario(*, actor: Actor, scenario_id: int, progress: Progress = lambda _percent: None) -> PlacementScenario:
    """Compute a scenario and store what was found. A scenario before the panel is not computed again."""
    with transaction.atomic():
        scenario = lock_scenario(actor.agency_id, scenario_id)
        require(may_plan(actor, scenario.unit.path if scenario.unit else ""))
        if scenario.state in {ScenarioState.PROPOSED, ScenarioState.DECIDED}:
            raise RefusedError(Denied(_("Skenario yang sudah diajukan tidak dihitung ulang. Buat skenario baru.")))
        watch = Stopwatch()
        bench = workbench(scenario)
        watch.lap("facts")
        progress(30)
        problem = pose(bench)
        watch.lap("candidates")
        result = engine.solve(problem)
        watch.lap("solve")
        found = engine.check(problem.to_data(), result.to_data(), digest=problem.digest)
        watch.lap("check")
        progress(60)
        if not found.ok:
            return _failed(scenario, found)
        _publish(scenario, bench, Solved.of(problem, result), found, watch)
        progress(100)
    return scenario


def _failed(scenario: PlacementScenario, found: engine.Verification) -> PlacementScenario:
    scenario.state = ScenarioState.FAILED
    why = found.violations[0]
    scenario.fault = saying(UNPUBLISHED, why=saying(why.template, **dict(why.numbers)))
    scenario.save(update_fields=["state", "fault"])
    return scenario


def _publish(scenario: PlacementScenario, bench: Workbench, solved: Solved, found: engine.Verification, watch: Stopwatch) -> None:
    scenario.proposals.all().delete()
    ScenarioResult.objects.filter(scenario=scenario).delete()
    for post in bench.posts:
        _shortlist(scenario, bench, solved, post.id)
    _count(scenario, bench)
    watch.lap("reasons")
    ScenarioResult.objects.create(
        agency_id=scenario.agency_id,
        scenario=scenario,
        problem=solved.problem.canonical.decode(),
        result=solved.result.canonical().decode(),
        objective=solved.result.objective,
        feasible=found.ok,
        optimal=found.ok,
        report={
            "people": found.people,
            "placed": found.placed,
            "posts": len(bench.posts),
            "pairs": len(solved.problem.score),
            "assessed": int(assessed(bench).sum()),
            "sha256": solved.problem.digest,
        },
        engine_version=version("matang"),
        timings=watch.seconds,
    )  # fmt: skip
    scenario.state, scenario.solved_at, scenario.fault = ScenarioState.SOLVED, now(), {}
    scenario.save(update_fields=["state", "solved_at", "fault"])


def _shortlist(scenario: PlacementScenario, bench: Workbench, solved: Solved, post_id: int) -> None:
    """Store the proposed person and the nearest runners-up of a post; the order is the engine's and stable."""
    listed = engine.runners_up(solved.problem, solved.result, post_id, limit=RUNNERS_UP + 1, residual=solved.residual)
    holder = listed[0].person if listed and listed[0].holds else None
    first_other = next((candidate.person for candidate in listed if not candidate.holds), None)
    rows = []
    for rank, candidate in enumerate(listed, start=1 if holder else 2):
        told = answer(bench, solved, candidate.person, post_id, first_other if candidate.person == holder else holder)
        rows.append(
            Proposal(
                agency_id=scenario.agency_id,
                scenario=scenario,
                post_id=post_id,
                person_id=candidate.person,
                rank=rank,
                score=candidate.score,
                distance=candidate.distance,
                state=told.state,
                reasons=json.loads(json.dumps(told.reasons, default=int)),
            )
        )
    Proposal.objects.bulk_create(rows)


def _count(scenario: PlacementScenario, bench: Workbench) -> None:
    """Note for each post how many people the requirements let through, and how many only with a doubt."""
    rows = list(ScenarioPost.objects.filter(scenario=scenario))
    for row in rows:
        row.looked_at = len(bench.facts)
        if row.post_id in bench.post_at:
            at = bench.post_at[row.post_id]
            gate, opening = gates_of(bench, at), bench.posts[at].opening
            row.eligible, row.unsure = int((gate == 1).sum()), int((gate == -1).sum())
            row.basis, row.places, row.staying, row.free_from = opening.basis, opening.places, opening.staying, opening.free_from
    ScenarioPost.objects.bulk_update(rows, ["looked_at", "eligible", "unsure", "basis", "places", "staying", "free_from"])


def gates_of(bench: Workbench, at: int) -> Gate:
    """Return for every person whether all requirements of a post let them through: 1, 0 or -1 (cannot tell)."""
    law = bench.sheet.gates
    gate = law.outcome[:, law.of_post[at]].copy() if law else np.ones(len(bench.facts), dtype=np.int8)
    for term in bench.sheet.terms:
        asked = int(term.required[at])
        if term.must and asked:
            unknown = term.measured == engine.NOT_SHOWN
            gate = np.where((gate == 0) | (~unknown & (term.measured < asked)), 0, np.where(unknown, -1, gate))
    return gate


def assessed(bench: Workbench) -> NDArray[np.bool_]:
    """Return for every person whether any competency that the posts ask for has been shown of them."""
    levels = [worded.term.measured != engine.NOT_SHOWN for worded in bench.words.values() if worded.unit == "level"]
    return np.any(levels, axis=0) if levels else np.zeros(len(bench.facts), dtype=np.bool_)


def load(scenario: PlacementScenario) -> Solved:
    """Return a stored scenario, ready to be asked."""
    stored = scenario.result
    problem = engine.Problem.from_data(json.loads(stored.problem))
    return Solved.of(problem, engine.Result.from_data(json.loads(stored.result)))


def why(scenario: PlacementScenario, person_id: int, post_id: int) -> Proposal | None:
    """Return the stored answer, or one made now (not stored) for somebody outside the shortlist; None for the unknown.

    What is made now uses the facts of the scenario's day as the register holds them today.
    """
    stored = (
        Proposal.objects.filter(scenario=scenario, post_id=post_id, person_id=person_id)
        .select_related("person", "post__unit")
        .first()
    )
    if stored is not None or not hasattr(scenario, "result"):
        return stored
    holder = Proposal.objects.filter(scenario=scenario, post_id=post_id, rank=1).values_list("person_id", flat=True).first()
    bench = workbench(scenario, only=[key for key in (person_id, holder) if key])
    if person_id not in bench.facts.row or post_id not in bench.post_at:
        return None
    told = answer(bench, load(scenario), person_id, post_id, holder)
    return Proposal(
        agency_id=scenario.agency_id,
        scenario=scenario,
        post_id=post_id,
        person_id=person_id,
        rank=0,
        score=told.score,
        distance=told.distance or 0,
        state=CandidateState(told.state),
        reasons=told.reasons,
    )
