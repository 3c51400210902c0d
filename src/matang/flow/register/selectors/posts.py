"""Posts as at a day, and which of them are free."""

from datetime import date

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from matang.flow.register.choices import IncumbencyKind
from matang.flow.register.models import Incumbency, Post
from matang.foundation.clock.dated import holds_at


def holders_count(day: date) -> Coalesce:
    """Return the expression "number of definitive holders on the day" for a query over posts."""
    held = (
        Incumbency.objects.as_at(day)
        .filter(post_id=OuterRef("pk"), kind=IncumbencyKind.DEFINITIVE)
        .order_by()
        .values("post_id")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return Coalesce(Subquery(held, output_field=IntegerField()), 0)


def posts_at(agency_id: int, day: date) -> QuerySet[Post]:
    """Return the posts of the agency that exist on the day in a unit that exists on the day, each with its unit."""
    return (
        Post.objects.filter(holds_at(day), holds_at(day, "unit__"), agency_id=agency_id)
        .select_related("unit")
        .order_by("unit__code", "name", "id")
    )


def vacant_posts(agency_id: int, day: date, unit_path: str = "") -> QuerySet[Post]:
    """Return the posts with room for a definitive holder on the day, at or below ``unit_path``.

    Each carries ``holders`` and ``vacancies`` (places free). A post whose capacity is not known is not called vacant.
    """
    posts = posts_at(agency_id, day).annotate(holders=holders_count(day)).filter(capacity__gt=F("holders"))
    if unit_path:
        posts = posts.filter(unit__path__startswith=unit_path)
    return posts.annotate(vacancies=F("capacity") - F("holders"))
