"""Dates and numbers made from others, as intervals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.rules.core import calendar
from matang.rules.core.expressions import Number
from matang.rules.core.facts import MOST, NumberColumn
from matang.rules.core.outcome import NO, YES

if TYPE_CHECKING:
    from matang.rules.core.expressions import Condition
    from matang.rules.core.facts import Case, Cases, Fact, Interval


@dataclass(frozen=True)
class AfterMonths(Number):
    """The day on which so many months (times ``each``) since a date are completed."""

    begin: Number
    number: Number
    each: int
    fact: Fact
    label: str

    def _end(self, number: int) -> int:
        """Return months to add; an open limit reaches the end of time without leaving the calendar."""
        return min(max(number, 0), 900) * self.each

    def one(self, case: Case) -> Interval:
        """Return the day; the furthest the calendar is asked to go is a long life."""
        begin, number = self.begin.one(case), self.number.one(case)
        low = calendar.add_months(min(begin[0], calendar.LATEST), self._end(number[0]))
        high = calendar.add_months(min(begin[1], calendar.LATEST), self._end(number[1]))
        return min(low, calendar.LATEST), min(high, calendar.LATEST)

    def many(self, cases: Cases) -> NumberColumn:
        """Return the days of many cases."""
        begin, number = self.begin.many(cases), self.number.many(cases)
        low = calendar.add_months_many(begin.low, np.clip(number.low, 0, 900) * self.each)
        high = calendar.add_months_many(begin.high, np.clip(number.high, 0, 900) * self.each)
        return NumberColumn(np.minimum(low, calendar.LATEST), np.minimum(high, calendar.LATEST))


@dataclass(frozen=True)
class FirstOfMonth(Number):
    """The first day of the month so many months after a date."""

    day: Number
    later: Number
    fact: Fact
    label: str

    def one(self, case: Case) -> Interval:
        """Return the day; an unknown number of months is between none and a year."""
        day, later = self.day.one(case), self.later.one(case)
        low = calendar.first_of_month(day[0], min(max(later[0], 0), 12))
        high = calendar.first_of_month(day[1], min(max(later[1], 0), 12))
        return min(low, calendar.LATEST), min(high, calendar.LATEST)

    def many(self, cases: Cases) -> NumberColumn:
        """Return the days of many cases."""
        day, later = self.day.many(cases), self.later.many(cases)
        low = calendar.first_of_month_many(day.low, np.clip(later.low, 0, 12))
        high = calendar.first_of_month_many(day.high, np.clip(later.high, 0, 12))
        return NumberColumn(np.minimum(low, calendar.LATEST), np.minimum(high, calendar.LATEST))


@dataclass(frozen=True)
class Product(Number):
    """Two numbers, neither below zero, multiplied."""

    first: Number
    second: Number
    label: str

    def one(self, case: Case) -> Interval:
        """Return the product."""
        one, other = self.first.one(case), self.second.one(case)
        return max(one[0], 0) * max(other[0], 0), min(min(one[1], 2**30) * min(other[1], 2**30), MOST)

    def many(self, cases: Cases) -> NumberColumn:
        """Return the products of many cases."""
        one, other = self.first.many(cases), self.second.many(cases)
        low = np.maximum(one.low, 0) * np.maximum(other.low, 0)
        return NumberColumn(low, np.minimum(np.minimum(one.high, 2**30) * np.minimum(other.high, 2**30), MOST))


@dataclass(frozen=True)
class When(Number):
    """One number when a condition holds, another when it does not; both are possible when it cannot be told."""

    condition: Condition
    then: Number
    otherwise: Number
    label: str = ""

    def one(self, case: Case) -> Interval:
        """Return the chosen number."""
        truth, then, otherwise = self.condition.one(case), self.then.one(case), self.otherwise.one(case)
        if truth == YES:
            return then
        return otherwise if truth == NO else (min(then[0], otherwise[0]), max(then[1], otherwise[1]))

    def many(self, cases: Cases) -> NumberColumn:
        """Return the chosen numbers of many cases."""
        truth, then, otherwise = self.condition.many(cases), self.then.many(cases), self.otherwise.many(cases)
        low = np.where(truth == YES, then.low, np.where(truth == NO, otherwise.low, np.minimum(then.low, otherwise.low)))
        high = np.where(truth == YES, then.high, np.where(truth == NO, otherwise.high, np.maximum(then.high, otherwise.high)))
        return NumberColumn(low, high)
