"""Cells: text, numbers and dates as files really hold them."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

Cell = str | float | int | bool | date
EXCEL_ZERO = date(1899, 12, 30)
SERIALS = range(3_000, 80_000)  # 1908 to 2119: what a date of birth or of appointment can be

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb pebruari peb", "maret mar", "april apr", "mei may", "juni jun", "juli jul",
            "agustus agu agt ags aug", "september sep sept", "oktober okt oct", "november nov nopember nop", "desember des dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})(?:[ T]00:00(?::00(?:\.0+)?)?)?")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})(?:[ T]00:00(?::00(?:\.0+)?)?)?")
_WORDED = re.compile(r"(\d{1,2})[\s-]+([A-Za-z]+)\.?[\s,-]+(\d{4})")
_SPACES = re.compile(r"\s+")


def as_text(cell: Cell) -> str:
    """Return a cell as a person would read it; an empty cell is ``""``."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, date):
        return cell.strftime("%d-%m-%Y")
    return str(cell)


def one_line(text: str) -> str:
    """Return text without line breaks and repeated blanks."""
    return _SPACES.sub(" ", text).strip()


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


@lru_cache(maxsize=65_536)
def _date_in(text: str) -> tuple[date | None, bool]:
    if found := _DAY_FIRST.fullmatch(text):
        return _day(found[3], found[2], found[1]), False
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(found[1], found[2], found[3]), False
    if found := _WORDED.fullmatch(text):
        month = MONTHS.get(found[2].lower())
        return (_day(found[3], month, found[1]) if month else None), False
    if text.isdigit() and len(text) <= 5 and int(text) in SERIALS:
        return EXCEL_ZERO + timedelta(days=int(text)), True
    return None, False


def as_date(cell: Cell) -> tuple[date | None, bool]:
    """Return (date, whether it was an Excel serial number). (None, False) = empty or not a date."""
    if isinstance(cell, datetime):
        return cell.date(), False
    if isinstance(cell, date):
        return cell, False
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        whole = int(cell)
        return (EXCEL_ZERO + timedelta(days=whole), True) if whole in SERIALS else (None, False)
    return _date_in(cell.strip()) if isinstance(cell, str) else (None, False)


def filled(cell: Cell) -> bool:
    """True when a cell holds something to read."""
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None
