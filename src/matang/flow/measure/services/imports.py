"""Values from a workbook: read and checked row by row, shown, stored on approval, and taken back as a whole.

A row that cannot be taken keeps its finding; the others wait. Nothing is stored before somebody has said so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.measure.choices import ImportState
from matang.flow.measure.models import Series, SeriesImport, SeriesValue
from matang.flow.measure.models.periods import number_of, start_of
from matang.flow.measure.permissions import may_enter_values
from matang.flow.measure.selectors.owed import series_to_fill
from matang.flow.measure.selectors.sayings import number
from matang.flow.measure.services.effects import answer_again
from matang.flow.measure.services.numbers import NotANumberError, read_number
from matang.flow.measure.services.values import NewValue, fault_of, is_percent, put_value, taken
from matang.flow.register.public import UnreadableFileError, as_date, as_text, open_sheets
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError, refuse, require
from matang.foundation.clock.services import now

HEADINGS = (
    "NOMOR DERET", "INDIKATOR", "YANG DIUKUR", "PERIODE", "NILAI", "SATUAN", "PEMBILANG", "PENYEBUT", "DIKETAHUI PER", "CATATAN",
)  # fmt: skip
"""Headings of the file, the same in both languages: the file travels. INDIKATOR and YANG DIUKUR are for the reader."""
COLUMNS = {
    "period": "PERIODE", "value": "NILAI", "numerator": "PEMBILANG", "denominator": "PENYEBUT", "as_at": "DIKETAHUI PER",
}  # fmt: skip
NEEDED = ("NOMOR DERET", "PERIODE", "NILAI", "DIKETAHUI PER")
MOST_ROWS = 20_000
TOP_ROWS = 20
PLACES = 4
SUSPICIOUS = 5
"""A percentage of at most 1 after one of so many may be a fraction: Excel keeps 45 % as 0.45."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a row: its number in the file, the column, a code and the sentence with the way out."""

    row: int
    column: str
    code: str
    text: str


class UnreadableValuesError(Exception):
    """The file cannot be read as a list of values; the message says why and what to do."""


def prepare_import(*, actor: Actor, file_name: str, content: bytes) -> SeriesImport:
    """Read a workbook and keep what it says, to be looked at. Nothing is stored as a value yet.

    Raises:
        UnreadableValuesError: damaged, without the headings, or too many rows.
    """
    lines, findings = read_values(actor, content, file_name)
    return SeriesImport.objects.create(
        agency_id=actor.agency_id,
        file_name=file_name[:200],
        digest=sha256(content).hexdigest(),
        lines=lines,
        findings=[[found.row, found.column, found.code, found.text] for found in findings],
        made_at=now(),
        made_by_id=actor.user_id,
    )


def read_values(actor: Actor, content: bytes, file_name: str) -> tuple[list[dict[str, Any]], list[Finding]]:
    """Return the rows that can be taken, as JSON, and what is wrong with the others."""
    try:
        for sheet in open_sheets(content, file_name):
            rows = [[_text_of(cell) for cell in row] for row in sheet.rows]
            for top, row in enumerate(rows[:TOP_ROWS]):
                headings = [cell.strip().upper() for cell in row]
                if HEADINGS[0] in headings:
                    return _body(actor, headings, rows[top + 1 :], top + 2)
    except UnreadableFileError as error:
        raise UnreadableValuesError(str(error)) from error
    raise UnreadableValuesError(_("Tidak ada baris judul NOMOR DERET. Unduh templat, isi, lalu unggah lagi."))


def _text_of(cell: object) -> str:
    """Return a cell as text; a number with the comma of an office, for in a text the point of ``61.125`` parts thousands."""
    if isinstance(cell, float) and not cell.is_integer():
        return f"{round(cell, PLACES):.{PLACES}f}".rstrip("0").rstrip(".").replace(".", ",")
    return as_text(cell)


def _body(
    actor: Actor, headings: list[str], rows: list[list[str]], first: int
) -> tuple[list[dict[str, Any]], list[Finding]]:  # fmt: skip
    if missing := [heading for heading in NEEDED if heading not in headings]:
        raise UnreadableValuesError(_("Kolom %(names)s tidak ada. Unduh templat.") % {"names": ", ".join(missing)})
    if len(rows) > MOST_ROWS:
        raise UnreadableValuesError(_("Berkas berisi lebih dari 20.000 baris. Bagi menjadi beberapa berkas."))
    at = {heading: headings.index(heading) for heading in HEADINGS if heading in headings}
    allowed = {one.pk: one for one in series_to_fill(actor)}
    lines: list[dict[str, Any]] = []
    findings: list[Finding] = []
    seen: dict[Key, int] = {}
    for at_row, row in enumerate(rows, start=first):
        cells = {heading: row[column].strip() if column < len(row) else "" for heading, column in at.items()}
        if not any(cells.get(heading, "") for heading in ("NILAI", "PEMBILANG", "PENYEBUT", "DIKETAHUI PER")):
            continue
        line = _line(at_row, cells, allowed, findings)
        if line is None:
            continue
        key = _key(allowed[line["series"]], line)
        if key in seen:
            text = _("Deret dan periode ini sudah ada di baris %(row)s.") % {"row": seen[key]}
            findings.append(Finding(at_row, "PERIODE", "twice", text))
            continue
        seen[key] = at_row
        lines.append(line)
    return _beside_what_is_there(allowed, lines, findings)


Key = tuple[int, date, date]
"""Series, first day of the period, and day on which the value was known."""


def _key(series: Series, line: dict[str, Any]) -> Key:
    return series.pk, start_of(series.kind, number_of(series.kind, _day(line["period"]))), _day(line["as_at"])


def _beside_what_is_there(
    series: dict[int, Series], lines: list[dict[str, Any]], findings: list[Finding]
) -> tuple[list[dict[str, Any]], list[Finding]]:
    """Sort out the rows that contradict a recorded value, or look like a percentage that Excel keeps as a fraction."""
    rows = SeriesValue.objects.filter(series__in={line["series"] for line in lines}, withdrawn_at__isnull=True)
    there: dict[Key, tuple[Decimal, int | None, int | None]] = {}
    newest: dict[int, Decimal] = {}
    columns = ("series_id", "period_start", "as_at", "value", "numerator", "denominator")
    for key, start, as_at, value, above, below in rows.order_by("period_start", "as_at", "id").values_list(*columns):
        there[key, start, as_at], newest[key] = (value, above, below), value
    taken_lines = []
    for line in lines:
        one, value = series[line["series"]], Decimal(line["value"])
        key = _key(one, line)
        stands = there.get(key)
        if stands is not None and stands != (value, line["numerator"], line["denominator"]):
            findings.append(Finding(line["row"], "NILAI", "taken", taken(one, key[1])))
        elif is_percent(one.indicator.measure_unit) and line["denominator"] is None and _fraction(value, newest.get(one.pk)):
            told = {"value": number(float(value)), "before": number(float(newest[one.pk]))}
            text = _(
                "%(value)s persen, padahal nilai terakhirnya %(before)s persen. Bila sel Excel berformat persen, tulis angkanya "
                "saja, misalnya 45; bila memang sekecil itu, isi juga pembilang dan penyebutnya."
            )
            findings.append(Finding(line["row"], "NILAI", "fraction", text % told))
        else:
            taken_lines.append(line)
    return taken_lines, sorted(findings, key=lambda found: found.row)


def _fraction(value: Decimal, newest: Decimal | None) -> bool:
    return 0 < value <= 1 and newest is not None and newest >= SUSPICIOUS


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _line(row: int, cells: dict[str, str], allowed: dict[int, Series], findings: list[Finding]) -> dict[str, Any] | None:
    """Return one row as JSON, or None with its findings added."""
    before = len(findings)
    number = cells["NOMOR DERET"]
    series = allowed.get(int(number)) if number.isascii() and number.isdecimal() and len(number) < 16 else None
    if series is None:
        findings.append(Finding(row, "NOMOR DERET", "series", _("Tidak ada deret %(n)s yang Anda isi.") % {"n": number or "–"}))
    days = {name: _cell_day(cells[name]) for name in ("PERIODE", "DIKETAHUI PER")}
    for name, day in days.items():
        if day is None:
            text = _("%(text)s bukan tanggal; tulis misalnya 01-03-2026.") % {"text": cells[name] or "–"}
            findings.append(Finding(row, name, "day", text))
    value = _cell_number(row, "NILAI", cells["NILAI"], findings)
    if series is not None:
        _check_unit(row, series.indicator.measure_unit, cells, findings)
    counts = {name: _cell_count(row, name, cells.get(name, ""), findings) for name in ("PEMBILANG", "PENYEBUT")}
    if len(findings) > before or series is None or value is None:
        return None
    period, as_at = days["PERIODE"], days["DIKETAHUI PER"]
    if period is None or as_at is None:
        return None
    new = NewValue(period, value, as_at, counts["PEMBILANG"], counts["PENYEBUT"], "", cells.get("CATATAN", "")[:300])
    field, problem = fault_of(series, new)
    if problem:
        findings.append(Finding(row, COLUMNS[field], "fault", problem))
        return None
    return {
        "row": row, "series": series.pk, "period": period.isoformat(), "value": str(value), "as_at": as_at.isoformat(),
        "numerator": new.numerator, "denominator": new.denominator, "note": new.note,
    }  # fmt: skip


def _check_unit(row: int, ours: str, cells: dict[str, str], findings: list[Finding]) -> None:
    """Add a finding where the row speaks of another unit than its series, in its own column or by a sign behind the value."""
    said = cells.get("SATUAN", "")
    column = "SATUAN"
    if not said and cells["NILAI"].endswith("%"):
        said, column = "%", "NILAI"
    same = said.lower() == ours.strip().lower() or (is_percent(said) and is_percent(ours))
    if said and not same:
        told = {"ours": ours, "theirs": said}
        text = _("Deret ini dalam %(ours)s, bukan %(theirs)s. Ubah nilainya ke %(ours)s, atau isi nomor deret yang benar.") % told
        findings.append(Finding(row, column, "unit", text))


def _cell_day(text: str) -> date | None:
    if len(text) == 4 and text.isascii() and text.isdecimal() and int(text) >= 1900:
        return date(int(text), 1, 1)
    found, _odd = as_date(text)
    return found


def _cell_number(row: int, column: str, text: str, findings: list[Finding]) -> Decimal | None:
    try:
        return read_number(text.removesuffix(".0"))
    except NotANumberError:
        shown = _(
            "%(text)s bukan angka dengan paling banyak empat angka di belakang koma. Yang belum diketahui dihapus barisnya, "
            "bukan diisi 0 atau –."
        ) % {"text": text or "–"}
        findings.append(Finding(row, column, "number", shown))
        return None


def _cell_count(row: int, column: str, text: str, findings: list[Finding]) -> int | None:
    if not text:
        return None
    try:
        number = read_number(text)
    except NotANumberError:
        number = Decimal(-1)
    if number < 0 or number != int(number):
        findings.append(Finding(row, column, "count", _("%(text)s bukan cacah.") % {"text": text}))
        return None
    return int(number)


def store_import(*, actor: Actor, import_id: int) -> SeriesImport:
    """Store the rows of a prepared file. All or nothing: what has become wrong meanwhile is told, and nothing is kept.

    Raises:
        RefusedError: another's file, decided already, nothing to store, or a row that cannot be stored any more.
    """
    with transaction.atomic():
        found = _locked(actor, import_id)
        if found.state == ImportState.STORED:
            return found
        if found.state != ImportState.READY or not found.lines:
            raise refuse(_("Berkas ini tidak menunggu keputusan, atau tidak ada baris yang dapat disimpan."))
        keys = {line["series"] for line in found.lines}
        rows = Series.objects.select_for_update(of=("self",)).filter(pk__in=keys, agency_id=actor.agency_id).order_by("pk")
        held = {one.pk: one for one in rows.select_related("responsible", "indicator")}
        for one in held.values():
            require(may_enter_values(actor, one.responsible.path if one.responsible else ""))
        for line in found.lines:
            try:
                put_value(actor, held[line["series"]], _value(line), loaded=found)
            except RefusedError as error:
                raise refuse(_("Baris %(row)s: %(why)s") % {"row": line["row"], "why": error.answer.reason}) from error
        _end(actor, found, ImportState.STORED, "")
        answer_again(actor, sorted(held))
    return found


def _value(line: dict[str, Any]) -> NewValue:
    return NewValue(
        period=_day(line["period"]),
        value=Decimal(line["value"]),
        as_at=_day(line["as_at"]),
        numerator=line["numerator"],
        denominator=line["denominator"],
        note=line["note"],
    )


def discard_import(*, actor: Actor, import_id: int) -> SeriesImport:
    """Throw a prepared file away; its rows were never values."""
    with transaction.atomic():
        found = _locked(actor, import_id)
        if found.state == ImportState.READY:
            _end(actor, found, ImportState.DISCARDED, "")
    return found


def undo_import(*, actor: Actor, import_id: int, reason: str) -> SeriesImport:
    """Withdraw every value that a file brought and that stands; they stay readable with the reason.

    Raises:
        RefusedError: another's file, never stored, or no reason.
    """
    with transaction.atomic():
        found = _locked(actor, import_id)
        if found.state == ImportState.UNDONE:
            return found
        if found.state != ImportState.STORED:
            raise refuse(_("Berkas ini belum disimpan, jadi tidak ada yang dibatalkan."))
        if not reason.strip():
            raise refuse(_("Tulis alasan pembatalan."))
        standing = SeriesValue.objects.filter(loaded=found, withdrawn_at__isnull=True)
        touched = sorted(set(standing.values_list("series_id", flat=True)))
        standing.update(withdrawn_at=now(), withdrawn_by_id=actor.user_id, withdrawn_reason=reason.strip()[:300])
        _end(actor, found, ImportState.UNDONE, reason)
        answer_again(actor, touched)
    return found


def _locked(actor: Actor, import_id: int) -> SeriesImport:
    found = SeriesImport.objects.select_for_update().get(pk=import_id, agency_id=actor.agency_id)
    if found.made_by_id != actor.user_id and not may_enter_values(actor, ""):
        raise refuse(_("Berkas ini diputus oleh yang mengunggahnya atau perencana program."))
    return found


def _end(actor: Actor, found: SeriesImport, state: str, reason: str) -> None:
    found.state, found.ended_at, found.ended_by_id, found.ended_reason = state, now(), actor.user_id, reason.strip()[:300]
    found.save(update_fields=["state", "ended_at", "ended_by", "ended_reason"])


def template_rows(owed: Iterable[Any]) -> list[tuple[object, ...]]:
    """Return the rows of a file to fill: one for each period that has no value yet."""
    found: list[tuple[object, ...]] = []
    for row in owed:
        about = row.series.indicator
        found.append((str(row.series.pk), about.name, str(row.series), row.start, "", about.measure_unit, "", "", "", ""))
    return found
