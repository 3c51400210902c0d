"""Make and change posts."""

from datetime import date

from matang.flow.register.models import Post, Unit
from matang.flow.register.permissions import may_edit_unit
from matang.flow.register.services.refusals import named_refusals
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import require


def create_post(
    *,
    actor: Actor,
    unit: Unit,
    name: str,
    kind: str,
    valid_from: date,
    capacity: int | None = None,
    echelon: str = "",
    job_class: int | None = None,
    origin: str = "",
) -> Post:
    """Create a post in ``unit``. An empty ``capacity`` means that it is not known how many may hold it."""
    require(may_edit_unit(actor, unit.path))
    with named_refusals():
        return Post.objects.create(
            agency_id=actor.agency_id,
            unit=unit,
            name=name,
            kind=kind,
            capacity=capacity,
            echelon=echelon,
            job_class=job_class,
            valid_from=valid_from,
            origin=origin,
        )
