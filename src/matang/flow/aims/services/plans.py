"""Make and change planning documents."""

from datetime import date

from django.utils.translation import gettext as _

from matang.flow.aims.choices import PlanKind
from matang.flow.aims.models import AimPlan
from matang.flow.aims.permissions import may_edit_aims
from matang.flow.aims.services.writing import named_refusals, unit_of
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import today


def save_plan(
    *,
    actor: Actor,
    kind: str,
    name: str,
    year_from: int,
    year_to: int,
    adopted_on: date | None = None,
    source: str = "",
    unit_id: int | None = None,
    plan_id: int | None = None,
) -> AimPlan:
    """Make a planning document, or change the one with ``plan_id``. A unit's planner makes the Renstra of the unit.

    Raises:
        RefusedError: not the actor's to make, a kind that does not exist, or adopted on a day to come.
        ValidationError: the same document is there already, or the facts do not fit together.
    """
    unit = unit_of(actor, unit_id)
    require(may_edit_aims(actor, unit.path if unit else ""))
    if kind not in PlanKind.values or not name.strip():
        raise refuse(_("Pilih jenis dokumen dan tulis namanya."))
    if adopted_on and adopted_on > today():
        raise refuse(_("Tanggal penetapan belum tiba."))
    plan = AimPlan(agency_id=actor.agency_id)
    if plan_id is not None:
        found = AimPlan.objects.select_related("unit").filter(pk=plan_id, agency_id=actor.agency_id).first()
        if found is None:
            raise refuse(_("Dokumen ini tidak ada dalam instansi Anda."))
        require(may_edit_aims(actor, found.unit.path if found.unit_id else ""))
        plan = found
    plan.kind, plan.name, plan.year_from, plan.year_to = kind, name.strip(), year_from, year_to
    plan.adopted_on, plan.source, plan.unit = adopted_on, source.strip(), unit
    with named_refusals():
        plan.save()
    return plan
