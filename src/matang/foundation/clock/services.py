"""The one place that knows what time it is, and which days are worked."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from matang.foundation.clock.selectors import days_off

SATURDAY = 5
SPAN = timedelta(days=60)
A_DAY = timedelta(days=1)
AT_WORK = time(10)
_set_back: ContextVar[timedelta] = ContextVar("clock set back", default=timedelta())


def now() -> datetime:
    """Return the current moment, with its zone."""
    return timezone.now() - _set_back.get()


def today() -> date:
    """Return today's date in the active time zone (the agency's, once a request is known)."""
    return timezone.localdate(now())


@contextmanager
def living_on(day: date) -> Iterator[None]:
    """Let the clock show a day that is over, from ten in the morning on; it goes on from there until the block ends.

    Only the demonstration tells a past in this way (a contract holds that). Today leaves the clock as it is.

    Raises:
        ValueError: a day to come.
    """
    moment = timezone.now()
    if day > timezone.localdate(moment):
        raise ValueError("the clock only goes back")
    back = timedelta() if day == timezone.localdate(moment) else moment - timezone.make_aware(datetime.combine(day, AT_WORK))
    token = _set_back.set(back)
    try:
        yield
    finally:
        _set_back.reset(token)


def is_working_day(day: date, *, agency_id: int) -> bool:
    """Return true when the agency works on ``day``: Monday to Friday, days off left out."""
    return day.weekday() < SATURDAY and day not in days_off(agency_id, day, day)


def add_working_days(start: date, days: int, *, agency_id: int) -> date:
    """Return the working day that lies ``days`` (1 or more) working days after ``start``; ``start`` itself does not count.

    Raises:
        ValueError: ``days`` below 1.
    """
    if days < 1:
        raise ValueError("days must be 1 or more")
    day, left, known_to = start, days, start
    off: frozenset[date] = frozenset()
    while left:
        day += A_DAY
        if day > known_to:
            known_to = day + SPAN + timedelta(days=2 * left)
            off = days_off(agency_id, day, known_to)
        if day.weekday() < SATURDAY and day not in off:
            left -= 1
    return day


def working_days_between(start: date, end: date, *, agency_id: int) -> int:
    """Return how many working days lie after ``start`` up to and including ``end``; 0 when ``end`` is not later."""
    if end <= start:
        return 0
    off = days_off(agency_id, start + A_DAY, end)
    span = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
    return sum(day.weekday() < SATURDAY and day not in off for day in span)


def deadline_hours(start: datetime, hours: int) -> datetime:
    """Return ``start`` plus ``hours`` on the clock: nights, weekends and holidays count (3×24 hours is three days).

    Raises:
        ValueError: ``start`` without a zone.
    """
    if timezone.is_naive(start):
        raise ValueError("start needs a time zone")
    return start + timedelta(hours=hours)
