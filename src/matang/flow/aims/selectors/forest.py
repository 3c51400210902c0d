"""All aims of an agency on a day with their health, kept in the process until a row changes."""

from collections import OrderedDict
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db import connection
from django.db.models import Count, Max, Q

from matang.flow.aims.choices import AimLevel, Health
from matang.flow.aims.models import Indicator
from matang.flow.aims.selectors.health import Facts, Verdict, health
from matang.flow.aims.selectors.then import FIELDS, is_past, rows_then
from matang.flow.aims.selectors.trees import aims_at
from matang.flow.register.public import UnitTree, unit_tree
from matang.foundation.access.actor import Actor

Tally = dict[str, int]

# The numbers of the transactions and commands that wrote the rows: their sums change with every write, by whomever.
STAMP = """
SELECT count(*), sum(xmin::text::numeric), sum(cmin::text::numeric) FROM aims_aim WHERE agency_id = %(agency)s
UNION ALL
SELECT count(*), sum(xmin::text::numeric), sum(cmin::text::numeric) FROM aims_indicator WHERE agency_id = %(agency)s
"""
HEALTHS = tuple(Health.values)
KEPT = 16
_kept: "OrderedDict[tuple[int, date], tuple[list[tuple], UnitTree, Forest]]" = OrderedDict()


UNJUDGED = Verdict(Health.UNKNOWN)


@dataclass(slots=True)
class Node:
    """An aim in the forest. ``below`` counts all aims below it by health; ``depth`` is 0 for one without parent."""

    id: int
    parent_id: int | None
    plan_id: int
    level: str
    code: str
    title: str
    path: str
    unit_id: int | None
    depth: int = 0
    verdict: Verdict = UNJUDGED
    children: list["Node"] = field(default_factory=list)
    below: Tally = field(default_factory=lambda: dict.fromkeys(HEALTHS, 0))

    @property
    def count(self) -> int:
        """How many aims are below."""
        return sum(self.below.values())

    def walk(self) -> Iterator["Node"]:
        """Yield this aim and all below it, top first, in their order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Forest:
    """All aims on one day. ``roots`` have nothing above them that holds on the day; ``by_id`` finds any aim."""

    roots: tuple[Node, ...]
    by_id: dict[int, Node]

    def walk(self) -> Iterator[Node]:
        """Yield every aim, each before those below it."""
        for root in self.roots:
            yield from root.walk()

    def tops_of(self, plan_id: int) -> list[Node]:
        """Return the aims of a plan that hang under none of the same plan, in their order."""
        mine = (node for node in self.walk() if node.plan_id == plan_id)
        return [node for node in mine if self.plan_above(node) != plan_id]

    def plan_above(self, node: Node) -> int | None:
        """Return the plan of what the aim hangs under, None where it hangs under nothing."""
        parent = self.by_id.get(node.parent_id) if node.parent_id else None
        return parent.plan_id if parent else None

    def line(self, node: Node) -> list[Node]:
        """Return what is above the aim, top first."""
        found: list[Node] = []
        at = self.by_id.get(node.parent_id) if node.parent_id else None
        while at is not None:
            found.append(at)
            at = self.by_id.get(at.parent_id) if at.parent_id else None
        return found[::-1]


def forest_at(actor: Actor, day: date) -> Forest:
    """Return all aims of the actor's agency on the day, each with its health. Two cheap queries while nothing changes."""
    with connection.cursor() as cursor:
        cursor.execute(STAMP, {"agency": actor.agency_id})
        stamp = cursor.fetchall()
    units = unit_tree(actor.agency_id, day)
    key = (actor.agency_id or 0, day)
    kept = _kept.get(key)
    if kept and kept[0] == stamp and kept[1] is units:
        _kept.move_to_end(key)
        return kept[2]
    forest = grow_forest(_rows(actor, day), day, units.by_id)
    _kept[key] = (stamp, units, forest)
    while len(_kept) > KEPT:
        _kept.popitem(last=False)
    return forest


def _rows(actor: Actor, day: date) -> list[tuple]:
    """Return the aims that hold on the day as ``then.FIELDS``, in the order of siblings; an earlier day's as they were."""
    rows = list(aims_at(actor, day).order_by("position", "code", "id").values_list(*FIELDS))
    if not is_past(day):
        return rows
    then = rows_then(actor.agency_id, day)
    return sorted((then.get(row[0], row)[: len(FIELDS)] for row in rows), key=lambda row: (row[13], row[4], row[0]))


def grow_forest(rows: list[tuple], day: date, units: Container[int]) -> Forest:
    """Return the forest of these rows (``then.FIELDS``); ``units`` are the keys of the units that exist on the day. One query."""
    measured = _measured(day)
    by_id = {row[0]: Node(*row[:8]) for row in rows}
    roots: list[Node] = []
    for node in by_id.values():
        parent = by_id.get(node.parent_id) if node.parent_id else None
        (parent.children if parent else roots).append(node)
    forest = Forest(tuple(roots), by_id)
    facts = {
        row[0]: (row[7] is not None and row[7] not in units, row[8], *[value not in {None, ""} for value in row[9:13]])
        for row in rows
    }
    order = list(_downwards(forest, by_id))
    for node, under_mission in reversed(order):
        _judge(node, under_mission=under_mission, known=facts[node.id], measured=measured.get(node.id, (0, 0, 0, None)), day=day)
    return forest


def _downwards(forest: Forest, by_id: dict[int, Node]) -> Iterator[tuple[Node, bool]]:
    """Yield every aim before those below it, and whether its line passes a mission; set the depths on the way."""
    under: dict[int, bool] = {}
    for node in forest.walk():
        parent = by_id.get(node.parent_id) if node.parent_id else None
        node.depth = parent.depth + 1 if parent else 0
        under[node.id] = bool(parent) and (parent.level == AimLevel.MISSION or under[parent.id])
        yield node, under[node.id]


def _measured(day: date) -> dict[int, tuple[int, int, int, date | None]]:
    rows = Indicator.objects.as_at(day).order_by().values("aim_id")
    counted = rows.annotate(
        all=Count("pk"),
        baselines=Count("pk", filter=Q(baseline_value__isnull=False, baseline_on__isnull=False)),
        targets=Count("pk", filter=Q(target_value__isnull=False, target_on__isnull=False)),
        last=Max("target_on"),
    )
    return {row[0]: row[1:] for row in counted.values_list("aim_id", "all", "baselines", "targets", "last")}


def _judge(node: Node, *, under_mission: bool, known: tuple, measured: tuple, day: date) -> None:
    for child in node.children:
        node.below[child.verdict.health] += 1
        for key, count in child.below.items():
            node.below[key] += count
    owner_gone, ends_on, place, doer, carer, upkeep = known
    indicators, baselines, targets, last = measured
    facts = Facts(
        level=node.level,
        under_mission=under_mission,
        owner=node.unit_id is not None,
        owner_gone=owner_gone,
        place=place,
        doer=doer,
        carer=carer,
        upkeep=upkeep,
        ends_on=ends_on,
        indicators=indicators,
        baselines=baselines,
        targets=targets,
        last_target=last,
        children=len(node.children),
        red_below=node.below[Health.RED],
    )
    node.verdict = health(facts, day)


def health_of(actor: Actor, aim_id: int, day: date) -> Verdict | None:
    """Return how an aim looks on the day and why; None where it does not hold."""
    node = forest_at(actor, day).by_id.get(aim_id)
    return node.verdict if node else None
