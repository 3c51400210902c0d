"""The chain of 2026, alive: a need, somebody under way at Malang with a logbook, somebody back with an accepted report."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID, uuid5

from django.utils import timezone

from matang.flow.aims.public import Aim, Indicator
from matang.flow.learn.public import (
    AttendanceState,
    Host,
    LearningPlace,
    NewParticipant,
    Order,
    Participant,
    ParticipantState,
    Sending,
    SendingDetails,
    SendingKind,
    SentEntry,
    accept_report,
    add_participant,
    answer_request,
    choose_participant,
    create_sending,
    name_host_mentor,
    order_sending,
    return_from,
    save_part,
    start_sending,
    submit_report,
    submit_sending,
    take_entry,
)
from matang.flow.needs.public import NOTHING, intervals_at, open_need, requirements_of
from matang.flow.register.public import MANAGERIAL_KINDS, Incumbency, IncumbencyKind, Unit
from matang.foundation.access.selectors import actor_of
from matang.foundation.identity.models import User
from matang.foundation.tenancy.context import acting_in

HERE = UUID("7c6f3c1e-2b0a-4f7e-9d55-7271357320aa")
DAYS = 92
DONE = (
    ("Berkenalan dengan petugas instalasi di Tlogomas dan ikut pemeriksaan pagi.", "Setiap bak dicatat debit dan baunya.", ""),
    (
        "Ikut warga menguras bak kontrol bersama tim.",
        "Iuran dikumpulkan RT, bukan dinas.",
        "Iuran lewat RT dapat dicoba di Palu.",
    ),
    ("Membaca perjanjian kelompok pengelola dengan dinas.", "Perawatan ditanggung kelompok, penggantian pompa oleh dinas.", ""),
    ("Mengambil contoh air keluar dan mengantarnya ke laboratorium.", "Hasil uji ditempel di balai RW.", "Tempel hasil uji."),
    ("Menyusun daftar suku cadang bersama gudang.", "Pompa cadangan selalu satu per kecamatan.", ""),
)
REPORT = {
    "seen": "Instalasi air limbah komunal dirawat kelompok warga; dinas menjamin pompa dan uji air.",
    "worked_because": "Ada perjanjian tertulis, iuran lewat RT, dan pompa cadangan di setiap kecamatan.",
    "different_here": "Di Palu belum ada kelompok pengelola dan anggaran pompa cadangan belum terpisah.",
    "action_plan": "Membentuk dua kelompok pengelola di kelurahan percontohan, dengan perjanjian dan satu pompa cadangan.",
}


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody with a gap, the competency that is missing, and the leader of the unit as mentor."""

    person_id: int
    competency_id: int
    mentor_id: int


@dataclass(frozen=True, slots=True)
class Roles:
    """The accounts that walk the chain: of the sender, and of the host."""

    officer: User
    mayor: User
    coordinator: User
    host_mentor: User


def learners(unit: Unit, day: date, wanted: int) -> list[Learner]:
    """Return people of a unit who lack something that their post asks for and whose unit, or one above it, has a leader."""
    held = Incumbency.objects.as_at(day).filter(agency_id=unit.agency_id, kind=IncumbencyKind.DEFINITIVE)
    rows = list(
        held.filter(post__unit__path__startswith=unit.path)
        .order_by("person_id")
        .values_list("person_id", "post_id", "post__kind", "post__unit__path")
    )
    leaders = {path: person for person, _post, kind, path in rows if kind in MANAGERIAL_KINDS}
    staff = [row for row in rows if row[2] not in MANAGERIAL_KINDS][:60]
    asked = requirements_of(unit.agency_id, day, [(row[1], row[2]) for row in staff])
    shown = intervals_at(unit.agency_id, day, [row[0] for row in staff])
    found = []
    for person, post, _kind, path in staff:
        mentor = next((leaders[at] for at in sorted(leaders, key=len, reverse=True) if path.startswith(at)), None)
        lines = [one for one in asked[post] if one.level > (shown.get((person, one.competency_id), NOTHING).low or 0)]
        if mentor is not None and lines:
            found.append(Learner(person, lines[0].competency_id, mentor))
    return found[:wanted]


def send(roles: Roles, unit: Unit, serves: tuple[Aim, Indicator], *, host: Host, learner: Learner, begins: date) -> Participant:
    """Walk one sending from the need to the day of leaving, through the gate and the host's answer."""
    officer, (aim, indicator) = actor_of(roles.officer), serves
    need = open_need(
        actor=officer, unit_id=unit.pk, what="Tenaga yang mampu merawat instalasi air limbah komunal",
        why="Empat instalasi dibangun sejak 2022; dua berhenti karena tidak ada yang merawatnya.",
    )  # fmt: skip
    details = SendingDetails(
        kind=SendingKind.INTERNSHIP, title="Perawatan instalasi air limbah komunal bersama warga", need_id=need.pk, aim_id=aim.pk,
        indicator_id=indicator.pk, host_id=host.pk, host_unit="DPUPRPKP Kota Malang", seats=1, starts_on=begins,
        ends_on=begins + timedelta(days=DAYS - 1), cost_rule="training",
        after_return="Dua kelompok pengelola dibentuk; bidang Cipta Karya merawatnya sesudah itu.",
    )  # fmt: skip
    sending = create_sending(actor=officer, unit_id=unit.pk, details=details)
    new = NewParticipant(learner.person_id, learner.mentor_id, learner.competency_id, "Menerapkan hasilnya di dua kelurahan.")
    participant = add_participant(actor=officer, sending_id=sending.pk, new=new)
    submit_sending(actor=officer, sending_id=sending.pk)
    _answered(roles, sending)
    choose_participant(
        actor=officer, participant_id=participant.pk, state=ParticipantState.CHOSEN, reason="Kesenjangannya tepat pada kebutuhan."
    )
    order_sending(actor=actor_of(roles.mayor), sending_id=sending.pk, order=Order("800.1.11/DEMO/2026", "Dibutuhkan kota."))
    with acting_in(roles.coordinator.agency_id, roles.coordinator.pk):
        name_host_mentor(actor=actor_of(roles.coordinator), participant_id=participant.pk, account_id=roles.host_mentor.pk)
    start_sending(actor=officer, sending_id=sending.pk, day=begins)
    return participant


def _answered(roles: Roles, sending: Sending) -> None:
    with acting_in(roles.coordinator.agency_id, roles.coordinator.pk):
        answer_request(actor=actor_of(roles.coordinator), sending_id=sending.pk, accept=True, reason="Kursi tersedia.")


def keep_log(intern: User, participant: Participant, begins: date) -> int:
    """Let the intern write a few days; return how many."""
    for number, (done, learned, idea) in enumerate(DONE):
        day = begins + timedelta(days=number + number // 5 * 2)
        written = timezone.make_aware(datetime.combine(day, time(16, 30)))
        entry = SentEntry(
            participant_id=participant.pk, identifier=uuid5(HERE, f"{participant.pk}:{number}"), day=day, done=done,
            written_at=written, learned=learned, idea=idea, attendance=AttendanceState.PRESENT, hours=Decimal(8),
        )  # fmt: skip
        take_entry(actor=actor_of(intern), sent=entry)
    return len(DONE)


def come_back(roles: Roles, returned: User, participant: Participant, day: date) -> int:
    """Let somebody come back, write the report and have it accepted; return its key."""
    return_from(actor=actor_of(roles.officer), sending_id=participant.sending_id, day=day)
    author = actor_of(returned)
    for part, text in REPORT.items():
        save_part(actor=author, participant_id=participant.pk, part=part, text=text)
    report = submit_report(actor=author, participant_id=participant.pk)
    accept_report(actor=actor_of(roles.officer), report_id=report.pk, place=LearningPlace.NATIONAL)
    key: int = report.pk
    return key
