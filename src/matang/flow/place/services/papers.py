"""Minutes of a meeting and drafts of decision letters, as papers with a verification code."""

from collections.abc import Iterable
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from matang.flow.place.choices import DecisionState, MeetingState, Outcome
from matang.flow.place.models import AgendaItem, MeetingMember, Nomination, PanelMeeting, PlacementDecision, Waiver
from matang.flow.place.permissions import may_convene, may_decide
from matang.flow.place.selectors.meetings import agenda_of, members_of, seat_in
from matang.flow.plan.public import Proposal, said
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now
from matang.foundation.documents.models import IssuedDocument
from matang.foundation.documents.selectors import documents_about
from matang.foundation.documents.services import Paper, issue, withdraw
from matang.ui.formats import angka, tanggal, waktu

SOURCES = Path(__file__).parent.parent / "templates" / "place" / "papers"
SHOWN = 5
"""How many of a shortlist the minutes print; the whole sheet is kept with the decision."""


def issue_minutes(*, actor: Actor, meeting_id: int, check_at: str = "") -> IssuedDocument:
    """Issue the minutes of a closed meeting; earlier ones are withdrawn. On the chained log, with the file's fingerprint.

    Raises ``RefusedError`` when the meeting is not closed or the actor neither leads it nor prepares meetings.
    """
    with transaction.atomic():
        meeting = PanelMeeting.objects.select_for_update().get(pk=meeting_id, agency_id=actor.agency_id)
        members = members_of(meeting)
        if not seat_in(actor, members).leads:
            require(may_convene(actor, ""))
        if meeting.state != MeetingState.CLOSED:
            raise refuse(_("Berita acara diterbitkan setelah sidang ditutup."))
        with override("id"):
            data = _minutes(meeting, members)
            paper = Paper(
                kind=_("Berita acara"),
                title=_("Berita acara sidang tim penilai kinerja"),
                subject=f"meeting:{meeting.pk}",
                name=f"berita-acara-sidang-{meeting.pk}.pdf",
                source=SOURCES / "minutes.typ",
                data=data,
                check_at=check_at,
            )
            return _issued(actor, paper, "place.minutes_issued")


def issue_letter(*, actor: Actor, decision_id: int, check_at: str = "") -> IssuedDocument:
    """Issue the draft of the letter that carries a decision out; earlier drafts are withdrawn.

    Raises ``RefusedError`` when the decision does not stand or appoints nobody, or the actor may neither decide nor prepare.
    """
    with transaction.atomic():
        decision = (
            PlacementDecision.objects.select_for_update(of=("self",))
            .select_related("post__unit", "person", "decided_by")
            .get(pk=decision_id, agency_id=actor.agency_id)
        )
        if not may_decide(actor, decision.post.unit.path):
            require(may_convene(actor, decision.post.unit.path))
        if decision.state != DecisionState.STANDS or decision.person is None:
            raise refuse(_("Naskah hanya dibuat untuk putusan yang berlaku dan menetapkan seorang pegawai."))
        with override("id"):
            paper = Paper(
                kind=_("Naskah keputusan"),
                title=_("Naskah keputusan pengangkatan dalam jabatan"),
                subject=f"decision:{decision.pk}",
                name=f"naskah-keputusan-{decision.pk}.pdf",
                source=SOURCES / "letter_draft.typ",
                data=_letter(decision),
                check_at=check_at,
            )
            return _issued(actor, paper, "place.letter_drafted")


def _issued(actor: Actor, paper: Paper, kind: str) -> IssuedDocument:
    for earlier in documents_about(actor.agency_id, paper.subject):
        withdraw(earlier, actor_id=actor.user_id, reason=_("Digantikan terbitan berikutnya"))
    made = issue(agency_id=actor.agency_id, actor_id=actor.user_id, paper=paper)
    record_decision(
        agency_id=actor.agency_id,
        actor_id=actor.user_id,
        kind=kind,
        subject=paper.subject,
        payload={"code": made.code, "sha256": made.sha256},
        reason=paper.title,
    )
    return made


def _minutes(meeting: PanelMeeting, members: list[MeetingMember]) -> dict[str, object]:
    """Return everything the minutes say, as texts."""
    agenda = agenda_of(meeting)
    decisions = {
        row.item_id: row
        for row in PlacementDecision.objects.filter(item__in=agenda, state=DecisionState.STANDS).select_related(
            "person", "decided_by"
        )
    }
    opened = meeting.opened_at
    return {
        "office": _("Tim Penilai Kinerja"),
        "number": meeting.title,
        "facts": [
            [_("Tanggal"), tanggal(meeting.held_on)],
            [_("Tempat"), meeting.venue or "–"],
            [_("Dibuka"), waktu(opened) if opened else "–"],
            [_("Ditutup"), waktu(meeting.closed_at) if meeting.closed_at else "–"],
            [_("Cara mengambil pertimbangan"), meeting.get_way_display()],
        ],
        "members_title": _("Yang bersidang"),
        "members": [[str(row.user), row.get_seat_display(), row.get_attendance_display(), _statement(row)] for row in members],
        "members_head": [_("Nama"), _("Kedudukan"), _("Kehadiran"), _("Pernyataan konflik kepentingan")],
        "items_title": _("Yang dibahas"),
        "items": [_item(row, decisions.get(row.pk)) for row in agenda],
        "candidates_head": [_("Calon"), _("Nilai"), _("Selisih"), _("Syarat")],
        "signatures": [[row.get_seat_display(), str(row.user)] for row in members],
        "signatures_title": _("Tanda tangan"),
        "closing": _("Dibuat oleh sistem dari catatan sidang pada %(time)s. Urutan dan angka calon sama dengan lembar sidang.")
        % {"time": waktu(now())},
    }


def _statement(member: MeetingMember) -> str:
    statement = getattr(member, "statement", None)
    if statement is None:
        return _("belum diberikan")
    named = [row.relation for row in statement.conflicts.all()]
    return "; ".join(named) if named else _("tidak ada konflik")


def _item(item: AgendaItem, decision: PlacementDecision | None) -> dict[str, object]:
    key = {"scenario_id": item.scenario_id, "post_id": item.post_id}
    rows = Proposal.objects.filter(**key).select_related("person").order_by("rank", "pk")[:SHOWN]
    return {
        "title": f"{item.position}. {item.post.name}",
        "unit": item.post.unit.name,
        "candidates": [_candidate(row) for row in rows],
        "lines": [
            [_("Nama yang diajukan pejabat"), "; ".join(_named(row) for row in Nomination.objects.filter(**key)) or "–"],
            [_("Pengecualian syarat"), "; ".join(_waived(Waiver.objects.filter(**key).select_related("person"))) or "–"],
            [_("Pertimbangan tim"), _advice(item)],
            [_("Putusan"), _decided(decision)],
            [_("Alasan"), decision.reason if decision is not None and decision.reason else "–"],
        ],
    }


def _candidate(row: Proposal) -> list[str]:
    words = {"eligible": _("dipenuhi"), "unsure": _("ada yang belum pasti"), "refused": _("tidak dipenuhi")}
    name = f"{row.rank}. {row.person.display_name}"
    return [name, angka(row.score), angka(row.distance) if row.rank > 1 else "–", words.get(row.state, row.state)]


def _named(row: Nomination) -> str:
    why = "; ".join(said(reason) for _title, reason, _article, _unverified in row.refusals)
    standing = why or (_("kurang %(n)s poin") % {"n": angka(row.distance or 0)} if row.rank != 1 else _("juga diusulkan"))
    return _("%(name)s (diajukan %(by)s): %(why)s") % {"name": row.person.display_name, "by": row.named_by, "why": standing}


def _waived(rows: Iterable[Waiver]) -> list[str]:
    return [
        _("%(name)s: %(title)s Alasan: %(reason)s")
        % {"name": row.person.display_name, "title": said(row.title), "reason": row.reason}
        for row in rows
        if row.withdrawn_at is None
    ]


def _advice(item: AgendaItem) -> str:
    if not item.advice:
        return _("belum ada")
    what = item.advised_person.display_name if item.advised_person else item.get_advice_display()
    votes = ", ".join(str(row[2]) for row in item.tally)
    return _("%(what)s (%(way)s; suara: %(votes)s)") % {"what": what, "way": item.get_way_display(), "votes": votes or "–"}


def _decided(decision: PlacementDecision | None) -> str:
    if decision is None:
        return _("belum diputus")
    what = decision.person.display_name if decision.person else Outcome.LEFT_VACANT.label
    return _("%(what)s, oleh %(by)s, %(time)s; catatan nomor %(log)s") % {
        "what": what,
        "by": decision.decided_by,
        "time": waktu(decision.decided_at),
        "log": decision.log_id,
    }


def _letter(decision: PlacementDecision) -> dict[str, object]:
    """Return what the letter's draft says. Number, date and signature stay open: an official fills and signs them."""
    person = decision.person
    left = Proposal.objects.filter(scenario_id=decision.scenario_id, post_id=decision.post_id, person=person).first()
    old = left.reasons.get("post_name") if left is not None else ""
    return {
        "number": _("Nomor: %(number)s") % {"number": decision.decree or "…………………………"},
        "draft": _("NASKAH – BELUM DITANDATANGANI"),
        "weighing_title": _("Menimbang"),
        "weighing": _(
            "bahwa jabatan %(post)s pada %(unit)s perlu diisi, dan tim penilai kinerja telah memberi pertimbangan atas semua "
            "calon dengan lembar penilaian yang sama;"
        )
        % {"post": decision.post.name, "unit": decision.post.unit.name},
        "basis_title": _("Mengingat"),
        "basis": ["UU 20/2023", "PP 11/2017 jo. PP 17/2020"],
        "basis_note": _("Lengkapi dasar hukum menurut ketentuan yang berlaku sebelum ditandatangani."),
        "deciding_title": _("Menetapkan"),
        "rows": [
            [_("Nama"), person.display_name if person else ""],
            [_("NIP"), person.nip if person else ""],
            [_("Jabatan lama"), old or "–"],
            [_("Jabatan baru"), decision.post.name],
            [_("Unit kerja"), decision.post.unit.name],
            [_("Terhitung mulai tanggal"), tanggal(decision.effective_from) if decision.effective_from else "…………………………"],
        ],
        "log": _("Catatan putusan nomor %(log)s, %(time)s.") % {"log": decision.log_id, "time": waktu(decision.decided_at)},
        "place": _("Ditetapkan di ……………………, pada tanggal ……………………"),
        "signer": _("Pejabat Pembina Kepegawaian,"),
        "signer_name": "(……………………………………)",
    }
