"""Standards as a workbook: to keep, or to fill in and load again. Drop-downs keep the spelling right."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import xlsxwriter
from django.utils.translation import gettext as _

from matang.flow.needs.models import Competency
from matang.flow.needs.services.findings import Shown
from matang.ui.workbooks import PLAIN

HEADINGS = (
    ("Nomor jabatan", 14), ("Jabatan", 44), ("Kode unit", 14), ("Unit", 36), ("Kode kompetensi", 16), ("Kompetensi", 36),
    ("Level", 8), ("Sifat", 14), ("Berlaku sejak", 14), ("Berlaku sampai (tidak termasuk)", 16),
)  # fmt: skip
"""Indonesian in every language, so that the file is understood on its way back."""
SPARE = 2000


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a post and what it asks for; without a competency, a row to fill in."""

    post_id: int
    post: str
    unit_code: str
    unit: str
    code: str
    competency: str
    level: int | None
    must: bool | None
    start: date | None
    end: date | None


def standards_workbook(lines: Iterable[Line], dictionary: Sequence[Competency], notes: Sequence[str] = ()) -> bytes:
    """Return an xlsx of the lines, with the dictionary on a sheet of its own that the drop-downs read."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, PLAIN)
    sheet = book.add_worksheet("Standar")
    bold, day = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "dd-mm-yyyy"})
    for column, (heading, width) in enumerate(HEADINGS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, bold)
    sheet.freeze_panes(1, 2)
    count = 0
    for count, line in enumerate(lines, start=1):
        must = "" if line.must is None else "Wajib" if line.must else "Diutamakan"
        words = (line.post_id, line.post, line.unit_code, line.unit, line.code, line.competency, line.level, must)
        for column, value in enumerate(words):
            if value not in {"", None}:
                sheet.write(count, column, value)
        for column, value in ((8, line.start), (9, line.end)):
            if value is not None:
                sheet.write_datetime(count, column, value, day)
    sheet.autofilter(0, 0, max(count, 1), len(HEADINGS) - 1)
    _drop_downs(sheet, count + SPARE, len(dictionary))
    _dictionary_sheet(book, dictionary)
    book.add_worksheet("Petunjuk").write_column(0, 0, [*notes, *_help()])
    book.close()
    return file.getvalue()


def findings_workbook(findings: Iterable[Shown]) -> bytes:
    """Return an xlsx with one row for each finding of a file."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, PLAIN)
    sheet = book.add_worksheet("Temuan")
    bold = book.add_format({"bold": True, "bottom": 1})
    for column, (heading, width) in enumerate(((_("Baris"), 8), (_("Kolom"), 20), (_("Alasan"), 70), (_("Jalan keluar"), 70))):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, bold)
    for number, found in enumerate(findings, start=1):
        sheet.write_row(number, 0, (found.row, found.column, found.reason, found.way_out))
    sheet.freeze_panes(1, 0)
    book.close()
    return file.getvalue()


def _drop_downs(sheet: xlsxwriter.worksheet.Worksheet, last: int, words: int) -> None:
    if words:
        sheet.data_validation(1, 4, last, 4, {"validate": "list", "source": f"=Kamus!$A$2:$A${words + 1}"})
        sheet.data_validation(1, 5, last, 5, {"validate": "list", "source": f"=Kamus!$B$2:$B${words + 1}"})
    sheet.data_validation(1, 6, last, 6, {"validate": "list", "source": [1, 2, 3, 4, 5]})
    sheet.data_validation(1, 7, last, 7, {"validate": "list", "source": ["Wajib", "Diutamakan"]})


def _dictionary_sheet(book: xlsxwriter.Workbook, dictionary: Sequence[Competency]) -> None:
    sheet = book.add_worksheet("Kamus")
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 44)
    sheet.write_row(0, 0, ["Kode", "Nama", "Kelompok", "Bidang atau urusan"])
    for number, competency in enumerate(dictionary, start=1):
        sheet.write_row(number, 0, [competency.code, competency.name, str(competency.get_field_display()), competency.area])


def _help() -> list[str]:
    return [
        _("Satu baris untuk satu jabatan dan satu kompetensi. Nomor jabatan mengenali jabatan; jangan diubah."),
        _("Kompetensi dikenali dari kodenya; bila kodenya kosong, dari namanya."),
        _("Sifat: Wajib tidak dapat ditebus oleh kelebihan di tempat lain; Diutamakan ikut dalam penilaian."),
        _("Berlaku sejak yang kosong memakai tanggal yang Anda isi saat mengunggah."),
        _("Sesudah diunggah, Anda melihat dahulu apa yang akan berubah; mengunggah dua kali tidak menggandakan apa pun."),
    ]
