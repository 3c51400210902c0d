"""Where the table of a sheet is: its heading rows, the row of column numbers, and whether a person takes two rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from matang.flow.register.services.imports.cells import Cell, as_text, filled, one_line
from matang.flow.register.services.imports.fields import plain
from matang.flow.register.services.imports.headings import assign, guess

SEARCHED_ROWS = 30
Merged = Sequence[tuple[int, int, int, int]]


@dataclass(frozen=True, slots=True)
class Layout:
    """``levels`` are (heading, part below it) for each column; ``data_row`` is the index of the first row of data."""

    levels: tuple[tuple[str, str], ...]
    header_row: int
    data_row: int
    name: int | None
    nip: int | None
    stacked: bool


def _texts(row: Sequence[Cell], width: int) -> list[str]:
    return [one_line(as_text(cell)) for cell in row] + [""] * (width - len(row))


def _score(cells: list[str]) -> int:
    found = {hit.field for text in cells if text and len(text) <= 80 and (hit := guess(text))}
    return len(found) + 2 * len(found & {"name", "nip"}) if found & {"name", "nip"} else 0


def _spread(top: list[str], below: list[str], row: int, merged: Merged) -> list[str]:
    """Return ``top`` with headings carried over the columns they span: merged cells, or blanks above a lower heading."""
    spread = list(top)
    for first, left, last, right in merged:
        if first <= row <= last and left < len(top):
            for column in range(left, min(right + 1, len(top))):
                spread[column] = top[left]
    for column in range(1, len(top)):
        if not spread[column] and below[column] and spread[column - 1] and below[column - 1]:
            spread[column] = spread[column - 1]
    return spread


def _is_numbering(cells: list[str]) -> bool:
    """True for the row 1, 2, 3 … that forms carry below their headings."""
    numbers = [text for text in cells if text]
    return (
        len(numbers) >= 3
        and all(text.strip("()").isdigit() for text in numbers)
        and [int(text.strip("()")) for text in numbers]
        == list(range(int(numbers[0].strip("()")), int(numbers[0].strip("()")) + len(numbers)))
    )


def _is_lower_level(top: list[str], below: list[str], row: int, merged: Merged) -> bool:
    if not any(below) or _is_numbering(below):
        return False
    if any(first == row and last > row for first, _left, last, _right in merged):
        return True
    if any(text and not text.isascii() for text in below) or any(any(char.isdigit() for char in text) for text in below):
        return False
    spread = _spread(top, below, row, merged)
    return any(low and guess(high, low) and not top[column] for column, (high, low) in enumerate(zip(spread, below, strict=True)))


def find_layout(rows: Sequence[Sequence[Cell]], merged: Merged = (), header: int | None = None) -> Layout | None:
    """Return the layout of a sheet from its first rows, or None when no row looks like headings of a personnel list.

    ``header`` is the index of the heading row where somebody has said it; it is then believed, whatever stands there.
    """
    head = rows[:SEARCHED_ROWS]
    width = max((len(row) for row in rows), default=0)
    texts = [_texts(row, width) for row in rows]
    said = header if header is not None and header < len(rows) and any(texts[header]) else None
    row = (
        said
        if header is not None
        else next((index for index in range(len(head)) if sum(map(bool, texts[index])) >= 2 and _score(texts[index]) >= 3), None)
    )
    if row is None:
        return None
    top, following = texts[row], row + 1
    below = [""] * width
    if following < len(texts) and _is_lower_level(top, texts[following], row, merged):
        below = texts[following]
        top = _spread(top, below, row, merged)
        following += 1
    if following < len(texts) and _is_numbering(texts[following]):
        following += 1
    levels = tuple((high or low, low if high else "") for high, low in zip(top, below, strict=True))
    columns = {found.field: index for index, found in assign(levels).items()}
    name, nip = columns.get("name"), columns.get("nip")
    combined = name is not None and bool({"NIP", "TTL"}.intersection(plain(levels[name][0]).split()))
    return Layout(levels, row, following, name, nip, stacked=name is not None and (combined or nip is None))


def is_blank(row: Sequence[Cell]) -> bool:
    """True when no cell of a row holds anything."""
    return not any(filled(cell) for cell in row)
