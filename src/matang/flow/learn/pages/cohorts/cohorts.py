"""Cohorts: what was asked for, and what was sent."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from matang.flow.learn.models import Cohort, WantedField
from matang.flow.learn.pages.hosts.asking import form_page
from matang.flow.learn.permissions import COHORT_ROLES, READING_ROLES, may_keep_cohorts
from matang.flow.learn.selectors.cohorts import answered, cohort_of, cohorts_of
from matang.flow.learn.services.cohorts import remove_cohort, remove_field, save_cohort, save_field
from matang.flow.register.public import unit_tree, units_at
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.paging import page_of
from matang.ui.refusals import onto, telling


class CohortForm(forms.Form):
    """A cohort."""

    name = forms.CharField(max_length=120, label=gettext_lazy("Nama angkatan"))
    year = forms.IntegerField(
        required=False,
        min_value=1945,
        max_value=2200,
        label=gettext_lazy("Tahun"),
        help_text=gettext_lazy("Kosong = belum diketahui."),
    )
    asked_by = forms.CharField(required=False, max_length=120, label=gettext_lazy("Diminta oleh"))
    note = forms.CharField(
        required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}), label=gettext_lazy("Catatan")
    )


class FieldForm(forms.Form):
    """A field that was asked for."""

    name = forms.CharField(max_length=120, label=gettext_lazy("Bidang"), help_text=gettext_lazy("Misalnya: pelayanan sosial."))
    unit = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=None,
        label=gettext_lazy("Unit yang menanganinya"),
        help_text=gettext_lazy("Tanpa unit tidak dapat dikatakan apakah bidang ini sudah terkirim."),
    )
    source = forms.CharField(
        required=False,
        max_length=300,
        label=gettext_lazy("Sumber permintaan"),
        help_text=gettext_lazy("Arahan, rapat, atau surat yang memintanya."),
    )

    def __init__(self, *args: Any, agency_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nodes = [node for node in unit_tree(agency_id, today()).walk() if node.depth < 2]
        named = [(node.id, "\u2003" * node.depth + node.name) for node in nodes]
        self.fields["unit"].choices = [("", _("Belum diketahui")), *named]


def _cohort_or_404(request: HttpRequest, cohort_id: int) -> Cohort:
    found = cohort_of(request.actor, cohort_id)
    if found is None:
        raise Http404
    return found


def _crumbs(*more: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    return [(_("Angkatan"), reverse("learn:cohorts")), *more]


@gate.roles(*READING_ROLES)
@require_safe
def cohorts(request: HttpRequest) -> HttpResponse:
    """List the cohorts, the newest year first."""
    found = cohorts_of(request.actor)
    page = page_of(request, found.count())
    context = {"rows": list(found[page.window]), "page": page, "may_keep": bool(may_keep_cohorts(request.actor))}
    return render(request, "learn/cohorts/cohorts.html", context)


@gate.roles(*READING_ROLES)
@require_safe
def cohort(request: HttpRequest, cohort_id: int) -> HttpResponse:
    """Show what was asked for against what was sent."""
    found = _cohort_or_404(request, cohort_id)
    context = {"cohort": found, "answered": answered(found), "may_keep": bool(may_keep_cohorts(request.actor))}
    return render(request, "learn/cohorts/cohort.html", context)


def _form(request: HttpRequest, found: Cohort) -> HttpResponse:
    names = ("name", "year", "asked_by", "note")
    form = CohortForm(request.POST or None, initial={name: getattr(found, name) for name in names})
    if request.method == "POST" and form.is_valid():
        for name in names:
            setattr(found, name, form.cleaned_data[name])
        with onto(form):
            save_cohort(actor=request.actor, cohort=found)
            messages.success(request, _("Angkatan disimpan."))
            return redirect("learn:cohort", found.pk)
    title = _("Ubah angkatan") if found.pk else _("Angkatan baru")
    back = reverse("learn:cohort", args=[found.pk]) if found.pk else reverse("learn:cohorts")
    crumbs = _crumbs((found.name, back), (title, None)) if found.pk else _crumbs((title, None))
    remove = (_("Hapus angkatan ini"), reverse("learn:cohort_remove", args=[found.pk])) if found.pk else None
    return form_page(request, form, title, _("Simpan"), crumbs=crumbs, back=back, remove=remove)


@gate.roles(*COHORT_ROLES)
@require_http_methods(["GET", "POST"])
def cohort_new(request: HttpRequest) -> HttpResponse:
    """Enter a cohort."""
    return _form(request, Cohort())


@gate.roles(*COHORT_ROLES)
@require_http_methods(["GET", "POST"])
def cohort_change(request: HttpRequest, cohort_id: int) -> HttpResponse:
    """Say a cohort better."""
    return _form(request, _cohort_or_404(request, cohort_id))


@gate.roles(*COHORT_ROLES)
@require_POST
def cohort_remove(request: HttpRequest, cohort_id: int) -> HttpResponse:
    """Take out a cohort that no sending belongs to."""
    found = _cohort_or_404(request, cohort_id)
    with telling(request):
        remove_cohort(actor=request.actor, cohort_id=found.pk)
        messages.success(request, _("Angkatan dihapus."))
        return redirect("learn:cohorts")
    return redirect("learn:cohort_change", found.pk)


def _field_form(request: HttpRequest, found: WantedField, above: Cohort) -> HttpResponse:
    said = {"name": found.name, "unit": found.unit_id, "source": found.source}
    form = FieldForm(request.POST or None, initial=said, agency_id=above.agency_id)
    back = reverse("learn:cohort", args=[above.pk])
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        found.name, found.source = data["name"], data["source"]
        found.unit = units_at(above.agency_id, today()).filter(pk=data["unit"]).first() if data["unit"] else None
        with onto(form):
            save_field(actor=request.actor, field=found)
            messages.success(request, _("Bidang disimpan."))
            return redirect(back)
    title = _("Ubah bidang") if found.pk else _("Bidang yang diminta")
    crumbs = _crumbs((above.name, back), (title, None))
    remove = (_("Hapus bidang ini"), reverse("learn:wanted_remove", args=[found.pk])) if found.pk else None
    return form_page(request, form, title, _("Simpan"), crumbs=crumbs, back=back, remove=remove)


@gate.roles(*COHORT_ROLES)
@require_http_methods(["GET", "POST"])
def wanted_new(request: HttpRequest, cohort_id: int) -> HttpResponse:
    """Enter a field that was asked for."""
    above = _cohort_or_404(request, cohort_id)
    return _field_form(request, WantedField(cohort_id=above.pk), above)


def _wanted_or_404(request: HttpRequest, field_id: int) -> WantedField:
    found = WantedField.objects.filter(pk=field_id, agency_id=request.actor.agency_id).select_related("cohort").first()
    if found is None:
        raise Http404
    return found


@gate.roles(*COHORT_ROLES)
@require_http_methods(["GET", "POST"])
def wanted_change(request: HttpRequest, field_id: int) -> HttpResponse:
    """Say a field better."""
    found = _wanted_or_404(request, field_id)
    return _field_form(request, found, found.cohort)


@gate.roles(*COHORT_ROLES)
@require_POST
def wanted_remove(request: HttpRequest, field_id: int) -> HttpResponse:
    """Take a field off its cohort."""
    found = _wanted_or_404(request, field_id)
    with telling(request):
        remove_field(actor=request.actor, field_id=found.pk)
        messages.success(request, _("Bidang dihapus."))
    return redirect("learn:cohort", found.cohort_id)
