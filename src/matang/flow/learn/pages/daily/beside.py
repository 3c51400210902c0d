"""Rotation, notes and the review at half time of one intern."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from matang.flow.learn.choices import LearningProgress, NoteKind
from matang.flow.learn.models import ConductNote, MidReview, RotationLine
from matang.flow.learn.pages.daily.book import trainee_or_404
from matang.flow.learn.pages.daily.forms import NoteForm, ReviewForm, RotationForm
from matang.flow.learn.pages.daily.people import head_of
from matang.flow.learn.permissions import may_guide, may_keep_log, may_mentor
from matang.flow.learn.selectors.daily.reach import window_of
from matang.flow.learn.services.daily.beside import (
    ReviewDetails,
    RotationDetails,
    answer_note,
    drop_rotation,
    save_review,
    save_rotation,
    write_note,
)
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.refusals import demand, onto, telling


def _key(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 18 else 0


@gate.signed_in
@require_http_methods(["GET", "POST"])
def rotation(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Show the curriculum; who guides the intern adds to it."""
    found = trainee_or_404(request, participant_id)
    guides = may_guide(mentors=found.mentors, leads=found.leads)
    if request.method == "POST":
        demand(guides)
    if request.method == "POST" and "drop" in request.POST:
        with telling(request):
            drop_rotation(actor=request.actor, participant_id=found.pk, line_id=_key(request.POST["drop"]))
            messages.success(request, _("Baris jadwal dihapus."))
        return redirect("learn:rotation", found.pk)
    form = RotationForm(request.POST or None)
    if not found.leads:
        del form.fields["everybody"]
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        everybody = given.pop("everybody", False)
        with onto(form):
            details = RotationDetails(**given)
            save_rotation(actor=request.actor, participant_id=found.pk, details=details, everybody=everybody)
            messages.success(request, _("Jadwal rotasi disimpan."))
            return redirect("learn:rotation", found.pk)
    context = head_of(found, "learn:rotation") | {
        "lines": list(RotationLine.objects.filter(participant_id=found.pk).order_by("starts_on", "pk")),
        "window": window_of(found),
        "form": form,
        "guides": bool(guides),
        "now_day": today(),
    }
    return render(request, "learn/daily/rotation.html", context)


@gate.signed_in
@require_http_methods(["GET", "POST"])
def notes(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Show the notes on safety and conduct; the intern answers, who guides them writes."""
    found = trainee_or_404(request, participant_id)
    guides = may_guide(mentors=found.mentors, leads=found.leads)
    if request.method == "POST" and "note" in request.POST:
        demand(may_keep_log(own=found.own))
        with telling(request):
            key, answer = _key(request.POST["note"]), request.POST.get("answer", "")
            answer_note(actor=request.actor, participant_id=found.pk, note_id=key, answer=answer)
            messages.success(request, _("Jawaban Anda disimpan di samping catatan itu."))
        return redirect("learn:notes", found.pk)
    if request.method == "POST":
        demand(guides)
    form = NoteForm(request.POST or None, initial={"happened_on": today()})
    if request.method == "POST" and form.is_valid():
        with onto(form):
            write_note(actor=request.actor, participant_id=found.pk, **form.cleaned_data)
            messages.success(request, _("Catatan disimpan; peserta dapat membacanya."))
            return redirect("learn:notes", found.pk)
    context = head_of(found, "learn:notes") | {
        "notes": list(ConductNote.objects.filter(participant_id=found.pk).order_by("-happened_on", "-pk")),
        "kinds": dict(NoteKind.choices),
        "form": form,
        "guides": bool(guides),
    }
    return render(request, "learn/daily/notes.html", context)


@gate.signed_in
@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Show what each side says at half time; a mentor writes or mends the word of their side."""
    found = trainee_or_404(request, participant_id)
    mentors = may_mentor(mentors=found.mentors)
    if request.method == "POST":
        demand(mentors)
    kept = {row.side: row for row in MidReview.objects.filter(participant_id=found.pk)}
    own = kept.get(found.side)
    initial = {name: getattr(own, name) for name in ("progress", "well", "hard", "change")} if own else None
    form = ReviewForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            save_review(actor=request.actor, participant_id=found.pk, details=ReviewDetails(**form.cleaned_data))
            messages.success(request, _("Tinjauan tengah disimpan."))
            return redirect("learn:review", found.pk)
    window = window_of(found)
    context = head_of(found, "learn:review") | {
        "reviews": [(side, kept.get(side)) for side in ("host", "home")],
        "progress": dict(LearningProgress.choices),
        "form": form,
        "mentors": bool(mentors),
        "written": own is not None,
        "half": window.first + (window.last - window.first) / 2 if window.first and window.last else None,
    }
    return render(request, "learn/daily/review.html", context)
