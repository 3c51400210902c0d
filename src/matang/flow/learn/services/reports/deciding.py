"""The mentor or the HR officer accepts a report, sends it back, or takes the acceptance back."""

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import LearningPlace, ParticipantState, ReportState, SendingState
from matang.flow.learn.models import SendingReport
from matang.flow.learn.permissions import may_decide_report
from matang.flow.learn.services.reports.hours import book, withdraw
from matang.flow.learn.services.reports.writing import held_report
from matang.flow.learn.services.sendings.locking import lock_own, step
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import now


def accept_report(*, actor: Actor, report_id: int, place: str, remark: str = "") -> SendingReport:
    """Accept a submitted report and book its hours; with the last one of its sending, the sending is reported.

    Accepting twice changes nothing. ``place``: a ``LearningPlace``, never assumed.

    Raises:
        RefusedError: not the mentor or HR officer, not submitted, or no place.
    """
    with transaction.atomic():
        report = _held(actor, report_id)
        if report.state == ReportState.ACCEPTED:
            return report
        if report.state != ReportState.SUBMITTED:
            raise refuse(_("Laporan ini belum diajukan."))
        if place not in LearningPlace.values:
            raise refuse(_("Pilih apakah belajarnya di dalam atau di luar negeri; JP-nya berbeda."))
        report.place, report.acceptances = place, report.acceptances + 1
        _decided(actor, report, ReportState.ACCEPTED, remark)
        book(actor, report)
        _follow(actor, report)
    return report


def send_back_report(*, actor: Actor, report_id: int, reason: str) -> SendingReport:
    """Give a submitted report back to be written better, with the reason."""
    with transaction.atomic():
        report = _held(actor, report_id)
        if report.state != ReportState.SUBMITTED:
            raise refuse(_("Hanya laporan yang menunggu diperiksa yang dapat dikembalikan."))
        if not reason.strip():
            raise refuse(_("Tulis apa yang perlu diperbaiki."))
        _decided(actor, report, ReportState.SENT_BACK, reason)
    return report


def take_back_acceptance(*, actor: Actor, report_id: int, reason: str) -> SendingReport:
    """Take an acceptance back: the report waits again, its hours are withdrawn, its sending is no longer reported.

    Raises:
        RefusedError: not accepted, no reason, or the sending was closed.
    """
    with transaction.atomic():
        report = _held(actor, report_id)
        if report.state != ReportState.ACCEPTED:
            raise refuse(_("Laporan ini belum diterima."))
        if not reason.strip():
            raise refuse(_("Tulis alasannya."))
        sending = lock_own(actor, report.sending_id)
        if sending.state == SendingState.CLOSED:
            raise refuse(_("Pengiriman ini sudah ditutup. Buka kembali dulu sebelum penerimaan laporannya ditarik."))
        if sending.state == SendingState.REPORTED:
            step(actor, sending, SendingState.RETURNED, _("Penerimaan laporan ditarik: %(why)s") % {"why": reason.strip()})
        withdraw(actor, report, reason)
        _decided(actor, report, ReportState.SUBMITTED, reason)
    return report


def _held(actor: Actor, report_id: int) -> SendingReport:
    report = held_report(actor, SendingReport.objects.filter(pk=report_id))
    require(may_decide_report(actor, report.person_id, report.participant.mentor_id, report.sending.unit.path))
    return report


def _decided(actor: Actor, report: SendingReport, state: str, reason: str) -> None:
    report.state, report.decided_reason = state, reason.strip()
    report.decided_at, report.decided_account, report.decided_name = now(), actor.user_id, actor.name
    report.save()


def _follow(actor: Actor, report: SendingReport) -> None:
    """Let the sending be reported once every chosen participant's report is accepted."""
    sending = lock_own(actor, report.sending_id)
    going = set(sending.participants.filter(state=ParticipantState.CHOSEN).values_list("pk", flat=True))
    done = set(sending.reports.filter(state=ReportState.ACCEPTED).values_list("participant_id", flat=True))
    if sending.state == SendingState.RETURNED and going <= done:
        step(actor, sending, SendingState.REPORTED, _("Semua laporan peserta diterima"))
