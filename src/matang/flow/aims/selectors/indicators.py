"""Read indicators and the ties between aims."""

from datetime import date

from django.db.models import Q, QuerySet

from matang.flow.aims.models import AimLink, Indicator
from matang.foundation.access.actor import Actor


def indicators_of(actor: Actor, aim_id: int, day: date) -> QuerySet[Indicator]:
    """Return the indicators of an aim that hold on the day."""
    return Indicator.objects.filter(agency_id=actor.agency_id, aim_id=aim_id).as_at(day).select_related("unit")


def ended_indicators_of(actor: Actor, aim_id: int, day: date) -> QuerySet[Indicator]:
    """Return the indicators of an aim that have ended by the day, the latest first."""
    return Indicator.objects.filter(agency_id=actor.agency_id, aim_id=aim_id, valid_to__lte=day).order_by("-valid_to", "-id")


def indicator_visible_to(actor: Actor, indicator_id: int) -> Indicator | None:
    """Return the indicator when it is of the actor's agency, else None."""
    rows = Indicator.objects.filter(agency_id=actor.agency_id, pk=indicator_id)
    return rows.select_related("aim__plan__unit", "aim__unit", "unit").first()


def links_of(actor: Actor, aim_id: int, day: date) -> QuerySet[AimLink]:
    """Return the ties of an aim in either direction that hold on the day."""
    rows = AimLink.objects.filter(Q(source_id=aim_id) | Q(target_id=aim_id), agency_id=actor.agency_id).as_at(day)
    return rows.select_related("source__unit", "target__unit")


def link_visible_to(actor: Actor, link_id: int) -> AimLink | None:
    """Return the tie when it is of the actor's agency, else None."""
    rows = AimLink.objects.filter(agency_id=actor.agency_id, pk=link_id)
    return rows.select_related("source__unit", "source__plan__unit", "target__unit").first()
