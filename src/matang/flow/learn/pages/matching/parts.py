"""The parts of a round: periods, places and regions, each added, changed and removed."""

from django import forms
from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.learn.models import MatchingRound, RoundPeriod, RoundPlace, RoundRegion
from matang.flow.learn.pages.hosts.asking import demand_keeper, form_page
from matang.flow.learn.pages.matching.forms import PeriodForm, PlaceForm, RegionForm
from matang.flow.learn.pages.matching.rounds import crumbs_of, round_or_404
from matang.flow.learn.permissions import HOST_ROLES
from matang.flow.learn.services.matching.rounds import (
    remove_period,
    remove_place,
    remove_region,
    save_period,
    save_place,
    save_region,
)
from matang.foundation.access import gate
from matang.ui.refusals import onto, telling


def _part(request: HttpRequest, model: type[Model], key: int) -> Model:
    found = model._default_manager.filter(pk=key, agency_id=request.actor.agency_id).select_related("round").first()
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


def _keep_period(request: HttpRequest, period: RoundPeriod, title: str) -> HttpResponse:
    demand_keeper(request)
    found, form = period.round, PeriodForm(request.POST or None, instance=period)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            save_period(actor=request.actor, period=form.instance)
            messages.success(request, _("Masa disimpan."))
            return redirect("learn:round", found.pk)
    return _page(request, form, found, title, reverse("learn:period_remove", args=[period.pk]) if period.pk else "")


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def period_new(request: HttpRequest, round_id: int) -> HttpResponse:
    """Add a period."""
    found = round_or_404(request, round_id)
    return _keep_period(request, RoundPeriod(agency_id=found.agency_id, round=found), _("Masa baru"))


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def period_change(request: HttpRequest, period_id: int) -> HttpResponse:
    """Mend a period."""
    return _keep_period(request, _part(request, RoundPeriod, period_id), _("Ubah masa"))  # type: ignore[arg-type]


@gate.roles(*HOST_ROLES)
@require_POST
def period_remove(request: HttpRequest, period_id: int) -> HttpResponse:
    """Remove a period."""
    found = _part(request, RoundPeriod, period_id)
    demand_keeper(request)
    with telling(request):
        remove_period(actor=request.actor, period_id=period_id)
        messages.success(request, _("Masa dihapus."))
    return redirect("learn:round", found.round_id)  # type: ignore[attr-defined]


def _keep_place(request: HttpRequest, place: RoundPlace, title: str) -> HttpResponse:
    demand_keeper(request)
    found = place.round
    form = PlaceForm(request.POST or None, found=found, instance=place)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            saved = save_place(actor=request.actor, place=form.instance)
            messages.success(request, _("Tempat %(code)s disimpan.") % {"code": saved.code})
            return redirect("learn:round", found.pk)
    return _page(request, form, found, title, reverse("learn:place_remove", args=[place.pk]) if place.pk else "")


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def place_new(request: HttpRequest, round_id: int) -> HttpResponse:
    """Add a host in a period."""
    found = round_or_404(request, round_id)
    return _keep_place(request, RoundPlace(agency_id=found.agency_id, round=found), _("Tempat baru"))


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def place_change(request: HttpRequest, place_id: int) -> HttpResponse:
    """Mend a place."""
    return _keep_place(request, _part(request, RoundPlace, place_id), _("Ubah tempat"))  # type: ignore[arg-type]


@gate.roles(*HOST_ROLES)
@require_POST
def place_remove(request: HttpRequest, place_id: int) -> HttpResponse:
    """Remove a place that nobody wishes."""
    found = _part(request, RoundPlace, place_id)
    demand_keeper(request)
    with telling(request):
        remove_place(actor=request.actor, place_id=place_id)
        messages.success(request, _("Tempat dihapus."))
    return redirect("learn:round", found.round_id)  # type: ignore[attr-defined]


def _keep_region(request: HttpRequest, region: RoundRegion, title: str) -> HttpResponse:
    demand_keeper(request)
    found, form = region.round, RegionForm(request.POST or None, instance=region)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            save_region(actor=request.actor, region=form.instance)
            messages.success(request, _("Daerah disimpan."))
            return redirect("learn:round", found.pk)
    return _page(request, form, found, title, reverse("learn:region_remove", args=[region.pk]) if region.pk else "")


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def region_new(request: HttpRequest, round_id: int) -> HttpResponse:
    """Add a region."""
    found = round_or_404(request, round_id)
    return _keep_region(request, RoundRegion(agency_id=found.agency_id, round=found), _("Daerah baru"))


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def region_change(request: HttpRequest, region_id: int) -> HttpResponse:
    """Mend a region."""
    return _keep_region(request, _part(request, RoundRegion, region_id), _("Ubah daerah"))  # type: ignore[arg-type]


@gate.roles(*HOST_ROLES)
@require_POST
def region_remove(request: HttpRequest, region_id: int) -> HttpResponse:
    """Remove a region that nobody comes from."""
    found = _part(request, RoundRegion, region_id)
    demand_keeper(request)
    with telling(request):
        remove_region(actor=request.actor, region_id=region_id)
        messages.success(request, _("Daerah dihapus."))
    return redirect("learn:round", found.round_id)  # type: ignore[attr-defined]
