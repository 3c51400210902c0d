"""Constraints that officers state about single persons: list, state, take back. Read only by those who plan."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.plan.choices import ScenarioState
from matang.flow.plan.pages.drafts import mine_or_404
from matang.flow.plan.pages.forms import ConstraintForm
from matang.flow.plan.permissions import PLANNING_ROLES
from matang.flow.plan.selectors.constraints import constraints_of
from matang.flow.plan.services.constraints import remove_constraint, state_constraint
from matang.flow.register.public import unit_tree
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today


@gate.roles(*PLANNING_ROLES)
@require_http_methods(["GET", "POST"])
def constraints(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """List a scenario's constraints and take a new one."""
    actor, found = request.actor, mine_or_404(request, scenario_id)
    form = ConstraintForm(request.POST or None, actor=actor, tree=unit_tree(actor.agency_id, today()))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            state_constraint(
                actor=actor, scenario_id=found.pk, person_id=data["nip"], kind=data["kind"], units=tuple(data["units"]),
                reason=data["reason"],
            )  # fmt: skip
        except RefusedError as error:
            form.add_error(None, error.answer.reason)
        else:
            messages.success(request, _("Pembatasan dicatat. Berlaku sejak perhitungan berikutnya."))
            return redirect("plan:constraints", found.pk)
    closed = found.state in {ScenarioState.PROPOSED, ScenarioState.DECIDED}
    context = {"scenario": found, "form": form, "rows": constraints_of(found), "closed": closed}
    return render(request, "plan/constraints.html", context)


@gate.roles(*PLANNING_ROLES)
@require_POST
def remove(request: HttpRequest, scenario_id: int, constraint_id: int) -> HttpResponse:
    """Take a constraint back."""
    found = mine_or_404(request, scenario_id)
    try:
        remove_constraint(actor=request.actor, scenario_id=found.pk, constraint_id=constraint_id)
    except RefusedError as error:
        messages.error(request, error.answer.reason)
    else:
        messages.success(request, _("Pembatasan dicabut. Catatannya tetap ada di jejak perubahan."))
    return redirect("plan:constraints", found.pk)
