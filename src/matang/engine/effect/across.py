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

MOST_FREEDOM = 200
"""Student's t with more degrees is taken for this one, a little on the wide side."""


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


def against_units(
    treated: Floats, compared: Floats, level: float, size: Floats | float = 0.0, surplus: Floats | float = 0.0
) -> Band:
    """Return mean of ``treated`` (…, n) minus mean of ``compared`` (…, J ≥ 2), with the spread of the latter as noise.

    The spread of the treated units plays no part: effects may differ among them, the mean effect on them is estimated.
    ``size`` is the largest number the answers were made of, against which "no variation" is measured. ``surplus`` is a
    variance that a treated unit is known to have beyond the others (``counting.py``).
    """
    mine, others = treated.shape[-1], compared.shape[-1]
    estimate = treated.mean(axis=-1) - compared.mean(axis=-1)
    spread = compared.std(axis=-1, ddof=1)
    spread = np.where(spread <= EVEN * np.asarray(size), np.nan, spread)
    seen, known = spread**2 * (1 / mine + 1 / others), np.asarray(surplus) / mine
    reach = _student((1 + level) / 2, (others - 1) * (1 + known / seen) ** 2) * np.sqrt(seen + known)
    return Band(np.asarray(estimate), np.asarray(estimate - reach), np.asarray(estimate + reach))


def _student(chance: float, freedom: Floats) -> Floats:
    """Return quantiles for degrees of freedom that need not be whole (Satterthwaite's); the next lower whole is taken."""
    whole = np.minimum(np.nan_to_num(freedom, nan=1.0), MOST_FREEDOM).astype(np.int64)
    different, where = np.unique(whole, return_inverse=True)
    return np.array([quantile(chance, int(each)) for each in different])[where].reshape(whole.shape)


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


def unsteadiness(
    treated: Floats, compared: Floats, periods: NDArray[np.int64], degree: int, level: float, *, surplus: Floats | float = 0.0
) -> Band:
    """Return how much noisier the treated units were before than the comparison units, as a difference of logarithms.

    Of each unit: the squares of its distance from the comparison units' mean path, of which a polynomial one degree
    below ``degree`` is taken out, made comparable for its own share in that mean. ``surplus`` is the variance of one value
    that a treated unit is known to have beyond the others; it explains so much of the difference.
    """
    before, others = periods < 0, compared.shape[-2]
    powers = np.vander(periods[before].astype(np.float64), degree)
    rest = np.eye(int(before.sum())) - powers @ np.linalg.pinv(powers)
    path = compared.mean(axis=-2, keepdims=True)
    mine, theirs = (((((table - path)[..., before]) @ rest) ** 2).sum(axis=-1) for table in (treated, compared))
    theirs = theirs / (1 - 1 / others)
    known, usual = np.asarray(surplus), theirs.mean(axis=-1) / (before.sum() - degree)
    mine = mine / (1 + 1 / others + known / np.maximum(usual, 1e-12 * known + np.finfo(np.float64).tiny))[..., None]
    floor = 1e-18 * np.maximum(mine.max(axis=-1), theirs.max(axis=-1))[..., None] + np.finfo(np.float64).tiny
    mine, theirs = (np.log(np.maximum(square, floor)) for square in (mine, theirs))
    return against_units(mine, theirs, level)
