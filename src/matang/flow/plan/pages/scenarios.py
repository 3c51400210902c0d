"""Scenarios: list, new, one with its proposals, compute, submit, and the files of its proof."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.plan import jobs
from matang.flow.plan.choices import (
    DEFAULT_WEIGHTS,
    HIGHEST_WEIGHT,
    INLINE_POSTS,
    PROPOSABLE_KINDS,
    RETIRING_CHOICES,
    USUAL_KINDS,
    ScenarioState,
    Weight,
)
from matang.flow.plan.models import PlacementScenario
from matang.flow.plan.permissions import LOOKING_ROLES, PLANNING_ROLES
from matang.flow.plan.selectors.scenarios import jobs_of, scenarios_visible_to, stopped
from matang.flow.plan.selectors.shortlists import shortlists
from matang.flow.plan.services.questions import Question
from matang.flow.plan.services.sayings import said
from matang.flow.plan.services.scenarios import create_scenario, queue_scenario, submit_scenario
from matang.flow.plan.services.solving import solve_scenario
from matang.flow.register.public import PostKind, UnitTree, unit_tree
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today

STATE_CHIPS = {
    ScenarioState.DRAFT: "",
    ScenarioState.RUNNING: "info",
    ScenarioState.FAILED: "fail",
    ScenarioState.SOLVED: "info",
    ScenarioState.PROPOSED: "warn",
    ScenarioState.DECIDED: "pass",
}
SHOWN = 100


class ScenarioForm(forms.Form):
    """What a scenario asks."""

    name = forms.CharField(max_length=120, label=gettext_lazy("Nama skenario"))
    unit = forms.TypedChoiceField(
        coerce=int,
        empty_value=None,
        required=False,
        label=gettext_lazy("Lingkup"),
        help_text=gettext_lazy("Jabatan lowong di unit ini dan di bawahnya."),
    )
    kinds = forms.MultipleChoiceField(
        choices=[(kind, PostKind(kind).label) for kind in PROPOSABLE_KINDS],
        initial=list(USUAL_KINDS),
        widget=forms.CheckboxSelectMultiple,
        label=gettext_lazy("Jenis jabatan yang diisi"),
    )

    retiring_within = forms.TypedChoiceField(
        coerce=int,
        initial=0,
        label=gettext_lazy("Jabatan mana yang dicarikan calon"),
        help_text=gettext_lazy(
            "Jabatan yang hanya dijabat pelaksana tugas selalu ikut. Jabatan yang pemangkunya segera pensiun dapat disiapkan "
            "lebih dulu; penggantinya baru berlaku sesudah tempatnya kosong."
        ),
    )

    def __init__(self, *args: object, actor: Actor, tree: UnitTree, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        scope = actor.scope(*PLANNING_ROLES)
        whole = [("", _("Seluruh instansi"))] if scope.everything else []
        self.fields["unit"].choices = [
            *whole,
            *[(node.id, "– " * node.depth + node.name) for node in tree.walk() if scope.covers(node.path) and node.depth < 2],
        ]
        self.fields["unit"].required = not whole
        self.fields["retiring_within"].choices = [
            (
                months,
                _("Lowong, dan yang pemangkunya pensiun dalam %(n)s bulan") % {"n": months} if months else _("Hanya yang lowong"),
            )
            for months in RETIRING_CHOICES
        ]
        for key, number in DEFAULT_WEIGHTS.items():
            self.fields[f"weight_{key.value}"] = forms.IntegerField(
                min_value=0, max_value=HIGHEST_WEIGHT, initial=number, required=False, label=Weight(key).label
            )

    @property
    def weight_fields(self) -> list[forms.BoundField]:
        """The fields of the weights, which the page shows apart."""
        return [self[f"weight_{key}"] for key in Weight.values]

    def question(self) -> Question:
        """Return what was asked."""
        data = self.cleaned_data
        given = {key: data[f"weight_{key}"] for key in Weight.values}
        weights = {key: number for key, number in given.items() if number is not None}
        kinds = tuple(data["kinds"])
        return Question(data["name"], data["unit"], kinds, weights, retiring_within=data["retiring_within"])


def found_or_404(request: HttpRequest, scenario_id: int) -> PlacementScenario:
    """Return the scenario when the actor sees it."""
    scenario = scenarios_visible_to(request.actor).filter(pk=scenario_id).first()
    if scenario is None:
        raise Http404
    return scenario


@gate.roles(*LOOKING_ROLES)
def scenarios(request: HttpRequest) -> HttpResponse:
    """List the scenarios in reach."""
    counted = scenarios_visible_to(request.actor).annotate(
        asked=Count("posts"), decided=Count("posts", filter=Q(posts__decided_at__isnull=False))
    )
    found = list(counted[:SHOWN])
    running = jobs_of(found)
    for row in found:
        if stopped(row, running.get(row.pk)):
            row.state = ScenarioState.FAILED
    may_plan = not request.actor.scope(*PLANNING_ROLES).empty
    return render(request, "plan/scenarios.html", {"scenarios": found, "chips": STATE_CHIPS, "may_plan": may_plan})


@gate.roles(*PLANNING_ROLES)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Make a scenario and compute it: small ones while the officer waits, large ones in a job."""
    actor = request.actor
    form = ScenarioForm(request.POST or None, actor=actor, tree=unit_tree(actor.agency_id, today()))
    if request.method == "POST" and form.is_valid():
        try:
            scenario = create_scenario(actor=actor, question=form.question())
        except RefusedError as error:
            form.add_error(None, error.answer.reason)
        else:
            return _compute(request, scenario)
    return render(request, "plan/new.html", {"form": form})


def _compute(request: HttpRequest, scenario: PlacementScenario) -> HttpResponse:
    """Compute now, or leave it to a job; a job that is still at it is left alone."""
    actor = request.actor
    job = jobs_of([scenario]).get(scenario.pk)
    if scenario.state == ScenarioState.RUNNING and not stopped(scenario, job):
        messages.info(request, _("Skenario ini sedang dihitung."))
    elif scenario.posts.count() > INLINE_POSTS:
        with transaction.atomic():
            job_id = jobs.solve.options(once=f"plan.solve:{scenario.pk}").defer(
                agency_id=actor.agency_id, actor_id=actor.user_id, scenario_id=scenario.pk
            )
            queue_scenario(scenario, job_id)
    else:
        solve_scenario(actor=actor, scenario_id=scenario.pk)
    return redirect("plan:scenario", scenario.pk)


@gate.roles(*LOOKING_ROLES)
def scenario(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """Show a scenario: for each post the proposed person, the distance to the runner-up, and the proof."""
    found = found_or_404(request, scenario_id)
    job = jobs_of([found]).get(found.pk)
    halted = stopped(found, job)
    state = ScenarioState.FAILED if halted else ScenarioState(found.state)
    context = {
        "scenario": found,
        "state": state,
        "halted": halted,
        "job": job,
        "fault": said(found.fault) if found.fault else "",
        "lists": shortlists(found),
        "result": getattr(found, "result", None),
        "chip": STATE_CHIPS[state],
        "weights": [(Weight(key).label, number) for key, number in found.weights.items()],
        "may_plan": request.actor.scope(*PLANNING_ROLES).covers(found.unit.path if found.unit else ""),
        "steps": [_("Rancang"), _("Hitung dan periksa"), _("Ajukan"), _("Putuskan")],
        "step": {"draft": 2, "running": 2, "failed": 2, "solved": 3, "proposed": 4, "decided": 5}[state],
    }
    return render(request, "plan/scenario.html", context)


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
        return _compute(request, found)
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
    if result is None or name not in {"problem", "result"}:
        raise Http404
    response = HttpResponse(getattr(result, name), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="matang-{found.pk}-{name}.json"'
    return response
