"""The result workbook: what happened, what was found, and the rows to mend — in columns that can be uploaded again."""

import io
import re
from collections.abc import Iterable

import xlsxwriter
from django.utils.translation import gettext as _

from matang.flow.register.choices import ImportOutcome
from matang.flow.register.models import ImportRow, ImportRun
from matang.flow.register.services.imports.codes import CODES
from matang.flow.register.services.imports.fields import BY_KEY
from matang.flow.register.services.imports.headings import guess
from matang.flow.register.services.imports.mapping import columns_by_field
from matang.flow.register.services.imports.parcel import Sheet, sheets_in
from matang.flow.register.services.imports.rows import findings_of
from matang.ui.workbooks import PLAIN

ADDED = ("KODE TEMUAN", "ALASAN", "JALAN KELUAR")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


def result_workbook(run: ImportRun) -> bytes:
    """Return the workbook of a run, as bytes of an xlsx file. Text never becomes a formula or a link."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, **PLAIN}) as book:
        bold = book.add_format({"bold": True, "bg_color": "#E8EEF7", "text_wrap": True, "valign": "top"})
        _summary(book.add_worksheet(_("Ringkasan")), run, bold)
        _findings(book.add_worksheet(_("Temuan")), run, bold)
        used = {_("Ringkasan").lower(), _("Temuan").lower()}
        for number, sheet in enumerate(sheets_in(run.layout)):
            rows = ImportRow.objects.filter(agency_id=run.agency_id, run_id=run.pk, sheet=number).exclude(cells=[])
            if rows.exists():
                _to_mend(book.add_worksheet(_sheet_name(sheet.name, used)), run, sheet, rows.order_by("position"), bold)
    return buffer.getvalue()


def _sheet_name(name: str, used: set[str]) -> str:
    """Return a name that a workbook accepts and that is not used yet."""
    clean = _NOT_IN_NAMES.sub(" ", name).strip()[:28] or "Sheet"
    candidate, number = clean, 2
    while candidate.lower() in used:
        candidate, number = f"{clean} {number}", number + 1
    used.add(candidate.lower())
    return candidate


def _summary(page: xlsxwriter.worksheet.Worksheet, run: ImportRun, bold: object) -> None:
    page.set_column(0, 0, 38)
    page.set_column(1, 1, 60)
    lines: list[tuple[str, str]] = [
        (_("Berkas"), run.file_name),
        (_("Keadaan per"), f"{run.as_at:%d-%m-%Y}"),
        (_("Status"), run.get_state_display()),
        (_("Baris"), str(run.tally.get("rows", 0))),
        *[(str(outcome.label), str(run.tally.get(outcome.value, 0))) for outcome in ImportOutcome],
    ]
    lines += [(str(CODES[code].title), str(count)) for code, count in sorted(run.tally.get("codes", {}).items())]
    lines += [
        (_("Kolom yang dibuang"), ", ".join(dict.fromkeys(column for columns in run.dropped.values() for column in columns)))
    ]
    lines += [(_("Catatan"), note) for sheet in sheets_in(run.layout) for note in sheet.notes]
    page.write_row(0, 0, [_("Butir"), _("Keterangan")], bold)
    for index, line in enumerate(lines, start=1):
        page.write_row(index, 0, line)


def _findings(page: xlsxwriter.worksheet.Worksheet, run: ImportRun, bold: object) -> None:
    headings = [_("Sheet"), _("Baris"), _("Kolom"), _("Kode"), _("Sifat"), _("Isi sel"), _("Alasan"), _("Jalan keluar")]
    page.write_row(0, 0, headings, bold)
    for column, width in enumerate((18, 8, 24, 22, 12, 30, 60, 60)):
        page.set_column(column, column, width)
    page.freeze_panes(1, 0)
    line = 0
    rows = ImportRow.objects.filter(agency_id=run.agency_id, run_id=run.pk).exclude(findings=[]).order_by("position")
    for row in rows.iterator(chunk_size=2000):
        for found in findings_of(row):
            line += 1
            values = (
                found.sheet,
                found.row,
                found.column,
                found.code,
                found.severity.value,
                found.value,
                found.reason,
                found.way_out,
            )
            for column, value in enumerate(values):
                page.write(line, column, value)


def _headings(run: ImportRun, sheet: Sheet) -> list[tuple[int, str]]:
    """Return (column, heading) for the columns to write, with headings that will be understood on the way back."""
    fields = {index: key for key, index in columns_by_field(sheet, run.mapping).items()}
    half = len(sheet.columns) // 2 if sheet.stacked else len(sheet.columns)
    chosen: list[tuple[int, str]] = []
    for index, column in enumerate(sheet.columns):
        key = fields.get(index)
        if key is None and (index >= half or column in ADDED):
            continue
        hit = guess(column)
        plain = key is None or (hit is not None and hit.field == key and not sheet.stacked)
        chosen.append((index, column if plain else BY_KEY[key or ""].headings[0]))
    return chosen


def _to_mend(page: xlsxwriter.worksheet.Worksheet, run: ImportRun, sheet: Sheet, rows: Iterable[ImportRow], bold: object) -> None:
    columns = _headings(run, sheet)
    page.write_row(0, 0, [*[heading for _index, heading in columns], *ADDED], bold)
    page.freeze_panes(1, 0)
    page.set_column(0, len(columns) - 1, 16)
    page.set_column(len(columns), len(columns), 22)
    page.set_column(len(columns) + 1, len(columns) + 2, 60)
    for line, row in enumerate(rows, start=1):
        for column, (index, _heading) in enumerate(columns):
            page.write_string(line, column, row.cells[index] if index < len(row.cells) else "")
        found = [finding for finding in findings_of(row) if finding.severity.value in {"refused", "asked"}]
        texts = (
            ", ".join(each.code for each in found),
            "\n".join(each.reason for each in found),
            "\n".join(each.way_out for each in found),
        )
        for offset, text in enumerate(texts):
            page.write_string(line, len(columns) + offset, text)
