"""Who may do what in this stage. Whose gaps an actor sees is decided by the register's scoping function."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from matang.flow.needs.choices import EvidenceSource
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Allowed, Answer, Denied
from matang.foundation.access.roles import Role

OVERVIEW_ROLES = (
    Role.HR_OFFICER,
    Role.PLANNER,
    Role.PANEL_MEMBER,
    Role.APPOINTING_OFFICIAL,
    Role.AUDITOR,
    Role.UNIT_HEAD,
    Role.DIRECT_SUPERIOR,
)
STANDARD_ROLES = (Role.HR_OFFICER, Role.PLANNER)
EVIDENCE_ROLES = (Role.HR_OFFICER,)
NEED_ROLES = (Role.HR_OFFICER, Role.UNIT_HEAD)


def may_record_evidence(actor: Actor, person_id: int, source: str, unit_path: Callable[[], str]) -> Answer:
    """Answer whether the actor may record evidence of this source about a person they see.

    ``unit_path`` finds the path of the person's definitive post, empty for none; it is asked only where it matters.
    """
    if actor.person_id == person_id:
        if source == EvidenceSource.SELF:
            return Allowed()
        return Denied(_("Tentang diri sendiri Anda hanya dapat mencatat pernyataan sendiri."))
    if source == EvidenceSource.SELF:
        return Denied(_("Pernyataan sendiri hanya dapat dicatat oleh pegawai itu."))
    scope = actor.scope(Role.HR_OFFICER)
    if source == EvidenceSource.SUPERIOR:
        scope = actor.scope(Role.HR_OFFICER, Role.DIRECT_SUPERIOR, Role.UNIT_HEAD)
    if scope.empty:
        return Denied(_("Bukti ini hanya dicatat oleh pengelola kepegawaian; atasan mencatat penilaian atasan."))
    if scope.everything or ((path := unit_path()) and scope.covers(path)):
        return Allowed()
    return Denied(_("Pegawai ini di luar lingkup tugas Anda, jadi bukti tentangnya dicatat oleh petugas unitnya."))


SUPERIORS = (Role.DIRECT_SUPERIOR, Role.UNIT_HEAD)


def superior_role_of(actor: Actor, unit_path: str) -> str:
    """Return the role in which the actor is superior of people in the unit, empty when they are not."""
    return next((role.value for role in SUPERIORS if unit_path and actor.scope(role).covers(unit_path)), "")


def may_rate(actor: Actor, person_id: int, unit_path: str, superior_id: int | None) -> Answer:
    """Answer whether the actor may rate this person as their superior.

    ``unit_path`` is that of the person's definitive post (empty for none), ``superior_id`` the direct superior as far as the
    register tells (None = it doesn't: then whoever was given the unit as a superior may).
    """
    if actor.person_id == person_id:
        return Denied(_("Diri sendiri tidak dinilai di sini; nyatakan kompetensi Anda di halaman kompetensi Anda."))
    if not unit_path or not actor.scope(*SUPERIORS).covers(unit_path):
        return Denied(_("Penilaian atasan hanya diberikan oleh atasan pegawai itu."))
    if superior_id not in {None, actor.person_id}:
        return Denied(_("Menurut register, atasan langsung pegawai ini orang lain; penilaiannya diberikan oleh atasan itu."))
    return Allowed()


def may_withdraw_evidence(
    actor: Actor, person_id: int, source: str, rater_id: int | None, unit_path: Callable[[], str]
) -> Answer:
    """Answer whether the actor may withdraw or correct a piece about a person they see, recorded by account ``rater_id``.

    Whoever may record such a piece may, except that one superior's rating is not another superior's to take back.
    """
    answer = may_record_evidence(actor, person_id, source, unit_path)
    officer = actor.scope(Role.HR_OFFICER)
    if isinstance(answer, Denied) or source == EvidenceSource.SELF or rater_id == actor.user_id:
        return answer
    if officer.everything or (not officer.empty and officer.covers(unit_path())):
        return answer
    return Denied(_("Penilaian ini hanya ditarik oleh yang memberikannya atau oleh pengelola kepegawaian."))


def may_import_evidence(actor: Actor) -> Answer:
    """Answer whether the actor may load files of assessment results."""
    if actor.scope(*EVIDENCE_ROLES).empty:
        return Denied(_("Hasil penilaian dimuat oleh pengelola kepegawaian."))
    return Allowed()


def may_set_costs(actor: Actor) -> Answer:
    """Answer whether the actor may set what evidence costs the whole agency."""
    if actor.scope(*EVIDENCE_ROLES).everything:
        return Allowed()
    return Denied(_("Biaya bukti hanya ditetapkan oleh pengelola kepegawaian instansi."))


def may_record_any(actor: Actor, person_id: int, unit_path: Callable[[], str]) -> bool:
    """Return true when the actor may record evidence of some source about a person they see."""
    return any(may_record_evidence(actor, person_id, source, unit_path) for source in EvidenceSource)


def may_set_standard(actor: Actor) -> Answer:
    """Answer whether the actor may set what a post asks for."""
    if actor.scope(*STANDARD_ROLES).empty:
        return Denied(_("Standar kompetensi hanya ditetapkan oleh pengelola kepegawaian atau perencana."))
    return Allowed()


def may_set_standards_of(actor: Actor, unit_paths: Iterable[str]) -> Answer:
    """Answer whether the actor may set what the posts of all these units ask for."""
    scope = actor.scope(*STANDARD_ROLES)
    if scope.empty:
        return may_set_standard(actor)
    if all(scope.covers(path) for path in unit_paths):
        return Allowed()
    return Denied(_("Jabatan ini di luar lingkup tugas Anda."))


def may_edit_dictionary(actor: Actor) -> Answer:
    """Answer whether the actor may change the competency dictionary, which the whole agency shares."""
    if actor.scope(*STANDARD_ROLES).everything:
        return Allowed()
    return Denied(_("Kamus kompetensi hanya diubah oleh pengelola kepegawaian atau perencana tingkat instansi."))


def may_open_need(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may state a need of the unit with this path."""
    if actor.scope(*NEED_ROLES).covers(unit_path):
        return Allowed()
    return Denied(_("Kebutuhan unit dinyatakan oleh kepala unit itu atau oleh pengelola kepegawaian."))
