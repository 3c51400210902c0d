"""Make and change units."""

from datetime import date

from matang.flow.register.models import Region, Unit
from matang.flow.register.permissions import may_edit_unit
from matang.flow.register.services.refusals import named_refusals
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import require
from matang.foundation.audit.context import because
from matang.foundation.tenancy.bulk import reserve_ids


def create_unit(
    *,
    actor: Actor,
    code: str,
    name: str,
    valid_from: date,
    kind: str = "",
    parent: Unit | None = None,
    region: Region | None = None,
    replaces: Unit | None = None,
    origin: str = "",
) -> Unit:
    """Create a unit of the actor's agency, below ``parent`` or as an OPD. Its path is written with it."""
    require(may_edit_unit(actor, parent.path if parent else ""))
    number = reserve_ids(Unit, 1)[0]
    with named_refusals():
        return Unit.objects.create(
            pk=number,
            agency_id=actor.agency_id,
            code=code,
            name=name,
            kind=kind,
            parent=parent,
            path=f"{parent.path if parent else '/'}{number}/",
            region=region,
            replaces=replaces,
            valid_from=valid_from,
            origin=origin,
        )


def correct_unit(*, actor: Actor, unit: Unit, code: str, name: str, kind: str, region: Region | None, reason: str) -> None:
    """Mend a slip of the pen in a unit's own facts, for all days. An official change goes through ``succeed_unit``."""
    require(may_edit_unit(actor, unit.path))
    unit.code, unit.name, unit.kind, unit.region = code, name, kind, region
    with because(reason), named_refusals():
        unit.save(update_fields=["code", "name", "kind", "region"])
