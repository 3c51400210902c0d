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
