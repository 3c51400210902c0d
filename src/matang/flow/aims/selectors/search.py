"""Search aims by words, code, level, unit and plan."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from matang.flow.aims.models import Aim
from matang.flow.aims.selectors.forest import Forest, Node, forest_at
from matang.flow.aims.selectors.trees import aims_at
from matang.foundation.access.actor import Actor

SORTS = {
    "pohon": None,
    "kode": lambda node: (node.code == "", node.code, node.title),
    "rumusan": lambda node: node.title.lower(),
    "kesehatan": lambda node: ({"red": 0, "amber": 1, "unknown": 2, "green": 3}[node.verdict.health], -len(node.verdict.reasons)),
}


@dataclass(frozen=True, slots=True)
class AimQuestion:
    """What a list of aims was asked for. Empty fields do not filter; ``unit_ids`` None = any unit, empty = no unit known."""

    text: str = ""
    level: str = ""
    health: str = ""
    reason: str = ""
    plan_id: int | None = None
    unit_ids: frozenset[int] | None = None
    sort: str = "pohon"


def aims_like(actor: Actor, day: date, text: str, *, levels: tuple[str, ...]) -> QuerySet[Aim]:
    """Return the aims of these levels whose words or code hold every word of ``text``, in the order of the tree."""
    found = aims_at(actor, day).filter(level__in=levels).select_related("plan", "unit")
    for word in text.split():
        found = found.filter(Q(title__icontains=word) | Q(code__startswith=word))
    return found.order_by("plan_id", "path")


def nodes_asked(actor: Actor, day: date, question: AimQuestion) -> tuple[list[Node], Forest]:
    """Return the aims that the question asks for, in its order, and the forest that they stand in."""
    forest = forest_at(actor, day)
    said = question.text.lower().split()
    found = [node for node in forest.walk() if _fits(node, question, said)]
    if order := SORTS[question.sort]:
        found.sort(key=order)
    return found, forest


def _fits(node: Node, question: AimQuestion, said: list[str]) -> bool:
    if question.level and node.level != question.level:
        return False
    if question.health and node.verdict.health != question.health:
        return False
    if question.reason and question.reason not in node.verdict.reasons:
        return False
    if question.plan_id and node.plan_id != question.plan_id:
        return False
    if question.unit_ids is not None and (node.unit_id not in question.unit_ids if question.unit_ids else node.unit_id):
        return False
    title = node.title.lower()
    return all(word in title or node.code.lower().startswith(word) for word in said)
