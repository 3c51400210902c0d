"""Apply a plan of units, inside the caller's transaction."""

from matang.flow.register.models import Unit
from matang.flow.register.services.imports.changing import change_rows
from matang.flow.register.services.imports.unitfile import UnitLine, UnitPlan
from matang.foundation.access.models import Grant
from matang.foundation.tenancy.bulk import copy_into, reserve_ids

FIELDS = ("id", "agency", "code", "name", "kind", "parent", "path", "valid_from", "origin")


def apply_units(plan: UnitPlan, *, agency_id: int, origin: str) -> None:
    """Write new and changed units, then put every path right that a changed parent has moved."""
    numbers = dict(zip((id(line) for line in plan.new), reserve_ids(Unit, len(plan.new)), strict=True))
    numbers |= {id(line): number for number, line in plan.changed}
    by_code = dict(Unit.objects.filter(agency_id=agency_id, valid_to__isnull=True).values_list("code", "id"))

    def parent_of(line: UnitLine) -> int | None:
        above = line.above
        return (numbers.get(id(above)) or by_code[above.code]) if isinstance(above, UnitLine) else above

    if plan.new:
        copy_into(
            Unit,
            FIELDS,
            (
                (numbers[id(line)], agency_id, line.code, line.name, line.kind, parent_of(line), "", plan.since, origin)
                for line in plan.new
            ),
        )
    if plan.changed:
        kinds = dict(Unit.objects.filter(agency_id=agency_id).values_list("id", "kind"))
        rows = ((number, line.name, line.kind or kinds[number], parent_of(line), origin) for number, line in plan.changed)
        change_rows(Unit, ("name", "kind", "parent", "origin"), list(rows))
    if plan.new or plan.changed:
        _mend_paths(agency_id)


def _mend_paths(agency_id: int) -> None:
    rows = {
        number: (parent, path)
        for number, parent, path in Unit.objects.filter(agency_id=agency_id).values_list("id", "parent_id", "path")
    }
    right: dict[int, str] = {}

    def path_of(number: int) -> str:
        if number not in right:
            parent = rows[number][0]
            right[number] = f"{path_of(parent) if parent else '/'}{number}/"
        return right[number]

    moved = {number: path_of(number) for number, (_parent, path) in rows.items() if path_of(number) != path}
    if moved:
        change_rows(Unit, ("path",), moved.items())
    for unit_id in Grant.objects.filter(agency_id=agency_id, unit_id__in=moved).values_list("unit_id", flat=True).distinct():
        Grant.objects.filter(agency_id=agency_id, unit_id=unit_id).update(unit_path=moved[unit_id])
