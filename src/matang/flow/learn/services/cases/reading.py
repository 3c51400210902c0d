"""A file of cases, CSV or Excel, into rows of text."""

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import PurePath

import python_calamine
from django.utils.translation import gettext as _

COLUMNS = (
    "id", "jenis", "pengirim", "tuan_rumah", "jumlah_orang", "mulai", "selesai", "durasi", "topik", "hasil_dilaporkan",
    "hasil_terukur", "url", "keyakinan", "catatan_uji",
)  # fmt: skip
"""Headings of the file, the same in both languages: the file travels."""
NEEDED = ("id", "jenis", "pengirim")
MOST_BYTES, MOST_ROWS, MOST_UNPACKED, LONGEST_CELL = 5_000_000, 2_000, 100_000_000, 4_000

Row = dict[str, object]


class UnreadableCasesError(Exception):
    """The file cannot be read as a list of cases; the message says why and what to do."""


def read_rows(content: bytes, name: str) -> list[Row]:
    """Return the rows of the file: ``{"row": 2, "cells": {"id": "C01", …}}``; empty rows are left out.

    Raises:
        UnreadableCasesError: too large, damaged, without the headings, without rows, or with too many.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableCasesError(_("Berkas lebih besar dari 5 MB. Bagi menjadi beberapa berkas."))
    sheets = _excel(content) if PurePath(name.casefold()).suffix == ".xlsx" or content[:2] == b"PK" else [_csv(content)]
    for sheet in sheets:
        for top, line in enumerate(sheet[:20]):
            headings = [_text(cell).casefold().replace(" ", "_") for cell in line]
            if all(column in headings for column in NEEDED):
                return _rows(headings, sheet[top + 1 :], top + 2)
    raise UnreadableCasesError(
        _("Tidak ada baris judul dengan kolom id, jenis, dan pengirim. Unduh templat, isi, lalu unggah lagi.")
    )


def _excel(content: bytes) -> list[list[list[object]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
                raise UnreadableCasesError(_("Isi berkas terlalu besar setelah dibuka. Periksa berkasnya."))
        book = python_calamine.CalamineWorkbook.from_object(io.BytesIO(content))
        return [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    except (zipfile.BadZipFile, python_calamine.CalamineError, OSError) as error:
        raise UnreadableCasesError(_("Berkas tidak dapat dibaca sebagai Excel (.xlsx). Simpan ulang di Excel.")) from error


def _csv(content: bytes) -> list[list[object]]:
    if b"\x00" in content:
        raise UnreadableCasesError(_("Berkas bukan CSV dan bukan Excel (.xlsx)."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.split("\n", 1)[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    try:
        return [list(line) for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)]
    except csv.Error as error:
        raise UnreadableCasesError(
            _("Tanda kutip dalam CSV tidak berpasangan. Simpan sebagai Excel (.xlsx), lalu unggah.")
        ) from error


def _rows(headings: Sequence[str], lines: Sequence[Sequence[object]], first: int) -> list[Row]:
    places = {column: headings.index(column) for column in COLUMNS if column in headings}
    made: list[Row] = []
    for number, line in enumerate(lines, start=first):
        cells = {column: _text(line[at]) if at < len(line) else "" for column, at in places.items()}
        if any(cells.values()):
            made.append({"row": number, "cells": {column: cells.get(column, "") for column in COLUMNS}})
    if not made:
        raise UnreadableCasesError(_("Berkas tidak berisi kasus di bawah baris judulnya."))
    if len(made) > MOST_ROWS:
        raise UnreadableCasesError(_("Berkas berisi lebih dari 2.000 baris. Bagi menjadi beberapa berkas."))
    return made


def _text(cell: object) -> str:
    """Return a cell as text; a date of a spreadsheet becomes ``2024-07-15``, a whole number loses its ".0"."""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).replace("\x00", "").split())[: LONGEST_CELL + 1]
