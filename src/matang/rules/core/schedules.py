"""Days that come round: the next time a day of the month is reached, the next quarter. Open ends stay open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.rules.core import calendar
from matang.rules.core.expressions import Number
from matang.rules.core.facts import NumberColumn

if TYPE_CHECKING:
    from matang.rules.core.facts import Case, Cases, Fact, Interval, Numbers

LAST_DAY_OF_EVERY_MONTH, MONTHS = 28, 12


def _closed(low: int, high: int, begin: Interval) -> Interval:
    """Return two days, open where the day they come from is open."""
    return (
        calendar.EARLIEST if begin[0] <= calendar.EARLIEST else min(low, calendar.LATEST),
        calendar.LATEST if begin[1] >= calendar.LATEST else min(high, calendar.LATEST),
    )


def _closed_many(low: Numbers, high: Numbers, begin: NumberColumn) -> NumberColumn:
    """Return the same for many cases."""
    return NumberColumn(
        np.where(begin.low <= calendar.EARLIEST, calendar.EARLIEST, np.minimum(low, calendar.LATEST)),
        np.where(begin.high >= calendar.LATEST, calendar.LATEST, np.minimum(high, calendar.LATEST)),
    )


@dataclass(frozen=True)
class NextOnDay(Number):
    """The first day after a date that is a given day (1–28) of its month; some day of the next month where that is unknown."""

    day: Number
    number: Number
    fact: Fact
    label: str

    def one(self, case: Case) -> Interval:
        """Return the earliest and latest day."""
        day, number = self.day.one(case), self.number.one(case)
        if number[0] == number[1] and 1 <= number[0] <= LAST_DAY_OF_EVERY_MONTH:
            return _closed(calendar.next_on_day(day[0], number[0]), calendar.next_on_day(day[1], number[0]), day)
        return _closed(day[0] + 1, calendar.first_of_month(day[1], 2), day)

    def many(self, cases: Cases) -> NumberColumn:
        """Return the same for many cases; the number is the same for all."""
        day, number = self.day.many(cases), self.number.many(cases)
        at = (int(number.low.min()), int(number.high.max()))
        if at[0] == at[1] and 1 <= at[0] <= LAST_DAY_OF_EVERY_MONTH:
            low, high = (calendar.next_on_day_many(end, at[0]) for end in (day.low, day.high))
        else:
            low, high = day.low + 1, calendar.first_of_month_many(day.high, np.int64(2))
        return _closed_many(low, high, day)


@dataclass(frozen=True)
class NextPeriod(Number):
    """The first day of the next period of so many months, counted from January; within a year where that is unknown."""

    day: Number
    months: Number
    fact: Fact
    label: str

    def one(self, case: Case) -> Interval:
        """Return the earliest and latest day."""
        day, months = self.day.one(case), self.months.one(case)
        if months[0] == months[1] and 1 <= months[0] <= MONTHS:
            return _closed(calendar.next_period(day[0], months[0]), calendar.next_period(day[1], months[0]), day)
        return _closed(calendar.first_of_month(day[0], 1), calendar.first_of_month(day[1], MONTHS), day)

    def many(self, cases: Cases) -> NumberColumn:
        """Return the same for many cases; the months are the same for all."""
        day, months = self.day.many(cases), self.months.many(cases)
        at = (int(months.low.min()), int(months.high.max()))
        if at[0] == at[1] and 1 <= at[0] <= MONTHS:
            low, high = (calendar.next_period_many(end, at[0]) for end in (day.low, day.high))
        else:
            low, high = (calendar.first_of_month_many(day.low, np.int64(1)), calendar.first_of_month_many(day.high, np.int64(12)))
        return _closed_many(low, high, day)
