"""The costs of a sending by each rule, and the choice between them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from matang.flow.learn.choices import BEING_PREPARED, SendingCost
from matang.flow.learn.models import SendingOrder
from matang.flow.learn.pages.sendings.page import sending_or_404
from matang.flow.learn.permissions import SENDER_ROLES, may_keep_tariffs, may_prepare_sending
from matang.flow.learn.selectors.costs import compare_costs, places_known, thawed
from matang.flow.learn.services.costs import choose_cost_rule
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.refusals import demand, telling


@gate.signed_in
@require_safe
def costs(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Show both rules side by side; after the order what was frozen."""
    actor, found = request.actor, sending_or_404(request, sending_id)
    answer = may_prepare_sending(actor, found.unit.path)
    order = SendingOrder.objects.filter(sending=found).first()
    compared = compare_costs(found, today())
    context = {
        "sending": found,
        "compared": compared,
        "rules": sorted(thawed(order.lines) if order else compared.rules, key=lambda cost: cost.rule != found.cost_rule),
        "order": order,
        "places": places_known(found.agency_id),
        "choices": SendingCost.choices,
        "may_choose": bool(answer) and found.state in BEING_PREPARED,
        "keeps_tariffs": bool(may_keep_tariffs(actor)),
    }
    return render(request, "learn/costs/compare.html", context)


@gate.roles(*SENDER_ROLES)
@require_POST
def cost_choose(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Choose the rule and what the costs are computed on."""
    found = sending_or_404(request, sending_id)
    demand(may_prepare_sending(request.actor, found.unit.path))
    trips = request.POST.get("local_trips") or "0"
    number = int(trips) if trips.isdecimal() and len(trips) < 6 else -1
    said = {"rule": request.POST.get("rule", ""), "place": request.POST.get("place", "")}
    with telling(request):
        choose_cost_rule(actor=request.actor, sending_id=found.pk, local_trips=number, **said)
        messages.success(request, _("Dasar biaya disimpan."))
    return redirect("learn:costs", found.pk)
