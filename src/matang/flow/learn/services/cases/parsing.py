"""Understand what stands in the cells of a case, and say what cannot be understood. Nothing here guesses."""

import re
from dataclasses import dataclass
from datetime import date

from matang.flow.learn.choices import PastKind, PastMark, PastOutcome, PastPrecision, PastSpan, PastTrust

ABOUT = r"(?:±|\+/-|~|sekitar|kira-kira|kurang lebih|lebih kurang|hampir)"
COUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d{1,6})(?:\s*orang)?", re.IGNORECASE)
DURATION = re.compile(rf"({ABOUT})?\s*(\d{{1,3}})\s*(hari|minggu|bulan|tahun)", re.IGNORECASE)
DATED = re.compile(r"(?P<date>[^()]*?)\s*(?:\((?P<comment>[^()]*)\))?")
PART = re.compile(r"\bbagian dari\s+([A-Za-z]{1,8}-?\d{1,8})\b", re.IGNORECASE)
OFFICES = re.compile(
    r"\b(\d{1,5})\s*(?:=|adalah)?\s*(?:OPD|kantor|dinas|perangkat daerah|instansi|kecamatan|kelurahan)\b", re.IGNORECASE
)
INFERRED = re.compile(r"\btahun\s*(?:=|adalah|:)?\s*(?:inferensi|perkiraan|dugaan)", re.IGNORECASE)
MONTHS = ("januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november",
          "desember")  # fmt: skip
NAMED = "|".join(MONTHS)
FORMS = (
    (re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"), PastPrecision.DAY),
    (re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})"), PastPrecision.MONTH),
    (re.compile(r"(?P<year>(?:19|20)\d\d)"), PastPrecision.YEAR),
    (re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"), PastPrecision.DAY),
    (re.compile(rf"(?P<day>\d{{1,2}})\s+(?P<month>{NAMED})\s+(?P<year>\d{{4}})"), PastPrecision.DAY),
    (re.compile(rf"(?P<month>{NAMED})\s+(?P<year>\d{{4}})"), PastPrecision.MONTH),
)
YEARLESS = re.compile(rf"\d{{1,2}}(?:/\d{{1,2}}|\s+(?:{NAMED}))")
SPANS = {"hari": PastSpan.DAY, "minggu": PastSpan.WEEK, "bulan": PastSpan.MONTH, "tahun": PastSpan.YEAR}
KINDS = (
    (("presentasi", "paparan"), PastKind.PRESENTATION),
    (("magang", "ojt", "internship"), PastKind.INTERNSHIP),
    (("studi tiru", "studi banding", "kunjungan"), PastKind.STUDY_VISIT),
    (("pelatihan", "bimtek", "diklat", "retret", "workshop"), PastKind.TRAINING),
)
MARKS = (
    (("pelepasan", "dilepas"), PastMark.RELEASE),
    (("pembukaan", "dibuka"), PastMark.OPENING),
    (("berita", "artikel"), PastMark.NEWS),
)
TRUSTS = {"tinggi": PastTrust.HIGH, "sedang": PastTrust.MEDIUM, "rendah": PastTrust.LOW}
OUTCOMES = {"ya": PastOutcome.YES, "tidak": PastOutcome.NO, "sebagian": PastOutcome.PARTLY}


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date as written: its first possible day, how exactly it is known, and what it marks. Empty = unknown.

    ``no_year``: day and month stand there, the year doesn't. ``understood`` False: something stands there that is no date.
    """

    on: date | None = None
    precision: str = ""
    mark: str = ""
    no_year: bool = False
    understood: bool = True


@dataclass(frozen=True, slots=True)
class ReadSpan:
    """A duration as written; None = unknown."""

    number: int | None = None
    unit: str = ""
    about: bool = False
    understood: bool = True


def read_count(text: str) -> int | None:
    """Return a count of people, None where there is none or where it is no exact whole number above zero."""
    found = COUNT.fullmatch(text.strip())
    number = int(found[1].replace(".", "")) if found else 0
    return number or None


def read_date(text: str) -> ReadDate:
    """Return a date with its comment, such as ``2024-07-12 (pelepasan)``, ``2022-11``, ``18 April 2017`` or ``18/4``."""
    if text.strip() in {"", "-"}:
        return ReadDate()
    found = DATED.fullmatch(text.strip())
    if found is None:
        return ReadDate(understood=False)
    comment = (found["comment"] or "").casefold()
    mark = next(
        (mark for words, mark in MARKS if any(word in comment for word in words)), PastMark.OTHER if comment else PastMark.ITSELF
    )
    try:
        day, precision, no_year = _day(found["date"].strip().casefold())
    except ValueError:
        return ReadDate(understood=False)
    return ReadDate(day, precision, mark if day else "", no_year)


def _day(text: str) -> tuple[date | None, str, bool]:
    """Return day, precision and whether the year is missing. Raises ``ValueError`` where it is no date."""
    for pattern, precision in FORMS:
        if found := pattern.fullmatch(text):
            said = found.groupdict()
            month = said.get("month", "1")
            number = int(month) if month.isdecimal() else MONTHS.index(month) + 1
            return date(int(said["year"]), number, int(said.get("day", "1"))), precision, False
    if YEARLESS.fullmatch(text):
        return None, "", True
    raise ValueError(text)


def read_span(text: str) -> ReadSpan:
    """Return a duration such as ``3 bulan`` or ``±45 hari``."""
    if text.strip() in {"", "-"}:
        return ReadSpan()
    found = DURATION.fullmatch(text.strip())
    if found is None or int(found[2]) == 0:
        return ReadSpan(understood=False)
    return ReadSpan(int(found[2]), SPANS[found[3].casefold()], about=bool(found[1]))


def read_kind(text: str) -> PastKind:
    """Return the kind of learning that the words name; ``OTHER`` where they name none."""
    said = text.casefold()
    return next((kind for words, kind in KINDS if any(re.search(rf"\b{word}", said) for word in words)), PastKind.OTHER)


def read_trust(text: str) -> PastTrust:
    """Return the confidence that the words begin with; ``UNKNOWN`` for none or another word."""
    found = re.match(r"[a-z]+", text.strip().casefold())
    return TRUSTS.get(found[0] if found else "", PastTrust.UNKNOWN)


def read_outcome(text: str) -> PastOutcome:
    """Return whether an outcome was measured."""
    return OUTCOMES.get(text.strip().casefold(), PastOutcome.UNKNOWN)


def read_part(note: str, own: str) -> str:
    """Return the code of the case that a note names as the whole; empty where it names none or the case itself."""
    found = PART.search(note)
    return "" if found is None or found[1].casefold() == own.casefold() else found[1].upper()


def read_offices(note: str) -> int | None:
    """Return the number that a note gives to offices, None where it gives none."""
    found = OFFICES.search(note)
    return (int(found[1]) or None) if found else None


def year_is_inferred(*texts: str) -> bool:
    """Return True when the notes say that the year was inferred."""
    return any(INFERRED.search(text) for text in texts)
