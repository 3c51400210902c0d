"""What cannot be answered is refused with its reason, and what makes no sense with its field and place."""

import dataclasses
from typing import Any

import numpy as np
import pytest

from matang.engine.effect import (
    Design,
    EffectError,
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
from tests.engine.effect_cases import moved, observed, study

OTHERS = [moved(20, 0), moved(30, 2), moved(40, 2), moved(50, 4)]
GONE = float("nan")


def build(rows: list[Observation], **changed: Any) -> Study:
    """Return a study of these rows."""
    given: dict[str, Any] = {"treated": [1], "since": 5, "wanted": Wanted.DOWN, "measured_in": "poin", **changed}
    return Study.build(rows, **given)


@pytest.mark.parametrize(
    ("rows", "changed", "message"),
    [
        ([], {"treated": []}, "treated: at least one unit is needed"),
        ([], {"treated": [4, 1, 4]}, "treated: unit 4 stands twice"),
        ([], {"measured_in": " "}, "measured_in: a number without its unit says nothing"),
        ([], {"settling": -1}, "settling: -1 is less than 0"),
        ([], {"baseline": GONE}, "baseline: nan is not a number"),
        ([], {"target": float("inf")}, "target: inf is not a number"),
        (
            [Observation(1, 1, 3.0), Observation(1, 2, GONE)],
            {},
            "observations[1].value: nan is not a number; leave it empty when it is not known",
        ),
        (
            [Observation(1, 1, float("-inf"))],
            {},
            "observations[0].value: -inf is not a number; leave it empty when it is not known",
        ),
        ([Observation(1, 1, 3.0, -1, 9)], {}, "observations[0].numerator: -1 is less than 0"),
        ([Observation(1, 1, 3.0, 1, 9), Observation(1, 2, None, None, -2)], {}, "observations[1].denominator: -2 is less than 0"),
        ([Observation(1, 1, 3.0, 0, 0)], {}, "observations[0].denominator: 0 gives no value; leave the value empty"),
        (
            [Observation(1, 7, 3.0), Observation(2, 7, 3.0), Observation(1, 7, 4.0)],
            {},
            "observations[2]: unit 1 already has a value for period 7, observations[0]",
        ),
        (
            [Observation(1, 202401, 3.0), Observation(1, 5, 3.0)],
            {},
            "observations.period: 5 to 202401 are more than 600 periods; number them one after another",
        ),
    ],
)
def test_nonsense_is_refused_with_its_place(rows: list[Observation], changed: dict[str, Any], message: str) -> None:
    with pytest.raises(EffectError) as refusal:
        build(rows, **changed)
    assert str(refusal.value) == message


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("comparisons", 1, "limits.comparisons: 1 is less than 2"),
        ("before", 2, "limits.before: 2 is less than 3"),
        ("after", 0, "limits.after: 0 is less than 1"),
        ("missing", 1.1, "limits.missing: 1.1 is not between 0 and 1"),
        ("level", 1.0, "limits.level: 1.0 is not between 0.5 and 0.999"),
    ],
)
def test_limits_that_allow_anything_are_refused(name: str, value: float, message: str) -> None:
    with pytest.raises(EffectError) as refusal:
        Limits(**{name: value})  # type: ignore[arg-type]
    assert str(refusal.value) == message


def test_nothing_filled_in_is_no_baseline_and_no_comparison() -> None:
    effect = measure_effect(build([]))
    assert (effect.verdict, effect.effect) == (Verdict.UNPROVEN, None)
    assert effect.reasons == (Reason.NO_BASELINE, Reason.TOO_FEW_POINTS_AFTER, Reason.NO_COMPARISON)
    assert (effect.points, effect.means, effect.missing) == (Points(0, 0, 24, 6), Means(), 0)


def test_an_adopter_that_never_reported_still_has_its_comparisons() -> None:
    effect = measure_effect(study([None] * 6, *OTHERS, since=5))
    assert effect.reasons == (Reason.NO_BASELINE, Reason.TOO_FEW_POINTS_AFTER)
    assert effect.comparison_units == (2, 3, 4, 5)


def test_a_single_period_is_too_little_on_both_sides() -> None:
    effect = measure_effect(study(*([row[0]] for row in [moved(60, 0), *OTHERS]), since=1))
    assert effect.reasons == (Reason.NO_BASELINE, Reason.TOO_FEW_POINTS_AFTER)
    assert effect.points == Points(0, 1, 4, 2)
    assert effect.means == Means(None, 60, None, 35)


def test_a_stated_baseline_alone_is_too_few_points() -> None:
    effect = measure_effect(study(*(row[4:] for row in [moved(60, -8), *OTHERS]), since=1, baseline=60))
    assert effect.reasons == (Reason.TOO_FEW_POINTS_BEFORE,)
    assert (effect.verdict, effect.effect, effect.baseline) == (Verdict.UNPROVEN, None, 60)


@pytest.mark.parametrize(
    ("before", "after", "reasons"),
    [
        (3, 2, (Reason.TOO_FEW_POINTS_BEFORE,)),
        (4, 1, (Reason.TOO_FEW_POINTS_AFTER,)),
        (3, 1, (Reason.TOO_FEW_POINTS_BEFORE, Reason.TOO_FEW_POINTS_AFTER)),
        (4, 2, ()),
    ],
)
def test_the_boundary_of_enough_points(before: int, after: int, reasons: tuple[Reason, ...]) -> None:
    series = [moved(row[0], row[-1] - row[0], points=before, after=after) for row in [moved(60, -8), *OTHERS]]
    effect = measure_effect(study(*series, since=before + 1))
    assert effect.reasons == reasons
    assert (effect.effect is None) == bool(reasons)


@pytest.mark.parametrize(
    ("before", "after", "enough"), [(24, 6, True), (23, 6, False), (12, 18, True), (11, 30, False), (30, 5, False)]
)
def test_the_boundary_of_a_long_series(before: int, after: int, enough: bool) -> None:
    series = np.random.default_rng(9).standard_normal(before + after).tolist()
    effect = measure_effect(study(series, since=before + 1))
    few = {Reason.TOO_FEW_POINTS_BEFORE, Reason.TOO_FEW_POINTS_AFTER} & set(effect.reasons)
    assert (effect.effect is not None) is enough
    assert bool(few) is not enough
    assert effect.points.needed_before == max(12, 30 - max(after, 6))


def test_few_comparisons_and_a_short_series_say_both() -> None:
    effect = measure_effect(study(moved(60, -8), *OTHERS[:3], since=5))
    assert effect.method is Method.CONTROLLED_SERIES
    assert effect.reasons == (Reason.TOO_FEW_POINTS_BEFORE, Reason.TOO_FEW_POINTS_AFTER, Reason.TOO_FEW_COMPARISONS)
    assert effect.effect is None


def test_all_equal_gives_no_interval_of_no_width() -> None:
    effect = measure_effect(study(*[moved(7, 0)] * 5, since=5))
    assert (effect.verdict, effect.effect, effect.reasons) == (Verdict.UNPROVEN, None, (Reason.NO_VARIATION,))


def test_comparisons_that_all_move_alike_measure_no_noise() -> None:
    others = [moved(0.1 * unit, 0.7) for unit in range(4)]  # equal up to the dust of division
    effect = measure_effect(study(moved(60, -8), *others, since=5))
    assert (effect.effect, effect.reasons) == (None, (Reason.NO_VARIATION,))


@pytest.mark.parametrize("slope", [0.0, 0.3])
def test_a_series_without_any_noise_has_no_interval(slope: float) -> None:
    effect = measure_effect(study([slope * at for at in range(36)], since=25))
    assert effect.reasons == (Reason.NO_COMPARISON, Reason.NO_VARIATION)
    assert (effect.verdict, effect.effect) == (Verdict.UNPROVEN, None)


def test_a_period_the_adopter_missed_is_left_out_for_all() -> None:
    """The others rose in that period; without it the hand-worked case is as before."""
    treated = [60.0, 60.0, 60.0, 60.0, None, 52.0, 52.0]
    others = [[*row[:4], 500.0, *row[4:]] for row in OTHERS]
    effect = measure_effect(study(treated, *others, since=6))
    assert effect.estimate == pytest.approx(-10)
    assert (effect.points.before, effect.points.after) == (4, 2)
    assert effect.missing == pytest.approx(1 / 7)


def test_too_many_holes_are_too_many() -> None:
    treated = [60.0, None, 60.0, 60.0, None, 60.0, 52.0, 52.0]
    others = [[row[0]] * 6 + [row[-1]] * 2 for row in OTHERS]
    effect = measure_effect(study(treated, *others, since=7))
    assert (effect.verdict, effect.effect, effect.reasons) == (Verdict.UNPROVEN, None, (Reason.MISSING_TOO_MANY,))
    assert effect.missing == 0.25
    assert measure_effect(study(treated, *others, since=7, limits=Limits(missing=0.25))).effect is not None


def test_one_unit_full_of_holes_goes_rather_than_the_periods() -> None:
    effect = measure_effect(study(moved(60, -8), *OTHERS, [None, 1.0, None, 5.0, None, 9.0], since=5))
    assert effect.estimate == pytest.approx(-10)
    assert (effect.comparison_units, effect.left_out, effect.notes) == ((2, 3, 4, 5), (6,), (Note.COMPARISONS_LEFT_OUT,))


def test_one_hole_of_one_of_four_units_costs_a_period_not_the_unit() -> None:
    series = [moved(row[0], row[-1] - row[0], points=6) for row in [moved(60, -8), *OTHERS]]
    holed = [list[float | None](row) for row in series]
    holed[3][2] = None
    effect = measure_effect(study(*holed, since=7))
    assert (effect.points.before, effect.comparison_units, effect.missing) == (5, (2, 3, 4, 5), 1 / 8)
    assert effect.estimate == pytest.approx(-10)


def test_a_unit_without_any_value_is_left_out() -> None:
    effect = measure_effect(study(moved(60, -8), *OTHERS, [None] * 6, since=5))
    assert effect.left_out == (6,)
    assert effect.estimate == pytest.approx(-10)


def test_a_longer_history_of_the_others_is_no_hole() -> None:
    rows = observed(moved(60, -8), *OTHERS) + [Observation(unit, period, 1.0) for unit in (2, 3) for period in range(-9, 1)]
    effect = measure_effect(build(rows))
    assert effect.estimate == pytest.approx(-10)
    assert effect.missing == 0


def counted(rows: list[Observation], unit: int, period: int, above: int, below: int) -> list[Observation]:
    """Return the rows, one with its counts."""
    return [
        dataclasses.replace(row, numerator=above, denominator=below) if (row.unit, row.period) == (unit, period) else row
        for row in rows
    ]


ROWS = observed(moved(60, -8), *OTHERS)


@pytest.mark.parametrize(
    ("above", "below", "hidden", "small"),
    [
        (50, 100, False, False),
        (5, 100, False, False),
        (4, 100, True, True),  # four people can be pointed at
        (1, 100, True, True),
        (0, 100, False, False),  # nobody is nobody
        (96, 100, True, True),  # four who are not
        (95, 100, False, False),
        (100, 100, False, False),
        (2, 4, True, True),
        (20, 30, False, False),
        (20, 29, False, True),  # enough to show, too few to conclude
        (120, 100, False, False),  # events, more than people
    ],
)
def test_small_counts_of_the_adopter(above: int, below: int, hidden: bool, small: bool) -> None:
    effect = measure_effect(build(counted(ROWS, 1, 5, above, below), target=52, baseline=60))
    assert effect.hidden is hidden
    assert effect.reasons == ((Reason.SMALL_NUMBERS,) if small else ())
    assert (effect.effect is None) is small
    if hidden:
        assert (effect.means, effect.apart, effect.target_reached, effect.baseline) == (Means(), None, None, None)
        assert (effect.step, effect.slope, effect.tipping, effect.persistence) == (None, None, None, None)
    else:
        assert effect.means.treated_after == 52


def test_small_counts_in_a_period_that_is_not_used_hide_nothing() -> None:
    rows = [*ROWS, Observation(1, 7, None, 2, 3)]
    assert measure_effect(build(rows)).verdict is Verdict.IMPROVED


def test_a_small_comparison_unit_is_left_out() -> None:
    rows = [*ROWS, *(Observation(6, period, 9.0, 9, 29) for period in range(1, 7))]
    effect = measure_effect(build(rows))
    assert (effect.left_out, effect.comparison_units) == ((6,), (2, 3, 4, 5))
    assert effect.estimate == pytest.approx(-10)


def test_small_counts_of_the_only_comparison_hide_it_too() -> None:
    table = np.random.default_rng(8).standard_normal((2, 36))
    rows = counted(observed(*table.tolist()), 2, 30, 3, 500)
    effect = measure_effect(build(rows, since=21))
    assert (effect.hidden, effect.means, effect.reasons) == (True, Means(), (Reason.SMALL_NUMBERS,))


def test_what_smallness_adds_is_in_the_interval() -> None:
    """Shares of 100 against shares of 10,000, in percent; p = ¼ of each over all periods.

    A value of the adopter varies by 100² · ¼ · ¾ / 100 = 18.75, one of the others by 0.1875. The mean of two minus the
    mean of four: times (1/2 + 1/4). So 0.75 · 18.5625 = 13.921875 are added to 6 · 5/4 = 7.5 (changes 0, 3, 3, 6).
    """
    rows = []
    for unit, change in {1: 0, 2: 0, 3: 3, 4: 3, 5: 6}.items():
        below = 100 if unit == 1 else 10_000
        values = [25 - change // 3] * 4 + [25 + change * 2 // 3] * 2
        rows += [Observation(unit, at, value, value * below // 100, below) for at, value in enumerate(values, start=1)]
    effect = measure_effect(build(rows))
    assert int(3 * (1 + 13.921875 / 7.5) ** 2) == 24
    assert effect.effect is not None
    reach = 2.0638985616280205 * (7.5 + 13.921875) ** 0.5  # Student's 97.5 % point for 24
    assert dataclasses.astuple(effect.effect) == pytest.approx((-3, -3 - reach, -3 + reach), rel=1e-9)


def test_one_point_after_is_allowed_when_the_limits_say_so() -> None:
    rng = np.random.default_rng(3)
    effect = measure_effect(
        study(*rng.standard_normal((6, 10)).tolist(), since=10, design=Design.TREND, limits=Limits(after=1, check=0.999))
    )
    assert effect.effect is not None
    assert (effect.step, effect.slope) == (None, None)
