"""Where outcomes stand against their targets, and what became of those that were missed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from matang.flow.aims.public import Indicator, IndicatorDirection
from matang.flow.measure.choices import OutcomeStanding
from matang.flow.measure.models import Series, SeriesValue
from matang.flow.measure.models.periods import last_whole, start_of
from matang.flow.measure.selectors.series import Point, points_of
from matang.flow.needs.public import UnitNeed
from matang.foundation.access.actor import Actor

ORIGIN = "measure:indicator:"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where an indicator stands: the newest value of its main series, and how the one at the target's day compares.

    ``at_target`` is the value of the last whole period on the target's day: only that one decides. ``hidden`` values decide
    nothing that is shown.
    """

    indicator: Indicator
    series: Series | None
    points: list[Point]
    newest: Point | None
    at_target: Point | None
    standing: str


def origin_of(indicator: Indicator) -> str:
    """Return what a need that an indicator's missed target opens is known by."""
    return f"{ORIGIN}{indicator.pk}:{indicator.target_on}"


def outcomes_of(actor: Actor, indicators: Iterable[Indicator], day: date) -> list[Outcome]:
    """Return where indicators stand as at the day, in their order. Two queries for all."""
    rows = list(indicators)
    mains = Series.objects.filter(agency_id=actor.agency_id, indicator__in=rows, main=True).select_related("unit", "responsible")
    main = {one.indicator_id: one for one in mains}
    points = points_of(main.values(), day)
    return [_outcome(row, main.get(row.pk), points, day) for row in rows]


def outcome_of(actor: Actor, indicator: Indicator, day: date) -> Outcome:
    """Return where one indicator stands as at the day."""
    return outcomes_of(actor, [indicator], day)[0]


def standings_of(actor: Actor, indicators: Iterable[Indicator], day: date) -> dict[int, tuple[str, bool]]:
    """Return for each indicator where it stands, and whether it has any value: little is read for many. Three queries."""
    rows = list(indicators)
    mains = Series.objects.filter(agency_id=actor.agency_id, indicator__in=[row.pk for row in rows], main=True)
    main = {one.indicator_id: one for one in mains.only("indicator_id", "kind", "counts")}
    values = SeriesValue.objects.filter(series__in=main.values(), as_at__lte=day, withdrawn_at__isnull=True).order_by()
    measured = set(values.values_list("series_id", flat=True).distinct())
    decides = {row.pk: last_whole(main[row.pk].kind, row.target_on) for row in rows if row.pk in main and row.target_on}
    starts = {start_of(main[key].kind, number) for key, number in decides.items()}
    points = points_of(main.values(), day, starts)
    found = {}
    for row in rows:
        own = main.get(row.pk)
        at_target = [point for point in points[own.pk] if point.number == decides.get(row.pk)] if own else []
        standing = _standing(row, at_target[0] if at_target else None, day)
        found[row.pk] = (standing, own is not None and own.pk in measured)
    return found


def _outcome(indicator: Indicator, series: Series | None, points: dict[int, list[Point]], day: date) -> Outcome:
    own = points[series.pk] if series else []
    at_target = None
    if series and indicator.target_on:
        wanted = last_whole(series.kind, indicator.target_on)
        at_target = next((point for point in own if point.number == wanted), None)
    standing = _standing(indicator, at_target, day)
    return Outcome(indicator, series, own, own[-1] if own else None, at_target, standing)


def _standing(indicator: Indicator, at_target: Point | None, day: date) -> str:
    if indicator.target_value is None or indicator.target_on is None:
        return OutcomeStanding.NO_TARGET
    if indicator.target_on > day:
        return OutcomeStanding.UNDER_WAY
    if at_target is None or at_target.hidden:
        return OutcomeStanding.NOT_KNOWN
    return OutcomeStanding.REACHED if meets(indicator, at_target.exact) else OutcomeStanding.MISSED


def meets(indicator: Indicator, value: Decimal) -> bool:
    """Return whether a value is at the target or better."""
    target = indicator.target_value
    if target is None:
        return False
    return value >= target if indicator.direction == IndicatorDirection.UP else value <= target


def needs_from(actor: Actor, indicator_id: int) -> list[UnitNeed]:
    """Return the needs that missed targets of an indicator opened, newest first."""
    rows = UnitNeed.objects.filter(agency_id=actor.agency_id, origin__startswith=f"{ORIGIN}{indicator_id}:")
    return list(rows.select_related("unit"))
