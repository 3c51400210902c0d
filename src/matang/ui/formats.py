"""Dates and numbers as an Indonesian office writes them, and as an English reader expects them.

Every function takes what a template has (``None`` included) and returns text. What is not known is shown as a dash,
never as a zero.
"""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone
from django.utils.translation import get_language

UNKNOWN = "–"
MONTHS = {
    "id": (
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
SHORT_MONTHS = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
WEEKDAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}
SWAP = str.maketrans(",.", ".,")


def language() -> str:
    """Return ``"en"`` or ``"id"``, whatever variant is active."""
    return "en" if (get_language() or "id").startswith("en") else "id"


def tanggal(value: date | datetime | None, style: str = "long") -> str:
    """Return ``5 Maret 2026``; ``style`` may be ``long``, ``short`` (``5 Mar 2026``), ``full`` (with the weekday) or ``iso``."""
    if value is None or value == "":
        return UNKNOWN
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    if style == "iso":
        return f"{value:%Y-%m-%d}"
    spoken = language()
    months = SHORT_MONTHS if style == "short" else MONTHS
    text = f"{value.day} {months[spoken][value.month - 1]} {value.year}"
    return f"{WEEKDAYS[spoken][value.weekday()]}, {text}" if style == "full" else text


def waktu(value: datetime | None, style: str = "long") -> str:
    """Return ``5 Maret 2026, 14.30 WITA`` in the active time zone (``14:30`` in English)."""
    if value is None or value == "":
        return UNKNOWN
    if timezone.is_aware(value):
        value = timezone.localtime(value)
    separator = ":" if language() == "en" else "."
    offset = value.utcoffset()
    zone = ZONES.get(int(offset.total_seconds() // 3600), "") if offset is not None else ""
    return f"{tanggal(value, style)}, {value:%H}{separator}{value:%M} {zone}".rstrip()


def angka(value: float | Decimal | None, decimals: int | None = None) -> str:
    """Return ``1.234,5`` (``1,234.5`` in English); ``decimals`` fixes the places, else at most two and no empty ones."""
    if value is None or value == "":
        return UNKNOWN
    if isinstance(value, int) and decimals is None:
        text = f"{abs(value):,}"
    else:
        places = 2 if decimals is None else decimals
        number = abs(Decimal(str(value))).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        text = f"{number:,f}"
        if decimals is None and "." in text:
            text = text.rstrip("0").rstrip(".")
    sign = "−" if value < 0 and text.strip("0.,") else ""
    return sign + (text if language() == "en" else text.translate(SWAP))


def persen(value: float | Decimal | None, decimals: int | None = None) -> str:
    """Return a share (0.423) as ``42,3%``; at most one place unless ``decimals`` fixes them."""
    if value is None or value == "":
        return UNKNOWN
    share = Decimal(str(value)) * 100
    if decimals is None:
        share = share.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{angka(share, decimals)}%"


def rupiah(value: float | Decimal | None) -> str:
    """Return ``Rp1.500.000`` (``Rp1,500,000`` in English), cents only where there are any."""
    if value is None or value == "":
        return UNKNOWN
    text = angka(abs(value), None if value == int(value) else 2)
    return f"−Rp{text}" if value < 0 else f"Rp{text}"
