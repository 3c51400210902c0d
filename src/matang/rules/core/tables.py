"""Choice tables of the law: a value by level, by band, or by row and column, where the place may be known only in part.

A level that lies between two others makes the answer lie between the smallest and the largest value of the places it can
mean; a table of all such spans is made beforehand, so that columns are looked up and not searched.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.rules.core.arithmetic import When
from matang.rules.core.conditions import AtLeast, Not
from matang.rules.core.expressions import Condition, Exactly, Number
from matang.rules.core.facts import LEAST, NumberColumn
from matang.rules.core.limits import Limit
from matang.rules.core.outcome import NO, UNKNOWN, YES

if TYPE_CHECKING:
    from datetime import date

    from matang.rules.core.facts import Case, Cases, Fact, Interval, Numbers
    from matang.rules.core.outcome import Truths
    from matang.rules.core.parameters import DatedValue, Parameter


def _note(case: Case, parameter: Parameter, lines: list[DatedValue | None]) -> None:
    """Note the sources of the lines that may have been meant, or that a line has none."""
    for line in lines:
        if line is None:
            case.silent.append(parameter.label)
        else:
            case.uses(line.reference)


@dataclass(frozen=True)
class ByLevel(Number):
    """A parameter by the words of a LEVEL."""

    parameter: Parameter
    level: Number
    scale: Fact
    fact: Fact
    label: str = ""

    def _lines(self, parameter: Parameter, on: date) -> list[tuple[int, DatedValue | None]]:
        """Return rank and dated value of each word."""
        words = zip(self.scale.ranks, self.scale.choices, strict=True)
        return [(rank, parameter.on(on, term.key)) for rank, term in words]

    def _ends(self, line: DatedValue | None) -> Interval:
        """Return a dated value as an interval; unknown where no source says one."""
        if line is None or line.value is None:
            return self.fact.span
        value = line.value
        if isinstance(value, int):
            return value, value
        if isinstance(value, tuple) and isinstance(value[0], int) and isinstance(value[-1], int):
            return value[0], value[-1]
        raise TypeError(self.parameter.key)

    def one(self, case: Case) -> Interval:
        """Return the value, or the span of values the level may have."""
        low, high = self.level.one(case)
        parameter = case.parameter(self.parameter)
        meant = [line for rank, line in self._lines(parameter, case.on) if low <= rank <= high]
        if low == high:
            _note(case, parameter, meant)
        else:
            _note(case, parameter, [line for line in meant if line is not None])
        ends = [self._ends(line) for line in meant] or [self.fact.span]
        return min(end for end, _ in ends), max(end for _, end in ends)

    def many(self, cases: Cases) -> NumberColumn:
        """Return the same for many cases."""
        lines = self._lines(cases.parameter(self.parameter), cases.on)
        least, most = self.scale.span
        size = most - least + 1
        table = np.empty((2, size, size), dtype=np.int64)
        for low in range(size):
            for high in range(size):
                ends = [self._ends(line) for rank, line in lines if least + low <= rank <= least + high] or [self.fact.span]
                table[0, low, high], table[1, low, high] = min(end for end, _ in ends), max(end for _, end in ends)
        at = self.level.many(cases)
        low_at, high_at = (np.clip(end, least, most) - least for end in (at.low, at.high))
        return NumberColumn(table[0, low_at, high_at], table[1, low_at, high_at])


@dataclass(frozen=True)
class CellIs(Condition):
    """A table says a given word at the row and column of a case.

    The parameter has a line for each word of the row's scale, and in it a list of words, one for each column in order of rank.
    True when every place that may be meant says the word, false when none does.
    """

    parameter: Parameter
    row: Number
    rows: Fact
    column: Number
    columns: Fact
    word: str

    def _row(self, line: DatedValue | None) -> list[int]:
        """Return for each column whether a line of the table says the word."""
        width = len(self.columns.choices)
        if line is None or not isinstance(line.value, tuple) or len(line.value) != width:
            return [UNKNOWN] * width
        return [YES if said == self.word else NO for said in line.value]

    def one(self, case: Case) -> int:
        """Return whether the table says the word."""
        (top, bottom), (left, right) = self.row.one(case), self.column.one(case)
        parameter = case.parameter(self.parameter)
        words = zip(self.rows.ranks, self.rows.choices, strict=True)
        meant = [parameter.on(case.on, term.key) for rank, term in words if top <= rank <= bottom]
        _note(case, parameter, meant)
        first = self.columns.span[0]
        return _together([said for line in meant for said in self._row(line)[left - first : right - first + 1]])

    def many(self, cases: Cases) -> Truths:
        """Return the same for many cases."""
        parameter = cases.parameter(self.parameter)
        order = sorted(zip(self.rows.ranks, self.rows.choices, strict=True), key=lambda word: word[0])
        grid = np.array([self._row(parameter.on(cases.on, term.key)) for _, term in order], dtype=np.int8)
        tall, wide = grid.shape
        table = np.full((tall, tall, wide, wide), UNKNOWN, dtype=np.int8)
        for top, bottom in _spans(tall):
            for left, right in _spans(wide):
                table[top, bottom, left, right] = _together(grid[top : bottom + 1, left : right + 1].ravel().tolist())
        down, across = self.row.many(cases), self.column.many(cases)
        found: Truths = table[
            _places(down.low, self.rows), _places(down.high, self.rows),
            _places(across.low, self.columns), _places(across.high, self.columns),
        ]  # fmt: skip
        return found


def _together(truths: list[int]) -> int:
    """Return what holds wherever one may be: the common truth, else unknown."""
    return truths[0] if truths and all(truth == truths[0] for truth in truths) else UNKNOWN


def _spans(size: int) -> list[tuple[int, int]]:
    """Return all spans of places from a first to a last one."""
    return [(low, high) for low in range(size) for high in range(low, size)]


def _places(ends: Numbers, scale: Fact) -> Numbers:
    """Return positions on a scale, whose ranks follow one another."""
    return np.clip(ends, *scale.span) - scale.span[0]


def at_band(begins: Parameter, bands: Fact, word: str, fact: Fact | None = None) -> Limit:
    """Return where a band of a number begins, from a parameter by band."""
    return Limit(begins, Exactly(bands, word), LEAST, fact)


def above(number: Number, limit: Number) -> Condition:
    """Return the condition that a number is greater than a limit (the limit itself is not)."""
    return Not(AtLeast(limit, number))


def at_most(number: Number, limit: Number) -> Condition:
    """Return the condition that a number is at most a limit."""
    return AtLeast(limit, number)


def stepwise(steps: list[tuple[Condition, Number]], otherwise: Number) -> Number:
    """Return the number of the first condition that holds, else ``otherwise``; spans of numbers where it cannot be told."""
    found = otherwise
    for condition, number in reversed(steps):
        found = When(condition, number, found)
    return found
