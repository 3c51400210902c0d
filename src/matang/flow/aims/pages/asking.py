"""Which plan a page is about."""

from datetime import date

from django.http import HttpRequest

from matang.flow.aims.models import AimPlan
from matang.flow.aims.selectors.trees import plans_of
from matang.ui.asking import number_in


def plan_asked(request: HttpRequest, day: date) -> tuple[AimPlan | None, list[AimPlan]]:
    """Return the plan to show and all plans: the one asked for, else the RPJMD of the day, else the newest."""
    plans = list(plans_of(request.actor))
    wanted = number_in(request, "dokumen")
    chosen = next((plan for plan in plans if plan.pk == wanted), None)
    if chosen is None:
        current = (plan for plan in plans if plan.kind == "rpjmd" and plan.year_from <= day.year <= plan.year_to)
        chosen = next(current, None) or next(iter(plans), None)
    return chosen, plans
