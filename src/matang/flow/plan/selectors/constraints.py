"""Constraints of a scenario with the names of their units."""

from dataclasses import dataclass

from matang.flow.plan.models import PlacementConstraint, PlacementScenario
from matang.flow.register.public import Unit


@dataclass(frozen=True, slots=True)
class ConstraintLine:
    """A constraint to be shown."""

    row: PlacementConstraint
    units: list[str]


def constraints_of(scenario: PlacementScenario, person_id: int | None = None) -> list[ConstraintLine]:
    """Return a scenario's constraints (of one person) with the names of their units, by two queries."""
    found = PlacementConstraint.objects.filter(scenario=scenario).select_related("person", "created_by")
    rows = list(found if person_id is None else found.filter(person_id=person_id))
    names = dict(Unit.objects.filter(pk__in={key for row in rows for key in row.units}).values_list("pk", "name")) if rows else {}
    return [ConstraintLine(row, [names.get(key, str(key)) for key in row.units]) for row in rows]
