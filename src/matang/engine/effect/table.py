"""From observations to a table without holes: the periods and the comparison units that can be used, and what fell out.

A period without a value of every treated unit is left out. Of the other holes the period or the comparison unit with
the larger share of holes goes first (in a tie the unit; among equals the highest number), until none is left. Only
where values are missing decides, never what they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.engine.effect.counting import Sampling, variances

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from matang.engine.effect.study import Observation, Study

    Floats = NDArray[np.float64]
    Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Table:
    """What is compared.

    ``periods`` ascending, counted from the adoption (0 = the first period after it); ``treated`` (units, periods) and
    ``compared`` (units, periods) hold no hole. ``units`` are the comparison units used, ``left_out`` those that were not;
    ``missing`` is the share of the span that fell out. ``hidden``: a small count must not be shown; ``few``: a denominator
    of a treated unit is too small for a conclusion. ``sampling``: variances by counting, None where counts are missing.
    """

    periods: Whole
    treated: Floats
    compared: Floats
    units: tuple[int, ...]
    left_out: tuple[int, ...]
    missing: float
    hidden: bool
    few: bool
    sampling: Sampling | None

    @property
    def after(self) -> NDArray[np.bool_]:
        """Return which periods count as after."""
        return np.asarray(self.periods >= 0)

    @property
    def before_points(self) -> int:
        """Return how many periods before are used."""
        return int((~self.after).sum())

    @property
    def after_points(self) -> int:
        """Return how many periods after are used."""
        return int(self.after.sum())


def tabulate(study: Study) -> Table:
    """Return the table of a study; it may be empty."""
    known = [row for row in study.observations if row.value is not None and not 0 <= row.period - study.since < study.settling]
    span = _span(study, known)
    values = _matrix(known, (*study.treated, *study.comparisons), span)
    mine, others = values[: len(study.treated)], values[len(study.treated) :]
    big = _big_enough(study, known)
    keep = np.array([unit in big for unit in study.comparisons], dtype=np.bool_)
    columns = np.asarray(~np.isnan(mine).any(axis=0))
    if columns.any():
        keep &= ~np.isnan(others[:, columns]).all(axis=1)
    columns, keep = _without_holes(np.isnan(others), columns, keep)
    used = {int(period) for period in span[columns]}
    units = tuple(unit for unit, kept in zip(study.comparisons, keep, strict=True) if kept)
    shown = set(study.treated) | (set(units) if len(units) < study.limits.comparisons else set())
    return Table(
        periods=span[columns] - study.since,
        treated=mine[:, columns],
        compared=others[np.ix_(keep, columns)],
        units=units,
        left_out=tuple(unit for unit in study.comparisons if unit not in units),
        missing=1 - float(columns.mean()) if columns.size else 0.0,
        hidden=any(_small(row, study.limits.shown) for row in known if row.unit in shown and row.period in used),
        few=any(
            row.denominator is not None and row.denominator < study.limits.counted
            for row in known if row.unit in study.treated and row.period in used
        ),
        sampling=_sampling([row for row in known if row.period in used], study.treated, units),
    )  # fmt: skip


def _span(study: Study, known: Iterable[Observation]) -> Whole:
    """Return the periods from the first to the last for which a treated unit has a value, those of settling in left out."""
    periods = [row.period for row in known if row.unit in study.treated]
    if not periods:
        return np.zeros(0, dtype=np.int64)
    span = np.arange(min(periods), max(periods) + 1, dtype=np.int64)
    return span[(span < study.since) | (span >= study.since + study.settling)]


def _matrix(known: Iterable[Observation], units: tuple[int, ...], span: Whole) -> Floats:
    """Return values as (units, periods of the span), NaN where none is known."""
    row_of = {unit: at for at, unit in enumerate(units)}
    column_of = {period: at for at, period in enumerate(span.tolist())}
    values = np.full((len(units), len(span)), np.nan)
    for row in known:
        if row.value is not None and row.period in column_of:
            values[row_of[row.unit], column_of[row.period]] = row.value
    return values


def _sampling(used: list[Observation], treated: tuple[int, ...], units: tuple[int, ...]) -> Sampling | None:
    """Return the variances by counting of what is used; rows of a unit are in the order of periods."""
    by_unit: dict[int, list[Observation]] = {}
    for row in used:
        by_unit.setdefault(row.unit, []).append(row)
    mine, others = ([variances(by_unit.get(unit, [])) for unit in each] for each in (treated, units))
    if not others or any(found is None for found in mine + others):
        return None
    return Sampling(np.array(mine), np.array(others))


def _big_enough(study: Study, known: Iterable[Observation]) -> set[int]:
    """Return the comparison units none of whose denominators is too small; values play no part in it."""
    small = {row.unit for row in known if row.denominator is not None and row.denominator < study.limits.counted}
    return set(study.comparisons) - small


def _small(row: Observation, shown: int) -> bool:
    """Return whether a cell could point at single people: a small group, few in it, or all but few in it."""
    counts = [row.denominator, row.numerator]
    if row.numerator is not None and row.denominator is not None:
        counts.append(row.denominator - row.numerator)
    return any(count is not None and 0 < count < shown for count in counts)


def _without_holes(
    hole: NDArray[np.bool_], columns: NDArray[np.bool_], keep: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return the periods and units that are left when no hole is."""
    columns, keep = columns.copy(), keep.copy()
    while keep.any() and columns.any():
        inside = hole & keep[:, None] & columns[None, :]
        by_unit, by_period = inside.sum(axis=1) / columns.sum(), inside.sum(axis=0) / keep.sum()
        if by_unit.max() == 0:
            break
        if by_unit.max() >= by_period.max():
            keep[_last_largest(by_unit)] = False
        else:
            columns[_last_largest(by_period)] = False
    return columns, keep


def _last_largest(share: Floats) -> int:
    return len(share) - 1 - int(share[::-1].argmax())
