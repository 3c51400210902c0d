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
from matang.flow.measure.services.effects import answer_again
from matang.flow.measure.services.numbers import NotANumberError, read_number
from matang.flow.measure.services.values import NewValue, fault_of, put_value
from matang.flow.register.public import UnreadableFileError, as_date, as_text, open_sheets
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError, refuse, require
from matang.foundation.clock.services import now

HEADINGS = ("NOMOR DERET", "INDIKATOR", "YANG DIUKUR", "PERIODE", "NILAI", "PEMBILANG", "PENYEBUT", "DIKETAHUI PER", "CATATAN")
"""Headings of the file, the same in both languages: the file travels. INDIKATOR and YANG DIUKUR are for the reader."""
NEEDED = ("NOMOR DERET", "PERIODE", "NILAI", "DIKETAHUI PER")
MOST_ROWS = 20_000
TOP_ROWS = 20


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
            rows = [[as_text(cell) for cell in row] for row in sheet.rows]
            for top, row in enumerate(rows[:TOP_ROWS]):
                headings = [cell.strip().upper() for cell in row]
                if HEADINGS[0] in headings:
                    return _body(actor, headings, rows[top + 1 :], top + 2)
    except UnreadableFileError as error:
        raise UnreadableValuesError(str(error)) from error
    raise UnreadableValuesError(_("Tidak ada baris judul NOMOR DERET. Unduh templat, isi, lalu unggah lagi."))


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
    seen: dict[tuple[int, date, date], int] = {}
    for number, row in enumerate(rows, start=first):
        cells = {heading: row[column].strip() if column < len(row) else "" for heading, column in at.items()}
        if not any(cells.get(heading, "") for heading in ("NILAI", "PEMBILANG", "PENYEBUT", "DIKETAHUI PER")):
            continue
        line = _line(number, cells, allowed, findings)
        if line is None:
            continue
        series = allowed[line["series"]]
        key = (series.pk, start_of(series.kind, number_of(series.kind, date.fromisoformat(line["period"]))), _day(line["as_at"]))
        if key in seen:
            text = _("Deret dan periode ini sudah ada di baris %(row)s.") % {"row": seen[key]}
            findings.append(Finding(number, "PERIODE", "twice", text))
            continue
        seen[key] = number
        lines.append(line)
    return lines, findings


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
    counts = {name: _cell_count(row, name, cells.get(name, ""), findings) for name in ("PEMBILANG", "PENYEBUT")}
    if len(findings) > before or series is None or value is None:
        return None
    period, as_at = days["PERIODE"], days["DIKETAHUI PER"]
    if period is None or as_at is None:
        return None
    new = NewValue(period, value, as_at, counts["PEMBILANG"], counts["PENYEBUT"], "", cells.get("CATATAN", "")[:300])
    if problem := fault_of(series, new):
        findings.append(Finding(row, "PERIODE", "fault", problem))
        return None
    return {
        "row": row, "series": series.pk, "period": period.isoformat(), "value": str(value), "as_at": as_at.isoformat(),
        "numerator": new.numerator, "denominator": new.denominator, "note": new.note,
    }  # fmt: skip


def _cell_day(text: str) -> date | None:
    if len(text) == 4 and text.isascii() and text.isdecimal() and int(text) >= 1900:
        return date(int(text), 1, 1)
    found, _odd = as_date(text)
    return found


def _cell_number(row: int, column: str, text: str, findings: list[Finding]) -> Decimal | None:
    try:
        return read_number(text.removesuffix(".0"))
    except NotANumberError:
        shown = _("%(text)s bukan angka. Yang belum diketahui dihapus barisnya, bukan diisi 0 atau –.") % {"text": text or "–"}
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
        held = {one.pk: one for one in rows.select_related("responsible")}
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
    return [(str(row.series.pk), row.series.indicator.name, str(row.series), row.start, "", "", "", "", "") for row in owed]
