"""Who has not filled what: periods whose day has passed without a value."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from matang.flow.measure.models import Series, SeriesValue
from matang.flow.measure.models.periods import end_of, last_whole, number_of, period_name, start_of
from matang.flow.measure.permissions import ENTRY_ROLES
from matang.foundation.access.actor import Actor

MOST_PERIODS = 120
"""Periods looked back for one series; ten years of months."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A period of a series that has no value: since when it is late, and by how many days (0 = due today or later)."""

    series: Series
    start: date
    period: str
    due_on: date
    days_late: int


def series_to_fill(actor: Actor) -> QuerySet[Series]:
    """Return the series that the actor is asked to fill: all for the agency's programme planner, else of the own units."""
    rows = Series.objects.filter(agency_id=actor.agency_id).select_related("unit", "responsible", "indicator")
    scope = actor.scope(*ENTRY_ROLES)
    if scope.everything:
        return rows
    reach = Q(pk__in=())
    for path in scope.paths:
        reach |= Q(responsible__path__startswith=path)
    return rows.filter(reach)


def unfilled(actor: Actor, day: date) -> list[Owed]:
    """Return what the actor is asked to fill and is not filled on the day, the longest late first. Two queries.

    For the programme planner of the agency these are the gaps of all units, series without a responsible unit included.
    """
    series = list(series_to_fill(actor))
    known = set(
        SeriesValue.objects.filter(series__in=series, withdrawn_at__isnull=True, as_at__lte=day).values_list(
            "series_id", "period_start"
        )
    )
    found = [owed for one in series for owed in _owed(one, known, day)]
    return sorted(found, key=lambda owed: (-owed.days_late, owed.series.pk, owed.start))


def _owed(series: Series, known: set[tuple[int, date]], day: date) -> list[Owed]:
    first, last = number_of(series.kind, series.starts_on), last_whole(series.kind, day)
    if series.closed_on:
        last = min(last, last_whole(series.kind, series.closed_on - timedelta(days=1)))
    found = []
    for number in range(max(first, last - MOST_PERIODS + 1), last + 1):
        start = start_of(series.kind, number)
        if (series.pk, start) in known:
            continue
        due_on = end_of(series.kind, number) + timedelta(days=series.due_days)
        found.append(Owed(series, start, period_name(series.kind, start), due_on, max(0, (day - due_on).days)))
    return found
