"""Steps of a report: accept, send back, take back; say that one helps others, or stop."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from matang.flow.learn.models import SendingReport
from matang.flow.learn.pages.reports.listing import report_or_404
from matang.flow.learn.permissions import may_decide_report, may_write_report
from matang.flow.learn.services.reports import (
    accept_report,
    offer_help,
    send_back_report,
    stop_helping,
    take_back_acceptance,
)
from matang.foundation.access import gate
from matang.foundation.access.answers import Answer
from matang.ui.refusals import demand, telling


def _deciding(request: HttpRequest, found: SendingReport) -> Answer:
    return may_decide_report(request.actor, found.person_id, found.participant.mentor_id, found.sending.unit.path)


def _writing(request: HttpRequest, found: SendingReport) -> Answer:
    return may_write_report(request.actor, found.person_id)


def _act(
    request: HttpRequest,
    report_id: int,
    may: Callable[[HttpRequest, SendingReport], Answer],
    work: Callable[[], object],
    told: str,
) -> HttpResponse:
    demand(may(request, report_or_404(request, report_id)))
    with telling(request):
        work()
        messages.success(request, told)
    return redirect("learn:alumni") if request.POST.get("next") == "alumni" else redirect("learn:report", report_id)


def _said(request: HttpRequest, name: str = "reason") -> str:
    return request.POST.get(name, "").strip()


@gate.signed_in
@require_POST
def report_accept(request: HttpRequest, report_id: int) -> HttpResponse:
    """Accept a report."""
    work = lambda: accept_report(  # noqa: E731
        actor=request.actor, report_id=report_id, place=_said(request, "place"), remark=_said(request)
    )
    return _act(request, report_id, _deciding, work, _("Laporan diterima dan JP-nya dibukukan."))


@gate.signed_in
@require_POST
def report_send_back(request: HttpRequest, report_id: int) -> HttpResponse:
    """Give a report back with the reason."""
    work = lambda: send_back_report(actor=request.actor, report_id=report_id, reason=_said(request))  # noqa: E731
    return _act(request, report_id, _deciding, work, _("Laporan dikembalikan kepada peserta."))


@gate.signed_in
@require_POST
def report_take_back(request: HttpRequest, report_id: int) -> HttpResponse:
    """Take an acceptance back."""
    work = lambda: take_back_acceptance(actor=request.actor, report_id=report_id, reason=_said(request))  # noqa: E731
    return _act(request, report_id, _deciding, work, _("Penerimaan ditarik dan JP-nya dibatalkan."))


@gate.signed_in
@require_POST
def report_help(request: HttpRequest, report_id: int) -> HttpResponse:
    """Say that one is ready to help others."""
    said = {name: _said(request, name) for name in ("role", "topic", "note")}
    work = lambda: offer_help(actor=request.actor, report_id=report_id, **said)  # noqa: E731
    return _act(request, report_id, _writing, work, _("Anda tercantum sebagai alumni yang bersedia membantu."))


@gate.signed_in
@require_POST
def report_stop_help(request: HttpRequest, report_id: int) -> HttpResponse:
    """Take oneself off the list of those who help."""
    work = lambda: stop_helping(actor=request.actor, report_id=report_id)  # noqa: E731
    return _act(request, report_id, _writing, work, _("Anda tidak lagi tercantum."))
