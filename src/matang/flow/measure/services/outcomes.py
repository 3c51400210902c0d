"""An outcome that was not reached opens a need: the loop closes by an earlier stage's own door."""

import logging

from django.utils.translation import gettext as _
from django.utils.translation import override

from matang.flow.aims.public import Indicator
from matang.flow.measure.choices import OutcomeStanding
from matang.flow.measure.permissions import may_open_from_outcome
from matang.flow.measure.selectors.outcomes import Outcome, origin_of, outcomes_of
from matang.flow.needs.public import NeedDetails, UnitNeed, open_need
from matang.flow.register.public import Unit
from matang.foundation.access.actor import Actor, Held
from matang.foundation.access.answers import refuse, require
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from matang.ui.formats import angka, tanggal

logger = logging.getLogger(__name__)
LONGEST = 200


def open_need_for(*, actor: Actor, indicator_id: int) -> UnitNeed:
    """Open the need of the responsible unit because the target was missed; asking again returns the same need.

    Raises:
        RefusedError: the target was not missed as far as is known, no unit answers for the data, or not the actor's to open.
    """
    indicator = Indicator.objects.select_related("unit", "aim").get(pk=indicator_id, agency_id=actor.agency_id)
    unit = indicator.unit
    if unit is None:
        raise refuse(_("Indikator ini belum punya unit penanggung jawab, jadi kebutuhannya tidak bertuan. Isi dulu unitnya."))
    require(may_open_from_outcome(actor, unit.path))
    outcome = outcomes_of(actor, [indicator], today())[0]
    if outcome.standing != OutcomeStanding.MISSED:
        raise refuse(_("Target indikator ini tidak diketahui meleset, jadi tidak ada kebutuhan yang dibuka."))
    return _opened(actor, outcome, unit)


def _opened(actor: Actor, outcome: Outcome, unit: Unit) -> UnitNeed:
    indicator, at_target = outcome.indicator, outcome.at_target
    value = angka(at_target.exact, indicator.decimals) if at_target else ""
    with override("id"):
        places = {
            "name": indicator.name,
            "target": f"{angka(indicator.target_value, indicator.decimals)} {indicator.measure_unit}",
            "day": tanggal(indicator.target_on),
            "value": f"{value} {indicator.measure_unit}",
            "as_at": tanggal(at_target.as_at) if at_target else "",
        }
        what = (_("Target belum tercapai: %(name)s") % places)[:LONGEST]
        why = _("Targetnya %(target)s pada %(day)s; yang tercapai %(value)s (data per %(as_at)s).") % places
    details = NeedDetails(
        shown_by=outcome.series.source if outcome.series else "", aim=str(indicator.aim)[:LONGEST], serves_id=indicator.aim_id
    )
    return open_need(
        actor=actor, unit_id=unit.pk, what=what, why=why, origin=origin_of(indicator), details=details
    )  # fmt: skip


def open_missed_in(agency_id: int) -> int:
    """Open the needs of every missed target of the agency in whose transaction this runs; return how many were looked at."""
    system = Actor(agency_id=agency_id, held=(Held(Role.HR_OFFICER, ""),))
    rows = Indicator.objects.filter(agency_id=agency_id, unit__isnull=False, target_on__lte=today()).as_at(today())
    missed = [
        found
        for found in outcomes_of(system, rows.select_related("unit", "aim"), today())
        if found.standing == OutcomeStanding.MISSED and found.indicator.unit
    ]
    for found in missed:
        if found.indicator.unit:
            _opened(system, found, found.indicator.unit)
    return len(missed)


def open_missed() -> None:
    """Let every agency open the needs of its missed targets. A chore of the night; what is open stays as it is."""
    for agency_id in Agency.objects.order_by("id").values_list("id", flat=True):
        try:
            with acting_in(agency_id):
                open_missed_in(agency_id)
        except Exception:  # one agency's fault must not keep the others waiting
            logger.exception("needs of missed targets of agency %s could not be opened", agency_id)
