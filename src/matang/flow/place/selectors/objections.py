"""Read objections, within the actor's reach."""

from django.db.models import Q, QuerySet

from matang.flow.place.models import Objection
from matang.flow.place.permissions import LOOKING_ROLES
from matang.foundation.access.actor import Actor

WITH = ("decision__post__unit", "decision__person", "person", "answered_by")


def objections_visible_to(actor: Actor) -> QuerySet[Objection]:
    """Return the objections to decisions on posts of the units that the actor looks after, those due first."""
    found = Objection.objects.filter(agency_id=actor.agency_id).select_related(*WITH)
    scope = actor.scope(*LOOKING_ROLES)
    if scope.everything:
        return found
    inside = Q(pk__in=())
    for path in scope.paths:
        inside |= Q(decision__post__unit__path__startswith=path)
    return found.filter(inside)


def own_objections(actor: Actor) -> QuerySet[Objection]:
    """Return the actor's own objections, the newest first; nobody else's."""
    found = Objection.objects.filter(agency_id=actor.agency_id, person_id=actor.person_id or 0)
    return found.select_related(*WITH).order_by("-filed_at")
