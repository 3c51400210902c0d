"""Applicants from a workbook: read and checked as a whole; stored only when nothing is wrong."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence

import python_calamine
from django.utils.translation import gettext as _

from matang.flow.learn.services.matching.applicants import MOST_WISHES, Fault, Line, faults_of

COLUMNS = {"number": "NOMOR", "name": "NAMA", "region": "DAERAH", "points": "POIN KEBUTUHAN"}
WISH = "PILIHAN"
HEADINGS = (*COLUMNS.values(), *(f"{WISH} {rank}" for rank in range(1, MOST_WISHES + 1)))
"""Headings of the file, which are the same in both languages: the file travels."""
MOST_BYTES, MOST_ROWS, MOST_UNPACKED = 5_000_000, 20_000, 100_000_000
THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")


class UnreadableApplicantsError(Exception):
    """The file cannot be read as a list of applicants; the message says why and what to do."""


def read_applicants(content: bytes, codes: Mapping[str, int]) -> tuple[list[Line], list[Fault]]:
    """Return the lines of the first sheet with the headings, and what is wrong with them.

    Raises:
        UnreadableApplicantsError: too large, damaged, without the headings, or too many rows.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableApplicantsError(_("Berkas lebih besar dari 5 MB. Bagi menjadi beberapa berkas."))
    for rows in _sheets(content):
        for top, row in enumerate(rows[:20]):
            headings = [str(cell).strip().upper() for cell in row]
            if COLUMNS["number"] in headings and COLUMNS["name"] in headings:
                return _lines(headings, rows[top + 1 :], top + 2, codes)
    raise UnreadableApplicantsError(_("Tidak ada baris judul NOMOR dan NAMA. Unduh templat, isi, lalu unggah lagi."))


def _sheets(content: bytes) -> list[list[list[object]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
                raise UnreadableApplicantsError(_("Isi berkas terlalu besar setelah dibuka. Periksa berkasnya."))
        book = python_calamine.CalamineWorkbook.from_object(io.BytesIO(content))
        return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    except (zipfile.BadZipFile, python_calamine.CalamineError, OSError) as error:
        raise UnreadableApplicantsError(_("Berkas tidak dapat dibaca sebagai Excel (.xlsx). Simpan ulang di Excel.")) from error


def _lines(
    headings: Sequence[str], rows: Sequence[Sequence[object]], first: int, codes: Mapping[str, int]
) -> tuple[list[Line], list[Fault]]:
    missing = [heading for heading in (*COLUMNS.values(), f"{WISH} 1") if heading not in headings]
    if missing:
        raise UnreadableApplicantsError(_("Kolom %(names)s tidak ada. Unduh templat.") % {"names": ", ".join(missing)})
    body = [(number, row) for number, row in enumerate(rows, start=first) if any(_text(cell) for cell in row)]
    if len(body) > MOST_ROWS:
        raise UnreadableApplicantsError(_("Berkas berisi lebih dari 20.000 baris. Bagi menjadi beberapa berkas."))
    at = {name: headings.index(heading) for name, heading in COLUMNS.items()}
    wishes = [headings.index(f"{WISH} {rank}") for rank in range(1, MOST_WISHES + 1) if f"{WISH} {rank}" in headings]
    lines, faults, seen = [], [], dict[str, int]()
    for number, row in body:
        cells = [_text(cell) for cell in row] + [""] * (len(headings) - len(row))
        points = _points(cells[at["points"]])
        if points is None:
            faults.append(Fault(number, "points", _("%(text)s bukan bilangan bulat.") % {"text": cells[at["points"]] or "–"}))
        line = Line(
            cells[at["number"]], cells[at["name"]], cells[at["region"]], points or 0, tuple(cells[c] for c in wishes if cells[c])
        )
        faults += faults_of(line, codes, number)
        if line.number and line.number.casefold() in seen:
            earlier = seen[line.number.casefold()]
            faults.append(Fault(number, "number", _("nomor ini sudah ada di baris %(row)s.") % {"row": earlier}))
        seen.setdefault(line.number.casefold(), number)
        lines.append(line)
    return lines, faults


def _text(cell: object) -> str:
    return " ".join(str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell).split())[:200]


def _points(text: str) -> int | None:
    plain = text.replace(".", "") if THOUSANDS.fullmatch(text) else text
    return int(plain) if re.fullmatch(r"\d{1,9}", plain) else None
