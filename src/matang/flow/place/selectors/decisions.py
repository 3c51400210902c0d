"""Read decisions, within the actor's reach."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from matang.flow.place.choices import DecisionState
from matang.flow.place.models import PlacementDecision
from matang.flow.place.permissions import LOOKING_ROLES
from matang.foundation.access.actor import Actor


def decisions_visible_to(actor: Actor) -> QuerySet[PlacementDecision]:
    """Return the decisions on posts of the units that the actor looks after, newest first."""
    found = PlacementDecision.objects.filter(agency_id=actor.agency_id).select_related(
        "scenario", "post__unit", "person", "proposed_person", "decided_by", "undone_by", "item__meeting", "item__advised_person"
    )
    scope = actor.scope(*LOOKING_ROLES)
    if scope.everything:
        return found
    inside = Q(pk__in=())
    for path in scope.paths:
        inside |= Q(post__unit__path__startswith=path)
    return found.filter(inside)


def standing_for(scenario_id: int) -> dict[int, PlacementDecision]:
    """Return the decisions of a scenario that stand, by post."""
    rows = PlacementDecision.objects.filter(scenario_id=scenario_id, state=DecisionState.STANDS).select_related("person")
    return {row.post_id: row for row in rows}


def standing_in(scenario_ids: Iterable[int]) -> dict[tuple[int, int], PlacementDecision]:
    """Return the decisions of several scenarios that stand, by scenario and post; one query."""
    rows = PlacementDecision.objects.filter(scenario_id__in=set(scenario_ids), state=DecisionState.STANDS)
    return {(row.scenario_id, row.post_id): row for row in rows.select_related("decided_by")}
