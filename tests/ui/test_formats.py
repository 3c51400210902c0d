"""Dates and numbers, exact, in both languages."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from matang.ui.formats import angka, persen, rupiah, tanggal, waktu

DAY = date(2026, 3, 5)
MOMENT = datetime(2026, 3, 5, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("style", "indonesian", "english"),
    [
        ("long", "5 Maret 2026", "5 March 2026"),
        ("short", "5 Mar 2026", "5 Mar 2026"),
        ("full", "Kamis, 5 Maret 2026", "Thursday, 5 March 2026"),
        ("iso", "2026-03-05", "2026-03-05"),
    ],
)
def test_a_date_is_written_as_the_language_writes_it(style: str, indonesian: str, english: str) -> None:
    with translation.override("id"):
        assert tanggal(DAY, style) == indonesian
    with translation.override("en"):
        assert tanggal(DAY, style) == english


@pytest.mark.parametrize(
    ("zone", "indonesian", "english"),
    [
        ("Asia/Jakarta", "5 Maret 2026, 13.30 WIB", "5 March 2026, 13:30 WIB"),
        ("Asia/Makassar", "5 Maret 2026, 14.30 WITA", "5 March 2026, 14:30 WITA"),
        ("Asia/Jayapura", "5 Maret 2026, 15.30 WIT", "5 March 2026, 15:30 WIT"),
        ("UTC", "5 Maret 2026, 06.30", "5 March 2026, 06:30"),
    ],
)
def test_a_time_says_its_zone(zone: str, indonesian: str, english: str) -> None:
    with timezone.override(ZoneInfo(zone)):
        with translation.override("id"):
            assert waktu(MOMENT) == indonesian
        with translation.override("en"):
            assert waktu(MOMENT) == english


def test_a_moment_shows_the_day_of_its_zone() -> None:
    late = datetime(2026, 3, 5, 20, 0, tzinfo=UTC)
    with timezone.override(ZoneInfo("Asia/Makassar")):
        assert tanggal(late) == "6 Maret 2026"


@pytest.mark.parametrize(
    ("value", "decimals", "indonesian", "english"),
    [
        (0, None, "0", "0"),
        (8421, None, "8.421", "8,421"),
        (1234567, None, "1.234.567", "1,234,567"),
        (1234.5, None, "1.234,5", "1,234.5"),
        (1234.0, None, "1.234", "1,234"),
        (Decimal("0.125"), None, "0,13", "0.13"),
        (2, 2, "2,00", "2.00"),
        (-1234.5, None, "−1.234,5", "−1,234.5"),
        (-0.001, None, "0", "0"),
        (1000000, 0, "1.000.000", "1,000,000"),
    ],
)
def test_a_number_has_the_separators_of_the_language(
    value: float | Decimal, decimals: int | None, indonesian: str, english: str
) -> None:
    with translation.override("id"):
        assert angka(value, decimals) == indonesian
    with translation.override("en"):
        assert angka(value, decimals) == english


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [(0.4235, "42,4%", "42.4%"), (1, "100%", "100%"), (0, "0%", "0%"), (-0.05, "−5%", "−5%")],
)
def test_a_share_is_written_in_percent(value: float, indonesian: str, english: str) -> None:
    with translation.override("id"):
        assert persen(value) == indonesian
    with translation.override("en"):
        assert persen(value) == english


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (1500000, "Rp1.500.000", "Rp1,500,000"),
        (Decimal("2500.5"), "Rp2.500,50", "Rp2,500.50"),
        (-750, "−Rp750", "−Rp750"),
        (0, "Rp0", "Rp0"),
    ],
)
def test_money_is_written_in_rupiah(value: int | Decimal, indonesian: str, english: str) -> None:
    with translation.override("id"):
        assert rupiah(value) == indonesian
    with translation.override("en"):
        assert rupiah(value) == english


@pytest.mark.parametrize("write", [tanggal, waktu, angka, persen, rupiah])
def test_what_is_not_known_is_a_dash_and_never_a_zero(write: object) -> None:
    assert callable(write)
    assert write(None) == "–"
