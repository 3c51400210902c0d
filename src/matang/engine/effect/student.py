"""Student's t for whole degrees of freedom, in closed form, and quantiles of a mixture of such curves.

The probability is the finite sum of Abramowitz and Stegun (1964), 26.7.3 and 26.7.4; no library of
statistics is needed at run time.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STEPS, CLOSE = 80, 1e-12
"""At most so many steps towards a quantile; the last one is smaller than this part of a standard error."""


def probability(value: Floats, freedom: int) -> Floats:
    """Return P(T ≤ value) of Student's t with ``freedom`` ≥ 1 degrees, of the shape of ``value``."""
    angle = np.arctan(value / np.sqrt(freedom))
    cosine2 = np.cos(angle) ** 2
    odd = freedom % 2
    total = np.ones_like(cosine2)
    for step in range(freedom - 2, 1, -2):
        total = 1 + total * cosine2 * (step - 1) / step
    if odd:
        inside = angle + np.sin(angle) * np.cos(angle) * total if freedom > 1 else angle
        return np.asarray(0.5 + inside / np.pi)
    return np.asarray(0.5 + np.sin(angle) * total / 2)


def density(value: Floats, freedom: int) -> Floats:
    """Return the height of the curve of Student's t, of the shape of ``value``."""
    top = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(freedom * math.pi)
    return np.asarray(top * (1 + value**2 / freedom) ** (-(freedom + 1) / 2))


@lru_cache(maxsize=512)
def quantile(chance: float, freedom: int) -> float:
    """Return the value below which Student's t lies with this chance, 0 < ``chance`` < 1."""
    one = np.ones((1, 1))
    return float(mixture_quantile(chance, one, 0 * one, one, freedom)[0])


def mixture_quantile(chance: float, weight: Floats, centre: Floats, scale: Floats, freedom: int) -> Floats:
    """Return the quantile of Σ weight · (centre + scale · T) for every row.

    ``weight``, ``centre`` and ``scale`` have the shape (rows, parts), each row's weights add up to 1, scales are positive.
    Newton's steps, halving the bracket where one would leave it.
    """
    tail = min(chance, 1 - chance)
    reach = scale * (2 / tail + 2)  # even the widest curve, of one degree, has its quantile below 1 / tail
    low, high = (centre - reach).min(axis=1), (centre + reach).max(axis=1)
    close, at = CLOSE * (weight * scale).sum(axis=1), (weight * centre).sum(axis=1)
    for _ in range(STEPS):
        away = (at[:, None] - centre) / scale
        over = (weight * probability(away, freedom)).sum(axis=1) - chance
        low, high = np.where(over < 0, at, low), np.where(over < 0, high, at)
        step = at - over / (weight * density(away, freedom) / scale).sum(axis=1)
        ahead = np.where((step > low) & (step < high), step, (low + high) / 2)
        if bool((np.abs(ahead - at) <= close).all()):
            break
        at = ahead
    return np.asarray(ahead)
