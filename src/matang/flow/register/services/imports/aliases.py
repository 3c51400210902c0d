"""Confirm that a spelling means a unit; from then on it is taken without a question."""

from matang.flow.register.models import Unit, UnitAlias
from matang.flow.register.permissions import may_edit_unit
from matang.flow.register.services.imports.units import plain_name
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import require
from matang.foundation.clock.services import now


def confirm_spelling(*, actor: Actor, written: str, unit: Unit) -> UnitAlias:
    """Remember that ``written`` means ``unit``; a later answer replaces an earlier one."""
    require(may_edit_unit(actor, unit.path))
    alias, _created = UnitAlias.objects.update_or_create(
        agency_id=actor.agency_id,
        spelling=plain_name(written)[:250],
        defaults={"written": written.strip()[:250], "unit": unit, "confirmed_by_id": actor.user_id, "confirmed_at": now()},
    )
    return alias


def forget_spelling(*, actor: Actor, written: str) -> int:
    """Take a confirmation back; return how many there were."""
    require(may_edit_unit(actor, ""))
    count, _by_model = UnitAlias.objects.filter(agency_id=actor.agency_id, spelling=plain_name(written)[:250]).delete()
    return count
