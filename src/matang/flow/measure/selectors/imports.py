"""Read files with values."""

from django.db.models import Count, Q, QuerySet

from matang.flow.measure.models import SeriesImport
from matang.flow.measure.permissions import ENTRY_ROLES
from matang.foundation.access.actor import Actor


def imports_visible_to(actor: Actor) -> QuerySet[SeriesImport]:
    """Return the files that the actor uploaded; all of the agency for its programme planner."""
    rows = SeriesImport.objects.filter(agency_id=actor.agency_id).select_related("made_by", "ended_by")
    if not actor.scope(*ENTRY_ROLES).everything:
        rows = rows.filter(made_by_id=actor.user_id)
    return rows.annotate(standing=Count("values", filter=Q(values__withdrawn_at__isnull=True)))


def import_visible_to(actor: Actor, import_id: int) -> SeriesImport | None:
    """Return one of them, else None."""
    return imports_visible_to(actor).filter(pk=import_id).first()
