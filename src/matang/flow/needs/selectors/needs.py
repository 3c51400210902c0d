"""Read the needs of units."""

from django.db.models import Q, QuerySet

from matang.flow.needs.models import UnitNeed
from matang.flow.needs.permissions import OVERVIEW_ROLES
from matang.foundation.access.actor import Actor


def needs_visible_to(actor: Actor) -> QuerySet[UnitNeed]:
    """Return the needs of the units that the actor reads, newest first."""
    needs = UnitNeed.objects.filter(agency_id=actor.agency_id).select_related("unit", "competency")
    scope = actor.scope(*OVERVIEW_ROLES)
    if scope.everything:
        return needs
    inside = Q(pk__in=())
    for path in scope.paths:
        inside |= Q(unit__path__startswith=path)
    return needs.filter(inside)
