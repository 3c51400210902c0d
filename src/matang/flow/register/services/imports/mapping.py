"""Which heading of a file stands for which field: proposed by us, corrected by the user, remembered by its headings."""

from collections import Counter
from collections.abc import Iterable, Mapping

from matang.flow.register.services.imports.fields import BY_KEY, plain
from matang.flow.register.services.imports.headings import GUESSED, SURE, assign, fingerprint
from matang.flow.register.services.imports.parcel import Row, Sheet
from matang.flow.register.services.imports.units import UnitIndex

Mapped = dict[str, str]
NEEDED = ("nip", "name", "post", "unit")


def propose(sheets: Iterable[Sheet], rows: Iterable[Row], units: UnitIndex) -> tuple[Mapped, dict[str, int]]:
    """Return (heading → field, heading → confidence 0–100) for all sheets of a file.

    ``rows`` are looked at only where no heading names the unit: a column that holds names of known units is it.
    """
    mapped: Mapped = {}
    confidence: dict[str, int] = {}
    sheets = list(sheets)
    for sheet in sheets:
        for index, found in assign([(high, low) for high, low in sheet.levels]).items():
            mapped[sheet.columns[index]] = found.field
            confidence[sheet.columns[index]] = found.confidence
    if "unit" not in mapped.values():
        for heading in _columns_of_units(sheets, rows, units):
            if heading not in mapped:
                mapped[heading], confidence[heading] = "unit", GUESSED
    return mapped, confidence


def _columns_of_units(sheets: list[Sheet], rows: Iterable[Row], units: UnitIndex) -> list[str]:
    """Return, for each sheet, the heading of the column in which at least half of the cells name known units."""
    filled: Counter[tuple[int, int]] = Counter()
    hits: Counter[tuple[int, int]] = Counter()
    for row in rows:
        for index, cell in enumerate(row.cells):
            if isinstance(cell, str) and cell:
                filled[row.sheet, index] += 1
                hits[row.sheet, index] += units.knows(cell)
    best: dict[int, tuple[int, int]] = {}
    for (sheet, index), count in hits.items():
        if count and count * 2 >= filled[sheet, index]:
            best[sheet] = max(best.get(sheet, (0, 0)), (count, index))
    return list(dict.fromkeys(sheets[sheet].columns[index] for sheet, (_count, index) in sorted(best.items())))


def recall(saved: Mapping[str, str], sheets: Iterable[Sheet]) -> tuple[Mapped, dict[str, int]]:
    """Return a saved mapping (plain heading → field) in the headings of this file."""
    mapped = {column: saved[plain(column)] for sheet in sheets for column in sheet.columns if saved.get(plain(column)) in BY_KEY}
    return mapped, dict.fromkeys(mapped, SURE)


def to_save(mapped: Mapped) -> Mapped:
    """Return a mapping by plain heading, as it is kept for the next file."""
    return {plain(column): key for column, key in mapped.items()}


def fingerprint_of(sheets: Iterable[Sheet]) -> str:
    """Return the digest by which a layout is known again."""
    return fingerprint(column for sheet in sheets for column in sheet.columns)


def columns_by_field(sheet: Sheet, mapped: Mapped) -> dict[str, int]:
    """Return field → index of its column in one sheet; the first column wins where two claim a field."""
    columns: dict[str, int] = {}
    for index, column in enumerate(sheet.columns):
        key = mapped.get(column)
        if key and key not in columns:
            columns[key] = index
    if sheet.stacked and "name" in columns and "nip" not in columns:
        columns["nip"] = columns["name"] + len(sheet.columns) // 2
    return columns


def missing(sheet: Sheet, mapped: Mapped) -> list[str]:
    """Return the needed fields that no column of a sheet stands for."""
    columns = columns_by_field(sheet, mapped)
    if "parent_unit" in columns:
        columns.setdefault("unit", columns["parent_unit"])
    return [key for key in NEEDED if key not in columns]
