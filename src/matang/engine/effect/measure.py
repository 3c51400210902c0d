"""From a study to its answer: what the data allow, the method that follows from it, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.engine.effect.answer import Answers, by_time, by_units, parts_by_time, parts_by_units
from matang.engine.effect.result import Effect, Interval, Means, Method, Note, Points, Reason, Verdict
from matang.engine.effect.study import Design
from matang.engine.effect.table import Table, tabulate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matang.engine.effect.across import Band
    from matang.engine.effect.study import Study

OVER_UNITS = (Method.DIFFERENCE_IN_DIFFERENCES, Method.CONTROLLED_TREND)


def measure_effect(study: Study) -> Effect:
    """Return whether an indicator got better after an adoption; the same study gives the same answer.

    The method follows from how much there is, never from what the values are: choosing by the values would call chance
    a success (docs/decisions/0011).
    """
    table = tabulate(study)
    method = _method(study, table)
    points = _points(study, table, method)
    reasons = _missing_reasons(study, table, points)
    if reasons and reasons != [Reason.NO_COMPARISON]:
        return _Sheet(study, table, method, points).answer(reasons)
    design = Design.TREND if method is Method.SERIES_ALONE else study.design
    sheet, periods, limits = _Sheet(study, table, method, points, design), table.periods, study.limits
    parts: tuple[Band, Band] | None = None
    if method in OVER_UNITS:
        treated, compared = table.treated[None], table.compared[None]
        answers = by_units(treated, compared, periods, design, limits, sampling=table.sampling)
        parts = parts_by_units(treated, compared, periods, limits, sampling=table.sampling) if design is Design.TREND else None
    else:
        line = (table.treated.mean(axis=0) - (table.compared.mean(axis=0) if table.units else 0.0))[None]
        answers = by_time(line, periods, design, limits)
        parts = parts_by_time(line, periods, limits) if design is Design.TREND else None
    reasons += [reason for reason, stands in answers.against.items() if stands[0]]
    return sheet.answer(reasons, answers, parts)


def _method(study: Study, table: Table) -> Method:
    if not table.units:
        return Method.SERIES_ALONE
    if len(table.units) < study.limits.comparisons:
        return Method.CONTROLLED_SERIES
    return Method.CONTROLLED_TREND if study.design is Design.TREND else Method.DIFFERENCE_IN_DIFFERENCES


def _points(study: Study, table: Table, method: Method) -> Points:
    limits, before, after = study.limits, table.before_points, table.after_points
    if method is Method.DIFFERENCE_IN_DIFFERENCES:
        return Points(before, after, limits.before, limits.after)
    if method is Method.CONTROLLED_TREND:
        return Points(before, after, limits.before_trend, limits.after)
    lacking = limits.series_points - max(after, limits.series_after)
    return Points(before, after, max(limits.series_before, lacking), limits.series_after)


def _missing_reasons(study: Study, table: Table, points: Points) -> list[Reason]:
    """Return what the data lack for the method; NO_COMPARISON alone still allows an interval."""
    few = 0 < len(table.units) < study.limits.comparisons
    short = points.before < points.needed_before or points.after < points.needed_after
    found = {
        Reason.SMALL_NUMBERS: table.hidden or table.few,
        Reason.NO_BASELINE: points.before == 0 and study.baseline is None,
        Reason.TOO_FEW_POINTS_BEFORE: points.before < points.needed_before and (points.before > 0 or study.baseline is not None),
        Reason.TOO_FEW_POINTS_AFTER: points.after < points.needed_after,
        Reason.NO_COMPARISON: not table.units,
        Reason.TOO_FEW_COMPARISONS: few and short,
        Reason.MISSING_TOO_MANY: table.missing > study.limits.missing,
    }
    return [reason for reason, stands in found.items() if stands]


@dataclass(frozen=True)
class _Sheet:
    """What an answer is written from."""

    study: Study
    table: Table
    method: Method
    points: Points
    design: Design = Design.LEVEL

    def answer(self, reasons: list[Reason], answers: Answers | None = None, parts: tuple[Band, Band] | None = None) -> Effect:
        """Return the answer; ``answers`` None: nothing could be computed."""
        study, table, shown = self.study, self.table, not self.table.hidden
        allowed = answers is not None and not set(reasons) - {Reason.NO_COMPARISON}
        effect = _interval(answers.effect) if answers and allowed else None
        verdict = self._verdict(effect, reasons)
        apart = _interval(answers.apart) if answers else None
        tipping = self._tipping(effect, verdict)
        return Effect(
            verdict=verdict,
            method=self.method,
            wanted=study.wanted,
            measured_in=study.measured_in,
            level=study.limits.level,
            effect=effect,
            reasons=tuple(reason for reason in Reason if reason in reasons),
            notes=self._notes(apart, tipping),
            points=self.points,
            treated_units=study.treated,
            comparison_units=table.units,
            left_out=table.left_out,
            missing=table.missing,
            means=self._means() if shown else Means(),
            step=_interval(parts[0]) if parts and allowed else None,
            slope=_interval(parts[1]) if parts and allowed else None,
            apart=apart,
            tipping=tipping,
            persistence=_first(answers.persistence) if answers else None,
            baseline=study.baseline if shown else None,
            target=study.target,
            target_reached=self._target_reached() if shown else None,
            hidden=table.hidden,
        )

    def _verdict(self, effect: Interval | None, reasons: list[Reason]) -> Verdict:
        if effect is None:
            return Verdict.UNPROVEN
        beside = effect.low > 0 or effect.high < 0
        if reasons:
            return Verdict.CHANGED_CAUSE_UNPROVEN if beside else Verdict.UNPROVEN
        if not beside:
            return Verdict.NO_DIFFERENCE_SHOWN
        better = effect.low > 0 if self.study.wanted.sign > 0 else effect.high < 0
        return Verdict.IMPROVED if better else Verdict.WORSENED

    def _tipping(self, effect: Interval | None, verdict: Verdict) -> float | None:
        if effect is None or self.design is not Design.LEVEL or verdict not in (Verdict.IMPROVED, Verdict.WORSENED):
            return None
        periods, after = self.table.periods, self.table.after
        apart = float(periods[after].mean() - periods[~after].mean())
        return (effect.low if effect.low > 0 else effect.high) / apart

    def _notes(self, apart: Interval | None, tipping: float | None) -> tuple[Note, ...]:
        before, study = self.table.treated[:, ~self.table.after].mean(axis=0), self.study
        possible = False
        if tipping is not None and apart is not None:
            possible = apart.high >= tipping if tipping > 0 else apart.low <= tipping
        differs = (
            study.baseline is not None
            and before.size > 0
            and not self.table.hidden
            and not before.min() <= study.baseline <= before.max()
        )
        found = {
            Note.TREND_NOT_RULED_OUT: possible,
            Note.BASELINE_DIFFERS: differs,
            Note.COMPARISONS_LEFT_OUT: bool(self.table.left_out),
        }
        return tuple(note for note, stands in found.items() if stands)

    def _means(self) -> Means:
        after = self.table.after
        return Means(
            _mean(self.table.treated[:, ~after]),
            _mean(self.table.treated[:, after]),
            _mean(self.table.compared[:, ~after]),
            _mean(self.table.compared[:, after]),
        )

    def _target_reached(self) -> bool | None:
        if self.study.target is None or not self.table.after_points:
            return None
        return bool((float(self.table.treated[:, -1].mean()) - self.study.target) * self.study.wanted.sign >= 0)


def _mean(values: NDArray[np.float64]) -> float | None:
    return float(values.mean()) if values.size else None


def _first(numbers: NDArray[np.float64] | None) -> float | None:
    """Return the first row's number, None where there is none."""
    return float(numbers[0]) if numbers is not None and np.isfinite(numbers[0]) else None


def _interval(band: Band | None) -> Interval | None:
    """Return the first row's interval, None where there is none."""
    if band is None or not np.isfinite(band.low[0]):
        return None
    return Interval(float(band.estimate[0]), float(band.low[0]), float(band.high[0]))
