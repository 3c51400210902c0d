"""Scenarios: list, one with its proposals, compute, submit, and the files of its proof."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from matang.flow.plan import jobs
from matang.flow.plan.choices import INLINE_POSTS, ScenarioState, Weight
from matang.flow.plan.models import PlacementScenario
from matang.flow.plan.permissions import LOOKING_ROLES, PLANNING_ROLES
from matang.flow.plan.selectors.scenarios import (
    SORTS,
    ListQuestion,
    jobs_of,
    scenarios_asked,
    scenarios_visible_to,
    stopped,
)
from matang.flow.plan.selectors.shortlists import shortlists
from matang.flow.plan.services.asked import asked_lines, costs_of
from matang.flow.plan.services.refusals import said_refusals
from matang.flow.plan.services.sayings import said
from matang.flow.plan.services.scenarios import BusyError, queue_scenario, submit_scenario
from matang.flow.plan.services.solving import certificate_of, solve_scenario
from matang.flow.plan.services.stale import stale_changes
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.ui.asking import query_of
from matang.ui.paging import SHORT, page_of

STATE_CHIPS = {
    ScenarioState.DRAFT: "",
    ScenarioState.RUNNING: "info",
    ScenarioState.FAILED: "fail",
    ScenarioState.SOLVED: "info",
    ScenarioState.PROPOSED: "warn",
    ScenarioState.DECIDED: "pass",
}
CAN_BE_STALE = {ScenarioState.SOLVED, ScenarioState.PROPOSED, ScenarioState.RUNNING, ScenarioState.FAILED, ScenarioState.DRAFT}
FIRST_CHANGES = 8
POSTS_A_PAGE = 60


def found_or_404(request: HttpRequest, scenario_id: int) -> PlacementScenario:
    """Return the scenario when the actor sees it."""
    scenario = scenarios_visible_to(request.actor).filter(pk=scenario_id).first()
    if scenario is None:
        raise Http404
    return scenario


@gate.roles(*LOOKING_ROLES)
def scenarios(request: HttpRequest) -> HttpResponse:
    """List the scenarios in reach: search by name, filter by state, sort, page by page."""
    question = ListQuestion(
        text=request.GET.get("q", "").strip()[:100],
        state=request.GET.get("status", "") if request.GET.get("status") in ScenarioState.values else "",
        order=request.GET.get("urut", "") if request.GET.get("urut", "").lstrip("-") in SORTS else "-dibuat",
    )
    asked = scenarios_asked(request.actor, question)
    page = page_of(request, asked.count(), size=SHORT)
    found = list(asked[page.window])
    running = jobs_of(found)
    for row in found:
        if stopped(row, running.get(row.pk)):
            row.state = ScenarioState.FAILED
    context = {
        "scenarios": found,
        "chips": STATE_CHIPS,
        "may_plan": not request.actor.scope(*PLANNING_ROLES).empty,
        "page": page,
        "question": question,
        "states": ScenarioState.choices,
        "sorted_query": query_of(request, "urut", "halaman"),
        "any": bool(found) or bool(question.text or question.state),
    }
    return render(request, "plan/scenarios.html", context)


def compute_now_or_later(request: HttpRequest, scenario: PlacementScenario) -> HttpResponse:
    """Compute now, or leave it to a job; a job that is still at it is left alone."""
    actor = request.actor
    job = jobs_of([scenario]).get(scenario.pk)
    if scenario.state == ScenarioState.RUNNING and not stopped(scenario, job):
        messages.info(request, _("Skenario ini sedang dihitung."))
    elif scenario.posts.count() > INLINE_POSTS:
        with transaction.atomic():
            job_id = jobs.solve.options(lock=f"plan.solve:{actor.agency_id}", once=f"plan.solve:{scenario.pk}").defer(
                agency_id=actor.agency_id, actor_id=actor.user_id, scenario_id=scenario.pk
            )
            queue_scenario(scenario, job_id)
    else:
        try:
            solve_scenario(actor=actor, scenario_id=scenario.pk)
        except BusyError as error:
            messages.info(request, str(error))
    return redirect("plan:scenario", scenario.pk)


@gate.roles(*LOOKING_ROLES)
def scenario(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """Show a scenario: for each post the proposed person, the distance to the runner-up, and the proof."""
    found = found_or_404(request, scenario_id)
    job = jobs_of([found]).get(found.pk)
    halted = stopped(found, job)
    state = ScenarioState.FAILED if halted else ScenarioState(found.state)
    text = request.GET.get("q", "").strip()[:100]
    asked = found.posts.filter(post__name__icontains=text) if text else found.posts.all()
    page = page_of(request, asked.count(), size=POSTS_A_PAGE)
    lists = shortlists(found, window=page.window, text=text)
    changes = stale_changes(found) if state in CAN_BE_STALE else []
    may_plan = request.actor.scope(*PLANNING_ROLES).covers(found.unit.path if found.unit else "")
    context = {
        "scenario": found,
        "state": state,
        "halted": halted,
        "job": job,
        "fault": said(found.fault) if found.fault else "",
        "lists": lists,
        "refusals": {row.asked.post_id: said_refusals(row.asked.refusals) for row in lists},
        "page": page,
        "text": text,
        "result": getattr(found, "result", None),
        "chip": STATE_CHIPS[state],
        "weights": [(Weight(key).label, number) for key, number in found.weights.items()],
        "asked": asked_lines(found),
        "costs": costs_of(found),
        "changes": changes[:FIRST_CHANGES],
        "more_changes": max(0, len(changes) - FIRST_CHANGES),
        "constraints": found.constraints.count() if may_plan else 0,
        "may_plan": may_plan,
        "open": state in {ScenarioState.DRAFT, ScenarioState.FAILED, ScenarioState.SOLVED},
        "steps": [_("Rancang"), _("Hitung dan periksa"), _("Ajukan"), _("Putuskan")],
        "step": {"draft": 2, "running": 2, "failed": 2, "solved": 3, "proposed": 4, "decided": 5}[state],
    }
    return render(request, "plan/scenario.html", context)


@gate.roles(*LOOKING_ROLES)
def changes(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """List everything that changed since the scenario was computed."""
    found = found_or_404(request, scenario_id)
    every = stale_changes(found)
    page = page_of(request, len(every), size=POSTS_A_PAGE)
    return render(request, "plan/changes.html", {"scenario": found, "page": page, "changes": every[page.window]})


@gate.roles(*LOOKING_ROLES)
def progress(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """Show only how far the job is; the page asks again every two seconds and reads the result when it is there."""
    found = found_or_404(request, scenario_id)
    job = jobs_of([found]).get(found.pk)
    answer = render(request, "plan/progress.html", {"scenario": found, "job": job})
    if found.state != ScenarioState.RUNNING or stopped(found, job):
        answer["HX-Refresh"] = "true"
    return answer


@gate.roles(*PLANNING_ROLES)
@require_POST
def compute(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """Compute a scenario (again), as long as it is not before the panel."""
    found = found_or_404(request, scenario_id)
    try:
        return compute_now_or_later(request, found)
    except RefusedError as error:
        raise PermissionDenied(error.answer.reason) from error


@gate.roles(*PLANNING_ROLES)
@require_POST
def submit(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """Lay a computed scenario before the panel."""
    found = found_or_404(request, scenario_id)
    try:
        submit_scenario(actor=request.actor, scenario_id=found.pk)
    except RefusedError as error:
        raise PermissionDenied(error.answer.reason) from error
    messages.success(request, _("Skenario diajukan ke tim penilai."))
    return redirect("plan:scenario", found.pk)


@gate.roles(*LOOKING_ROLES)
def proof(request: HttpRequest, scenario_id: int, name: str) -> HttpResponse:
    """Hand over a file of the proof, byte for byte as it was checked: keys and numbers only, no names."""
    found = found_or_404(request, scenario_id)
    result = getattr(found, "result", None)
    if result is None or name not in {"problem", "result", "certificate"}:
        raise Http404
    content = certificate_of(result) if name == "certificate" else getattr(result, name)
    response = HttpResponse(content, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="matang-{found.pk}-{name}.json"'
    return response
