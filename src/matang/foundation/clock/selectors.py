"""Read the calendar."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet, TextChoices
from django.utils.translation import gettext_lazy as _

from matang.foundation.clock.models import Holiday


class CalendarState(TextChoices):
    """How far a year's calendar can be relied on."""

    MISSING = "missing", _("Belum ada")
    ESTIMATED = "estimated", _("Perkiraan")
    CONFIRMED = "confirmed", _("Sudah dipastikan")


def calendar_state(year: int) -> CalendarState:
    """Return whether the national days of a year are all confirmed, partly estimated, or not there at all."""
    marks = set(Holiday.objects.filter(agency__isnull=True, day__year=year).values_list("estimated", flat=True))
    if not marks:
        return CalendarState.MISSING
    return CalendarState.ESTIMATED if True in marks else CalendarState.CONFIRMED


def calendar_rows(agency_id: int, first: date, last: date) -> QuerySet[Holiday]:
    """Return the national rows and the agency's own, from ``first`` to ``last`` (both included), by date."""
    return Holiday.objects.filter(Q(agency_id=agency_id) | Q(agency__isnull=True), day__gte=first, day__lte=last)


def days_off(agency_id: int, first: date, last: date) -> frozenset[date]:
    """Return the days off of an agency from ``first`` to ``last``. Its own row for a day outweighs the national one."""
    off: dict[date, bool] = {}
    rows: Iterable[tuple[date, int | None, bool]] = calendar_rows(agency_id, first, last).values_list(
        "day", "agency_id", "working"
    )
    for day, own, working in rows:
        if own is not None or day not in off:
            off[day] = not working
    return frozenset(day for day, is_off in off.items() if is_off)
