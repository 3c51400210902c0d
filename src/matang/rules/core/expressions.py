"""The language rules are written in: one definition that is evaluated for one case, with its trace, or for columns.

Numbers, dates and levels are intervals throughout, so "unknown" needs no special case: a comparison is certain when it
holds at both ends, and otherwise cannot be told. Here are the two kinds of expression and the simplest of them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from matang.rules.core.facts import LEAST, MOST, Case, Cases, CodeColumn, Fact, Interval, Kind, NumberColumn
from matang.rules.core.message import N_, Message, Quantity, scaled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matang.rules.core.outcome import Truths

NOT_KNOWN = Message(N_("tidak diketahui"))
NOT_SET = Message(N_("tidak diatur"))
AT_LEAST_SHOWN = N_("sekurang-kurangnya %(low)s")
AT_MOST_SHOWN = N_("paling banyak %(high)s")
BETWEEN_SHOWN = N_("antara %(low)s dan %(high)s")


class Expression:
    """Anything a rule is written with. ``asks``: the facts that it reads itself."""

    @property
    def asks(self) -> tuple[Fact, ...]:
        """Return the facts read here, not those of the parts."""
        return ()


class Number(Expression, ABC):
    """An expression whose value is a number, a date or a level."""

    label: str

    @property
    def meaning(self) -> Fact | None:
        """Return the fact whose unit and words the value is shown in, None for a bare number."""
        found: Fact | None = getattr(self, "fact", None)
        return found

    @abstractmethod
    def one(self, case: Case) -> Interval:
        """Return the interval for one case."""

    @abstractmethod
    def many(self, cases: Cases) -> NumberColumn:
        """Return the intervals of many cases."""

    @property
    def span(self) -> Interval:
        """Return the ends at which a value counts as open."""
        return self.meaning.span if self.meaning is not None else (LEAST, MOST)

    def shown(self, case: Case) -> object:
        """Return the value of one case as it is shown to people."""
        low, high = self.one(case)
        least, most = self.span
        if low == high:
            return self.unit_of(low)
        if low <= least and high >= most:
            return NOT_KNOWN
        if high >= most:
            return Message.of(AT_LEAST_SHOWN, low=self.unit_of(low))
        if low <= least:
            return Message.of(AT_MOST_SHOWN, high=self.unit_of(high))
        return Message.of(BETWEEN_SHOWN, low=self.unit_of(low), high=self.unit_of(high))

    def unit_of(self, number: int) -> object:
        """Return one exact number in the words or unit of the fact."""
        if self.meaning is None:
            return number
        if self.meaning.kind is Kind.DATE:
            return date.fromordinal(number)
        if self.meaning.kind is Kind.LEVEL:
            for term, rank in zip(self.meaning.choices, self.meaning.ranks, strict=True):
                if rank == number:
                    return term
        value = scaled(number, self.meaning.decimals)
        return Quantity(value, self.meaning.unit) if self.meaning.unit else value


class Condition(Expression, ABC):
    """An expression that is true, false or cannot be told."""

    @abstractmethod
    def one(self, case: Case) -> int:
        """Return the inner truth of one case."""

    @abstractmethod
    def many(self, cases: Cases) -> Truths:
        """Return the inner truths of many cases."""


@dataclass(frozen=True)
class Value(Number):
    """The value of a fact."""

    fact: Fact

    @property
    def label(self) -> str:  # type: ignore[override]
        """Return the fact's label."""
        return self.fact.label

    @property
    def asks(self) -> tuple[Fact, ...]:
        """Return the fact."""
        return (self.fact,)

    def one(self, case: Case) -> Interval:
        """Return the fact's interval."""
        return self.fact.interval(case.value(self.fact))

    def shown(self, case: Case) -> object:
        """Return the value as it is shown to people; a word off the scale as it was written."""
        value = case.facts.get(self.fact.key)
        return value if self.fact.off_scale(value) else super().shown(case)

    def many(self, cases: Cases) -> NumberColumn:
        """Return the fact's column."""
        column = cases.column(self.fact)
        if not isinstance(column, NumberColumn):
            raise TypeError(self.fact.key)
        return column


@dataclass(frozen=True)
class Word(Expression):
    """The word of a CHOICE fact."""

    fact: Fact

    @property
    def label(self) -> str:
        """Return the fact's label."""
        return self.fact.label

    @property
    def asks(self) -> tuple[Fact, ...]:
        """Return the fact."""
        return (self.fact,)

    def one(self, case: Case) -> str | None:
        """Return the word, None when unknown."""
        return self.fact.word(case.value(self.fact))

    def many(self, cases: Cases) -> NDArray[np.int8]:
        """Return the codes of many cases."""
        column = cases.column(self.fact)
        if not isinstance(column, CodeColumn):
            raise TypeError(self.fact.key)
        return column.codes

    def shown(self, case: Case) -> object:
        """Return the word as it is shown to people."""
        key = self.fact.word(case.facts.get(self.fact.key))
        return NOT_KNOWN if key is None else self.fact.choices[self.fact.code(key)]


@dataclass(frozen=True)
class Exactly(Word):
    """One given word of a list, for a parameter that is looked up at a fixed place."""

    key: str

    @property
    def asks(self) -> tuple[Fact, ...]:
        """Ask nothing: the word is given."""
        return ()

    def one(self, case: Case) -> str:  # noqa: ARG002
        """Return the word."""
        return self.key

    def many(self, cases: Cases) -> NDArray[np.int8]:  # noqa: ARG002
        """Return the word's code for all cases."""
        return np.array([self.fact.code(self.key)], dtype=np.int8)

    def shown(self, case: Case) -> object:  # noqa: ARG002
        """Return the word as it is shown to people."""
        return self.fact.choices[self.fact.code(self.key)]


@dataclass(frozen=True)
class Constant(Number):
    """A number that is no parameter of the law (a month has 12 of nothing else)."""

    number: int
    label: str = ""

    def one(self, case: Case) -> Interval:  # noqa: ARG002
        """Return the number."""
        return self.number, self.number

    def many(self, cases: Cases) -> NumberColumn:  # noqa: ARG002
        """Return the number for all cases."""
        number = np.array([self.number], dtype=np.int64)
        return NumberColumn(number, number)


@dataclass(frozen=True)
class Nothing(Number):
    """A number nobody knows, between two ends."""

    least: int
    most: int
    label: str = ""

    def one(self, case: Case) -> Interval:  # noqa: ARG002
        """Return the ends."""
        return self.least, self.most

    def many(self, cases: Cases) -> NumberColumn:  # noqa: ARG002
        """Return the ends for all cases."""
        return NumberColumn(np.array([self.least], dtype=np.int64), np.array([self.most], dtype=np.int64))


@dataclass(frozen=True)
class Today(Number):
    """The day for which the case is examined."""

    fact: Fact
    label: str = N_("tanggal pemeriksaan")

    def one(self, case: Case) -> Interval:
        """Return the day."""
        return case.on.toordinal(), case.on.toordinal()

    def many(self, cases: Cases) -> NumberColumn:
        """Return the day for all cases."""
        day = np.array([cases.on.toordinal()], dtype=np.int64)
        return NumberColumn(day, day)
