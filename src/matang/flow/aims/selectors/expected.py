"""What the tree still asks of whoever keeps it."""

from datetime import date

from matang.flow.aims.permissions import EDITOR_ROLES
from matang.flow.aims.selectors.forest import forest_at
from matang.flow.register.public import unit_tree
from matang.foundation.access.actor import Actor

ASKED = ("no_owner", "no_indicator")
"""Reasons of health that a planner is asked to settle first; keys of ``health.REASONS``."""


def unsettled(actor: Actor, day: date) -> dict[str, int]:
    """Return for each reason in ``ASKED`` how many aims of the actor's have it; reasons without any are left out.

    A planner of the agency is asked about all, one of a unit about those of units below. No further queries than the tree's.
    """
    scope = actor.scope(*EDITOR_ROLES)
    if scope.empty:
        return {}
    units = unit_tree(actor.agency_id, day).by_id
    found: dict[str, int] = {}
    for node in forest_at(actor, day).walk():
        unit = units.get(node.unit_id) if node.unit_id else None
        if scope.everything or (unit is not None and scope.covers(unit.path)):
            for reason in ASKED:
                found[reason] = found.get(reason, 0) + (reason in node.verdict.reasons)
    return {reason: count for reason, count in found.items() if count}
