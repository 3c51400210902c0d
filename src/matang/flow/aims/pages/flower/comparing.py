"""Two or more aims that look alike, side by side: a person says what they are."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from matang.flow.aims.models import Aim
from matang.flow.aims.pages.editing import form_page
from matang.flow.aims.pages.fields import reason_field
from matang.flow.aims.pages.forms import ReasonForm
from matang.flow.aims.pages.showing import words
from matang.flow.aims.permissions import EDITOR_ROLES, may_edit_aims
from matang.flow.aims.selectors.flower.likeness import alike, weights_of, words_of
from matang.flow.aims.selectors.flower.lists import dismissals_of
from matang.flow.aims.selectors.trees import aims_at
from matang.flow.aims.services.flower.comparing import say_different, take_back_different, tie_alike
from matang.flow.aims.services.writing import owner_path
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.ui.refusals import demand, onto

MOST = 300


class CompareForm(forms.Form):
    """What the aims are to each other, and why."""

    verdict = forms.ChoiceField(
        label=_("Menurut Anda"),
        widget=forms.RadioSelect,
        choices=[
            ("different", _("Bukan pekerjaan yang sama")),
            ("same_as", _("Pekerjaan yang sama")),
            ("needs", _("Yang pertama membutuhkan yang lain")),
            ("needed_by", _("Yang lain membutuhkan yang pertama")),
            ("shares_outcome", _("Berbagi satu hasil")),
        ],
    )
    reason = reason_field()


@gate.roles(*EDITOR_ROLES)
@require_http_methods(["GET", "POST"])
def flower_compare(request: HttpRequest) -> HttpResponse:
    """Show the aims of ``?simpul=1,2`` side by side and take what a person says of them."""
    aims = _aims(request)
    answers = [may_edit_aims(request.actor, owner_path(aim)) for aim in aims]
    if not any(answers):
        demand(answers[0])
    form = CompareForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        keys, verdict, reason = [aim.pk for aim in aims], form.cleaned_data["verdict"], form.cleaned_data["reason"]
        with onto(form):
            if verdict == "different":
                say_different(actor=request.actor, aim_ids=keys, reason=reason)
                messages.success(request, now("Dicatat sebagai berbeda. Pasangan ini tidak ditampilkan lagi."))
            else:
                tie_alike(actor=request.actor, aim_ids=keys, kind=verdict, reason=reason)
                messages.success(request, now("Hubungan dicatat."))
            return redirect("aims:flowers")
    texts = [words_of(aim.title) for aim in aims]
    share = alike(texts[0], texts[1], weights_of(texts)) if len(aims) == 2 else None
    context: dict[str, Any] = {
        "aims": aims,
        "form": form,
        "share": share,
        "common": sorted(frozenset.intersection(*texts)),
        "crumbs": [(now("Uji bunga"), reverse("aims:flowers")), (now("Bandingkan"), None)],
        **words(),
    }
    return render(request, "aims/flower/compare.html", context, status=422 if form.errors else 200)


@gate.roles(*EDITOR_ROLES)
@require_http_methods(["GET", "POST"])
def not_same_end(request: HttpRequest, statement_id: int) -> HttpResponse:
    """Take back that two aims differ."""
    found = dismissals_of(request.actor).filter(pk=statement_id).first()
    if found is None:
        raise Http404
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            try:
                take_back_different(actor=request.actor, statement_id=found.pk, reason=form.cleaned_data["reason"])
            except RefusedError as error:
                raise PermissionDenied(error.answer.reason) from error
            messages.success(request, now("Pernyataan dicabut. Bila masih mirip, pasangan ini tampil lagi."))
            return redirect(reverse("aims:flowers") + "?daftar=dinyatakan-berbeda")
    crumbs = [(now("Uji bunga"), reverse("aims:flowers")), (now("Cabut pernyataan"), None)]
    return form_page(
        request, form, now("Cabut pernyataan"), now("Ya, cabut"), crumbs=crumbs, back=reverse("aims:flowers"),
        lead=f"{found.first.title} ≠ {found.second.title}",
    )  # fmt: skip


def _aims(request: HttpRequest) -> list[Aim]:
    keys = {int(part) for part in request.GET.get("simpul", "").split(",")[:MOST] if part.isdecimal() and len(part) < 16}
    found = list(
        aims_at(request.actor, today()).filter(pk__in=keys).select_related("unit", "plan__unit", "parent").order_by("pk")
    )
    if len(found) < 2 or len(found) != len(keys):
        raise Http404
    return found
