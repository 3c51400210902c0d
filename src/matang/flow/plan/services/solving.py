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
from matang.flow.needs.public import ensure_dictionary
from matang.flow.plan.choices import CandidateState, ScenarioState
from matang.flow.plan.models import PlacementScenario, Proposal, ScenarioResult
from matang.flow.plan.permissions import may_plan
from matang.flow.plan.selectors.fingerprints import fingerprint
from matang.flow.plan.services.arrays import packed_arrays, packed_brief, unpacked_arrays, unpacked_brief
from matang.flow.plan.services.posing import Posed, pose
from matang.flow.plan.services.reasons import Explains, Solved, answer
from matang.flow.plan.services.refusals import count_posts
from matang.flow.plan.services.sayings import saying
from matang.flow.plan.services.scenarios import take_scenario
from matang.flow.plan.services.shortlisting import store_shortlists
from matang.flow.plan.services.workbench import Workbench, workbench
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.clock.services import now

UNPUBLISHED = gettext_noop("Hasil tidak lulus pemeriksaan dan tidak diterbitkan: %(why)s")

Progress = Callable[[int], None]


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


def solve_scenario(*, actor: Actor, scenario_id: int, progress: Progress = lambda _percent: None) -> PlacementScenario:
    """Compute a scenario and store what was found. A scenario before the panel is not computed again."""
    with transaction.atomic():
        scenario = take_scenario(actor.agency_id, scenario_id)
        require(may_plan(actor, scenario.unit.path if scenario.unit else ""))
        if scenario.state in {ScenarioState.PROPOSED, ScenarioState.DECIDED}:
            raise RefusedError(Denied(_("Skenario yang sudah diajukan tidak dihitung ulang. Salin, lalu hitung salinannya.")))
        watch = Stopwatch()
        ensure_dictionary(scenario.agency_id)
        bench = workbench(scenario)
        watch.lap("facts")
        progress(30)
        posed = pose(bench, scenario)
        watch.lap("solve")
        problem, result = posed.problem, posed.result
        found = engine.check(problem.to_data(), result.to_data(), digest=problem.digest)
        watch.lap("check")
        progress(60)
        if not found.ok:
            return _failed(scenario, found)
        _publish(scenario, bench, posed, found, watch)
        progress(100)
    return scenario


def _failed(scenario: PlacementScenario, found: engine.Verification) -> PlacementScenario:
    scenario.state = ScenarioState.FAILED
    why = found.violations[0]
    scenario.fault = saying(UNPUBLISHED, why=saying(why.template, **dict(why.numbers)))
    scenario.save(update_fields=["state", "fault"])
    return scenario


def _publish(scenario: PlacementScenario, bench: Workbench, posed: Posed, found: engine.Verification, watch: Stopwatch) -> None:
    problem, result = posed.problem, posed.result
    solved = Solved.of(problem, result)
    store_shortlists(scenario, bench, solved)
    watch.lap("reasons")
    count_posts(scenario, bench)
    watch.lap("refusals")
    print_now = fingerprint(scenario, problem.people.tolist())
    watch.lap("fingerprint")
    ScenarioResult.objects.filter(scenario=scenario).delete()
    ScenarioResult.objects.create(
        agency_id=scenario.agency_id,
        scenario=scenario,
        problem=problem.canonical.decode(),
        result=result.canonical().decode(),
        arrays=packed_arrays(problem, result),
        brief=packed_brief(engine.Brief.of(solved.residual)),
        objective=result.objective,
        feasible=found.ok,
        optimal=found.ok,
        report={
            "people": found.people,
            "placed": found.placed,
            "posts": len(bench.posts),
            "pairs": len(problem.score),
            "assessed": int(assessed(bench).sum()),
            "sha256": problem.digest,
        },
        engine_version=version("matang"),
        timings=watch.seconds,
        costs=posed.costs,
        fingerprint=print_now,
    )
    scenario.state, scenario.solved_at, scenario.fault = ScenarioState.SOLVED, now(), {}
    scenario.save(update_fields=["state", "solved_at", "fault"])
    watch.lap("files")


def assessed(bench: Workbench) -> NDArray[np.bool_]:
    """Return for every person whether any competency that the posts ask for has been shown of them."""
    levels = [worded.term.measured != engine.NOT_SHOWN for worded in bench.words.values() if worded.unit == "level"]
    return np.any(levels, axis=0) if levels else np.zeros(len(bench.facts), dtype=np.bool_)


def certificate_of(result: ScenarioResult) -> bytes:
    """Return the certificate of a stored result: problem and result in one file that anybody can check."""
    problem = engine.Problem.from_data(json.loads(result.problem))
    return engine.certificate(problem, engine.Result.from_data(json.loads(result.result)))


def load(scenario: PlacementScenario) -> Solved:
    """Return a stored scenario, ready to be asked."""
    return Solved.of(*unpacked_arrays(bytes(scenario.result.arrays)))


def _asked(scenario: PlacementScenario, person_id: int, post_id: int) -> Explains:
    """Return what answers for a pair: the short form, or the whole for holders and where no short form was stored."""
    kept = bytes(scenario.result.brief)
    brief = unpacked_brief(kept) if kept else None
    return load(scenario) if brief is None or brief.holds(person_id, post_id) else brief


def why(scenario: PlacementScenario, person_id: int, post_id: int) -> Proposal | None:
    """Return the stored answer, or one made now (not stored) for somebody outside the shortlist; None for the unknown.

    What is made now uses the facts of the scenario's day as the register holds them today.
    """
    stored = (
        Proposal.objects.filter(scenario=scenario, post_id=post_id, person_id=person_id)
        .select_related("person", "post__unit", "scenario")
        .first()
    )
    if stored is not None or not hasattr(scenario, "result"):
        return stored
    holder = Proposal.objects.filter(scenario=scenario, post_id=post_id, rank=1).values_list("person_id", flat=True).first()
    bench = workbench(scenario, only=[key for key in (person_id, holder) if key], post_id=post_id)
    if person_id not in bench.facts.row or post_id not in bench.post_at:
        return None
    told = answer(bench, lambda: _asked(scenario, person_id, post_id), person_id, post_id, holder)
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
