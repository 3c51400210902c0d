"""The parts of a round: periods, places, regions and ceilings, each added, changed and removed in the same way."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.learn.models import MatchingRound, RoundCeiling, RoundPeriod, RoundPlace, RoundRegion
from matang.flow.learn.pages.hosts.asking import demand_keeper, form_page
from matang.flow.learn.pages.matching.forms import CeilingForm, PeriodForm, PlaceForm, RegionForm
from matang.flow.learn.pages.matching.rounds import crumbs_of, round_or_404
from matang.flow.learn.permissions import HOST_ROLES
from matang.flow.learn.services.matching.rounds import (
    remove_ceiling,
    remove_period,
    remove_place,
    remove_region,
    save_ceiling,
    save_period,
    save_place,
    save_region,
)
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.ui.refusals import onto, telling

Part = RoundPeriod | RoundPlace | RoundRegion | RoundCeiling


@dataclass(frozen=True, slots=True)
class Way:
    """How one sort of part is kept, and what is said of it; ``saved`` may say its ``code``."""

    model: type[Part]
    form: Callable[..., forms.ModelForm]
    save: Callable[[Actor, Any], Part]
    remove: Callable[[Actor, int], None]
    new: Any
    change: Any
    saved: Any
    removed: Any


WAYS = {
    "period": Way(
        RoundPeriod,
        lambda data, part: PeriodForm(data, instance=part),
        lambda actor, part: save_period(actor=actor, period=part),
        lambda actor, key: remove_period(actor=actor, period_id=key),
        gettext_lazy("Masa baru"), gettext_lazy("Ubah masa"), gettext_lazy("Masa disimpan."), gettext_lazy("Masa dihapus."),
    ),
    "place": Way(
        RoundPlace,
        lambda data, part: PlaceForm(data, found=part.round, instance=part),
        lambda actor, part: save_place(actor=actor, place=part),
        lambda actor, key: remove_place(actor=actor, place_id=key),
        gettext_lazy("Tempat baru"), gettext_lazy("Ubah tempat"), gettext_lazy("Tempat %(code)s disimpan."),
        gettext_lazy("Tempat dihapus."),
    ),
    "region": Way(
        RoundRegion,
        lambda data, part: RegionForm(data, instance=part),
        lambda actor, part: save_region(actor=actor, region=part),
        lambda actor, key: remove_region(actor=actor, region_id=key),
        gettext_lazy("Daerah baru"), gettext_lazy("Ubah daerah"), gettext_lazy("Daerah disimpan."),
        gettext_lazy("Daerah dihapus."),
    ),
    "ceiling": Way(
        RoundCeiling,
        lambda data, part: CeilingForm(data, found=part.round, instance=part),
        lambda actor, part: save_ceiling(actor=actor, ceiling=part),
        lambda actor, key: remove_ceiling(actor=actor, ceiling_id=key),
        gettext_lazy("Batas baru"), gettext_lazy("Ubah batas"), gettext_lazy("Batas disimpan."), gettext_lazy("Batas dihapus."),
    ),
}  # fmt: skip


def _part_or_404(request: HttpRequest, sort: str, key: int) -> Any:
    found = WAYS[sort].model.objects.filter(pk=key, agency_id=request.actor.agency_id).select_related("round").first()
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, form: forms.BaseForm, found: MatchingRound, title: str, remove: str = "") -> HttpResponse:
    """Return the page of a part's form; ``remove`` is the address that removes it."""
    warning = _("Hasil hitungan yang ada dihapus bila ini disimpan.") if found.computed_at else ""
    return form_page(
        request, form, title, _("Simpan"), crumbs=crumbs_of(found, title), back=reverse("learn:round", args=[found.pk]),
        lead=found.name, warning=warning, remove=(_("Hapus"), remove) if remove else None,
    )  # fmt: skip


def _kept(request: HttpRequest, sort: str, part: Any, title: str) -> HttpResponse:
    demand_keeper(request)
    way, found = WAYS[sort], part.round
    form = way.form(request.POST or None, part)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            saved = way.save(request.actor, form.instance)
            messages.success(request, way.saved % {"code": getattr(saved, "code", "")})
            return redirect("learn:round", found.pk)
    return _page(request, form, found, title, reverse(f"learn:{sort}_remove", args=[part.pk]) if part.pk else "")


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def part_new(request: HttpRequest, round_id: int, sort: str) -> HttpResponse:
    """Add a part to a round."""
    found = round_or_404(request, round_id)
    way = WAYS[sort]
    return _kept(request, sort, way.model(agency_id=found.agency_id, round=found), str(way.new))


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def part_change(request: HttpRequest, part_id: int, sort: str) -> HttpResponse:
    """Mend a part."""
    return _kept(request, sort, _part_or_404(request, sort, part_id), str(WAYS[sort].change))


@gate.roles(*HOST_ROLES)
@require_POST
def part_remove(request: HttpRequest, part_id: int, sort: str) -> HttpResponse:
    """Remove a part that nothing needs: a period without places, a place nobody wishes, a region nobody comes from."""
    found = _part_or_404(request, sort, part_id)
    demand_keeper(request)
    with telling(request):
        WAYS[sort].remove(request.actor, part_id)
        messages.success(request, WAYS[sort].removed)
    return redirect("learn:round", found.round_id)
