"""Reports: those one still owes, those that wait to be read, and one of them."""

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from matang.flow.learn.choices import REPORT_OPEN, AlumnusRole, LearningPlace, ReportState
from matang.flow.learn.models import Alumnus, SendingReport
from matang.flow.learn.permissions import may_decide_report
from matang.flow.learn.selectors.reports import asked_parts, participations_of, report_visible_to, reports_visible_to
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.foundation.files.downloads import download_whole
from matang.ui.asking import query_of, word
from matang.ui.formats import tanggal
from matang.ui.paging import page_of
from matang.ui.workbooks import workbook

CHIPS = {"draft": "", "submitted": "info", "sent_back": "warn", "accepted": "pass"}


def report_or_404(request: HttpRequest, report_id: int) -> SendingReport:
    """Return the report when the actor reads it."""
    found = report_visible_to(request.actor, report_id)
    if found is None:
        raise Http404
    return found


@gate.signed_in
def reports(request: HttpRequest) -> HttpResponse:
    """List what the actor owes themselves and the reports of others in reach."""
    actor, state, text = request.actor, word(request, "status", ReportState.values), word(request, "q")
    rows = _asked(request)
    page = page_of(request, rows.count())
    context = {
        "own": participations_of(actor),
        "reports": list(rows.order_by("-submitted_at", "-pk")[page.window]) if page.total else [],
        "any": bool(page.total) or bool(state or text),
        "page": page,
        "state": state,
        "text": text,
        "states": [pair for pair in ReportState.choices if pair[0] != ReportState.DRAFT],
        "chips": CHIPS,
        "query": query_of(request),
    }
    return render(request, "learn/reports/reports.html", context)


def _asked(request: HttpRequest) -> object:
    rows = reports_visible_to(request.actor).exclude(person_id=request.actor.person_id or 0)
    state = word(request, "status", ReportState.values)
    if state:
        rows = rows.filter(state=state)
    for one in word(request, "q").split():
        rows = rows.filter(Q(sending__title__icontains=one) | Q(person__full_name__icontains=one))
    return rows.select_related("sending", "person")


@gate.signed_in
def reports_download(request: HttpRequest) -> HttpResponse:
    """Download exactly the reports that the list shows with the same filters, all pages of it."""
    headings = [_("Peserta"), _("Yang dipelajari"), _("Unit pengirim"), _("Diajukan"), _("Status"), _("Diperiksa oleh")]
    rows = (
        (str(row.person), row.sending.title, row.sending.unit_name, tanggal(row.submitted_at) if row.submitted_at else "",
         row.get_state_display(), row.decided_name)
        for row in _asked(request).order_by("-submitted_at", "-pk")  # type: ignore[attr-defined]
    )  # fmt: skip
    title = _("Laporan belajar")
    return workbook(
        f"laporan-belajar-{today()}", title, [_("Per %(day)s") % {"day": tanggal(today())}], [(title, headings, rows)]
    )


@gate.signed_in
def report(request: HttpRequest, report_id: int) -> HttpResponse:
    """Show a report, what it earned, and what may be done with it."""
    found = report_or_404(request, report_id)
    actor = request.actor
    decides = bool(may_decide_report(actor, found.person_id, found.participant.mentor_id, found.sending.unit.path))
    mine = found.person_id == actor.person_id
    booked = list(found.hours.order_by("booked_at", "pk"))
    context = {
        "report": found,
        "parts": [(name, getattr(found, part)) for part, name in asked_parts(found.sending.kind)],
        "chips": CHIPS,
        "decides": decides and found.state == ReportState.SUBMITTED,
        "takes_back": decides and found.state == ReportState.ACCEPTED,
        "mine": mine,
        "writes": mine and found.state in REPORT_OPEN,
        "hours": booked,
        "places": LearningPlace.choices,
        "alumnus": Alumnus.objects.filter(report=found, ended_on=None).first(),
        "alumnus_roles": AlumnusRole.choices,
    }
    return render(request, "learn/reports/report.html", context)


@gate.signed_in
def report_document(request: HttpRequest, report_id: int) -> HttpResponse:
    """Download what was put beside the report."""
    found = report_or_404(request, report_id)
    if found.document is None or found.document.deleted_at is not None:
        raise Http404
    return download_whole(found.document)
