"""From raw sheets to a parcel: find the table, drop what must not be kept, join rows that belong together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from django.utils.translation import gettext as _

from matang.flow.register.services.imports.cells import Cell, as_text, filled, one_line
from matang.flow.register.services.imports.fields import sensitive
from matang.flow.register.services.imports.layout import SEARCHED_ROWS, Layout, find_layout, is_blank
from matang.flow.register.services.imports.nip import looks_like_nip
from matang.flow.register.services.imports.parcel import Packer, Sheet
from matang.flow.register.services.imports.reading import UnreadableFileError, open_sheets

LOOKED_AHEAD = 300
SAMPLES = 3
TOTAL = re.compile(r"^(GRAND\s+)?(JUMLAH|TOTAL)\b", re.IGNORECASE)
IDENTITY_NUMBER = re.compile(r"\d{16}")  # the shape of a NIK, under whatever heading


@dataclass(slots=True)
class Parsed:
    """A file as parsed: its sheets, the packed rows, and which columns were dropped (by sheet)."""

    sheets: list[Sheet]
    packed: bytes
    dropped: dict[str, list[str]] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows of people the file has."""
        return sum(sheet.rows for sheet in self.sheets)


def parse(content: bytes, name: str, header_row: int | None = None) -> Parsed:
    """Return the parsed file. ``header_row`` is the number of the heading row as a spreadsheet shows it, where it was said.

    Raises:
        UnreadableFileError: not a table, or no sheet has headings that we know.
    """
    packer = Packer()
    parsed = Parsed(sheets=[], packed=b"")
    passed_over: list[str] = []
    for raw in open_sheets(content, name):
        head = list(islice(raw.rows, LOOKED_AHEAD))
        said = header_row - 1 if header_row else None
        found = find_layout(head[: (said or SEARCHED_ROWS) + 5], raw.merged, said)
        if found is None:
            passed_over.append(raw.name)
            continue
        reader = _SheetReader(raw.name, found, head)
        if reader.dropped:
            parsed.dropped[raw.name] = reader.dropped
        for number, second, cells in reader.records(chain(head, raw.rows)):
            packer.add(len(parsed.sheets), number, second, cells)
        parsed.sheets.append(reader.finish())
    if not parsed.sheets:
        raise UnreadableFileError(
            _("Tidak ada judul kolom NIP atau NAMA pada 30 baris pertama. Isi nomor baris judulnya, lalu unggah lagi.")
            if header_row is None
            else _("Baris %(row)d kosong pada semua sheet. Periksa nomor baris judulnya.") % {"row": header_row}
        )
    parsed.packed = packer.finish()
    for sheet_name in passed_over:
        parsed.sheets[0].notes.append(
            _("Sheet “%(name)s” dilewati karena tidak punya judul kolom yang dikenal.") % {"name": sheet_name}
        )
    return parsed


class _SheetReader:
    """Reads the rows of one sheet below its headings."""

    def __init__(self, name: str, layout: Layout, head: list[list[Cell]]) -> None:
        self.layout = layout
        width = len(layout.levels)
        self.keep = [index for index in range(width) if not self._must_drop(index, head)]
        self.dropped = [self._title(index) for index in range(width) if index not in set(self.keep)]
        columns = _unlike([self._title(index) for index in self.keep])
        levels = [list(layout.levels[index]) for index in self.keep]
        if layout.stacked:
            columns += [_("%(column)s (baris kedua)") % {"column": column} for column in columns]
            levels += [["", ""] for _column in levels]
        self.sheet = Sheet(name=name, columns=columns, levels=levels, header_row=layout.header_row + 1, stacked=layout.stacked)
        self.sheet.samples = [""] * len(columns)
        self._no_sample = set(range(len(columns)))
        self._after_total: list[int] = []
        self._loose: list[int] = []

    def _title(self, index: int) -> str:
        return " / ".join(part for part in self.layout.levels[index] if part)

    def _must_drop(self, index: int, head: list[list[Cell]]) -> bool:
        if sensitive(*self.layout.levels[index]):
            return True
        if index in {self.layout.name, self.layout.nip}:
            return False
        below = [as_text(row[index]) for row in head[self.layout.data_row :] if index < len(row) and filled(row[index])]
        alike = sum(bool(IDENTITY_NUMBER.fullmatch(text)) for text in below)
        return alike >= 3 and alike * 2 > len(below)

    def records(self, rows: Iterator[list[Cell]]) -> Iterator[tuple[int, int, list[Cell]]]:
        """Yield (row number, number of its second row or 0, kept cells), counting rows as a spreadsheet shows them."""
        waiting: tuple[int, list[Cell]] | None = None
        for number, row in enumerate(islice(rows, self.layout.data_row, None), start=self.layout.data_row + 1):
            if is_blank(row):
                continue
            kind = self._kind_of(row, waiting)
            if kind == "second" and waiting is not None:
                yield self._record(waiting[0], number, waiting[1], row)
                waiting = None
                continue
            if waiting is not None:
                yield self._record(waiting[0], 0, waiting[1], [])
                waiting = None
            if kind == "person" and self.layout.stacked:
                waiting = (number, row)
            elif kind == "person":
                yield self._record(number, 0, row, [])
            elif kind == "total":
                self._total(row)
            else:
                (self._after_total if kind == "after" else self._loose).append(number)
        if waiting is not None:
            yield self._record(waiting[0], 0, waiting[1], [])

    def _kind_of(self, row: list[Cell], waiting: tuple[int, list[Cell]] | None) -> str:
        name = self._cell(row, self.layout.name)
        nip = self._cell(row, self.layout.nip)
        first = next(one_line(as_text(cell)) for cell in row if filled(cell))
        if not nip and TOTAL.match(first):
            return "total"
        if self.sheet.stated_total is not None and not nip and not looks_like_nip(name):
            return "after"
        if self.layout.stacked and waiting is not None and self._continues(row, name, nip):
            return "second"
        if nip or looks_like_nip(name) or sum(filled(cell) for cell in row) >= 3:
            return "person"
        return "loose"

    def _continues(self, row: list[Cell], name: str, nip: str) -> bool:
        if looks_like_nip(name):
            return True
        opens = self.layout.name != 0 and filled(row[0]) if row else False
        return bool(name) and not nip and not opens and self.layout.nip is not None

    def _cell(self, row: list[Cell], index: int | None) -> str:
        return as_text(row[index]) if index is not None and index < len(row) else ""

    def _record(self, number: int, second: int, row: list[Cell], below: list[Cell]) -> tuple[int, int, list[Cell]]:
        cells = self._kept(row)
        if self.layout.stacked:
            cells += self._kept(below)
        self.sheet.rows += 1
        if self._no_sample:
            for index in [index for index in self._no_sample if filled(cells[index])]:
                self.sheet.samples[index] = one_line(as_text(cells[index]))[:60]
                self._no_sample.discard(index)
        return number, second, cells

    def _kept(self, row: list[Cell]) -> list[Cell]:
        size = len(row)
        return [row[index] if index < size else "" for index in self.keep]

    def _total(self, row: list[Cell]) -> None:
        numbers = [int(cell) for cell in row if isinstance(cell, int | float) and not isinstance(cell, bool)]
        numbers += [int(text) for cell in row if isinstance(cell, str) and (text := cell.strip().replace(".", "")).isdigit()]
        self.sheet.stated_total = max(numbers, default=0) or self.sheet.rows

    def finish(self) -> Sheet:
        """Return the sheet with what was noticed about it."""
        sheet = self.sheet
        if sheet.stated_total is not None and sheet.stated_total != sheet.rows:
            sheet.notes.append(
                _("Baris JUMLAH pada sheet “%(name)s” menyebut %(stated)d orang, sedangkan terhitung %(counted)d orang.")
                % {"name": sheet.name, "stated": sheet.stated_total, "counted": sheet.rows}
            )
        if self._loose or self._after_total:
            numbers = [str(number) for number in (*self._loose, *self._after_total)]
            shown = ", ".join(numbers[:10]) + (" …" if len(numbers) > 10 else "")
            sheet.notes.append(
                _("%(count)d baris pada sheet “%(name)s” bukan data orang dan tidak dibaca: baris %(rows)s.")
                % {"count": len(numbers), "name": sheet.name, "rows": shown}
            )
        return sheet


def _unlike(titles: list[str]) -> list[str]:
    """Return titles in which none repeats: the second ``TMT`` becomes ``TMT (2)``."""
    seen: dict[str, int] = {}
    result = []
    for index, title in enumerate(titles):
        words = title or _("Kolom %(number)d") % {"number": index + 1}
        seen[words] = seen.get(words, 0) + 1
        result.append(words if seen[words] == 1 else f"{words} ({seen[words]})")
    return result
