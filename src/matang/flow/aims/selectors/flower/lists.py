"""What the flower test finds in a whole agency, or in some of its units: all lists from one reading of the tree."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from matang.flow.aims.choices import LinkKind
from matang.flow.aims.models import AimLink, NotSame
from matang.flow.aims.selectors.flower.alike import Look, Twin, alike_in
from matang.flow.aims.selectors.flower.asking import Flower, flowers_at
from matang.flow.aims.selectors.flower.outcomes import SharedOutcome, Tie, shared_outcomes, unserved
from matang.flow.aims.selectors.forest import Forest, Node, forest_at
from matang.flow.register.public import UnitTree, unit_tree
from matang.foundation.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything the lists show. ``needs`` are links between two agencies; ``twins`` and ``looks`` without what was dismissed."""

    forest: Forest
    flowers: dict[int, Flower]
    orphans: list[Flower]
    carerless: list[Flower]
    twins: list[Twin]
    unserved: list[Node]
    looks: list[Look]
    needs: list[tuple[Tie, Node, Node]]
    outcomes: list[SharedOutcome]


def findings_at(actor: Actor, day: date, inside: frozenset[int] | None = None) -> Findings:
    """Return what is found on the day; ``inside`` keeps what concerns these units (None = the whole agency).

    Seven queries whatever the size: the tree's two stamps, units, three columns of the activities, links, dismissals.
    """
    forest, tree = forest_at(actor, day), unit_tree(actor.agency_id, day)
    tops = tops_of(tree)
    ties = ties_at(actor, day)
    flowers = {key: one for key, one in flowers_at(actor, day, forest).items() if _mine(one, inside)}
    twins, looks = alike_in(forest, tops)
    apart = set(NotSame.objects.filter(agency_id=actor.agency_id).values_list("first_id", "second_id"))
    tied = {frozenset((tie.source, tie.target)) for tie in ties}
    among: Callable[..., bool] = lambda *nodes: inside is None or any(node.unit_id in inside for node in nodes)  # noqa: E731
    return Findings(
        forest=forest,
        flowers=flowers,
        orphans=[one for one in flowers.values() if "no_mission" in one.faults],
        carerless=[one for one in flowers.values() if {"no_carer", "carer_gone"} & set(one.faults)],
        twins=[one for one in [*_said_same(forest, ties), *twins] if not _dismissed(one, apart) and among(*one.nodes)],
        unserved=[node for node in unserved(forest, ties) if among(node)],
        looks=[
            one
            for one in looks
            if (one.first.id, one.second.id) not in apart
            and frozenset((one.first.id, one.second.id)) not in tied
            and among(one.first, one.second)
        ],
        needs=[pair for pair in _across(forest, ties, tops) if among(*pair[1:])],
        outcomes=[one for one in shared_outcomes(forest, ties, tops) if among(one.node, *(node for node, _share in one.parts))],
    )


def tops_of(tree: UnitTree) -> dict[int, int]:
    """Return the agency (the unit without parent) of every unit."""
    return {node.id: root.id for root in tree.roots for node in root.walk()}


def ties_at(actor: Actor, day: date) -> list[Tie]:
    """Return the links of the agency that hold on the day. One query."""
    rows = AimLink.objects.filter(agency_id=actor.agency_id).as_at(day).order_by("id")
    return [Tie(*row) for row in rows.values_list("id", "source_id", "target_id", "kind", "share_percent")]


def dismissals_of(actor: Actor) -> QuerySet[NotSame]:
    """Return what was said not to be the same, newest first."""
    rows = NotSame.objects.filter(agency_id=actor.agency_id)
    return rows.select_related("first__unit", "second__unit", "said_by")


def _mine(flower: Flower, inside: frozenset[int] | None) -> bool:
    return inside is None or flower.node.unit_id in inside or flower.doer_id in inside


def _said_same(forest: Forest, ties: list[Tie]) -> list[Twin]:
    found = []
    for tie in ties:
        first, second = forest.by_id.get(tie.source), forest.by_id.get(tie.target)
        if tie.kind == LinkKind.SAME_AS and first and second and first.unit_id != second.unit_id:
            found.append(Twin("link", tuple(sorted((first, second), key=lambda node: node.id))))
    return found


def _dismissed(twin: Twin, apart: set[tuple[int, int]]) -> bool:
    """A group is dismissed when everyone in it was said to differ from its first."""
    first, *others = twin.nodes
    return all((first.id, other.id) in apart for other in others)


def _across(forest: Forest, ties: list[Tie], tops: dict[int, int]) -> list[tuple[Tie, Node, Node]]:
    found = []
    for tie in ties:
        source, target = forest.by_id.get(tie.source), forest.by_id.get(tie.target)
        if not source or not target or tie.kind not in {LinkKind.NEEDS, LinkKind.CONTRIBUTES_TO}:
            continue
        ends = tops.get(source.unit_id or 0), tops.get(target.unit_id or 0)
        if None not in ends and ends[0] != ends[1]:
            found.append((tie, source, target))
    return found
