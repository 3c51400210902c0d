"""Who may convene, advise, set aside and decide, and who may look on."""

from django.utils.translation import gettext as _

from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Allowed, Answer, Denied
from matang.foundation.access.roles import Role

LOOKING_ROLES = (Role.PANEL_MEMBER, Role.APPOINTING_OFFICIAL, Role.HR_OFFICER, Role.PLANNER, Role.AUDITOR)
CONVENING_ROLES = (Role.PANEL_MEMBER, Role.HR_OFFICER)


def may_decide(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may decide who holds a post of the unit with this path."""
    if actor.scope(Role.APPOINTING_OFFICIAL).covers(unit_path):
        return Allowed()
    if actor.has(Role.APPOINTING_OFFICIAL):
        return Denied(_("Jabatan ini di luar lingkup kewenangan Anda."))
    return Denied(
        _("Penempatan hanya diputus oleh Pejabat Pembina Kepegawaian atau yang diberi kuasa; tim penilai memberi pertimbangan.")
    )


def may_waive(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may set a requirement aside for a post of the unit with this path: whoever decides may."""
    if actor.has(Role.APPOINTING_OFFICIAL):
        return may_decide(actor, unit_path)
    return Denied(_("Syarat hanya dapat dikecualikan oleh Pejabat Pembina Kepegawaian atau yang diberi kuasa."))


def may_nominate(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may put a name forward for a post of the unit with this path."""
    if actor.scope(Role.APPOINTING_OFFICIAL, Role.PANEL_MEMBER).covers(unit_path):
        return Allowed()
    if actor.has(Role.APPOINTING_OFFICIAL, Role.PANEL_MEMBER):
        return Denied(_("Jabatan ini di luar lingkup kewenangan Anda."))
    return Denied(_("Nama hanya diajukan oleh Pejabat Pembina Kepegawaian atau anggota tim penilai."))


def may_convene(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may prepare a meeting on posts of the unit with this path (empty = the whole agency)."""
    if actor.scope(*CONVENING_ROLES).covers(unit_path):
        return Allowed()
    if actor.has(*CONVENING_ROLES):
        return Denied(_("Unit ini di luar lingkup tugas Anda."))
    return Denied(_("Sidang hanya disiapkan oleh anggota tim penilai atau pengelola kepegawaian."))


def may_judge(actor: Actor, concerned: set[int]) -> Answer:
    """Answer whether the actor is free of a conflict of interest: nobody decides on a post they are a candidate for."""
    if actor.person_id is not None and actor.person_id in concerned:
        return Denied(_("Anda termasuk calon untuk jabatan ini. Putusannya harus diambil oleh pejabat lain."))
    return Allowed()
