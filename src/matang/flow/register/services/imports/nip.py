"""The NIP and the NI PPPK as files write them: marks and slips of the hand, told apart by code.

What a right number looks like is the rule ``identity.is_nip_readable``; its conditions are asked here, its sentences are not.
"""

import re
from dataclasses import dataclass
from datetime import date

from matang.rules.core.facts import Case
from matang.rules.core.outcome import NO
from matang.rules.identity.is_nip_readable import BIRTH_DAY, LENGTH, RULE, SEX, START_FIRST, START_MONTH

_PREFIX = re.compile(r"^\s*(?:NIP|NI\s*PPPK|NIPPPK)\s*[.:]*\s*", re.IGNORECASE)
_MARKS = re.compile(r"[\s'’‘`´.\-]+")
_SCIENTIFIC = re.compile(r"\d[.,]?\d*[eE]\+?\d+")
_CODES = ("nip_not_digits", "nip_birth_invalid", "nip_month_13", "nip_sex_digit")
_CONDITIONS = tuple((criterion.condition, code) for criterion, code in zip(RULE.criteria, _CODES, strict=False))
_ANY_DAY = date.min  # these conditions ask for no number that changes with time
_MALE = 1
FIRST_PPPK_CODE = 21


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
    """Tell from the number where the file does not say: a month means PNS, a code from 21 on PPPK; None for neither."""
    if _shape(digits):
        return None
    if not _fault(_case(digits, "pns"), only="nip_month_13"):
        return False
    return True if START_MONTH.one(_case(digits, "pppk"))[0] >= FIRST_PPPK_CODE else None


def _case(digits: str, kind: str) -> Case:
    return Case({"nip": digits, "employment_kind": kind}, _ANY_DAY)


def _fault(case: Case, only: str = "") -> Fault | None:
    """Return what the rule's conditions have against a number, the first of them."""
    for condition, code in _CONDITIONS:
        if (not only or code == only) and condition.one(case) == NO:
            return Fault(code)
    return None


def _day(ends: tuple[int, int]) -> date | None:
    return date.fromordinal(ends[0]) if ends[0] == ends[1] else None


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
    case = _case(digits, "pppk" if pppk else "pns")
    if fault := _fault(case):
        return fault
    birth, start = _day(BIRTH_DAY.one(case)), None if pppk else _day(START_FIRST.one(case))
    if birth is None or (start is None and not pppk):
        return Fault("nip_month_13" if birth else "nip_birth_invalid")
    return Nip(digits=digits, birth=birth, start=start, sex="male" if SEX.one(case)[0] == _MALE else "female")
