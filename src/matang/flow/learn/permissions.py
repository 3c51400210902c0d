"""Who may do what in this stage. Two governments meet here: the sender's officers and the host's."""

from django.utils.translation import gettext as _

from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Allowed, Answer, Denied
from matang.foundation.access.roles import Role

READING_ROLES = (
    Role.HR_OFFICER,
    Role.PLANNER,
    Role.PROGRAMME_PLANNER,
    Role.APPOINTING_OFFICIAL,
    Role.AUDITOR,
    Role.UNIT_HEAD,
    Role.DIRECT_SUPERIOR,
    Role.MENTOR,
)
"""Who reads sendings of the own units; participants read their own besides."""
SENDER_ROLES = (Role.HR_OFFICER, Role.UNIT_HEAD)
HOST_ROLES = (Role.HOST_COORDINATOR, Role.HR_OFFICER)


def may_prepare_sending(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may write and submit a sending of the unit with this path."""
    if actor.scope(*SENDER_ROLES).covers(unit_path):
        return Allowed()
    return Denied(_("Pengiriman belajar diajukan oleh kepala unit itu atau oleh pengelola kepegawaian."))


def may_order_sending(actor: Actor) -> Answer:
    """Answer whether the actor may decide on a submitted sending: the appointing official."""
    if actor.has(Role.APPOINTING_OFFICIAL):
        return Allowed()
    return Denied(_("Surat tugas belajar diputuskan oleh Pejabat Pembina Kepegawaian."))


CLOSING_ROLES = (Role.HR_OFFICER, Role.APPOINTING_OFFICIAL)


def may_close_sending(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may close a sending with open ends and open it again: never the unit that went itself."""
    if actor.scope(*CLOSING_ROLES).covers(unit_path):
        return Allowed()
    return Denied(_("Pengiriman ditutup dan dibuka kembali oleh pengelola kepegawaian atau Pejabat Pembina Kepegawaian."))


def may_host(actor: Actor) -> Answer:
    """Answer whether the actor speaks for the agency as a host."""
    if actor.scope(*HOST_ROLES).everything:
        return Allowed()
    return Denied(_("Jawaban tuan rumah diberikan oleh koordinator tuan rumah instansi itu."))


TARIFF_ROLES = (Role.HR_OFFICER,)


def may_keep_tariffs(actor: Actor) -> Answer:
    """Answer whether the actor may keep the tariffs of the agency."""
    if actor.scope(*TARIFF_ROLES).everything:
        return Allowed()
    return Denied(_("Tarif biaya dicatat oleh pengelola kepegawaian instansi."))


COHORT_ROLES = (Role.HR_OFFICER, Role.PROGRAMME_PLANNER)


def may_keep_cohorts(actor: Actor) -> Answer:
    """Answer whether the actor may keep cohorts and the fields that were asked for."""
    if actor.scope(*COHORT_ROLES).everything:
        return Allowed()
    return Denied(_("Angkatan dicatat oleh pengelola kepegawaian atau perencana program."))


def may_commit(actor: Actor, person_id: int) -> Answer:
    """Answer whether the actor may write the commitment of this person or withdraw: only themselves."""
    if actor.person_id is not None and actor.person_id == person_id:
        return Allowed()
    return Denied(_("Komitmen hanya ditulis oleh pegawai itu sendiri."))


CALENDAR_ROLES = (
    Role.HOST_COORDINATOR,
    Role.HR_OFFICER,
    Role.APPOINTING_OFFICIAL,
    Role.PROGRAMME_PLANNER,
    Role.AUDITOR,
    Role.UNIT_HEAD,
    Role.DIRECT_SUPERIOR,
    Role.MENTOR,
)
"""Who reads the calendar of the own agency as a host: whence, how many and when, never a name."""


def may_keep_hosts(actor: Actor) -> Answer:
    """Answer whether the actor may keep the hosts of the whole agency, their agreements and its own calendar as a host."""
    if actor.scope(*HOST_ROLES).everything:
        return Allowed()
    return Denied(_("Tuan rumah, perjanjian, dan kalender dicatat oleh koordinator tuan rumah atau pengelola kepegawaian."))


ROUND_ROLES = (Role.HOST_COORDINATOR, Role.HR_OFFICER, Role.APPOINTING_OFFICIAL, Role.AUDITOR)
"""Who reads a matching round with the names and wishes of everybody in it; an applicant reads their own line."""


def may_fix_round(actor: Actor) -> Answer:
    """Answer whether the actor may decide that the result of a matching round holds."""
    if actor.scope(Role.APPOINTING_OFFICIAL).everything:
        return Allowed()
    return Denied(_("Hasil putaran ditetapkan oleh Pejabat Pembina Kepegawaian."))


DAILY_READERS = (Role.HR_OFFICER, Role.UNIT_HEAD, Role.APPOINTING_OFFICIAL, Role.AUDITOR)
"""Who reads the days of the interns of the own units, besides the intern and the mentors."""


def may_keep_log(*, own: bool) -> Answer:
    """Answer whether somebody may write in a logbook: it is the intern's own."""
    return Allowed() if own else Denied(_("Buku harian hanya diisi oleh peserta itu sendiri."))


def may_mentor(*, mentors: bool) -> Answer:
    """Answer whether somebody may sign off, review and note: the mentors of the intern, on either side."""
    return Allowed() if mentors else Denied(_("Ini bagian mentor peserta, di instansi pengirim atau di tuan rumah."))


def may_guide(*, mentors: bool, leads: bool) -> Answer:
    """Answer whether somebody may keep rotation and attendance: a mentor, or who leads the internship on either side."""
    if mentors or leads:
        return Allowed()
    return Denied(_("Rotasi dan kehadiran dicatat oleh mentor, koordinator tuan rumah, atau pengelola di unit pengirim."))


def may_judge_level(*, host_mentor: bool) -> Answer:
    """Answer whether somebody may give the host's levels: only the mentor there, who saw the work."""
    return Allowed() if host_mentor else Denied(_("Level kompetensi dinilai oleh mentor tuan rumah yang melihat pekerjaannya."))


def may_copy_levels(*, home_mentor: bool, host_here: bool) -> Answer:
    """Answer whether somebody may write down what a host signed on paper: the own mentor, where the host has no account."""
    if host_here:
        return Denied(_("Tuan rumah ini menilai sendiri di Matang."))
    if home_mentor:
        return Allowed()
    return Denied(_("Penilaian bertanda tangan disalin oleh mentor peserta di instansi pengirim."))


def may_receive_levels(actor: Actor) -> Answer:
    """Answer whether the actor may receive the host's levels as evidence."""
    if actor.has(Role.HR_OFFICER):
        return Allowed()
    return Denied(_("Penilaian tuan rumah diterima sebagai bukti oleh pengelola kepegawaian."))


def may_write_report(actor: Actor, person_id: int) -> Answer:
    """Answer whether the actor may write the report of this person: only themselves."""
    if actor.person_id is not None and actor.person_id == person_id:
        return Allowed()
    return Denied(_("Laporan ditulis sendiri oleh pesertanya."))


def may_decide_report(actor: Actor, person_id: int, mentor_id: int | None, unit_path: str) -> Answer:
    """Answer whether the actor may accept a report or send it back: the mentor or the unit's HR officer, never the author."""
    if actor.person_id is not None and actor.person_id == person_id:
        return Denied(_("Laporan sendiri diperiksa orang lain: mentor atau pengelola kepegawaian."))
    if (actor.person_id is not None and actor.person_id == mentor_id) or actor.scope(Role.HR_OFFICER).covers(unit_path):
        return Allowed()
    return Denied(_("Laporan diperiksa oleh mentor peserta atau pengelola kepegawaian."))


CASE_ROLES = (*READING_ROLES, Role.HOST_COORDINATOR)
"""Who reads the archive of earlier sendings: it counts people and names none."""


def may_keep_cases(actor: Actor) -> Answer:
    """Answer whether the actor may import into the archive and answer its questions."""
    if actor.scope(*HOST_ROLES).everything:
        return Allowed()
    return Denied(_("Arsip kasus diisi oleh koordinator tuan rumah atau pengelola kepegawaian."))
