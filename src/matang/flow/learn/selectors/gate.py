"""No sending without a need: what is missing before it can be submitted, and where to put it right.

The conditions follow what the national institute learned from its own programme and what the mayors ask for (dossier §7.1,
§7.3): a need tied to an aim, the person's gap, an indicator with baseline, target and date, the direct superior as mentor,
and what the unit does when the person is back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from matang.flow.learn.choices import ParticipantState, SendingKind
from matang.flow.learn.models import Participant, Sending, VisitBrief
from matang.flow.learn.selectors.gaps import is_superior
from matang.flow.needs.public import NeedState, UnitNeed

LIGHT = (SendingKind.STUDY_VISIT,)
"""Kinds that need no gap of each person and no mentor: a delegation looks at a practice, it doesn't work in it."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing: a stable code, the sentence, the part of the page where it is put right, and about whom."""

    code: str
    text: str
    part: str
    participant_id: int | None = None


def missing_of(sending: Sending, day: date) -> list[Missing]:
    """Return everything that keeps a draft from being submitted on the day; empty = the gate is open."""
    return [*_need(sending), *_indicator(sending), *_journey(sending), *_visit(sending), *_people(sending, day)]


def _need(sending: Sending) -> Iterator[Missing]:
    need: UnitNeed | None = sending.need
    if need is None:
        yield Missing("need", _("Belum ada kebutuhan unit yang menjadi alasannya."), "need")
    elif need.state not in {NeedState.OPEN, NeedState.UNDER_WAY}:
        yield Missing("need_settled", _("Kebutuhan “%(need)s” sudah selesai atau ditarik.") % {"need": need.what}, "need")
    if sending.aim_id is None:
        yield Missing("aim", _("Belum disebut tujuan, program, atau kegiatan yang dilayani."), "need")
    if not sending.after_return.strip():
        yield Missing("after_return", _("Belum ditulis apa yang dikerjakan unit setelah peserta kembali."), "need")


def _indicator(sending: Sending) -> Iterator[Missing]:
    indicator = sending.indicator
    if indicator is None:
        yield Missing("indicator", _("Belum ada indikator yang akan menunjukkan hasilnya."), "need")
        return
    wanted = (
        (
            "baseline",
            indicator.baseline_value,
            _("Indikator itu belum punya nilai awal: tanpa itu perubahan tidak dapat dibuktikan."),
        ),
        ("baseline_on", indicator.baseline_on, _("Nilai awal indikator itu belum bertanggal.")),
        ("target", indicator.target_value, _("Indikator itu belum punya target.")),
        ("target_on", indicator.target_on, _("Target indikator itu belum bertanggal.")),
    )
    for code, value, text in wanted:
        if value is None:
            yield Missing(code, text, "need")


def _journey(sending: Sending) -> Iterator[Missing]:
    if sending.host_id is None:
        yield Missing("host", _("Belum dipilih tuan rumah."), "journey")
    if sending.starts_on is None:
        yield Missing("starts_on", _("Tanggal mulai belum diisi."), "journey")
    if sending.ends_on is None:
        yield Missing("ends_on", _("Hari terakhir belum diisi; tidak ada lama yang dianggap berlaku sendiri."), "journey")
    if sending.seats is None:
        yield Missing("seats", _("Belum disebut berapa orang yang diminta diterima."), "journey")


def _visit(sending: Sending) -> Iterator[Missing]:
    if sending.kind not in LIGHT:
        return
    brief = VisitBrief.objects.filter(sending=sending).first()
    if brief is None or not brief.questions.strip():
        yield Missing("questions", _("Belum ditulis pertanyaan yang ingin dijawab."), "visit")
    if brief is None or not brief.take_home.strip():
        yield Missing("take_home", _("Belum ditulis apa yang hendak dibawa pulang."), "visit")


def _people(sending: Sending, day: date) -> Iterator[Missing]:
    rows = [row for row in people_of(sending) if row.state != ParticipantState.WITHDRAWN]
    if not rows:
        yield Missing("participants", _("Belum ada calon peserta."), "people")
    if sending.kind in LIGHT:
        return
    for row in rows:
        yield from _person(row, day)


def _person(row: Participant, day: date) -> Iterator[Missing]:
    who = {"name": row.person.display_name}
    if row.competency_id is None:
        yield Missing("gap", _("%(name)s: belum disebut kompetensi yang kurang.") % who, "people", row.pk)
    elif row.level_required is None:
        text = _("%(name)s: jabatannya tidak meminta kompetensi itu. Pilih yang diminta, atau lengkapi standar jabatannya.")
        yield Missing("gap_not_asked", text % who, "people", row.pk)
    elif (row.level_shown or 0) >= row.level_required:
        yield Missing("no_gap", _("%(name)s: tidak ada kesenjangan pada kompetensi itu.") % who, "people", row.pk)
    if row.mentor_id is None:
        yield Missing("mentor", _("%(name)s: atasan langsung sebagai mentor belum ditunjuk.") % who, "people", row.pk)
    elif (leads := is_superior(row.mentor_id, row.person_id, day)) is None:
        yield Missing(
            "mentor_unknown",
            _("%(name)s: jabatan mentornya tidak tercatat, jadi belum dapat dipastikan.") % who,
            "people",
            row.pk,
        )
    elif not leads:
        yield Missing(
            "mentor_no_superior", _("%(name)s: mentornya bukan pimpinan unit itu atau unit di atasnya.") % who, "people", row.pk
        )
    if not row.commitment.strip():
        yield Missing("commitment", _("%(name)s: komitmennya belum ditulis.") % who, "people", row.pk)


def people_of(sending: Sending) -> list[Participant]:
    """Return the participants of one's own sending with person, mentor and competency, in order of entry."""
    return list(sending.participants.select_related("person", "mentor", "competency").order_by("pk"))
