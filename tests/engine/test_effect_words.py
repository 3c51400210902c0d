"""The answer in words: the template, its numbers, and never more than the interval allows."""

import dataclasses
import string

import numpy as np
import pytest

from matang.engine.effect import (
    TEMPLATES,
    Design,
    Effect,
    Interval,
    Limits,
    Note,
    Observation,
    Points,
    Reason,
    Saying,
    Study,
    Verdict,
    Wanted,
    in_words,
    measure_effect,
)
from matang.engine.effect.words import decimals
from tests.engine.effect_cases import moved, observed, study

OTHERS = [moved(20, 0), moved(30, 2), moved(40, 2), moved(50, 4)]


def told(effect: Effect) -> list[str]:
    """Return the sentences in the source language."""
    return [saying.template % dict(saying.places) for saying in in_words(effect)]


def test_an_improvement_is_told_with_its_interval_and_its_ground() -> None:
    effect = measure_effect(study(moved(60, -8), *OTHERS, since=5, target=52))
    assert in_words(effect)[0] == Saying("improved_down", (("low", 4.2), ("high", 15.8), ("unit", "poin")))
    assert told(effect) == [
        "Membaik: sesudah penerapan, angkanya antara 4.2 dan 15.8 poin lebih rendah daripada bila bergerak seperti pembanding.",
        "Rentang itu dihitung dengan tingkat keyakinan 95 persen.",
        "Dihitung dari 4 periode sebelum dan 2 periode sesudah penerapan, dengan 4 pembanding.",
        (
            "Kesimpulan ini gugur bila tanpa penerapan pun angkanya turun 1.4 poin lebih cepat tiap periode daripada pembanding;"
            " data sebelum penerapan tidak menunjukkan gerak sebesar itu."
        ),
        "Target 52 poin tercapai pada data terakhir.",
    ]


@pytest.mark.parametrize(
    ("wanted", "by", "start"),
    [
        (Wanted.UP, 12, "Membaik: sesudah penerapan, angkanya antara 4.2 dan 15.8 poin lebih tinggi "),
        (Wanted.UP, -8, "Memburuk: sesudah penerapan, angkanya antara 4.2 dan 15.8 poin lebih rendah "),
        (Wanted.DOWN, 12, "Memburuk: sesudah penerapan, angkanya antara 4.2 dan 15.8 poin lebih tinggi "),
        (
            Wanted.DOWN,
            3,
            "Perbedaan belum terlihat: sesudah penerapan, angkanya antara 4.8 poin lebih rendah dan 6.8 poin lebih tinggi ",
        ),
    ],
)
def test_each_direction_has_its_sentence(wanted: Wanted, by: float, start: str) -> None:
    sentences = told(measure_effect(study(moved(60, by), *OTHERS, since=5, wanted=wanted)))
    assert sentences[0].startswith(start)


def test_no_difference_shown_is_not_told_as_no_effect() -> None:
    first = told(measure_effect(study(moved(60, 3), *OTHERS, since=5)))[0]
    assert first.endswith("Ini bukan bukti bahwa penerapan tidak berpengaruh.")


def test_a_series_alone_is_told_as_unproven_with_what_is_seen() -> None:
    noise = np.random.default_rng(3).standard_normal(32)
    still = told(measure_effect(study(noise.tolist(), since=21)))
    assert still[0].startswith("Belum terbukti: sesudah penerapan, angkanya antara ")
    assert still[2:] == [
        "Dihitung dari 20 periode sebelum dan 12 periode sesudah penerapan.",
        "Pembanding tidak ada, jadi perubahan bisa saja mempunyai sebab lain.",
    ]
    fallen = told(measure_effect(study((noise - 5 * (np.arange(32) >= 20)).tolist(), since=21)))
    assert fallen[0].startswith("Berubah, sebabnya belum terbukti: ")
    assert " lebih rendah daripada arah geraknya semula." in fallen[0]
    assert fallen[-1] == "Pembanding tidak ada, jadi perubahan bisa saja mempunyai sebab lain."


def test_what_is_lacking_is_told_with_how_much() -> None:
    effect = measure_effect(study(*(row[2:] for row in [moved(60, -8), *OTHERS[:3]]), since=3))
    assert told(effect) == [
        "Belum terbukti.",
        "Data sebelum penerapan baru 2 periode; yang diperlukan 24.",
        "Data sesudah penerapan baru 2 periode; yang diperlukan 6.",
        "Pembandingnya hanya 3; dengan pembanding sesedikit itu diperlukan deret data yang lebih panjang.",
    ]


def test_missing_values_are_told_in_percent() -> None:
    treated = [60.0, None, 60.0, 60.0, None, 60.0, 52.0, 52.0]
    others = [[row[0]] * 6 + [row[-1]] * 2 for row in OTHERS]
    assert told(measure_effect(study(treated, *others, since=7))) == [
        "Belum terbukti.",
        "Terlalu banyak data yang kosong: 25 persen periode tidak dapat dipakai.",
    ]


def test_a_hidden_answer_tells_no_number_of_the_indicator() -> None:
    rows = [Observation(row.unit, row.period, row.value, 3, 700) for row in observed(moved(61, -8))] + [
        dataclasses.replace(row, unit=row.unit + 1) for row in observed(*OTHERS)
    ]
    asked = Study.build(rows, treated=[1], since=5, wanted=Wanted.DOWN, measured_in="poin", baseline=77, target=53)
    assert told(measure_effect(asked)) == [
        "Belum terbukti.",
        "Angkanya tidak ditampilkan karena jumlah orang atau kejadiannya terlalu kecil.",
    ]


def test_a_baseline_that_does_not_fit_and_units_left_out_are_told() -> None:
    effect = measure_effect(study(moved(60, -8), *OTHERS, [None] * 6, since=5, baseline=70.5, target=50))
    assert told(effect)[-3:] == [
        "Nilai awal yang tercatat pada indikator, 70.5 poin, di luar rentang data sebelum penerapan.",
        "1 pembanding tidak dipakai karena datanya kosong atau jumlahnya terlalu kecil.",
        "Target 50 poin belum tercapai pada data terakhir.",
    ]


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (1.234, 5.678, 1),
        (0.0004, 4.8, 4),  # an end beside zero never becomes 0
        (-0.0004, 4.8, 1),  # one on the other side may
        (-1234.5, 5678.9, 0),
        (0.00123, 0.00456, 4),
        (0.0, 0.0, 0),
    ],
)
def test_how_many_decimals_are_honest(low: float, high: float, shown: int) -> None:
    assert decimals(Interval((low + high) / 2, low, high)) == shown


def answer(verdict: Verdict, effect: Interval | None, **changed: object) -> Effect:
    """Return an answer made up for its sentences."""
    plain = measure_effect(study(moved(60, -8), *OTHERS, since=5))
    return dataclasses.replace(plain, verdict=verdict, effect=effect, tipping=None, **changed)  # type: ignore[arg-type]


def test_every_reason_and_every_note_has_its_sentence() -> None:
    for reason in Reason:
        sayings = in_words(answer(Verdict.UNPROVEN, None, reasons=(reason,)))
        assert [saying.code for saying in sayings] == ["unproven", reason.value]
        assert all(saying.template for saying in sayings)
    assert {Note.BASELINE_DIFFERS.value, Note.COMPARISONS_LEFT_OUT.value} < set(TEMPLATES)


def test_a_drift_that_is_not_ruled_out_is_a_warning() -> None:
    plain = measure_effect(study(moved(60, -8), *OTHERS, since=5))
    warned = in_words(dataclasses.replace(plain, notes=(Note.TREND_NOT_RULED_OUT,)))
    assert [saying.code for saying in warned][-1] == "tipping_down_possible"
    assert (warned[-1].template % dict(warned[-1].places)).startswith("Hati-hati: ")


def test_every_place_of_every_template_is_filled() -> None:
    """All texts are reached, and each with exactly the places it has."""
    seen: dict[str, Saying] = {}
    interval = Interval(2, 1, 3)
    sides = [interval, Interval(-2, -3, -1), Interval(0, -1, 1), None]
    for verdict in Verdict:
        for side in sides:
            if (side is None) != (verdict is Verdict.UNPROVEN) and not (verdict is Verdict.UNPROVEN and side is sides[2]):
                continue
            if verdict is Verdict.NO_DIFFERENCE_SHOWN and side is not sides[2]:
                continue
            for units in ((), (2,)):
                for tipping in (None, 1.0, -1.0):
                    for notes in ((), tuple(Note)):
                        for reached in (None, True, False):
                            made = dataclasses.replace(
                                answer(verdict, side, reasons=tuple(Reason), comparison_units=units, notes=notes),
                                target=1.0, baseline=2.0, tipping=tipping, target_reached=reached, hidden=tipping is None,
                                points=Points(1, 2, 3, 4),
                            )  # fmt: skip
                            seen.update({saying.code: saying for saying in in_words(made)})
    for saying in seen.values():
        places = {name for name, _ in saying.places}
        assert saying.template % dict(saying.places)
        assert {part.split(")")[0] for part in saying.template.split("%(")[1:]} == places
        assert not set(saying.template) & set(string.digits)
    assert set(TEMPLATES) - set(seen) == {"no_variation_alone"}
    flat = in_words(measure_effect(study([1.0] * 36, since=25, design=Design.TREND, limits=Limits())))
    assert flat[-1].code == "no_variation_alone"
