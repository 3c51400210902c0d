"""Record a piece of evidence about a person, see what it changes, put it right or take it back."""

from contextlib import closing
from functools import cache

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from matang.flow.needs.choices import RELIABILITY, SURE, EvidenceSource
from matang.flow.needs.models import Evidence
from matang.flow.needs.pages.evidence.forms import CorrectionForm, EvidenceForm, ReasonForm
from matang.flow.needs.permissions import may_record_evidence, may_withdraw_evidence
from matang.flow.needs.selectors.gaps import GapLine, person_gaps, post_of
from matang.flow.needs.services.evidence import correct_evidence, record_evidence, withdraw_evidence
from matang.flow.register.public import Person, person_visible_to, unit_path_of
from matang.foundation.access import gate
from matang.foundation.access.answers import Denied, RefusedError
from matang.foundation.clock.services import today
from matang.foundation.files.downloads import download
from matang.foundation.files.services import GoneError, RefusedFileError
from matang.ui.refusals import demand


@gate.signed_in
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, person_id: int) -> HttpResponse:
    """Take one piece of evidence from somebody who may give it, and tell what it changed."""
    actor, day = request.actor, today()
    person = person_visible_to(actor, person_id)
    if person is None:
        raise Http404
    sources, refusal = _sources(request, person)
    if not sources:
        raise PermissionDenied(refusal)
    form = EvidenceForm(
        request.POST or None, request.FILES or None, agency_id=actor.agency_id, sources=sources, initial={"shown_on": day}
    )
    if request.method == "POST" and form.is_valid():
        competency = form.cleaned_data["competency"]
        before = _line(person, competency.pk)
        try:
            record_evidence(actor=actor, piece=form.piece(person.pk), upload=form.upload())
        except RefusedError as error:
            raise PermissionDenied(error.answer.reason) from error
        except RefusedFileError as error:
            form.add_error("document", str(error))
        else:
            messages.success(request, _effect(_("Bukti dicatat."), competency.name, before, _line(person, competency.pk)))
            return redirect("needs:person", person.pk)
    context = {"person": person, "form": form, "day": day, "sure": SURE, "own": actor.person_id == person.pk}
    return render(request, "needs/record_evidence.html", context)


def _sources(request: HttpRequest, person: Person) -> tuple[list[EvidenceSource], str]:
    """Return the sources that the actor may record about the person, and why not where there are none."""
    place = cache(lambda: unit_path_of(person.pk, today()))
    answers = {source: may_record_evidence(request.actor, person.pk, source, place) for source in EvidenceSource}
    allowed = [source for source, answer in answers.items() if not isinstance(answer, Denied)]
    refusal = answers[EvidenceSource.TEST]
    return allowed, refusal.reason if isinstance(refusal, Denied) else ""


def _to_change(request: HttpRequest, evidence_id: int) -> tuple[Evidence, Person]:
    """Return a piece that the actor may withdraw or correct, and the person it is about."""
    rows = Evidence.objects.select_related("competency", "withdrawal")
    evidence = rows.filter(pk=evidence_id, agency_id=request.actor.agency_id).first()
    person = person_visible_to(request.actor, evidence.person_id) if evidence else None
    if evidence is None or person is None:
        raise Http404
    place = cache(lambda: unit_path_of(person.pk, today()))
    demand(may_withdraw_evidence(request.actor, person.pk, evidence.source, evidence.rater_id, place))
    return evidence, person


@gate.signed_in
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """Let a piece count no longer, with a reason."""
    evidence, person = _to_change(request, evidence_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        before = _line(person, evidence.competency_id)
        try:
            withdraw_evidence(actor=request.actor, evidence_id=evidence.pk, reason=form.cleaned_data["reason"])
        except RefusedError as error:
            raise PermissionDenied(error.answer.reason) from error
        after = _line(person, evidence.competency_id)
        messages.success(request, _effect(_("Bukti ditarik."), evidence.competency.name, before, after))
        return redirect("needs:person", person.pk)
    return render(request, "needs/withdraw_evidence.html", _changing(request, evidence, person, form))


@gate.signed_in
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """Put a new piece in the place of a wrong one, with a reason; both stay readable."""
    evidence, person = _to_change(request, evidence_id)
    sources, refusal = _sources(request, person)
    if not sources:
        raise PermissionDenied(refusal)
    said = {name: getattr(evidence, name) for name in ("level", "source", "rater_role", "shown_on", "expires_on", "note")}
    form = CorrectionForm(
        request.POST or None,
        request.FILES or None,
        agency_id=request.actor.agency_id,
        sources=sources,
        initial=said | {"competency": evidence.competency_id, "reliability": _unusual(evidence)},
    )
    if request.method == "POST" and form.is_valid():
        competency = form.cleaned_data["competency"]
        before = _line(person, competency.pk)
        try:
            correct_evidence(
                actor=request.actor,
                evidence_id=evidence.pk,
                piece=form.piece(person.pk),
                reason=form.cleaned_data["reason"],
                upload=form.upload(),
            )
        except RefusedError as error:
            form.add_error(None, error.answer.reason)
        except RefusedFileError as error:
            form.add_error("document", str(error))
        else:
            messages.success(request, _effect(_("Bukti diperbaiki."), competency.name, before, _line(person, competency.pk)))
            return redirect("needs:person", person.pk)
    return render(request, "needs/correct_evidence.html", _changing(request, evidence, person, form))


def _unusual(evidence: Evidence) -> int | None:
    """Return a piece's reliability where it isn't the usual one of its source, so that a correction carries it over."""
    return evidence.reliability if evidence.reliability != RELIABILITY[EvidenceSource(evidence.source)] else None


def _changing(request: HttpRequest, evidence: Evidence, person: Person, form: object) -> dict[str, object]:
    return {
        "evidence": evidence,
        "withdrawn": getattr(evidence, "withdrawal", None),
        "source": EvidenceSource(evidence.source).label,
        "person": person,
        "form": form,
        "own": request.actor.person_id == person.pk,
    }


@gate.signed_in
def document(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """Hand out the document of a piece to those who see the person it is about, read whole: the file is closed at once."""
    rows = Evidence.objects.select_related("document")
    evidence = rows.filter(pk=evidence_id, agency_id=request.actor.agency_id, document__isnull=False).first()
    if evidence is None or person_visible_to(request.actor, evidence.person_id) is None:
        raise Http404
    try:
        stream = download(evidence.document, inline=True)
    except GoneError as error:
        raise Http404(str(error)) from error
    with closing(stream.file_to_stream):
        return HttpResponse(b"".join(stream.streaming_content), headers=dict(stream.items()))


def _line(person: Person, competency_id: int) -> GapLine | None:
    day = today()
    lines = person_gaps(person, post_of(person, day), day)
    return next((line for line in lines if line.competency.pk == competency_id), None)


def _effect(done: str, name: str, before: GapLine | None, after: GapLine | None) -> str:
    """Say what was done and what that changed."""
    words = {"done": done, "name": name, "before": _state(before), "after": _state(after)}
    if words["before"] == words["after"]:
        return _("%(done)s %(name)s tidak berubah: %(after)s.") % words
    return _("%(done)s %(name)s berubah dari %(before)s menjadi %(after)s.") % words


def _state(line: GapLine | None) -> str:
    if line is None or line.found.high is None:
        return _("belum ada bukti")
    shown = _("terbukti level %(level)s") % {"level": line.found.low}
    if line.found.low is None:
        shown = _("belum terbukti pasti, mungkin sampai level %(level)s") % {"level": line.found.high}
    if line.requirement is None or line.found.low is None:
        return shown
    return _("%(shown)s (kesenjangan %(gap)s)") % {"shown": shown, "gap": line.gap}
