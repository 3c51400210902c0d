"""Give an aim an indicator, say it better, end it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from matang.flow.aims.models import Aim, Indicator
from matang.flow.aims.pages.editing import changeable, crumbs_of, form_page
from matang.flow.aims.pages.forms import EndForm, IndicatorForm, ReasonForm
from matang.flow.aims.permissions import EDITOR_ROLES
from matang.flow.aims.selectors.indicators import indicator_visible_to
from matang.flow.aims.services.indicators import end_indicator, restore_indicator, set_indicator
from matang.flow.aims.services.writing import version_of
from matang.flow.register.public import unit_tree
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.refusals import onto

NAMES = (
    "name", "measure_unit", "direction", "decimals", "baseline_value", "baseline_on", "baseline_source", "target_value",
    "target_on", "data_source",
)  # fmt: skip


def _indicator(request: HttpRequest, indicator_id: int) -> tuple[Indicator, Aim]:
    found = indicator_visible_to(request.actor, indicator_id)
    if found is None:
        raise Http404
    return found, changeable(request, found.aim_id)


@gate.roles(*EDITOR_ROLES)
@require_http_methods(["GET", "POST"])
def indicator_new(request: HttpRequest, aim_id: int) -> HttpResponse:
    """Give an aim an indicator."""
    return _save(request, changeable(request, aim_id), None)


@gate.roles(*EDITOR_ROLES)
@require_http_methods(["GET", "POST"])
def indicator_change(request: HttpRequest, indicator_id: int) -> HttpResponse:
    """Say an indicator better."""
    found, aim = _indicator(request, indicator_id)
    return _save(request, aim, found)


def _save(request: HttpRequest, aim: Aim, found: Indicator | None) -> HttpResponse:
    initial: dict[str, object] = {"unit": aim.unit_id, "decimals": 0}
    if found:
        initial = {name: getattr(found, name) for name in NAMES} | {"unit": found.unit_id}
    form = IndicatorForm(request.POST or None, tree=unit_tree(request.actor.agency_id, today()), initial=initial)
    seen = request.POST.get("seen", "")
    if request.method == "POST" and form.is_valid():
        with onto(form):
            set_indicator(
                actor=request.actor,
                aim_id=aim.pk,
                name=form.cleaned_data["name"],
                measure_unit=form.cleaned_data["measure_unit"],
                details=form.details(),
                indicator_id=found.pk if found else None,
                seen=int(seen) if seen.isdecimal() and len(seen) < 16 else None,
            )
            messages.success(request, _("Indikator disimpan."))
            return redirect("aims:aim", aim.pk)
    title = _("Ubah indikator") if found else _("Indikator baru")
    more: dict[str, object] = {}
    if found:
        danger = (_("Akhiri indikator"), reverse("aims:indicator_end", args=[found.pk]))
        more = {"seen": seen or version_of(found), "danger": danger}
    return form_page(
        request, form, title, _("Simpan indikator"), crumbs=crumbs_of(request, aim, title),
        back=reverse("aims:aim", args=[aim.pk]), lead=aim.title, **more,
    )  # fmt: skip


@gate.roles(*EDITOR_ROLES)
@require_http_methods(["GET", "POST"])
def indicator_end(request: HttpRequest, indicator_id: int) -> HttpResponse:
    """End an indicator, after asking."""
    found, aim = _indicator(request, indicator_id)
    form = EndForm(request.POST or None, initial={"day": today()})
    if request.method == "POST" and form.is_valid():
        with onto(form):
            end_indicator(actor=request.actor, indicator_id=found.pk, **form.cleaned_data)
            messages.success(request, _("Indikator diakhiri."))
            return redirect("aims:aim", aim.pk)
    return form_page(
        request, form, _("Akhiri indikator"), _("Ya, akhiri"), crumbs=crumbs_of(request, aim, _("Akhiri indikator")),
        back=reverse("aims:aim", args=[aim.pk]), lead=found.name, kind="danger",
        warning=_("Indikator tidak lagi diisi sejak tanggal itu; nilai yang sudah ada tetap tersimpan."),
    )  # fmt: skip


@gate.roles(*EDITOR_ROLES)
@require_http_methods(["GET", "POST"])
def indicator_restore(request: HttpRequest, indicator_id: int) -> HttpResponse:
    """Take the end of an indicator back."""
    found, aim = _indicator(request, indicator_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            restore_indicator(actor=request.actor, indicator_id=found.pk, reason=form.cleaned_data["reason"])
            messages.success(request, _("Indikator berlaku lagi."))
            return redirect("aims:aim", aim.pk)
    title = _("Aktifkan kembali indikator")
    return form_page(
        request, form, title, _("Aktifkan kembali"), crumbs=crumbs_of(request, aim, title),
        back=reverse("aims:aim", args=[aim.pk]), lead=found.name,
    )  # fmt: skip
