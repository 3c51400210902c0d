"""The NIP and the PPPK number: 18 digits, no check digit.

PNS: birth (8), year and month of appointment (6), sex (1 male, 2 female), serial (3). PPPK: birth (8), year of
appointment (4), two digits of code and frequency such as ``21`` — not a month —, sex, serial.
"""

import re
from dataclasses import dataclass
from datetime import date

_PREFIX = re.compile(r"^\s*(?:NIP|NI\s*PPPK|NIPPPK)\s*[.:]*\s*", re.IGNORECASE)
_MARKS = re.compile(r"[\s'’‘`´.\-]+")
_SCIENTIFIC = re.compile(r"\d[.,]?\d*[eE]\+?\d+")
LENGTH = 18


@dataclass(frozen=True, slots=True)
class Nip:
    """What a number says. ``sex`` is ``male`` or ``female``; ``start`` is the month of appointment (PNS only)."""

    digits: str
    birth: date
    start: date | None
    sex: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a number cannot be right: the code of the finding."""

    code: str


def without_prefix(written: str) -> str:
    """Return the number as written, without a leading ``NIP.``."""
    return _PREFIX.sub("", written).strip()


def clean(written: str) -> tuple[str, bool]:
    """Return (the number without apostrophes, blanks, dots and dashes; whether any had to go)."""
    bare = without_prefix(written)
    digits = _MARKS.sub("", bare)
    return digits, digits != bare


def looks_like_nip(written: str) -> bool:
    """True for text that is a number of this kind, right or wrong: at least 15 digits or the word NIP before digits."""
    digits, _marks = clean(written)
    return digits.isdigit() and (len(digits) >= 15 or bool(_PREFIX.match(written)))


def is_pppk(digits: str) -> bool | None:
    """Tell from digits 13–14: a month means PNS, 21 and more PPPK; None when neither fits."""
    if len(digits) != LENGTH or not digits.isdigit():
        return None
    part = int(digits[12:14])
    if 1 <= part <= 12:
        return False
    return True if part >= 21 else None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _shape(digits: str) -> Fault | None:
    if not digits:
        return Fault("nip_missing")
    if _SCIENTIFIC.fullmatch(digits):
        return Fault("nip_as_number")
    if not (digits.isascii() and digits.isdigit()):
        return Fault("nip_not_digits")
    if len(digits) != LENGTH:
        return Fault("nip_17_digits" if len(digits) == LENGTH - 1 else "nip_length")
    return None


def judge(digits: str, *, pppk: bool) -> Nip | Fault:
    """Read a cleaned number, or say what is wrong with it."""
    if fault := _shape(digits):
        return fault
    birth = _date(digits[:4], digits[4:6], digits[6:8])
    if birth is None:
        return Fault("nip_birth_invalid")
    start = None if pppk else _date(digits[8:12], digits[12:14], "01")
    if not pppk and start is None:
        return Fault("nip_month_13")
    if digits[14] not in "12":
        return Fault("nip_sex_digit")
    return Nip(digits=digits, birth=birth, start=start, sex="male" if digits[14] == "1" else "female")
