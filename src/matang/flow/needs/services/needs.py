"""State the needs of units."""

from django.utils.translation import gettext as _

from matang.flow.needs.choices import NeedState
from matang.flow.needs.models import Competency, UnitNeed
from matang.flow.needs.permissions import may_open_need
from matang.flow.register.public import Unit
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.clock.services import now


def open_need(
    *, actor: Actor, unit_id: int, what: str, why: str, competency_id: int | None = None, origin: str = "unit"
) -> UnitNeed:
    """Open a need of a unit. ``what`` may be empty when a competency is named. The same open need is not opened twice."""
    unit = Unit.objects.get(pk=unit_id, agency_id=actor.agency_id)
    require(may_open_need(actor, unit.path))
    competency = Competency.objects.get(pk=competency_id, agency_id=actor.agency_id) if competency_id else None
    words = what.strip() or (competency.name if competency else "")
    if not words or not why.strip():
        raise RefusedError(Denied(_("Tulis apa yang dibutuhkan dan mengapa.")))
    same = UnitNeed.objects.filter(unit=unit, what=words, competency=competency, state=NeedState.OPEN).first()
    return same or UnitNeed.objects.create(
        agency_id=actor.agency_id,
        unit=unit,
        competency=competency,
        what=words,
        why=why.strip(),
        opened_by_id=actor.user_id,
        opened_at=now(),
        origin=origin,
    )
