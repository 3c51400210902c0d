"""A participant writes their report part by part, and submits it when nothing is missing."""

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import REPORT_OPEN, ReportState
from matang.flow.learn.models import SendingReport
from matang.flow.learn.permissions import may_write_report
from matang.flow.learn.selectors.reports import lacking_of, participant_who_reports
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import now
from matang.foundation.files.models import FileKind
from matang.foundation.files.services import Readable, store

PARTS = ("seen", "worked_because", "different_here", "action_plan")
"""The parts of a report in the order of asking. A study visit is asked for the first and the last only."""
MOST = 10_000


def save_part(*, actor: Actor, participant_id: int, part: str, text: str) -> SendingReport:
    """Keep one part of the own report; the report begins with the first part that is saved.

    Raises:
        RefusedError: somebody else's, submitted or accepted already, no such part, or too long.
    """
    if part not in PARTS:
        raise refuse(_("Bagian ini tidak ada."))
    if len(text) > MOST:
        raise refuse(_("Satu bagian paling panjang %(most)s huruf.") % {"most": MOST})
    with transaction.atomic():
        report = _own(actor, participant_id)
        setattr(report, part, text.strip())
        report.saved_at = now()
        report.save()
    return report


def attach_document(*, actor: Actor, participant_id: int, name: str, content: bytes | Readable) -> SendingReport:
    """Put a PDF or a picture beside the own report; a second one takes the place of the first.

    Raises:
        RefusedError: not the actor's, or no longer open.
        RefusedFileError: the file is not accepted.
    """
    with transaction.atomic():
        report = _own(actor, participant_id)
        report.document = store(
            agency_id=actor.agency_id or 0, actor_id=actor.user_id, name=name, content=content,
            kinds=(FileKind.PDF, FileKind.PNG, FileKind.JPEG),
        )  # fmt: skip
        report.saved_at = now()
        report.save()
    return report


def submit_report(*, actor: Actor, participant_id: int) -> SendingReport:
    """Hand in the own report. Submitting twice changes nothing.

    Raises:
        RefusedError: not the actor's, accepted already, or parts are missing; the reason names them.
    """
    with transaction.atomic():
        report = held_report(actor, SendingReport.objects.filter(participant_id=participant_id))
        require(may_write_report(actor, report.person_id))
        if report.state == ReportState.SUBMITTED:
            return report
        if report.state not in REPORT_OPEN:
            raise refuse(_("Laporan ini sudah diterima."))
        lacking = lacking_of(report)
        if lacking:
            raise refuse(_("Belum diisi: %(parts)s.") % {"parts": ", ".join(lacking)})
        report.state, report.submitted_at = ReportState.SUBMITTED, now()
        report.save()
    return report


def held_report(actor: Actor, rows: object) -> SendingReport:
    """Return the one report of the actor's agency among the rows and hold it until the transaction ends.

    Raises:
        RefusedError: there is none.
    """
    own = rows.filter(agency_id=actor.agency_id)  # type: ignore[attr-defined]
    found: SendingReport | None = (
        own.select_for_update(of=("self",)).select_related("sending__unit", "sending__host", "participant", "person").first()
    )
    if found is None:
        raise refuse(_("Laporan ini tidak ada dalam lingkup Anda."))
    return found


def _own(actor: Actor, participant_id: int) -> SendingReport:
    participant = participant_who_reports(actor, participant_id)
    if participant is None:
        raise refuse(_("Laporan ditulis peserta yang sudah kembali, tentang pengirimannya sendiri."))
    require(may_write_report(actor, participant.person_id))
    SendingReport.objects.get_or_create(
        agency_id=participant.agency_id,
        participant=participant,
        defaults={"sending_id": participant.sending_id, "person_id": participant.person_id, "saved_at": now()},
    )
    report = held_report(actor, SendingReport.objects.filter(participant=participant))
    if report.state not in REPORT_OPEN:
        raise refuse(_("Laporan ini sudah diajukan dan tidak dapat diubah lagi, kecuali dikembalikan."))
    return report
