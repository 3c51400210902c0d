"""Did it get better: worked by hand with comparison units, both ways of better, few units, none."""

import dataclasses
import random

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import optimize, stats

from matang.engine.effect import (
    Design,
    Effect,
    Interval,
    Limits,
    Means,
    Method,
    Note,
    Observation,
    Points,
    Reason,
    Study,
    Verdict,
    Wanted,
    measure_effect,
)
from matang.engine.effect.series import PERSISTENCE, TREND_WEIGHTS
from matang.engine.effect.student import density, mixture_quantile, probability, quantile
from tests.engine.effect_cases import moved, observed, study

OTHERS = [moved(20, 0), moved(30, 2), moved(40, 2), moved(50, 4)]
"""Four comparison units that change by 0, 2, 2 and 4: mean 2, variance 8/3."""
REACH = 3.182446305284263 * (8 / 3 * (1 + 1 / 4)) ** 0.5
"""Student's 97.5 % point for 3 degrees of freedom, from the printed tables, times the standard error: 5.81."""


def close(interval: Interval | None, estimate: float, low: float, high: float) -> None:
    """Assert an interval number by number."""
    assert interval is not None
    assert dataclasses.astuple(interval) == pytest.approx((estimate, low, high), abs=1e-9)


def test_a_fall_of_eight_beside_four_units_that_rose_by_two() -> None:
    effect = measure_effect(study(moved(60, -8), *OTHERS, since=5))
    close(effect.effect, -10, -10 - REACH, -10 + REACH)
    assert pytest.approx(5.810325) == REACH
    assert (effect.verdict, effect.method) == (Verdict.IMPROVED, Method.DIFFERENCE_IN_DIFFERENCES)
    assert (effect.reasons, effect.notes, effect.measured_in, effect.level) == ((), (), "poin", 0.95)
    assert effect.points == Points(before=4, after=2, needed_before=4, needed_after=2)
    assert (effect.treated_units, effect.comparison_units, effect.left_out) == ((1,), (2, 3, 4, 5), ())
    assert effect.means == Means(60, 52, 35, 37)
    assert effect.tipping == pytest.approx((-10 + REACH) / 3)  # mean time after 0.5, before −2.5
    assert (effect.step, effect.slope, effect.persistence, effect.missing) == (None, None, None, 0)


@pytest.mark.parametrize(
    ("wanted", "by", "verdict"),
    [
        (Wanted.DOWN, -8, Verdict.IMPROVED),
        (Wanted.UP, -8, Verdict.WORSENED),
        (Wanted.UP, 12, Verdict.IMPROVED),
        (Wanted.DOWN, 12, Verdict.WORSENED),
        (Wanted.UP, 2, Verdict.NO_DIFFERENCE_SHOWN),  # as much as the others on average
        (Wanted.UP, 2 + 5.81, Verdict.NO_DIFFERENCE_SHOWN),  # the interval just touches zero
        (Wanted.UP, 2 + 5.82, Verdict.IMPROVED),
        (Wanted.DOWN, 2 - 5.81, Verdict.NO_DIFFERENCE_SHOWN),
        (Wanted.DOWN, 2 - 5.82, Verdict.IMPROVED),
    ],
)
def test_only_a_whole_interval_on_the_wanted_side_is_better(wanted: Wanted, by: float, verdict: Verdict) -> None:
    effect = measure_effect(study(moved(60, by), *OTHERS, since=5, wanted=wanted))
    assert effect.verdict is verdict
    close(effect.effect, by - 2, by - 2 - REACH, by - 2 + REACH)


def test_a_fall_that_the_others_had_too_is_no_success() -> None:
    others = [moved(20, -8), moved(30, -9), moved(40, -10), moved(50, -11)]
    effect = measure_effect(study(moved(60, -9), *others, since=5))
    assert effect.verdict is Verdict.NO_DIFFERENCE_SHOWN
    assert effect.estimate == pytest.approx(0.5)
    assert effect.means.treated_after == 51


def test_two_adopters_are_averaged_and_measured_by_the_others() -> None:
    """Adopters fell by 2 and 14 (mean 8): that they differ is no noise; 1/2 + 1/4 instead of 1 + 1/4."""
    effect = measure_effect(study(moved(60, -2), moved(70, -14), *OTHERS, since=5, treated=(2, 1)))
    reach = 3.182446305284263 * (8 / 3 * (1 / 2 + 1 / 4)) ** 0.5
    close(effect.effect, -10, -10 - reach, -10 + reach)
    assert effect.treated_units == (1, 2)


def test_a_level_of_its_own_widens_the_interval() -> None:
    effect = measure_effect(study(moved(60, -8), *OTHERS, since=5, limits=Limits(level=0.99)))
    reach = REACH / 3.182446305284263 * 5.840909309733355
    close(effect.effect, -10, -10 - reach, -10 + reach)
    assert effect.level == 0.99


def test_the_order_of_the_observations_does_not_matter() -> None:
    rows = observed(moved(60, -8.3), *OTHERS)
    shuffled = rows[:]
    random.Random(4).shuffle(shuffled)  # noqa: S311 - an order, no secret
    build = {"treated": [1], "since": 5, "wanted": Wanted.DOWN, "measured_in": "poin"}
    assert measure_effect(Study.build(rows, **build)) == measure_effect(Study.build(shuffled, **build))  # type: ignore[arg-type]


def test_periods_of_settling_in_are_left_out() -> None:
    treated, others = [*moved(60, 40, after=1), 52, 52], [[*row[:4], 99, *row[4:]] for row in OTHERS]
    effect = measure_effect(study(treated, *others, since=5, settling=1))
    close(effect.effect, -10, -10 - REACH, -10 + REACH)
    assert (effect.points.before, effect.points.after, effect.missing) == (4, 2, 0)


@pytest.mark.parametrize(
    ("target", "wanted", "reached"), [(52, Wanted.DOWN, True), (51, Wanted.DOWN, False), (51, Wanted.UP, True)]
)
def test_a_target_is_held_against_the_last_value(target: float, wanted: Wanted, reached: bool) -> None:
    assert measure_effect(study(moved(60, -8), *OTHERS, since=5, wanted=wanted, target=target)).target_reached is reached


def test_a_target_that_was_not_stated_is_not_reached_and_not_missed() -> None:
    assert measure_effect(study(moved(60, -8), *OTHERS, since=5)).target_reached is None


@pytest.mark.parametrize(("baseline", "notes"), [(60, ()), (61, (Note.BASELINE_DIFFERS,)), (59, (Note.BASELINE_DIFFERS,))])
def test_a_stated_baseline_that_the_data_contradict_is_named(baseline: float, notes: tuple[Note, ...]) -> None:
    assert measure_effect(study(moved(60, -8), *OTHERS, since=5, baseline=baseline)).notes == notes


SLOPES = [0.0, 0.1, -0.1, 0.0]
"""Slopes of the comparison units before: mean 0, standard deviation √(0.02 / 3)."""


def leaning(slope: float, by: float, *, before: int = 5) -> Study:
    """Return a study whose adopter moves by ``slope`` a period before, then stands ``by`` above its last value."""
    series = [[60 + slope * at for at in range(before)] + [60 + slope * (before - 1) + by] * 2]
    for lean, row in zip(SLOPES, OTHERS, strict=True):
        series.append([row[0] + lean * at for at in range(before)] + [row[0] + lean * (before - 1) + row[-1] - row[0]] * 2)
    return study(*series, since=before + 1)


def test_an_adopter_that_ran_away_before_has_no_interval() -> None:
    """Allowed at 90 %: 2.3534 · √(0.02 / 3 · 1.25) = 0.2148 a period."""
    effect = measure_effect(leaning(-0.22, -8))
    assert (effect.verdict, effect.effect, effect.reasons) == (Verdict.UNPROVEN, None, (Reason.COMPARISON_NOT_PARALLEL,))
    allowed = 2.3533634348018264 * (0.02 / 3 * 1.25) ** 0.5
    close(effect.apart, -0.22, -0.22 - allowed, -0.22 + allowed)
    assert measure_effect(leaning(-0.21, -8)).verdict is Verdict.IMPROVED


def test_a_drift_that_would_explain_it_all_and_is_not_ruled_out_is_noted() -> None:
    """The interval ends near zero: a small slope all along would be enough."""
    effect = measure_effect(leaning(-0.2, -4))
    assert effect.tipping is not None
    assert effect.apart is not None
    assert effect.apart.low <= effect.tipping < 0
    assert (effect.verdict, effect.notes) == (Verdict.IMPROVED, (Note.TREND_NOT_RULED_OUT,))


def test_an_adopter_much_noisier_than_the_others_has_no_interval() -> None:
    rng = np.random.default_rng(1)
    table = rng.standard_normal((9, 16))
    table[0, :8] = [9, -9, 9, -9, -9, 9, -9, 9]
    effect = measure_effect(study(*table.tolist(), since=9))
    assert (effect.verdict, effect.effect, effect.reasons) == (Verdict.UNPROVEN, None, (Reason.NOISE_DIFFERS,))


def lines(departure: float) -> Study:
    """Return units that each follow a line of their own, then depart from it by ``departure``, 0, 2, 2 and 4."""
    slopes, departures = [-1, 2, 3, -2, 0.5], [departure, 0, 2, 2, 4]
    series = [
        [10 * unit + slope * at + (by if at >= 8 else 0) for at in range(10)]
        for unit, (slope, by) in enumerate(zip(slopes, departures, strict=True))
    ]
    return study(*series, since=9, design=Design.TREND)


def test_units_on_lines_of_their_own_are_compared_by_how_they_leave_them() -> None:
    effect = measure_effect(lines(-8))
    assert (effect.verdict, effect.method) == (Verdict.IMPROVED, Method.CONTROLLED_TREND)
    close(effect.effect, -10, -10 - REACH, -10 + REACH)
    close(effect.step, -10, -10 - REACH, -10 + REACH)
    assert effect.slope is None  # nobody's slope changed: no noise to measure it by
    assert effect.points.needed_before == 8
    assert effect.tipping is None


def test_the_same_units_are_not_parallel_for_the_plain_comparison() -> None:
    series = [[unit * 10.0 + slope * at for at in range(10)] for unit, slope in enumerate([-9, 0.1, 0, 0.2, -0.1])]
    effect = measure_effect(study(*series, since=9))
    assert (effect.verdict, effect.effect) == (Verdict.UNPROVEN, None)
    assert effect.reasons == (Reason.COMPARISON_NOT_PARALLEL, Reason.NOISE_DIFFERS)  # a slope of its own looks like noise too


def test_a_bend_before_forbids_to_draw_the_line_on() -> None:
    rng = np.random.default_rng(2)
    table = rng.standard_normal((7, 16)) / 10
    table[0] += np.arange(16.0) ** 2 / 10
    effect = measure_effect(study(*table.tolist(), since=11, design=Design.TREND))
    assert Reason.TREND_NOT_STRAIGHT in effect.reasons
    assert (effect.verdict, effect.effect) == (Verdict.UNPROVEN, None)


def noise(units: int, periods: int, seed: int = 3) -> NDArray[np.float64]:
    """Return independent normal noise."""
    return np.random.default_rng(seed).standard_normal((units, periods))


def reference(series: NDArray[np.float64], before: int, level: float = 0.95) -> tuple[float, float, float]:
    """Return the mean departure from the line before by whole covariance matrices and another library's curves."""
    count = len(series)
    time, after = np.arange(count, dtype=float), np.arange(count) >= before
    design = np.column_stack([np.ones(count), time, after, after * (time - time[after].mean())])
    logs, centres, scales = [], [], []
    for rho, prior in zip(PERSISTENCE, TREND_WEIGHTS, strict=True):
        cover = rho ** np.abs(time[:, None] - time)
        inverse = np.linalg.inv(cover)
        gram = design.T @ inverse @ design
        answer = np.linalg.solve(gram, design.T @ inverse @ series)
        rest = (series - design @ answer) @ inverse @ (series - design @ answer)
        logs.append(
            np.log(prior) - np.linalg.slogdet(cover)[1] / 2 - np.linalg.slogdet(gram)[1] / 2 - (count - 4) / 2 * np.log(rest)
        )
        centres.append(answer[2])
        scales.append(np.sqrt(rest / (count - 4) * np.linalg.inv(gram)[2, 2]))
    weight = np.exp(np.array(logs) - max(logs))
    weight /= weight.sum()

    def below(at: float, chance: float) -> float:
        return float(weight @ stats.t.cdf((at - np.array(centres)) / np.array(scales), count - 4)) - chance

    ends = [optimize.brentq(below, -99, 99, args=(chance,), xtol=1e-12) for chance in ((1 - level) / 2, (1 + level) / 2)]
    return float(weight @ centres), ends[0], ends[1]


def test_a_series_alone_agrees_with_whole_covariance_matrices() -> None:
    series = noise(1, 32)[0] + np.where(np.arange(32) >= 20, -5, 0)
    effect = measure_effect(study(series.tolist(), since=21))
    close(effect.effect, *reference(series, 20))
    assert effect.method is Method.SERIES_ALONE


@pytest.mark.parametrize("wanted", Wanted)
def test_without_comparison_a_change_is_never_called_better_or_worse(wanted: Wanted) -> None:
    series = noise(1, 32)[0] + np.where(np.arange(32) >= 20, -5, 0)
    effect = measure_effect(study(series.tolist(), since=21, wanted=wanted))
    assert (effect.verdict, effect.reasons) == (Verdict.CHANGED_CAUSE_UNPROVEN, (Reason.NO_COMPARISON,))
    assert effect.interval is not None
    assert effect.interval[1] < 0
    assert effect.step is not None
    assert effect.step.high < 0


def test_without_comparison_and_without_change_nothing_is_proven() -> None:
    effect = measure_effect(study(noise(1, 32)[0].tolist(), since=21))
    assert (effect.verdict, effect.reasons) == (Verdict.UNPROVEN, (Reason.NO_COMPARISON,))
    assert effect.effect is not None
    assert effect.effect.low < 0 < effect.effect.high


def test_a_long_series_beside_two_units_counts_as_compared() -> None:
    table = noise(3, 36, seed=6)
    walk = noise(1, 36, seed=8)[0].cumsum() * 3
    table += walk  # moves all alike
    table[0, 20:] -= 4
    effect = measure_effect(study(*table.tolist(), since=21))
    assert (effect.verdict, effect.method, effect.reasons) == (Verdict.IMPROVED, Method.CONTROLLED_SERIES, ())
    assert effect.effect is not None
    assert effect.effect.low < -4 < effect.effect.high
    away = table[0] - table[1:].mean(axis=0)
    same = measure_effect(study(away.tolist(), (0 * away).tolist(), since=21))
    close(same.effect, *dataclasses.astuple(effect.effect))


def test_a_random_walk_is_too_slow_to_tell() -> None:
    effect = measure_effect(study(noise(1, 36, seed=5)[0].cumsum().tolist(), [0.0] * 36, since=25))
    assert (effect.verdict, effect.effect) == (Verdict.UNPROVEN, None)
    assert Reason.TOO_PERSISTENT in effect.reasons
    assert effect.persistence is not None
    assert effect.persistence > 0.75


def test_moving_the_truth_moves_the_interval_and_nothing_else() -> None:
    """Why coverage may be measured without an effect: an added effect shifts estimate and ends alike."""
    for table, since in ((noise(6, 14, seed=4), 9), (noise(3, 36), 21)):
        plain = measure_effect(study(*table.tolist(), since=since))
        table[0, since - 1 :] += 7
        shifted = measure_effect(study(*table.tolist(), since=since))
        assert plain.effect is not None
        close(shifted.effect, *(number + 7 for number in dataclasses.astuple(plain.effect)))


def test_student_curves_agree_with_another_library() -> None:
    at = np.linspace(-30, 30, 121)
    for freedom in (*range(1, 40), 300):
        assert probability(at, freedom) == pytest.approx(stats.t.cdf(at, freedom), abs=1e-12)
        assert density(at, freedom) == pytest.approx(stats.t.pdf(at, freedom), abs=1e-12)
        for chance in (0.0005, 0.025, 0.5, 0.95, 0.9995):
            assert quantile(chance, freedom) == pytest.approx(stats.t.ppf(chance, freedom), rel=1e-9, abs=1e-9)


def test_quantiles_of_a_mixture_far_apart() -> None:
    """Two narrow heaps at 0 and 100, a quarter and three quarters: the lower quarter ends between them."""
    weight, centre, scale = np.array([[0.25, 0.75]]), np.array([[0.0, 100.0]]), np.array([[0.1, 0.1]])
    low, high = (mixture_quantile(chance, weight, centre, scale, 50)[0] for chance in (0.125, 0.625))
    assert (low, high) == pytest.approx((0, 100), abs=1e-6)


def test_an_answer_is_the_same_twice() -> None:
    def ask() -> Effect:
        return measure_effect(study(*noise(6, 14).tolist(), since=9))

    assert ask() == ask()
    assert Observation(1, 2, 3.0) == Observation(1, 2, 3.0, None, None)
