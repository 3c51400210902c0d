"""Tariffs: the list, a form, and a workbook with a dry run."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from matang.flow.learn.choices import TariffKind
from matang.flow.learn.models import Tariff
from matang.flow.learn.models.offers import MOST_RUPIAH
from matang.flow.learn.pages.hosts.asking import form_page
from matang.flow.learn.permissions import READING_ROLES, TARIFF_ROLES, may_keep_tariffs
from matang.flow.learn.selectors.costs import TariffQuestion, places_known, tariffs_asked
from matang.flow.learn.services.costs import (
    HEADINGS,
    TariffLine,
    UnreadableTariffsError,
    import_tariffs,
    read_tariffs,
    remove_tariff,
    save_tariff,
    sealed,
    unsealed,
)
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.asking import query_of, word
from matang.ui.fields import RupiahField, UploadField, day_input
from matang.ui.paging import page_of
from matang.ui.refusals import onto, telling
from matang.ui.workbooks import workbook

SHOWN = 200


class TariffForm(forms.Form):
    """One tariff."""

    kind = forms.ChoiceField(choices=[("", gettext_lazy("Pilih jenis")), *TariffKind.choices], label=gettext_lazy("Jenis"))
    place = forms.CharField(
        max_length=120,
        label=gettext_lazy("Tempat"),
        widget=forms.TextInput(attrs={"list": "daerah-tersedia"}),
        help_text=gettext_lazy("Provinsi atau kota tujuan, ditulis sama untuk semua jenis tarif tempat itu."),
    )
    amount = RupiahField(
        min_value=0,
        max_value=MOST_RUPIAH,
        label=gettext_lazy("Rupiah"),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=gettext_lazy("Bulat, boleh dengan titik: 120.000."),
    )
    source = forms.CharField(
        max_length=300, label=gettext_lazy("Sumber"), help_text=gettext_lazy("Peraturan atau dokumen yang memuat angka ini.")
    )
    valid_from = forms.DateField(label=gettext_lazy("Berlaku sejak"), widget=day_input())
    valid_to = forms.DateField(
        required=False,
        label=gettext_lazy("Berlaku sampai"),
        help_text=gettext_lazy("Hari pertama yang tidak lagi berlaku. Kosong = masih berlaku."),
        widget=day_input(),
    )


class TariffFileForm(forms.Form):
    """A workbook of tariffs."""

    file = UploadField(label=gettext_lazy("Berkas xlsx"))


@gate.roles(*READING_ROLES)
@require_safe
def tariffs(request: HttpRequest) -> HttpResponse:
    """List the tariffs that hold today; ``?masa=semua`` lists all."""
    every = word(request, "masa", ["semua"]) == "semua"
    question = TariffQuestion(word(request, "q"), word(request, "jenis", TariffKind.values), None if every else today())
    found = tariffs_asked(request.actor, question)
    page = page_of(request, found.count())
    context = {
        "rows": list(found[page.window]),
        "page": page,
        "question": question,
        "every": every,
        "kinds": TariffKind.choices,
        "any": bool(page.total) or Tariff.objects.filter(agency_id=request.actor.agency_id).exists(),
        "may_keep": bool(may_keep_tariffs(request.actor)),
        "query": query_of(request),
    }
    return render(request, "learn/costs/tariffs.html", context)


def _form(request: HttpRequest, found: Tariff | None) -> HttpResponse:
    names = ("kind", "place", "amount", "source", "valid_from", "valid_to")
    said: dict[str, Any] = {name: getattr(found, name) for name in names} if found else {"valid_from": date(today().year, 1, 1)}
    form = TariffForm(request.POST or None, initial=said)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            save_tariff(actor=request.actor, line=TariffLine(**form.cleaned_data), tariff_id=found.pk if found else None)
            messages.success(request, _("Tarif disimpan."))
            return redirect("learn:tariffs")
    title, back = _("Ubah tarif") if found else _("Tarif baru"), reverse("learn:tariffs")
    return form_page(
        request, form, title, _("Simpan"), crumbs=[(_("Tarif biaya"), back), (title, None)], back=back,
        regions=places_known(request.actor.agency_id),
        remove=(_("Hapus tarif ini"), reverse("learn:tariff_remove", args=[found.pk])) if found else None,
    )  # fmt: skip


@gate.roles(*TARIFF_ROLES)
@require_http_methods(["GET", "POST"])
def tariff_new(request: HttpRequest) -> HttpResponse:
    """Enter a tariff."""
    return _form(request, None)


@gate.roles(*TARIFF_ROLES)
@require_http_methods(["GET", "POST"])
def tariff_change(request: HttpRequest, tariff_id: int) -> HttpResponse:
    """Say a tariff better, or when it ended."""
    return _form(request, _tariff_or_404(request, tariff_id))


def _tariff_or_404(request: HttpRequest, tariff_id: int) -> Tariff:
    found = Tariff.objects.filter(pk=tariff_id, agency_id=request.actor.agency_id).first()
    if found is None:
        raise Http404
    return found


@gate.roles(*TARIFF_ROLES)
@require_POST
def tariff_remove(request: HttpRequest, tariff_id: int) -> HttpResponse:
    """Take out a tariff that nothing is counted with."""
    found = _tariff_or_404(request, tariff_id)
    with telling(request):
        remove_tariff(actor=request.actor, tariff_id=found.pk)
        messages.success(request, _("Tarif dihapus."))
        return redirect("learn:tariffs")
    return redirect("learn:tariff_change", found.pk)


@gate.roles(*TARIFF_ROLES)
@require_http_methods(["GET", "POST"])
def tariffs_import(request: HttpRequest) -> HttpResponse:
    """Try a workbook: show what it would store and what is wrong; what was shown is stored when nothing is wrong."""
    if seal := request.POST.get("seal"):
        with telling(request):
            made, changed = import_tariffs(actor=request.actor, lines=unsealed(request.actor, seal))
            told = _("%(made)s tarif baru dan %(changed)s tarif berubah tersimpan.")
            messages.success(request, told % {"made": made, "changed": changed})
        return redirect("learn:tariffs")
    form = TariffFileForm(request.POST or None, request.FILES or None)
    context: dict[str, object] = {"form": form, "shown": SHOWN}
    if request.method == "POST" and form.is_valid():
        try:
            lines, faults = read_tariffs(form.cleaned_data["file"].read())
        except UnreadableTariffsError as error:
            form.add_error("file", str(error))
            return render(request, "learn/costs/import.html", context)
        seal = sealed(request.actor, lines) if lines and not faults else ""
        context |= {"tried": True, "lines": lines, "faults": faults, "labels": dict(TariffKind.choices), "seal": seal}
    return render(request, "learn/costs/import.html", context)


@gate.roles(*TARIFF_ROLES)
@require_safe
def tariffs_template(request: HttpRequest) -> HttpResponse:
    """Download the template: the tariffs that there are, or one example of each kind without an amount."""
    kept = list(Tariff.objects.filter(agency_id=request.actor.agency_id).order_by("place", "kind", "pk"))
    rows: list[tuple[object, ...]] = [
        (row.get_kind_display(), row.place, row.amount, row.source, row.valid_from, row.valid_to) for row in kept
    ] or [(label, "", "", "", "", "") for _key, label in TariffKind.choices]
    title = _("Tarif biaya")
    notes = [
        _("Satu baris satu tarif. Jenis: %(kinds)s.") % {"kinds": "; ".join(str(label) for _key, label in TariffKind.choices)}
    ]
    return workbook(f"tarif-{today()}", title, notes, [(title, HEADINGS, rows)])
