"""What is answered: a verdict that is never a bare success, its interval, and what stands against it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matang.engine.effect.study import Wanted


class Verdict(StrEnum):
    """Did it get better. The first three only stand beside comparison units."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    NO_DIFFERENCE_SHOWN = "no_difference_shown"
    CHANGED_CAUSE_UNPROVEN = "changed_cause_unproven"
    UNPROVEN = "unproven"


class Method(StrEnum):
    """How the answer was found.

    With enough comparison units: DIFFERENCE_IN_DIFFERENCES (design LEVEL) or CONTROLLED_TREND (design TREND). With few:
    CONTROLLED_SERIES, the distance from their mean over time. With none: SERIES_ALONE, against the line before.
    """

    DIFFERENCE_IN_DIFFERENCES = "difference_in_differences"
    CONTROLLED_TREND = "controlled_trend"
    CONTROLLED_SERIES = "controlled_series"
    SERIES_ALONE = "series_alone"


class Reason(StrEnum):
    """What stands against a conclusion, in the order in which it is told."""

    SMALL_NUMBERS = "small_numbers"
    NO_BASELINE = "no_baseline"
    TOO_FEW_POINTS_BEFORE = "too_few_points_before"
    TOO_FEW_POINTS_AFTER = "too_few_points_after"
    NO_COMPARISON = "no_comparison"
    TOO_FEW_COMPARISONS = "too_few_comparisons"
    MISSING_TOO_MANY = "missing_too_many"
    NO_VARIATION = "no_variation"
    COMPARISON_NOT_PARALLEL = "comparison_not_parallel"
    TREND_NOT_STRAIGHT = "trend_not_straight"
    NOISE_DIFFERS = "noise_differs"
    TOO_PERSISTENT = "too_persistent"


class Note(StrEnum):
    """What a reader should know beside the verdict; it forbids nothing."""

    TREND_NOT_RULED_OUT = "trend_not_ruled_out"
    BASELINE_DIFFERS = "baseline_differs"
    COMPARISONS_LEFT_OUT = "comparisons_left_out"


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with the ends of its interval, in units of the indicator (a slope: per period)."""

    estimate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Points:
    """How many periods were used and how many the method needs."""

    before: int
    after: int
    needed_before: int
    needed_after: int


@dataclass(frozen=True, slots=True)
class Means:
    """Plain means of what was used; None where nothing is, or where a small number is hidden."""

    treated_before: float | None = None
    treated_after: float | None = None
    compared_before: float | None = None
    compared_after: float | None = None


@dataclass(frozen=True)
class Effect:
    """The answer to a study. Numbers are in units of the indicator, ``measured_in``; positive = higher, whatever is wanted.

    * ``effect``: the change of the treated units beyond that of the comparison units (SERIES_ALONE: beyond their own line
      before); None where no honest interval exists. With NO_COMPARISON it may be given; then it proves no cause.
    * ``step``, ``slope``: with design TREND, the change at the first period and the change of slope a period.
    * ``apart``: slope (LEVEL) or bend (TREND) before the adoption, beyond the comparison units', with the check's interval.
    * ``tipping``: the slope by which the treated units would have had to run ahead all along for the interval to touch
      zero; only beside IMPROVED and WORSENED of the design LEVEL.
    * ``comparison_units`` were used, ``left_out`` were not (missing values or small numbers).
    * ``missing``: share of the periods that fell out; ``persistence``: estimated ρ where time measured the noise.
    * ``target_reached``: whether the last value of the treated units is at the target or better; None: not known.
    * ``hidden``: a count is so small that no value of this study may be shown; then all of them are None.
    """

    verdict: Verdict
    method: Method
    wanted: Wanted
    measured_in: str
    level: float
    effect: Interval | None
    reasons: tuple[Reason, ...]
    notes: tuple[Note, ...]
    points: Points
    treated_units: tuple[int, ...]
    comparison_units: tuple[int, ...]
    left_out: tuple[int, ...]
    missing: float
    means: Means = Means()
    step: Interval | None = None
    slope: Interval | None = None
    apart: Interval | None = None
    tipping: float | None = None
    persistence: float | None = None
    baseline: float | None = None
    target: float | None = None
    target_reached: bool | None = None
    hidden: bool = False

    @property
    def estimate(self) -> float | None:
        """Return the estimate alone."""
        return None if self.effect is None else self.effect.estimate

    @property
    def interval(self) -> tuple[float, float] | None:
        """Return the interval alone."""
        return None if self.effect is None else (self.effect.low, self.effect.high)
