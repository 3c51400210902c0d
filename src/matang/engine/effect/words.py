"""The answer in words: templates with their numbers, for translation and for keeping. Never a ready sentence."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matang.engine.effect.result import Method, Note, Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matang.engine.effect.result import Effect, Interval

Number = int | float
MOST_DECIMALS = 9


def N_(text: str) -> str:  # noqa: N802 - the customary name of the mark for translation
    """Mark a text for translation without translating it."""
    return text


TEMPLATES = {
    "improved_up": N_(
        "Membaik: sesudah penerapan, angkanya antara %(low)s dan %(high)s %(unit)s lebih tinggi daripada bila bergerak seperti"
        " pembanding."
    ),
    "improved_down": N_(
        "Membaik: sesudah penerapan, angkanya antara %(low)s dan %(high)s %(unit)s lebih rendah daripada bila bergerak seperti"
        " pembanding."
    ),
    "worsened_up": N_(
        "Memburuk: sesudah penerapan, angkanya antara %(low)s dan %(high)s %(unit)s lebih tinggi daripada bila bergerak seperti"
        " pembanding."
    ),
    "worsened_down": N_(
        "Memburuk: sesudah penerapan, angkanya antara %(low)s dan %(high)s %(unit)s lebih rendah daripada bila bergerak seperti"
        " pembanding."
    ),
    "no_difference_shown": N_(
        "Perbedaan belum terlihat: sesudah penerapan, angkanya antara %(low)s %(unit)s lebih rendah dan %(high)s %(unit)s lebih"
        " tinggi daripada bila bergerak seperti pembanding. Ini bukan bukti bahwa penerapan tidak berpengaruh."
    ),
    "changed_up": N_(
        "Berubah, sebabnya belum terbukti: sesudah penerapan, angkanya antara %(low)s dan %(high)s %(unit)s lebih tinggi daripada"
        " arah geraknya semula."
    ),
    "changed_down": N_(
        "Berubah, sebabnya belum terbukti: sesudah penerapan, angkanya antara %(low)s dan %(high)s %(unit)s lebih rendah daripada"
        " arah geraknya semula."
    ),
    "unproven_between": N_(
        "Belum terbukti: sesudah penerapan, angkanya antara %(low)s %(unit)s lebih rendah dan %(high)s %(unit)s lebih tinggi"
        " daripada arah geraknya semula."
    ),
    "unproven": N_("Belum terbukti."),
    "confidence": N_("Rentang itu dihitung dengan tingkat keyakinan %(level)s persen."),
    "basis": N_("Dihitung dari %(before)s periode sebelum dan %(after)s periode sesudah penerapan, dengan %(units)s pembanding."),
    "basis_alone": N_("Dihitung dari %(before)s periode sebelum dan %(after)s periode sesudah penerapan."),
    Reason.SMALL_NUMBERS: N_("Jumlah orang atau kejadiannya terlalu kecil untuk disimpulkan."),
    "hidden": N_("Angkanya tidak ditampilkan karena jumlah orang atau kejadiannya terlalu kecil."),
    Reason.NO_BASELINE: N_("Keadaan awal sebelum penerapan tidak tercatat."),
    Reason.TOO_FEW_POINTS_BEFORE: N_("Data sebelum penerapan baru %(have)s periode; yang diperlukan %(needed)s."),
    Reason.TOO_FEW_POINTS_AFTER: N_("Data sesudah penerapan baru %(have)s periode; yang diperlukan %(needed)s."),
    Reason.NO_COMPARISON: N_("Pembanding tidak ada, jadi perubahan bisa saja mempunyai sebab lain."),
    Reason.TOO_FEW_COMPARISONS: N_(
        "Pembandingnya hanya %(units)s; dengan pembanding sesedikit itu diperlukan deret data yang lebih panjang."
    ),
    Reason.MISSING_TOO_MANY: N_("Terlalu banyak data yang kosong: %(percent)s persen periode tidak dapat dipakai."),
    Reason.NO_VARIATION: N_("Angka semua pembanding berubah persis sama, jadi naik turun yang wajar tidak dapat diukur."),
    "no_variation_alone": N_("Angkanya bergerak persis lurus, jadi naik turun yang wajar tidak dapat diukur."),
    Reason.COMPARISON_NOT_PARALLEL: N_("Sebelum penerapan pun angkanya sudah bergerak berbeda dari pembanding."),
    Reason.TREND_NOT_STRAIGHT: N_("Sebelum penerapan arah geraknya sudah berbelok, jadi tidak dapat diteruskan begitu saja."),
    Reason.NOISE_DIFFERS: N_(
        "Angkanya naik turun jauh lebih besar daripada pembanding, jadi pembanding tidak dapat dijadikan ukuran."
    ),
    Reason.TOO_PERSISTENT: N_(
        "Angkanya berubah terlalu pelan dari periode ke periode; data sepanjang ini belum dapat membedakan pengaruh dari gerak"
        " biasa."
    ),
    "tipping_up": N_(
        "Kesimpulan ini gugur bila tanpa penerapan pun angkanya naik %(tipping)s %(unit)s lebih cepat tiap periode daripada"
        " pembanding; data sebelum penerapan tidak menunjukkan gerak sebesar itu."
    ),
    "tipping_down": N_(
        "Kesimpulan ini gugur bila tanpa penerapan pun angkanya turun %(tipping)s %(unit)s lebih cepat tiap periode daripada"
        " pembanding; data sebelum penerapan tidak menunjukkan gerak sebesar itu."
    ),
    "tipping_up_possible": N_(
        "Hati-hati: kesimpulan ini gugur bila tanpa penerapan pun angkanya naik %(tipping)s %(unit)s lebih cepat tiap periode"
        " daripada pembanding, dan data sebelum penerapan belum menyingkirkan kemungkinan itu."
    ),
    "tipping_down_possible": N_(
        "Hati-hati: kesimpulan ini gugur bila tanpa penerapan pun angkanya turun %(tipping)s %(unit)s lebih cepat tiap periode"
        " daripada pembanding, dan data sebelum penerapan belum menyingkirkan kemungkinan itu."
    ),
    Note.BASELINE_DIFFERS: N_(
        "Nilai awal yang tercatat pada indikator, %(baseline)s %(unit)s, di luar rentang data sebelum penerapan."
    ),
    Note.COMPARISONS_LEFT_OUT: N_("%(left_out)s pembanding tidak dipakai karena datanya kosong atau jumlahnya terlalu kecil."),
    "target_reached": N_("Target %(target)s %(unit)s tercapai pada data terakhir."),
    "target_missed": N_("Target %(target)s %(unit)s belum tercapai pada data terakhir."),
}
"""Every text that an answer may use."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence as it was meant: its code and what stands in its places (numbers rounded, the unit as given)."""

    code: str
    places: tuple[tuple[str, Number | str], ...] = ()

    @property
    def template(self) -> str:
        """Return the Indonesian source text with named places, for translation."""
        return TEMPLATES[self.code]


def in_words(effect: Effect) -> tuple[Saying, ...]:
    """Return the answer sentence by sentence: the verdict, its ground, what stands against it, what else to know."""
    return (*_verdict(effect), *_reasons(effect), *_tipping(effect), *_notes(effect))


def decimals(interval: Interval) -> int:
    """Return how many decimals to show: two digits of half the width, more only so that no end beside zero becomes 0."""
    digits = _digits(abs(interval.high - interval.low) / 2, 2)
    near = min(abs(interval.low), abs(interval.high)) if interval.low * interval.high > 0 else 0.0
    while near and not round(near, digits) and digits < MOST_DECIMALS:
        digits += 1
    return digits


def _digits(size: float, wanted: int) -> int:
    """Return the decimals that show so many leading digits of a number; 0 for large ones."""
    return min(MOST_DECIMALS, max(0, wanted - 1 - math.floor(math.log10(size)))) if size else 0


def _rounded(number: float, digits: int) -> Number:
    value = round(number, digits)
    return int(value) if value == int(value) else value


def _verdict(effect: Effect) -> Iterator[Saying]:
    if effect.effect is None:
        yield Saying("unproven")
        return
    low, high = effect.effect.low, effect.effect.high
    digits = decimals(effect.effect)
    ends = sorted((_rounded(abs(low), digits), _rounded(abs(high), digits)))
    way = "up" if low > 0 else "down"
    if not (low > 0 or high < 0):
        ends = [_rounded(abs(low), digits), _rounded(abs(high), digits)]
        code = "no_difference_shown" if effect.verdict is Verdict.NO_DIFFERENCE_SHOWN else "unproven_between"
    elif effect.verdict is Verdict.CHANGED_CAUSE_UNPROVEN:
        code = f"changed_{way}"
    else:
        code = f"{effect.verdict.value}_{way}"
    yield Saying(code, (("low", ends[0]), ("high", ends[1]), ("unit", effect.measured_in)))
    yield Saying("confidence", (("level", _rounded(100 * effect.level, 1)),))
    points, units = (("before", effect.points.before), ("after", effect.points.after)), len(effect.comparison_units)
    yield Saying("basis", (*points, ("units", units))) if units else Saying("basis_alone", points)


def _reasons(effect: Effect) -> Iterator[Saying]:
    points, places = effect.points, dict[Reason, tuple[tuple[str, Number | str], ...]]()
    places[Reason.TOO_FEW_POINTS_BEFORE] = (("have", points.before), ("needed", points.needed_before))
    places[Reason.TOO_FEW_POINTS_AFTER] = (("have", points.after), ("needed", points.needed_after))
    places[Reason.TOO_FEW_COMPARISONS] = (("units", len(effect.comparison_units)),)
    places[Reason.MISSING_TOO_MANY] = (("percent", round(100 * effect.missing)),)
    by_time = effect.method in (Method.CONTROLLED_SERIES, Method.SERIES_ALONE)
    other = {
        Reason.SMALL_NUMBERS: "hidden" if effect.hidden else Reason.SMALL_NUMBERS,
        Reason.NO_VARIATION: "no_variation_alone" if by_time else Reason.NO_VARIATION,
    }
    for reason in effect.reasons:
        yield Saying(str(other.get(reason, reason)), places.get(reason, ()))


def _tipping(effect: Effect) -> Iterator[Saying]:
    if effect.tipping is not None:
        code = "tipping_up" if effect.tipping > 0 else "tipping_down"
        if Note.TREND_NOT_RULED_OUT in effect.notes:
            code += "_possible"
        size = abs(effect.tipping)
        yield Saying(code, (("tipping", _rounded(size, _digits(size, 2))), ("unit", effect.measured_in)))


def _notes(effect: Effect) -> Iterator[Saying]:
    if Note.BASELINE_DIFFERS in effect.notes and effect.baseline is not None:
        yield Saying(Note.BASELINE_DIFFERS, (("baseline", _rounded(effect.baseline, 6)), ("unit", effect.measured_in)))
    if Note.COMPARISONS_LEFT_OUT in effect.notes:
        yield Saying(Note.COMPARISONS_LEFT_OUT, (("left_out", len(effect.left_out)),))
    if effect.target_reached is not None and effect.target is not None:
        code = "target_reached" if effect.target_reached else "target_missed"
        yield Saying(code, (("target", _rounded(effect.target, 6)), ("unit", effect.measured_in)))
