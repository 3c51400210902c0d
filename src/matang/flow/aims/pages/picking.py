"""The addresses behind the pickers of aims and indicators, and how a form of any stage offers them."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from matang.flow.aims.models import Aim
from matang.flow.aims.selectors.picking import (
    aim_offer,
    aims_to_pick,
    indicator_offer,
    indicators_to_pick,
    others_to_pick,
    parents_to_pick,
    places_to_pick,
)
from matang.flow.register.public import Unit
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.asking import number_in
from matang.ui.picking import offers_found, words_of


def _near(request: HttpRequest) -> str:
    """Return the path of the unit that ``?unit=`` names, empty where the actor's agency has none such."""
    key = number_in(request, "unit")
    found = Unit.objects.filter(pk=key, agency_id=request.actor.agency_id).values_list("path", flat=True) if key else None
    return (found.first() or "") if found is not None else ""


@gate.signed_in
@require_safe
def aim_pick(request: HttpRequest) -> JsonResponse:
    """Offer aims of the actor's agency that hold today.

    Those that one act may serve; with ``?bukan=`` an aim those that it may be tied to, with ``?pindah=`` those that it may be
    hung under; with ``?program=`` those that a programme may be hung under; ``?semua=`` those of every level.
    """
    actor, day, words = request.actor, today(), words_of(request)
    moved, tied = _named(request, "pindah"), _named(request, "bukan")
    if moved:
        rows = parents_to_pick(actor, day, words, aim=moved)
    elif "program" in request.GET:
        rows = places_to_pick(actor, day, words)
    elif tied or "semua" in request.GET:
        rows = others_to_pick(actor, day, words, aim=tied)
    else:
        rows = aims_to_pick(actor, day, words, near=_near(request))
    return offers_found(request, rows, aim_offer)


def _named(request: HttpRequest, name: str) -> Aim | None:
    key = number_in(request, name)
    return Aim.objects.filter(pk=key, agency_id=request.actor.agency_id).select_related("unit").first() if key else None


@gate.signed_in
@require_safe
def indicator_pick(request: HttpRequest) -> JsonResponse:
    """Offer indicators of the actor's agency that hold today, those of the aim ``?beside=`` first."""
    beside = _named(request, "beside")
    path = beside.path if beside else ""
    rows = indicators_to_pick(request.actor, today(), words_of(request), near=_near(request), aim_path=path)
    return offers_found(request, rows, indicator_offer)
