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
