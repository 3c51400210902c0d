"""Set what evidence costs."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from matang.flow.needs.choices import CostBasis
from matang.flow.needs.models import EvidenceCost
from matang.flow.needs.permissions import may_set_costs
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require


@dataclass(frozen=True, slots=True)
class Cost:
    """What a kind of evidence costs from a day on; empty = unknown. ``source`` says where the figures are from."""

    kind: str
    since: date
    rupiah: int | None
    minutes: int | None
    source: str
    basis: str = CostBasis.PERSON


def set_cost(*, actor: Actor, cost: Cost) -> EvidenceCost:
    """Let a kind of evidence cost this much from a day on; a figure of the same day is put right, earlier ones stay."""
    require(may_set_costs(actor))
    if not cost.source.strip():
        raise RefusedError(Denied(_("Tulis dari mana angka biaya ini.")))
    made, _created = EvidenceCost.objects.update_or_create(
        agency_id=actor.agency_id,
        kind=cost.kind,
        since=cost.since,
        defaults={
            "basis": cost.basis,
            "rupiah": cost.rupiah,
            "minutes": cost.minutes,
            "source": cost.source.strip(),
        },
    )
    return made
