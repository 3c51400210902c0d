"""What the sources of a case leave open, and whom to ask."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from matang.flow.learn.choices import PastField, PastKind, PastMark, PastPrecision, PastReading, PastSpan
from matang.flow.learn.models import PastCase
from matang.flow.learn.selectors.cases.spans import conflict_of, exact
from matang.ui.formats import tanggal

ORDER = (
    PastField.PART, PastField.OFFICES, PastField.CONFLICT, PastField.YEAR, PastField.PEOPLE, PastField.HOSTS,
    PastField.STARTS, PastField.ENDS,
)  # fmt: skip
"""The fields that are asked for, those first whose answer changes a total."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Something to ask about a case: what, in words, whom, and whether totals wait for it."""

    case: PastCase
    field: PastField
    text: str
    whom: str
    weighs: bool


def questions_of(case: PastCase) -> list[Asked]:
    """Return what is not known of a case, the weightiest first. Needs ``part_of`` loaded."""
    found = [(field, text) for field in ORDER if (text := _open(case, field))]
    weighing = {PastField.PART, PastField.PEOPLE}
    return [Asked(case, field, text, _whom(case, field), weighs=field in weighing) for field, text in found]


def questions_in(cases: Iterable[PastCase]) -> list[Asked]:
    """Return the questions of many cases, case by case."""
    return [asked for case in cases for asked in questions_of(case)]


def _open(case: PastCase, field: PastField) -> str:
    """Return the question about one field in words; empty where nothing is open."""
    if field == PastField.PART and case.part_state == PastReading.PROPOSED:
        return _("Catatan menyebut kasus ini bagian dari %(code)s. Benarkah? Orangnya belum dijumlahkan sampai dijawab.") % {
            "code": case.part_read
        }
    if field == PastField.OFFICES and case.offices_state == PastReading.PROPOSED:
        return _("Catatan menyebut %(number)s kantor, bukan orang. Benarkah?") % {"number": case.offices_read}
    if field == PastField.CONFLICT:
        return _conflict(case)
    if field == PastField.YEAR and case.year_asked:
        day = case.starts_on or case.ends_on
        return _("Tahunnya perkiraan (%(year)s). Tahun berapa sebenarnya?") % {"year": day.year} if day else _("Tahun berapa?")
    return "" if case.kind == PastKind.PRESENTATION else _unsaid(case, field)


def _unsaid(case: PastCase, field: PastField) -> str:
    """Return the question about something that the sources of a sending leave out."""
    if field == PastField.PEOPLE and case.people is None:
        return _("Berapa orang yang dikirim?")
    if field == PastField.HOSTS and not case.hosts:
        return _("Ke mana mereka dikirim?")
    return _dates(case, field)


def _conflict(case: PastCase) -> str:
    found = conflict_of(case)
    if found is None:
        return ""
    if found.backwards:
        return _("Selesai tercatat sebelum mulai. Mana yang benar?")
    said = _("Menurut tanggalnya %(days)s hari, menurut sumber %(duration)s. Mana yang benar?")
    return said % {"days": found.days, "duration": duration_text(case)}


def _dates(case: PastCase, field: PastField) -> str:
    if field == PastField.STARTS and not exact(case.starts_on, case.starts_precision, case.starts_mark):
        known = date_text(case, "starts")
        if known:
            return _("Kapan belajarnya mulai? Yang diketahui baru: %(known)s.") % {"known": known}
        return _("Kapan belajarnya mulai?")
    if field == PastField.ENDS and not exact(case.ends_on, case.ends_precision, case.ends_mark):
        known = date_text(case, "ends") or (duration_text(case) and _("lamanya %(span)s") % {"span": duration_text(case)})
        if known:
            return _("Kapan hari terakhirnya? Yang diketahui baru: %(known)s.") % {"known": known}
        return _("Kapan hari terakhirnya?")
    return ""


def duration_text(case: PastCase) -> str:
    """Return the duration in words, "kira-kira" where the source says so; empty where unknown."""
    if case.duration is None:
        return ""
    text = f"{case.duration} {PastSpan(case.duration_unit).label}"
    return _("kira-kira %(span)s") % {"span": text} if case.duration_about else text


def date_text(case: PastCase, which: str) -> str:
    """Return ``starts`` or ``ends`` in words, as exactly as known, with what it marks; empty where unknown."""
    day, precision, mark = (getattr(case, f"{which}_{part}") for part in ("on", "precision", "mark"))
    if day is None:
        return ""
    written = tanggal(day)
    if precision == PastPrecision.MONTH:
        written = written.split(" ", 1)[1]
    elif precision == PastPrecision.YEAR:
        written = str(day.year)
    return written if mark == PastMark.ITSELF else f"{written} ({PastMark(mark).label.lower()})"


def _whom(case: PastCase, field: PastField) -> str:
    """Return who is likely to know: the sender and, for days and places, the hosts."""
    if field in {PastField.PART, PastField.OFFICES, PastField.CONFLICT, PastField.YEAR}:
        return _("Pencatat berkas, dengan sumbernya")
    names = [case.sender, *case.hosts[:2]] if field in {PastField.STARTS, PastField.ENDS, PastField.PEOPLE} else [case.sender]
    return _(" atau ").join(names)
