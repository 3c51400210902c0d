"""The living style page: every component and token, by day and by night, with invented content."""

from datetime import date
from types import SimpleNamespace

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from matang.foundation.access import gate

THEMES = ("terang", "gelap")
COLOURS = (
    "surface-page", "surface-primary", "surface-secondary", "surface-tint", "content-primary", "content-secondary",
    "content-link", "stroke-primary", "stroke-strong", "brand", "brand-strong", "on-brand", "ripe", "ripe-soft", "focus",
    "pass", "pass-soft", "fail", "fail-soft", "unknown", "unknown-soft", "warn", "warn-soft", "info", "info-soft",
    "series-1", "series-2", "series-3", "series-4", "series-5", "series-6", "heat-low", "heat-high",
)  # fmt: skip


class SampleForm(forms.Form):
    """One field of every kind."""

    name = forms.CharField(label=_("Nama"), help_text=_("Sesuai SK, tanpa gelar."))
    unit = forms.ChoiceField(label=_("Unit"), choices=[("", _("Pilih unit")), ("1", "Dinas Kesehatan"), ("2", "Dinas Sosial")])
    note = forms.CharField(label=_("Alasan"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    day = forms.DateField(label=_("Berlaku sejak"), widget=forms.DateInput(attrs={"type": "date"}), required=False)
    kind = forms.ChoiceField(
        label=_("Jenis pegawai"), choices=[("pns", "PNS"), ("pppk", "PPPK")], widget=forms.RadioSelect, initial="pns"
    )
    file = forms.FileField(label=_("Berkas"), required=False)
    agreed = forms.BooleanField(label=_("Saya sudah memeriksa usulan ini"), required=False)


class FilterForm(forms.Form):
    """The filters of a list."""

    q = forms.CharField(label=_("Cari nama atau NIP"), widget=forms.TextInput(attrs={"type": "search"}), required=False)
    unit = forms.ChoiceField(label=_("Unit"), choices=[("", _("Semua unit")), ("1", "Dinas Kesehatan")], required=False)


def sample_forms(theme: str) -> SimpleNamespace:
    """Return the forms of one panel; the names differ so that no id stands twice on the page."""
    refused = SampleForm({f"{theme}-salah-unit": "9"}, prefix=f"{theme}-salah")
    refused.is_valid()
    return SimpleNamespace(sample=SampleForm(prefix=theme), refused=refused, filters=FilterForm(prefix=f"{theme}-saring"))


@gate.public
def page(request: HttpRequest) -> HttpResponse:
    """Show everything."""
    context = {
        "themes": THEMES,
        "colours": COLOURS,
        "forms": {theme: sample_forms(theme) for theme in THEMES},
        "day": date(2026, 3, 5),
        "pages": SimpleNamespace(number=2, pages=169, total=8421, has_next=True, has_previous=True, query=""),
    }
    return render(request, "ui/style.html", context)
