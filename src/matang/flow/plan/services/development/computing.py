"""Compute a development proposal: gaps, allocation, independent check, what other budgets would buy, a reason for each gap."""

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from matang.engine.allocate import NOT_CHOSEN, Allocation, AllocationProblem
from matang.engine.allocate_check import check_allocation
from matang.engine.allocate_explain import Answer, Reasons, Why
from matang.engine.allocate_solve import allocate
from matang.flow.plan.choices import DevelopmentState
from matang.flow.plan.models import DevelopmentAct, DevelopmentLine, DevelopmentProposal, DevelopmentResult
from matang.flow.plan.permissions import may_plan_development
from matang.flow.plan.selectors.development.gaps import OpenGaps, open_gaps
from matang.flow.plan.services.development.changes import snapshot
from matang.flow.plan.services.development.posing import Posed, levels_closed, pose
from matang.flow.plan.services.development.proposals import lock_development
from matang.flow.plan.services.sayings import saying
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.clock.services import now
from matang.foundation.tenancy.bulk import copy_into

STEP = 10_000_000
STEPS = 5
"""How many steps of Rp 10 million beyond the budget are computed as well."""
UNPUBLISHED = gettext_noop("Hasil tidak lulus pemeriksaan dan tidak diterbitkan: %(why)s")
LINE_FIELDS = (
    "agency", "proposal", "person", "opd", "competency", "start", "required", "must", "act", "expected", "value", "cost", "why",
    "reason",
)  # fmt: skip
Progress = Callable[[int], None]


def compute_development(*, actor: Actor, proposal_id: int, progress: Progress = lambda _percent: None) -> DevelopmentProposal:
    """Compute a proposal and store what was found; one that was submitted is not computed again."""
    with transaction.atomic():
        proposal = lock_development(actor.agency_id, proposal_id)
        require(may_plan_development(actor, proposal.unit.path if proposal.unit else ""))
        if proposal.state == DevelopmentState.PROPOSED:
            raise RefusedError(Denied(_("Usulan yang sudah diajukan tidak dihitung ulang. Buat usulan baru.")))
        path = proposal.unit.path if proposal.unit else ""
        found = open_gaps(proposal.agency_id, proposal.as_at, unit_path=path, unsure=proposal.unsure)
        acts = list(DevelopmentAct.objects.filter(agency_id=proposal.agency_id, active=True).order_by("pk"))
        posed = pose(proposal, found, acts)
        progress(10)
        best = allocate(posed.problem)
        progress(30)
        checked = check_allocation(json.loads(posed.problem.canonical), json.loads(best.canonical()))
        if not checked.ok:
            fault = checked.faults[0]
            proposal.state = DevelopmentState.FAILED
            proposal.fault = saying(UNPUBLISHED, why=saying(fault.template, **dict(fault.numbers)))
            proposal.save(update_fields=["state", "fault"])
            return proposal
        curve = _curve(posed.problem, best, progress)
        _publish(proposal, found, posed, best, curve=curve)
        progress(100)
    return proposal


def budgets_beside(budget: int) -> list[int]:
    """Return the other budgets that are computed: quarters of the money in hand, and steps of Rp 10 million beyond it."""
    below = {budget * part // 4 for part in (1, 2, 3)} if budget >= 4 * STEP else set()
    return sorted(below | {budget + step * STEP for step in range(1, STEPS + 1)})


def _curve(problem: AllocationProblem, best: Allocation, progress: Progress) -> list[dict[str, Any]]:
    """Return for each budget what it buys; more money never buys less, for the smaller plan still fits into it."""
    rows = {problem.budget: _bought(problem, best, best)}
    others = budgets_beside(problem.budget)
    known, everything = best, sum(problem.wanted.values())
    for number, budget in enumerate(others, start=1):
        found = known
        if budget < problem.budget or known.value < everything:
            found = allocate(problem.with_budget(budget), priced=False)
        if budget > problem.budget:
            worse = (found.short, -found.value) > (known.short, -known.value)
            known = found = known if worse else found
        rows[budget] = _bought(problem.with_budget(budget), found, best)
        progress(30 + 50 * number // len(others))
    return [rows[budget] for budget in sorted(rows)]


def _bought(problem: AllocationProblem, found: Allocation, base: Allocation) -> dict[str, Any]:
    """Return what a plan is worth, and by act how many people take it there and in the plan in hand."""
    now_taken, then_taken = Counter(found.chosen), Counter(base.chosen)
    changes = [
        [problem.acts[act].id, then_taken[act], now_taken[act]]
        for act in sorted({*now_taken, *then_taken} - {NOT_CHOSEN})
        if now_taken[act] != then_taken[act]
    ]
    learners = {problem.gaps[gap] for gap, act in enumerate(found.chosen) if act != NOT_CHOSEN}
    return {
        "budget": problem.budget, "value": found.value, "cost": found.cost, "short": found.short, "people": len(learners),
        "answered": len(found.chosen) - now_taken[NOT_CHOSEN], "changes": changes,
    }  # fmt: skip


def _publish(
    proposal: DevelopmentProposal, found: OpenGaps, posed: Posed, best: Allocation, *, curve: list[dict[str, Any]]
) -> None:
    acts = posed.acts
    proposal.lines.all().delete()
    DevelopmentResult.objects.filter(proposal=proposal).delete()
    copy_into(DevelopmentLine, LINE_FIELDS, _lines(proposal, posed, best, {act.pk: act for act in acts}))
    DevelopmentResult.objects.create(
        agency_id=proposal.agency_id,
        proposal=proposal,
        problem=posed.problem.canonical.decode(),
        result=best.canonical().decode(),
        value=best.value,
        bound=best.bound,
        cost=best.cost,
        short=best.short,
        proven=best.proven,
        feasible=True,
        acts={str(act.pk): snapshot(act) for act in acts},
        curve=curve,
        report={
            "people": found.people,
            "gaps": len(found.gaps),
            "options": len(posed.problem.options),
            "wanted": sum(posed.problem.wanted.values()),
            "floors": {str(unit): floor for unit, floor in posed.problem.floors.items()},
            "wanted_by_unit": {str(unit): wanted for unit, wanted in posed.problem.wanted.items()},
            "unknown": {str(unit): count for unit, count in found.unknown.items()},
            "unsure": {str(unit): count for unit, count in found.unsure.items()},
            "classes": {str(posed.problem.acts[at].id): count for at, count in enumerate(best.classes) if count},
            "left_out": {str(act): why for act, why in posed.left_out.items()},
            "sha256": posed.problem.digest,
        },
    )
    proposal.state, proposal.computed_at, proposal.fault, proposal.job_id = DevelopmentState.COMPUTED, now(), {}, None
    proposal.save(update_fields=["state", "computed_at", "fault", "job_id"])


def _lines(
    proposal: DevelopmentProposal, posed: Posed, best: Allocation, acts: dict[int, DevelopmentAct]
) -> list[tuple[Any, ...]]:
    """Return a row for every gap: the act and what is expected of it, or why there is none."""
    reasons, rows = Reasons(posed.problem, best), []
    for at, gap in enumerate(posed.gaps):
        answer = reasons.of(at)
        code, numbers = _reason(posed, at, answer)
        act = acts[posed.problem.acts[answer.act].id] if answer.why == Why.CHOSEN else None
        expected = gap.start + levels_closed(act, gap) if act else None
        rows.append(
            (
                proposal.agency_id, proposal.pk, gap.person_id, gap.opd_id, gap.competency_id, gap.start, gap.required, gap.must,
                act.pk if act else None, expected, answer.value if act else 0, answer.price if act else 0, code,
                json.dumps(numbers),
            )
        )  # fmt: skip
    return rows


def _reason(posed: Posed, at: int, answer: Answer) -> tuple[str, dict[str, Any]]:
    """Return the code of a reason and its numbers; acts are named by their keys."""
    if at in posed.lacking:
        code, meant = posed.lacking[at]
        return code, {"acts": meant[:5]}
    numbers: dict[str, Any] = {"value": answer.value, "price": answer.price, "left": answer.left, "lost": answer.lost}
    numbers["act"] = posed.problem.acts[answer.act].id
    if answer.other != NOT_CHOSEN:
        numbers["other"] = posed.problem.acts[answer.other].id
    return answer.why.value, numbers
