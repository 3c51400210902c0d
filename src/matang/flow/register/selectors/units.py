"""The units of an agency as at a day, flat and as a tree."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db import connection
from django.db.models import QuerySet

from matang.flow.register.models import Unit


@dataclass(slots=True)
class UnitNode:
    """A unit with the units right below it, ordered by code. ``depth`` is 0 for an OPD."""

    id: int
    code: str
    name: str
    kind: str
    path: str
    parent_id: int | None
    depth: int = 0
    children: list["UnitNode"] = field(default_factory=list)

    def walk(self) -> Iterator["UnitNode"]:
        """Yield this unit and all below it, top first."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class UnitTree:
    """All units of an agency on one day. ``roots`` are the OPDs; ``by_id`` finds any unit."""

    roots: tuple[UnitNode, ...]
    by_id: dict[int, UnitNode]

    def walk(self) -> Iterator[UnitNode]:
        """Yield every unit, each before those below it."""
        for root in self.roots:
            yield from root.walk()

    def line(self, path: str) -> list[UnitNode]:
        """Return the units of a path from the OPD down; ids that do not exist on the day are left out."""
        return [self.by_id[number] for number in ids_of(path) if number in self.by_id]

    def opd_of(self, path: str) -> UnitNode | None:
        """Return the OPD that the path lies in."""
        line = self.line(path)
        return line[0] if line else None


def ids_of(path: str) -> list[int]:
    """Return the unit ids of a path such as ``/12/57/``, top first."""
    return [int(part) for part in path.split("/") if part]


def units_at(agency_id: int, day: date) -> QuerySet[Unit]:
    """Return the units of the agency that exist on the day, ordered by code."""
    return Unit.objects.filter(agency_id=agency_id).as_at(day).order_by("code", "id")


STAMP = """
SELECT count(*), sum(xmin::text::numeric), sum(cmin::text::numeric) FROM register_unit
WHERE agency_id = %s AND valid_from <= %s AND (valid_to IS NULL OR valid_to > %s)
"""
KEPT = 64
_kept: OrderedDict[tuple[int, date], tuple[tuple, UnitTree]] = OrderedDict()


def unit_tree(agency_id: int, day: date) -> UnitTree:
    """Return the tree of units on the day. A unit whose parent does not exist that day stands at the top.

    Trees are kept in the process. One cheap query tells whether any row has changed since: each version of a row
    carries the numbers of the transaction and of the command in it that wrote it, so that their sums change with every
    write, by whomever.
    """
    with connection.cursor() as cursor:
        cursor.execute(STAMP, [agency_id, day, day])
        stamp = cursor.fetchone()
    kept = _kept.get((agency_id, day))
    if kept and kept[0] == stamp:
        return kept[1]
    tree = build_tree(units_at(agency_id, day))
    _kept[agency_id, day] = (stamp, tree)
    while len(_kept) > KEPT:
        _kept.popitem(last=False)
    return tree


def build_tree(units: QuerySet[Unit]) -> UnitTree:
    """Return the tree of these units, in their order; one query."""
    by_id = {row[0]: UnitNode(*row) for row in units.values_list("id", "code", "name", "kind", "path", "parent_id")}
    roots = []
    for node in by_id.values():
        parent = by_id.get(node.parent_id) if node.parent_id else None
        (parent.children if parent else roots).append(node)
    waiting = list(roots)
    while waiting:
        node = waiting.pop()
        for child in node.children:
            child.depth = node.depth + 1
        waiting.extend(node.children)
    return UnitTree(roots=tuple(roots), by_id=by_id)
