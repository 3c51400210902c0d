"""From bytes to raw sheets: workbooks (xlsx, xls, xlsb, ods) and text with separators."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

import python_calamine
from django.utils.translation import gettext as _

from matang.flow.register.services.imports.cells import Cell

OLD_EXCEL = b"\xd0\xcf\x11\xe0"
UNPACKED_LIMIT = 3_000_000_000  # bytes; a sheet of 100,000 rows × 69 columns is about a third of a gigabyte
SEPARATORS = ";,\t|"
SNIFFED_LINES = 40


class UnreadableFileError(Exception):
    """The file cannot be read as a table; the message says why and what to do."""


@dataclass(slots=True)
class RawSheet:
    """One sheet. ``rows`` yields lists of cells from row 1 on; ``merged`` holds (top, left, bottom, right), from 0."""

    name: str
    rows: Iterator[list[Cell]]
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


def open_sheets(content: bytes, name: str) -> Iterator[RawSheet]:
    """Yield the sheets of a file, one at a time, so that only one is held in memory.

    Raises:
        UnreadableFileError: the file is empty, locked, damaged or of another kind.
    """
    if not content.strip(b"\0 \r\n\t"):
        raise UnreadableFileError(_("Berkas kosong. Unggah berkas yang berisi data."))
    if content.startswith((b"PK\x03\x04", OLD_EXCEL)):
        yield from _workbook(content)
        return
    if b"\0" in content[:2048] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFileError(_("Jenis berkas tidak dikenal. Simpan sebagai Excel (.xlsx) atau CSV, lalu unggah lagi."))
    yield RawSheet(name=name.rsplit("/", 1)[-1].rsplit(".", 1)[0][:60] or "CSV", rows=_text_rows(content))


def _workbook(content: bytes) -> Iterator[RawSheet]:
    if content.startswith(b"PK"):
        _refuse_bomb(content)
    try:
        book = python_calamine.CalamineWorkbook.from_object(io.BytesIO(content))
        for sheet_name in book.sheet_names:
            sheet = book.get_sheet_by_name(sheet_name)
            if sheet.start is None:
                continue
            left = sheet.start[1]
            merged = [(top, west - left, bottom, east - left) for (top, west), (bottom, east) in sheet.merged_cell_ranges or []]
            yield RawSheet(name=sheet_name, rows=sheet.iter_rows(), merged=merged)
    except python_calamine.PasswordError as error:
        raise UnreadableFileError(
            _("Berkas dikunci dengan kata sandi. Buka kuncinya di Excel, simpan, lalu unggah lagi.")
        ) from error
    except python_calamine.CalamineError as error:
        raise UnreadableFileError(
            _("Berkas Excel rusak atau tidak lengkap. Buka di Excel, simpan ulang, lalu unggah lagi.")
        ) from error


def _refuse_bomb(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise UnreadableFileError(
            _("Berkas Excel rusak atau tidak lengkap. Buka di Excel, simpan ulang, lalu unggah lagi.")
        ) from error
    if size > UNPACKED_LIMIT:
        raise UnreadableFileError(_("Isi berkas terlalu besar. Bagi menjadi beberapa berkas."))


def decode(content: bytes) -> str:
    """Return text from UTF-8 (with or without mark), UTF-16 with mark, or Windows-1252, the last resort that always works."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def separator_of(text: str) -> str:
    """Return the separator that splits the first lines into most, and most evenly many, parts."""
    lines = [line for line in text.splitlines()[:SNIFFED_LINES] if line.strip()]

    def evenness(mark: str) -> tuple[int, int]:
        counts = sorted(line.count(mark) for line in lines)
        return (counts[len(counts) // 2], counts[-1]) if counts else (0, 0)

    return max(SEPARATORS, key=evenness)


def _text_rows(content: bytes) -> Iterator[list[Cell]]:
    text = decode(content)
    csv.field_size_limit(1_000_000)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text))
    except csv.Error as error:
        raise UnreadableFileError(
            _("Berkas CSV tidak dapat dibaca: %(why)s. Simpan ulang sebagai CSV UTF-8.") % {"why": error}
        ) from error
