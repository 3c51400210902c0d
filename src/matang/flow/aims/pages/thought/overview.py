"""A whole paper: answers, efforts, what is missing, papers that feed it, versions; submit it, close it, print it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from matang.flow.aims.choices import AimLevel
from matang.flow.aims.models import ThoughtPaper
from matang.flow.aims.pages.editing import form_page
from matang.flow.aims.pages.forms import ReasonForm
from matang.flow.aims.pages.thought.answering import KEYS, answered, crumbs_of, paper_or_404, writable
from matang.flow.aims.pages.thought.listing import CHIPS
from matang.flow.aims.permissions import EDITOR_ROLES, THINKER_ROLES, may_edit_aims, may_think
from matang.flow.aims.selectors.forest import forest_at
from matang.flow.aims.selectors.thought.feeding import COVERED, feeds_of
from matang.flow.aims.selectors.thought.papers import LACKS, efforts_of, lacks_of, version_visible_to, versions_of
from matang.flow.aims.selectors.thought.questions import BY_KEY, EFFORTS, QUESTIONS, TEXTS
from matang.flow.aims.services.thought.papers import issue_version, subject_of
from matang.flow.aims.services.thought.writing import IncompleteError, close_paper, owner_path_of, submit_paper
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.foundation.documents.models import IssuedDocument
from matang.foundation.documents.selectors import documents_about
from matang.foundation.files.downloads import download_whole
from matang.foundation.files.services import GoneError
from matang.ui.refusals import onto

DENSE, DENSER = 1_800, 3_200
"""From how many characters on a printed paper gets smaller letters, so that it stays on one A4."""


@gate.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def thought(request: HttpRequest, paper_id: int) -> HttpResponse:
    """Show a paper whole; a POST submits it, or shows what is missing."""
    paper = paper_or_404(request, paper_id)
    may_write = bool(may_think(request.actor, owner_path_of(paper))) and paper.state != "closed"
    refused = False
    if request.method == "POST":
        try:
            made = submit_paper(actor=request.actor, paper_id=paper.pk)
            messages.success(request, _("Diajukan sebagai versi %(n)s.") % {"n": made.number})
            return redirect("aims:thought", paper.pk)
        except RefusedError as error:
            raise PermissionDenied(error.answer.reason) from error
        except IncompleteError:
            refused = True
    efforts = efforts_of(paper)
    context = {
        "paper": paper,
        "efforts": efforts,
        "parts": [(part, [question for question in QUESTIONS if question.part == part]) for part in (1, 2)],
        "EFFORTS": EFFORTS,
        "lacks": lacks_of(paper, efforts, today()) if paper.state != "closed" else [],
        "lack_words": LACKS,
        "labels": {key: question.label for key, question in BY_KEY.items()},
        "feeds": feeds_of(request.actor, paper),
        "threshold": round(COVERED * 100),
        "versions": versions_of(paper),
        "done": answered(paper, len(efforts)),
        "total": len(KEYS),
        "next_key": next((key for key in KEYS if key != EFFORTS and not getattr(paper, key)), KEYS[0]),
        "may_write": may_write,
        "may_plant": bool(may_edit_aims(request.actor)),
        "programme": _programme_of(request, paper),
        "density": _density(paper, sum(len(effort.text) for effort in efforts)),
        "chips": CHIPS,
        "refused": refused,
        "crumbs": crumbs_of(paper),
    }
    return render(request, "aims/thought/paper.html", context, status=422 if refused else 200)


@gate.roles(*THINKER_ROLES)
@require_http_methods(["GET", "POST"])
def thought_close(request: HttpRequest, paper_id: int) -> HttpResponse:
    """Close a paper, with a reason."""
    paper = writable(request, paper_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            close_paper(actor=request.actor, paper_id=paper.pk, reason=form.cleaned_data["reason"])
            messages.success(request, _("Alur pikir ditutup. Isinya dan versinya tetap dapat dibaca."))
            return redirect("aims:thought", paper.pk)
    return form_page(
        request, form, _("Tutup alur pikir"), _("Ya, tutup"), crumbs=crumbs_of(paper, _("Tutup")),
        back=reverse("aims:thought", args=[paper.pk]), lead=str(paper), kind="danger",
    )  # fmt: skip


@gate.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def thought_version(request: HttpRequest, paper_id: int, number: int) -> HttpResponse:
    """Show what was submitted; a POST issues it as a PDF with a code."""
    version = version_visible_to(request.actor, paper_id, number)
    if version is None:
        raise Http404
    paper = paper_or_404(request, paper_id)
    if request.method == "POST":
        check_at = request.build_absolute_uri(reverse("documents:ask"))
        try:
            made = issue_version(actor=request.actor, paper_id=paper_id, number=number, check_at=check_at)
        except RefusedError as error:
            raise PermissionDenied(error.answer.reason) from error
        messages.success(request, _("Diterbitkan dengan kode %(code)s.") % {"code": made.code})
        return redirect("aims:thought_version", paper_id, number)
    context = {
        "paper": paper,
        "version": version,
        "parts": [(part, [question for question in QUESTIONS if question.part == part]) for part in (1, 2)],
        "EFFORTS": EFFORTS,
        "documents": documents_about(version.agency_id, subject_of(version)),
        "may_issue": bool(may_think(request.actor, owner_path_of(paper))),
        "crumbs": crumbs_of(paper, _("Versi %(n)s") % {"n": number}),
    }
    return render(request, "aims/thought/version.html", context)


@gate.signed_in
@require_safe
def thought_document(request: HttpRequest, document_id: int) -> HttpResponse:
    """Hand over an issued paper to whoever may read the version that it is about."""
    found = IssuedDocument.objects.select_related("file").filter(pk=document_id, agency_id=request.actor.agency_id).first()
    kind, _colon, key = found.subject.partition(":") if found else ("", "", "")
    paper_id, _dot, number = key.partition(".")
    readable = kind == "thought" and paper_id.isdecimal() and number.isdecimal()
    if found is None or not readable or version_visible_to(request.actor, int(paper_id), int(number)) is None:
        raise Http404
    try:
        return download_whole(found.file)
    except GoneError as error:
        raise Http404 from error


def _density(paper: ThoughtPaper, efforts: int) -> str:
    size = efforts + sum(len(getattr(paper, key)) for key in TEXTS)
    return "dense" if size >= DENSER else "close" if size >= DENSE else "airy"


def _programme_of(request: HttpRequest, paper: ThoughtPaper) -> int | None:
    """Return the programme that the paper's aim is, or stands under: efforts become activities there by one click."""
    if not paper.aim_id or not request.actor.has(*EDITOR_ROLES):
        return None
    forest = forest_at(request.actor, today())
    node = forest.by_id.get(paper.aim_id)
    line = [*forest.line(node), node] if node else []
    return next((one.id for one in reversed(line) if one.level == AimLevel.PROGRAMME), None)
