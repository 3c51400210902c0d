"""The papers of a meeting or a decision: what was issued, issuing anew, and the file itself."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from matang.flow.place.choices import DecisionState, MeetingState
from matang.flow.place.permissions import CONVENING_ROLES, LOOKING_ROLES
from matang.flow.place.selectors.decisions import decisions_visible_to
from matang.flow.place.selectors.meetings import meetings_visible_to
from matang.flow.place.services.papers import issue_letter, issue_minutes
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.roles import Role
from matang.foundation.documents.models import IssuedDocument
from matang.foundation.documents.selectors import documents_about
from matang.foundation.files.downloads import download_whole
from matang.foundation.files.services import GoneError

ISSUING_ROLES = (*CONVENING_ROLES, Role.APPOINTING_OFFICIAL)


def _check_at(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("documents:ask"))


def _issued(request: HttpRequest, make: Callable[[], IssuedDocument], back: str, key: int) -> HttpResponse:
    try:
        made = make()
    except RefusedError as error:
        raise PermissionDenied(error.answer.reason) from error
    messages.success(request, _("Diterbitkan dengan kode %(code)s.") % {"code": made.code})
    return redirect(back, key)


@gate.roles(*LOOKING_ROLES)
@require_http_methods(["GET", "HEAD", "POST"])
def minutes(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Show the minutes of a meeting that were issued, and issue them."""
    actor = request.actor
    found = meetings_visible_to(actor).filter(pk=meeting_id).first()
    if found is None:
        raise Http404
    if request.method == "POST":
        return _issued(
            request,
            lambda: issue_minutes(actor=actor, meeting_id=found.pk, check_at=_check_at(request)),
            "place:minutes",
            found.pk,
        )
    context = {
        "heading": _("Berita acara"),
        "about": found.title,
        "above": [
            (_("Sidang tim penilai"), reverse("place:meetings")),
            (found.title, reverse("place:meeting", args=(found.pk,))),
        ],
        "papers": documents_about(actor.agency_id, f"meeting:{found.pk}"),
        "ready": found.state == MeetingState.CLOSED,
        "wait": _("Berita acara dapat diterbitkan setelah sidang ditutup."),
        "may_issue": actor.has(*CONVENING_ROLES),
        "action": _("Terbitkan berita acara"),
    }
    return render(request, "place/papers.html", context)


@gate.roles(*LOOKING_ROLES)
@require_http_methods(["GET", "HEAD", "POST"])
def letters(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Show the drafts of a decision's letter, and make one."""
    actor = request.actor
    found = decisions_visible_to(actor).filter(pk=decision_id).first()
    if found is None:
        raise Http404
    if request.method == "POST":
        return _issued(
            request,
            lambda: issue_letter(actor=actor, decision_id=found.pk, check_at=_check_at(request)),
            "place:letters",
            found.pk,
        )
    context = {
        "heading": _("Naskah keputusan"),
        "about": found.post.name,
        "above": [
            (_("Buku putusan"), reverse("place:decided")),
            (found.post.name, reverse("place:decision", args=(found.pk,))),
        ],
        "papers": documents_about(actor.agency_id, f"decision:{found.pk}"),
        "ready": found.state == DecisionState.STANDS and found.person_id is not None,
        "wait": _("Naskah hanya dibuat untuk putusan yang berlaku dan menetapkan seorang pegawai."),
        "may_issue": actor.has(*ISSUING_ROLES),
        "action": _("Buat naskah"),
    }
    return render(request, "place/papers.html", context)


@gate.roles(*LOOKING_ROLES)
@require_safe
def paper(request: HttpRequest, document_id: int) -> HttpResponse:
    """Hand over a paper to whoever may see the meeting or the decision that it is about."""
    actor = request.actor
    found = IssuedDocument.objects.select_related("file").filter(pk=document_id, agency_id=actor.agency_id).first()
    kind, _colon, key = found.subject.partition(":") if found is not None else ("", "", "")
    visible = {"meeting": meetings_visible_to, "decision": decisions_visible_to}.get(kind)
    if found is None or visible is None or not visible(actor).filter(pk=int(key)).exists():
        raise Http404
    try:
        return download_whole(found.file)
    except GoneError as error:
        raise Http404 from error
