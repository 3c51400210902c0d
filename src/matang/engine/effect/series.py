"""Noise measured by time: one series whose neighbouring periods hang together.

The series is a step (and lines) plus noise in which each period keeps a part ρ of the period before. With a dozen points
ρ cannot be known, and putting one estimate of it in place of the truth is what makes the usual intervals too narrow.
So every ρ from −0.90 to 0.95 is tried and weighed by how well it fits (Zellner and Tiao, 1964): the answer is a mixture of
Student curves, its interval their common quantiles. How often such an interval holds the truth is measured by tests; the
weights beforehand were chosen for it (docs/decisions/0011).

Series have the shape (rows, periods): many of one shape are answered at once. Periods may leave holes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.engine.effect.across import EVEN, Band
from matang.engine.effect.student import mixture_quantile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Whole = NDArray[np.int64]

PERSISTENCE = np.linspace(-0.90, 0.95, 38)
"""The values of ρ that are tried."""
LEVEL_WEIGHTS = np.sqrt((1 + PERSISTENCE) / (1 - PERSISTENCE))
TREND_WEIGHTS = np.sqrt(1 + PERSISTENCE)
"""How likely each is beforehand: lines take up some of a slow noise, so that a step alone needs more caution."""


@dataclass(frozen=True)
class Fit:
    """What was found for every row: weights of each ρ (rows, ρ), and centre and scale (rows, ρ, coefficients)."""

    weight: Floats
    centre: Floats
    scale: Floats
    freedom: int

    @property
    def persistence(self) -> Floats:
        """Return the expected ρ of every row."""
        return np.asarray(self.weight @ PERSISTENCE)

    def band(self, coefficient: int, level: float) -> Band:
        """Return estimate and interval of a coefficient of the design."""
        centre, scale = self.centre[..., coefficient], self.scale[..., coefficient]
        good = np.asarray(np.isfinite(scale).all(axis=-1))
        safe = np.where(good[:, None], scale, 1.0)
        low, high = (
            np.asarray(np.where(good, mixture_quantile(chance, self.weight, centre, safe, self.freedom), np.nan))
            for chance in ((1 - level) / 2, (1 + level) / 2)
        )
        return Band(np.asarray((self.weight * centre).sum(axis=-1)), low, high)


def fit(series: Floats, periods: Whole, design: Floats, beforehand: Floats) -> Fit:
    """Return what each ρ makes of ``series`` (rows, periods) explained by ``design`` (periods, coefficients).

    ``beforehand`` are the weights of every ρ before the series was seen. Needs more periods than coefficients. A series
    that the design explains without rest has NaN scales.
    """
    freedom = len(periods) - design.shape[1]
    both = np.concatenate([design.T, series])
    kept = PERSISTENCE[:, None] ** np.diff(periods)  # (ρ, steps): what is left of one point at the next one
    fresh = np.sqrt(1 - kept**2)
    white = np.concatenate(
        [np.broadcast_to(both[:, :1], (len(kept), len(both), 1)), (both[:, 1:] - kept[:, None] * both[:, :-1]) / fresh[:, None]],
        axis=-1,
    )
    factors, answers = white[:, : design.shape[1]], white[:, design.shape[1] :]
    gram = factors @ factors.swapaxes(-1, -2)
    inverse = np.linalg.inv(gram)
    centre = answers @ factors.swapaxes(-1, -2) @ inverse  # (ρ, rows, coefficients)
    rest = ((answers - centre @ factors) ** 2).sum(axis=-1)
    none = np.sqrt(rest.max(axis=0)) <= EVEN * np.abs(series).max(axis=1)
    rest = np.where(none, 1.0, rest)
    fits = -np.log(fresh).sum(axis=1)[:, None] - np.linalg.slogdet(gram)[1][:, None] / 2 - freedom / 2 * np.log(rest)
    weight = beforehand[:, None] * np.exp(fits - fits.max(axis=0))
    spread = np.sqrt(rest / freedom)[..., None] * np.sqrt(np.diagonal(inverse, axis1=-2, axis2=-1))[:, None]
    spread = np.where(none[None, :, None], np.nan, spread)
    return Fit((weight / weight.sum(axis=0)).T, centre.swapaxes(0, 1), spread.swapaxes(0, 1), freedom)


def level_design(periods: Whole) -> Floats:
    """Return (periods, 2): a constant, and the step to the mean after. The effect is coefficient 1."""
    return np.column_stack([np.ones(len(periods)), periods >= 0]).astype(np.float64)


def trend_design(periods: Whole) -> Floats:
    """Return (periods, 4): constant, slope, mean departure after, change of slope. The effect is coefficient 2."""
    after, line = periods >= 0, periods.astype(np.float64)
    return np.column_stack([np.ones(len(line)), line, after, after * (line - line[after].mean())]).astype(np.float64)


def before_design(periods: Whole, degree: int) -> Floats:
    """Return (periods, degree + 1) powers of time; the slope or bend is the last coefficient.

    Time is counted from its middle, which leaves that coefficient as it is and keeps the digits.
    """
    return np.vander(periods - periods.mean(), degree + 1, increasing=True)


def step_design(periods: Whole) -> Floats:
    """Return (periods, 4): constant, slope, the step at period 0, change of slope. The step is coefficient 2."""
    after, line = periods >= 0, periods.astype(np.float64)
    return np.column_stack([np.ones(len(line)), line, after, after * line]).astype(np.float64)
