"""Tariffs from a workbook: read and checked as a whole before anything is stored."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import python_calamine
from django.core import signing
from django.utils.translation import gettext as _

from matang.flow.learn.choices import TariffKind
from matang.flow.learn.models.offers import MOST_RUPIAH
from matang.flow.register.public import as_date
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse

HEADINGS = ("JENIS", "TEMPAT", "RUPIAH", "SUMBER", "BERLAKU SEJAK", "BERLAKU SAMPAI")
"""Headings of the file, which are the same in both languages: the file travels. The last column may be empty."""
MOST_BYTES, MOST_ROWS, MOST_UNPACKED = 2_000_000, 5_000, 50_000_000
SALT, AGE = "matang.learn.tariffs", 3600
THOUSANDS = re.compile(r"(?:Rp\s*)?(\d{1,3}(?:\.\d{3})+|\d+)(?:,00|,-)?")


class UnreadableTariffsError(Exception):
    """The file cannot be read as a list of tariffs; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class TariffLine:
    """A tariff as it was written. ``amount`` is whole rupiah; ``valid_to`` is excluded."""

    kind: str
    place: str
    amount: int
    source: str
    valid_from: date
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class TariffFault:
    """What is wrong with a row of the file, counted as the spreadsheet counts."""

    row: int
    column: str
    text: str


def read_tariffs(content: bytes) -> tuple[list[TariffLine], list[TariffFault]]:
    """Return the good lines of the first sheet with the headings, and what is wrong with the others.

    Raises:
        UnreadableTariffsError: too large, damaged, without the headings, or too many rows.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableTariffsError(_("Berkas lebih besar dari 2 MB. Bagi menjadi beberapa berkas."))
    for rows in _sheets(content):
        for top, row in enumerate(rows[:20]):
            headings = [str(cell).strip().upper() for cell in row]
            if "JENIS" in headings and "RUPIAH" in headings:
                return _lines(headings, rows[top + 1 :], top + 2)
    raise UnreadableTariffsError(_("Tidak ada baris judul JENIS dan RUPIAH. Unduh templat, isi, lalu unggah lagi."))


def sealed(actor: Actor, lines: Sequence[TariffLine]) -> str:
    """Return what was read as a text that only this person can bring back, within an hour."""
    rows = [(line.kind, line.place, line.amount, line.source, str(line.valid_from), str(line.valid_to or "")) for line in lines]
    return signing.dumps({"by": actor.user_id, "agency": actor.agency_id, "rows": rows}, salt=SALT, compress=True)


def unsealed(actor: Actor, seal: str) -> list[TariffLine]:
    """Return what ``sealed`` kept.

    Raises:
        RefusedError: too old, changed, or somebody else's.
    """
    try:
        said = signing.loads(seal, salt=SALT, max_age=AGE)
    except signing.BadSignature as error:
        raise refuse(_("Pratinjau ini sudah kedaluwarsa. Unggah berkasnya sekali lagi.")) from error
    if (said["by"], said["agency"]) != (actor.user_id, actor.agency_id):
        raise refuse(_("Pratinjau ini milik orang lain."))
    return [
        TariffLine(kind, place, amount, source, date.fromisoformat(begin), date.fromisoformat(end) if end else None)
        for kind, place, amount, source, begin, end in said["rows"]
    ]


def _sheets(content: bytes) -> list[list[list[object]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
                raise UnreadableTariffsError(_("Isi berkas terlalu besar setelah dibuka. Periksa berkasnya."))
        book = python_calamine.CalamineWorkbook.from_object(io.BytesIO(content))
        return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    except (zipfile.BadZipFile, python_calamine.CalamineError, OSError) as error:
        raise UnreadableTariffsError(_("Berkas tidak dapat dibaca sebagai Excel (.xlsx). Simpan ulang di Excel.")) from error


def _lines(headings: Sequence[str], rows: Sequence[Sequence[object]], first: int) -> tuple[list[TariffLine], list[TariffFault]]:
    missing = [heading for heading in HEADINGS[:-1] if heading not in headings]
    if missing:
        raise UnreadableTariffsError(_("Kolom %(names)s tidak ada. Unduh templat.") % {"names": ", ".join(missing)})
    body = [(number, row) for number, row in enumerate(rows, start=first) if any(str(cell).strip() for cell in row)]
    if len(body) > MOST_ROWS:
        raise UnreadableTariffsError(_("Berkas berisi lebih dari 5.000 baris. Bagi menjadi beberapa berkas."))
    lines, faults, seen = [], [], dict[tuple[object, ...], int]()
    for number, row in body:
        cells = {heading: row[at] if at < len(row) else "" for at, heading in enumerate(headings)}
        line, wrong = _line(number, cells)
        faults += wrong
        if line is None:
            continue
        key = (line.kind, line.place.casefold(), line.source.casefold(), line.valid_from)
        if key in seen:
            faults.append(TariffFault(number, "JENIS", _("sama dengan baris %(row)s.") % {"row": seen[key]}))
            continue
        seen[key] = number
        lines.append(line)
    return lines, faults


def _line(number: int, cells: dict[str, object]) -> tuple[TariffLine | None, list[TariffFault]]:
    kind, amount = _kind(cells["JENIS"]), _amount(cells["RUPIAH"])
    place, source = (" ".join(str(cells[name]).split()) for name in ("TEMPAT", "SUMBER"))
    begin = _day(cells["BERLAKU SEJAK"])
    ends_text = cells.get("BERLAKU SAMPAI", "")
    end = _day(ends_text)
    checks = (
        ("JENIS", kind is None, _("jenis tidak dikenal; pakai kata di templat.")),
        ("TEMPAT", not place or len(place) > 120, _("isi tempatnya, paling panjang 120 huruf.")),
        ("RUPIAH", amount is None, _("tulis rupiah bulat, misalnya 120000.")),
        ("SUMBER", not source or len(source) > 300, _("sebut sumbernya, paling panjang 300 huruf.")),
        ("BERLAKU SEJAK", begin is None, _("tulis tanggal, misalnya 01-01-2024.")),
        ("BERLAKU SAMPAI", bool(str(ends_text).strip()) and end is None, _("tulis tanggal atau kosongkan.")),
        ("BERLAKU SAMPAI", bool(begin and end and end <= begin), _("harus sesudah tanggal mulai.")),
    )
    faults = [TariffFault(number, column, text) for column, wrong, text in checks if wrong]
    if faults or kind is None or amount is None or begin is None:
        return None, faults
    return TariffLine(kind, place, amount, source, begin, end), faults


def _kind(cell: object) -> str | None:
    text = " ".join(str(cell).split()).casefold()
    return next((str(key) for key, label in TariffKind.choices if text in {key, str(label).casefold()}), None)


def _amount(cell: object) -> int | None:
    if isinstance(cell, float):
        found = int(cell) if cell.is_integer() else -1
    else:
        match = THOUSANDS.fullmatch(str(cell).strip())
        found = int(match[1].replace(".", "")) if match else -1
    return found if 0 <= found <= MOST_RUPIAH else None


def _day(cell: object) -> date | None:
    return as_date(cell)[0]  # type: ignore[arg-type]  # calamine gives the cells that it takes
