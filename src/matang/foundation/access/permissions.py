"""Who may give and end roles, and manage accounts."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Allowed, Answer, Denied
from matang.foundation.access.models import Grant
from matang.foundation.access.roles import Role
from matang.foundation.identity.models import User

OPERATOR_ONLY = frozenset({Role.HR_OFFICER, Role.APPOINTING_OFFICIAL, Role.AUDITOR, Role.SYSTEM_OPERATOR})
WHOLE_AGENCY_ONLY = frozenset({Role.SYSTEM_OPERATOR})


@dataclass(frozen=True, slots=True)
class Area:
    """Where a role holds: a unit and all below it. ``WHOLE`` is the agency."""

    unit_id: int | None
    path: str


WHOLE = Area(unit_id=None, path="")


def may_manage_accounts(actor: Actor) -> Answer:
    """Opening, shutting and unlocking accounts is the system operator's."""
    if actor.has(Role.SYSTEM_OPERATOR):
        return Allowed()
    return Denied(_("Hanya operator sistem yang dapat mengelola akun."))


def may_manage(actor: Actor, user: User) -> Answer:
    """The operator manages the accounts of the own agency."""
    if user.agency_id != actor.agency_id:
        return Denied(_("Akun ini milik instansi lain."))
    return may_manage_accounts(actor)


def may_hand_out(actor: Actor, role: Role, area: Area) -> Answer:
    """An operator hands out every role; an HR officer the ordinary ones, within the own units."""
    if actor.has(Role.SYSTEM_OPERATOR):
        return Allowed()
    if not actor.has(Role.HR_OFFICER):
        return Denied(_("Hanya operator sistem dan pengelola kepegawaian yang dapat memberi atau mengakhiri peran."))
    if role in OPERATOR_ONLY:
        return Denied(_("Peran %(role)s hanya dapat diberikan atau diakhiri oleh operator sistem.") % {"role": role.label})
    if not actor.scope(Role.HR_OFFICER).covers(area.path):
        return Denied(_("Unit ini di luar wilayah kerja Anda."))
    return Allowed()


def may_grant(actor: Actor, user: User, role: Role, area: Area) -> Answer:
    """Nobody gives a role to themselves, or to an account of another agency."""
    if user.agency_id != actor.agency_id:
        return Denied(_("Akun ini milik instansi lain."))
    if user.pk == actor.user_id:
        return Denied(_("Anda tidak dapat memberi peran kepada diri sendiri; mintalah kepada operator lain."))
    if role in WHOLE_AGENCY_ONLY and area.path:
        return Denied(_("Peran %(role)s berlaku untuk seluruh instansi, bukan satu unit.") % {"role": role.label})
    return may_hand_out(actor, role, area)


def may_end(actor: Actor, grant: Grant) -> Answer:
    """Whoever may give a role may end it; one may also lay down a role of one's own."""
    if grant.agency_id != actor.agency_id:
        return Denied(_("Peran ini milik instansi lain."))
    if grant.user_id == actor.user_id:
        return Allowed()
    return may_hand_out(actor, Role(grant.role), Area(grant.unit_id, grant.unit_path))
