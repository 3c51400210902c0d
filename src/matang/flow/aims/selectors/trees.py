"""Read the tree of aims as at a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from matang.flow.aims.choices import AimLevel
from matang.flow.aims.models import Aim, AimPlan
from matang.flow.aims.selectors.then import is_past, rows_then
from matang.foundation.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Step:
    """An aim on the line from the top: its key, level, code and words."""

    id: int
    level: str
    code: str
    title: str

    def __str__(self) -> str:
        return self.title


def ids_of(path: str) -> list[int]:
    """Return the keys on a path such as ``/1/5/``, top first."""
    return [int(part) for part in path.split("/") if part]


def aims_at(actor: Actor, day: date) -> QuerySet[Aim]:
    """Return the aims of the actor's agency that hold on the day, in the order of the tree's siblings."""
    return Aim.objects.filter(agency_id=actor.agency_id).as_at(day)


def aim_visible_to(actor: Actor, aim_id: int) -> Aim | None:
    """Return the aim when it is of the actor's agency, whatever its day; else None."""
    rows = Aim.objects.filter(agency_id=actor.agency_id, pk=aim_id)
    return rows.select_related(
        "plan__unit", "parent", "unit", "post", "doer_unit", "doer_post", "carer_unit", "carer_post"
    ).first()


def plans_of(actor: Actor) -> QuerySet[AimPlan]:
    """Return the planning documents of the actor's agency, newest first."""
    return AimPlan.objects.filter(agency_id=actor.agency_id).select_related("unit")


def plan_visible_to(actor: Actor, plan_id: int) -> AimPlan | None:
    """Return the planning document when it is of the actor's agency, else None."""
    return plans_of(actor).filter(pk=plan_id).first()


def aim_line(aim_id: int, day: date) -> tuple[Step, ...]:
    """Return the aims from the top (vision or mission) down to this one, itself included; empty when it does not hold.

    The database shows only aims of the agency that the transaction works for. Two queries, three for an earlier day, which
    shows the line as it was.
    """
    aim = Aim.objects.as_at(day).filter(pk=aim_id).only("path", "agency_id").first()
    if aim is None:
        return ()
    return _line_then(aim, day) if is_past(day) else steps_on([aim.path], day)[aim.path]


def _line_then(aim: Aim, day: date) -> tuple[Step, ...]:
    """Return the line as it was at the end of an earlier day."""
    holding = set(Aim.objects.filter(agency_id=aim.agency_id).as_at(day).values_list("pk", flat=True))
    then = {row[0]: (row[1], Step(row[0], row[3], row[4], row[5])) for row in rows_then(aim.agency_id, day).values()}
    line: list[Step] = []
    at: int | None = aim.pk
    while at in then:
        above, step = then[at]
        line += [step] if at in holding else []
        at = above
    return tuple(reversed(line))


def steps_on(paths: Iterable[str], day: date) -> dict[str, tuple[Step, ...]]:
    """Return for each path of today its steps from the top down that hold on the day. One query for all."""
    wanted = {path: ids_of(path) for path in paths}
    keys = {key for ids in wanted.values() for key in ids}
    rows = Aim.objects.as_at(day).filter(pk__in=keys).values_list("id", "level", "code", "title")
    known = {row[0]: Step(*row) for row in rows}
    return {path: tuple(known[key] for key in ids if key in known) for path, ids in wanted.items()}


def mission_of(aim_id: int, day: date) -> Step | None:
    """Return the mission that this aim serves, or None where its line reaches none."""
    return next((step for step in aim_line(aim_id, day) if step.level == AimLevel.MISSION), None)
