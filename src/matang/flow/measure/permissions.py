"""Who may do what in this stage. What was measured is public policy: everybody who holds a role in the agency reads it."""

from django.utils.translation import gettext as _

from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Allowed, Answer, Denied
from matang.foundation.access.roles import Role

SERIES_ROLES = (Role.PROGRAMME_PLANNER,)
ENTRY_ROLES = (Role.PROGRAMME_PLANNER, Role.UNIT_HEAD)
EFFECT_ROLES = (Role.PROGRAMME_PLANNER,)
PUBLISHER_ROLES = (Role.APPOINTING_OFFICIAL,)
CHAIN_ROLES = (
    Role.APPOINTING_OFFICIAL,
    Role.PROGRAMME_PLANNER,
    Role.HR_OFFICER,
    Role.PLANNER,
    Role.AUDITOR,
    Role.UNIT_HEAD,
)
"""Who reads how needs became sendings, adoptions and outcomes: the whole agency, or the own units."""
NEED_ROLES = (Role.HR_OFFICER, Role.UNIT_HEAD)


def may_keep_series(actor: Actor, *unit_paths: str) -> Answer:
    """Answer whether the actor may set up series that these units fill; an empty path stands for the whole agency."""
    scope = actor.scope(*SERIES_ROLES)
    if scope.everything or (not scope.empty and all(path and scope.covers(path) for path in unit_paths)):
        return Allowed()
    return Denied(_("Deret data disusun oleh perencana program."))


def may_enter_values(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may enter and withdraw values of a series; ``unit_path`` is its responsible unit's, or empty."""
    scope = actor.scope(*ENTRY_ROLES)
    if scope.everything or (unit_path and scope.covers(unit_path)):
        return Allowed()
    return Denied(_("Nilai diisi oleh kepala unit pengisi deret ini atau oleh perencana program."))


def may_ask_effect(actor: Actor) -> Answer:
    """Answer whether the actor may ask for effects, choose what is compared, and have them computed."""
    if actor.scope(*EFFECT_ROLES).everything:
        return Allowed()
    return Denied(_("Pengaruh ditanyakan dan dihitung oleh perencana program tingkat instansi."))


def may_publish(actor: Actor) -> Answer:
    """Answer whether the actor may stand up for figures in the name of the agency."""
    if actor.scope(*PUBLISHER_ROLES).everything:
        return Allowed()
    return Denied(_("Angka atas nama instansi ditetapkan oleh Pejabat Pembina Kepegawaian."))


def may_open_from_outcome(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may open a need of the unit because an outcome was missed."""
    scope = actor.scope(*NEED_ROLES)
    if unit_path and (scope.everything or scope.covers(unit_path)):
        return Allowed()
    return Denied(_("Kebutuhan dibuka oleh kepala unit itu atau pengelola kepegawaian; sistem membukanya sendiri tiap malam."))
