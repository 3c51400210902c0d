"""Who stands on lists of successors on a day."""

from datetime import date

from django.db.models import Q, QuerySet

from matang.flow.plan.models import SuccessionListing
from matang.flow.plan.permissions import PLANNING_ROLES
from matang.flow.register.public import Post, people_visible_to
from matang.foundation.access.actor import Actor


def still_listed(day: date) -> Q:
    """Return the condition of a listing that nobody has ended by the day."""
    return Q(ended_on__isnull=True) | Q(ended_on__gt=day)


def listings_visible_to(actor: Actor, day: date) -> QuerySet[SuccessionListing]:
    """Return the listings that count on the day, one for each person and list, of people whom the actor plans for and sees.

    Those of whom the actor plans for nothing are nobody's.
    """
    if actor.scope(*PLANNING_ROLES).empty:
        return SuccessionListing.objects.none()
    told = SuccessionListing.objects.filter(still_listed(day), agency_id=actor.agency_id, as_at__lte=day)
    latest = told.order_by("list_name", "person_id", "-as_at").distinct("list_name", "person_id")
    found = SuccessionListing.objects.filter(pk__in=latest.values("pk"), person__in=people_visible_to(actor, day))
    return found.select_related("person", "target_post__unit").order_by("list_name", "person__full_name", "pk")


def successors_of(actor: Actor, post: Post, day: date) -> QuerySet[SuccessionListing]:
    """Return the listings that count for a post: those meant for it, for its kind of post, and for any post."""
    meant = Q(target_post=post) | Q(target_post__isnull=True, target_kind__in=("", post.kind))
    return listings_visible_to(actor, day).filter(meant)


def lists_of(agency_id: int | None) -> list[str]:
    """Return the names of all lists, by name."""
    names = SuccessionListing.objects.filter(agency_id=agency_id).order_by("list_name").values_list("list_name", flat=True)
    return list(names.distinct())
