"""Who may do what in the register. Who sees whom is decided by ``READER_ROLES`` and ``selectors.people``."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Allowed, Answer, Denied
from matang.foundation.access.roles import Role

READER_ROLES = (
    Role.HR_OFFICER,
    Role.PLANNER,
    Role.PANEL_MEMBER,
    Role.APPOINTING_OFFICIAL,
    Role.AUDITOR,
    Role.UNIT_HEAD,
    Role.DIRECT_SUPERIOR,
)
"""Roles that read people of the unit they hold the role over, and of every unit below it.

The others see only themselves: a mentor and a host coordinator meet their participants in the stage ``learn``,
and a system operator runs the machine without reading personal data.
"""

MOVER_ROLES = (Role.HR_OFFICER, Role.APPOINTING_OFFICIAL)


def may_read_people(actor: Actor) -> Answer:
    """Answer whether the actor reads anybody besides themselves."""
    if actor.has(*READER_ROLES):
        return Allowed()
    return Denied(_("Daftar pegawai hanya untuk pengelola kepegawaian, perencana, tim penilai, PPK, auditor, dan atasan."))


def may_edit_unit(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may change the unit with this path, its posts and their holders. Empty = the whole agency."""
    if actor.scope(Role.HR_OFFICER).covers(unit_path):
        return Allowed()
    if actor.has(Role.HR_OFFICER):
        return Denied(_("Unit ini di luar lingkup tugas kepegawaian Anda."))
    return Denied(_("Hanya pengelola kepegawaian yang boleh mengubah unit, jabatan, dan pemangkunya."))


def may_move_into(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may put a person on a post of the unit with this path."""
    if actor.scope(*MOVER_ROLES).covers(unit_path):
        return Allowed()
    return Denied(
        _("Hanya pengelola kepegawaian atau Pejabat Pembina Kepegawaian dengan lingkup unit ini yang boleh menempatkan pegawai.")
    )


def may_add_people(actor: Actor) -> Answer:
    """Answer whether the actor may add people to the agency: somebody new belongs to no unit yet."""
    scope = actor.scope(Role.HR_OFFICER)
    if scope.everything:
        return Allowed()
    if not scope.empty:
        return Denied(_("Pegawai baru hanya ditambahkan oleh pengelola kepegawaian seluruh instansi."))
    return Denied(_("Pegawai baru hanya ditambahkan oleh pengelola kepegawaian."))


def may_edit_person(actor: Actor, unit_path: Callable[[], str]) -> Answer:
    """Answer whether the actor may record facts about a person.

    ``unit_path`` finds the path of the person's definitive post, empty for none; it is asked only where it matters.
    """
    scope = actor.scope(Role.HR_OFFICER)
    if scope.everything:
        return Allowed()
    if scope.empty:
        return Denied(_("Data pegawai hanya dicatat oleh pengelola kepegawaian."))
    path = unit_path()
    if path and scope.covers(path):
        return Allowed()
    return Denied(_("Pegawai ini di luar lingkup tugas kepegawaian Anda."))


def may_edit_partners(actor: Actor) -> Answer:
    """Answer whether the actor may add and end partners."""
    if actor.has(Role.HR_OFFICER, Role.HOST_COORDINATOR):
        return Allowed()
    return Denied(_("Hanya pengelola kepegawaian atau koordinator tuan rumah yang boleh mengubah daftar mitra."))


def may_ask_correction(actor: Actor, person_id: int) -> Answer:
    """Answer whether the actor may ask that what is held about this person be put right: only the person may."""
    if actor.person_id is not None and actor.person_id == person_id:
        return Allowed()
    return Denied(_("Perbaikan data hanya dapat diminta oleh pegawai itu sendiri."), "UU 27/2022 Pasal 6")


def may_answer_corrections(actor: Actor) -> Answer:
    """Answer whether the actor may answer requests for correction (the selector then limits which)."""
    if actor.has(Role.HR_OFFICER):
        return Allowed()
    return Denied(_("Permintaan perbaikan data hanya dijawab oleh pengelola kepegawaian."))


def may_read_stored(actor: Actor, person_id: int) -> Answer:
    """Answer whether the actor may read everything stored about a person they see, with origins and changes."""
    if (actor.person_id is not None and actor.person_id == person_id) or actor.has(Role.HR_OFFICER, Role.AUDITOR):
        return Allowed()
    return Denied(_("Rincian data tersimpan hanya untuk pegawai itu sendiri, pengelola kepegawaian, dan auditor."))
