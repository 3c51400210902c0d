"""Who may make scenarios, and who may look at them."""

from django.utils.translation import gettext as _

from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Allowed, Answer, Denied
from matang.foundation.access.roles import Role

PLANNING_ROLES = (Role.HR_OFFICER, Role.PLANNER)
LOOKING_ROLES = (Role.HR_OFFICER, Role.PLANNER, Role.PANEL_MEMBER, Role.APPOINTING_OFFICIAL, Role.AUDITOR)


def may_plan(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may make and compute a scenario over the unit with this path (empty = the whole agency)."""
    if actor.scope(*PLANNING_ROLES).covers(unit_path):
        return Allowed()
    if actor.has(*PLANNING_ROLES):
        return Denied(_("Unit ini di luar lingkup tugas Anda."))
    return Denied(_("Skenario penempatan hanya disusun oleh perencana atau pengelola kepegawaian."))


def may_plan_development(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may make and compute a development proposal over this unit (empty = the whole agency)."""
    if actor.scope(*PLANNING_ROLES).covers(unit_path):
        return Allowed()
    if actor.has(*PLANNING_ROLES):
        return Denied(_("Unit ini di luar lingkup tugas Anda."))
    return Denied(_("Usulan pengembangan hanya disusun oleh perencana atau pengelola kepegawaian."))


def may_keep_catalogue(actor: Actor) -> Answer:
    """Answer whether the actor may change the catalogue of acts, which is one for the whole agency."""
    if actor.scope(*PLANNING_ROLES).everything:
        return Allowed()
    return Denied(_("Katalog kegiatan diubah oleh perencana atau pengelola kepegawaian yang tugasnya seluruh instansi."))
