"""Objections: file one, read it, take it back, answer it, and the list with its clocks."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from matang.flow.place.choices import ObjectionOutcome, ObjectionState
from matang.flow.place.models import Objection, PlacementDecision
from matang.flow.place.permissions import LOOKING_ROLES, may_decide, may_judge
from matang.flow.place.selectors.objections import objections_visible_to, own_objections
from matang.flow.place.services.objections import (
    answer_objection,
    clock,
    concerns,
    days_left,
    object_to,
    withdraw_objection,
)
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.ui.formats import tanggal

SHOWN = 50
CHIPS = {ObjectionState.FILED: "warn", ObjectionState.ANSWERED: "pass", ObjectionState.WITHDRAWN: ""}


class ObjectionForm(forms.Form):
    """Why the person objects."""

    grounds = forms.CharField(
        label=gettext_lazy("Alasan keberatan"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=gettext_lazy("Sebut bagian mana yang menurut Anda keliru: syarat, data, nilai, atau caranya."),
    )


class AnswerForm(forms.Form):
    """What the official answers."""

    outcome = forms.ChoiceField(choices=ObjectionOutcome.choices, widget=forms.RadioSelect, label=gettext_lazy("Jawaban"))
    answer = forms.CharField(
        label=gettext_lazy("Penjelasan"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Dibaca oleh yang mengajukan, bersama nama Anda."),
    )


@gate.roles(*LOOKING_ROLES)
@require_safe
def objections(request: HttpRequest) -> HttpResponse:
    """List the objections: open ones by what is due first, then the others."""
    found = objections_visible_to(request.actor)
    waiting = list(found.filter(state=ObjectionState.FILED))
    settled = list(found.exclude(state=ObjectionState.FILED).order_by("-filed_at")[:SHOWN])
    day = today()
    rows = [(row, days_left(row.agency_id, row.answer_due)) for row in waiting]
    context = {"waiting": rows, "settled": settled, "chips": CHIPS, "late": sum(row.answer_due < day for row in waiting)}
    return render(request, "place/objections.html", context)


@gate.signed_in
@require_http_methods(["GET", "POST"])
def file_page(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Let a person who was looked at object to the decision."""
    actor = request.actor
    decision = PlacementDecision.objects.select_related("post__unit").filter(pk=decision_id, agency_id=actor.agency_id).first()
    if decision is None or not concerns(actor, decision):
        raise Http404
    standing = own_objections(actor).filter(decision=decision).exclude(state=ObjectionState.WITHDRAWN).first()
    if standing is not None:
        return redirect("place:objection", standing.pk)
    form = ObjectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = object_to(actor=actor, decision_id=decision.pk, grounds=form.cleaned_data["grounds"])
        except RefusedError as error:
            form.add_error(None, error.answer.reason)
        else:
            said = _("Keberatan Anda diterima dan tercatat. Jawabannya paling lambat %(day)s.")
            messages.success(request, said % {"day": tanggal(made.answer_due)})
            return redirect("place:objection", made.pk)
    term = clock(actor.agency_id, "file", decision.decided_at.date())
    return render(request, "place/object.html", {"decision": decision, "form": form, "term": term, "late": today() > term.due})


def _found(request: HttpRequest, objection_id: int) -> Objection:
    """Return the objection if the actor looks after its post, or filed it."""
    for rows in (own_objections(request.actor), objections_visible_to(request.actor)):
        if (found := rows.filter(pk=objection_id).first()) is not None:
            return found
    raise Http404


@gate.signed_in
@require_http_methods(["GET", "POST"])
def objection(request: HttpRequest, objection_id: int) -> HttpResponse:
    """Show an objection, and take the official's answer."""
    actor, found = request.actor, _found(request, objection_id)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            answer_objection(actor=actor, objection_id=found.pk, outcome=data["outcome"], answer=data["answer"])
        except RefusedError as error:
            form.add_error(None, error.answer.reason)
        else:
            messages.success(request, _("Jawaban tercatat dan dapat dibaca oleh yang mengajukan."))
            return redirect("place:objection", found.pk)
    free = bool(may_judge(actor, {found.person_id}))
    context = {
        "objection": found,
        "form": form,
        "chip": CHIPS[ObjectionState(found.state)],
        "left": days_left(found.agency_id, found.answer_due),
        "own": actor.person_id == found.person_id,
        "may_answer": found.state == ObjectionState.FILED and free and bool(may_decide(actor, found.decision.post.unit.path)),
        "term": clock(found.agency_id, "answer", found.filed_at.date()),
    }
    return render(request, "place/objection.html", context)


@gate.signed_in
@require_POST
def withdraw_page(request: HttpRequest, objection_id: int) -> HttpResponse:
    """Take an own objection back."""
    found = own_objections(request.actor).filter(pk=objection_id).first()
    if found is None:
        raise Http404
    try:
        withdraw_objection(actor=request.actor, objection_id=found.pk)
    except RefusedError as error:
        messages.error(request, error.answer.reason)
    else:
        messages.success(request, _("Keberatan ditarik. Selama tenggatnya belum lewat, Anda dapat mengajukannya lagi."))
    return redirect("place:objection", found.pk)
