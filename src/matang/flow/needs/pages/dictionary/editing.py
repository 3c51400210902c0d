"""Forms for technical competencies: add, reword, retire, revive."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from matang.flow.needs.choices import CompetencyField
from matang.flow.needs.models import CompetencyText
from matang.flow.needs.pages.fields import basis_field
from matang.flow.needs.permissions import STANDARD_ROLES, may_edit_dictionary
from matang.flow.needs.selectors.dictionary import areas_at, text_history
from matang.flow.needs.services.dictionary.manual import Wording, retire, revive, save_technical
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.fields import day_field
from matang.ui.formats import tanggal
from matang.ui.refusals import demand, onto_or_forbid


class CompetencyForm(forms.Form):
    """A technical competency and its five levels."""

    name = forms.CharField(label=gettext_lazy("Nama kompetensi"), max_length=250)
    code = forms.CharField(
        label=gettext_lazy("Kode"), max_length=40, help_text=gettext_lazy("Misalnya TEK.GIS. Kode tidak dipakai ulang.")
    )
    area = forms.CharField(
        label=gettext_lazy("Bidang atau urusan"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"list": "bidang-tersedia", "autocomplete": "off"}),
        help_text=gettext_lazy("Urusan pemerintahan tempat kompetensi ini dipakai."),
    )
    definition = forms.CharField(label=gettext_lazy("Definisi"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    effective_from = day_field(gettext_lazy("Berlaku sejak"))
    reason = basis_field(gettext_lazy("Dasar atau alasan"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for level in range(1, 6):
            self.fields[f"level_{level}"] = forms.CharField(
                label=_("Level %(n)s") % {"n": level}, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
            )
        self.order_fields(
            ["name", "code", "area", "definition", *(f"level_{n}" for n in range(1, 6)), "effective_from", "reason"]
        )

    def wording(self) -> Wording:
        """Return what was filled in."""
        data = self.cleaned_data
        levels = tuple(" ".join(data[f"level_{level}"].split()) for level in range(1, 6))
        return Wording(data["code"], data["name"], data["area"], data["definition"], levels)


class EndForm(forms.Form):
    """From what day a competency ends, or holds again."""

    effective_from = day_field(gettext_lazy("Sejak tanggal"))
    reason = basis_field(gettext_lazy("Dasar atau alasan"))


def technical_text(request: HttpRequest, competency_id: int) -> CompetencyText:
    """Return the newest text of a technical competency, or 404; refuse one of the other groups."""
    history = text_history(request.actor, competency_id)
    if not history:
        raise Http404
    return history[-1]


@gate.roles(*STANDARD_ROLES)
@require_http_methods(["GET", "POST"])
def competency_new(request: HttpRequest) -> HttpResponse:
    """Add a technical competency."""
    demand(may_edit_dictionary(request.actor))
    form = CompetencyForm(request.POST or None, initial={"effective_from": today()})
    if request.method == "POST" and form.is_valid():
        with onto_or_forbid(form):
            data = form.cleaned_data
            edition = save_technical(
                actor=request.actor, wording=form.wording(), effective_from=data["effective_from"], reason=data["reason"]
            )
            made = edition.undo["made"][0] if edition else None
        if not form.errors and made:
            messages.success(request, _("%(name)s masuk kamus sejak %(day)s.") % _said(form))
            return redirect("needs:competency", made)
    return _form(request, form, None)


@gate.roles(*STANDARD_ROLES)
@require_http_methods(["GET", "POST"])
def competency_edit(request: HttpRequest, competency_id: int) -> HttpResponse:
    """Reword a technical competency from a day; the words before stay readable for the days before."""
    demand(may_edit_dictionary(request.actor))
    text = technical_text(request, competency_id)
    levels = {f"level_{n}": level["short"] or level["official"] for n, level in enumerate(text.levels, start=1)}
    start = {"name": text.name, "code": text.code, "area": text.area, "definition": text.definition, "effective_from": today()}
    form = CompetencyForm(request.POST or None, initial=start | levels)
    if request.method == "POST" and form.is_valid():
        with onto_or_forbid(form):
            data = form.cleaned_data
            edition = save_technical(
                actor=request.actor,
                wording=form.wording(),
                effective_from=data["effective_from"],
                reason=data["reason"],
                competency_id=competency_id,
            )
        if not form.errors:
            if edition is None:
                messages.info(request, _("Tidak ada yang berubah."))
            else:
                messages.success(request, _("%(name)s berubah sejak %(day)s.") % _said(form))
            return redirect("needs:competency", competency_id)
    return _form(request, form, text)


def _said(form: CompetencyForm) -> dict[str, str]:
    return {"name": form.cleaned_data["name"], "day": tanggal(form.cleaned_data["effective_from"])}


def _form(request: HttpRequest, form: CompetencyForm, text: CompetencyText | None) -> HttpResponse:
    context = {"form": form, "text": text, "areas": areas_at(request.actor, today())}
    return render(request, "needs/competency_form.html", context, status=422 if form.errors else 200)


@gate.roles(*STANDARD_ROLES)
@require_http_methods(["GET", "POST"])
def competency_end(request: HttpRequest, competency_id: int) -> HttpResponse:
    """Let a technical competency end, or let an ended one hold again."""
    demand(may_edit_dictionary(request.actor))
    text = technical_text(request, competency_id)
    ended = text.valid_to is not None
    form = EndForm(request.POST or None, initial={"effective_from": today()})
    if request.method == "POST" and form.is_valid():
        with onto_or_forbid(form):
            (revive if ended else retire)(actor=request.actor, competency_id=competency_id, **form.cleaned_data)
        if not form.errors:
            day = tanggal(form.cleaned_data["effective_from"])
            said = _("%(name)s berlaku lagi sejak %(day)s.") if ended else _("%(name)s berakhir %(day)s.")
            messages.success(request, said % {"name": text.name, "day": day})
            return redirect("needs:competency", competency_id)
    context = {"form": form, "text": text, "ended": ended, "technical": text.field == CompetencyField.TECHNICAL}
    return render(request, "needs/competency_end.html", context, status=422 if form.errors else 200)
