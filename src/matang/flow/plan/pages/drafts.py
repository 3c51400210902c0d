"""Make a scenario, change it, pick its posts, copy, rename and delete it."""

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.plan.choices import PROPOSABLE_KINDS, USUAL_KINDS, ScenarioState
from matang.flow.plan.models import PlacementScenario
from matang.flow.plan.pages.forms import ScenarioForm, initial_of
from matang.flow.plan.pages.scenarios import compute_now_or_later, found_or_404
from matang.flow.plan.permissions import PLANNING_ROLES, may_plan
from matang.flow.plan.selectors.openings import Opening, openings
from matang.flow.plan.services.questions import units_asked
from matang.flow.plan.services.scenarios import (
    change_scenario,
    copy_scenario,
    create_scenario,
    delete_scenario,
    question_of,
    rename_scenario,
)
from matang.flow.register.public import unit_tree
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.ui.refusals import demand

DRAFT = "rancangan"


def mine_or_404(request: HttpRequest, scenario_id: int) -> PlacementScenario:
    """Return the scenario when the actor sees it; refuse, with the reason, one that is not theirs to change."""
    found = found_or_404(request, scenario_id)
    demand(may_plan(request.actor, found.unit.path if found.unit else ""))
    return found


@gate.roles(*PLANNING_ROLES)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Make a scenario; compute it at once, or keep it as a draft."""
    actor = request.actor
    form = ScenarioForm(request.POST or None, actor=actor, tree=unit_tree(actor.agency_id, today()))
    if request.method == "POST" and form.is_valid():
        try:
            scenario = create_scenario(actor=actor, question=form.question())
        except RefusedError as error:
            form.add_error(None, error.answer.reason)
        else:
            return _kept(request, scenario)
    return render(request, "plan/new.html", {"form": form, "scenario": None})


@gate.roles(*PLANNING_ROLES)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """Change what a scenario asks, as long as it is not before the panel."""
    actor, found = request.actor, mine_or_404(request, scenario_id)
    tree = unit_tree(actor.agency_id, today())
    form = ScenarioForm(request.POST or None, actor=actor, tree=tree, initial=initial_of(found))
    if request.method == "POST" and form.is_valid():
        try:
            change_scenario(actor=actor, scenario_id=found.pk, question=form.question(tuple(found.post_ids)))
        except RefusedError as error:
            form.add_error(None, error.answer.reason)
        else:
            return _kept(request, found_or_404(request, scenario_id))
    return render(request, "plan/new.html", {"form": form, "scenario": found, "closed": _closed(found)})


def _closed(scenario: PlacementScenario) -> bool:
    return scenario.state in {ScenarioState.PROPOSED, ScenarioState.DECIDED}


def _kept(request: HttpRequest, scenario: PlacementScenario) -> HttpResponse:
    if DRAFT in request.POST:
        messages.success(request, _("Rancangan disimpan. Belum ada yang dihitung."))
        return redirect("plan:scenario", scenario.pk)
    return compute_now_or_later(request, scenario)


@gate.roles(*PLANNING_ROLES)
@require_http_methods(["GET", "POST"])
def posts(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """Pick single posts out of those that are open in the scope; none picked = all of them."""
    found = mine_or_404(request, scenario_id)
    question = question_of(found)
    offered = _offered(found)
    fault = ""
    if request.method == "POST":
        known = {opening.post_id for opening in offered}
        picked = tuple(int(key) for key in request.POST.getlist("jabatan") if key.isdecimal() and int(key) in known)
        try:
            changed = replace(question, posts=() if len(picked) == len(known) else picked) if picked else None
            if changed is None:
                fault = _("Pilih sedikitnya satu jabatan.")
            else:
                change_scenario(actor=request.actor, scenario_id=found.pk, question=changed)
                messages.success(request, _("Pilihan jabatan disimpan. Hitung untuk melihat usulannya."))
                return redirect("plan:scenario", found.pk)
        except RefusedError as error:
            fault = error.answer.reason
    tree = unit_tree(found.agency_id, found.as_at)
    groups: dict[str, list[Opening]] = {}
    for opening in sorted(offered, key=lambda row: (row.unit_path, row.name)):
        opd = tree.opd_of(opening.unit_path)
        groups.setdefault(opd.name if opd else "–", []).append(opening)
    context = {"scenario": found, "groups": groups, "picked": set(found.post_ids), "fault": fault, "total": len(offered)}
    return render(request, "plan/posts.html", context | {"closed": _closed(found)})


def _offered(scenario: PlacementScenario) -> list[Opening]:
    """Return the posts that are open in a scenario's scope."""
    units = units_asked(scenario.agency_id, question_of(scenario))
    kinds = [kind for kind in scenario.kinds if kind in PROPOSABLE_KINDS] or list(USUAL_KINDS)
    paths = [unit.path for unit in units] or [""]
    return openings(scenario.agency_id, scenario.as_at, unit_path=paths, kinds=kinds, retiring_within=scenario.retiring_within)


@gate.roles(*PLANNING_ROLES)
@require_POST
def copy(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """Copy a scenario as a draft, for the same day or for today."""
    found = mine_or_404(request, scenario_id)
    try:
        day = today() if request.POST.get("hari_ini") else None
        made = copy_scenario(actor=request.actor, scenario_id=found.pk, as_at=day)
    except RefusedError as error:
        messages.error(request, error.answer.reason)
        return redirect("plan:scenario", found.pk)
    messages.success(request, _("Salinan dibuat sebagai rancangan. Ubah yang perlu, lalu hitung."))
    return redirect("plan:edit", made.pk)


@gate.roles(*PLANNING_ROLES)
@require_POST
def rename(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """Call a scenario something else."""
    found = mine_or_404(request, scenario_id)
    try:
        rename_scenario(actor=request.actor, scenario_id=found.pk, name=request.POST.get("name", ""))
    except RefusedError as error:
        messages.error(request, error.answer.reason)
    else:
        messages.success(request, _("Nama skenario diganti."))
    return redirect("plan:scenario", found.pk)


@gate.roles(*PLANNING_ROLES)
@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """Ask once more, then delete a scenario that has not been before the panel."""
    found = mine_or_404(request, scenario_id)
    if request.method == "GET":
        return render(request, "plan/delete.html", {"scenario": found, "closed": _closed(found), "posts": found.posts.count()})
    try:
        delete_scenario(actor=request.actor, scenario_id=found.pk)
    except RefusedError as error:
        raise PermissionDenied(error.answer.reason) from error
    messages.success(request, _("Skenario %(name)s dihapus.") % {"name": found.name})
    return redirect("plan:scenarios")
