"""What hosts offer: those that the agency keeps itself, and those that other governments have published."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from matang.flow.learn.models import Host, HostOffering
from matang.foundation.access.actor import Actor


@dataclass(frozen=True, slots=True)
class OfferQuestion:
    """What the list of published offerings is asked for."""

    text: str = ""
    kind: str = ""
    agency_id: int | None = None
    month: str = ""


def published_offers(actor: Actor, question: OfferQuestion, day: date) -> QuerySet[HostOffering]:
    """Return the offerings that any government has published and that have not ended by ``day``, soonest first.

    The row policy lets a published row of another agency through; its host, unit and competency stay behind the wall.
    """
    assert actor.agency_id is not None  # noqa: S101 - a page behind a gate
    found = HostOffering.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), published=True).select_related("agency")
    for word in question.text.split():
        found = found.filter(
            Q(topic__icontains=word)
            | Q(unit_name__icontains=word)
            | Q(agency__name__icontains=word)
            | Q(conditions__icontains=word)
        )
    if question.kind:
        found = found.filter(kind=question.kind)
    if question.agency_id:
        found = found.filter(agency_id=question.agency_id)
    return found.order_by("starts_on", "agency__name", "unit_name", "pk")


def published_offer(actor: Actor, offering_id: int, day: date) -> HostOffering | None:
    """Return one published offering of another government."""
    return published_offers(actor, OfferQuestion(), day).exclude(agency_id=actor.agency_id).filter(pk=offering_id).first()


def offers_of(host: Host) -> QuerySet[HostOffering]:
    """Return the offerings of a host, newest first."""
    return HostOffering.objects.filter(agency_id=host.agency_id, host=host).order_by("-starts_on", "unit_name", "pk")


def known_publishers(actor: Actor) -> dict[int, int]:
    """Return the hosts of the actor's agency by the agency they are linked to."""
    rows = Host.objects.filter(agency_id=actor.agency_id, linked__isnull=False)
    return dict(rows.values_list("linked_id", "pk"))
