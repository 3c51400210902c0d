"""Dates and numbers made from others, as intervals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.rules.core import calendar
from matang.rules.core.expressions import Number
from matang.rules.core.facts import LEAST, MOST, NumberColumn
from matang.rules.core.outcome import NO, YES

if TYPE_CHECKING:
    from matang.rules.core.expressions import Condition
    from matang.rules.core.facts import Case, Cases, Fact, Interval, Numbers


LONGEST = 900
"""No span of the law is longer, in its own unit: the calendar is never left."""


@dataclass(frozen=True)
class AfterMonths(Number):
    """The day on which so many months (times ``each``) since a date are completed. An open end stays open."""

    begin: Number
    number: Number
    each: int
    fact: Fact
    label: str

    def one(self, case: Case) -> Interval:
        """Return the earliest and latest day."""
        begin, number = self.begin.one(case), self.number.one(case)
        low, high = (calendar.add_months(begin[end], min(max(number[end], 0), LONGEST) * self.each) for end in (0, 1))
        return (
            calendar.EARLIEST if begin[0] <= calendar.EARLIEST or number[0] <= LEAST else min(low, calendar.LATEST),
            calendar.LATEST if begin[1] >= calendar.LATEST or number[1] >= MOST else min(high, calendar.LATEST),
        )

    def many(self, cases: Cases) -> NumberColumn:
        """Return the same for many cases."""
        begin, number = self.begin.many(cases), self.number.many(cases)
        low = calendar.add_months_many(begin.low, np.clip(number.low, 0, LONGEST) * self.each)
        high = calendar.add_months_many(begin.high, np.clip(number.high, 0, LONGEST) * self.each)
        open_low = (begin.low <= calendar.EARLIEST) | (number.low <= LEAST)
        open_high = (begin.high >= calendar.LATEST) | (number.high >= MOST)
        return NumberColumn(
            np.where(open_low, calendar.EARLIEST, np.minimum(low, calendar.LATEST)),
            np.where(open_high, calendar.LATEST, np.minimum(high, calendar.LATEST)),
        )


@dataclass(frozen=True)
class FirstOfMonth(Number):
    """The first day of the month so many months after a date. An open end stays open."""

    day: Number
    later: Number
    fact: Fact
    label: str

    def one(self, case: Case) -> Interval:
        """Return the earliest and latest day; an unknown number of months is between none and a year."""
        day, later = self.day.one(case), self.later.one(case)
        low, high = (calendar.first_of_month(day[end], min(max(later[end], 0), 12)) for end in (0, 1))
        return (
            calendar.EARLIEST if day[0] <= calendar.EARLIEST else min(low, calendar.LATEST),
            min(high, calendar.LATEST),
        )

    def many(self, cases: Cases) -> NumberColumn:
        """Return the same for many cases."""
        day, later = self.day.many(cases), self.later.many(cases)
        low = calendar.first_of_month_many(day.low, np.clip(later.low, 0, 12))
        high = calendar.first_of_month_many(day.high, np.clip(later.high, 0, 12))
        low = np.where(day.low <= calendar.EARLIEST, calendar.EARLIEST, np.minimum(low, calendar.LATEST))
        return NumberColumn(low, np.minimum(high, calendar.LATEST))


@dataclass(frozen=True)
class Product(Number):
    """Two numbers, neither below zero, multiplied."""

    first: Number
    second: Number
    label: str

    def one(self, case: Case) -> Interval:
        """Return the product; an open end stays open unless the other number is surely nothing."""
        one, other = self.first.one(case), self.second.one(case)
        low = min(max(one[0], 0) * max(other[0], 0), MOST)
        if one[1] <= 0 or other[1] <= 0:
            return low, 0
        return low, MOST if one[1] >= MOST or other[1] >= MOST else min(one[1] * other[1], MOST)

    def many(self, cases: Cases) -> NumberColumn:
        """Return the products of many cases."""
        one, other = self.first.many(cases), self.second.many(cases)
        high = _times(one.high, other.high)
        open_high = ((one.high >= MOST) & (other.high > 0)) | ((other.high >= MOST) & (one.high > 0))
        return NumberColumn(_times(one.low, other.low), np.where(open_high, MOST, high))


def _times(first: Numbers, second: Numbers) -> Numbers:
    """Return products of numbers, those below zero taken as zero, at most ``MOST``."""
    one, other = np.maximum(first, 0), np.maximum(second, 0)
    return np.where(one > MOST // np.maximum(other, 1), MOST, one * other)


@dataclass(frozen=True)
class When(Number):
    """One number when a condition holds, another when it does not; both are possible when it cannot be told."""

    condition: Condition
    then: Number
    otherwise: Number
    label: str = ""

    def one(self, case: Case) -> Interval:
        """Return the chosen number; the other one leaves no trace."""
        truth = self.condition.one(case)
        if truth == YES:
            return self.then.one(case)
        if truth == NO:
            return self.otherwise.one(case)
        then, otherwise = self.then.one(case), self.otherwise.one(case)
        return min(then[0], otherwise[0]), max(then[1], otherwise[1])

    def many(self, cases: Cases) -> NumberColumn:
        """Return the chosen numbers of many cases."""
        truth, then, otherwise = self.condition.many(cases), self.then.many(cases), self.otherwise.many(cases)
        low = np.where(truth == YES, then.low, np.where(truth == NO, otherwise.low, np.minimum(then.low, otherwise.low)))
        high = np.where(truth == YES, then.high, np.where(truth == NO, otherwise.high, np.maximum(then.high, otherwise.high)))
        return NumberColumn(low, high)
