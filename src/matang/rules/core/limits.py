"""Numbers and lists of the law inside expressions: looked up by kind and day, with their source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.rules.core.expressions import NOT_SET, Condition, Number
from matang.rules.core.facts import LEAST, MOST, Kind, NumberColumn
from matang.rules.core.message import Quantity, scaled
from matang.rules.core.outcome import NO, UNKNOWN, YES
from matang.rules.core.parameters import EVERY

if TYPE_CHECKING:
    from matang.rules.core.expressions import Value, Word
    from matang.rules.core.facts import Case, Cases, Fact, Interval
    from matang.rules.core.outcome import Truths
    from matang.rules.core.parameters import DatedValue, Parameter


def look_up(parameter: Parameter, by: Word | None, case: Case) -> DatedValue | None:
    """Return the dated value that holds for a case, and note its source, or that there is none."""
    key = EVERY if by is None else by.one(case)
    if key is None:
        return None
    found = case.parameter(parameter).on(case.on, key)
    if found is None:
        case.silent.append(parameter.label)
    else:
        case.uses(found.reference)
    return found


@dataclass(frozen=True)
class Limit(Number):
    """A parameter, by the word of a fact where it differs by it.

    ``open_end`` stands where the law sets no limit: ``LEAST`` for a minimum, ``MOST`` for a maximum, so that everything
    passes. Where no source says a value the limit is unknown.
    """

    parameter: Parameter
    by: Word | None
    open_end: int
    fact: Fact | None = None

    @property
    def label(self) -> str:  # type: ignore[override]
        """Return the parameter's label."""
        return self.parameter.label

    @property
    def span(self) -> Interval:
        """A limit is open only where no source says it."""
        return LEAST, MOST

    def interval(self, found: DatedValue | None) -> Interval:
        """Return a dated value as an interval."""
        if found is None:
            return LEAST, MOST
        value = found.value
        if value is None:
            return self.open_end, self.open_end
        if isinstance(value, int):
            return value, value
        if isinstance(value, str) and self.fact is not None:
            return self.fact.rank(value), self.fact.rank(value)
        if isinstance(value, tuple) and isinstance(value[0], int) and isinstance(value[-1], int):
            return value[0], value[-1]
        raise TypeError(self.parameter.key)

    def one(self, case: Case) -> Interval:
        """Return the limit of one case."""
        return self.interval(look_up(self.parameter, self.by, case))

    def many(self, cases: Cases) -> NumberColumn:
        """Return the limits of many cases."""
        parameter = cases.parameter(self.parameter)
        if self.by is None:
            low, high = self.interval(parameter.on(cases.on))
            return NumberColumn(np.array([low], dtype=np.int64), np.array([high], dtype=np.int64))
        table = [self.interval(parameter.on(cases.on, term.key)) for term in self.by.fact.choices]
        ends = np.array([*table, (LEAST, MOST)], dtype=np.int64)
        codes = self.by.many(cases)
        return NumberColumn(ends[codes, 0], ends[codes, 1])

    def unit_of(self, number: int) -> object:
        """Return the limit in its unit, or in words where the law sets none."""
        if number == self.open_end:
            return NOT_SET
        if self.fact is not None and self.fact.kind is Kind.LEVEL:
            return super().unit_of(number)
        unit = self.parameter.unit if self.fact is None else self.fact.unit
        value = scaled(number, self.parameter.decimals)
        return Quantity(value, unit) if unit else value


@dataclass(frozen=True)
class Unset(Condition):
    """The law is known to set no limit here. Never true where merely no source says one."""

    limit: Limit

    def one(self, case: Case) -> int:
        """Return whether the law sets nothing; unknown when nobody knows what it sets."""
        found = look_up(self.limit.parameter, self.limit.by, case)
        return UNKNOWN if found is None else YES if found.value is None else NO

    def many(self, cases: Cases) -> Truths:
        """Return the same for many cases."""
        limit = self.limit.many(cases)
        none = (limit.low == self.limit.open_end) & (limit.high == self.limit.open_end)
        return np.where(none, YES, np.where((limit.low == LEAST) & (limit.high == MOST), UNKNOWN, NO)).astype(np.int8)


@dataclass(frozen=True)
class Listed(Condition):
    """The word of a fact is in the list that a parameter gives, by the word of another fact.

    Cannot be told when no source gives a list. A list may hold ``*``: every word. Without ``by`` there is one list for all.
    """

    word: Word
    parameter: Parameter
    by: Word | None = None

    def _in(self, key: str | None, found: DatedValue | None) -> int:
        """Return whether a word is in a dated list."""
        if found is None or not isinstance(found.value, tuple):
            return UNKNOWN
        if EVERY in found.value:
            return YES
        return UNKNOWN if key is None else YES if key in found.value else NO

    def one(self, case: Case) -> int:
        """Return whether the word is in the list."""
        return self._in(self.word.one(case), look_up(self.parameter, self.by, case))

    def many(self, cases: Cases) -> Truths:
        """Return the same for many cases."""
        words: list[str | None] = [*(term.key for term in self.word.fact.choices), None]
        parameter = cases.parameter(self.parameter)
        if self.by is None:
            rows = [parameter.on(cases.on)]
        else:
            rows = [*(parameter.on(cases.on, term.key) for term in self.by.fact.choices), None]
        table = np.array([[self._in(word, found) for word in words] for found in rows], dtype=np.int8)
        found: Truths = table[0 if self.by is None else self.by.many(cases), self.word.many(cases)]
        return found


@dataclass(frozen=True)
class Total(Number):
    """The sum of facts whose words a parameter lists: months served in the kinds of post that count for a post."""

    parameter: Parameter
    by: Word
    parts: tuple[tuple[str, Value], ...]
    label: str
    fact: Fact

    @property
    def span(self) -> Interval:
        """Served time is never below zero."""
        return 0, MOST

    def _listed(self, found: DatedValue | None) -> tuple[Value, ...]:
        """Return the facts that count."""
        words = found.value if found is not None and isinstance(found.value, tuple) else ()
        return tuple(value for word, value in self.parts if word in words)

    def one(self, case: Case) -> Interval:
        """Return the sum for one case; unknown when no source says what counts."""
        found = look_up(self.parameter, self.by, case)
        if found is None:
            return 0, MOST
        ends = [value.one(case) for value in self._listed(found)]
        return sum(low for low, _ in ends), min(sum(high for _, high in ends), MOST)

    def many(self, cases: Cases) -> NumberColumn:
        """Return the sums of many cases: one sum for each word of the fact, chosen by the case's word."""
        codes = self.by.many(cases)
        low, high = np.zeros((1,) * codes.ndim, dtype=np.int64), np.full((1,) * codes.ndim, MOST, dtype=np.int64)
        for code, term in enumerate(self.by.fact.choices):
            found = cases.parameter(self.parameter).on(cases.on, term.key)
            if found is None or not bool((codes == code).any()):
                continue
            ends = [value.many(cases) for value in self._listed(found)]
            here = codes == code
            low = np.where(here, sum((end.low for end in ends), np.int64(0)), low)
            high = np.where(here, np.minimum(sum((end.high for end in ends), np.int64(0)), MOST), high)
        return NumberColumn(low, high)
