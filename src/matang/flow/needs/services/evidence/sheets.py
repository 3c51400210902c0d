"""Read files of assessment results: one line for each person and competency, or a matrix of persons and competencies."""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

import python_calamine
from django.utils.translation import gettext as _

Cell = object
HEADINGS = {
    "nip": ("nip", "nip baru", "nomor induk pegawai"),
    "name": ("nama", "nama pegawai", "nama lengkap"),
    "competency": ("kompetensi", "kode kompetensi", "nama kompetensi"),
    "level": ("level", "nilai", "level yang ditunjukkan", "capaian"),
    "source": ("sumber", "jenis bukti"),
    "shown_on": ("tanggal", "tanggal ditunjukkan", "tanggal penilaian"),
    "expires_on": ("berlaku sampai", "kedaluwarsa"),
    "rater": ("penilai", "lembaga"),
    "note": ("keterangan", "nomor laporan"),
}
BY_HEADING = {text: key for key, texts in HEADINGS.items() for text in texts}
GUIDES = frozenset({"petunjuk", "guide", "instructions"})
"""Sheets of our own template that hold no results, in either language."""
LOOKED_AT = 25
DAY_FORMATS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y")
EXACT = 10**15
"""From here on a spreadsheet number has lost digits; a NIP has eighteen."""
LEVEL = re.compile(r"(?:level\s*)?([0-5])(?:[.,]0+)?", re.IGNORECASE)


class UnreadableSheetError(Exception):
    """The file cannot be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """One level in a file, as written. ``column`` is the heading under which the level stood."""

    sheet: str
    row: int
    column: str
    nip: Cell
    competency: str
    level: Cell
    values: Mapping[str, Cell]


@dataclass(slots=True)
class Reading:
    """What stood in a file. ``ignored`` lists (sheet, heading): columns and sheets that nobody could read."""

    lines: list[Line] = field(default_factory=list)
    ignored: list[tuple[str, str]] = field(default_factory=list)
    rows: int = 0


@lru_cache(maxsize=4096)
def plain(text: object) -> str:
    """Return text for comparing: small letters, single spaces."""
    return " ".join(str(text or "").lower().replace("_", " ").split())


def read(content: bytes, competencies: Mapping[str, int]) -> Reading:
    """Return the lines of a workbook. ``competencies`` maps plain codes and names to keys: they are headings of a matrix.

    Raises:
        UnreadableSheetError: locked, damaged, or without a column NIP.
    """
    reading = Reading()
    try:
        book = python_calamine.CalamineWorkbook.from_object(io.BytesIO(content))
        sheets = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    except python_calamine.PasswordError as error:
        raise UnreadableSheetError(_("Berkas dikunci dengan kata sandi. Buka kuncinya, simpan, lalu unggah lagi.")) from error
    except python_calamine.CalamineError as error:
        raise UnreadableSheetError(_("Berkas Excel rusak. Buka, simpan ulang sebagai .xlsx, lalu unggah lagi.")) from error
    found = False
    for name, rows in sheets:
        top = _heading_row(rows)
        if top is None:
            if plain(name) not in GUIDES and any(any(cell != "" for cell in row) for row in rows):
                reading.ignored.append((name, ""))
            continue
        found = True
        _read_sheet(reading, name, rows, top, competencies)
    if not found:
        raise UnreadableSheetError(_("Tidak ada kolom NIP. Pakai templat, atau beri judul NIP pada kolom nomor induk pegawai."))
    return reading


def _heading_row(rows: list[list[Cell]]) -> int | None:
    for number, row in enumerate(rows[:LOOKED_AT]):
        if any(BY_HEADING.get(plain(cell)) == "nip" for cell in row):
            return number
    return None


def _read_sheet(reading: Reading, name: str, rows: list[list[Cell]], top: int, competencies: Mapping[str, int]) -> None:
    headings = [" ".join(str(cell or "").split()) for cell in rows[top]]
    known: dict[str, int] = {}
    matrix: list[tuple[int, str]] = []
    for column, heading in enumerate(headings):
        key = BY_HEADING.get(plain(heading))
        if key and key not in known:
            known[key] = column
        elif plain(heading) in competencies:
            matrix.append((column, heading))
        elif heading:
            reading.ignored.append((name, heading))
    long = "competency" in known and "level" in known
    for number, row in enumerate(rows[top + 1 :], start=top + 2):
        values = {key: row[column] for key, column in known.items() if column < len(row)}
        if all(cell == "" or cell is None for cell in row):
            continue
        reading.rows += 1
        if long:
            level = headings[known["level"]]
            competency = str(values.get("competency") or "")
            reading.lines.append(Line(name, number, level, values.get("nip", ""), competency, values.get("level", ""), values))
            continue
        for column, heading in matrix:
            cell = row[column] if column < len(row) else ""
            if cell not in {"", None, "-", "–"}:
                reading.lines.append(Line(name, number, heading, values.get("nip", ""), heading, cell, values))


@lru_cache(maxsize=4096)
def nip_of(cell: Cell) -> str | None:
    """Return the NIP as text, or None when the spreadsheet turned it into a number and lost digits."""
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return None if cell >= EXACT else str(int(cell))
    return re.sub(r"[\s.'’`-]", "", str(cell or ""))


def level_of(cell: Cell) -> int | None:
    """Return a level 0–5, or None for anything else."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, float | int):
        return int(cell) if cell in {0, 1, 2, 3, 4, 5} else None
    hit = LEVEL.fullmatch(str(cell or "").strip())
    return int(hit[1]) if hit else None


def day_of(cell: Cell) -> date | None:
    """Return a day, or None for anything that is none."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    for pattern in DAY_FORMATS:
        try:
            return datetime.strptime(str(cell or "").strip(), pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
