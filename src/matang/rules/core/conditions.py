"""Comparisons and their combinations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.rules.core.expressions import Condition
from matang.rules.core.outcome import NO, UNKNOWN, YES

if TYPE_CHECKING:
    from matang.rules.core.expressions import Number, Word
    from matang.rules.core.facts import Case, Cases
    from matang.rules.core.outcome import Truths


@dataclass(frozen=True)
class AtLeast(Condition):
    """The first number is at least the second."""

    first: Number
    second: Number

    def one(self, case: Case) -> int:
        """Return whether it surely is, surely is not, or cannot be told."""
        first, second = self.first.one(case), self.second.one(case)
        if first[0] >= second[1]:
            return YES
        return NO if first[1] < second[0] else UNKNOWN

    def many(self, cases: Cases) -> Truths:
        """Return the same for many cases."""
        first, second = self.first.many(cases), self.second.many(cases)
        sure, never = first.low >= second.high, first.high < second.low
        return sure.astype(np.int8) - never.astype(np.int8)


@dataclass(frozen=True)
class OneOf(Condition):
    """The word of a fact is one of a list."""

    word: Word
    keys: tuple[str, ...]

    def one(self, case: Case) -> int:
        """Return whether the word is in the list."""
        key = self.word.one(case)
        return UNKNOWN if key is None else YES if key in self.keys else NO

    def many(self, cases: Cases) -> Truths:
        """Return the same for many cases."""
        table = np.array([YES if term.key in self.keys else NO for term in self.word.fact.choices] + [UNKNOWN], dtype=np.int8)
        found: Truths = table[self.word.many(cases)]
        return found


@dataclass(frozen=True)
class All(Condition):
    """Every part holds."""

    parts: tuple[Condition, ...]

    def one(self, case: Case) -> int:
        """Return the least truth of the parts."""
        return min(part.one(case) for part in self.parts)

    def many(self, cases: Cases) -> Truths:
        """Return the same for many cases."""
        found = self.parts[0].many(cases)
        for part in self.parts[1:]:
            found = np.minimum(found, part.many(cases))
        return found


@dataclass(frozen=True)
class Any(Condition):
    """At least one part holds."""

    parts: tuple[Condition, ...]

    def one(self, case: Case) -> int:
        """Return the greatest truth of the parts."""
        return max(part.one(case) for part in self.parts)

    def many(self, cases: Cases) -> Truths:
        """Return the same for many cases."""
        found = self.parts[0].many(cases)
        for part in self.parts[1:]:
            found = np.maximum(found, part.many(cases))
        return found


@dataclass(frozen=True)
class Not(Condition):
    """The part does not hold."""

    part: Condition

    def one(self, case: Case) -> int:
        """Return the opposite truth."""
        return -self.part.one(case)

    def many(self, cases: Cases) -> Truths:
        """Return the same for many cases."""
        return -self.part.many(cases)
