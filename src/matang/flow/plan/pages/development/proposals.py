"""Development proposals: list, new, one, compute, submit, remove, and the files of the proof."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.plan import jobs
from matang.flow.plan.choices import DevelopmentState, PriorityGroup
from matang.flow.plan.models import DevelopmentAct, DevelopmentProposal
from matang.flow.plan.pages.development.forms import DevelopmentForm
from matang.flow.plan.permissions import LOOKING_ROLES, PLANNING_ROLES
from matang.flow.plan.selectors.development.reading import development_jobs, developments_visible_to, halted
from matang.flow.plan.services.development.changes import changed_since
from matang.flow.plan.services.development.computing import STEP, compute_development
from matang.flow.plan.services.development.hours import beyond_ceiling
from matang.flow.plan.services.development.overview import by_act, by_opd, by_reason, steps
from matang.flow.plan.services.development.proposals import (
    create_development,
    delete_development,
    queue_development,
    submit_development,
)
from matang.flow.plan.services.development.reasons import headings
from matang.flow.plan.services.sayings import said
from matang.flow.register.public import Incumbency, unit_tree
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.ui.paging import page_of

STATE_CHIPS = {
    DevelopmentState.DRAFT: "",
    DevelopmentState.RUNNING: "info",
    DevelopmentState.FAILED: "fail",
    DevelopmentState.COMPUTED: "info",
    DevelopmentState.PROPOSED: "pass",
}
INLINE_PEOPLE = 400
"""Up to so many people in its scope a proposal is computed while the officer waits; more go to a job."""


def found_development(request: HttpRequest, proposal_id: int) -> DevelopmentProposal:
    """Return the proposal when the actor sees it, else not found."""
    found = developments_visible_to(request.actor).filter(pk=proposal_id).first()
    if found is None:
        raise Http404
    return found


@gate.roles(*LOOKING_ROLES)
def developments(request: HttpRequest) -> HttpResponse:
    """List the proposals in reach."""
    visible = developments_visible_to(request.actor).select_related("unit", "created_by", "result")
    page = page_of(request, visible.count())
    found = list(visible[page.window])
    running = development_jobs(found)
    for row in found:
        if halted(row, running.get(row.pk)):
            row.state = DevelopmentState.FAILED
    context = {
        "proposals": found,
        "page": page,
        "chips": STATE_CHIPS,
        "may_plan": not request.actor.scope(*PLANNING_ROLES).empty,
        "acts": DevelopmentAct.objects.filter(agency_id=request.actor.agency_id, active=True).count(),
    }
    return render(request, "plan/development/proposals.html", context)


@gate.roles(*PLANNING_ROLES)
@require_http_methods(["GET", "POST"])
def development_new(request: HttpRequest) -> HttpResponse:
    """Make a proposal and compute it: small ones while the officer waits, large ones in a job."""
    actor = request.actor
    form = DevelopmentForm(request.POST or None, actor=actor, tree=unit_tree(actor.agency_id, today()))
    if request.method == "POST" and form.is_valid():
        try:
            proposal = create_development(actor=actor, question=form.question())
        except RefusedError as error:
            form.add_error(None, error.answer.reason)
        else:
            return _compute(request, proposal)
    acts = DevelopmentAct.objects.filter(agency_id=actor.agency_id, active=True).count()
    return render(request, "plan/development/new.html", {"form": form, "acts": acts})


def _compute(request: HttpRequest, proposal: DevelopmentProposal) -> HttpResponse:
    """Compute now, or leave it to a job; a job that is still at it is left alone."""
    actor = request.actor
    job = development_jobs([proposal]).get(proposal.pk)
    path = proposal.unit.path if proposal.unit else ""
    holders = Incumbency.objects.filter(agency_id=actor.agency_id, post__unit__path__startswith=path).as_at(proposal.as_at)
    if proposal.state == DevelopmentState.RUNNING and not halted(proposal, job):
        messages.info(request, _("Usulan ini sedang dihitung."))
    elif holders[: INLINE_PEOPLE + 1].count() > INLINE_PEOPLE:
        with transaction.atomic():
            job_id = jobs.develop.options(once=f"plan.develop:{proposal.pk}").defer(
                agency_id=actor.agency_id, actor_id=actor.user_id, proposal_id=proposal.pk
            )
            queue_development(proposal, job_id)
    else:
        compute_development(actor=actor, proposal_id=proposal.pk)
    return redirect("plan:development", proposal.pk)


@gate.roles(*LOOKING_ROLES)
def development(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Show a proposal: what is done with the money, for whom, what is left out and why, and what more would buy."""
    found = found_development(request, proposal_id)
    job = development_jobs([found]).get(found.pk)
    stopped = halted(found, job)
    state = DevelopmentState.FAILED if stopped else DevelopmentState(found.state)
    context = {
        "proposal": found,
        "state": state,
        "halted": stopped,
        "job": job,
        "fault": said(found.fault) if found.fault else "",
        "chip": STATE_CHIPS[state],
        "may_plan": request.actor.scope(*PLANNING_ROLES).covers(found.unit.path if found.unit else ""),
        "steps": [_("Rancang"), _("Hitung dan periksa"), _("Ajukan")],
        "step": {"draft": 2, "running": 2, "failed": 2, "computed": 3, "proposed": 4}[state],
        "priorities": [(PriorityGroup(key).label, number) for key, number in found.priorities.items()],
        "step_size": STEP,
        **_result(found, state),
    }
    return render(request, "plan/development/proposal.html", context)


def _result(found: DevelopmentProposal, state: DevelopmentState) -> dict[str, object]:
    """Return what the page shows of a result; nothing when there is none, or when it is being made anew."""
    result = getattr(found, "result", None)
    if result is None or state not in {DevelopmentState.COMPUTED, DevelopmentState.PROPOSED}:
        return {"result": None}
    report, words, bought = result.report, headings(), steps(found, result)
    opds, current = by_opd(found, result), next(row for row in bought if row.current)
    following = next((row for row in bought if row.budget == found.budget + STEP), None)
    return {
        "result": result,
        "acts": by_act(found, result),
        "opds": sorted(opds, key=lambda row: (-row.short, row.share is None, row.share or 0, row.name)),
        "reasons": [(code, words[code], many) for code, many in by_reason(found)],
        "bought": bought,
        "current": current,
        "following": following,
        "left_out": [(result.acts[key], words[why]) for key, why in report["left_out"].items()],
        "unknown": sum(report["unknown"].values()),
        "unsure": sum(report["unsure"].values()),
        "changed": changed_since(found) if found.state == DevelopmentState.COMPUTED else [],
        "ceiling": beyond_ceiling(found, result.acts),
        "slack": result.bound - result.value,
    }


@gate.roles(*LOOKING_ROLES)
def development_progress(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Show only how far the job is; the page asks again every two seconds and reads the result when it is there."""
    found = found_development(request, proposal_id)
    job = development_jobs([found]).get(found.pk)
    answer = render(request, "plan/development/progress.html", {"proposal": found, "job": job})
    if found.state != DevelopmentState.RUNNING or halted(found, job):
        answer["HX-Refresh"] = "true"
    return answer


@gate.roles(*PLANNING_ROLES)
@require_POST
def development_compute(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Compute a proposal (again), as long as it is not submitted."""
    found = found_development(request, proposal_id)
    try:
        return _compute(request, found)
    except RefusedError as error:
        raise PermissionDenied(error.answer.reason) from error


@gate.roles(*PLANNING_ROLES)
@require_POST
def development_submit(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Submit a computed proposal."""
    found = found_development(request, proposal_id)
    try:
        submit_development(actor=request.actor, proposal_id=found.pk)
    except RefusedError as error:
        raise PermissionDenied(error.answer.reason) from error
    messages.success(request, _("Usulan diajukan. Penetapannya dilakukan oleh pejabat yang berwenang."))
    return redirect("plan:development", found.pk)


@gate.roles(*PLANNING_ROLES)
@require_POST
def development_delete(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Remove a proposal that was not submitted."""
    found = found_development(request, proposal_id)
    try:
        delete_development(actor=request.actor, proposal_id=found.pk)
    except RefusedError as error:
        raise PermissionDenied(error.answer.reason) from error
    messages.success(request, _("Usulan %(name)s dihapus.") % {"name": found.name})
    return redirect("plan:developments")


@gate.roles(*LOOKING_ROLES)
def development_proof(request: HttpRequest, proposal_id: int, name: str) -> HttpResponse:
    """Hand over a file of the proof, byte for byte as it was checked: keys and numbers only, no names."""
    found = found_development(request, proposal_id)
    result = getattr(found, "result", None)
    if result is None or name not in {"problem", "result"}:
        raise Http404
    response = HttpResponse(getattr(result, name), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="matang-pengembangan-{found.pk}-{name}.json"'
    return response
