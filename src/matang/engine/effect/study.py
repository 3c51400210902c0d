"""What is asked: who adopted a practice and when, who is compared, what was counted, and which way is better."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 600
"""Periods from the first to the last: fifty years of months. More is a code of a date that was taken for a number."""


class EffectError(ValueError):
    """The numbers describe no study; the message names the field and the first wrong place, counted from 0."""


class Wanted(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"

    @property
    def sign(self) -> int:
        """Return 1 when more is better, −1 when less is."""
        return 1 if self is Wanted.UP else -1


class Design(StrEnum):
    """What is compared; chosen before anybody looks at the numbers (see docs/decisions/0011).

    LEVEL: the change from the mean before to the mean after. TREND: the departure from each unit's own straight line
    before, for units that were already moving apart.
    """

    LEVEL = "level"
    TREND = "trend"


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of one unit in one period (consecutive whole numbers); ``value`` None = not known.

    ``numerator`` and ``denominator`` are the counts a share was made of, where known: they only protect.
    """

    unit: int
    period: int
    value: float | None
    numerator: int | None = None
    denominator: int | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What an answer needs. The defaults are those for which the coverage is held by tests.

    * ``comparisons``: units needed to measure noise by the differences among them; with fewer, time measures it.
    * ``before``, ``after``: points needed with so many units; ``before_trend`` when a line is drawn through them.
    * ``series_before``, ``series_after``, ``series_points``: points needed when time measures the noise.
    * ``persistence``: estimated correlation of neighbouring periods above which a series tells too little.
    * ``missing``: share of periods (of the span of the treated units) that may fall out.
    * ``shown``: counts from 1 up to one less are never shown; ``counted``: a denominator below carries no conclusion.
    * ``level``: of the interval; ``check``: of the two-sided checks before.
    """

    comparisons: int = 4
    before: int = 4
    before_trend: int = 8
    after: int = 2
    series_before: int = 12
    series_after: int = 6
    series_points: int = 30
    persistence: float = 0.75
    missing: float = 0.2
    shown: int = 5
    counted: int = 30
    level: float = 0.95
    check: float = 0.90

    def __post_init__(self) -> None:
        """Refuse what no answer could be built on."""
        least = {"comparisons": 2, "before": 3, "before_trend": 4, "after": 1, "series_before": 4, "series_after": 2}
        for name, low in {**least, "series_points": 8, "shown": 0, "counted": 0}.items():
            if getattr(self, name) < low:
                raise EffectError(f"limits.{name}: {getattr(self, name)} is less than {low}")
        for name in ("missing", "persistence"):
            if not 0 <= getattr(self, name) <= 1:
                raise EffectError(f"limits.{name}: {getattr(self, name)} is not between 0 and 1")
        for name in ("level", "check"):
            if not 0.5 <= getattr(self, name) <= 0.999:
                raise EffectError(f"limits.{name}: {getattr(self, name)} is not between 0.5 and 0.999")


@dataclass(frozen=True)
class Study:
    """A question about one indicator. Build with ``Study.build``, which validates.

    * ``since``: the first period that counts as after the adoption; ``settling``: so many periods from there on are left
      out because the practice was still being put in place.
    * ``measured_in``: the unit of the indicator ("poin", "hari"); only passed on.
    * ``baseline``, ``target``: as stated at the adoption; None = not stated.
    """

    observations: tuple[Observation, ...]
    treated: tuple[int, ...]
    comparisons: tuple[int, ...]
    since: int
    wanted: Wanted
    measured_in: str
    design: Design = Design.LEVEL
    settling: int = 0
    baseline: float | None = None
    target: float | None = None
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def build(
        cls,
        observations: Iterable[Observation],
        *,
        treated: Iterable[int],
        since: int,
        wanted: Wanted,
        measured_in: str,
        design: Design = Design.LEVEL,
        settling: int = 0,
        baseline: float | None = None,
        target: float | None = None,
        limits: Limits | None = None,
    ) -> Study:
        """Return the validated study; every observed unit that is not treated is a comparison.

        The order of the observations does not matter. Raises ``EffectError`` with field and place.
        """
        rows, adopted = tuple(observations), tuple(sorted(treated))
        if not adopted:
            raise EffectError("treated: at least one unit is needed")
        for before, unit in pairwise(adopted):
            if before == unit:
                raise EffectError(f"treated: unit {unit} stands twice")
        if not measured_in.strip():
            raise EffectError("measured_in: a number without its unit says nothing")
        if settling < 0:
            raise EffectError(f"settling: {settling} is less than 0")
        for name, number in (("baseline", baseline), ("target", target)):
            if number is not None and not math.isfinite(number):
                raise EffectError(f"{name}: {number} is not a number")
        _refuse_bad_rows(rows)
        return cls(
            observations=tuple(sorted(rows, key=lambda row: (row.unit, row.period))),
            treated=adopted,
            comparisons=tuple(sorted({row.unit for row in rows} - set(adopted))),
            since=since,
            wanted=wanted,
            measured_in=measured_in,
            design=design,
            settling=settling,
            baseline=baseline,
            target=target,
            limits=limits or Limits(),
        )


def _refuse_bad_rows(rows: tuple[Observation, ...]) -> None:
    seen: dict[tuple[int, int], int] = {}
    for at, row in enumerate(rows):
        where = f"observations[{at}]"
        if row.value is not None and not math.isfinite(row.value):
            raise EffectError(f"{where}.value: {row.value} is not a number; leave it empty when it is not known")
        for name, count in (("numerator", row.numerator), ("denominator", row.denominator)):
            if count is not None and count < 0:
                raise EffectError(f"{where}.{name}: {count} is less than 0")
        if row.value is not None and row.denominator == 0:
            raise EffectError(f"{where}.denominator: 0 gives no value; leave the value empty")
        first = seen.setdefault((row.unit, row.period), at)
        if first != at:
            raise EffectError(f"{where}: unit {row.unit} already has a value for period {row.period}, observations[{first}]")
    periods = [row.period for row in rows]
    if periods and max(periods) - min(periods) >= LONGEST:
        span = f"{min(periods)} to {max(periods)}"
        raise EffectError(f"observations.period: {span} are more than {LONGEST} periods; number them one after another")
