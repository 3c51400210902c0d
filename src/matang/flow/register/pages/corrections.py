"""Requests for correction: ask, follow, answer, withdraw."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from matang.flow.register.choices import CorrectionState
from matang.flow.register.models import CorrectionRequest
from matang.flow.register.pages.forms import AnswerForm, CorrectionForm
from matang.flow.register.pages.person import person_or_404
from matang.flow.register.permissions import may_answer_corrections, may_ask_correction
from matang.flow.register.selectors.corrections import clock_of, corrections_visible_to
from matang.flow.register.services.corrections import (
    BY_NAME,
    accept_correction,
    ask_correction,
    held_value,
    hours,
    not_own,
    reject_correction,
    withdraw_correction,
)
from matang.foundation.access import gate
from matang.foundation.access.roles import Role
from matang.ui.formats import waktu
from matang.ui.paging import page_of
from matang.ui.refusals import demand, onto_or_forbid

LABELS = {name: field.label for name, field in BY_NAME.items()}


@gate.signed_in
def corrections(request: HttpRequest) -> HttpResponse:
    """Show the requests: an officer's queue by the time left, a person's own by date."""
    closed = request.GET.get("tampilan") == "selesai"
    seen = corrections_visible_to(request.actor)
    waiting = seen.filter(state=CorrectionState.OPEN)
    chosen = seen.exclude(state=CorrectionState.OPEN).order_by("-asked_at") if closed else waiting.order_by("due_at", "id")
    page = page_of(request, chosen.count())
    context = {
        "closed": closed,
        "page": page,
        "rows": [(each, clock_of(each), LABELS.get(each.field, each.field)) for each in chosen[page.window]],
        "waiting": page.total if not closed else waiting.count(),
        "answers": bool(may_answer_corrections(request.actor)),
        "actor_person": request.actor.person_id,
        "article": str(hours().reference),
    }
    return render(request, "register/corrections.html", context)


@gate.signed_in
def correction_new(request: HttpRequest, person_id: int) -> HttpResponse:
    """Let a person ask that something held about them be put right."""
    found = person_or_404(request, person_id)
    demand(may_ask_correction(request.actor, found.pk))
    field = request.GET.get("data", "")
    form = CorrectionForm(request.POST or None, initial={"field": field})
    if request.method == "POST" and form.is_valid():
        with onto_or_forbid(form):
            made = ask_correction(actor=request.actor, person=found, **form.cleaned_data)
            text = _("Permintaan #%(number)s diterima. Jawaban paling lambat %(due)s.")
            messages.success(request, text % {"number": made.pk, "due": waktu(made.due_at)})
            return redirect("register:correction", made.pk)
    held = [(LABELS[name], held_value(found, name)) for name, each in BY_NAME.items() if each.applied]
    return render(
        request, "register/correction_new.html", {"person": found, "form": form, "held": held, "article": str(hours().reference)}
    )


def correction_or_404(request: HttpRequest, correction_id: int) -> CorrectionRequest:
    """Return a request that the actor sees."""
    found = corrections_visible_to(request.actor).filter(pk=correction_id).first()
    if found is None:
        raise Http404
    return found


def shown(request: HttpRequest, found: CorrectionRequest, form: AnswerForm) -> HttpResponse:
    """Return the page of one request."""
    context = {
        "correction": found,
        "label": LABELS.get(found.field, found.field),
        "applied": BY_NAME[found.field].applied,
        "clock": clock_of(found),
        "form": form,
        "is_own": bool(may_ask_correction(request.actor, found.person_id)),
        "may_answer": bool(may_answer_corrections(request.actor)) and bool(not_own(request.actor, found)),
        "article": str(hours().reference),
    }
    return render(request, "register/correction.html", context)


@gate.signed_in
def correction(request: HttpRequest, correction_id: int) -> HttpResponse:
    """Show one request with its clock: the receipt for the person, the form of the answer for an officer."""
    return shown(request, correction_or_404(request, correction_id), AnswerForm())


@gate.roles(Role.HR_OFFICER)
@require_POST
def correction_answer(request: HttpRequest, correction_id: int) -> HttpResponse:
    """Accept or reject a request."""
    found = correction_or_404(request, correction_id)
    form = AnswerForm(request.POST)
    if form.is_valid():
        with onto_or_forbid(form):
            if request.POST.get("verdict") == "accept":
                accept_correction(actor=request.actor, correction=found, answer=form.cleaned_data["answer"])
                messages.success(request, _("Data diperbaiki dan pegawai dapat melihat jawabannya."))
            else:
                reject_correction(actor=request.actor, correction=found, answer=form.cleaned_data["answer"])
                messages.success(request, _("Penolakan dan alasannya disampaikan kepada pegawai."))
            return redirect("register:corrections")
    return shown(request, found, form)


@gate.signed_in
@require_POST
def correction_withdraw(request: HttpRequest, correction_id: int) -> HttpResponse:
    """Take one's own request back."""
    found = correction_or_404(request, correction_id)
    demand(may_ask_correction(request.actor, found.person_id))
    form = AnswerForm()
    with onto_or_forbid(form):
        withdraw_correction(actor=request.actor, correction=found)
        messages.success(request, _("Permintaan ditarik. Data tidak berubah."))
    return redirect("register:correction", found.pk)
