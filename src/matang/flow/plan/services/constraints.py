"""State, with a reason, where a person may or may not be placed in a scenario; and take it back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.plan.choices import ConstraintKind, ScenarioState
from matang.flow.plan.models import PlacementConstraint, PlacementScenario
from matang.flow.plan.permissions import may_plan
from matang.flow.plan.services.scenarios import lock_scenario
from matang.flow.register.public import Unit, person_visible_to
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.context import because
from matang.foundation.clock.services import now


def state_constraint(
    *, actor: Actor, scenario_id: int, person_id: int, kind: str, units: tuple[int, ...], reason: str
) -> PlacementConstraint:
    """Keep a constraint with its reason and author. The result so far stays to be seen; it counts from the next computing."""
    with transaction.atomic():
        scenario = _open(actor, scenario_id)
        if person_visible_to(actor, person_id) is None:
            raise refuse(_("Pegawai ini tidak dikenal di register."))
        if kind not in ConstraintKind.values:
            raise refuse(_("Pilih jenis pembatasan."))
        if not reason.strip():
            raise refuse(_("Tulis alasan pembatasan. Tanpa alasan, pembatasan tidak dicatat."))
        known = set(Unit.objects.filter(agency_id=actor.agency_id, pk__in=units).values_list("pk", flat=True))
        if kind != ConstraintKind.STAY and not known:
            raise refuse(_("Pilih sedikitnya satu unit untuk pembatasan ini."))
        row = PlacementConstraint(
            agency_id=actor.agency_id,
            scenario=scenario,
            person_id=person_id,
            kind=kind,
            units=[] if kind == ConstraintKind.STAY else sorted(known),
            reason=reason.strip(),
            created_by_id=actor.user_id,
            created_at=now(),
        )
        try:
            row.validate_constraints()
        except ValidationError as error:
            raise refuse(" ".join(error.messages)) from error
        with because(reason.strip()):
            row.save()
    return row


def remove_constraint(*, actor: Actor, scenario_id: int, constraint_id: int) -> None:
    """Take a constraint back; what stood there stays in the trail. Repeating changes nothing."""
    with transaction.atomic():
        scenario = _open(actor, scenario_id)
        PlacementConstraint.objects.filter(pk=constraint_id, scenario=scenario).delete()


def _open(actor: Actor, scenario_id: int) -> PlacementScenario:
    scenario = lock_scenario(actor.agency_id, scenario_id)
    require(may_plan(actor, scenario.unit.path if scenario.unit else ""))
    if scenario.state in {ScenarioState.PROPOSED, ScenarioState.DECIDED}:
        raise refuse(_("Skenario yang sudah diajukan tidak dapat diubah atau dihapus. Salin, lalu ubah salinannya."))
    return scenario
