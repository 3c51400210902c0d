"""The parcel: the parsed file without its sensitive columns, packed. It is the only copy that is kept."""

import json
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from matang.flow.register.services.imports.cells import Cell

LEVEL = 1  # speed over size: a row shrinks about tenfold anyway
CHUNK = 1 << 18


@dataclass(slots=True)
class Sheet:
    """A sheet as parsed. ``stated_total`` is what its total row says, ``notes`` are remarks about the sheet itself."""

    name: str
    columns: list[str]
    levels: list[list[str]] = field(default_factory=list)
    header_row: int = 0
    rows: int = 0
    stacked: bool = False
    stated_total: int | None = None
    notes: list[str] = field(default_factory=list)
    samples: list[str] = field(default_factory=list)
    skipped: bool = False  # somebody chose not to read it


@dataclass(slots=True)
class Row:
    """A row of data. ``second`` is the number of the row below it that belongs to it (0 = none)."""

    sheet: int
    number: int
    second: int
    cells: list[Cell]


class Packer:
    """Collects rows and yields the packed bytes; ``finish`` takes the sheets, which are known only at the end."""

    def __init__(self) -> None:
        self._zip = zlib.compressobj(LEVEL)
        self._parts: list[bytes] = []
        self._lines: list[str] = []

    def add(self, sheet: int, number: int, second: int, cells: list[Cell]) -> None:
        """Add one row."""
        while cells and cells[-1] == "":
            cells.pop()
        self._lines.append(json.dumps([sheet, number, second, cells], ensure_ascii=False, default=_date_out))
        if len(self._lines) >= 2_000:
            self._flush()

    def _flush(self) -> None:
        text = "\n".join(self._lines) + "\n" if self._lines else ""
        self._lines.clear()
        self._parts.append(self._zip.compress(text.encode()))

    def finish(self) -> bytes:
        """Return the packed rows."""
        self._flush()
        self._parts.append(self._zip.flush())
        return b"".join(self._parts)


def _date_out(value: object) -> list[str]:
    if isinstance(value, datetime):
        value = value.date()
    return [value.isoformat() if isinstance(value, date) else str(value)]


def _date_in(text: str) -> Cell:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def rows_of(packed: bytes) -> Iterator[Row]:
    """Yield the rows of a parcel in the order of the file."""
    unzip = zlib.decompressobj()
    rest = b""
    for start in range(0, len(packed), CHUNK):
        lines = (rest + unzip.decompress(packed[start : start + CHUNK])).split(b"\n")
        rest = lines.pop()
        for line in lines:
            sheet, number, second, cells = json.loads(line)
            yield Row(sheet, number, second, [_date_in(cell[0]) if isinstance(cell, list) else cell for cell in cells])


def sheets_out(sheets: list[Sheet]) -> list[dict[str, Any]]:
    """Return sheets as plain data for a JSON column."""
    return [asdict(sheet) for sheet in sheets]


def sheets_in(data: list[dict[str, Any]]) -> list[Sheet]:
    """Return sheets from plain data."""
    return [Sheet(**entry) for entry in data]
