"""What the table of reports names: one handed in, one accepted, one with a paper, one still open; and one of Malang."""

from matang.flow.learn.models import Participant, Sending, SendingReport
from matang.flow.learn.services.reports import accept_report
from matang.flow.learn.services.sendings import SendingDetails, create_sending
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import now
from matang.foundation.files.models import StoredFile
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.flow.apply.homecoming import submitted_report


def again(sending: Sending, participant: Participant, report: SendingReport, title: str) -> SendingReport:
    """Let the same person have gone once more, with a copy of the report."""
    went = Sending.objects.get(pk=sending.pk)
    went.pk, went.title, went.state = None, title, "returned"
    went.save(force_insert=True)
    going = Participant.objects.get(pk=participant.pk)
    going.pk, going.sending = None, went
    going.save(force_insert=True)
    copy = SendingReport.objects.get(pk=report.pk)
    copy.pk, copy.sending, copy.participant = None, went, going
    copy.save(force_insert=True)
    return copy


def objects(cast: Cast) -> dict[str, int | str]:
    """Make the reports that the table names."""
    made = submitted_report(cast)
    sending, participant = made.journey.sending, made.journey.participant
    accepted = again(sending, participant, made.report, "Diterima")
    accept_report(actor=actor_of(cast.users["hr_officer"]), report_id=accepted.pk, place="national")
    paper = again(sending, participant, made.report, "Berlampiran")
    paper.document = _paper(cast)
    paper.save()
    open_one = again(sending, participant, made.report, "Terbuka")
    SendingReport.objects.filter(pk=open_one.pk).update(state="draft")
    with acting_in(cast.malang.pk):
        officer, person = actor_of(cast.users["malang_officer"]), cast.people["malang"]
        unit = cast.units["malang"]
        theirs = create_sending(actor=officer, unit_id=unit.pk, details=SendingDetails("internship", "Belajar di tempat lain"))
        Sending.objects.filter(pk=theirs.pk).update(state="returned")
        went = Participant.objects.create(agency=cast.malang, sending=theirs, person=person, state="chosen")
        report = SendingReport.objects.create(
            agency=cast.malang, sending=theirs, participant=went, person=person, state="submitted", saved_at=now()
        )
    return {
        "report.submitted": made.report.pk, "report.accepted": accepted.pk, "report.paper": paper.pk,
        "participant.open": open_one.participant_id, "report.malang": report.pk, "participant.malang": went.pk,
    }  # fmt: skip


def _paper(cast: Cast) -> StoredFile:
    from matang.foundation.files.services import store

    pdf = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    return store(agency_id=cast.palu.pk, actor_id=None, name="laporan.pdf", content=pdf)
