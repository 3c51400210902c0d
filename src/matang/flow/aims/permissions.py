"""Who may do what in this stage. Plans and aims are public policy: everybody who holds a role in the agency reads them."""

from django.utils.translation import gettext as _

from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Allowed, Answer, Denied
from matang.foundation.access.roles import Role

EDITOR_ROLES = (Role.PROGRAMME_PLANNER,)


def may_edit_aims(actor: Actor, *unit_paths: str) -> Answer:
    """Answer whether the actor may change aims of these units; an empty path stands for the whole agency.

    No path at all asks whether the actor may change any aim.
    """
    scope = actor.scope(*EDITOR_ROLES)
    if scope.empty:
        return Denied(_("Tujuan dan indikator diubah oleh perencana program."))
    if scope.everything or all(path and scope.covers(path) for path in unit_paths):
        return Allowed()
    return Denied(_("Simpul ini di luar lingkup tugas Anda; perencana program unitnya atau tingkat instansi dapat mengubahnya."))


def may_edit_agency_aims(actor: Actor) -> Answer:
    """Answer whether the actor may change what belongs to the whole agency: its plans and the national list."""
    if actor.scope(*EDITOR_ROLES).everything:
        return Allowed()
    return Denied(_("Ini milik seluruh instansi dan hanya diubah oleh perencana program tingkat instansi."))


THINKER_ROLES = (Role.PROGRAMME_PLANNER, Role.UNIT_HEAD)


def may_think(actor: Actor, unit_path: str) -> Answer:
    """Answer whether the actor may write a paper of thought of this unit; an empty path stands for the whole agency."""
    scope = actor.scope(*THINKER_ROLES)
    if scope.empty:
        return Denied(_("Alur dan pola pikir disusun oleh kepala unit atau perencana program."))
    if scope.everything or (unit_path and scope.covers(unit_path)):
        return Allowed()
    return Denied(_("Alur pikir ini milik unit lain; kepala unit itu atau perencana program instansi dapat mengubahnya."))
