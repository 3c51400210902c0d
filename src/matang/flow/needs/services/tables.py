"""Files of this stage as rows under known headings, whatever the order and spelling of the columns."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from matang.flow.register.public import UnreadableFileError, as_text, open_sheets

SEARCHED = 30
PLAIN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet shows it, and its cells by field; a column that the file lacks is absent."""

    number: int
    cells: Mapping[str, object]

    def text(self, field: str) -> str:
        """Return a cell as text, on one line; empty where the file has none."""
        return " ".join(as_text(self.cells.get(field, "") or "").split())


@dataclass(frozen=True, slots=True)
class Table:
    """The rows below the headings, and which fields have a column."""

    fields: frozenset[str]
    rows: list[Row]
    headings: tuple[str, ...] = ()


def plain(text: str) -> str:
    """Return text without case, marks and repeated blanks, for comparing headings and names."""
    return PLAIN.sub(" ", text.lower()).strip()


def read_table(content: bytes, name: str, headings: Mapping[str, tuple[str, ...]], needed: tuple[tuple[str, ...], ...]) -> Table:
    """Return the first sheet that has the ``needed`` columns (one of each group).

    Args:
        content: the file.
        name: its name.
        headings: field → the headings it goes by, in plain form.
        needed: groups of fields of which one at least must be there.

    Raises:
        UnreadableFileError: not a table, or no sheet has those columns.
    """
    known = {title: field for field, titles in headings.items() for title in titles}
    for sheet in open_sheets(content, name):
        columns: dict[int, str] = {}
        rows: list[Row] = []
        titles: tuple[str, ...] = ()
        for number, cells in enumerate(sheet.rows, start=1):
            if columns:
                values = {field: cells[at] for at, field in columns.items() if at < len(cells)}
                if any(str(value).strip() for value in values.values()):
                    rows.append(Row(number, values))
            elif number <= SEARCHED:
                found = {at: known[text] for at, cell in enumerate(cells) if (text := plain(str(cell))) in known}
                if all(set(group) & set(found.values()) for group in needed):
                    columns, titles = found, tuple(str(cell).strip() for cell in cells)
        if columns:
            return Table(frozenset(columns.values()), rows, titles)
    wanted = "; ".join(_(" atau ").join(headings[field][0] for field in group) for group in needed)
    raise UnreadableFileError(
        _("Tidak ada sheet dengan judul kolom: %(columns)s. Unduh templatnya, isi, lalu unggah lagi.") % {"columns": wanted}
    )
