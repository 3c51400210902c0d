"""How far chance moves a share because it counts few: the variance of every value, from its own counts.

Comparison units cannot show the noise of a treated unit that is much smaller than they are. Where all counts are known,
what its smallness adds is known too (compare Ferman and Pinto, 2019) and is put into the interval.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from matang.engine.effect.study import Observation

    Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Sampling:
    """Variances of single values by counting alone: ``treated`` and ``compared``, each of the shape of its table."""

    treated: Floats
    compared: Floats

    def surplus(self, weights: Floats) -> Floats:
        """Return by how much the variance of a weighted sum is larger for a treated unit than for a comparison unit, or 0."""
        squares = np.nan_to_num(weights) ** 2
        mine, others = ((table @ squares).mean(axis=-1) for table in (self.treated, self.compared))
        return np.asarray(np.maximum(mine - others, 0))


def variances(rows: Sequence[Observation]) -> Floats | None:
    """Return the variance of each value of one unit, None where counts are missing.

    The unit's share over all periods is taken, so that a chance zero does not look certain. Values may be the share times
    any constant (percent, per 100,000); counts that exceed what they are counted of vary as events do.
    """
    counts = [(row.numerator, row.denominator, row.value) for row in rows]
    known = [(above, below, value) for above, below, value in counts if above is not None and below and value is not None]
    if not known or len(known) < len(rows):
        return None
    above, below, value = np.array(known, dtype=np.float64).T
    counted = above > 0
    if not counted.any():
        return np.zeros(len(rows))
    share = above.sum() / below.sum()
    constant = float(np.median(value[counted] * below[counted] / above[counted]))
    return np.asarray(constant**2 * share * (1 - share if share < 1 else 1) / below)
