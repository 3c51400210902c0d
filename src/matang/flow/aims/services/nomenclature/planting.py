"""Take a programme of the national list, with its activities and sub-activities, into the tree."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max
from django.utils.translation import gettext as _

from matang.flow.aims.choices import AimLevel, IndicatorDirection, NomenclatureLevel, NomenclatureState
from matang.flow.aims.models import Aim, AimPlan, Indicator, Nomenclature
from matang.flow.aims.permissions import may_edit_aims
from matang.flow.aims.services.levels import may_hang
from matang.flow.aims.services.writing import unit_of, writing
from matang.flow.register.public import Unit
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import today
from matang.foundation.tenancy.bulk import copy_into, reserve_ids

AIM_FIELDS = (
    "id", "agency", "plan", "parent", "level", "code", "title", "output", "unit", "path", "position", "place", "upkeep_source",
    "valid_from",
)  # fmt: skip
INDICATOR_FIELDS = (
    "agency", "aim", "name", "measure_unit", "direction", "decimals", "baseline_source", "data_source", "unit", "position",
    "valid_from",
)  # fmt: skip


@dataclass(slots=True)
class AddedProgramme:
    """What came of it: the programme, how many aims and indicators were made, how many aims were there already."""

    programme: Aim
    made: int = 0
    indicators: int = 0
    there: int = 0


def add_programme(
    *,
    actor: Actor,
    edition_id: int,
    code: str,
    plan_id: int,
    unit_id: int,
    parent_id: int | None = None,
    only: frozenset[str] | None = None,
) -> AddedProgramme:
    """Make a programme of the list an aim, with its activities, sub-activities and their indicators, for one unit.

    What is there already (same place, code and unit) is left as it is, so that asking again only adds what is missing.

    Args:
        actor: who adds it; a planner of the unit.
        edition_id: the list, in use.
        code: the programme's code.
        plan_id: the document it is to stand in.
        unit_id: who answers for it.
        parent_id: what it hangs under; None = nothing yet.
        only: codes of sub-activities to take, with the activities they need; None = all.

    Raises:
        RefusedError: not the actor's, no such programme, a place where it may not hang, or nothing was chosen.
    """
    with writing(actor.agency_id):
        unit = unit_of(actor, unit_id)
        plan = AimPlan.objects.filter(pk=plan_id, agency_id=actor.agency_id).first()
        if unit is None or plan is None:
            raise refuse(_("Pilih dokumen dan unitnya."))
        require(may_edit_aims(actor, unit.path))
        rows = _chosen(actor, edition_id, code, only)
        parent = None
        if parent_id is not None:
            parent = Aim.objects.filter(pk=parent_id, agency_id=actor.agency_id, valid_to__isnull=True).first()
            if parent is None:
                raise refuse(_("Induk itu tidak ada, atau sudah berakhir."))
        require(may_hang(AimLevel.PROGRAMME, plan.pk, parent))
        return _Planter(plan, unit, parent).plant(rows)


def _chosen(actor: Actor, edition_id: int, code: str, only: frozenset[str] | None) -> list[Nomenclature]:
    """Return the programme and what is below it, parents first."""
    usable = Nomenclature.objects.filter(
        agency_id=actor.agency_id, edition_id=edition_id, edition__state=NomenclatureState.IN_USE
    )
    programme = usable.filter(code=code, level=NomenclatureLevel.PROGRAMME).first()
    if programme is None:
        raise refuse(_("Program ini tidak ada dalam daftar yang dipakai."))
    activities = list(usable.filter(parent_code=code).order_by("code"))
    subs = list(usable.filter(parent_code__in=[row.code for row in activities]).order_by("code"))
    if only is not None:
        subs = [row for row in subs if row.code in only]
        needed = {row.parent_code for row in subs}
        activities = [row for row in activities if row.code in needed]
    if not subs:
        raise refuse(_("Pilih sedikitnya satu subkegiatan."))
    return [programme, *activities, *subs]


class _Planter:
    """Writes the aims that are not there, in two statements."""

    def __init__(self, plan: AimPlan, unit: Unit, parent: Aim | None) -> None:
        self.plan, self.unit, self.parent = plan, unit, parent
        self.start = min(today(), date(plan.year_from, 1, 1))
        self.there = self._there()

    def _there(self) -> dict[tuple[int | None, str], tuple[int, str]]:
        """Return key and path of what this unit has in the plan already, by parent and code."""
        rows = Aim.objects.filter(agency_id=self.plan.agency_id, plan=self.plan, unit=self.unit, valid_to__isnull=True).exclude(
            code=""
        )
        return {(row[0], row[1]): (row[2], row[3]) for row in rows.values_list("parent_id", "code", "id", "path")}

    def plant(self, rows: list[Nomenclature]) -> AddedProgramme:
        """Write what is missing and return what came of it."""
        keys = iter(reserve_ids(Aim, len(rows)))
        known: dict[str, tuple[int, str]] = {}
        aims, measures = [], []
        last = Aim.objects.filter(plan=self.plan, parent=self.parent).aggregate(last=Max("position"))["last"] or 0
        for number, row in enumerate(rows, start=last + 1):
            above = known.get(row.parent_code) or ((self.parent.pk, self.parent.path) if self.parent else (None, "/"))
            if found := self.there.get((above[0], row.code)):
                known[row.code] = found
                continue
            key = next(keys)
            known[row.code] = (key, f"{above[1]}{key}/")
            aims.append(self._aim(row, key, above[0], known[row.code][1], number))
            if row.indicator and row.measure_unit:
                measures.append(self._indicator(row, key))
        copy_into(Aim, AIM_FIELDS, aims)
        copy_into(Indicator, INDICATOR_FIELDS, measures)
        programme = Aim.objects.get(pk=known[rows[0].code][0])
        return AddedProgramme(programme, made=len(aims), indicators=len(measures), there=len(rows) - len(aims))

    def _aim(self, row: Nomenclature, key: int, parent: int | None, path: str, position: int) -> tuple:
        return (
            key, self.plan.agency_id, self.plan.pk, parent, row.level, row.code, row.title, row.output, self.unit.pk, path,
            position, "", "", self.start,
        )  # fmt: skip

    def _indicator(self, row: Nomenclature, key: int) -> tuple:
        return (
            self.plan.agency_id, key, row.indicator, row.measure_unit, IndicatorDirection.UP.value, 0, "", "", self.unit.pk, 1,
            self.start,
        )  # fmt: skip
