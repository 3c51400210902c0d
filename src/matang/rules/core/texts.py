"""Numbers and dates written inside a text, such as an employee number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.rules.core import calendar
from matang.rules.core.expressions import Condition, Number
from matang.rules.core.facts import NumberColumn, TextColumn
from matang.rules.core.outcome import NO, UNKNOWN, YES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matang.rules.core.facts import Case, Cases, Fact, Interval
    from matang.rules.core.outcome import Truths


@dataclass(frozen=True)
class AllDigits(Condition):
    """A text consists of exactly so many digits 0–9."""

    fact: Fact
    length: int

    @property
    def asks(self) -> tuple[Fact, ...]:
        """Return the text."""
        return (self.fact,)

    def one(self, case: Case) -> int:
        """Return whether the text is so; an empty text is unknown."""
        text = str(case.value(self.fact) or "")
        if not text:
            return UNKNOWN
        return YES if len(text) == self.length and text.isascii() and text.isdigit() else NO

    def many(self, cases: Cases) -> Truths:
        """Return the same for many cases."""
        texts = texts_of(cases, self.fact)
        places = characters(texts, self.length + 1)
        digits = (places >= ord("0")) & (places <= ord("9"))
        right = digits[..., : self.length].all(axis=-1) & (places[..., self.length] == 0)
        return np.where(texts == "", UNKNOWN, np.where(right, YES, NO)).astype(np.int8)


@dataclass(frozen=True)
class Digits(Number):
    """The number in places ``start … stop - 1`` of a text; unknown where there are no such digits."""

    fact: Fact
    start: int
    stop: int
    label: str

    @property
    def asks(self) -> tuple[Fact, ...]:
        """Return the text."""
        return (self.fact,)

    @property
    def span(self) -> Interval:
        """Return the numbers so many digits can hold."""
        return 0, 10 ** (self.stop - self.start) - 1

    def unit_of(self, number: int) -> object:
        """Return the number itself."""
        return number

    def one(self, case: Case) -> Interval:
        """Return the number."""
        part = str(case.value(self.fact) or "")[self.start : self.stop]
        if len(part) == self.stop - self.start and part.isascii() and part.isdigit():
            return int(part), int(part)
        return self.span

    def many(self, cases: Cases) -> NumberColumn:
        """Return the numbers of many cases."""
        places = characters(texts_of(cases, self.fact), self.stop)[..., self.start : self.stop].astype(np.int64) - ord("0")
        known = ((places >= 0) & (places <= 9)).all(axis=-1)
        number = places @ (10 ** np.arange(self.stop - self.start - 1, -1, -1, dtype=np.int64))
        return NumberColumn(np.where(known, number, self.span[0]), np.where(known, number, self.span[1]))


@dataclass(frozen=True)
class RealDate(Condition):
    """Year, month and day name a day that exists."""

    year: Number
    month: Number
    day: Number

    def one(self, case: Case) -> int:
        """Return whether there is such a day; unknown when a part is."""
        parts = [part.one(case) for part in (self.year, self.month, self.day)]
        if any(low != high for low, high in parts):
            return UNKNOWN
        return NO if calendar.day_number(*(low for low, _ in parts)) is None else YES

    def many(self, cases: Cases) -> Truths:
        """Return the same for many cases."""
        parts = [part.many(cases) for part in (self.year, self.month, self.day)]
        known = (parts[0].low == parts[0].high) & (parts[1].low == parts[1].high) & (parts[2].low == parts[2].high)
        _, real = calendar.day_number_many(*(part.low for part in parts))
        return np.where(known, np.where(real, YES, NO), UNKNOWN).astype(np.int8)


@dataclass(frozen=True)
class DateOf(Number):
    """The date of year, month and day, each possibly an interval; unknown where there is no such day."""

    year: Number
    month: Number
    day: Number
    fact: Fact
    label: str

    def one(self, case: Case) -> Interval:
        """Return the earliest and latest day."""
        parts = [part.one(case) for part in (self.year, self.month, self.day)]
        low = calendar.day_number(*(low for low, _ in parts))
        high = calendar.day_number(*(high for _, high in parts))
        found = (low, high)
        return (found[0], found[1]) if found[0] is not None and found[1] is not None else self.span

    def many(self, cases: Cases) -> NumberColumn:
        """Return the same for many cases."""
        parts = [part.many(cases) for part in (self.year, self.month, self.day)]
        low, low_real = calendar.day_number_many(*(part.low for part in parts))
        high, high_real = calendar.day_number_many(*(part.high for part in parts))
        real = low_real & high_real
        return NumberColumn(np.where(real, low, self.span[0]), np.where(real, high, self.span[1]))


def texts_of(cases: Cases, fact: Fact) -> NDArray[np.str_]:
    """Return the texts of a TEXT fact."""
    column = cases.column(fact)
    if not isinstance(column, TextColumn):
        raise TypeError(fact.key)
    return column.texts


def characters(texts: NDArray[np.str_], width: int) -> NDArray[np.uint32]:
    """Return code points, one more dimension of ``width`` places; 0 after the end of a text."""
    wide = np.ascontiguousarray(texts.astype(f"<U{max(width, texts.dtype.itemsize // 4, 1)}"))
    places = wide.view(np.uint32).reshape(*texts.shape, -1)
    return places[..., :width]
