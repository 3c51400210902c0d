"""Numbers put together: sums, caps, weights and rounded quotients, as intervals. An open end stays open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.rules.core.arithmetic import Product
from matang.rules.core.expressions import Constant, Number
from matang.rules.core.facts import LEAST, MOST, NumberColumn

if TYPE_CHECKING:
    from matang.rules.core.facts import Case, Cases, Fact, Interval


@dataclass(frozen=True)
class Named(Number):
    """A number with a name and a unit of its own."""

    number: Number
    label: str
    fact: Fact

    def one(self, case: Case) -> Interval:
        """Return the number."""
        return self.number.one(case)

    def many(self, cases: Cases) -> NumberColumn:
        """Return the numbers of many cases."""
        return self.number.many(cases)


@dataclass(frozen=True)
class Sum(Number):
    """Several numbers added."""

    parts: tuple[Number, ...]
    label: str = ""

    def one(self, case: Case) -> Interval:
        """Return the sum."""
        ends = [part.one(case) for part in self.parts]
        return (
            LEAST if any(low <= LEAST for low, _ in ends) else max(sum(low for low, _ in ends), LEAST),
            MOST if any(high >= MOST for _, high in ends) else min(sum(high for _, high in ends), MOST),
        )

    def many(self, cases: Cases) -> NumberColumn:
        """Return the sums of many cases."""
        first, *others = (part.many(cases) for part in self.parts)
        low, high = first.low, first.high
        for other in others:
            low = np.where((low <= LEAST) | (other.low <= LEAST), LEAST, np.maximum(low + other.low, LEAST))
            high = np.where((high >= MOST) | (other.high >= MOST), MOST, np.minimum(high + other.high, MOST))
        return NumberColumn(low, high)


@dataclass(frozen=True)
class Smaller(Number):
    """The smaller of two numbers: something that counts up to a cap."""

    first: Number
    second: Number
    label: str = ""

    def one(self, case: Case) -> Interval:
        """Return the smaller number."""
        first, second = self.first.one(case), self.second.one(case)
        return min(first[0], second[0]), min(first[1], second[1])

    def many(self, cases: Cases) -> NumberColumn:
        """Return the smaller numbers of many cases."""
        first, second = self.first.many(cases), self.second.many(cases)
        return NumberColumn(np.minimum(first.low, second.low), np.minimum(first.high, second.high))


@dataclass(frozen=True)
class Quotient(Number):
    """A number divided by a whole number above zero, halves rounded up."""

    number: Number
    divisor: int
    label: str = ""

    def one(self, case: Case) -> Interval:
        """Return the rounded quotient."""
        low, high = self.number.one(case)
        return (
            low if low <= LEAST else (2 * low + self.divisor) // (2 * self.divisor),
            high if high >= MOST else (2 * high + self.divisor) // (2 * self.divisor),
        )

    def many(self, cases: Cases) -> NumberColumn:
        """Return the rounded quotients of many cases."""
        found = self.number.many(cases)
        low, high = ((2 * end + self.divisor) // (2 * self.divisor) for end in (found.low, found.high))
        return NumberColumn(np.where(found.low <= LEAST, found.low, low), np.where(found.high >= MOST, found.high, high))


def weighted(*parts: tuple[Number, Number]) -> Number:
    """Return the sum of numbers, each times its weight in percent, in the unit of the numbers."""
    return Quotient(Sum(tuple(Product(weight, number, "") for weight, number in parts)), 100)


def times(number: Number, factor: int) -> Number:
    """Return a number, not below zero, times a whole number."""
    return Product(number, Constant(factor), "")
