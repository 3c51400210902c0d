"""The answers to many studies of one shape: interval, checks beforehand, and what stands against a conclusion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.engine.effect import across, series
from matang.engine.effect.result import Reason
from matang.engine.effect.study import Design

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matang.engine.effect.across import Band
    from matang.engine.effect.counting import Sampling
    from matang.engine.effect.study import Limits

    Floats = NDArray[np.float64]
    Truths = NDArray[np.bool_]
    Whole = NDArray[np.int64]

DEGREE = {Design.LEVEL: 1, Design.TREND: 2}
"""What must not be found before: a slope against the comparison units (LEVEL), a bend (TREND)."""


@dataclass(frozen=True)
class Answers:
    """One row for each study.

    ``effect`` in units of the indicator; ``apart`` the slope or bend before, with the check's interval; ``persistence``
    where time measured the noise; ``against`` what forbids a conclusion.
    """

    effect: Band
    apart: Band
    persistence: Floats | None
    against: dict[Reason, Truths]

    @property
    def conclusive(self) -> Truths:
        """Return whether nothing stands against a conclusion."""
        return np.asarray(~np.any(list(self.against.values()), axis=0))


def by_units(
    treated: Floats, compared: Floats, periods: Whole, design: Design, limits: Limits, *, sampling: Sampling | None = None
) -> Answers:
    """Answer by the differences among comparison units.

    ``treated`` (studies, units, periods), ``compared`` (studies, J ≥ 2, periods), ``periods`` counted from the adoption;
    ``sampling`` where all counts are known.
    """
    degree, size, before = DEGREE[design], _size(treated, compared), periods < 0

    def ask(weights: Floats, level: float) -> Band:
        surplus = sampling.surplus(weights) if sampling else 0.0
        return across.against_units(treated @ weights, compared @ weights, level, size, surplus)

    effect = ask(across.level_weights(periods) if design is Design.LEVEL else across.trend_weights(periods)[0], limits.level)
    apart = ask(across.before_weights(periods, degree), limits.check)
    of_one = sampling.surplus(np.sqrt(before / before.sum())) if sampling else 0.0
    noise = across.unsteadiness(treated, compared, periods, degree, limits.check, surplus=of_one)
    against = {
        Reason.NO_VARIATION: np.isnan(effect.low),
        _line_reason(design): apart.beside_zero,
        Reason.NOISE_DIFFERS: noise.low > 0,
    }
    return Answers(effect, apart, None, against)


def parts_by_units(
    treated: Floats, compared: Floats, periods: Whole, limits: Limits, *, sampling: Sampling | None = None
) -> tuple[Band, Band] | None:
    """Return the step at period 0 and the change of slope of a TREND; None with a single point after."""
    if (periods >= 0).sum() < 2:
        return None
    size, weights = _size(treated, compared), across.trend_weights(periods)
    step, slope = (
        across.against_units(treated @ row, compared @ row, limits.level, size, sampling.surplus(row) if sampling else 0.0)
        for row in weights[1:]
    )
    return step, slope


def by_time(line: Floats, periods: Whole, design: Design, limits: Limits) -> Answers:
    """Answer by the noise of one series (studies, periods): the treated mean, or its distance from the comparison mean."""
    degree, before = DEGREE[design], periods < 0
    if design is Design.LEVEL:
        beforehand, model, at = series.LEVEL_WEIGHTS, series.level_design(periods), 1
    else:
        beforehand, model, at = series.TREND_WEIGHTS, series.trend_design(periods), 2
    found = series.fit(line, periods, model, beforehand)
    earlier = series.before_design(periods[before], degree)
    apart = series.fit(line[:, before], periods[before], earlier, beforehand).band(degree, limits.check)
    effect = found.band(at, limits.level)
    none = np.isnan(effect.low)
    against = {
        Reason.NO_VARIATION: none,
        _line_reason(design): apart.beside_zero,
        Reason.TOO_PERSISTENT: ~none & (found.persistence > limits.persistence),
    }
    return Answers(effect, apart, np.where(none, np.nan, found.persistence), against)


def parts_by_time(line: Floats, periods: Whole, limits: Limits) -> tuple[Band, Band]:
    """Return the step at period 0 and the change of slope of a TREND."""
    found = series.fit(line, periods, series.step_design(periods), series.TREND_WEIGHTS)
    return found.band(2, limits.level), found.band(3, limits.level)


def _size(treated: Floats, compared: Floats) -> Floats:
    """Return the largest number of every study."""
    return np.asarray(np.maximum(np.abs(treated).max(axis=(-2, -1)), np.abs(compared).max(axis=(-2, -1))))


def _line_reason(design: Design) -> Reason:
    return Reason.COMPARISON_NOT_PARALLEL if design is Design.LEVEL else Reason.TREND_NOT_STRAIGHT
