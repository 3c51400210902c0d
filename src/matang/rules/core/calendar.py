"""Dates as numbers: birthdays and other completed months, first of the month. Once for one date, once for arrays.

Days are counted as in ``datetime.date.toordinal``. A span that begins on the 31st or on 29 February is completed in a
shorter month on the first day of the following month: nobody has completed a year of age before the day has passed.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

EARLIEST, LATEST = date.min.toordinal(), date(9000, 12, 31).toordinal()
"""No date outside is meant; unknown dates are anywhere between. Far enough from the end of the calendar to add years."""
EPOCH = date(1970, 1, 1).toordinal()


def add_months(day: int, months: int) -> int:
    """Return the day number on which ``months`` months since ``day`` are completed."""
    begin = date.fromordinal(day)
    year, month = divmod(begin.year * 12 + begin.month - 1 + months, 12)
    try:
        return date(year, month + 1, begin.day).toordinal()
    except ValueError:
        year, month = divmod(year * 12 + month + 1, 12)
        return date(year, month + 1, 1).toordinal()


def add_months_many(day: Numbers, months: Numbers) -> Numbers:
    """Return ``add_months`` for arrays."""
    month, inside = _split(day)
    wanted = month + months
    begin, following = _first_of(wanted), _first_of(wanted + 1)
    found: Numbers = np.minimum(begin + inside, following)
    return found


def first_of_month(day: int, later: int) -> int:
    """Return the first day of the month ``later`` months after the one of ``day``."""
    begin = date.fromordinal(day)
    year, month = divmod(begin.year * 12 + begin.month - 1 + later, 12)
    return date(year, month + 1, 1).toordinal()


def first_of_month_many(day: Numbers, later: Numbers | np.int64) -> Numbers:
    """Return ``first_of_month`` for arrays."""
    return _first_of(_split(day)[0] + later)


def day_number(year: int, month: int, day: int) -> int | None:
    """Return the day number of a date, None when there is no such day."""
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None


def day_number_many(year: Numbers, month: Numbers, day: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
    """Return day numbers and whether there is such a day; where there is none the number means nothing."""
    fits = (year >= 1) & (year <= 9999) & (month >= 1) & (month <= 12) & (day >= 1)
    months = np.where(fits, (year - 1970) * 12 + month - 1, 0)
    begin, following = _first_of(months), _first_of(months + 1)
    number = begin + np.where(fits, day, 1) - 1
    return number, fits & (number < following)


def _split(day: Numbers) -> tuple[Numbers, Numbers]:
    """Return for day numbers the month (counted from January 1970) and the day in the month, from 0."""
    days = (np.asarray(day, dtype=np.int64) - EPOCH).astype("M8[D]")
    months = days.astype("M8[M]")
    return months.astype(np.int64), (days - months.astype("M8[D]")).astype(np.int64)


def _first_of(month: Numbers) -> Numbers:
    """Return the day number of the first of months counted from January 1970."""
    return np.asarray(month, dtype=np.int64).astype("M8[M]").astype("M8[D]").astype(np.int64) + EPOCH


def next_on_day(day: int, number: int) -> int:
    """Return the first day after ``day`` that is the ``number``-th (1–28) of its month."""
    later = 0 if date.fromordinal(day).day < number else 1
    return first_of_month(day, later) + number - 1


def next_on_day_many(day: Numbers, number: int) -> Numbers:
    """Return ``next_on_day`` for arrays of days."""
    inside = _split(day)[1] + 1
    return first_of_month_many(day, np.where(inside < number, 0, 1)) + number - 1


def next_period(day: int, months: int) -> int:
    """Return the first day of the next period of so many months, counted from January (3: quarters)."""
    return first_of_month(day, months - (date.fromordinal(day).month - 1) % months)


def next_period_many(day: Numbers, months: int) -> Numbers:
    """Return ``next_period`` for arrays of days."""
    return first_of_month_many(day, months - _split(day)[0] % 12 % months)
