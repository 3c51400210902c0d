"""The chain alive: sendings to Malang step by step, a logbook, a report."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid5

from matang.flow.aims.public import Aim, Indicator
from matang.flow.learn.public import (
    AttendanceState,
    Host,
    LearningPlace,
    NewParticipant,
    Order,
    Participant,
    ParticipantState,
    SendingDetails,
    SendingKind,
    SendingReport,
    SentEntry,
    accept_report,
    add_participant,
    answer_request,
    choose_cost_rule,
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
from matang.flow.needs.public import NOTHING, UnitNeed, intervals_at, requirements_of
from matang.flow.register.public import MANAGERIAL_KINDS, Incumbency, IncumbencyKind, Unit
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import now, today
from matang.foundation.identity.models import User
from matang.foundation.tenancy.context import acting_in
from matang.portal.demo import hosting

HERE = UUID("7c6f3c1e-2b0a-4f7e-9d55-7271357320aa")
DAYS = 92
WORKS_NAME = "Dinas PUPRPKP"
"""Malang's office as its own register calls it: the calendar there knows it by this name."""
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


def learners(unit: Unit, day: date) -> list[Learner]:
    """Return people of a unit who lack something that their post asks for and whose unit, or one above it, has a leader.

    Only those who hold their post to this day: their account is opened by it.
    """
    held = Incumbency.objects.as_at(day).filter(agency_id=unit.agency_id, kind=IncumbencyKind.DEFINITIVE, valid_to__isnull=True)
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
    return found


@dataclass(slots=True)
class Journey:
    """One sending of one person to Malang; each step is a method, to be called on its day."""

    roles: Roles
    unit: Unit
    need: UnitNeed
    serves: tuple[Aim, Indicator]
    host: Host
    title: str
    after: str
    begins: date
    participant: Participant | None = None

    @property
    def going(self) -> Participant:
        """Return who goes, once somebody was put forward."""
        if self.participant is None:
            raise LookupError(self.title)
        return self.participant

    def submit(self, learner: Learner) -> None:
        """Write the sending, put the learner forward and pass the gate."""
        officer, (aim, indicator) = actor_of(self.roles.officer), self.serves
        details = SendingDetails(
            kind=SendingKind.INTERNSHIP, title=self.title, need_id=self.need.pk, aim_id=aim.pk, indicator_id=indicator.pk,
            host_id=self.host.pk, host_unit=WORKS_NAME, seats=1, starts_on=self.begins,
            ends_on=self.begins + timedelta(days=DAYS - 1), after_return=self.after,
        )  # fmt: skip
        sending = create_sending(actor=officer, unit_id=self.unit.pk, details=details)
        new = NewParticipant(learner.person_id, learner.mentor_id, learner.competency_id, "Menerapkan hasilnya di unit saya.")
        self.participant = add_participant(actor=officer, sending_id=sending.pk, new=new)
        choose_cost_rule(actor=officer, sending_id=sending.pk, rule="training", place=hosting.PLACE, local_trips=2)
        submit_sending(actor=officer, sending_id=sending.pk)

    def be_accepted(self) -> None:
        """Let Malang's coordinator accept, and Palu's officer choose the person."""
        with acting_in(self.roles.coordinator.agency_id, self.roles.coordinator.pk):
            sending_id = self.going.sending_id
            answer_request(actor=actor_of(self.roles.coordinator), sending_id=sending_id, accept=True, reason="Kursi tersedia.")
        choose_participant(
            actor=actor_of(self.roles.officer), participant_id=self.going.pk, state=ParticipantState.CHOSEN,
            reason="Kesenjangannya tepat pada kebutuhan.",
        )  # fmt: skip

    def be_ordered(self, number: str) -> None:
        """Let the mayor order it, and Malang name a mentor."""
        order = Order(f"800.1.11/{number}/DEMO/{self.begins.year}", "Dibutuhkan kota.")
        order_sending(actor=actor_of(self.roles.mayor), sending_id=self.going.sending_id, order=order)
        with acting_in(self.roles.coordinator.agency_id, self.roles.coordinator.pk):
            mentor = self.roles.host_mentor.pk
            name_host_mentor(actor=actor_of(self.roles.coordinator), participant_id=self.going.pk, account_id=mentor)

    def leave(self) -> None:
        """Note the departure."""
        start_sending(actor=actor_of(self.roles.officer), sending_id=self.going.sending_id)

    def come_back(self) -> None:
        """Note the return."""
        return_from(actor=actor_of(self.roles.officer), sending_id=self.going.sending_id)

    def report(self, returned: User) -> SendingReport:
        """Let the person write the report, and the officer accept it."""
        author = actor_of(returned)
        for part, text in REPORT.items():
            save_part(actor=author, participant_id=self.going.pk, part=part, text=text)
        made = submit_report(actor=author, participant_id=self.going.pk)
        return accept_report(actor=actor_of(self.roles.officer), report_id=made.pk, place=LearningPlace.NATIONAL)


def write_day(intern: User, participant: Participant, number: int) -> None:
    """Let the intern write today's entry, the one of this number."""
    done, learned, idea = DONE[number]
    entry = SentEntry(
        participant_id=participant.pk, identifier=uuid5(HERE, f"{participant.pk}:{number}"), day=today(), done=done,
        written_at=now(), learned=learned, idea=idea, attendance=AttendanceState.PRESENT, hours=Decimal(8),
    )  # fmt: skip
    take_entry(actor=actor_of(intern), sent=entry)
