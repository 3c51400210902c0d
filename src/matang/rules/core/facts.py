"""Facts that rules ask for: their kind, how a value is read, and how many values stand in columns.

A number or date may be known only in part: ``Between(14, None)`` says "at least 14". An unknown value is an interval that
spans everything possible, so one arithmetic serves known, half known and unknown values alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from matang.rules.core.calendar import EARLIEST, EPOCH, LATEST
from matang.rules.core.message import Term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from matang.rules.core.parameters import Book, Parameter
    from matang.rules.core.sources import Reference

    Numbers = NDArray[np.int64]
    Codes = NDArray[np.int8]

LEAST, MOST = -(2**40), 2**40
"""No number in a rule lies outside; open ends of an interval stand here."""

Interval = tuple[int, int]


class FactError(ValueError):
    """A value that the fact cannot have."""


class Kind(StrEnum):
    """What kind of value a fact has."""

    NUMBER = "number"
    DATE = "date"
    LEVEL = "level"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True)
class Between:
    """A number or date that is known only to lie between two ends, both included; None = open."""

    low: int | Decimal | date | str | None = None
    high: int | Decimal | date | str | None = None


@dataclass(frozen=True, eq=False)
class NumberColumn:
    """Intervals of many cases."""

    low: Numbers
    high: Numbers

    def reshape(self, *shape: int) -> NumberColumn:
        """Return the same intervals in another shape."""
        return NumberColumn(self.low.reshape(shape), self.high.reshape(shape))


@dataclass(frozen=True, eq=False)
class CodeColumn:
    """Words of a closed list of many cases: position in the fact's choices, -1 unknown."""

    codes: Codes

    def reshape(self, *shape: int) -> CodeColumn:
        """Return the same words in another shape."""
        return CodeColumn(self.codes.reshape(shape))


@dataclass(frozen=True, eq=False)
class TextColumn:
    """Texts of many cases: NumPy ``U`` strings, empty = unknown."""

    texts: NDArray[np.str_]

    def reshape(self, *shape: int) -> TextColumn:
        """Return the same texts in another shape."""
        return TextColumn(self.texts.reshape(shape))


Column = NumberColumn | CodeColumn | TextColumn


@dataclass(frozen=True)
class Fact:
    """A named fact. ``choices`` are the words of a CHOICE or LEVEL; ``ranks`` order the words of a LEVEL.

    A NUMBER with ``decimals`` is given in whole units or as ``Decimal`` and held in its smallest parts (2 decimals: hundredths);
    ``least`` and ``most`` are in whole units. A LEVEL that is ``open`` may also be a word outside its scale (a grade of another
    ladder): such a word is shown as it is, and compares with nothing.
    """

    key: str
    label: str
    kind: Kind
    unit: str = ""
    choices: tuple[Term, ...] = ()
    ranks: tuple[int, ...] = ()
    least: int = LEAST
    most: int = MOST
    decimals: int = 0
    open: bool = False

    @property
    def span(self) -> Interval:
        """Return the interval of an unknown value."""
        if self.kind is Kind.DATE:
            return EARLIEST, LATEST
        if self.kind is Kind.LEVEL:
            return min(self.ranks), max(self.ranks)
        parts = 10**self.decimals
        return max(self.least * parts, LEAST), min(self.most * parts, MOST)

    def off_scale(self, value: object) -> bool:
        """Return whether a value is a word of another ladder, which an open LEVEL accepts and cannot compare."""
        return self.open and isinstance(value, str) and value != "" and all(value != term.key for term in self.choices)

    def code(self, key: str) -> int:
        """Return the position of a word; ``FactError`` when it is none of the list."""
        for at, term in enumerate(self.choices):
            if term.key == key:
                return at
        raise FactError(f"{self.key}: {key!r} is not one of {[term.key for term in self.choices]}")

    def rank(self, key: str) -> int:
        """Return the rank of a word of a LEVEL."""
        return self.ranks[self.code(key)]

    def interval(self, value: object) -> Interval:
        """Return a NUMBER, DATE or LEVEL as an interval; None is unknown."""
        if value is None or (self.open and value == "") or self.off_scale(value):
            return self.span
        if isinstance(value, Between):
            low, high = self.span
            found = (
                low if value.low is None else self._number(value.low),
                high if value.high is None else self._number(value.high),
            )
            if found[0] > found[1]:
                raise FactError(f"{self.key}: {value} is empty")
            return found
        number = self._number(value)
        return number, number

    def _number(self, value: object) -> int:
        """Return one exact value as a number inside the fact's span."""
        if self.kind is Kind.LEVEL and isinstance(value, str):
            return self.rank(value)
        if self.kind is Kind.DATE and type(value) is date:
            number = value.toordinal()
        elif self.kind is Kind.NUMBER and isinstance(value, int | Decimal) and not isinstance(value, bool):
            number = self._in_parts(value)
        else:
            raise FactError(f"{self.key}: {value!r} is no {self.kind.value}")
        low, high = self.span
        if not low <= number <= high:
            raise FactError(f"{self.key}: {value!r} is outside what is possible")
        return number

    def _in_parts(self, value: int | Decimal) -> int:
        """Return a number in its smallest parts; ``FactError`` when it has more decimals than the fact."""
        if isinstance(value, int):
            return value * int(10**self.decimals)
        parts = value.scaleb(self.decimals) if value.is_finite() else value
        if not parts.is_finite() or parts != parts.to_integral_value():
            raise FactError(f"{self.key}: {value} has more than {self.decimals} decimals")
        return int(parts)

    def word(self, value: object) -> str | None:
        """Return a CHOICE, None when unknown."""
        if value is None:
            return None
        self.code(str(value))
        return str(value)

    def column(self, values: Sequence[object] | NDArray[np.generic]) -> Column:
        """Return many values. Accepts what one value accepts, in any sequence; ``datetime64`` arrays (NaT = unknown) fast."""
        if isinstance(values, np.ndarray) and values.dtype.kind == "M":
            days = values.astype("M8[D]")
            unknown = np.isnat(days)
            number = np.where(unknown, np.datetime64(0, "D"), days).astype(np.int64) + EPOCH
            return NumberColumn(np.where(unknown, EARLIEST, number), np.where(unknown, LATEST, number))
        if isinstance(values, np.ndarray) and values.dtype.kind in "iu" and self.kind is Kind.NUMBER:
            exact = values.astype(np.int64) * 10**self.decimals
            if exact.size and (int(exact.min()) < self.span[0] or int(exact.max()) > self.span[1]):
                raise FactError(f"{self.key}: a value is outside what is possible")
            return NumberColumn(exact, exact)
        rows = values.tolist() if isinstance(values, np.ndarray) else values
        if self.kind is Kind.TEXT:
            return TextColumn(np.array(["" if value is None else str(value) for value in rows], dtype=np.str_))
        if self.kind is Kind.CHOICE:
            where = {term.key: at for at, term in enumerate(self.choices)}
            try:
                codes = [-1 if value is None else where[str(value)] for value in rows]
            except KeyError as unknown_word:
                raise FactError(f"{self.key}: {unknown_word} is not one of the list") from None
            return CodeColumn(np.array(codes, dtype=np.int8))
        pairs = np.array([self.interval(value) for value in rows], dtype=np.int64).reshape(-1, 2)
        return NumberColumn(pairs[:, 0], pairs[:, 1])

    def nothing(self) -> Column:
        """Return a column of one unknown value, which stretches to any number of cases."""
        return self.column([None])


@dataclass
class Case:
    """One case under examination: its facts, the day, and what was used and missed on the way.

    ``book``: parameters to use instead of the shipped ones. ``silent``: what no source says; ``strange``: words off the scale.
    """

    facts: Mapping[str, object]
    on: date
    book: Book | None = None
    references: list[Reference] = field(default_factory=list)
    missing: list[Fact] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    strange: list[tuple[Fact, str]] = field(default_factory=list)

    def value(self, fact: Fact) -> object:
        """Return a fact's value and note it when missing."""
        value = self.facts.get(fact.key)
        if (value is None or value == "") and fact not in self.missing:
            self.missing.append(fact)
        if fact.off_scale(value):
            self.strange.append((fact, str(value)))
        return value

    def parameter(self, parameter: Parameter) -> Parameter:
        """Return a parameter as the book of this case has it."""
        return parameter if self.book is None else self.book.of(parameter)

    def uses(self, reference: Reference) -> None:
        """Note that a value with this source was used."""
        if reference not in self.references:
            self.references.append(reference)


@dataclass(frozen=True)
class Cases:
    """Many cases under examination: columns by fact, the day, and the book. Columns broadcast together."""

    facts: Mapping[str, Column]
    on: date
    book: Book | None = None

    def column(self, fact: Fact) -> Column:
        """Return a fact's column; a fact nobody gave is unknown everywhere."""
        return self.facts.get(fact.key) or fact.nothing()

    def parameter(self, parameter: Parameter) -> Parameter:
        """Return a parameter as the book of these cases has it."""
        return parameter if self.book is None else self.book.of(parameter)
