"""Noise measured by comparison units: how much their changes differ among themselves.

Every question to one unit's series is a weighted sum of its values (mean after minus mean before; departure from its own
line; slope before). The answer of the treated units is held against the answers of the comparison units with Student's
t and one degree of freedom less than there are comparison units (Donald and Lang, 2007). Each unit gives one number, so
it does not matter how its own periods hang together: with normal noise of equal strength the interval is exact for any
serial correlation, any number of periods, and anything that moves all units alike.

All functions take tables of the shape (…, units, periods): many studies of one shape are answered at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.engine.effect.student import quantile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Truths = NDArray[np.bool_]

EVEN = 1e-9
"""Numbers that differ by less, measured by the largest of them, are equal; the rest is the dust of division."""


@dataclass(frozen=True)
class Band:
    """Estimate and interval, each of the shape of the studies asked at once; NaN bounds where there is no variation."""

    estimate: Floats
    low: Floats
    high: Floats

    @property
    def beside_zero(self) -> Truths:
        """Return whether the whole interval lies on one side of zero."""
        return np.asarray((self.low > 0) | (self.high < 0))


def against_units(treated: Floats, compared: Floats, level: float, size: Floats | float = 0.0) -> Band:
    """Return mean of ``treated`` (…, n) minus mean of ``compared`` (…, J ≥ 2), with the spread of the latter as noise.

    The spread of the treated units plays no part: effects may differ among them, the mean effect on them is estimated.
    ``size`` is the largest number the answers were made of, against which "no variation" is measured.
    """
    mine, others = treated.shape[-1], compared.shape[-1]
    estimate = treated.mean(axis=-1) - compared.mean(axis=-1)
    spread = compared.std(axis=-1, ddof=1)
    spread = np.where(spread <= EVEN * np.asarray(size), np.nan, spread)
    reach = quantile((1 + level) / 2, others - 1) * spread * np.sqrt(1 / mine + 1 / others)
    return Band(np.asarray(estimate), np.asarray(estimate - reach), np.asarray(estimate + reach))


def level_weights(periods: NDArray[np.int64]) -> Floats:
    """Return the weights of mean after minus mean before; ``periods`` below 0 are before."""
    after = periods >= 0
    return np.asarray(np.where(after, 1 / after.sum(), -1 / (~after).sum()))


def trend_weights(periods: NDArray[np.int64]) -> Floats:
    """Return (3, periods): mean departure after from the line before, the step at period 0, the change of slope.

    Two lines are fitted, one before and one after; with a single point after, only the departure is known (others NaN).
    """
    after = periods >= 0
    before_line, weights = _line(periods[~after]), np.full((3, len(periods)), np.nan)
    weights[0] = np.where(after, 1 / after.sum(), 0.0)
    weights[0, ~after] = -(before_line[0] + before_line[1] * periods[after].mean())
    if after.sum() >= 2:
        after_line = _line(periods[after])
        weights[1:, after], weights[1:, ~after] = after_line, -before_line
    return weights


def _line(periods: NDArray[np.int64]) -> Floats:
    """Return (2, periods): the weights that give a fitted line's value at period 0 and its slope."""
    return np.asarray(np.linalg.pinv(np.vander(periods.astype(np.float64), 2, increasing=True)))


def before_weights(periods: NDArray[np.int64], degree: int) -> Floats:
    """Return the weights that give the slope (degree 1) or the bend (degree 2) of the points before; 0 after."""
    before = periods < 0
    powers = np.vander(periods[before].astype(np.float64), degree + 1, increasing=True)
    weights = np.zeros(len(periods))
    weights[before] = np.linalg.pinv(powers)[degree]
    return weights


def unsteadiness(treated: Floats, compared: Floats, periods: NDArray[np.int64], degree: int, level: float) -> Band:
    """Return how much noisier the treated units were before than the comparison units, as a difference of logarithms.

    Of each unit: the squares of its distance from the comparison units' mean path, of which a polynomial one degree
    below ``degree`` is taken out, made comparable for its own share in that mean.
    """
    before, others = periods < 0, compared.shape[-2]
    powers = np.vander(periods[before].astype(np.float64), degree)
    rest = np.eye(int(before.sum())) - powers @ np.linalg.pinv(powers)
    path = compared.mean(axis=-2, keepdims=True)
    squares = []
    for table, share in ((treated, 1 + 1 / others), (compared, 1 - 1 / others)):
        away = (table - path)[..., before] @ rest
        squares.append((away**2).sum(axis=-1) / share)
    floor = 1e-18 * np.maximum(squares[0].max(axis=-1), squares[1].max(axis=-1))[..., None] + np.finfo(np.float64).tiny
    mine, theirs = (np.log(np.maximum(square, floor)) for square in squares)
    return against_units(mine, theirs, level)
