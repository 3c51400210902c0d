"""Read series and their values as at a day."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, QuerySet

from matang.flow.measure.models import Series, SeriesValue
from matang.flow.measure.models.periods import number_of, period_name
from matang.flow.measure.selectors.small import small
from matang.foundation.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Point:
    """The value of a series for a period as it was known on a day; ``value`` is None where it is hidden.

    ``number`` counts periods one after another; ``exact`` is the value itself, for computing only, never for showing.
    """

    series_id: int
    number: int
    start: date
    name: str
    value: Decimal | None
    hidden: bool
    as_at: date
    exact: Decimal
    numerator: int | None
    denominator: int | None


def series_of(actor: Actor, indicator_id: int) -> QuerySet[Series]:
    """Return the series of an indicator, the main one first."""
    rows = Series.objects.filter(agency_id=actor.agency_id, indicator_id=indicator_id)
    return rows.select_related("unit", "responsible", "indicator").order_by("-main", "unit__path", "place", "id")


def series_visible_to(actor: Actor, series_id: int) -> Series | None:
    """Return a series of the actor's agency, else None."""
    rows = Series.objects.filter(agency_id=actor.agency_id, pk=series_id)
    return rows.select_related("unit", "responsible", "indicator__aim", "indicator__unit").first()


def points_of(series: Iterable[Series], day: date, starts: Collection[date] | None = None) -> dict[int, list[Point]]:
    """Return for each series its values as they were known on the day, oldest period first. One query for all.

    With ``starts`` only the periods that begin on one of these days are read.
    """
    by_key = {one.pk: one for one in series}
    found_on = SeriesValue.objects.filter(series_id__in=by_key, as_at__lte=day, withdrawn_at__isnull=True)
    if starts is not None:
        found_on = found_on.filter(period_start__in=starts)
    rows = found_on.order_by("series_id", "period_start", "-as_at", "-id").distinct("series_id", "period_start")
    found: dict[int, list[Point]] = {key: [] for key in by_key}
    columns = ("series_id", "period_start", "value", "numerator", "denominator", "as_at")
    for key, start, value, numerator, denominator, as_at in rows.values_list(*columns):
        one = by_key[key]
        hidden = small(value=value, numerator=numerator, denominator=denominator, counts=one.counts)
        found[key].append(
            Point(
                series_id=key,
                number=number_of(one.kind, start),
                start=start,
                name=period_name(one.kind, start),
                value=None if hidden else value,
                hidden=hidden,
                as_at=as_at,
                exact=value,
                numerator=numerator,
                denominator=denominator,
            )
        )
    return found


def values_as_at(actor: Actor, indicator_id: int, day: date) -> dict[int, list[Point]]:
    """Return the values of every series of an indicator as they were known on the day, by series. Two queries."""
    return points_of(series_of(actor, indicator_id), day)


def history_of_values(series: Series) -> list[SeriesValue]:
    """Return everything ever recorded of a series, the newest period first, revisions and withdrawn values included."""
    return histories_of([series.pk])


def histories_of(series_ids: Collection[int]) -> list[SeriesValue]:
    """Return everything ever recorded of these series, one after another, each with its newest period first. One query."""
    order = {key: number for number, key in enumerate(series_ids)}
    rows = SeriesValue.objects.filter(series__in=order).select_related("recorded_by", "withdrawn_by", "loaded")
    return sorted(rows.order_by("-period_start", "-as_at", "-id"), key=lambda row: order[row.series_id])


def value_visible_to(actor: Actor, value_id: int) -> SeriesValue | None:
    """Return a value of the actor's agency, else None."""
    rows = SeriesValue.objects.filter(agency_id=actor.agency_id, pk=value_id)
    return rows.select_related("series__unit", "series__responsible", "series__indicator").first()


def revised_periods(series_ids: Iterable[int]) -> set[tuple[int, date]]:
    """Return the series and periods that have more than one standing value: two right numbers for two days."""
    rows = SeriesValue.objects.filter(series_id__in=list(series_ids), withdrawn_at__isnull=True)
    counted = rows.order_by().values("series_id", "period_start").annotate(times=Count("id")).filter(times__gt=1)
    return {(row["series_id"], row["period_start"]) for row in counted}
