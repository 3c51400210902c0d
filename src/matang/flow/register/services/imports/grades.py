"""Grades (*golongan*) as files write them."""

import re
from functools import lru_cache

from matang.flow.register.choices import PNS_GRADES, PPPK_GRADES

_PNS = re.compile(r"(?:^|[\s(,/])(IV|I{1,3}|[1-4])\s*[/.\-\s]?\s*([A-E])\)?\.?$", re.IGNORECASE)
_PPPK = re.compile(r"(?:GOL(?:ONGAN)?\.?\s*)?([IVX]+|\d{1,2})")
_ROMAN = ("", "I", "II", "III", "IV")


@lru_cache(maxsize=4096)
def read_grade(written: str, room: str = "") -> str | None:
    """Return the grade in its usual form (``III/c``, ``IX``), or None when there is no such grade."""
    text = f"{written.strip()}/{room.strip()}" if room.strip() else written.strip()
    if found := _PNS.search(text):
        roman = _ROMAN[int(found[1])] if found[1].isdigit() else found[1].upper()
        grade = f"{roman}/{found[2].lower()}"
        return grade if grade in PNS_GRADES else None
    if found := _PPPK.fullmatch(text.upper()):
        number = found[1]
        if number.isdigit():
            return PPPK_GRADES[int(number) - 1] if 1 <= int(number) <= len(PPPK_GRADES) else None
        return number if number in PPPK_GRADES else None
    return None
