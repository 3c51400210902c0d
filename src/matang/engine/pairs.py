"""Every pair of a score sheet at once, by one multiplication.

What a term counts, ``min(shown, asked)``, is a sum over the levels that posts ask for: how much of each step is shown,
times whether the post asks for that step. So the points of all people for all classes of posts are one product of two
matrices, exact as long as no total reaches 2^24.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.engine.candidates import Block
from matang.engine.score import CANNOT_TELL, FAIL, NOT_SHOWN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from numpy.typing import NDArray

    from matang.engine.problem import Integers
    from matang.engine.score import ScoreSheet

    Floats = NDArray[np.float32]
    Columns = list[tuple[NDArray[np.bool_], NDArray[np.bool_]]]

EXACT = 2**24
"""Whole numbers below this are exact in 32-bit floating point, and so are their sums."""
AT_ONCE = 2**19
"""So many multiplications don't wake the library's threads, which on a busy machine wait for each other ten times longer."""

PEOPLE_AT_ONCE = 2**12
"""So many people's measures stay in the processor's near memory while they are put side by side."""


@dataclass(frozen=True, eq=False)
class SheetPairs:
    """The pairs of a sheet for some of its people (``rows``, ascending); the source of candidates."""

    sheet: ScoreSheet
    rows: Integers
    _shown: Floats
    _asked: Floats
    _below: tuple[Floats, Floats] | None
    _unknown: tuple[Floats, Floats] | None

    @classmethod
    def of(cls, sheet: ScoreSheet, rows: Integers | None = None) -> SheetPairs:
        """Return the source; ``ValueError`` when points are too large to be exact."""
        chosen = np.arange(sheet.people, dtype=np.int64) if rows is None else rows
        example = sheet.examples
        most = sum(int(term.required.max(initial=0)) * term.points_per_unit for term in sheet.terms)
        if most >= EXACT:
            raise ValueError(f"points up to {most} are too large; use smaller weights")
        shown, asked = [np.zeros(len(chosen), np.float32)], [np.zeros(len(example), np.float32)]
        below: Columns = []
        unknown: Columns = []
        for term in sheet.terms:
            has, wants = term.measured[chosen], term.required[example]
            counted, before = np.maximum(has, 0), 0
            for step in np.unique(wants[wants > 0]).tolist():
                shown.append((np.minimum(counted, step) - np.minimum(counted, before)).astype(np.float32))
                asked.append(((wants >= step) * term.points_per_unit).astype(np.float32))
                if term.must:
                    below.append(((has != NOT_SHOWN) & (has < step), wants == step))
                before = step
            if term.must and before:
                unknown.append((has == NOT_SHOWN, wants > 0))
        return cls(sheet, chosen, _side_by_side(shown), _stack(asked), _pair(below), _pair(unknown))

    @property
    def people(self) -> int:
        """Return the number of people."""
        return len(self.rows)

    @property
    def classes(self) -> int:
        """Return the number of classes of posts."""
        return self.sheet.classes

    @property
    def post_class(self) -> Integers:
        """Return the class of each post."""
        return self.sheet.post_class

    def block(self, start: int, stop: int) -> Block:
        """Return people ``start … stop - 1`` of the chosen ones and every class of posts: allowed, and points."""
        points = _product(self._shown[start:stop], self._asked).astype(np.int64)
        refused = np.zeros(points.shape, dtype=bool) if self._below is None else _any(self._below, start, stop)
        doubtful = np.zeros(points.shape, dtype=bool) if self._unknown is None else _any(self._unknown, start, stop)
        gates = self.sheet.gates
        if gates is not None:
            law = gates.outcome[self.rows[start:stop]][:, gates.of_post[self.sheet.examples]]
            refused |= law == FAIL
            doubtful |= law == CANNOT_TELL
        return Block(~refused if self.sheet.doubtful_allowed else ~(refused | doubtful), points)


def _stack(parts: Sequence[NDArray[Any]]) -> Floats:
    return np.stack(parts).astype(np.float32, copy=False)


def _side_by_side(parts: Sequence[NDArray[Any]]) -> Floats:
    """Return the parts as columns, some people at a time, so that both sides stay in the processor's near memory."""
    found = np.empty((len(parts[0]), len(parts)), dtype=np.float32)
    for start in range(0, len(found), PEOPLE_AT_ONCE):
        for at, part in enumerate(parts):
            found[start : start + PEOPLE_AT_ONCE, at] = part[start : start + PEOPLE_AT_ONCE]
    return found


def _pair(parts: Columns) -> tuple[Floats, Floats] | None:
    return (_side_by_side([part[0] for part in parts]), _stack([part[1] for part in parts])) if parts else None


def _any(pair: tuple[Floats, Floats], start: int, stop: int) -> NDArray[np.bool_]:
    return _product(pair[0][start:stop], pair[1]) > 0


def _product(left: Floats, right: Floats) -> Floats:
    """Return the product of two matrices, a few rows at a time, in the calling thread alone."""
    found = np.empty((left.shape[0], right.shape[1]), dtype=np.float32)
    step = max(1, AT_ONCE // max(right.size, 1))
    for start in range(0, left.shape[0], step):
        np.matmul(left[start : start + step], right, out=found[start : start + step])
    return found
