"""Months, quarters and years as whole numbers one after another, and back."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from matang.flow.measure.choices import PeriodKind
from matang.ui.formats import MONTHS, language

LENGTHS: dict[str, int] = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.YEAR: 12}
ROMAN = ("I", "II", "III", "IV")


def number_of(kind: str, day: date) -> int:
    """Return the number of the period that holds ``day``; neighbours differ by one."""
    return (day.year * 12 + day.month - 1) // LENGTHS[kind]


def start_of(kind: str, number: int) -> date:
    """Return the first day of a period."""
    year, month = divmod(number * LENGTHS[kind], 12)
    return date(year, month + 1, 1)


def end_of(kind: str, number: int) -> date:
    """Return the last day of a period."""
    return start_of(kind, number + 1) - timedelta(days=1)


def last_whole(kind: str, day: date) -> int:
    """Return the newest period that has ended by the evening of ``day``."""
    return number_of(kind, day + timedelta(days=1)) - 1


def period_name(kind: str, start: date) -> str:
    """Return ``Maret 2026``, ``Triwulan I 2026`` or ``2026``."""
    if kind == PeriodKind.YEAR:
        return str(start.year)
    if kind == PeriodKind.QUARTER:
        return _("Triwulan %(number)s %(year)s") % {"number": ROMAN[(start.month - 1) // 3], "year": start.year}
    return f"{MONTHS[language()][start.month - 1]} {start.year}"
