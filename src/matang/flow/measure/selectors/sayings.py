"""Answers of the engine in the reader's language: templates with their numbers, kept as they were meant."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext

from matang.engine.effect import Reason, Saying
from matang.ui.formats import angka

MOST_DECIMALS = 9
RANGE = ("low", "high")


def kept(saying: Saying) -> dict[str, object]:
    """Return a sentence to be stored."""
    return {"text": saying.template, "with": dict(saying.places)}


def told(stored: Mapping[str, Any]) -> str:
    """Return a stored sentence in the active language, its numbers as an office writes them, both ends of a range alike."""
    places = stored["with"]
    ends = max((_decimals(places[name]) for name in RANGE if name in places), default=0)
    shown = {name: angka(value, ends) if name in RANGE else number(value) for name, value in places.items()}
    return gettext(stored["text"]) % shown


def number(value: object) -> str:
    """Return a number with the decimals it has; a text as it stands."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return angka(value, _decimals(value))


def _decimals(value: float) -> int:
    exponent = Decimal(str(value)).normalize().as_tuple().exponent
    return min(MOST_DECIMALS, max(0, -exponent)) if isinstance(exponent, int) else 0


def way_out(reason: str, figures: Mapping[str, Any]) -> str:
    """Return what would have to be there for an answer, for one reason that stands against it; empty when nothing helps."""
    lacking_after = max(0, figures.get("needed_after", 0) - figures.get("after", 0))
    lacking_before = max(0, figures.get("needed_before", 0) - figures.get("before", 0))
    units = max(0, 4 - len(figures.get("comparison_units", ())))
    ways: dict[str, str] = {
        Reason.SMALL_NUMBERS: gettext(
            "Gabungkan beberapa periode atau beberapa unit menjadi satu deret, sehingga setiap nilai dihitung dari sedikitnya 30."
        ),
        Reason.NO_BASELINE: gettext(
            "Isi nilai periode-periode sebelum penerapan dari arsip, atau catat nilai awal indikatornya."
        ),
        Reason.TOO_FEW_POINTS_BEFORE: gettext("Isi %(n)s periode lagi dari waktu sebelum penerapan.")
        % {"n": angka(lacking_before)},
        Reason.TOO_FEW_POINTS_AFTER: gettext("Tunggu dan isi %(n)s periode lagi sesudah penerapan.")
        % {"n": angka(lacking_after)},
        Reason.NO_COMPARISON: gettext("Pilih sedikitnya empat unit atau kota lain yang tidak menerapkannya sebagai pembanding."),
        Reason.TOO_FEW_COMPARISONS: gettext(
            "Tambah %(n)s pembanding lagi; dengan empat pembanding, cukup empat periode sebelum dan dua periode sesudah."
        )
        % {"n": angka(units)},
        Reason.MISSING_TOO_MANY: gettext("Lengkapi periode yang kosong pada deret ini dan pembandingnya."),
        Reason.NO_VARIATION: gettext(
            "Periksa apakah nilainya benar terukur setiap periode dan bukan salinan periode sebelumnya."
        ),
        Reason.COMPARISON_NOT_PARALLEL: gettext(
            "Pada pertanyaan berikutnya pilih pembanding yang geraknya serupa sebelum penerapan, atau cara kedua."
        ),
        Reason.TREND_NOT_STRAIGHT: gettext("Perlu deret yang lebih panjang sebelum penerapan."),
        Reason.NOISE_DIFFERS: gettext("Isi pembilang dan penyebut semua deret, atau pilih pembanding yang sebesar unit ini."),
        Reason.TOO_PERSISTENT: gettext("Perlu pembanding sedikitnya empat; deret sendiri terlalu lambat berubah."),
    }
    return ways.get(reason, "")


def decimals_for(low: float, high: float) -> int:
    """Return the decimals with which an interval is shown: two digits of half its width."""
    half = abs(high - low) / 2
    places = 0
    while half and half < 10 and places < MOST_DECIMALS:
        half *= 10
        places += 1
    return places
