"""What a unit's home page shows of the people in it: who retires soon, who acts and since when."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from matang.flow.register.choices import ENDED_STATES, IncumbencyKind
from matang.flow.register.models import Incumbency, ServiceRecord
from matang.flow.register.models.people import name_with_titles
from matang.flow.register.selectors.retirement import retirement_at


@dataclass(frozen=True, slots=True)
class Leaving:
    """Somebody who retires soon, from which post and when."""

    person_id: int
    name: str
    post_id: int
    post_name: str
    unit_id: int
    retires: date


@dataclass(frozen=True, slots=True)
class Acting:
    """Somebody who acts or stands in, on which post, and for how many whole months so far."""

    person_id: int
    name: str
    kind: str
    post_id: int
    post_name: str
    unit_id: int
    since: date
    months: int


def retiring_in(agency_id: int, path: str, day: date, months: int) -> list[Leaving]:
    """Return who retires at most ``months`` after the day at or below ``path``, the earliest first."""
    retirement = retirement_at(day)
    soon = Q(pk__in=())
    for born_before, kinds in retirement.born_before(day, months):
        soon |= Q(person__birth_date__lt=born_before, post__kind__in=kinds)
    gone = ServiceRecord.objects.filter(agency_id=agency_id, state__in=ENDED_STATES).as_at(day).values("person_id")
    held = Incumbency.objects.filter(
        soon, agency_id=agency_id, kind=IncumbencyKind.DEFINITIVE, post__unit__path__startswith=path
    ).as_at(day)
    rows = held.exclude(person_id__in=gone).values_list(
        "person_id", "person__title_front", "person__full_name", "person__title_back", "person__birth_date", "post_id",
        "post__name", "post__kind", "post__unit_id",
    )  # fmt: skip
    found = []
    for person_id, front, name, back, born, post_id, post_name, kind, unit_id in rows:
        retires = retirement.date_of(born, kind)
        if retires is not None:
            found.append(Leaving(person_id, name_with_titles(front, name, back), post_id, post_name, unit_id, retires))
    return sorted(found, key=lambda each: (each.retires, each.name))


def acting_in_units(agency_id: int, path: str, day: date) -> list[Acting]:
    """Return who acts or stands in at or below ``path`` on the day, the longest first."""
    held = Incumbency.objects.filter(agency_id=agency_id, post__unit__path__startswith=path).as_at(day)
    rows = held.exclude(kind=IncumbencyKind.DEFINITIVE).order_by("valid_from", "id")
    return [
        Acting(
            person_id, name_with_titles(front, name, back), kind, post_id, post_name, unit_id, since, months_between(since, day)
        )
        for person_id, front, name, back, kind, post_id, post_name, unit_id, since in rows.values_list(
            "person_id", "person__title_front", "person__full_name", "person__title_back", "kind", "post_id", "post__name",
            "post__unit_id", "valid_from",
        )
    ]  # fmt: skip


def months_between(start: date, end: date) -> int:
    """Return how many whole months lie between two days."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
